"""Staff write and change products on their screens; the services do what is asked."""

from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from commerce.catalogue.models import Product, ProductImage
from commerce.catalogue.services import snapshots
from commerce.partner.models import StockRecord
from common.media.models import Picture
from common.models import AuditEntry
from tests.cms.desk.forms import filled, send
from tests.cms.desk.pictures import make_picture
from tests.commerce.catalogue.sold import sell
from tests.factories import make_category, make_product, make_user, make_vendor

pytestmark = pytest.mark.django_db
LIST = "/admin/desk_products/"


def signed_in(group: str = "") -> Client:
    person = make_user(is_staff=True, is_superuser=not group)
    if group:
        person.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def keeper() -> Client:
    return signed_in("Merchandisers")


def edit(product: Product) -> str:
    return f"{LIST}edit/{product.pk}/"


def errors(answer: Any) -> str:
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_the_list_shows_picture_prices_and_what_is_left(keeper: Client) -> None:
    product = make_product(title="Adire shirt", options={"size": ["S", "M"]}, price="35000")
    dear = StockRecord.objects.filter(product__parent=product).last()
    dear.prices.update(amount=Decimal("41000"))  # type: ignore[union-attr]
    ProductImage.objects.create(product=product, image=make_picture())
    make_product(title="Not counted").stockrecords.update(is_tracked=False)
    page = keeper.get(LIST).content.decode()
    assert "₦35,000 – ₦41,000" in page
    assert '<td class="desk-amount">\n    20\n</td>' in page
    assert "Not counted" in page
    assert page.count('width="48"') == 1
    sku = dear.sku  # type: ignore[union-attr]
    assert "Adire shirt" in keeper.get(f"{LIST}?q={sku}").content.decode()
    assert "Adire shirt" not in keeper.get(f"{LIST}?q=nothing").content.decode()


def test_a_screen_sent_back_as_it_is_changes_nothing(keeper: Client) -> None:
    product = make_product(
        options={"size": ["S", "M"], "color": ["Red"]}, compare_at="12000.00",
        description='<p>A <strong>fine</strong> shirt</p><table><tbody><tr><td>1</td></tr></tbody></table>',
        categories=(make_category(), make_category()),
    )  # fmt: skip
    ProductImage.objects.create(product=product, image=make_picture(), caption="A shirt")
    ProductImage.objects.create(product=product, source_url="https://a.example/1.jpg")
    before = snapshots.of(product.pk)
    assert send(keeper, edit(product)).status_code == 302
    assert snapshots.of(product.pk) == before
    assert not AuditEntry.objects.exists()


def test_a_product_is_changed_all_at_once(keeper: Client) -> None:
    product = make_product(options={"size": ["S", "M"]})
    category, picture = make_category(), make_picture()
    answer = send(
        keeper, edit(product), **{
            "title": "New title", "description": "<p>New <b>words</b><script>x</script></p>",
            "attribute_material": "Silk", "categories": [category.pk],
            "pictures-TOTAL_FORMS": 1, "pictures-0-picture": picture.pk,
            "pictures-0-alt": "A shirt", "pictures-0-ORDER": 1,
            "variants-TOTAL_FORMS": 3, "variants-0-DELETE": "on", "variants-1-stock": 7,
            "variants-1-price_NGN": "9000", "variants-1-earlier_NGN": "11000.50",
            "variants-2-option_0": "L", "variants-2-stock": 3, "variants-2-price_USD": "12.50",
        }
    )  # fmt: skip
    assert answer.status_code == 302
    said = snapshots.of(product.pk)
    assert (said["title"], said["description"]) == ("New title", "<p>New <b>words</b></p>")
    assert said["attributes"] == {"material": "Silk"}
    assert said["categories"] == [category.slug]
    assert said["images"] == [[picture.pk, "A shirt"]]
    found = {each["options"]["size"]: each for each in said["variants"].values()}
    assert {key: each["stock"] for key, each in found.items()} == {"M": 7, "L": 3}
    assert found["M"]["prices"] == {"NGN": ["9000.00", "11000.50"]}
    assert found["L"]["prices"] == {"USD": ["12.50", None]}
    assert AuditEntry.objects.filter(action="product.changed").count() == 1


def test_a_sold_variant_stays_hidden_and_stock_sold_meanwhile_stays_sold(keeper: Client) -> None:
    product = make_product(options={"size": ["S", "M"]})
    sell(product.children.get(variant_options={"size": "S"}))
    seen = filled(keeper, edit(product))
    StockRecord.objects.filter(product__parent=product).update(num_in_stock=4)
    keeper.post(edit(product), {**seen, "variants-0-DELETE": "on"})
    found = {
        each["options"]["size"]: each for each in snapshots.of(product.pk)["variants"].values()
    }
    assert [found["S"]["is_public"], found["M"]["is_public"]] == [False, True]
    assert [found["S"]["stock"], found["M"]["stock"]] == [4, 4]
    assert "No longer sold" in keeper.get(edit(product)).content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": ""}, "This field is required"),
        ({"slug": "Not a slug"}, "An address is made of"),
        ({"slug": "Not a slug", "title": ""}, "An address is made of"),
        ({"description": "x" * 50_001, "title": ""}, "has at most 50,000 characters; this one"),
        ({"seo_description": "x" * 1001, "title": ""}, "has at most 1,000 characters; this one"),
        ({"variants-0-option_0": ""}, "A variant needs a value for every option"),
        ({"variants-1-option_0": "S"}, "Two variants have the same options"),
        ({"variants-0-option_1": "Red"}, "Give this option a name"),
        ({"option_1": "Size"}, "Another option has this name"),
        ({"variants-0-stock": "1"}, "are sold or reserved"),
        ({"variants-0-stock": "-1"}, "greater than or equal to 0"),
        ({"variants-0-sku": "THEIRS"}, "has the SKU THEIRS"),
        ({"variants-0-price_NGN": "0"}, "must be above zero"),
        ({"variants-0-price_NGN": "0", "variants-0-earlier_NGN": "9"}, "must be above zero"),
        ({"variants-0-earlier_NGN": "1"}, "must be above its price"),
        ({"variants-0-earlier_USD": "1"}, "Give a price, too"),
        ({"variants-0-price_NGN": "a lot"}, "Enter a number"),
        ({"variants-0-DELETE": "on", "variants-1-DELETE": "on"}, "needs something to sell"),
        ({"pictures-TOTAL_FORMS": "1", "pictures-0-picture": "x"}, "valid choice"),
        ({"seen": "2020-01-01T00:00:00+00:00"}, "It has changed since you read it"),
        ({"variants-TOTAL_FORMS": None}, "ManagementForm data is missing"),
        ({"categories": ["x"]}, "is not a valid value"),
    ],
)
def test_what_is_refused_is_said_in_words(keeper: Client, changes: Any, words: str) -> None:
    product = make_product(options={"size": ["S", "M"]})
    sell(product.children.get(variant_options={"size": "S"}))
    make_product(vendor=product.vendor).stockrecords.update(partner_sku="THEIRS", sku="THEIRS")
    before = snapshots.of(product.pk)
    answer = send(keeper, edit(product), **{"attribute_fit": "Loose", **changes})
    assert words in errors(answer)
    assert snapshots.of(product.pk) == before


def test_a_product_is_written_as_a_draft_and_published(keeper: Client) -> None:
    vendor, path = make_vendor(), f"{LIST}new/"
    assert "This field is required" in errors(send(keeper, path))
    assert "needs something to sell" in errors(send(keeper, path, title="A", vendor=vendor.pk))
    answer = send(
        keeper, path, **{
            "title": "Adire shirt", "vendor": vendor.pk, "attribute_fit": "Loose",
            "variants-0-option_0": "M", "variants-0-stock": "5",
        }
    )  # fmt: skip
    product = Product.objects.canonical().get()
    assert (answer.status_code, answer["Location"]) == (302, edit(product))
    assert (product.slug, product.status, product.is_public) == ("adire-shirt", "draft", False)

    def press(name: str) -> tuple[str, bool]:
        answer = keeper.post(f"{LIST}{name}/{product.pk}/")
        assert answer.status_code == 302
        product.refresh_from_db()
        return str(product.status), product.is_public

    assert press("publish") == ("draft", False)
    assert "Give at least one variant a price first" in keeper.get(edit(product)).content.decode()
    assert send(keeper, edit(product), **{"variants-0-price_NGN": "100"}).status_code == 302
    assert press("publish") == ("approved", True)
    assert f"/api/v1/store/products/{product.slug}/" in keeper.get(edit(product)).content.decode()
    assert press("unpublish") == ("approved", False)
    assert "Yes, archive it" in keeper.get(f"{LIST}archive/{product.pk}/").content.decode()
    assert press("archive") == ("archived", False)
    assert "restore it first" in errors(send(keeper, edit(product), title="Another"))
    assert press("restore") == ("draft", False)
    press("duplicate")
    copy = Product.objects.canonical().exclude(pk=product.pk).get()
    assert (copy.title, copy.slug) == ("Copy of Adire shirt", "adire-shirt-2")
    assert keeper.get(edit(copy)).status_code == 200


def test_an_editor_looks_and_changes_nothing() -> None:
    editor, product = signed_in("Editors"), make_product(options={"size": ["S"]})
    before = snapshots.of(product.pk)
    assert editor.get(LIST).status_code == 200
    page = editor.get(f"{LIST}inspect/{product.pk}/")
    assert (page.status_code, b"SKU-" in page.content) == (200, True)
    assert editor.get(edit(product)).status_code == 302
    for name in ("edit", "publish", "unpublish", "duplicate", "archive", "restore", "delete"):
        assert editor.post(f"{LIST}{name}/{product.pk}/", {"title": "Mine"}).status_code == 302
    assert editor.post(f"{LIST}new/", {}).status_code == 302
    assert snapshots.of(product.pk) == before
    assert Product.objects.canonical().count() == 1


def test_nobody_deletes_a_product_and_a_variant_has_no_screen() -> None:
    admin, product = signed_in(), make_product(options={"size": ["S"]})
    assert admin.post(f"{LIST}delete/{product.pk}/").status_code == 302
    assert Product.objects.filter(pk=product.pk).exists()
    child = product.children.get()
    for path in (edit(child), f"{LIST}inspect/{child.pk}/", f"{LIST}archive/{child.pk}/"):
        assert admin.get(path).status_code == 404
    assert admin.post(f"{LIST}publish/{child.pk}/").status_code == 404
    assert admin.get(f"{LIST}publish/{product.pk}/").status_code == 405
    assert Client(enforce_csrf_checks=True).post(f"{LIST}publish/{product.pk}/").status_code == 403


def test_a_shop_of_many_products_lists_them_in_a_constant_number_of_statements(
    keeper: Client, django_assert_max_num_queries: Any
) -> None:
    for _ in range(12):
        product = make_product(options={"size": ["S", "M"]})
        ProductImage.objects.create(product=product, image=make_picture())
    keeper.get(LIST)
    with django_assert_max_num_queries(30):
        assert keeper.get(LIST).status_code == 200
    assert Picture.objects.count() == 12


def test_a_description_runs_nothing_where_staff_look_at_it(keeper: Client) -> None:
    product = make_product()
    Product.objects.filter(pk=product.pk).update(
        description='<p>Fine <b>cotton</b><img src=x onerror="alert(1)"><script>alert(2)</script></p>'
    )
    page = keeper.get(f"{LIST}inspect/{product.pk}/").content.decode()
    assert '<div class="desk-description"><p>Fine <b>cotton</b></p></div>' in page
    assert "alert(" not in page.replace("alert(1)&", "")
