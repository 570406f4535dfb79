"""Plain text: words without markup."""

import html

import nh3

PASSES = 5


def plain(said: str) -> str:
    """Return the words without tags, comments and entities; `a < b` stays as it is."""
    found = said.replace("\x00", "")
    if "<" not in found and "&" not in found:
        return found
    for _ in range(PASSES):
        bare = html.unescape(nh3.clean(found, tags=set()))
        if bare == found:
            return found
        found = bare
    return found.replace("<", "")
