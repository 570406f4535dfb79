"""A site with pages, and menus made of them."""

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Locale

from cms import demo
from cms.home.models import HomePage
from cms.navigation.models import Menu

Make = Callable[..., Menu]


@pytest.fixture
def home(db: None) -> HomePage:
    return demo.seed()


@pytest.fixture
def french(home: HomePage) -> HomePage:
    """The front page in French."""
    locale, _ = Locale.objects.get_or_create(language_code="fr")
    found: HomePage = home.copy_for_translation(locale)
    found.save_revision().publish()
    return found


@pytest.fixture
def make_menu(db: None) -> Make:
    def make(key: str, items: list[Any], locale: str = "en") -> Menu:
        language, _ = Locale.objects.get_or_create(language_code=locale)
        return Menu.objects.create(key=key, locale=language, items=items)

    return make
