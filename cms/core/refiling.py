"""Documents of the library that answer otherwise, told of in the transaction that changes them.

Wagtail says nothing where many are put into another collection, or where a collection moves.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import Signal
from django.http import HttpRequest
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

changed = Signal()
"""Sent with `ids`, those of the documents, and `is_going` where they are about to be deleted."""


def connect() -> None:
    """Listen to documents and to what makes them private."""
    document = get_document_model()
    post_save.connect(saved, sender=document, dispatch_uid="refiling.saved")
    pre_delete.connect(going, sender=document, dispatch_uid="refiling.going")
    for each in (post_save, post_delete):
        each.connect(closed, sender=CollectionViewRestriction, dispatch_uid="refiling.closed")
    Collection.move = _followed(Collection.move)


def saved(*, instance: Model, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Tell of a document with another file, name or place."""
    if not (raw or created):
        _tell([instance.pk])


def going(*, instance: Model, **kwargs: Any) -> None:
    """Tell of a document that is about to be deleted: what refers to it is forgotten with it."""
    _tell([instance.pk], is_going=True)


def closed(*, instance: CollectionViewRestriction, raw: bool = False, **kwargs: Any) -> None:
    """Tell of the documents of a collection that opens or closes, and of those below it."""
    if not raw:
        _tell_below(instance.collection_id)


def acted_on_many(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> None:
    """Tell of the documents that were put into another collection."""
    if action_type == "add_to_collection" and issubclass(action.model, get_document_model()):
        _tell(each.pk for each in objects)


def _followed(move: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(move)
    @transaction.atomic
    def moved(self: Collection, *args: Any, **kwargs: Any) -> Any:
        answer = move(self, *args, **kwargs)
        _tell_below(self.pk)
        return answer

    return moved


def _tell_below(collection_id: int) -> None:
    collection = Collection.objects.filter(pk=collection_id).first()
    if collection is not None:
        below = collection.get_descendants(inclusive=True)
        found = get_document_model().objects.filter(collection__in=below)
        _tell(found.order_by("pk").values_list("pk", flat=True))


def _tell(ids: Iterable[int], *, is_going: bool = False) -> None:
    if found := list(ids):
        changed.send(sender=get_document_model(), ids=found, is_going=is_going)
