"""Editors put results above what a search finds."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from wagtail.models import Locale

from cms.home.models import HomePage
from cms.search.models import Promotion
from cms.search.services.promoting import promote
from tests.factories import make_product, make_user

URL = "/admin/snippets/cms_search/promotion/"


@pytest.fixture
def admin(home: HomePage) -> Client:
    client = Client()
    client.force_login(make_user(is_staff=True, is_superuser=True))
    return client


def form(**changes: Any) -> dict[str, Any]:
    data = {"words": "Wedding dresses", "locale": Locale.get_default().pk, "position": 0}
    return {**data, "page": "", "product": "", "collection": "", **changes}


def test_an_editor_promotes_and_takes_back(admin: Client, home: HomePage) -> None:
    assert admin.get(f"{URL}add/").status_code == 200
    assert admin.post(f"{URL}add/", form(page=home.pk)).status_code == 302
    row = Promotion.objects.get()
    assert (row.normal, row.target.pk) == ("dress wedding", home.pk)
    listed = admin.get(URL).content.decode()
    assert "Wedding dresses" in listed
    assert "Fashionistar" in listed
    assert admin.post(f"{URL}edit/{row.pk}/", form(page=home.pk, words="Bride")).status_code == 302
    assert Promotion.objects.get().normal == "bride"
    assert admin.post(f"{URL}delete/{row.pk}/").status_code == 302
    assert not Promotion.objects.exists()


def test_what_promotes_nothing_or_two_things_is_refused(admin: Client, home: HomePage) -> None:
    product = make_product()
    for changes in (
        {}, {"page": home.pk, "product": product.pk}, {"page": home.pk, "words": "?!"},
        {"page": home.pk, "words": ""}, {"page": home.pk, "locale": 0}, {"page": "x"},
        {"product": "x"}, {"collection": "9" * 30}, {"page": home.pk, "position": -1},
    ):  # fmt: skip
        assert admin.post(f"{URL}add/", form(**changes)).status_code == 200
    assert not Promotion.objects.exists()


def test_what_is_wrong_is_said_once_and_nothing_else(admin: Client, home: HomePage) -> None:
    answer = admin.post(f"{URL}add/", form())
    said = answer.context["form"].errors
    assert said == {"__all__": ["Choose one page, one product or one collection."]}
    empty = admin.post(f"{URL}add/", form(page=home.pk, words="?!")).context["form"].errors
    assert empty == {"words": ["Write at least one word."]}


def test_the_same_is_promoted_once_for_the_same_words(admin: Client, home: HomePage) -> None:
    assert admin.post(f"{URL}add/", form(page=home.pk)).status_code == 302
    again = admin.post(f"{URL}add/", form(page=home.pk, words="dress WEDDING"))
    assert "This is promoted for these words already." in again.content.decode()
    assert Promotion.objects.count() == 1
    with pytest.raises(ValidationError):
        promote(words="wedding dress", locale=Locale.get_default(), page=home)


def test_the_database_forbids_what_forms_do(home: HomePage) -> None:
    product, locale = make_product(), Locale.get_default()
    for fields in (
        {"normal": "x"}, {"normal": "x", "page": home, "product": product},
        {"normal": "", "page": home},
    ):  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            Promotion.objects.create(words="x", locale=locale, **fields)


def test_who_lacks_the_permission_promotes_nothing(home: HomePage) -> None:
    user = make_user(is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)
    assert client.get(URL).status_code == 302
    assert client.post(f"{URL}add/", form(page=home.pk)).status_code == 302
    assert not Promotion.objects.exists()
    user.user_permissions.add(Permission.objects.get(codename="add_promotion"))
    assert client.post(f"{URL}add/", form(page=home.pk)).status_code == 302
    assert Promotion.objects.exists()
