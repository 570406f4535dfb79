"""Putting pages into the tree where they are missing."""

from typing import Any

from wagtail.models import Locale, Page, Site

from cms.home.models import HomePage


def found_home() -> HomePage | None:
    """Return the front page of the default site, if it is one of ours."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    page = site.root_page.specific if site is not None else None
    return page if isinstance(page, HomePage) else None


def put_home(page: HomePage) -> HomePage:
    """Make the page the front page of the default site, instead of Wagtail's welcome."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    page.locale = Locale.get_default()
    Page.objects.get(depth=1).add_child(instance=page)
    publish(page)
    if site is None:
        Site.objects.create(
            hostname="localhost", root_page=page, is_default_site=True, site_name="Fashionistar"
        )
        return page
    welcome = site.root_page
    site.root_page, site.site_name = page, "Fashionistar"
    site.save()
    if welcome.depth == 2 and type(welcome.specific) is Page:
        welcome.delete()
    return page


def put(parent: Page, kind: type[Any], slug: str, /, **fields: Any) -> Any:
    """Return the page at the slug, made and published if there is none, whatever its kind."""
    known = parent.get_children().filter(slug=slug).first()
    if known is not None:
        return known.specific
    page = kind(slug=slug, locale=parent.locale, **{"show_in_menus": True, **fields})
    parent.add_child(instance=page)
    publish(page)
    return page


def publish(page: Any) -> None:
    """Publish what the page says now."""
    page.save_revision().publish()
