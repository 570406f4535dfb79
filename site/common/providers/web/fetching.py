"""Fetching: http and https, public addresses, every redirect checked, so many bytes and no more."""

import time
from urllib.parse import urljoin, urlsplit

import requests
from requests_hardened import HTTPSession
from requests_hardened.ip_filter import InvalidIPAddress
from urllib3.exceptions import HTTPError

from common.providers.exceptions import PermanentProviderError, ProviderError
from common.providers.web import connections

MAX_REDIRECTS = 4
CHUNK = 64 * 1024
_MOVED = {301, 302, 303, 307, 308}


def fetch(url: str, *, most_bytes: int) -> bytes:
    """Return what lies at the address.

    Call it outside transactions: it may take half a minute a redirect.

    :raises ProviderError: when it may work later; the text is for a person.
    :raises PermanentProviderError: when it will not.
    """
    with connections.session() as web:
        for _ in range(MAX_REDIRECTS + 1):
            _require_web(url)
            began = time.monotonic()
            try:
                found = _visit(web, url, most_bytes)
            except InvalidIPAddress:
                raise PermanentProviderError("The address is not public.") from None
            except requests.exceptions.InvalidURL:
                raise PermanentProviderError("The address is malformed.") from None
            except (requests.Timeout, requests.ConnectionError, HTTPError, OSError):
                raise ProviderError("The server does not answer, or not to the end.") from None
            except (requests.RequestException, ValueError):
                raise PermanentProviderError("The server's answer makes no sense.") from None
            if time.monotonic() - began >= connections.LIFE_SECONDS:
                raise ProviderError("The server is too slow.")
            if isinstance(found, bytes):
                return found
            url = urljoin(url, found)
    raise PermanentProviderError(f"It redirects more than {MAX_REDIRECTS} times.")


def _require_web(url: str) -> None:
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good or parts.username is not None or parts.password is not None:
        raise PermanentProviderError("The address is not a plain http or https one.")


def _visit(web: HTTPSession, url: str, most_bytes: int) -> bytes | str:
    """Return the body, or where it has moved to."""
    headers = {"Accept": "image/*", "Accept-Encoding": "identity"}
    with web.get(url, stream=True, headers=headers) as answer:
        if answer.status_code in _MOVED and answer.headers.get("Location"):
            return str(answer.headers["Location"])
        if answer.status_code != 200:
            raise ProviderError(f"The server answers {answer.status_code}.")
        if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise PermanentProviderError("The server sends it packed, unasked.")
        return _read(answer, most_bytes)


def _read(answer: requests.Response, most_bytes: int) -> bytes:
    said = answer.headers.get("Content-Length", "")
    if said.isdecimal() and len(said) < 20 and int(said) > most_bytes:
        raise _too_large(most_bytes)
    data = bytearray()
    while part := answer.raw.read(CHUNK, decode_content=False):
        data += part
        if len(data) > most_bytes:
            raise _too_large(most_bytes)
    return bytes(data)


def _too_large(most_bytes: int) -> PermanentProviderError:
    return PermanentProviderError(f"It is larger than {most_bytes // (1024 * 1024)} MB.")
