"""Menus, the website's settings and redirects on the admin's screens."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Site

from cms.home.models import HomePage
from cms.navigation.models import Menu, SiteSettings
from cms.navigation.selectors.redirects import Moved, resolve
from tests.factories import make_user, make_vendor

MENUS = "/admin/snippets/cms_navigation/menu/"


@pytest.fixture
def admin(home: HomePage) -> Client:
    client = Client()
    client.force_login(make_user(is_staff=True, is_superuser=True))
    return client


def somebody(*permissions: str) -> Client:
    user = make_user(is_staff=True)
    for each in ("wagtailadmin.access_admin", *permissions):
        label, codename = each.split(".")
        user.user_permissions.add(
            Permission.objects.get(content_type__app_label=label, codename=codename)
        )
    client = Client()
    client.force_login(user)
    return client


def menu_form(key: str, *items: tuple[str, dict[str, Any]]) -> dict[str, Any]:
    data: dict[str, Any] = {"key": key, "items-count": len(items)}
    for n, (kind, value) in enumerate(items):
        data |= {f"items-{n}-type": kind, f"items-{n}-order": n, f"items-{n}-deleted": ""}
        data |= {f"items-{n}-value-children-count": 0}
        data |= {f"items-{n}-value-{name}": each for name, each in value.items()}
    return data


def test_an_editor_makes_a_menu_of_two_levels(admin: Client) -> None:
    vendor = make_vendor(name="Ade")
    data = menu_form(
        "main", ("link", {"label": "New", "url": "/new/"}), ("vendor", {"target": vendor.pk})
    )
    data |= {
        "items-0-value-children-count": 1, "items-0-value-children-0-type": "vendor",
        "items-0-value-children-0-order": 0, "items-0-value-children-0-deleted": "",
        "items-0-value-children-0-value-target": vendor.pk,
        "items-0-value-children-0-value-label": "Our own",
    }  # fmt: skip
    assert admin.get(f"{MENUS}add/").status_code == 200
    assert admin.post(f"{MENUS}add/", data).status_code == 302
    menu = Menu.objects.get()
    assert (menu.key, menu.locale.language_code) == ("main", "en")
    items = Client().get("/api/v1/store/menus/main/").json()["items"]
    assert [(each["label"], len(each["children"])) for each in items] == [("New", 1), ("Ade", 0)]
    assert items[0]["children"][0]["label"] == "Our own"
    assert admin.get(f"{MENUS}edit/{menu.pk}/").status_code == 200
    assert "main" in admin.get(f"{MENUS}?q=main").content.decode()


@pytest.mark.parametrize("url", ["javascript:alert(1)", "//evil.example/", "about", "/a b", ""])
def test_a_link_that_leads_nowhere_is_refused(admin: Client, url: str) -> None:
    answer = admin.post(f"{MENUS}add/", menu_form("main", ("link", {"label": "Go", "url": url})))
    assert (answer.status_code, Menu.objects.count()) == (200, 0)


@pytest.mark.parametrize("kind", ["page", "collection", "category", "vendor", "product"])
@pytest.mark.parametrize("target", ["", "0", "9" * 30])
def test_an_item_that_points_at_nothing_is_refused(admin: Client, kind: str, target: str) -> None:
    answer = admin.post(f"{MENUS}add/", menu_form("main", (kind, {"target": target, "label": ""})))
    assert (answer.status_code, Menu.objects.count()) == (200, 0)


def test_a_second_menu_of_a_key_is_refused_in_one_language_only(admin: Client) -> None:
    Locale.objects.get_or_create(language_code="fr")
    assert admin.post(f"{MENUS}add/", menu_form("main")).status_code == 302
    again = admin.post(f"{MENUS}add/", menu_form("main"))
    assert "There is a menu of this key in this language already." in again.content.decode()
    assert admin.post(f"{MENUS}add/?locale=fr", menu_form("main")).status_code == 302
    assert Menu.objects.filter(key="main").count() == 2


def test_only_who_has_the_permission_sees_or_changes_menus(home: HomePage) -> None:
    stranger, maker = somebody(), somebody("cms_navigation.add_menu")
    assert stranger.get(MENUS).status_code == 302
    assert stranger.post(f"{MENUS}add/", menu_form("main")).status_code == 302
    assert not Menu.objects.exists()
    assert maker.post(f"{MENUS}add/", menu_form("main")).status_code == 302
    menu = Menu.objects.get()
    assert maker.post(f"{MENUS}edit/{menu.pk}/", menu_form("other")).status_code == 302
    assert maker.post(f"{MENUS}delete/{menu.pk}/").status_code == 302
    assert Menu.objects.get().key == "main"


def settings_form(**changes: Any) -> dict[str, Any]:
    data: dict[str, Any] = {"name": "Adire House", "announcement_tone": "info", "social-count": 0}
    data |= {"words-TOTAL_FORMS": 0, "words-INITIAL_FORMS": 0, "words-MIN_NUM_FORMS": 0}
    return data | {"words-MAX_NUM_FORMS": 1000} | changes


def words(n: int, locale: Locale, **said: str) -> dict[str, Any]:
    data = {"locale": locale.pk, "ORDER": n + 1, "id": "", "DELETE": "", "tagline": "Hello"}
    data |= dict.fromkeys(("description", "announcement", "announcement_link"), "")
    data |= {"not_found_title": "", "not_found_text": "null", **said}
    return {f"words-{n}-{name}": each for name, each in data.items()}


def settings_url() -> str:
    site = Site.objects.get(is_default_site=True)
    return f"/admin/settings/cms_navigation/sitesettings/{site.pk}/"


def test_the_website_is_told_of_in_two_languages(admin: Client) -> None:
    english = Locale.get_default()
    french, _ = Locale.objects.get_or_create(language_code="fr")
    data = (
        settings_form(phone="0801 234 5678") | words(0, english) | words(1, french, tagline="Salut")
    )
    assert admin.get(settings_url()).status_code == 200
    assert admin.post(settings_url(), data | {"words-TOTAL_FORMS": 2}).status_code == 302
    found = Client().get("/api/v1/store/site/?locale=fr").json()
    assert (found["name"], found["tagline"]) == ("Adire House", "Salut")
    assert found["contact"]["phone"] == "+2348012345678"


def test_one_language_twice_is_refused(admin: Client) -> None:
    english = Locale.get_default()
    data = settings_form() | words(0, english) | words(1, english) | {"words-TOTAL_FORMS": 2}
    answer = admin.post(settings_url(), data)
    assert answer.status_code == 200
    rows = answer.context["form"].formsets["words"]
    assert [dict(each) for each in rows.errors] == [
        {}, {"locale": ["There are words for English already."]},
    ]  # fmt: skip
    assert not rows.non_form_errors()
    assert "There are words for English already." in answer.content.decode()
    assert not SiteSettings.objects.filter(name="Adire House").exists()
    moved = admin.post(settings_url(), data | {"words-0-DELETE": "on"})
    assert moved.status_code == 302


@pytest.mark.parametrize("ends", ["2026-05-01 10:00", "2026-04-30 23:59"])
def test_an_announcement_that_ends_too_early_is_told_at_its_field(admin: Client, ends: str) -> None:
    when = {"announcement_starts_at": "2026-05-01 10:00", "announcement_ends_at": ends}
    answer = admin.post(settings_url(), settings_form(**when))
    assert answer.status_code == 200
    assert dict(answer.context["form"].errors) == {
        "announcement_ends_at": ["The announcement must end after it starts."]
    }


@pytest.mark.parametrize(
    "changes",
    [{"phone": "12"}, {"email": "nobody"}, {"picture": "x"}, {"not_found_menu": "9" * 30}, {"announcement_url": "javascript:1"},
     {"announcement_starts_at": "2026-02-01 10:00", "announcement_ends_at": "2026-01-01 10:00"}],
)  # fmt: skip
def test_a_wrong_setting_is_refused(admin: Client, changes: dict[str, str]) -> None:
    assert admin.post(settings_url(), settings_form(**changes)).status_code == 200
    assert not SiteSettings.objects.filter(name="Adire House").exists()


def test_only_who_has_the_permission_changes_the_website(home: HomePage) -> None:
    assert somebody().post(settings_url(), settings_form()).status_code == 302
    assert not SiteSettings.objects.exists()
    keeper = somebody("cms_navigation.change_sitesettings")
    assert keeper.post(settings_url(), settings_form()).status_code == 302
    assert SiteSettings.objects.get().name == "Adire House"


def test_a_file_of_redirects_is_imported_and_answered(home: HomePage) -> None:
    editor = make_user(is_staff=True)
    editor.groups.add(Group.objects.get(name="Editors"))
    client = Client()
    client.force_login(editor)
    lines = [
        "from,to",
        "/old/,https://shop.example/new/",
        "/bad/,not an address",
        "/sale?b=2&a=1,https://x.example/",
    ]
    sent = SimpleUploadedFile("moves.csv", "\n".join(lines).encode(), "text/csv")
    shown = client.post("/admin/redirects/import/", {"import_file": sent}).content.decode()
    hidden = dict(re.findall(r'name="(import_file_name|input_format)" value="([^"]+)"', shown))
    data = {**hidden, "from_index": "0", "to_index": "1", "permanent": "on", "site": ""}
    summary = client.post("/admin/redirects/import/process/", data).content.decode()
    assert "not an address" in summary
    assert Redirect.objects.count() == 2
    site = Site.objects.get(is_default_site=True)
    assert resolve(site, "/old/") == Moved("https://shop.example/new/", True)
    assert resolve(site, "/sale?a=1&b=2") == Moved("https://x.example/", True)
