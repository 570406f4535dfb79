"""Why a translation is not published says who does what next."""

import pytest
from django.test import Client

from cms import demo
from cms.publishing.policies import A_TRANSLATOR_SUBMITS, IN_REVIEW, ONLY_THROUGH_REVIEW
from tests.cms.publishing.test_holding import is_live, only_through_review
from tests.cms.translating import desk
from tests.factories.people import at_the_desk

pytestmark = pytest.mark.django_db


def test_a_translation_is_not_published_past_its_review_and_who_submits_it_is_said() -> None:
    demo_home = demo.seed()
    desk.begin(desk.admin(), demo_home)
    french = demo_home.get_translation(desk.french())
    publisher, both = at_the_desk("Publishers"), desk.member("change", "publish")

    def told(client: Client) -> str:
        edit = f"/admin/pages/{french.pk}/edit/"
        found = client.post(edit, {"action": "publish"}, follow=True).content.decode()
        assert "Nothing was published. Pages go live only through review here." in found
        return found

    only_through_review()
    assert A_TRANSLATOR_SUBMITS in told(publisher)
    assert ONLY_THROUGH_REVIEW in told(both)
    desk.submit(both, demo_home)
    assert IN_REVIEW in told(publisher)
    assert not is_live(french)
    only_through_review(on=False)
    desk.publish(publisher, demo_home)
    assert is_live(french)
