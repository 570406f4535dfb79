"""What orders answer, and what is asked of them."""

from typing import Any

from rest_framework import serializers

from commerce.basket.apis.serializers import MoneySerializer, NamedVendorSerializer
from common.apis.serializers import StrictSerializer


class OrderTotalsSerializer(serializers.Serializer[Any]):
    """Sums."""

    items = MoneySerializer()
    discount = MoneySerializer()
    shipping = MoneySerializer()
    tax = MoneySerializer()
    total = MoneySerializer()
    refunded = MoneySerializer(required=False)


class OrderLineSerializer(serializers.Serializer[Any]):
    """A line as it was sold."""

    id = serializers.CharField()
    sku = serializers.CharField()
    title = serializers.CharField()
    options = serializers.DictField()
    quantity = serializers.IntegerField()
    shipped = serializers.IntegerField()
    unit_price = MoneySerializer()
    line_price = MoneySerializer()
    discount = MoneySerializer()


class ShippingChosenSerializer(serializers.Serializer[Any]):
    """How it travels."""

    code = serializers.CharField()
    name = serializers.CharField()


class ShipmentSerializer(serializers.Serializer[Any]):
    """A parcel on its way."""

    id = serializers.CharField()
    carrier = serializers.CharField()
    tracking = serializers.CharField()
    shipped_at = serializers.DateTimeField()
    lines = serializers.ListField(child=serializers.DictField())


class OrderPartSerializer(serializers.Serializer[Any]):
    """What one vendor sends."""

    id = serializers.CharField()
    vendor = NamedVendorSerializer()
    status = serializers.CharField()
    shipping_method = ShippingChosenSerializer()
    lines = OrderLineSerializer(many=True)
    totals = OrderTotalsSerializer()
    shipments = ShipmentSerializer(many=True)


class OrderPaymentSerializer(serializers.Serializer[Any]):
    """How it was paid."""

    method = serializers.CharField()
    status = serializers.CharField()


class OrderGroupSerializer(serializers.Serializer[Any]):
    """An order group."""

    number = serializers.CharField()
    token = serializers.CharField(allow_null=True)
    status = serializers.CharField()
    placed_at = serializers.DateTimeField()
    currency = serializers.CharField()
    email = serializers.CharField()
    totals = OrderTotalsSerializer()
    payment = OrderPaymentSerializer(allow_null=True)
    shipping_address = serializers.DictField(allow_null=True)
    orders = OrderPartSerializer(many=True)


class OrderGroupsSerializer(serializers.Serializer[Any]):
    """A page of order groups."""

    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = OrderGroupSerializer(many=True)


class VendorOrderSerializer(OrderPartSerializer):
    """What a vendor sees of its own order."""

    commission = MoneySerializer()
    recipient = serializers.DictField()
    note = serializers.CharField()
    placed_at = serializers.DateTimeField()
    reason = serializers.CharField()


class VendorOrdersSerializer(serializers.Serializer[Any]):
    """A page of a vendor's orders."""

    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    results = VendorOrderSerializer(many=True)


class ReasonSerializer(StrictSerializer):
    """Why."""

    reason = serializers.CharField(max_length=255, required=False, allow_blank=True, default="")


class PiecesSerializer(StrictSerializer):
    """Pieces of a line in a parcel."""

    line = serializers.CharField(max_length=32)
    quantity = serializers.IntegerField(min_value=1, max_value=9_999)


class ShippingSerializer(StrictSerializer):
    """A parcel; without lines it holds all that has not been sent."""

    lines = PiecesSerializer(many=True, required=False)
    carrier = serializers.CharField(max_length=128, required=False, allow_blank=True, default="")
    tracking = serializers.CharField(max_length=128, required=False, allow_blank=True, default="")
