"""How words are stemmed in each language: by PostgreSQL's own configurations, on folded words."""

# Every word as it is, also those that say nothing in a sentence: “About us” has no others.
UNSTEMMED = "simple"
_CONFIGS = {"en": "english", "fr": "french"}


def config_of(locale: str) -> str:
    """Return the text search configuration of a language; words as they are where it has none."""
    return _CONFIGS.get(locale.partition("-")[0], UNSTEMMED)
