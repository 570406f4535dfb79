"""Words that reports share."""

from django.utils.translation import get_language_info


def language(code: str) -> str:
    """Return the name of a language in that of the reader; the code itself of an unknown one."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code
