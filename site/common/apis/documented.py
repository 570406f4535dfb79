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
