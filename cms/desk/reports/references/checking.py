"""Holding what pages ask for against what shoppers are shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.contrib.redirects.models import Redirect
from wagtail.coreutils import get_content_type_label

from cms.desk.home.content import edit_url, pages_of
from cms.desk.reports.references import addresses
from cms.desk.reports.references.addresses import Ways
from cms.desk.reports.references.reasons import Reasons, keys_of
from cms.desk.reports.references.shown import Shown
from cms.desk.reports.references.uses import Noted, Use, uses

WHAT = {
    "page": gettext_lazy("Link to a page"),
    "address": gettext_lazy("Typed address"),
    "product": gettext_lazy("Product"),
    "collection": gettext_lazy("Collection"),
    "category": gettext_lazy("Category"),
    "vendor": gettext_lazy("Vendor"),
    "picture": gettext_lazy("Picture"),
    "form": gettext_lazy("Form"),
}
SINGLE = {
    "products": "product", "collections": "collection", "categories": "category",
    "vendors": "vendor",
}  # fmt: skip


@dataclass(frozen=True)
class Problem:
    """A place of a page, or a redirect, that points at what shoppers cannot see.

    `what` is a key of `WHAT`; `state` is live, draft or redirect.
    """

    title: str
    url: str
    kind: str
    locale: str
    state: str
    place: str
    what: str
    said: str

    @property
    def pointing_at(self) -> str:
        """What is pointed at, in words."""
        return str(WHAT[self.what])


@dataclass(frozen=True)
class Broken:
    """A thing that a place asks for and that is not shown: by its key, or by its address."""

    what: str
    pk: int = 0
    address: str = ""


def problems(*, user: Any) -> list[Problem]:
    """Return what is broken in the pages that the person may see, the live ones first.

    About a second for a thousand pages; the statements grow with the languages and with every
    fifty products and rows of products, not with the pages.
    """
    places = list(uses(pages_of(user)))
    ways = Ways.read()
    found = [
        (use, broken)
        for locale, _name in settings.LANGUAGES
        for use, broken in _broken([e for e in places if _locale(e) == locale], ways, locale)
    ]
    reasons = Reasons(user, keys_of((each.what, each.pk) for _, each in found if each.pk))
    rows = {_row(use, broken, reasons): use.is_live for use, broken in found}
    redirects = _of_redirects(ways) if user.has_perm("wagtailredirects.change_redirect") else ()
    return [*sorted(_once(rows), key=_in_order), *redirects]


def _locale(use: Use) -> str:
    return str(use.page.locale.language_code)


def _broken(places: list[Use], ways: Ways, locale: str) -> Iterator[tuple[Use, Broken]]:
    paths = {addresses.inner(each) for use in places for each in use.noted.addresses} - {""}
    shown = Shown((each.noted for each in places), addresses.named(paths), locale=locale)
    for use in places:
        found = [*_things(use.noted, shown), *_addresses(use.noted, shown, ways)]
        yield from ((use, each) for each in dict.fromkeys(found))


def _things(noted: Noted, shown: Shown) -> Iterator[Broken]:
    asked = (
        ("picture", noted.pictures - shown.pictures),
        ("page", noted.pages - shown.pages),
        ("collection", noted.collections - shown.collections),
        ("vendor", noted.vendors - shown.vendors),
        ("form", noted.forms - shown.forms),
        ("product", noted.pieces - shown.pieces),
    )
    for what, missing in asked:
        yield from (Broken(what, pk) for pk in sorted(missing))
    for rail in noted.rails.values():
        yield from (Broken("product", pk) for pk in rail.product_ids if pk not in shown.products)
        if rail.target_id is not None and (rail.source, rail.target_id) not in shown.rails:
            yield Broken(rail.source, rail.target_id)


def _addresses(noted: Noted, shown: Shown, ways: Ways) -> Iterator[Broken]:
    for address in sorted(noted.addresses):
        path = addresses.inner(address)
        if not path or ways.lead_somewhere(path):
            continue
        kind, slug = addresses.thing(path)
        if not kind:
            yield Broken("address", address=address)
        elif not shown.has(kind, slug):
            pk = shown.named[kind].get(slug, 0)
            yield Broken(SINGLE[kind], pk, address)


def _row(use: Use, broken: Broken, reasons: Reasons) -> Problem:
    said = (
        reasons.of(broken.what, broken.pk) if broken.pk else _("There is nothing at this address.")
    )
    anchor = f"#block-{use.block_id}-section" if use.block_id else ""
    return Problem(
        title=use.page.get_admin_display_title(), url=edit_url(use.page.pk) + anchor,
        kind=get_content_type_label(use.page.cached_content_type), locale=_locale(use),
        state="live" if use.is_live else "draft", place=use.place, what=broken.what,
        said=f"{broken.address}: {said}" if broken.address else said,
    )  # fmt: skip


def _once(rows: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems of live pages, and those that only drafts have."""
    live = {(each.url, each.said) for each in rows if each.state == "live"}
    return (each for each in rows if each.state == "live" or (each.url, each.said) not in live)


def _in_order(each: Problem) -> tuple[bool, str, str, str]:
    return each.state != "live", each.title.lower(), each.url, each.said


def _of_redirects(ways: Ways) -> Iterator[Problem]:
    for each in Redirect.objects.select_related("redirect_page").order_by("old_path"):
        if each.redirect_page_id:
            is_dead = not each.redirect_page.live
            said = _("It leads to “%(name)s”, which is not published.")
            said %= {"name": each.redirect_page.title}
        else:
            path = addresses.of_redirect(each)
            is_dead = bool(path) and not ways.lead_somewhere(path) and not addresses.thing(path)[0]
            said = _("It leads to %(path)s, where nothing is.") % {"path": each.redirect_link}
        if is_dead:
            yield Problem(
                title=each.old_path, url=reverse("wagtailredirects:edit", args=(each.pk,)),
                kind=_("Redirect"), locale="", state="redirect", place="",
                what="page" if each.redirect_page_id else "address", said=said,
            )  # fmt: skip
