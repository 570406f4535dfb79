"""What the shop says of itself, as stored."""

from django.conf import settings

from cms.navigation.models import SiteSettings, SiteWords


def stored() -> SiteSettings | None:
    """Return the settings of the shop's own site, if any were ever saved; one statement."""
    found: SiteSettings | None = (
        SiteSettings.objects.filter(site__is_default_site=True)
        .select_related("site", "picture", "not_found_menu")
        .first()
    )
    return found


def publishes_only_through_review() -> bool:
    """Return whether pages go live only through review; one statement."""
    shop = SiteSettings.objects.filter(site__is_default_site=True)
    return shop.filter(only_through_review=True).exists()


def words(stored: SiteSettings, *, locale: str) -> dict[str, str]:
    """Return the words in the language, each missing one in the shop's first; one statement."""
    wanted = (settings.LANGUAGE_CODE, locale)
    rows = SiteWords.objects.filter(settings=stored, locale__language_code__in=wanted)
    by_locale = {row.pop("locale__language_code"): row for row in rows.values(*COLUMNS)}
    said = dict.fromkeys(COLUMNS[1:], "")
    for each in wanted:
        said |= {name: text for name, text in by_locale.get(each, {}).items() if text}
    return said


COLUMNS = (
    "locale__language_code", "tagline", "description", "announcement", "announcement_link",
    "not_found_title", "not_found_text",
)  # fmt: skip
