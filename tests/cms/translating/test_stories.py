"""The story of a product goes into French like a page, from the shelf down."""

from django.urls import reverse

from cms.home.models import HomePage
from tests.cms.stories import making
from tests.cms.translating import desk


def test_a_translator_takes_a_story_into_french_and_shoppers_read_it(home: HomePage) -> None:
    product = making.sold()
    story = making.told(product, body=[making.quote("Unpicked by hand")])
    shelf = story.get_parent()
    translator = desk.signed_in(making.make_editor("Translators"))
    listing = translator.get(reverse("wagtailadmin_explore", args=[shelf.pk])).content.decode()
    assert reverse("wagtail_localize:submit_page_translation", args=[story.pk]) in listing
    desk.begin(translator, shelf)
    desk.begin(translator, story)
    target = story.get_translation(desk.french())
    edit = translator.get(reverse("wagtailadmin_pages:edit", args=[target.pk]))
    assert edit.status_code == 200
    desk.translate(translator, story)
    desk.submit(translator, story)
    assert "FR Unpicked" not in str(making.seen(product, locale="fr").json()["content"])
    for group in ("Merchandisers", "Publishers"):
        assert desk.approve_one(desk.signed_in(making.make_editor(group)), story)
    assert not desk.approve_one(desk.admin(), story)
    assert making.texts(product, locale="fr") == ["FR Unpicked by hand"]
    assert making.texts(product) == ["Unpicked by hand"]
