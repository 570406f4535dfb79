"""The demo's French pages: translations kept in step with their English sources."""

from typing import Any

from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.demo.french_tales import TALES
from cms.demo.french_words import WORDS
from cms.home.models import HomePage

SAID = WORDS | TALES
TRANSLATED = (
    (), ("about",), ("delivery",), ("privacy",), ("size-guide",), ("journal",),
    ("journal", "indigo-takes-its-time"), ("lookbook",), ("lookbook", "rainy-season"),
)  # fmt: skip


def seed(home: HomePage) -> None:
    """Translate the pages that are missing in French.

    A page whose English an editor changed is left to a translator, and what is below it.
    """
    french = Locale.objects.get_or_create(language_code="fr")[0]
    for slugs in TRANSLATED:
        page = _page(home, slugs)
        if page is not None and not page.has_translation(french) and _has_parent(page, french):
            _translate(page.specific, french)


def _page(home: HomePage, slugs: tuple[str, ...]) -> Page | None:
    page: Page | None = home
    for slug in slugs:
        page = page.get_children().live().filter(slug=slug).first() if page is not None else None
    return page


def _has_parent(page: Page, french: Locale) -> bool:
    parent = page.get_parent()
    return bool(parent.is_root() or parent.has_translation(french))


def _translate(page: Any, french: Locale) -> None:
    source, _ = TranslationSource.get_or_create_from_instance(page)
    segments = list(source.stringsegment_set.select_related("string", "context"))
    if any(each.string.data not in SAID for each in segments):
        return
    StringTranslation.objects.bulk_create(
        [
            StringTranslation(
                translation_of=each.string, context=each.context, locale=french,
                data=SAID[each.string.data],
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            )
            for each in segments
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    translation, _ = Translation.objects.get_or_create(source=source, target_locale=french)
    translation.save_target(publish=False)
    translation.get_target_instance().get_latest_revision().publish()
