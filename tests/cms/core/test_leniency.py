"""A form that no editor sends is refused, and breaks nothing."""

import pytest
from django.test import Client

from cms.pages.models import StandardPage
from tests.cms.authoring.apis.calling import member
from tests.cms.authoring.pages import form, make_page

pytestmark = pytest.mark.django_db
QUOTES = {
    "body-count": "2",
    **{
        f"body-{n}-{name}": value
        for n in (0, 1)
        for name, value in {
            "deleted": "", "order": str(n), "type": "quote", "id": "",
            "value-text": f"Line {n}", "value-attribution": "",
        }.items()
    },
}  # fmt: skip
FAQ = {
    "body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "faq",
    "body-0-id": "", "body-0-value-title": "Asked", "body-0-value-questions-count": "0",
}  # fmt: skip


def sent(changed: dict[str, str], without: str = "") -> tuple[int, StandardPage]:
    page, client = make_page(), Client(raise_request_exception=False)
    client.force_login(member(is_superuser=True))
    data = {**form(title="Anew"), **changed}
    data.pop(without, None)
    answer = client.post(f"/admin/pages/{page.pk}/edit/", data)
    return answer.status_code, StandardPage.objects.get(pk=page.pk)


@pytest.mark.parametrize(
    ("changed", "without"),
    [
        ({}, "body-count"),
        ({"body-count": "many"}, ""),
        ({"body-count": "9" * 9}, ""),
        (QUOTES, "body-1-type"),
        (QUOTES, "body-1-order"),
        (QUOTES, "body-1-deleted"),
        ({**QUOTES, "body-1-order": "0"}, ""),
        (FAQ, "body-0-value-questions-count"),
        ({**FAQ, "body-0-value-questions-count": "x"}, ""),
    ],
)
def test_blocks_that_cannot_be_read_are_refused(changed: dict[str, str], without: str) -> None:
    status, page = sent(changed, without)
    assert status == 400
    assert page.get_latest_revision_as_object().title == "Care of adire"


@pytest.mark.parametrize("changed", [{}, QUOTES])
def test_blocks_of_the_editor_are_kept(changed: dict[str, str]) -> None:
    status, page = sent(changed)
    draft = page.get_latest_revision_as_object()
    assert status in (200, 302) and draft.title == "Anew"
    assert [each.value["text"] for each in draft.body] == (["Line 0", "Line 1"] if changed else [])
