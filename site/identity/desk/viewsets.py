"""The list of people and the screens to open, change and close their accounts."""

from typing import Any, ClassVar

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, BulkActionsCheckboxColumn, Column, DateColumn
from wagtail.admin.widgets.boolean_radio_select import BooleanRadioSelect
from wagtail.users.views import users

from identity.models import User


class PersonFilterSet(users.UserFilterSet):
    """By role, state and last sign-in."""

    is_staff = django_filters.BooleanFilter(label=_("Staff"), widget=BooleanRadioSelect)

    class Meta:
        model = User
        fields: ClassVar[list[str]] = []


class PersonIndexView(users.IndexView):
    """The list."""

    columns = [
        BulkActionsCheckboxColumn("bulk_actions", obj_type="user"),
    ]

    @property
    def search_fields(self) -> set[str]:
        """What a search looks at."""
        return {"email", "phone", "first_name", "last_name"}

    def get_base_queryset(self) -> QuerySet[User]:
        """Return the people with their groups and avatars."""
        people: QuerySet[User] = super().get_base_queryset()
        return people.prefetch_related("groups")


def _columns(view: PersonIndexView) -> list[Any]:
    name = view._get_title_column_class(users.UserColumn)
    return [
        BulkActionsCheckboxColumn("bulk_actions", obj_type="user"),
        name("name", accessor=str, label=_("Name"), sort_key="name", get_url=view.get_edit_url),
        Column("email", label=_("E-mail"), sort_key="email", width="22%"),
        Column("phone", label=_("Phone"), width="14%"),
        Column("role", accessor=_role, label=_("Role"), width="18%"),
        BooleanColumn("is_active", label=_("Active"), sort_key="is_active", width="8%"),
        DateColumn("last_login", label=_("Last sign-in"), sort_key="last_login", width="14%"),
    ]


def _role(person: User) -> str:
    if person.is_superuser:
        return str(_("Administrator"))
    return ", ".join(group.name for group in person.groups.all())
