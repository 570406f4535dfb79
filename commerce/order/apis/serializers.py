"""What orders answer, and what is asked of them."""

from typing import Any

from rest_framework import serializers

from commerce.basket.apis.serializers import MoneySerializer, NamedVendorSerializer
from commerce.order.models import Order, VendorOrder
from commerce.payment.models import Payment
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
    options = serializers.DictField(child=serializers.CharField())
    customisations = serializers.DictField()
    quantity = serializers.IntegerField()
    shipped = serializers.IntegerField()
    unit_price = MoneySerializer()
    line_price = MoneySerializer()
    discount = MoneySerializer()


class ShippingChosenSerializer(serializers.Serializer[Any]):
    """How it travels."""

    code = serializers.CharField()
    name = serializers.CharField()


class ShippedPiecesSerializer(serializers.Serializer[Any]):
    """How many pieces of a line lie in a parcel."""

    line = serializers.CharField()
    quantity = serializers.IntegerField()


class ShipmentSerializer(serializers.Serializer[Any]):
    """A parcel on its way."""

    id = serializers.CharField()
    carrier = serializers.CharField()
    tracking = serializers.CharField()
    shipped_at = serializers.DateTimeField()
    lines = ShippedPiecesSerializer(many=True)


class RecipientSerializer(serializers.Serializer[Any]):
    """Who gets the parcels, and where."""

    first_name = serializers.CharField()
    last_name = serializers.CharField()
    line1 = serializers.CharField()
    line2 = serializers.CharField()
    city = serializers.CharField()
    state = serializers.CharField()
    postcode = serializers.CharField()
    country = serializers.CharField()
    phone = serializers.CharField()


class OrderPartSerializer(serializers.Serializer[Any]):
    """What one vendor sends."""

    id = serializers.CharField()
    vendor = NamedVendorSerializer()
    status = serializers.ChoiceField(choices=VendorOrder.Status.choices)
    shipping_method = ShippingChosenSerializer()
    lines = OrderLineSerializer(many=True)
    totals = OrderTotalsSerializer()
    shipments = ShipmentSerializer(many=True)


class OrderPaymentSerializer(serializers.Serializer[Any]):
    """How it was paid."""

    method = serializers.CharField()
    status = serializers.ChoiceField(choices=Payment.Status.choices)


class OrderGroupSerializer(serializers.Serializer[Any]):
    """An order group."""

    number = serializers.CharField()
    token = serializers.CharField(allow_null=True)
    status = serializers.ChoiceField(choices=Order.Status.choices)
    placed_at = serializers.DateTimeField()
    currency = serializers.CharField()
    email = serializers.CharField()
    totals = OrderTotalsSerializer()
    payment = OrderPaymentSerializer(allow_null=True)
    shipping_address = RecipientSerializer(allow_null=True)
    orders = OrderPartSerializer(many=True)


class VendorOrderSerializer(OrderPartSerializer):
    """What a vendor sees of its own order."""

    commission = MoneySerializer()
    recipient = RecipientSerializer()
    note = serializers.CharField()
    placed_at = serializers.DateTimeField()
    reason = serializers.CharField()


class ActSubjectSerializer(serializers.Serializer[Any]):
    """What an act was done to."""

    type = serializers.CharField()
    id = serializers.CharField()


class AuditActSerializer(serializers.Serializer[Any]):
    """An act of staff or of a vendor; `actor` is null for the system and for erased people."""

    id = serializers.IntegerField()
    at = serializers.DateTimeField()
    actor = serializers.CharField(allow_null=True)
    action = serializers.CharField()
    subject = ActSubjectSerializer()
    vendor = serializers.CharField(allow_null=True)
    before = serializers.DictField()
    after = serializers.DictField()


class NothingSerializer(StrictSerializer):
    """An empty object: there is nothing to say."""


class ReasonSerializer(StrictSerializer):
    """Why."""

    reason = serializers.CharField(max_length=255, required=False, allow_blank=True, default="")


class PiecesSerializer(StrictSerializer):
    """Pieces of a line in a parcel."""

    line = serializers.CharField(max_length=32)
    quantity = serializers.IntegerField(min_value=1, max_value=9_999)


class ShippingSerializer(StrictSerializer):
    """A parcel; without lines it holds all that has not been sent."""

    lines = PiecesSerializer(many=True, required=False, allow_empty=False)
    carrier = serializers.CharField(max_length=128, required=False, allow_blank=True, default="")
    tracking = serializers.CharField(max_length=128, required=False, allow_blank=True, default="")
