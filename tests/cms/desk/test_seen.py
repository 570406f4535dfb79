"""Two people have the same form open: the second writes over nothing that they have not seen."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from cms import demo
from cms.forms.models import Form, FormField
from cms.navigation.models import Menu, SiteSettings
from cms.search.models import Promotion
from commerce.catalogue.models import Category, Collection
from commerce.offer.models import ConditionalOffer
from commerce.voucher.models import Voucher
from tests.cms.desk.forms import filled
from tests.cms.desk.test_discounts import offer_said, voucher_said
from tests.factories import make_category, make_product, make_user, make_vendor

pytestmark = pytest.mark.django_db
Rows = dict[str, tuple[str, Any, str, str]]


def person(name: str) -> Client:
    client = Client()
    client.force_login(
        make_user(is_staff=True, is_superuser=True, first_name=name, last_name="Obi")
    )
    return client


@pytest.fixture
def two() -> tuple[Client, Client]:
    return person("Ada"), person("Bisi")


def collection() -> tuple[str, Any]:
    row = Collection.objects.create(title="Rainy season", slug="rainy", description="Old words")
    return f"/admin/desk_collections/edit/{row.pk}/", row


def category() -> tuple[str, Any]:
    row = make_category(name="Shirts")
    return f"/admin/desk_categories/edit/{row.pk}/", row


def vendor() -> tuple[str, Any]:
    row = make_vendor(name="Indigo")
    return f"/admin/desk_vendors/edit/{row.pk}/", row


def voucher() -> tuple[str, Any]:
    person("Made").post("/admin/desk_vouchers/new/", voucher_said())
    row = Voucher.objects.get()
    return f"/admin/desk_vouchers/edit/{row.pk}/", row


def offer() -> tuple[str, Any]:
    person("Made").post("/admin/desk_offers/new/", offer_said())
    row = ConditionalOffer.objects.get()
    return f"/admin/desk_offers/edit/{row.pk}/", row


def promotion() -> tuple[str, Any]:
    home = demo.seed()
    row = Promotion.objects.create(
        words="sale", normal="sale", locale=home.locale, product=make_product()
    )
    return f"/admin/snippets/cms_search/promotion/edit/{row.pk}/", row


def settings() -> tuple[str, Any]:
    demo.seed()
    row = SiteSettings.objects.get_or_create(site_id=1)[0]
    return f"/admin/settings/cms_navigation/sitesettings/{row.site_id}/", row


SCREENS: list[tuple[Callable[[], tuple[str, Any]], str, str]] = [
    (collection, "description", "title"), (category, "description", "name"),
    (vendor, "description", "city"), (voucher, "max_uses", "name"),
    (offer, "description", "name"), (promotion, "position", "words"),
    (settings, "email", "name"),
]  # fmt: skip
# What the scripts of the page editor would send of streams, which are empty here.
STREAMS = {"social-count": 0, "opening_hours-count": 0, "items-count": 0}
VALUES = {"max_uses": "7", "position": "9", "email": "ada@example.com"}


@pytest.mark.parametrize(("make", "theirs", "mine"), SCREENS, ids=[m.__name__ for m, *_ in SCREENS])
def test_the_second_reads_what_the_first_changed_and_loses_nothing(
    two: tuple[Client, Client], make: Any, theirs: str, mine: str
) -> None:
    path, row = make()
    first, second = filled(two[0], path), filled(two[1], path)
    said = VALUES.get(theirs, "Words of Ada")
    assert two[0].post(path, {**STREAMS, **first, theirs: said}).status_code == 302
    answer = two[1].post(path, {**STREAMS, **second, mine: "Mine"})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "Ada" in page and "nothing of yours was saved" in page.replace("&#x27;", "'")
    row = type(row)._base_manager.get(pk=row.pk)
    assert (str(getattr(row, theirs)), getattr(row, mine) != "Mine") == (said, True)
    again = _shown(answer)
    assert (again[mine], again[theirs]) == ("Mine", said)
    assert two[1].post(path, {**STREAMS, **again}).status_code == 302
    row.refresh_from_db()
    assert (str(getattr(row, theirs)), getattr(row, mine)) == (said, "Mine")


def _shown(answer: Any) -> dict[str, Any]:
    class Answered:
        def get(self, path: str) -> Any:
            return answer

    return filled(Answered(), "")  # type: ignore[arg-type]


def test_what_both_changed_is_marked_and_the_typed_words_stay(two: tuple[Client, Client]) -> None:
    path, row = collection()
    first, second = filled(two[0], path), filled(two[1], path)
    two[0].post(path, {**first, "title": "Of Ada"})
    answer = two[1].post(path, {**second, "title": "Of Bisi"})
    page = answer.content.decode()
    assert "wrote “Of Ada” here" in page
    assert _shown(answer)["title"] == "Of Bisi"
    row.refresh_from_db()
    assert row.title == "Of Ada"
    assert two[1].post(path, _shown(answer)).status_code == 302
    row.refresh_from_db()
    assert row.title == "Of Bisi"


def test_products_put_in_meanwhile_are_not_taken_out(two: tuple[Client, Client]) -> None:
    path, row = collection()
    first, second = filled(two[0], path), filled(two[1], path)
    put = {"members-TOTAL_FORMS": 1, "members-0-product": make_product().pk, "members-0-ORDER": 1}
    assert two[0].post(path, {**first, **put}).status_code == 302
    answer = two[1].post(path, {**second, "title": "Mine"})
    assert "Products" in answer.content.decode()
    assert row.members.count() == 1


def listed(*products: Any) -> dict[str, Any]:
    rows = {f"members-{n}-product": each.pk for n, each in enumerate(products)}
    orders = {f"members-{n}-ORDER": n + 1 for n, _ in enumerate(products)}
    return {"members-TOTAL_FORMS": len(products), **rows, **orders}


def held(row: Any) -> list[Any]:
    return [each.product for each in row.members.order_by("position")]


def test_who_left_the_products_alone_does_not_put_back_what_was_taken_out(
    two: tuple[Client, Client],
) -> None:
    path, row = collection()
    one, other, third = (make_product(title=each) for each in ("One", "Other", "Third"))
    two[0].post(path, {**filled(two[0], path), **listed(one, other)})
    assert held(row) == [one, other]
    first, second = filled(two[0], path), filled(two[1], path)
    taken = {name: each for name, each in first.items() if not name.startswith("members-1-")}
    assert two[0].post(path, {**taken, **listed(third, one)}).status_code == 302
    answer = two[1].post(path, {**second, "description": "Words of Bisi"})
    assert "New here, since you had not touched it: Products" in answer.content.decode()
    assert two[1].post(path, _shown(answer)).status_code == 302
    row.refresh_from_db()
    assert (held(row), row.description) == ([third, one], "Words of Bisi")


def test_who_changed_the_products_too_reads_what_is_in_the_other_list(
    two: tuple[Client, Client],
) -> None:
    path, row = collection()
    one, other, third = (make_product(title=each) for each in ("One", "Other", "Third"))
    two[0].post(path, {**filled(two[0], path), **listed(one)})
    first, second = filled(two[0], path), filled(two[1], path)
    two[0].post(path, {**first, **listed(one, other)})
    answer = two[1].post(path, {**second, **listed(one, third)})
    page = answer.content.decode()
    assert "Saved there, and not in your list: Other." in page
    assert "In your list, and not saved there: Third." in page
    assert held(row) == [one, other]
    assert two[1].post(path, _shown(answer)).status_code == 302
    assert held(row) == [one, third]


def test_menus_and_forms_are_not_written_over(two: tuple[Client, Client]) -> None:
    home = demo.seed()
    menu = Menu.objects.create(key="extra", locale=home.locale, items=[])
    form = Form.objects.create(title="Write to us")
    asked = FormField.objects.create(form=form, label="Your name", field_type="singleline")
    for path, name in (
        (f"/admin/snippets/cms_navigation/menu/edit/{menu.pk}/", "key"),
        (f"/admin/snippets/cms_forms/form/edit/{form.pk}/", "title"),
    ):
        first, second = filled(two[0], path), filled(two[1], path)
        sets = {"items-count": 0} if name == "key" else {"fields-0-label": "Name"}
        assert two[0].post(path, {**first, **sets, name: "of-ada"}).status_code == 302
        answer = two[1].post(path, {**second, **sets})
        assert answer.status_code == 200
        assert "nothing of yours was saved" in answer.content.decode()
    asked.refresh_from_db()
    assert asked.label == "Name"


def test_who_saves_twice_in_a_row_is_no_rival(two: tuple[Client, Client]) -> None:
    path, row = category()
    for name in ("One", "Two"):
        assert two[0].post(path, {**filled(two[0], path), "name": name}).status_code == 302
    assert Category.objects.get(pk=row.pk).name == "Two"


@pytest.mark.parametrize(
    "seen",
    [
        "", "x", "[]", "[" * 10_000, '{"values": 3}', '{"values": {"name": 7}}',
        '{"at": "2026-13-45T10:00:00", "values": {"name": "x"}}',
        '{"at": "2026-11-25T10:00:00", "values": {"name": "x"}}',
    ],
)  # fmt: skip
def test_what_was_seen_may_be_nonsense(two: tuple[Client, Client], seen: str) -> None:
    path, _ = category()
    answer = two[0].post(path, {**filled(two[0], path), "name": "New", "seen": seen})
    assert answer.status_code in (200, 302)
