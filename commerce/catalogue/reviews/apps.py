from oscar.apps.catalogue.reviews import apps

from commerce.apps import Mute


class CatalogueReviewsConfig(Mute, apps.CatalogueReviewsConfig):  # type: ignore[misc]
    name = "commerce.catalogue.reviews"
