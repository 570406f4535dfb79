"""Routes of the catalogue, under /api/v1/store/."""

from commerce.storefront.apis import browsing, products

urlpatterns = [each.as_path() for each in (*products.OPERATIONS, *browsing.OPERATIONS)]
