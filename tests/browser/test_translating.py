"""A page is translated in the admin's editor of translations, at a desk and at a phone."""

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as BrowserPage
from wagtail.models import Locale, Page

from cms import demo
from cms.pages.models import StandardPage
from tests.browser.visitor import Visitor
from tests.cms.blocks import block, items, make_picture
from tests.cms.delivery.test_scripts import PAYLOADS
from tests.cms.stories.making import make_editor
from tests.cms.translating import desk
from tests.factories import make_user

pytestmark = pytest.mark.timeout(600)


def page() -> StandardPage:
    """Have an English page whose parent is French too."""
    home = demo.seed()
    if not home.has_translation(Locale.objects.get(language_code="fr")):
        desk.begin(desk.admin(), home)
    name = f"hello-{timezone.now():%H%M%S%f}"
    found = StandardPage(
        title="Hello", slug=name, body=[{"type": "rich_text", "value": "<p>Hi</p>"}]
    )
    home.add_child(instance=found)
    return found


def begun(visitor: Visitor, source: StandardPage) -> BrowserPage:
    """Begin a translation and open it as somebody who may do everything; return the browser."""
    desk.begin(desk.admin(), source)
    staff = make_user(is_staff=True, is_superuser=True)
    target = source.get_translation(desk.french())
    visitor.page.goto(f"{visitor.base}/admin/pages/{target.pk}/edit/")
    visitor.sign_in(staff.email or "", ours=False)
    return visitor.page


def test_a_text_is_translated_and_the_page_goes_to_its_reviewers(visitor: Visitor) -> None:
    source = page()
    browser = begun(visitor, source)
    browser.get_by_role("button", name="Translate", exact=True).first.click()
    browser.locator("textarea").first.fill("Bonjour")
    with browser.expect_response(lambda answer: "/strings/" in answer.url) as answered:
        browser.get_by_role("button", name="Save", exact=True).first.click()
    assert answered.value.status == 201
    visitor.look(ours=False)
    visitor.press("Submit for review", role="link", ours=False)
    visitor.reads("1 of 3 texts are translated")
    visitor.press("Submit for review", ours=False)
    visitor.reads("With its reviewers")
    assert source.get_translation(desk.french()).workflow_in_progress


def test_a_text_that_does_not_fit_is_said_so_beside_it(visitor: Visitor) -> None:
    source = page()
    source.body = [{"type": "quote", "value": {"text": "Hi", "attribution": "Ada"}}]
    source.save_revision().publish()
    browser = begun(visitor, source)
    browser.get_by_role("button", name="Translate", exact=True).last.click()
    browser.locator("textarea").first.fill("x" * 601)
    browser.get_by_role("button", name="Save", exact=True).first.click()
    browser.get_by_text("characters (it has 601).").first.wait_for()
    browser.get_by_role("button", name="Translate", exact=True).first.click()
    browser.locator("textarea").first.fill("x" * 256)
    browser.get_by_role("button", name="Save", exact=True).first.click()
    browser.get_by_text("at most 255 characters (it has 256).").first.wait_for()
    visitor.look(ours=False)


def opened(visitor: Visitor, target: Page, *groups: str) -> None:
    """Open the editor of a translation as a member of these groups."""
    visitor.page.goto(f"{visitor.base}/admin/pages/{target.pk}/edit/")
    visitor.sign_in(make_editor(*groups).email or "", ours=False)


def at_hand(found: Locator) -> bool:
    """Return whether something is within the window, all of it, and nothing lies over it."""
    return bool(
        found.evaluate("""(it) => {
          const {left, top, right, bottom} = it.getBoundingClientRect();
          const corners = [[left, top], [right, top], [left, bottom], [right, bottom]];
          const inward = ([x, y]) => [x + (x === left ? 4 : -4), y + (y === top ? 4 : -4)];
          return corners.map(inward).every(([x, y]) => it.contains(document.elementFromPoint(x, y)));
        }""")
    )


def test_what_is_next_is_at_hand_in_one_bar_and_deleting_is_not(visitor: Visitor) -> None:
    source = page()
    desk.begin(desk.admin(), source)
    opened(visitor, source.get_translation(desk.french()), "Translators")
    browser = visitor.page
    submit = browser.get_by_role("link", name="Submit for review")
    assert at_hand(submit)
    assert at_hand(browser.get_by_text("Draft", exact=True).last)
    delete = browser.get_by_role("link", name="Delete", exact=True)
    assert not any(each.is_visible() for each in delete.all())
    more = browser.get_by_role("button", name="More actions")
    assert more.count() == 1
    more.click()
    expect(browser.get_by_role("link", name="Preview", exact=True)).to_be_visible()
    assert not browser.get_by_role("link", name="Convert to alias page").count()
    browser.keyboard.press("Escape")
    visitor.press("Submit for review", role="link", ours=False)
    visitor.press("Submit for review", ours=False)
    assert at_hand(browser.get_by_text("With its reviewers: "))
    assert at_hand(browser.get_by_role("link", name="Preview", exact=True))
    visitor.look(ours=False)


def test_who_may_publish_does_so_from_the_same_bar(visitor: Visitor) -> None:
    source = page()
    desk.begin(desk.admin(), source)
    target = source.get_translation(desk.french())
    opened(visitor, target, "Publishers")
    visitor.press("Publish in French", ours=False)
    assert Page.objects.get(pk=target.pk).live
    visitor.reads("Visitors see this version")


def decided(visitor: Visitor, target: Page) -> None:
    """Make sure that a decision led back to the editor, and look at it."""
    visitor.page.wait_for_url(f"**/admin/pages/{target.pk}/edit/")
    visitor.look(ours=False)


def test_reviewers_send_back_and_approve_by_clicking(visitor: Visitor) -> None:
    source = page()
    desk.begin(desk.admin(), source)
    target = source.get_translation(desk.french())
    translator = desk.signed_in(make_editor("Translators"))
    desk.submit(translator, source)
    browser = visitor.page
    opened(visitor, target, "Merchandisers")
    assert at_hand(browser.get_by_role("button", name="Approve", exact=True))
    browser.get_by_role("button", name="More actions").click()
    browser.get_by_role("button", name="Request changes", exact=True).click()
    modal = browser.get_by_role("dialog")
    modal.get_by_label("What to change").fill("Say pluie.")
    with browser.expect_navigation():
        modal.get_by_role("button", name="Request changes").click()
    decided(visitor, target)
    visitor.reads("Sent back by its reviewers: “Say pluie.”")
    desk.submit(translator, source)
    browser.reload()
    visitor.press("Approve", ours=False)
    decided(visitor, target)
    visitor.reads("With its reviewers: Publication")
    assert not Page.objects.get(pk=target.pk).live
    browser.context.clear_cookies()
    opened(visitor, target, "Publishers")
    visitor.press("Approve and publish", ours=False)
    decided(visitor, target)
    visitor.reads("Visitors see this version")
    assert Page.objects.get(pk=target.pk).live


def test_sources_are_read_as_they_were_written_and_run_nothing(visitor: Visitor) -> None:
    source = page()
    source.title = "Lace & silk: I <3"
    source.body = [block("quote", {"text": each, "attribution": ""}) for each in PAYLOADS]
    source.save_revision().publish()
    desk.begin(desk.admin(), source)
    ran: list[str] = []
    visitor.page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    opened(visitor, source.get_translation(desk.french()), "Translators")
    browser = visitor.page
    expect(browser.get_by_text(source.title, exact=True).last).to_be_visible()
    read = browser.locator(".js-translation-editor").inner_text()
    assert [each for each in PAYLOADS if each not in read] == []
    browser.get_by_role("button", name="Translate", exact=True).nth(1).click()
    browser.locator("textarea").first.fill(PAYLOADS[1])
    browser.get_by_role("button", name="Save", exact=True).first.click()
    expect(browser.get_by_text("Translated manually").first).to_be_visible()
    browser.reload()
    expect(browser.get_by_text("Translated manually").first).to_be_visible()
    visitor.look(ours=False)
    assert ran == []


def pictured() -> StandardPage:
    """Have an English page with a hero, a picture and a gallery, and one picture that is gone."""
    source, shown, gone = page(), make_picture("Shown").pk, make_picture("Gone")
    alt = {"alt": "A coat", "caption": "Waxed cotton"}
    hero = {"title": "Rains", "text": "", "image": shown, "link_label": "", "link_url": ""}
    source.body = [
        block("hero", hero),
        block("image", {"image": shown, **alt}),
        block("gallery", {"title": "Looks", "images": items({"image": shown, **alt})}),
        block("image", {"image": gone.pk, "alt": "Lost", "caption": "Nowhere"}),
    ]
    source.save_revision().publish()
    desk.begin(desk.admin(), source)
    gone.delete()
    return source


def test_a_page_with_pictures_shows_its_texts_and_its_pictures(visitor: Visitor) -> None:
    target = pictured().get_translation(desk.french())
    opened(visitor, target, "Translators")
    editor = visitor.page.locator(".js-translation-editor")
    for words in ("Rains", "Waxed cotton", "Looks", "A coat", "Nowhere"):
        expect(editor.get_by_text(words, exact=True).first).to_be_visible()
    expect(editor.get_by_role("img", name="Shown")).to_have_count(3)
    visitor.look(ours=False)


def too_long(visitor: Visitor) -> StandardPage:
    """Open a translation whose title is longer than a title may be; return its source."""
    source = page()
    desk.begin(desk.admin(), source)
    segment = desk.translation(source).source.stringsegment_set.get(context__path="title")
    desk.say(desk.admin(), source, segment, "x" * 256)
    opened(visitor, source.get_translation(desk.french()), "Translators")
    return source


def test_a_long_word_stays_in_its_box(visitor: Visitor) -> None:
    too_long(visitor)
    said = visitor.page.locator(".js-translation-editor").get_by_text("x" * 256).first
    said.wait_for()
    wide, room = said.evaluate("(it) => [it.scrollWidth, it.clientWidth]")
    assert wide <= room
    visitor.look(ours=False)


def test_what_is_unfit_is_read_before_submitting_and_stopping_is_asked(visitor: Visitor) -> None:
    source = too_long(visitor)
    browser = visitor.page
    visitor.press("Submit for review", role="link", ours=False)
    expect(browser.get_by_role("heading", name="Submit for review Hello")).to_be_visible()
    visitor.reads("at most 255 characters (it has 256)")
    expect(browser.get_by_role("button", name="Submit for review")).to_be_disabled()
    visitor.press("Back to the translation", role="link", ours=False)
    browser.get_by_role("button", name="More actions").click()
    visitor.press("Stop synced translation", role="link", ours=False)
    visitor.reads("These do not fit and are left behind")
    visitor.press("Yes, stop it", ours=False)
    visitor.reads("is a page of its own now")
    assert not desk.translation(source).enabled
