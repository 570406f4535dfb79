"""What blocks take in, and what they hand to the editor."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.rich_text import RichText

from cms import demo
from cms.core.blocks.links import AddressBlock
from cms.core.blocks.media import film_of
from cms.core.blocks.tables import LengthBlock, millimetres
from cms.core.blocks.text import ParagraphBlock
from cms.pages.models import StandardPage
from common.utils.text import plain
from tests.cms.blocks import rail
from tests.factories import make_user


@pytest.mark.parametrize("url", ["/about/", "/products/?sort=newest", "https://a.example/b?c=d#e"])
def test_a_link_leads_to_a_path_or_to_the_web(url: str) -> None:
    assert AddressBlock().clean(url) == url


@pytest.mark.parametrize(
    "url", ["about", "//evil.example", "/\\evil.example", "javascript:alert(1)", "ftp://a.example"]
)
def test_other_links_are_refused(url: str) -> None:
    with pytest.raises(ValidationError):
        AddressBlock().clean(url)


@pytest.mark.parametrize(
    ("said", "meant"),
    [("82", (820, 820)), ("82-86", (820, 860)), ("82,5 – 86", (825, 860)), ("86-82", None),
     ("a", None), ("", None), ("8200", None)],
)  # fmt: skip
def test_lengths_are_read_in_millimetres(said: str, meant: Any) -> None:
    assert millimetres(said) == meant
    if said and meant is None:
        with pytest.raises(ValidationError):
            LengthBlock().clean(said)


@pytest.mark.parametrize(
    ("url", "provider"),
    [("https://www.youtube.com/watch?v=abcdefghijk", "youtube"),
     ("https://vimeo.com/12345678", "vimeo"), ("https://a.example/film.mp4", "file")],
)  # fmt: skip
def test_films_are_known_by_their_address(url: str, provider: str) -> None:
    found = film_of(url)
    assert found is not None
    assert found["provider"] == provider


@pytest.mark.parametrize(
    "url", ["http://youtu.be/abcdefghijk", "https://youtube.com.evil.example/watch?v=abcdefghijk",
            "https://vimeo.com/abc", "https://[", "javascript:alert(1)//.mp4"],
)  # fmt: skip
def test_other_films_are_not(url: str) -> None:
    assert film_of(url) is None


@pytest.mark.parametrize(
    ("said", "words"),
    [("a < b & c", "a < b & c"), ("<b>a</b>", "a"), ("&lt;script&gt;x", ""), ("a\x00b", "ab"),
     ("Adire <3", "Adire <3"), ("&amp;lt;i&amp;gt;x", "x")],
)  # fmt: skip
def test_plain_words_hold_no_markup(said: str, words: str) -> None:
    assert plain(said) == words


@pytest.mark.parametrize("said", ["<video><source></video>", "<p>a</b></p>", "<ul><li>a</ul>"])
def test_the_editor_opens_whatever_was_stored(said: str) -> None:
    block = ParagraphBlock()
    block.set_name("text")
    assert "blocks" in block.get_form_state(RichText(said))


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["x", "99999999999999999999", "-1", ""])
def test_a_choice_that_cannot_be_read_is_an_error_of_the_form(key: str) -> None:
    home = demo.seed()
    page = StandardPage(title="Rails", slug="rails", body=[rail("Ours", "collection")])
    home.add_child(instance=page)
    admin = Client()
    admin.force_login(make_user(is_staff=True, is_superuser=True))
    at = "body-0-value"
    said = {
        "title": "Rails", "slug": "rails", "body-count": "1", "body-0-deleted": "",
        "body-0-order": "0", "body-0-type": "product_rail", "body-0-id": "",
        f"{at}-title": "Ours", f"{at}-source": "collection", f"{at}-limit": "8",
        f"{at}-products-count": "0", f"{at}-collection": key, f"{at}-category": "",
        f"{at}-vendor": "", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
        "action-publish": "1",
    }  # fmt: skip
    answer = admin.post(f"/admin/pages/{page.pk}/edit/", said)
    assert answer.status_code == 200
    assert "could not be saved" in answer.content.decode()
    assert StandardPage.objects.get(pk=page.pk).latest_revision is None


@pytest.mark.django_db
def test_pieces_are_chosen_by_their_options_and_sku(client: Client) -> None:
    from tests.factories import make_product

    product = make_product(title="Amina gown", options={"size": ["S", "M"]})
    client.force_login(make_user(is_staff=True, is_superuser=True))
    shown = client.get("/admin/variant_chooser/results/", {"q": "Amina"}).content.decode()
    skus = [each.stockrecords.get().sku for each in product.children.all()]
    assert all(sku in shown for sku in skus)
    assert "Amina gown, S" in shown and "Amina gown, M" in shown
    nothing = client.get("/admin/variant_chooser/results/", {"q": "nobody"}).content.decode()
    assert not any(sku in nothing for sku in skus)
