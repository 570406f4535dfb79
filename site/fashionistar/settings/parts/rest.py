"""The REST API."""

from fashionistar.settings.env import env

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["identity.apis.authentication.StoreToken"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["common.apis.renderers.OrjsonRenderer"],
    "DEFAULT_PARSER_CLASSES": ["common.apis.parsers.StrictJSONParser"],
    "DEFAULT_PAGINATION_CLASS": "common.apis.pagination.CursorPages",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "common.apis.problems.handle",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
    "DEFAULT_THROTTLE_CLASSES": [],
    "DEFAULT_THROTTLE_RATES": {
        "reads": env.str("RATE_READS", default="50/s") or None,
        "writes": env.str("RATE_WRITES", default="10/s") or None,
    },
    "URL_FORMAT_OVERRIDE": None,
    "COERCE_DECIMAL_TO_STRING": True,
    "NUM_PROXIES": 0,
}
API_ADMIN_AUTHENTICATION = "identity.apis.authentication.AdminToken"
SPECTACULAR_SETTINGS = {
    "TITLE": "Fashionistar",
    "DESCRIPTION": (
        "Commerce and content for multi-vendor fashion. Authoring tools of the staff use Wagtail's "
        "own API at /api/cms/v3/; its document is /api/cms/v3/openapi.json."
    ),
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    # Our document covers our own routes; the check would walk the admin's private ones too.
    "ENABLE_DJANGO_DEPLOY_CHECK": False,
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_ADD_EXPLICIT_BLANK_NULL_CHOICE": False,
    "ENUM_NAME_OVERRIDES": {
        "MessageStatus": "notifications.models.Message.Status",
        "OrderGroupStatus": "commerce.order.models.Order.Status",
        "PaymentStatus": "commerce.payment.models.Payment.Status",
        "ProductStatus": "commerce.catalogue.models.Product.Status",
        "StockCountStatus": ["updated", "refused"],
        "VendorOrderStatus": "commerce.order.models.VendorOrder.Status",
        "VendorStatus": "commerce.partner.models.Partner.Status",
    },
}
