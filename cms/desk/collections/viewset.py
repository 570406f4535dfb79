"""Collections in the admin's menu."""

from django.urls import URLPattern, path
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.desk.collections.screens import (
    CollectionCreate,
    CollectionEdit,
    CollectionPreview,
    CollectionScreen,
)
from cms.desk.screens import NeverDeleted
from commerce.catalogue.models import Collection

register_permission_policy(Collection, NeverDeleted(Collection), exact_class=True)


class Collections(ModelViewSet):  # type: ignore[misc]
    """Collections."""

    model = Collection
    icon = "folder-open-inverse"
    add_to_admin_menu = False
    form_fields: tuple[str, ...] = ()
    add_view_class = CollectionCreate
    edit_view_class = CollectionEdit
    create_template_name = edit_template_name = CollectionScreen.template_name
    copy_view_enabled = False
    inspect_view_enabled = True
    list_per_page = 50
    list_display = ("title", "slug", "kind", "is_public", "position")
    list_filter = ("kind", "is_public")
    list_export = list_display
    search_fields = ("title", "slug")
    search_backend_name = None
    inspect_view_fields = ("title", "slug", "description", "kind", "sort", "is_public", "products")

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the panel."""
        preview = self.construct_view(CollectionPreview)
        return [*super().get_urlpatterns(), path("preview/", preview, name="preview")]
