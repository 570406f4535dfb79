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

from cms.core import filing
from cms.desk.home.content import edit_url, pages_of
from cms.desk.reports.references import addresses, elsewhere
from cms.desk.reports.references.addresses import SINGLE, Ways
from cms.desk.reports.references.elsewhere import Spot
from cms.desk.reports.references.reasons import Reasons, keys_of
from cms.desk.reports.references.shown import Shown
from cms.desk.reports.references.uses import Noted, Use, uses
from cms.desk.reports.words import language
from cms.navigation.selectors import faults
from common.rooms import first, own_rooms

WHAT = {
    "page": gettext_lazy("Link to a page"),
    "address": gettext_lazy("Typed address"),
    "product": gettext_lazy("Product"),
    "collection": gettext_lazy("Collection"),
    "category": gettext_lazy("Category"),
    "vendor": gettext_lazy("Vendor"),
    "picture": gettext_lazy("Picture"),
    "document": gettext_lazy("Document"),
    "form": gettext_lazy("Form"),
}


@dataclass(frozen=True)
class Problem:
    """A place of a page, a menu or the like, or a redirect, that points at what nobody is shown.

    `what` is a key of `WHAT`; `state` is live, draft, menu, site, promoted, redirect or files.
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
    def language(self) -> str:
        """The language by its name."""
        return language(self.locale)

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
    """Return what is broken in what the person may see or change, live pages first.

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
    others = [
        (spot, Broken(what, pk, address))
        for spot, what, pk, address in elsewhere.broken(elsewhere.spots(user), ways)
    ]
    missing = [each for _, each in (*found, *others)]
    reasons = Reasons(user, keys_of((each.what, each.pk) for each in missing if each.pk))
    rows = {_row(use, broken, reasons): use.is_live for use, broken in found}
    redirects = _of_redirects(ways) if user.has_perm("wagtailredirects.change_redirect") else ()
    return [
        *sorted(_once(rows), key=_in_order),
        *(_elsewhere(spot, broken, reasons) for spot, broken in others),
        *redirects,
        *_of_folders(user),
    ]


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
        ("document", noted.documents - shown.documents),
        ("collection", noted.collections - shown.collections),
        ("vendor", noted.vendors - shown.vendors),
        ("form", noted.forms - shown.forms),
        ("product", noted.pieces - shown.pieces),
    )
    for what, missing in asked:
        yield from (Broken(what, pk) for pk in sorted(missing))
    for rail in sorted(noted.rails, key=repr):
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


def _said(broken: Broken, reasons: Reasons) -> str:
    said = (
        reasons.of(broken.what, broken.pk) if broken.pk else _("There is nothing at this address.")
    )
    return f"{broken.address}: {said}" if broken.address else said


def _elsewhere(spot: Spot, broken: Broken, reasons: Reasons) -> Problem:
    return Problem(
        title=spot.title, url=spot.url, kind=spot.kind, locale=spot.locale, state=spot.state,
        place=spot.place, what=broken.what, said=_said(broken, reasons),
    )  # fmt: skip


def _row(use: Use, broken: Broken, reasons: Reasons) -> Problem:
    anchor = f"#block-{use.block_id}-section" if use.block_id else ""
    return Problem(
        title=use.page.get_admin_display_title(), url=edit_url(use.page.pk) + anchor,
        kind=get_content_type_label(use.page.cached_content_type), locale=_locale(use),
        state="live" if use.is_live else "draft", place=use.place, what=broken.what,
        said=_said(broken, reasons),
    )  # fmt: skip


def _once(rows: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems of live pages, and those that only drafts have."""
    live = {(each.url, each.said) for each in rows if each.state == "live"}
    return (each for each in rows if each.state == "live" or (each.url, each.said) not in live)


def _in_order(each: Problem) -> tuple[bool, str, str, str]:
    return each.state != "live", each.title.lower(), each.url, each.said


def _of_redirects(ways: Ways) -> Iterator[Problem]:
    for each in Redirect.objects.select_related("redirect_page").order_by("old_path"):
        if said := _never_read(each, ways) or _leads_nowhere(each, ways):
            yield Problem(
                title=each.old_path, url=reverse("wagtailredirects:edit", args=(each.pk,)),
                kind=_("Redirect"), locale="", state="redirect", place="",
                what="page" if each.redirect_page_id else "address", said=said,
            )  # fmt: skip


def _never_read(redirect: Any, ways: Ways) -> str:
    """Return why nobody is led on; what pages left behind goes by itself where a page stands."""
    room = first(redirect.old_path)
    if room in own_rooms():
        return faults.SERVED.format(room=room)
    stands = ways.hold_page(redirect.old_path) and not redirect.automatically_created
    return faults.STANDS if stands else ""


def _leads_nowhere(redirect: Any, ways: Ways) -> str:
    if page := redirect.redirect_page:
        said = _("It leads to “%(name)s”, which is not published.") % {"name": page.title}
        return "" if page.live else said
    if ways.go_round(redirect.old_path):
        return _("It leads round in a circle, and nowhere.")
    path = addresses.of_redirect(redirect)
    if not path or ways.lead_somewhere(path) or addresses.thing(path)[0]:
        return ""
    return _("It leads to %(path)s, where nothing is.") % {"path": redirect.redirect_link}


def _of_folders(user: Any) -> Iterator[Problem]:
    for each in filing.closed(user):
        yield Problem(
            title=each.name, url=reverse("wagtailadmin_collections:edit", args=(each.pk,)),
            kind=_("Collection of files"), locale="", state="files", place="", what="document",
            said=filing.CLOSED,
        )  # fmt: skip
