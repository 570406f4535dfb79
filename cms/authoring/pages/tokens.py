"""The screen on which people keep their tokens for the staff API."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.authoring import policies
from cms.authoring.selectors import tokens
from cms.authoring.services import tokens as keeping
from common.exceptions import NotFound, Refusal
from identity.models import User


class NewToken(forms.Form):
    """What a new token is for."""

    name = forms.CharField(
        label=gettext_lazy("What it is for"),
        max_length=60,
        help_text=gettext_lazy(
            "The tool or the script that will use it, so that you know it later."
        ),
    )


@method_decorator(never_cache, name="dispatch")
class MyTokens(WagtailAdminTemplateMixin, TemplateView):  # type: ignore[misc]
    """One's own tokens: make one, see it once, revoke it."""

    template_name = "authoring/tokens.html"
    page_title = gettext_lazy("My API tokens")
    header_icon = "key"
    person: User

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in whom the staff API lets in."""
        if not (isinstance(request.user, User) and policies.can_enter(request.user)):
            raise PermissionDenied
        self.person = request.user
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Make a token, or revoke the one that is named."""
        if "revoke" in request.POST:
            return self._revoke(request.POST["revoke"])
        form = NewToken(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        return self._make(form)

    @sensitive_variables("words")
    def _make(self, form: NewToken) -> HttpResponse:
        try:
            made, words = keeping.make(
                name=form.cleaned_data["name"], by=self.person, at=timezone.now()
            )
        except Refusal as no:
            form.add_error("name", no.detail)
            return self.render_to_response(self.get_context_data(form=form))
        return self.render_to_response(self.get_context_data(made=made, words=words))

    def _revoke(self, named: str) -> HttpResponse:
        if not named.isdecimal() or len(named) > 18:
            raise Http404
        try:
            gone = keeping.revoke(token_id=int(named), by=self.person, at=timezone.now())
        except NotFound:
            raise Http404 from None
        messages.success(self.request, _("“%(name)s” is revoked.") % {"name": gone.name})
        return redirect(self.request.path)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way to this screen."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the person's tokens and the form for a new one."""
        now = timezone.now()
        rows = list(tokens.good(self.person, at=now))
        for row in rows:
            row.ends_at = row.created + tokens.life()
        return super().get_context_data(
            **{"form": NewToken(), **kwargs},
            rows=rows,
            ended=tokens.ended(self.person, at=now),
            most=keeping.MOST,
            days=tokens.life().days,
            is_full=len(rows) >= keeping.MOST,
        )
