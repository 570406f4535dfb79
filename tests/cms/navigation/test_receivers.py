"""Whoever prints menus and the shop's own words hears that they changed."""

from typing import Any

import pytest
from wagtail.models import Locale, Site

from cms.navigation.models import Menu, SiteSettings
from common.outbox.models import OutboxEvent

pytestmark = pytest.mark.django_db


def told(type: str) -> list[dict[str, Any]]:
    found = [each.payload for each in OutboxEvent.objects.filter(type=type).order_by("pk")]
    OutboxEvent.objects.all().delete()
    return found


def test_a_menu_is_told_of_with_the_key_it_had() -> None:
    menu = Menu.objects.create(key="main", locale=Locale.get_default())
    [made] = told("menu.changed")
    assert (made["key"], made["menus"], made["locales"]) == ("main", ["main"], ["en"])
    menu.key = "top"
    menu.save()
    assert [each["menus"] for each in told("menu.changed")] == [["main", "top"]]
    menu.delete()
    [gone] = told("menu.changed")
    assert "top" in gone["menus"]


def test_what_the_shop_says_of_itself_is_told_of() -> None:
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    told("site.changed")
    settings.announcement_is_on = True
    settings.save()
    [changed] = told("site.changed")
    assert (changed["site"], changed["menus"], changed["sitemap"]) == (True, [], False)
