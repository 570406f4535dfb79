"""Collections in the admin's menu."""

from typing import Any, ClassVar

import django_filters
from django.urls import URLPattern, path
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.desk.collections.forms import KINDS
from cms.desk.collections.screens import (
    CollectionCreate,
    CollectionEdit,
    CollectionPreview,
    CollectionScreen,
)
from cms.desk.screens import NeverDeleted
from cms.desk.tables import ShownFilter, shown
from commerce.catalogue.models import Collection

register_permission_policy(Collection, NeverDeleted(Collection), exact_class=True)


def filled(row: Collection) -> str:
    """Return who fills it."""
    return dict(KINDS)[str(row.kind)]


class CollectionFilters(WagtailFilterSet):  # type: ignore[misc]
    """Who fills it, and whether shoppers see it."""

    kind = django_filters.ChoiceFilter(label="Filled", choices=KINDS)
    is_public = ShownFilter()

    class Meta:
        model = Collection
        fields: ClassVar[list[str]] = ["kind", "is_public"]


class CollectionPage(InspectView):  # type: ignore[misc]
    """A collection to look at."""

    page_title = "Collection"

    def get_field_label(self, field_name: str, field: Any) -> str:
        """Return what its form calls a field."""
        labels = {"slug": "Address", "kind": "Filled", "is_public": "Shoppers see it"}
        return labels.get(field_name) or str(super().get_field_label(field_name, field))

    def get_kind_display_value(self) -> str:
        """Return who fills it."""
        return filled(self.object)

    def get_is_public_display_value(self) -> str:
        """Return whether shoppers see it."""
        return shown(self.object)


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
    list_display = (
        "title",
        Column("slug", label="Address", sort_key="slug"),
        Column("kind", label="Filled", sort_key="kind", accessor=filled),
        Column("is_public", label="Shoppers see it", accessor=shown),
        "position",
    )
    filterset_class = CollectionFilters
    inspect_view_class = CollectionPage
    list_export = ("title", "slug", "kind", "is_public", "position")
    search_fields = ("title", "slug")
    search_backend_name = None
    inspect_view_fields = ("title", "slug", "description", "kind", "sort", "is_public", "products")

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the panel."""
        preview = self.construct_view(CollectionPreview)
        return [*super().get_urlpatterns(), path("preview/", preview, name="preview")]
