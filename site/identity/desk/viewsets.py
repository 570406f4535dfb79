"""The admin's screens of people."""

from typing import Any, ClassVar

from allauth.usersessions.models import UserSession
from django.core.exceptions import PermissionDenied
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import (
    BooleanColumn,
    BulkActionsCheckboxColumn,
    Column,
    DateColumn,
)
from wagtail.users.views import users

from identity.desk.forms import KnownPersonForm, NewPersonForm


class PeopleIndex(users.IndexView):  # type: ignore[misc]
    """Everybody, by any of their names."""

    page_title = gettext_lazy("People")
    add_item_label = gettext_lazy("Add a person")

    @cached_property
    def columns(self) -> list[Any]:
        """Return what is shown of each person."""
        name = self._get_title_column_class(users.UserColumn)
        return [
            BulkActionsCheckboxColumn("bulk_actions", obj_type="user"),
            name(
                "name", accessor=str, label=gettext_lazy("Name"), sort_key="name",
                get_url=self.get_edit_url, classname="name",
            ),
            Column("email", label=gettext_lazy("E-mail"), sort_key="email"),
            Column("phone", label=gettext_lazy("Phone"), sort_key="phone"),
            BooleanColumn("is_staff", label=gettext_lazy("Works here"), sort_key="is_staff"),
            BooleanColumn("is_active", label=gettext_lazy("Active"), sort_key="is_active"),
            DateColumn("last_login", label=gettext_lazy("Last sign-in"), sort_key="last_login"),
        ]  # fmt: skip

    @cached_property
    def search_fields(self) -> set[str]:
        """Return what a search looks at."""
        return {"email", "phone", "first_name", "last_name", "public_id"}


class PersonCreate(users.CreateView):  # type: ignore[misc]
    """Somebody new."""

    def get_form_kwargs(self) -> dict[str, Any]:
        """Tell the form who asks."""
        return {**super().get_form_kwargs(), "may_make_admins": self.request.user.is_superuser}


class PersonEdit(users.EditView):  # type: ignore[misc]
    """Somebody we know; only administrators change administrators."""

    def get_object(self, queryset: Any = None) -> Any:
        """Return the person to who may change them."""
        if not self.user_has_permission("change"):
            raise PermissionDenied
        person = super().get_object(queryset)
        if person.is_superuser and not self.request.user.is_superuser:
            raise PermissionDenied
        return person

    def get_form_kwargs(self) -> dict[str, Any]:
        """Tell the form who asks."""
        return {**super().get_form_kwargs(), "may_make_admins": self.request.user.is_superuser}

    def get_page_subtitle(self) -> str:
        """Return the person by whichever name they have."""
        return str(self.object)

    def save_instance(self) -> Any:
        """Save; who changes their own password stays signed in here and nowhere else."""
        session = self.request.session
        if self.editing_self:
            self.form.keeps_session = session.session_key
        person = super().save_instance()
        if self.editing_self and self.form.keeps_session != session.session_key:
            UserSession.objects.filter(session_key=self.form.keeps_session).delete()
            UserSession.objects.create_from_request(self.request)
        return person


class PeopleViewSet(users.UserViewSet):  # type: ignore[misc]
    """People."""

    menu_label = gettext_lazy("People")
    index_view_class = PeopleIndex
    add_view_class = PersonCreate
    edit_view_class = PersonEdit
    ordering = "-date_joined"
    list_export: ClassVar[tuple[str, ...]] = ()
    create_template_name = "identity/desk/create.html"
    edit_template_name = "identity/desk/edit.html"

    def get_form_class(self, for_update: bool = False) -> Any:
        """Return the form."""
        return KnownPersonForm if for_update else NewPersonForm
