"""What a vendor's own pages of the API answer, and what is asked of them."""

from typing import Any

from rest_framework import serializers

from commerce.catalogue.models import Product
from commerce.partner.models import Partner
from commerce.vendors.services.standing import MAX_DESCRIPTION
from common.apis.serializers import StrictSerializer

MOST_ROWS, MOST_PIECES, SKU_LENGTH = 500, 1_000_000, 128
_ROWS = {
    "type": "array",
    "maxItems": MOST_ROWS,
    "items": {
        "type": "object",
        "required": ["sku", "quantity"],
        "additionalProperties": False,
        "properties": {
            "sku": {"type": "string", "minLength": 1, "maxLength": SKU_LENGTH},
            "quantity": {"type": "integer", "minimum": 0, "maximum": MOST_PIECES},
        },
    },
}
STOCK_ROWS = {
    "oneOf": [
        {
            "type": "object",
            "required": ["rows"],
            "additionalProperties": False,
            "properties": {"rows": _ROWS},
        },
        _ROWS,
    ]
}
"""The body that counts stock: the rows, bare or in an object."""


class VendorProfileSerializer(serializers.Serializer[Any]):
    """A vendor as its members and staff see it."""

    id = serializers.CharField()
    slug = serializers.CharField()
    name = serializers.CharField()
    status = serializers.ChoiceField(choices=Partner.Status.choices)
    is_open = serializers.BooleanField()
    description = serializers.CharField()
    city = serializers.CharField()
    country = serializers.CharField()
    email = serializers.CharField()
    phone = serializers.CharField()
    commission_rate = serializers.CharField(help_text="A share: 0.1500 is 15 %")
    created_at = serializers.DateTimeField()


class VendorVariantSerializer(serializers.Serializer[Any]):
    """A variant and how much of it there is."""

    sku = serializers.CharField()
    in_stock = serializers.IntegerField()


class VendorProductSerializer(serializers.Serializer[Any]):
    """A product as its vendor sees it."""

    slug = serializers.CharField()
    title = serializers.CharField()
    status = serializers.ChoiceField(choices=Product.Status.choices)
    variants = VendorVariantSerializer(many=True)


class StockLevelSerializer(serializers.Serializer[Any]):
    """The stock of one SKU: in stock, of these promised to orders and held for who is paying."""

    sku = serializers.CharField()
    title = serializers.CharField()
    quantity = serializers.IntegerField()
    allocated = serializers.IntegerField()
    reserved = serializers.IntegerField()
    available = serializers.IntegerField()


class StockCountedSerializer(serializers.Serializer[Any]):
    """What became of one row; `code` and `detail` say why it was refused."""

    sku = serializers.CharField()
    status = serializers.ChoiceField(choices=["updated", "refused"])
    quantity = serializers.IntegerField(allow_null=True)
    code = serializers.CharField(allow_blank=True)
    detail = serializers.CharField(allow_blank=True)


class StockCountsSerializer(serializers.Serializer[Any]):
    """What became of every row, in the order they came."""

    results = StockCountedSerializer(many=True)


class VendorProfileChange(StrictSerializer):
    """What a vendor may change of itself."""

    description = serializers.CharField(
        required=False, allow_blank=True, max_length=MAX_DESCRIPTION
    )
    is_open = serializers.BooleanField(required=False)
    city = serializers.CharField(required=False, allow_blank=True, max_length=128)
    email = serializers.EmailField(required=False, allow_blank=True, max_length=254)


class VendorStockRow(StrictSerializer):
    """The new count of one SKU, promised pieces included."""

    sku = serializers.CharField(max_length=SKU_LENGTH)
    quantity = serializers.IntegerField(min_value=0, max_value=MOST_PIECES)


class VendorStockRows(StrictSerializer):
    """Up to 500 counts."""

    rows = VendorStockRow(many=True, max_length=MOST_ROWS)  # type: ignore[call-arg]
