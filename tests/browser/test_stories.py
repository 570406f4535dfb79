"""An editor begins the story of a product at the desk, writes it, and sees the draft."""

import pytest
from django.test import RequestFactory

from cms.stories.models import ProductStory
from tests.browser.goods import make_garment
from tests.browser.visitor import Visitor
from tests.cms.blocks import block
from tests.cms.stories.making import make_editor, quote
from tests.factories import make_vendor

pytestmark = pytest.mark.timeout(600)


def test_a_story_is_begun_at_the_desk_and_read_in_a_preview(visitor: Visitor) -> None:
    product = make_garment(make_vendor(name="Adunni Atelier"), title="Amina lace gown")
    picture = product.images.get().image
    editor, page = make_editor(), visitor.page
    page.goto(f"{visitor.base}/admin/")
    visitor.sign_in(editor.email or "", ours=False)
    page.goto(f"{visitor.base}/admin/desk_products/inspect/{product.pk}/")
    visitor.look(ours=False)
    page.get_by_role("button", name="Write the story in English").click()
    page.wait_for_url("**/admin/pages/*/edit/")
    visitor.look(ours=False)
    visitor.reads("Amina lace gown")
    fits = "(each) => each.getBoundingClientRect().right <= innerWidth - 16"
    assert page.locator("#id_washing").evaluate(fits), "a choice is cut at the edge"
    story = ProductStory.objects.get(product=product)
    story.body = [quote("If the seam breaks the flower, we unpick it.")]
    story.gallery = [block("picture", {"image": picture.pk, "alt": "Lace", "caption": "Laid"})]
    story.washing, story.ironing, story.care_words = "wash_by_hand", "iron_150", "Fold it."
    story.save_revision(user=editor)
    page.goto(f"{visitor.base}/admin/desk_products/inspect/{product.pk}/")
    visitor.look(ours=False)
    visitor.reads("Draft")
    assert page.get_by_role("link", name="Edit the story in English").is_visible()
    url = story.get_preview_url(RequestFactory().get("/"), story.create_page_preview().token)
    page.goto(f"{visitor.base}/client/preview/?" + url.partition("?")[2])
    for text in ("Amina lace gown", "If the seam breaks the flower", "Wash by hand", "₦35,000"):
        visitor.reads(text)
