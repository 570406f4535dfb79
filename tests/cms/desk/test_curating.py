"""Staff keep the tree of categories and what stands in collections."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from commerce.catalogue.models import Category, Collection
from tests.cms.desk.forms import send
from tests.factories import make_category, make_product, make_user

pytestmark = pytest.mark.django_db
TREE, SETS = "/admin/desk_categories/", "/admin/desk_collections/"


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


def tree() -> list[tuple[str, int]]:
    return list(Category.objects.order_by("path").values_list("name", "depth"))


def test_every_screen_opens_on_an_empty_shop(keeper: Client) -> None:
    for path in (TREE, f"{TREE}new/", f"{TREE}new/?below=7", SETS, f"{SETS}new/"):
        assert keeper.get(path).status_code == 200
    for path in (f"{TREE}edit/1/", f"{TREE}move/1/", f"{SETS}edit/1/"):
        assert keeper.get(path).status_code == 404


def test_the_tree_grows_changes_and_moves(keeper: Client) -> None:
    assert send(keeper, f"{TREE}new/", name="Women").status_code == 302
    women = Category.objects.get()
    answer = send(keeper, f"{TREE}new/?below={women.pk}", name="Shirts")
    assert (answer.status_code, tree()) == (302, [("Women", 1), ("Shirts", 2)])
    shirts = Category.objects.get(name="Shirts")
    assert (shirts.slug, shirts.is_public) == ("women-shirts", True)
    page = keeper.get(TREE).content.decode()
    assert page.index("Women") < page.index('data-depth="2"')
    path = f"{TREE}edit/{shirts.pk}/"
    assert send(keeper, path, name="Blouses", is_public=None).status_code == 302
    shirts.refresh_from_db()
    assert (shirts.name, shirts.is_public) == ("Blouses", False)
    answer = send(keeper, path, slug="women")
    assert "Another category has this address" in answer.content.decode()
    move = f"{TREE}move/{shirts.pk}/"
    assert send(keeper, move, target=women.pk, place="before").status_code == 302
    assert tree() == [("Blouses", 1), ("Women", 1)]
    answer = send(keeper, move, target=shirts.pk, place="last")
    assert "cannot move into itself" in answer.content.decode()
    assert send(keeper, move, target="x").status_code == 200
    assert send(keeper, move, target="", place="last").status_code == 302
    assert tree() == [("Women", 1), ("Blouses", 1)]


def test_only_an_admin_deletes_and_only_what_is_empty(keeper: Client) -> None:
    admin, used = signed_in(), make_category()
    make_product(categories=(used,))
    empty = make_category()
    assert keeper.post(f"{TREE}delete/{empty.pk}/").status_code == 302
    assert admin.get(f"{TREE}delete/{empty.pk}/").status_code == 200
    for each in (used, empty):
        assert admin.post(f"{TREE}delete/{each.pk}/").status_code == 302
    assert list(Category.objects.all()) == [used]
    assert "The category is in use" in admin.get(TREE).content.decode()


def test_a_collection_is_made_filled_and_ordered(keeper: Client) -> None:
    one, two, three = (make_product() for _ in range(3))
    answer = send(keeper, f"{SETS}new/", title="Rainy season")
    made = Collection.objects.get()
    path = f"{SETS}edit/{made.pk}/"
    assert (answer.status_code, answer["Location"], made.slug) == (302, path, "rainy-season")

    def members() -> list[int]:
        return list(made.members.values_list("product_id", flat=True))

    chosen = {
        "members-TOTAL_FORMS": 3,
        **{f"members-{n}-product": each.pk for n, each in enumerate((one, two, three))},
        **{f"members-{n}-ORDER": 3 - n for n in range(3)},
    }
    assert send(keeper, path, **chosen).status_code == 302
    assert members() == [three.pk, two.pk, one.pk]
    gone = {"title": "Dry season", "members-0-DELETE": "on"}
    assert send(keeper, path, **gone).status_code == 302
    assert members() == [two.pk, one.pk]
    for changes in ({"slug": "Not one"}, {"position": "-1"}, {"members-0-product": "x"}):
        assert send(keeper, path, title="Never", **changes).status_code == 200
    made.refresh_from_db()
    assert (made.title, members()) == ("Dry season", [two.pk, one.pk])


@pytest.mark.parametrize("list_of", [SETS, TREE])
def test_all_that_is_wrong_is_told_at_once(keeper: Client, list_of: str) -> None:
    name = "title" if list_of == SETS else "name"
    changes = {name: "", "slug": "BAD slug!", "description": "x" * 5001}
    answer = send(keeper, f"{list_of}new/", **changes)
    form = answer.context["form"]
    assert dict(getattr(form, "own", form).errors) == {
        name: ["This field is required."],
        "slug": ["An address is made of a-z, 0-9 and dashes."],
        "description": ["A description has at most 5,000 characters; this one has 5,001."],
    }
    assert "x" * 5001 in answer.content.decode()
    assert not Collection.objects.exists() and not Category.objects.exists()
    lines = "\r\n".join(["x" * 4] * 999) + "\r\n"
    fits = {name: "Rains", "description": lines + "x"}
    assert send(keeper, f"{list_of}new/", **fits).status_code == 302


def test_an_editor_curates_collections_and_looks_at_categories() -> None:
    editor, category = signed_in("Editors"), make_category(name="Women")
    assert editor.get(TREE).status_code == 200
    assert editor.get(f"{TREE}inspect/{category.pk}/").status_code == 200
    for path in ("new/", f"edit/{category.pk}/", f"move/{category.pk}/", f"delete/{category.pk}/"):
        assert editor.post(f"{TREE}{path}", {"name": "Mine"}).status_code == 302
    assert tree() == [("Women", 1)]
    assert send(editor, f"{SETS}new/", title="Story").status_code == 302
    operations = signed_in("Operations")
    assert operations.get(f"{SETS}new/").status_code == 302
    assert operations.post(f"{SETS}edit/{Collection.objects.get().pk}/", {}).status_code == 302


def test_lists_and_pages_say_what_the_forms_say(keeper: Client) -> None:
    category = make_category(name="Shirts")
    made = Collection.objects.create(title="Rains", slug="rains", is_public=False)
    for path in (f"{SETS}?kind=manual&is_public=false", f"{SETS}inspect/{made.pk}/"):
        page = keeper.get(path).content.decode()
        for words in ("Rains", "Address", "Filled", "By hand", "Shoppers see it", "No"):
            assert words in page, (path, words)
        assert "Is public" not in page and "Manual" not in page
    for path in (f"{TREE}?is_public=true", f"{TREE}inspect/{category.pk}/"):
        page = keeper.get(path).content.decode()
        assert "Shoppers see it" in page and "Is public" not in page and "True" not in page
