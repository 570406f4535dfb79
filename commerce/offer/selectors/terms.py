"""Reading the terms of an offer back from Oscar's rules."""

from typing import Any

from commerce.offer.models import Benefit, Condition, ConditionalOffer
from commerce.offer.terms import Terms

OTHER_PARTS = (
    "included_products", "excluded_products", "included_categories", "excluded_categories",
    "classes",
)  # fmt: skip


def terms_of(offer: ConditionalOffer) -> Terms | None:
    """Return the terms of the offer, None when its rules say more than terms can."""
    condition, benefit = offer.condition, offer.benefit
    if condition.type != Condition.COUNT or condition.value != 1 or condition.proxy_class:
        return None
    if benefit.proxy_class or benefit.max_affected_items is not None or not benefit.value:
        return None
    if benefit.range_id is None or benefit.range_id != condition.range_id:
        return None
    target = _target_of(benefit.range)
    if target is None or offer.max_discount is not None:
        return None
    scope, target_id = target
    if benefit.type == Benefit.PERCENTAGE and not offer.currency:
        return Terms("percentage", benefit.value, scope, target_id)
    if benefit.type == Benefit.FIXED and offer.currency:
        return Terms("fixed", benefit.value, scope, target_id, offer.currency)
    return None


def target_name(terms: Terms) -> str:
    """Return what the terms are about, by name."""
    from django.apps import apps

    if terms.scope == "all":
        return "everything"
    label = "partner.Partner" if terms.scope == "vendor" else "catalogue.Collection"
    return str(apps.get_model(label).objects.filter(pk=terms.target_id).first() or "nothing")


def _target_of(found: Any) -> tuple[Any, int | None] | None:
    if found.proxy_class or _has_other_parts(found):
        return None
    vendors = list(found.included_vendors.order_by("pk").values_list("pk", flat=True)[:2])
    collections = list(found.included_collections.order_by("pk").values_list("pk", flat=True)[:2])
    if found.includes_all_products:
        return None if vendors or collections else ("all", None)
    if len(vendors) + len(collections) != 1:
        return None
    return ("vendor", vendors[0]) if vendors else ("collection", collections[0])


def _has_other_parts(found: Any) -> bool:
    through = [getattr(found, name).through.objects for name in OTHER_PARTS]
    rows = [each.filter(range_id=found.pk).order_by().values("range_id") for each in through]
    return bool(rows[0].union(*rows[1:], all=True).exists())
