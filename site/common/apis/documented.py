"""What operations say of themselves beyond their serializers."""

from drf_spectacular.utils import OpenApiParameter

KEY = OpenApiParameter(
    "Idempotency-Key", str, OpenApiParameter.HEADER, required=True,
    description="1 to 255 printable characters; the same key and body get the first answer again",
)  # fmt: skip
KEY_ALLOWED = OpenApiParameter(
    "Idempotency-Key", str, OpenApiParameter.HEADER,
    description="The same key and body get the first answer again",
)  # fmt: skip
BASKET_TOKEN = OpenApiParameter(
    "X-Basket-Token", str, OpenApiParameter.HEADER,
    description="Opens a guest's basket; shown once, when it was made",
)  # fmt: skip
ORDER_TOKEN = OpenApiParameter(
    "X-Order-Token", str, OpenApiParameter.HEADER, description="Opens an order to a guest"
)
IF_MATCH = OpenApiParameter(
    "If-Match", str, OpenApiParameter.HEADER,
    description="The ETag of what was read: 412 when it has changed since",
)  # fmt: skip
