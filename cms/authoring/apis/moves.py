"""Redirects over Wagtail's API are judged as in the admin."""

from importlib import import_module

from cms.navigation.forms import MovedForm

# Its package gives the same name to the router itself.
ROUTER = "wagtail.contrib.redirects.api.v3.router"


def judge_redirects() -> None:
    """Have Wagtail's API read redirects by our form instead of its own."""
    import_module(ROUTER).RedirectForm = MovedForm  # type: ignore[attr-defined]
