"""One search finds pages and products, in an order that holds page after page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Locale, Page, PageViewRestriction

from cms.home.models import HomePage
from cms.search.services.promoting import promote
from commerce.catalogue.models import Collection
from commerce.storefront.services import documents
from tests.cms.desk.pictures import make_picture
from tests.factories import make_product, make_vendor

URL = "/api/v1/store/search/"
Write = Callable[..., Page]


def read(q: str, **query: Any) -> Any:
    answer = Client().get(URL, {"q": q, **query})
    assert answer.status_code == 200, answer.content
    return answer.json()


def named(results: list[Any]) -> list[str]:
    return [
        each[each["type"]].get("path") or f"{each['type']} {each[each['type']]['slug']}"
        for each in results
    ]


def found(q: str, **query: Any) -> list[str]:
    return named(read(q, **query)["results"])


def test_pages_and_products_come_in_one_list(write: Write) -> None:
    write("All about kaftans", slug="kaftans", search_description="What to know")
    make_product(slug="kaftan", title="Embroidered kaftan")
    documents.rebuild()
    answer = read("kaftans")
    assert named(answer["results"]) == ["/kaftans/", "product kaftan"]
    assert answer["results"][0] == {
        "type": "page",
        "page": {
            "title": "All about kaftans", "path": "/kaftans/", "type": "page",
            "description": "What to know", "image": None,
        },
    }  # fmt: skip
    assert answer["results"][1]["product"]["price"] == {"amount": "10000.00", "currency": "NGN"}
    assert (answer["count"], answer["meant"], answer["promoted"]) == (2, None, [])


def test_one_kind_can_be_asked_for(write: Write) -> None:
    write("Kaftan", slug="about-kaftan")
    make_product(slug="kaftan", title="Kaftan")
    documents.rebuild()
    assert found("kaftan", type="page") == ["/about-kaftan/"]
    assert found("kaftan", type="product") == ["product kaftan"]
    assert [read("kaftan", type=kind)["count"] for kind in ("page", "product", "all")] == [1, 1, 2]


def test_a_mistyped_word_is_put_right_and_said(write: Write) -> None:
    write("Kaftan, how to wear one", slug="wear")
    make_product(slug="kaftan", title="Embroidered kaftan")
    documents.rebuild()
    answer = read("Embroidered KAFTNA")
    assert answer["meant"] == "embroidered kaftan"
    assert named(answer["results"]) == ["product kaftan"]
    answer = read("kaftna")
    assert (answer["meant"], named(answer["results"])) == ("kaftan", ["/wear/", "product kaftan"])


def test_a_word_that_only_pages_know_finds_them_as_typed(write: Write) -> None:
    write("Returned parcels", slug="returned")
    make_product(slug="turned", title="Returner coat")
    documents.rebuild()
    assert "/returned/" in found("returned")


def test_a_word_of_a_title_is_not_mistyped(
    write: Write, django_assert_num_queries: Callable[..., Any]
) -> None:
    write("Rain, then gold", slug="gold")
    for n in range(3):
        make_product(slug=f"wash-{n}", title="Embroidered, wash cold")
    documents.rebuild()
    answer = read("gold")
    assert (answer["meant"], named(answer["results"])) == (None, ["/gold/"])
    assert read("gold embroiderde")["meant"] == "gold embroidered"
    assert read("gold", type="product")["meant"] == "cold"
    with django_assert_num_queries(7):
        read("gold")
    Page.objects.filter(slug="gold").update(live=False)
    assert read("gold")["meant"] == "cold"


@pytest.mark.parametrize("q", ["who", "Who we are", "we", "ARE"])
def test_words_that_say_nothing_in_a_sentence_are_found_in_titles(write: Write, q: str) -> None:
    write("Who we are", slug="who")
    write("Parcels", slug="parcels", search_description="Who we are with")
    documents.rebuild()
    assert found(q) == ["/who/"]
    write("Laces we are of", slug="laces")
    assert found("are lace")[0] == "/laces/"


def test_accents_do_not_keep_pages_from_being_found(write: Write) -> None:
    write("Adire by hand", slug="adire")
    assert found("Àdìrẹ")[0] == "/adire/"


def test_what_is_not_public_is_not_found(write: Write, home: HomePage) -> None:
    drafted, private = write("Kaftan one", slug="one"), write("Kaftan two", slug="two")
    write("Kaftan three", slug="three", parent=private)
    french = home.copy_for_translation(Locale.objects.get_or_create(language_code="fr")[0])
    french.save_revision().publish()
    write("Kaftan quatre", slug="quatre", parent=french)
    vendor = make_vendor()
    make_product(title="Kaftan", vendor=vendor)
    documents.rebuild()
    assert len(found("kaftan")) == 4
    assert found("kaftan", locale="fr")[0] == "/quatre/"
    drafted.specific.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    vendor.is_open = False
    vendor.save()
    assert found("kaftan") == []
    assert read("kaftan")["count"] == 0


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5, 8, 12, 24])
def test_pages_show_everything_once_and_go_back(write: Write, limit: int) -> None:
    vendor = make_vendor()
    for n in range(4):
        write(f"Running {n}", slug=f"running-{n}")
        write(f"Run {n}", slug=f"run-{n}")
        make_product(slug=f"shoe-{n}", title="Running shoe", vendor=vendor)
    documents.rebuild()
    whole = found("running", limit=100)
    assert whole == [
        *(f"/running-{n}/" for n in (3, 2, 1, 0)),
        *(f"product shoe-{n}" for n in (3, 2, 1, 0)),
        *(f"/run-{n}/" for n in (3, 2, 1, 0)),
    ]
    pages: list[list[str]] = []
    last, url = None, f"{URL}?q=running&limit={limit}"
    while url:
        last = Client().get(url).json()
        assert last["count"] == 12
        pages.append(named(last["results"]))
        url = last["next"]
    assert [each for page in pages for each in page] == whole
    back: list[str] = pages[-1]
    assert last is not None
    while last["previous"]:
        last = Client().get(last["previous"]).json()
        back = named(last["results"]) + back
        assert len(back) <= len(whole)
    assert back == whole


def test_promoted_things_stand_above_while_they_are_public(write: Write, home: HomePage) -> None:
    english = Locale.get_default()
    page, product = write("Sizing", slug="sizing"), make_product(slug="coat", title="Coat")
    collection = Collection.objects.create(slug="lace", title="Lace")
    documents.rebuild()
    promote(words="Wedding dresses", locale=english, product=product, position=2)
    promote(words="wedding dress", locale=english, collection=collection, position=1)
    promote(words="wédding dress", locale=english, page=page, position=3)
    wanted = ["collection lace", "product coat", "/sizing/"]
    for words in ("wedding dress", "DRESS, wedding!", "Wédding dresses"):
        assert named(read(words)["promoted"]) == wanted
    assert read("wedding")["promoted"] == read("wedding dress", locale="fr")["promoted"] == []
    assert read("wedding dress", currency="GBP")["promoted"][0]["collection"]["title"] == "Lace"
    page.specific.unpublish()
    product.is_public = collection.is_public = False
    product.save()
    collection.save()
    assert read("wedding dress")["promoted"] == []


def test_promoted_things_come_for_what_was_meant_and_on_the_first_page(write: Write) -> None:
    page = write("Sizing", slug="sizing")
    for _ in range(2):
        make_product(title="Kaftan")
    documents.rebuild()
    promote(words="kaftan", locale=Locale.get_default(), page=page)
    first = read("kaftna", limit=1)
    assert named(first["promoted"]) == ["/sizing/"]
    assert Client().get(first["next"]).json()["promoted"] == []


def test_its_statements(write: Write, django_assert_num_queries: Callable[..., Any]) -> None:
    for n in range(3):
        write(f"Kaftan {n}", slug=f"kaftan-{n}")
        make_product(title="Kaftan")
    documents.rebuild()
    read("kaftan")
    with django_assert_num_queries(6):
        first = read("kaftan", limit=2)
    with django_assert_num_queries(5):
        assert Client().get(first["next"]).status_code == 200
    with django_assert_num_queries(4):
        read("kaftan", type="product")
    with django_assert_num_queries(5):
        read("kaftan", type="page")
    english = Locale.get_default()
    for n in range(2):
        page = write(f"Sizing {n}", slug=f"sizing-{n}")
        promote(words="kaftan", locale=english, page=page)
        promote(words="kaftan", locale=english, product=make_product())
    documents.rebuild()
    with django_assert_num_queries(9):
        assert len(read("kaftan")["promoted"]) == 4


@pytest.mark.parametrize("q", ["?!", "…", " ", "'", "\"'&|!:*", "\\", "%", "--", "( )", "​"])
def test_text_without_a_word_finds_nothing_and_asks_nothing(
    home: HomePage, q: str, django_assert_num_queries: Callable[..., Any]
) -> None:
    with django_assert_num_queries(0):
        answer = read(q)
    assert (answer["count"], answer["results"], answer["meant"]) == (0, [], None)


@pytest.mark.parametrize(
    "q", ["a'b", "kaftan & !", "a:* | b", "\\'", "<->", "x" * 200, "ab " * 66, "ǅ", "漢字", "🙂 a", "a\u2028b"]
)  # fmt: skip
def test_strange_words_are_answered_cleanly(home: HomePage, q: str) -> None:
    assert read(q)["count"] == 0


@pytest.mark.parametrize(
    "query",
    ["", "?q=", "?q=%00", "?q=a%00b", f"?q={'x' * 201}", "?q=a&type=vendor", "?q=a&cursor=x",
     "?q=a&cursor=ZnxwYWdlfHwx", "?q=a&cursor=Znxwcm9kdWN0c3x8eA", "?q=a&limit=0", "?q=a&x=1",
     "?q=a&locale=xx", "?q=a&currency=ZZZ", "?q=a&q=b"],
)  # fmt: skip
def test_what_cannot_be_understood_is_a_400(home: HomePage, query: str) -> None:
    answer = Client().get(f"{URL}{query}")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_the_answer_is_conditional(write: Write) -> None:
    write("Kaftan", slug="kaftan")
    first = Client().get(f"{URL}?q=kaftan")
    again = Client().get(f"{URL}?q=kaftan", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304


def test_a_page_brings_the_picture_it_is_shared_with(write: Write) -> None:
    cloth = make_picture("Cloth")
    cloth.description = "Indigo cloth"
    cloth.save()
    write("Kaftan", slug="kaftan", share_picture=cloth)
    write("Kaftan two", slug="two")
    found = {each["page"]["path"]: each["page"]["image"] for each in read("kaftan")["results"]}
    assert found["/two/"] is None
    assert found["/kaftan/"]["alt"] == "Indigo cloth"
