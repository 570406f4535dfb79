"""Pages of one row on which staff act, and the lists that lead to them.

Whatever an act changes goes through a service; a refusal becomes a message and changes nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.views.generic import EditView, IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet

from cms.core.seen import Watchful
from common.exceptions import Refusal
from common.models import AuditEntry


class NothingToSay(forms.Form):
    """An act that needs no words."""

    def __init__(self, data: Any = None, *, row: Any, prefix: str) -> None:
        super().__init__(data, prefix=prefix)
        self.row = row


class Reason(NothingToSay):
    """Why."""

    reason = forms.CharField(
        label=gettext_lazy("Why"), max_length=255, widget=forms.TextInput(attrs={"size": 40})
    )


@dataclass(frozen=True)
class Act:
    """A button: who may press it, when it is there, what it asks for and what it does."""

    name: str
    label: Any
    may: Callable[[Any], bool]
    applies: Callable[[Any], bool]
    do: Callable[..., str]
    form: type[NothingToSay] = NothingToSay
    is_serious: bool = False

    def form_for(self, row: Any, data: Any = None) -> NothingToSay:
        """Return what the act asks for."""
        return self.form(data, row=row, prefix=self.name)


class DeskPage(InspectView):  # type: ignore[misc]
    """A row's page with a template of its own."""

    fields: ClassVar[list[str]] = ["pk"]

    def get_object(self, queryset: Any = None) -> Any:
        """Return the row to who may look, and tell nobody else whether it exists."""
        if not self.user_has_any_permission(self.any_permission_required):
            raise PermissionDenied
        return super().get_object(queryset)

    def get_fields_context(self) -> list[Any]:
        """Return nothing: the template names what it shows."""
        return []


class ActingPage(DeskPage):
    """A row's page; its buttons post their name as `act` to the page itself."""

    acts: ClassVar[tuple[Act, ...]] = ()
    failed: tuple[str, NothingToSay] | None = None

    def get_page_title(self) -> str:
        """Return what kind of thing it is."""
        return str(capfirst(self.model._meta.verbose_name))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Act, say what came of it and show the page again."""
        act = next((each for each in self.acts if each.name == request.POST.get("act")), None)
        if act is None:
            messages.error(request, _("There is no such step."))
            return redirect(request.path)
        if not act.may(request.user):
            raise PermissionDenied
        form = act.form_for(self.object, request.POST)
        if not form.is_valid():
            self.failed = act.name, form
            return self.render_to_response(self.get_context_data(**kwargs))
        said = {**form.cleaned_data, "by": request.user, "at": timezone.now()}
        try:
            messages.success(request, act.do(self.object, **said))
        except Refusal as no:
            messages.error(request, no.detail)
        return redirect(request.path)

    def offered(self) -> Iterator[dict[str, Any]]:
        """Yield the acts that the person may do now."""
        for act in self.acts:
            if act.may(self.request.user) and act.applies(self.object):
                failed = self.failed and self.failed[0] == act.name
                form = self.failed[1] if self.failed and failed else act.form_for(self.object)
                yield {"act": act, "form": form, "is_open": bool(failed)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the row with its acts."""
        found = super().get_context_data(**kwargs)
        return {**found, "row": self.object, "acts": list(self.offered())}


class DeskIndex(IndexView):  # type: ignore[misc]
    """A list whose titles lead to the page of the row."""

    def get_edit_url(self, instance: Any) -> None:
        """Return nothing: the page has the way to the form."""
        return


class DeskViewSet(ModelViewSet):  # type: ignore[misc]
    """A list and a page per row."""

    index_view_class = DeskIndex
    inspect_view_enabled = True
    copy_view_enabled = False
    form_fields: tuple[str, ...] = ()
    add_to_admin_menu = False
    add_to_reference_index = False
    list_per_page = 50
    search_backend_name = None


class ServiceSaves:
    """A form view whose saving is a service; a refusal is an error of the form."""

    def form_valid(self, form: Any) -> Any:
        """Save, or show the form with the refusal."""
        try:
            return super().form_valid(form)  # type: ignore[misc]
        except Refusal as no:
            form.add_error(None, no.detail)
            self.produced_error_message = self.get_error_message()  # type: ignore[attr-defined]
            return self.form_invalid(form)  # type: ignore[attr-defined]

    def get_success_url(self) -> str:
        """Return the row's page."""
        name = self.index_url_name.replace(":index", ":inspect")  # type: ignore[attr-defined]
        return reverse(name, args=(self.object.pk,))  # type: ignore[attr-defined]

    def get_success_buttons(self) -> list[Any]:
        """Return none: the page that comes next has them."""
        return []


class DeskEdit(Watchful, ServiceSaves, EditView):  # type: ignore[misc]
    """A form that changes a row through a service."""

    def get_side_panels(self) -> Any:
        """Return none: the row's page shows its history."""
        from wagtail.admin.ui.components import MediaContainer

        return MediaContainer([])


def history_of(row: Any, name: str) -> Any:
    """Return what was done to a row by whom, the newest first."""
    found = AuditEntry.objects.filter(subject_type=row._meta.label_lower, subject_id=name)
    return found.select_related("actor").order_by("-at", "-id")[:20]
