"""Registers menus with the admin, who is second there with a redirect, and files of redirects."""

from typing import Any

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.contrib.redirects import views as redirects
from wagtail.snippets.models import register_snippet

from cms.core.rivals import second
from cms.navigation.forms import MovedForm
from cms.navigation.services import importing
from cms.navigation.viewsets import Menus

register_snippet(Menus)


def import_dataset(dataset: Any, config: dict[str, Any]) -> dict[str, Any]:
    """Read a file in the place of Wagtail, which takes whole addresses only."""
    return importing.import_rows(
        rows=dataset, columns=(config["from_index"], config["to_index"]),
        is_permanent=config["permanent"], site=config["site"],
    )  # fmt: skip


redirects.create_redirects_from_dataset = import_dataset


@hooks.register("register_admin_urls", order=-1)
def register_seconds() -> list[URLPattern]:
    """Return Wagtail's own screens with our form and answer to who is second, found before its own."""
    return [
        path("redirects/add/", second(redirects.CreateView).as_view(form_class=MovedForm)),
        path(
            "redirects/<int:redirect_id>/", second(redirects.EditView).as_view(form_class=MovedForm)
        ),
    ]
