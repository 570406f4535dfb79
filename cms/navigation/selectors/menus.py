"""Finding a menu."""

from typing import Any

from django.conf import settings

from cms.navigation.models import Menu
from common.exceptions import NotFound


def find(*, key: str, locale: str) -> Menu:
    """Return the menu in the language, else in the shop's first one; one statement.

    :raises NotFound: when neither has it.
    """
    found = {each.locale.language_code: each for each in _named(key, locale)}
    menu = found.get(locale) or found.get(settings.LANGUAGE_CODE)
    if menu is None:
        raise NotFound("There is no such menu.")
    return menu


def _named(key: str, locale: str) -> Any:
    wanted = {locale, settings.LANGUAGE_CODE}
    return Menu.objects.filter(key=key, locale__language_code__in=wanted).select_related("locale")
