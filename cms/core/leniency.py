"""What the admin does with what no form of its own sends.

Blocks read the form that the editor fills: where their counts or places are missing, or are no
numbers, the request is refused.

Wagtail's choosers look a key up that was sent as they look up one that was stored: one that is no
number breaks the request before the form can say what is wrong. Choosers stand in pages, menus,
settings, redirects, sites, groups, workflows and wherever pages are copied or moved; so the methods
that look up are told of it here, once for all of them.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import BadRequest, ValidationError
from django.http import Http404
from wagtail.admin.views.generic.chooser import ChosenMultipleViewMixin, ChosenViewMixin
from wagtail.admin.widgets import BaseChooser
from wagtail.blocks import ChooserBlock, ListBlock
from wagtail.blocks.stream_block import BaseStreamBlock

UNREADABLE = (ValueError, OverflowError, ValidationError)


def take_unreadable_for_none() -> None:
    """Have every chooser of the admin find nothing under a key that it cannot read."""
    BaseChooser.get_instance = _lenient(BaseChooser.get_instance)
    ChooserBlock.value_from_form = _lenient(ChooserBlock.value_from_form)
    ChosenViewMixin.get = _readable(ChosenViewMixin.get)
    ChosenMultipleViewMixin.get = _readable(ChosenMultipleViewMixin.get)


def refuse_unreadable_blocks() -> None:
    """Have streams and lists of blocks refuse a form that is not one of theirs, with a 400."""
    for kind in (BaseStreamBlock, ListBlock):
        kind.value_from_datadict = _sent(kind.value_from_datadict)


def _sent(read: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(read)
    def value(self: Any, data: Any, files: Any, prefix: str) -> Any:
        try:
            return read(self, data, files, prefix)
        except (KeyError, TypeError, ValueError) as error:
            raise BadRequest("The blocks of the form cannot be read.") from error

    return value


def _lenient(find: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    @wraps(find)
    def found(self: Any, value: Any) -> Any:
        try:
            return find(self, value)
        except UNREADABLE:
            return None

    return found


def _readable(show: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    @wraps(show)
    def shown(self: Any, request: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return show(self, request, *args, **kwargs)
        except UNREADABLE:
            raise Http404("No such things.") from None

    return shown
