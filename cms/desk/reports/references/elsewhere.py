"""What menus, the shop about itself and promoted results point at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.desk.reports.references import addresses
from cms.desk.reports.references.addresses import SINGLE, Ways
from cms.desk.reports.references.shown import keys
from cms.desk.reports.references.uses import Noted
from cms.navigation.models import Menu, SiteSettings
from cms.navigation.selectors import targets
from cms.search.models import TARGETS, Promotion

Ref = tuple[str, int]


@dataclass(frozen=True)
class Spot:
    """A place outside pages that points at things or at typed addresses.

    `state` is menu, site or promoted.
    """

    title: str
    url: str
    kind: str
    locale: str
    state: str
    place: str = ""
    refs: tuple[Ref, ...] = ()
    addresses: tuple[str, ...] = field(default=())


def spots(user: Any) -> Iterator[Spot]:
    """Yield every place outside pages that the person may change; five statements."""
    if user.has_perm("cms_navigation.change_menu"):
        for menu in Menu.objects.select_related("locale").order_by("key", "locale"):
            yield from _of_menu(menu)
    if user.has_perm("cms_navigation.change_sitesettings"):
        for site in SiteSettings.objects.prefetch_related("words__locale").order_by("pk"):
            yield from _of_site(site)
    if user.has_perm("cms_search.change_promotion"):
        yield from map(_of_promotion, Promotion.objects.select_related("locale"))


def broken(found: Iterable[Spot], ways: Ways) -> Iterator[tuple[Spot, str, int, str]]:
    """Yield `(spot, what, key, address)` of everything that shoppers are not shown.

    The rule is that of menus: what is not public is left out.
    """
    every = list(found)
    paths = {addresses.inner(each) for spot in every for each in spot.addresses} - {""}
    named = keys(addresses.named(paths))
    for locale in dict.fromkeys(each.locale for each in every):
        ours = [each for each in every if each.locale == locale]
        refs = {each for spot in ours for each in spot.refs}
        refs |= {(SINGLE[kind], pk) for kind, found in named.items() for pk in found.values()}
        shown = targets.resolve(refs, locale=locale or settings.LANGUAGE_CODE)
        for spot in ours:
            yield from ((spot, *ref, "") for ref in spot.refs if ref not in shown)
            for address in spot.addresses:
                missing = _missing(address, ways, named, shown)
                if missing is not None:
                    yield (spot, *missing, address)


def _missing(
    address: str, ways: Ways, named: dict[str, dict[str, int]], shown: dict[Ref, Any]
) -> Ref | None:
    path = addresses.inner(address)
    if not path or ways.lead_somewhere(path):
        return None
    kind, slug = addresses.thing(path)
    if not kind:
        return ("address", 0)
    ref = (SINGLE[kind], named[kind].get(slug, 0))
    return None if ref in shown else ref


def _of_menu(menu: Menu) -> Iterator[Spot]:
    for number, item in enumerate(menu.items.get_prep_value(), 1):
        yield _of_item(menu, item, str(number))
        for below, child in enumerate(item["value"].get("children") or [], 1):
            yield _of_item(menu, child, f"{number}.{below}")


def _of_item(menu: Menu, item: dict[str, Any], number: str) -> Spot:
    value, kind = item["value"], item["type"]
    target = value.get("target")
    anchor = f"#block-{item['id']}-section" if item.get("id") else ""
    label = value.get("label") or ""
    return Spot(
        title=menu.key,
        url=reverse("wagtailsnippets_cms_navigation_menu:edit", args=(menu.pk,)) + anchor,
        kind=_("Menu"), locale=menu.locale.language_code, state="menu",
        place=(_("Item %(number)s") % {"number": number}) + (f": {label}" if label else ""),
        refs=((kind, int(target)),) if target else (),
        addresses=(value["url"],) if value.get("url") else (),
    )  # fmt: skip


def _of_site(site: Any) -> Iterator[Spot]:
    place: dict[str, Any] = {
        "title": str(site._meta.verbose_name).capitalize(), "kind": _("Settings"), "state": "site",
        "url": reverse("wagtailsettings:edit", args=("cms_navigation", "sitesettings", site.site_id)),
    }  # fmt: skip
    if site.announcement_url:
        yield Spot(**place, locale="", place=_("Announcement"), addresses=(site.announcement_url,))
    for words in site.words.all():
        noted = Noted()
        noted.html(words.not_found_text)
        yield Spot(
            **place, locale=words.locale.language_code, place=_("Page not found"),
            refs=(
                *(("page", each) for each in sorted(noted.pages)),
                *(("document", each) for each in sorted(noted.documents)),
            ),
            addresses=tuple(sorted(noted.addresses)),
        )  # fmt: skip


def _of_promotion(promotion: Promotion) -> Spot:
    found = ((name, getattr(promotion, f"{name}_id")) for name in TARGETS)
    return Spot(
        title=promotion.words,
        url=reverse("wagtailsnippets_cms_search_promotion:edit", args=(promotion.pk,)),
        kind=_("Promoted result"), locale=promotion.locale.language_code, state="promoted",
        refs=tuple((name, pk) for name, pk in found if pk is not None),
    )  # fmt: skip
