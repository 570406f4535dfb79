"""Where an address leads: below the shop, or elsewhere by its scheme."""

import re

_PATH = re.compile(r"/(?![/\\])[^\s\\<>\"]*")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def is_path(url: str) -> bool:
    """Return whether the address is a path of the shop: no `//host`, no `/\\host`, no markup."""
    return _PATH.fullmatch(url) is not None


def kept(tag: str, attribute: str, value: str) -> str | None:
    """Return an attribute of HTML; None for a link that names a host without its scheme.

    For `nh3.clean`, which judges the schemes.
    """
    if attribute != "href" or is_path(value) or value.startswith("#") or _SCHEME.match(value):
        return value
    return None
