"""The one door in front of every view of Wagtail's API."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import structlog
from django.db import transaction
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from cms.authoring import policies
from cms.authoring.apis import authentication, keys, legibility, publishing, tables, trouble
from cms.authoring.selectors import library
from cms.authoring.services import turns
from common.apis import problems, throttling
from common.exceptions import NotAllowed, NotSignedIn

log = structlog.get_logger(__name__)
View = Callable[..., HttpResponseBase]


def guarded(view: View) -> View:
    """Return the view behind the door: staff only, counted, legible, all of it or nothing."""

    @wraps(view)
    def door(request: HttpRequest, *args: Any, **places: Any) -> HttpResponseBase:
        try:
            answer = _entered(request, view, places)
        except Http404:
            answer = problems.plain(404)
        except Exception as error:
            answer = problems.of_exception(_named(error, request), path=request.path)
        throttling.stamp(request, answer)
        answer["Cache-Control"] = "no-store"
        return answer

    door.csrf_exempt = True  # type: ignore[attr-defined]
    return door


def _entered(request: HttpRequest, view: View, places: dict[str, Any]) -> HttpResponseBase:
    try:
        request.user = authentication.caller_of(request)
    except (NotSignedIn, NotAllowed):
        throttling.guard(request)
        raise
    throttling.guard(request, user=request.user)
    body = legibility.legible(request, places)
    policies.require_can_use(request.user, _surface_of(request))
    if not library.sees_all(request.user, places):
        raise Http404
    if request.method in throttling.SAFE:
        return _worded(view(request, **places))
    with turns.one_writer_of_pages():
        trouble.require_below_the_root(request, places, body)
        trouble.require_own_ids(body)
        keys.require_known_keys(request, places, body)
        tables.require_readable_tables(body)
        answer = view(request, **places)
        publishing.require_publishable(request, places, body, answer)
        if answer.status_code >= 400:
            transaction.set_rollback(True)
    return _worded(answer)


def _named(error: Exception, request: HttpRequest) -> Exception:
    found = trouble.named(error)
    if found is not error:
        log.warning("refused_for_wagtail", path=request.path, exc_info=error)
    return found


def _surface_of(request: HttpRequest) -> str:
    return request.path.split("/")[4]


def _worded(answer: HttpResponseBase) -> HttpResponseBase:
    if answer.status_code < 400 or str(answer.get("Content-Type", "")).endswith("json"):
        return answer
    worded = problems.plain(answer.status_code)
    if "Allow" in answer:
        worded["Allow"] = answer["Allow"]
    return worded
