"""Every kind of message that we say, and to whom."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from notifications.exceptions import UnknownKind


@dataclass(frozen=True)
class Kind:
    """A kind of message; its templates are `notifications/<name>/{subject,body}.{txt,html}`.

    The last two have none of ours: allauth and Wagtail write them.
    """

    name: str
    title: "str | Promise"
    audience: str


_ALL = (
    Kind("order_confirmation", _("Order confirmation"), "shopper"),
    Kind("order_cancelled", _("Order cancelled"), "shopper"),
    Kind("vendor_order_placed", _("New order for a vendor"), "vendor"),
    Kind("vendor_order_shipped", _("Parcel on its way"), "shopper"),
    Kind("form_answered", _("Answers to a form"), "staff"),
    Kind("account", _("Sign-in and account"), "anybody"),
    Kind("staff_news", _("Review of content"), "staff"),
)
KINDS = {kind.name: kind for kind in _ALL}


def named(name: str) -> Kind:
    """Return a kind.

    :raises UnknownKind: when there is none of this name.
    """
    try:
        return KINDS[name]
    except KeyError:
        raise UnknownKind(f"There is no kind of message named {name!r}.") from None
