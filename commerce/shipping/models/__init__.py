from commerce.shipping.models.method import VendorShippingMethod, VendorShippingRate

from oscar.apps.shipping.models import *  # noqa: F403  isort: skip

__all__ = ["VendorShippingMethod", "VendorShippingRate"]
