"""Products in the admin's menu."""

from typing import Any

from django.urls import URLPattern, path
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.desk.products import listing, views
from cms.desk.products.filters import ProductFilters
from cms.desk.screens import NeverDeleted
from commerce.catalogue.models import Product

ACTS: dict[str, Any] = {
    "publish": views.Publish, "unpublish": views.Unpublish, "duplicate": views.Duplicate,
    "archive": views.Archive, "restore": views.Restore,
}  # fmt: skip
register_permission_policy(Product, NeverDeleted(Product), exact_class=True)


class Products(ModelViewSet):  # type: ignore[misc]
    """Products, never variants."""

    model = Product
    icon = "tag"
    add_to_admin_menu = False
    form_fields: tuple[str, ...] = ()
    index_view_class = listing.ProductIndex
    add_view_class = views.ProductCreate
    edit_view_class = views.ProductEdit
    inspect_view_class = listing.ProductInspect
    inspect_view_enabled = True
    copy_view_enabled = False
    create_template_name = edit_template_name = views.ProductScreen.template_name
    inspect_template_name = listing.ProductInspect.template_name
    list_per_page = 50
    filterset_class = ProductFilters
    list_export = ("slug", "title", "vendor", "status", "is_public", "published_at")
    search_fields = ("title", "slug")
    search_backend_name = None
    inspect_view_fields = ("title", "slug", "vendor", "categories", "published_at")

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the buttons."""
        return [
            *super().get_urlpatterns(),
            *(
                path(f"{name}/<int:pk>/", self.construct_view(view), name=name)
                for name, view in ACTS.items()
            ),
        ]
