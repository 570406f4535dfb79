"""The screen of a product says how its stories stand and leads to them."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Workflow

from cms.stories.models import ProductStory
from commerce.catalogue.models import Product
from tests.cms.desk.forms import send
from tests.cms.stories.making import make_editor, opened, quote, sold, told
from tests.factories import make_product

pytestmark = pytest.mark.django_db
LIST = "/admin/desk_products/"
SignIn = Callable[[str], Client]


def inspect(client: Client, product: Product) -> str:
    answer = client.get(f"{LIST}inspect/{product.pk}/")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_who_may_write_begins_a_story_in_each_language(signed_in: SignIn) -> None:
    product = make_product()
    page = inspect(signed_in("Editors"), product)
    assert page.count("Not written") == 2
    for locale in ("en", "fr"):
        assert f'action="/admin/stories/{product.pk}/{locale}/write/"' in page
        assert f'form="desk-story-{locale}"' in page


def test_who_may_not_write_sees_how_it_stands_and_no_button(signed_in: SignIn) -> None:
    product = sold()
    told(product)
    for way in ("inspect", "edit"):
        answer = signed_in("Operations").get(f"{LIST}{way}/{product.pk}/").content.decode()
        assert "Shoppers read the one in English." in answer
        assert "/write/" not in answer
        assert "Edit the story" not in answer


def test_each_state_is_said_in_words(signed_in: SignIn) -> None:
    product, editor = sold(), make_editor()
    client = signed_in("admin")
    story = opened(product, by=editor)
    assert ">Draft<" in tight(inspect(client, product))
    assert f"by {editor}" in inspect(client, product)
    workflow = Workflow.objects.filter(active=True).first()
    assert workflow is not None
    workflow.start(story, editor)
    assert ">In review<" in tight(inspect(client, product))
    story.current_workflow_state.cancel(user=editor)
    later = ProductStory.objects.get(pk=story.pk)
    later.go_live_at = timezone.now() + timedelta(days=1)
    later.save_revision().publish()
    assert ">Scheduled<" in tight(inspect(client, product))
    assert "Goes live" in inspect(client, product)
    later.go_live_at = None
    later.save_revision().publish()
    assert ">Live<" in tight(inspect(client, product))
    later.body = [quote("More")]
    later.save_revision()
    page = tight(inspect(client, product))
    assert ">Live<" in page
    assert ">Changes in a draft<" in page
    ProductStory.objects.get(pk=story.pk).unpublish(set_expired=True)
    assert ">Ended<" in tight(inspect(client, product))


def tight(page: str) -> str:
    return page.replace("> ", ">").replace(" <", "<")


def test_the_product_is_saved_beside_its_story(signed_in: SignIn) -> None:
    product = make_product(options={"size": ["S"]})
    opened(product)
    client = signed_in("admin")
    assert send(client, f"{LIST}edit/{product.pk}/", title="Renamed").status_code == 302
    assert Product.objects.get(pk=product.pk).title == "Renamed"
    assert "Edit the story" in client.get(f"{LIST}edit/{product.pk}/").content.decode()


def test_no_story_is_begun_of_an_archived_product(signed_in: SignIn) -> None:
    product = make_product(status=Product.Status.ARCHIVED)
    assert "/write/" not in inspect(signed_in("Editors"), product)


def test_the_list_is_narrowed_by_story(signed_in: SignIn) -> None:
    live, draft, none = (make_product(title=each) for each in ("Alive", "Drafted", "Untold"))
    told(live)
    opened(live, locale="fr")
    opened(draft)
    client = signed_in("admin")
    for value, wanted in (("live", live), ("draft", draft), ("none", none)):
        page = client.get(f"{LIST}?story={value}").content.decode()
        shown = [each.title for each in (live, draft, none) if each.title in page]
        assert shown == [wanted.title]
    with CaptureQueriesContext(connection) as few:
        client.get(f"{LIST}?story=live")
    told(draft)
    with CaptureQueriesContext(connection) as more:
        client.get(f"{LIST}?story=live")
    assert len(more) == len(few)
