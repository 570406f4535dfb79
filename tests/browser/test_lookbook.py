"""A lookbook from an empty form to two languages, and scripts that nobody's browser runs.

An editor writes every block, sees the draft beside the form, plans it and submits it; a
merchandiser approves the first step and a publisher the last; the worker puts it on the site in its
minute.
"""

import re
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import timezone
from playwright.sync_api import Browser, expect

from cms import demo
from cms.core.blocks import BODY_BLOCKS
from cms.forms.models import Form, FormField
from cms.lookbooks.models import LookbookPage
from commerce.catalogue.models import Collection
from tests.browser import chromium
from tests.browser.goods import make_garment
from tests.browser.visitor import Visitor
from tests.browser.writing import Writing
from tests.cms.blocks import block, items
from tests.cms.delivery.test_scripts import PAYLOADS
from tests.cms.stories.making import make_editor
from tests.cms.translating import desk
from tests.factories import make_vendor
from tests.flows import serving

pytestmark = [pytest.mark.timeout(600), pytest.mark.slow]
WIDE = {"width": 1280, "height": 900}
LATEST = 240


@pytest.fixture(scope="module")
def base(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Serve a shop that knows its address, with a real worker and beat."""
    folder, port = tmp_path_factory.mktemp("lookbook"), serving.free_port()
    shop, media = f"http://{serving.HOST}:{port}", str(folder / "media")
    kept = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    here = {"SHOP_URL": shop, "CLIENT_URL": f"{shop}/client"}
    with (
        override_settings(
            MEDIA_ROOT=media, STORAGES={**settings.STORAGES, "default": kept}, **here
        ),
        django_db_blocker.unblock(),
        serving.database() as name,
    ):
        variables = {"FOR_BROWSERS": "true", "MEDIA_ROOT": media, "BROKER_PREFIX": name, **here}
        with (
            serving.served(name, folder / "web.log", port=port, **variables) as address,
            serving.working(name, folder, **variables),
        ):
            yield address


@pytest.fixture(scope="module")
def browser(base: str) -> Iterator[Browser]:
    with chromium.browser() as found:
        yield found


def visitor_of(browser: Browser, base: str, email: str) -> Visitor:
    page = browser.new_context(viewport=WIDE).new_page()  # type: ignore[arg-type]
    page.set_default_timeout(30_000)
    found = Visitor(page, base)
    page.goto(f"{base}/admin/")
    found.sign_in(email, ours=False)
    return found


def write_every_block(writing: Writing) -> None:
    add, fill, choose = writing.add, writing.fill, writing.choose
    at = add("Hero")
    fill(at, title="Rain on indigo", text="Worn wet.", link_label="About", link_url="/about/")
    choose(f"{at}-image")
    writing.write(add("Text"), "The cloth remembers.")
    fill(add("Quote"), text="You do not hurry a vat.", attribution="Adunni")
    at = add("Questions and answers")
    fill(at, **{"title": "Asked", "questions-0-value-question": "Does it bleed?"})
    writing.write(f"{at}-questions-0-value-answer", "The first three times.")
    at = add("Size guide")
    fill(at, title="Sizes")
    writing.table(f"{at}-table", ["Words", "Length in cm"], ["Size", "Chest"], [["M", "92-96"]])
    at = add("Picture")
    choose(f"{at}-image")
    fill(at, alt="Indigo", caption="Dyed")
    at = add("Gallery")
    choose(f"{at}-images-0-value-image")
    writing.add_item(f"{at}-images")
    choose(f"{at}-images-1-value-image")
    fill(add("Film"), url="https://youtu.be/abcdefghijk", title="The vat")
    at = add("Call to action")
    fill(at, **{"title": "Come by", "links-0-value-label": "About us",
                "links-0-value-url": "/about/"})  # fmt: skip
    fill(add("Product rail"), title="Just in")
    at = add("Shop the look")
    choose(f"{at}-image")
    choose(f"{at}-hotspots-0-value-variant", "Amina")
    fill(at, **{"hotspots-0-value-x": "40", "hotspots-0-value-y": "30"})
    choose(f"{add('Collection teaser')}-collection", "Rainy")
    choose(f"{add('Vendor teaser')}-vendor", "Adunni")
    choose(f"{add('Form')}-form")


def the_draft_beside_the_form(visitor: Visitor) -> str:
    page = visitor.page
    page.get_by_role("button", name="Toggle preview").click()
    inner = page.frame_locator("iframe").first.frame_locator("iframe")
    expect(inner.get_by_text("Rain on indigo")).to_be_visible()
    return next(each.url for each in page.frames if "/client/preview/" in each.url)


def approve(visitor: Visitor, page_id: int, step: str) -> None:
    page = visitor.page
    page.goto(f"{visitor.base}/admin/pages/{page_id}/edit/")
    page.get_by_role("button", name="More actions").click()
    with page.expect_navigation():
        page.get_by_role("button", name=step, exact=True).click()


def read(base: str, path: str, locale: str = "en") -> httpx.Response:
    asked = {"path": path, "locale": locale}
    return httpx.get(f"{base}/api/v1/store/pages/", params=asked)


def went_live(base: str, path: str) -> datetime:
    for _ in range(LATEST):
        if read(base, path).status_code == 200:
            return timezone.now()
        time.sleep(1)
    raise AssertionError("It did not go live.")


def test_a_lookbook_of_every_block_goes_live_in_its_minute_in_two_languages(
    browser: Browser, base: str
) -> None:
    vendor = make_vendor(name="Adunni Atelier")
    make_garment(vendor, title="Amina lace day dress")
    Collection.objects.create(slug="rainy-season", title="Rainy season")
    form = Form.objects.create(title="Write to us")
    FormField.objects.create(form=form, label="Your name", field_type="singleline")
    home = demo.seed()
    admin = desk.admin()
    desk.begin(admin, home)
    desk.translate(admin, home)
    desk.publish(admin, home)

    editor = visitor_of(browser, base, make_editor().email or "")
    editor.page.goto(f"{base}/admin/pages/add/cms_lookbooks/lookbookpage/{home.pk}/")
    editor.page.locator("#id_title").fill("Rains")
    write_every_block(Writing(editor.page))
    editor.page.get_by_role("button", name="Save draft").click()
    editor.page.wait_for_url("**/edit/**")
    page = LookbookPage.objects.get(title="Rains")
    assert {
        each["type"] for each in page.get_latest_revision_as_object().body.get_prep_value()
    } == {name for name, _ in BODY_BLOCKS}
    preview = the_draft_beside_the_form(editor)
    seen = Visitor(browser.new_context(viewport={"width": 390, "height": 844}).new_page(), base)
    seen.go(preview.removeprefix(base))
    seen.reads("Draft")
    seen.reads("Does it bleed?")

    at = (timezone.now() + timedelta(minutes=3)).replace(second=0, microsecond=0)
    editor.page.goto(f"{base}/admin/pages/{page.pk}/edit/")
    Writing(editor.page).plan(at)
    editor.page.get_by_role("button", name="More actions").click()
    with editor.page.expect_navigation():
        editor.page.get_by_role("button", name="Submit to Editorial review").click()
    merchandiser = visitor_of(browser, base, make_editor("Merchandisers").email or "")
    merchandiser.reads("Rains")
    approve(merchandiser, page.pk, "Approve")
    publisher = visitor_of(browser, base, make_editor("Publishers").email or "")
    publisher.reads("Rains")
    assert read(base, "/rains/").status_code == 404
    approve(publisher, page.pk, "Approve and Publish")
    assert read(base, "/rains/").status_code == 404

    live = went_live(base, "/rains/")
    assert at <= live < at + timedelta(minutes=1), f"planned for {at}, live at {live}"
    english = read(base, "/rains/").json()
    assert {each["type"] for each in english["body"]} == {name for name, _ in BODY_BLOCKS}
    seen.go("/client/rains/")

    page = LookbookPage.objects.get(pk=page.pk)
    translator = desk.signed_in(make_editor("Translators"))
    desk.begin(translator, page)
    desk.translate(translator, page)
    desk.submit(translator, page)
    assert read(base, "/rains-fr/", "fr").status_code == 404
    reviewers = ("Merchandisers", "Publishers")
    assert [desk.approve_one(desk.signed_in(make_editor(each)), page) for each in reviewers] == [
        "Product check", "Publication",
    ]  # fmt: skip
    french = read(base, "/rains-fr/", "fr").json()
    assert (french["title"], french["locale"]) == ("FR Rains", "fr")
    assert french["alternates"] == [{"locale": "en", "path": "/rains/"}]
    seen.go("/client/fr/rains-fr/")


def test_no_browser_runs_a_script_that_was_written_into_a_page(browser: Browser, base: str) -> None:
    home = demo.seed()
    body = []
    for payload in PAYLOADS:
        asked = {"question": payload, "answer": payload}
        body += [
            block("rich_text", payload),
            block("quote", {"text": payload, "attribution": payload}),
            block("faq", {"title": payload, "questions": items(asked)}),
        ]
    page = LookbookPage(title=PAYLOADS[0], slug="scripts", season=PAYLOADS[1], body=body)
    home.add_child(instance=page)
    vendor = make_vendor(name=PAYLOADS[2])
    make_garment(vendor, title=PAYLOADS[3])
    visitor = visitor_of(browser, base, make_editor("Publishers").email or "")
    ran: list[str] = []
    visitor.page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    for path in (
        "/client/scripts/", "/", "/admin/", f"/admin/pages/{page.pk}/edit/",
        f"/admin/pages/{home.pk}/", "/admin/desk_products/", "/admin/product_chooser/",
    ):  # fmt: skip
        answer = visitor.page.goto(base + path)
        assert answer is not None
        assert answer.ok, path
        visitor.page.wait_for_load_state("networkidle")
    assert ran == []
    refused = re.compile("CSP: script-src|CSP: frame|CSP: object")
    assert [each for each in visitor.trouble if refused.search(each)] == []
