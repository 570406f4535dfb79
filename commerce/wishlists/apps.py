from oscar.apps.wishlists import apps

from commerce.apps import Mute


class WishlistsConfig(Mute, apps.WishlistsConfig):  # type: ignore[misc]
    name = "commerce.wishlists"
