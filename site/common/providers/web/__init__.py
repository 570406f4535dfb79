"""Files from strangers' web servers."""

from common.providers.web.fetching import fetch

__all__ = ["fetch"]
