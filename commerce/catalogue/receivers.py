"""What the catalogue does when something below it goes."""

from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver

from commerce.catalogue.models import ProductImage
from commerce.catalogue.services import changes
from common.media.models import Picture


@receiver(post_delete, sender=ProductImage, dispatch_uid="catalogue.picture_went")
def picture_went(instance: ProductImage, origin: Any, **kwargs: Any) -> None:
    """Tell that a product changed when a picture of it was deleted from the library."""
    if getattr(origin, "model", type(origin)) is Picture:
        changes.product_changed([instance.product_id])
