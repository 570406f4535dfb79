"""A row on a page of its own, with buttons for what may be done about it now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.admin.views.generic import InspectView

from common.exceptions import Refusal

Said = Mapping[str, str]


@dataclass(frozen=True)
class Field:
    """Something that is asked for beside the button."""

    name: str
    label: str
    kind: str = "text"
    initial: str = ""
    is_required: bool = False


@dataclass(frozen=True, kw_only=True)
class Act:
    """Something staff may do about a row; `run` calls one service and says what happened."""

    name: str
    label: str
    permission: str
    run: Callable[[Any, Any, Said], str]
    applies: Callable[[Any], bool] = lambda row: True
    fields: Callable[[Any], list[Field]] = lambda row: []
    is_grave: bool = False


class ActingView(InspectView):  # type: ignore[misc]
    """Shows a row and does what is asked; a refusal is told in words and nothing has moved."""

    template_name = "desk/acting.html"
    acts: ClassVar[tuple[Act, ...]] = ()

    def allowed(self) -> list[Act]:
        """Return what this person may do about the row now."""
        user = self.request.user
        return [
            each
            for each in self.acts
            if user.has_perm(each.permission) and each.applies(self.object)
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the buttons and what the page shows beside the fields."""
        shown = [(each, each.fields(self.object)) for each in self.allowed()]
        return super().get_context_data(**kwargs) | {"acts": shown} | self.beside()

    def beside(self) -> dict[str, Any]:
        """Return what the template shows beside the fields."""
        return {}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do what is asked and come back."""
        name = request.POST.get("act", "")
        if not any(
            each.name == name and request.user.has_perm(each.permission) for each in self.acts
        ):
            raise PermissionDenied
        act = next((each for each in self.allowed() if each.name == name), None)
        if act is None:
            messages.error(
                request, "This cannot be done any more: something has changed meanwhile."
            )
        else:
            self._do(request, act)
        return redirect(request.path)

    def _do(self, request: HttpRequest, act: Act) -> None:
        said = {
            name: str(value).replace("\x00", "").strip() for name, value in request.POST.items()
        }
        try:
            messages.success(request, act.run(self.object, request.user, said))
        except Refusal as refusal:
            messages.error(request, refusal.detail)
