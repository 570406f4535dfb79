"""Routes of navigation, under /api/v1/store/."""

from cms.navigation.apis import menus

urlpatterns = [menus.OPERATION.as_path()]
