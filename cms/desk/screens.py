"""What the desk's screens share: forms in the admin's look whose changes go through services."""

from abc import abstractmethod
from typing import Any, ClassVar

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.images.widgets import AdminImageChooser
from wagtail.permission_policies import ModelPermissionPolicy

from cms.core.seen import Changed
from common import refusing
from common.exceptions import Refusal

MEDIA = forms.Media(css={"all": ["desk/desk.css"]}, js=["desk/desk.js"])


class NeverDeleted(ModelPermissionPolicy):  # type: ignore[misc]
    """Lets nobody delete: the rows are put out of sight instead."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Return whether it is not deleting and they hold the permission."""
        return action != "delete" and bool(super().user_has_permission(user, action))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """Return whether they may do one of the actions."""
        return any(self.user_has_permission(user, each) for each in actions)


class PictureChooser(AdminImageChooser):  # type: ignore[misc]
    """Chooses a picture of the library."""


class Screen(PermissionCheckedMixin, WagtailAdminTemplateMixin, View):  # type: ignore[misc]
    """A page with forms; subclasses build the forms and call a service with what they say.

    A refusal of the service is shown where `show` puts it.
    """

    model: Any = None
    index_url_name = edit_url_name = ""
    submit_label: ClassVar[str] = "Save"
    success_message: ClassVar[str] = "Saved “{}”."
    is_watched: ClassVar[bool] = False

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show the empty or present forms."""
        return self.shown(self.forms(None))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Hand what the forms say to the service, or show what is wrong.

        Of a row that is watched nothing is saved over what somebody else changed meanwhile.
        """
        with transaction.atomic():
            changed = self._changed(request.POST) if self.is_watched else None
            return self._told_of(changed) if changed else self._saved(request)

    def _changed(self, data: Any) -> Changed:
        self.hold(self.row.pk)
        del self.row
        found = self.forms(data)
        return Changed(self.row, data, found.seen())

    def _told_of(self, changed: Changed) -> HttpResponseBase:
        sent, opened = self.forms(self.request.POST), self.forms(None)
        messages.error(self.request, "Nothing was saved: somebody else changed it meanwhile.")
        own = getattr(sent, "own", sent), getattr(opened, "own", opened)
        lists: Any = [getattr(each, "lists", dict)() for each in (sent, opened)]
        both = {name: (rows, lists[1][name]) for name, rows in lists[0].items()}
        return self.shown(changed.shown_again(*own, self.forms, both))

    def hold(self, pk: int) -> None:
        """Lock the row until the transaction ends, as the service that changes it does."""

    def _saved(self, request: HttpRequest) -> HttpResponseBase:
        found = self.forms(request.POST)
        if found.is_valid():
            try:
                with refusing.as_pages():
                    done = self.save(found)
            except Refusal as refusal:
                self.show(found, refusal)
            else:
                messages.success(request, self.success_message.format(done))
                return redirect(self.after(done))
        messages.error(request, "Nothing was saved: please see what is marked below.")
        return self.shown(found)

    @abstractmethod
    def forms(self, data: Any) -> Any:
        """Return a form, or something that has `is_valid` and `media`."""

    @abstractmethod
    def save(self, found: Any) -> Any:
        """Call the service and return what was written."""

    def show(self, found: Any, refusal: Refusal) -> None:
        """Put a refusal to its field, or above the form."""
        name = refusal.pointer.strip("/").split("/")[0]
        found.add_error(name if name in found.fields else None, refusal.detail)

    def after(self, done: Any) -> str:
        """Return where to go after it was saved."""
        return reverse(self.index_url_name)

    @cached_property
    def row(self) -> Any:
        """The row that is looked at, or none on a screen that makes one."""
        if "pk" not in self.kwargs:
            return None
        found = self.rows().filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    def rows(self) -> Any:
        """Return the rows this screen may open."""
        return self.model._default_manager.all()

    def shown(self, found: Any) -> HttpResponseBase:
        """Render the screen with these forms."""
        return self.render_to_response(self.get_context_data(form=found, object=self.row))

    def get_page_title(self) -> str:
        """Return the title of the page."""
        return str(self.page_title or self.row or "")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way to this screen."""
        plural = capfirst(self.model._meta.verbose_name_plural)
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.index_url_name), "label": plural},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> Any:
        """Return what the template of a form needs."""
        return super().get_context_data(
            action_url=self.request.path,
            submit_button_label=self.submit_label,
            submit_button_active_label="Saving…",
            media=MEDIA + kwargs["form"].media,
            **kwargs,
        )


class Act(PermissionCheckedMixin, View):  # type: ignore[misc]
    """A button: it calls a service and says how it went."""

    permission_required = "change"
    model: Any = None
    edit_url_name = index_url_name = ""
    service: Any = None
    done: ClassVar[str] = ""

    def post(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Act, and return to the row."""
        try:
            with refusing.as_pages():
                found = self.act(pk)
        except Refusal as refusal:
            messages.error(request, refusal.detail)
            return redirect(self.edit_url_name, pk)
        messages.success(request, self.done.format(found))
        return redirect(self.edit_url_name, found.pk)

    @abstractmethod
    def act(self, pk: int) -> Any:
        """Call the service."""
