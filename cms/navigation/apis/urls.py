"""Routes of navigation, under /api/v1/store/."""

from cms.navigation.apis import menus, sitemap, sites

OPERATIONS = (menus.OPERATION, sites.OPERATION, sitemap.OPERATION)
urlpatterns = [each.as_path() for each in OPERATIONS]
