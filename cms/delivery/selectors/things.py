"""Things of the shop that pages show, by their keys: a statement for each kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, Q, Value, When

from cms.forms.models import FormField
from commerce.catalogue.models import Collection
from commerce.partner.models import Partner
from common.media.models import Picture

_TOLD = ("pk", "slug", "told_title", "description", "told_picture", "told_shown", "told_order")


MAX_KEY = 2**63 - 1


@dataclass(frozen=True)
class Named:
    """A collection or a vendor as pages show it; `order` is that of a collection's products."""

    pk: int
    slug: str
    title: str
    description: str
    picture_id: int | None
    is_shown: bool
    order: str


def is_key(said: Any) -> bool:
    """Return whether a stored value can be the key of a row."""
    return isinstance(said, int) and not isinstance(said, bool) and 0 < said <= MAX_KEY


def pictures(ids: Iterable[int]) -> dict[int, Any]:
    """Return pictures of the library."""
    return Picture.objects.in_bulk(list(ids))


def named(
    *, collections: Iterable[int], vendors: Iterable[int]
) -> tuple[dict[int, Named], dict[int, Named]]:
    """Return collections and vendors, those too that are not shown; one statement for both."""
    found: tuple[dict[int, Named], dict[int, Named]] = ({}, {})
    wanted = (_collections(list(collections)), _vendors(list(vendors)))
    parts = [
        rows.annotate(told_kind=Value(kind)).values_list("told_kind", *_TOLD)
        for kind, rows in enumerate(wanted)
        if rows is not None
    ]
    for kind, *said in parts[0].union(*parts[1:], all=True).order_by() if parts else ():
        found[kind][said[0]] = Named(*said)
    return found


def _collections(ids: list[int]) -> Any:
    by_hand = When(kind=Collection.Kind.MANUAL, then=Value("position"))
    rows = Collection.objects.filter(pk__in=ids).order_by()
    return rows.annotate(
        told_title=F("title"),
        told_picture=F("image_id"),
        told_shown=F("is_public"),
        told_order=Case(by_hand, default=F("sort")),
    ) if ids else None  # fmt: skip


def _vendors(ids: list[int]) -> Any:
    trading = When(Q(status=Partner.Status.APPROVED, is_open=True), then=True)
    rows = Partner.objects.filter(pk__in=ids).order_by()
    return rows.annotate(
        told_title=F("name"),
        told_picture=F("logo_id"),
        told_shown=Case(trading, default=False),
        told_order=Value(""),
    ) if ids else None  # fmt: skip


def forms(ids: Iterable[int]) -> dict[int, Any]:
    """Return forms that take answers, with what they ask as `questions`."""
    wanted = list(ids)
    if not wanted:
        return {}
    rows = FormField.objects.filter(form__in=wanted, form__is_open=True).select_related("form")
    found: dict[int, Any] = {}
    for each in rows.order_by("form_id", "sort_order", "pk"):
        form = found.setdefault(each.form_id, each.form)
        form.questions = [*getattr(form, "questions", ()), each]
    return found
