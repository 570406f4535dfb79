"""The form of a page: an address that was left empty is made of the title, and none is taken twice."""

from itertools import count
from typing import Any

from django.conf import settings
from django.utils.text import slugify
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page

LONGEST = 240
FRONT = 2  # The depth of front pages: those right below have addresses of one part.
# What the shop itself shows there (`cms.navigation.selectors.targets`), and drafts.
TAKEN = {"products", "categories", "vendors", "preview"}
OF_THE_SHOP = "The shop itself is at /{slug}/: choose another address."
OF_A_LANGUAGE = "/{slug}/ is where the pages in that language begin: choose another address."


def objection(slug: str, parent: Page) -> str:
    """Return why a page below `parent` cannot have this address, as a sentence; nothing if it can."""
    if parent.depth != FRONT:
        return ""
    if slug in settings.SHOP_LOCALES:
        return OF_A_LANGUAGE.format(slug=slug)
    return OF_THE_SHOP.format(slug=slug) if slug in TAKEN else ""


class PageForm(WagtailAdminPageForm):  # type: ignore[misc]
    """Wagtail's form, which leaves an empty address to us.

    The editor fills it from the title a moment later; who saves before that is not asked for it.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean(self) -> Any:
        """Fill an empty address with a free one; refuse one that leads elsewhere."""
        said = self.cleaned_data
        if "slug" in self.fields and not said.get("slug") and "slug" not in self.errors:
            said["slug"] = self.instance.slug or self._free(said.get("title") or "")
        if objected := objection(said.get("slug") or "", self._parent()):
            self.add_error("slug", objected)
        return super().clean()

    def _parent(self) -> Page:
        found: Page = self.parent_page or self.instance.get_parent()
        return found

    def _free(self, title: str) -> str:
        is_wide = getattr(settings, "WAGTAIL_ALLOW_UNICODE_SLUGS", True)
        base = slugify(title, allow_unicode=is_wide)[:LONGEST] or "page"
        names = (base if n == 1 else f"{base}-{n}" for n in count(1))
        parent = self._parent()
        return next(
            each
            for each in names
            if Page._slug_is_available(each, parent, self.instance) and not objection(each, parent)
        )
