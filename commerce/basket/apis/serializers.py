"""What a basket takes and answers."""

from typing import Any

from django.conf import settings
from rest_framework import serializers

from common.apis.serializers import StrictSerializer

MOST = 9_999


class MoneySerializer(serializers.Serializer[Any]):
    """Money on the wire."""

    amount = serializers.CharField()
    currency = serializers.CharField()


class NamedVendorSerializer(serializers.Serializer[Any]):
    """A vendor in a few words."""

    slug = serializers.CharField()
    name = serializers.CharField()


class WarningSerializer(serializers.Serializer[Any]):
    """What the shopper should know."""

    code = serializers.CharField()
    detail = serializers.CharField()


class BasketLineSerializer(serializers.Serializer[Any]):
    """A line of a basket."""

    id = serializers.CharField()
    sku = serializers.CharField()
    product = serializers.CharField()
    title = serializers.CharField()
    options = serializers.DictField()
    vendor = NamedVendorSerializer()
    quantity = serializers.IntegerField()
    unit_price = MoneySerializer()
    line_price = MoneySerializer()
    discount = MoneySerializer()
    availability = serializers.CharField()
    customisations = serializers.DictField()
    price_explanation = serializers.ListField(child=serializers.DictField())
    warnings = WarningSerializer(many=True)


class BasketGroupSerializer(serializers.Serializer[Any]):
    """What one vendor sends."""

    vendor = NamedVendorSerializer()
    lines = serializers.ListField(child=serializers.CharField())
    subtotal = MoneySerializer()


class BasketVoucherSerializer(serializers.Serializer[Any]):
    """A voucher on the basket and what it takes off."""

    code = serializers.CharField()
    name = serializers.CharField()
    discount = MoneySerializer()


class BasketOfferSerializer(serializers.Serializer[Any]):
    """An offer and what it takes off."""

    name = serializers.CharField()
    discount = MoneySerializer()


class BasketSerializer(serializers.Serializer[Any]):
    """The whole basket; `token` only in the answer that opened it."""

    id = serializers.CharField()
    token = serializers.CharField(required=False)
    version = serializers.IntegerField()
    status = serializers.CharField()
    currency = serializers.CharField()
    lines = BasketLineSerializer(many=True)
    groups = BasketGroupSerializer(many=True)
    vouchers = BasketVoucherSerializer(many=True)
    offers = BasketOfferSerializer(many=True)
    subtotal = MoneySerializer()
    discount = MoneySerializer()
    total = MoneySerializer()


class BasketOpening(StrictSerializer):
    """How to open a basket."""

    currency = serializers.ChoiceField(choices=settings.SHOP_CURRENCIES, required=False)


class NewLine(StrictSerializer):
    """A variant for the basket."""

    sku = serializers.CharField(max_length=128)
    quantity = serializers.IntegerField(min_value=1, max_value=MOST, default=1)
    customisations = serializers.DictField(
        child=serializers.CharField(max_length=500), required=False
    )
    measurement_set = serializers.CharField(max_length=32, required=False, allow_null=True)


class LineChange(StrictSerializer):
    """How many pieces a line holds."""

    quantity = serializers.IntegerField(min_value=1, max_value=MOST)


class VoucherCode(StrictSerializer):
    """A voucher by its code."""

    code = serializers.CharField(max_length=128)
