"""Things of the shop that pages show, by their keys, a statement for each kind."""

from collections.abc import Iterable
from typing import Any

from cms.forms.models import Form
from commerce.catalogue.models import Collection
from commerce.partner.models import Partner
from common.media.models import Picture


def pictures(ids: Iterable[int]) -> dict[int, Any]:
    """Return pictures of the library."""
    return _by_key(Picture.objects.all(), ids)


def collections(ids: Iterable[int]) -> dict[int, Any]:
    """Return public collections with their pictures."""
    return _by_key(Collection.objects.filter(is_public=True).select_related("image"), ids)


def orders(ids: Iterable[int]) -> dict[int, str]:
    """Return the order of collections, seen by shoppers or not."""
    wanted = list(ids)
    rows = Collection.objects.filter(pk__in=wanted).only("kind", "sort")
    return {each.pk: each.order for each in rows} if wanted else {}


def vendors(ids: Iterable[int]) -> dict[int, Any]:
    """Return vendors that trade, with their logos."""
    trading = Partner.objects.filter(status=Partner.Status.APPROVED, is_open=True)
    return _by_key(trading.select_related("logo"), ids)


def forms(ids: Iterable[int]) -> dict[int, Any]:
    """Return forms that take answers; their questions take one statement more."""
    return _by_key(Form.objects.filter(is_open=True).prefetch_related("fields"), ids)


def _by_key(rows: Any, ids: Iterable[int]) -> dict[int, Any]:
    wanted = list(ids)
    return {each.pk: each for each in rows.filter(pk__in=wanted)} if wanted else {}
