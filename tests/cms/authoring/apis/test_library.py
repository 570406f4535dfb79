"""Over Wagtail's API people find the files of the collections they have rights over, and no others."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.models import Collection, GroupCollectionPermission

from tests.cms.authoring.apis.calling import Ask, api_token, asking, asking_as, member
from tests.cms.desk.pictures import make_picture

pytestmark = pytest.mark.django_db
SURFACES = ("images", "documents")


def collection(name: str) -> Collection:
    return Collection.get_first_root_node().add_child(name=name)


def somebody(place: Collection, *codenames: str) -> Ask:
    """Return the calls of somebody whose only group has these rights over one collection."""
    group = Group.objects.create(name=f"Of {place.name} {codenames}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for each in Permission.objects.filter(
        codename__in=codenames, content_type__app_label__in=("wagtailimages", "wagtaildocs")
    ):
        GroupCollectionPermission.objects.create(group=group, collection=place, permission=each)
    user = member()
    user.groups.set([group])
    return asking(api_token(user))


def picture_in(place: Collection) -> Any:
    found = make_picture()
    type(found).objects.filter(pk=found.pk).update(collection=place)
    return found


def document_in(place: Collection) -> Any:
    return get_document_model().objects.create(
        title=f"Of {place.name}", file=ContentFile(b"a,b", name="a.csv"), collection=place
    )


@pytest.fixture
def files(db: None) -> dict[str, Any]:
    """A picture and a document in each of two collections."""
    lace, silk = collection("Lace"), collection("Silk")
    return {
        "lace": lace, "silk": silk,
        "images": {"lace": picture_in(lace), "silk": picture_in(silk)},
        "documents": {"lace": document_in(lace), "silk": document_in(silk)},
    }  # fmt: skip


def listed(ask: Ask, surface: str) -> list[int]:
    answer = ask("GET", f"{surface}/").json()
    items = answer.get("items", answer.get("results"))
    assert answer["meta"]["total_count"] == len(items) if "meta" in answer else True
    return [each["id"] for each in items]


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("right", ["choose", "change"])
def test_each_finds_the_files_of_their_own_collection(
    files: dict[str, Any], surface: str, right: str
) -> None:
    rights = [f"{right}_{name}" for name in ("image", "document")]
    for mine, other in (("lace", "silk"), ("silk", "lace")):
        ask = somebody(files[mine], *rights)
        own, foreign = files[surface][mine], files[surface][other]
        assert listed(ask, surface) == [own.pk]
        assert ask("GET", f"{surface}/{own.pk}/").status_code == 200
        for named in (foreign.pk, 999999, "null,null", f"{foreign.pk}.0", f"+{foreign.pk}", "-1"):
            path = f"{surface}/{named}/"
            assert ask("GET", path).status_code == 404


@pytest.mark.parametrize("surface", SURFACES)
def test_what_is_not_seen_is_not_changed_either(files: dict[str, Any], surface: str) -> None:
    ask = somebody(files["lace"], "change_image", "change_document", "delete_image")
    own, foreign = files[surface]["lace"], files[surface]["silk"]
    assert ask("PATCH", f"{surface}/{own.pk}/", {"title": "Mine"}).status_code == 200
    before = foreign.title
    assert ask("PATCH", f"{surface}/{foreign.pk}/", {"title": "Mine"}).status_code == 404
    assert ask("DELETE", f"{surface}/{foreign.pk}/").status_code == 404
    foreign.refresh_from_db()
    assert foreign.title == before


@pytest.mark.parametrize("surface", SURFACES)
def test_who_has_rights_at_the_root_finds_all(files: dict[str, Any], surface: str) -> None:
    everything = sorted(each.pk for each in files[surface].values())
    for ask in (asking_as("Editors"), asking_as(is_superuser=True)):
        assert set(everything) <= set(listed(ask, surface))
        assert ask("GET", f"{surface}/{everything[0]}/").status_code == 200


def test_who_uploads_sees_their_own(files: dict[str, Any]) -> None:
    ask = somebody(files["lace"], "add_image")
    assert listed(ask, "images") == []
    assert ask("GET", f"images/{files['images']['lace'].pk}/").status_code == 404
