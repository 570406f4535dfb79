"""What a checkout takes and answers."""

from typing import Any

from rest_framework import serializers

from commerce.basket.apis.serializers import MoneySerializer, NamedVendorSerializer
from commerce.order.apis.serializers import OrderTotalsSerializer
from common.apis.serializers import StrictSerializer
from common.utils import phone

CODE = 64


class AddressSerializer(StrictSerializer):
    """Where somebody lives."""

    first_name = serializers.CharField(max_length=128)
    last_name = serializers.CharField(max_length=128)
    line1 = serializers.CharField(max_length=255)
    line2 = serializers.CharField(max_length=255, required=False, allow_blank=True, default="")
    city = serializers.CharField(max_length=128)
    state = serializers.CharField(max_length=128, required=False, allow_blank=True, default="")
    postcode = serializers.CharField(max_length=32, required=False, allow_blank=True, default="")
    country = serializers.RegexField(r"^[A-Z]{2}$")
    phone = serializers.CharField(max_length=32, required=False, allow_blank=True, default="")

    def validate_phone(self, value: str) -> str:
        """Return the number in E.164."""
        return _phone(value)


class PaymentAsked(StrictSerializer):
    """How to pay; `outcome` is for the method `test`."""

    method = serializers.CharField(max_length=16)
    outcome = serializers.ChoiceField(
        choices=["captured", "authorised", "requires_action", "failed"], required=False
    )


class CheckoutChange(StrictSerializer):
    """Where it goes and how."""

    email = serializers.EmailField(max_length=254, required=False)
    phone = serializers.CharField(max_length=32, required=False, allow_blank=True)
    shipping_address = AddressSerializer(required=False)
    billing_address = AddressSerializer(required=False, allow_null=True)
    note = serializers.CharField(max_length=2000, required=False, allow_blank=True)
    shipping = serializers.DictField(child=serializers.CharField(max_length=CODE), required=False)

    def validate_phone(self, value: str) -> str:
        """Return the number in E.164."""
        return _phone(value)


class CheckoutOpening(CheckoutChange):
    """A basket to check out; with `payment` and `complete` all of it at once."""

    basket = serializers.CharField(max_length=32)
    email = serializers.EmailField(max_length=254)
    payment = PaymentAsked(required=False)
    complete = serializers.BooleanField(required=False, default=False)


class CheckoutPaymentSerializer(serializers.Serializer[Any]):
    """A payment."""

    id = serializers.CharField()
    method = serializers.CharField()
    status = serializers.CharField()
    amount = MoneySerializer()
    action = serializers.DictField(allow_null=True)


class CheckoutSerializer(serializers.Serializer[Any]):
    """A checkout."""

    id = serializers.CharField()
    status = serializers.CharField()
    basket = serializers.CharField()
    email = serializers.CharField()
    phone = serializers.CharField()
    shipping_address = serializers.DictField(allow_null=True)
    billing_address = serializers.DictField(allow_null=True)
    note = serializers.CharField()
    shipping = serializers.DictField()
    currency = serializers.CharField()
    totals = OrderTotalsSerializer()
    payment = CheckoutPaymentSerializer(allow_null=True)
    order = serializers.CharField(allow_null=True)


class ShippingMethodSerializer(serializers.Serializer[Any]):
    """A way of sending."""

    code = serializers.CharField()
    name = serializers.CharField()
    price = MoneySerializer()
    estimate = serializers.CharField()


class ParcelMethodsSerializer(serializers.Serializer[Any]):
    """The ways of sending of one vendor."""

    vendor = NamedVendorSerializer()
    methods = ShippingMethodSerializer(many=True)


class ShippingMethodsSerializer(serializers.Serializer[Any]):
    """The ways of sending of all vendors."""

    results = ParcelMethodsSerializer(many=True)


class PaymentMethodSerializer(serializers.Serializer[Any]):
    """A way to pay."""

    code = serializers.CharField()
    name = serializers.CharField()


class PaymentMethodsSerializer(serializers.Serializer[Any]):
    """The ways to pay."""

    results = PaymentMethodSerializer(many=True)


def _phone(value: str) -> str:
    try:
        return phone.e164(value) if value else ""
    except ValueError as error:
        raise serializers.ValidationError(str(error), code="invalid_phone") from None
