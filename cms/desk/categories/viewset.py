"""The tree of categories in the admin's menu."""

from typing import Any, ClassVar

from django.db.models import Count
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet

from cms.desk.categories.screens import (
    CategoryCreate,
    CategoryDelete,
    CategoryEdit,
    CategoryMove,
    CategoryScreen,
)
from cms.desk.screens import MEDIA
from cms.desk.tables import ShownFilter, shown
from commerce.catalogue.models import Category


class CategoryFilters(WagtailFilterSet):  # type: ignore[misc]
    """Whether shoppers see it."""

    is_public = ShownFilter()

    class Meta:
        model = Category
        fields: ClassVar[list[str]] = ["is_public"]


class CategoryPage(InspectView):  # type: ignore[misc]
    """A category to look at."""

    page_title = "Category"

    def get_field_label(self, field_name: str, field: Any) -> str:
        """Return what its form calls a field."""
        labels = {"slug": "Address", "is_public": "Shoppers see it"}
        return labels.get(field_name) or str(super().get_field_label(field_name, field))

    def get_is_public_display_value(self) -> str:
        """Return whether shoppers see it."""
        return shown(self.object)


class NameColumn(TitleColumn):  # type: ignore[misc]
    """The name, set in as deep as it stands."""

    cell_template_name = "desk/branch_cell.html"


class CategoryIndex(IndexView):  # type: ignore[misc]
    """The tree."""

    default_ordering = "path"

    def get_base_queryset(self) -> Any:
        """Return the categories with how many products stand in each."""
        return Category.objects.annotate(holds=Count("productcategory"))

    @cached_property
    def columns(self) -> list[Any]:
        """Return the columns."""
        title = self._get_title_column_class(NameColumn)
        return [
            title("name", label="Name", get_url=self.get_edit_url),
            Column("slug", label="Address"),
            Column("holds", label="Products"),
            Column("is_public", label="Shoppers see it", accessor=shown),
        ]

    def get_list_more_buttons(self, instance: Any) -> list[Any]:
        """Add what makes one below it, and what moves it."""
        buttons = super().get_list_more_buttons(instance)
        if self.user_has_permission("add"):
            below = f"{reverse(self.add_url_name)}?below={instance.pk}"
            buttons.append(MenuItem("Add below", url=below, icon_name="plus", priority=12))
        if self.user_has_permission("change"):
            move = reverse("desk_categories:move", args=(instance.pk,))
            buttons.append(MenuItem("Move", url=move, icon_name="order", priority=15))
        return buttons

    def get_context_data(self, *args: Any, **kwargs: Any) -> Any:
        """Add the desk's style."""
        context = super().get_context_data(*args, **kwargs)
        context["media"] += MEDIA
        return context


class Categories(ModelViewSet):  # type: ignore[misc]
    """Categories."""

    model = Category
    icon = "folder"
    add_to_admin_menu = False
    form_fields: tuple[str, ...] = ()
    index_view_class = CategoryIndex
    add_view_class = CategoryCreate
    edit_view_class = CategoryEdit
    delete_view_class = CategoryDelete
    create_template_name = edit_template_name = CategoryScreen.template_name
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = ("name", "slug", "description", "is_public")
    list_per_page = 200
    filterset_class = CategoryFilters
    inspect_view_class = CategoryPage
    list_export = ("name", "slug", "depth", "is_public")
    search_fields = ("name", "slug")
    search_backend_name = None

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the screen that moves one."""
        move = self.construct_view(CategoryMove)
        return [*super().get_urlpatterns(), path("move/<int:pk>/", move, name="move")]
