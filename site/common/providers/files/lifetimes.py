"""How long browsers and caches may keep a public file."""

import posixpath

FOREVER = "public, max-age=31536000, immutable"
AN_HOUR = "public, max-age=3600"
# Each of these names is given to one content only.
UNIQUE = "web_images/"


def cache_control(name: str) -> str:
    """Return the `Cache-Control` of a file: for ever for web sizes, an hour for all that people replace."""
    return FOREVER if posixpath.normpath(name).lstrip("/").startswith(UNIQUE) else AN_HOUR
