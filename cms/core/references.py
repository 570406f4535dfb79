"""Which live pages show or link to a thing, by Wagtail's index of references."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import Page, ReferenceIndex


def live_pages(
    *, showing: type[Model], ids: Iterable[int] | None = None, of: type[Page] = Page
) -> list[int]:
    """Return the ids of the live pages `of` a family that show any of these things, in order.

    Without ids it is any thing of that kind.
    """
    shown = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(showing),
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    if ids is not None:
        shown = shown.filter(to_object_id__in=[str(each) for each in ids])
    found = {int(each) for each in shown.values_list("object_id", flat=True)}
    live = of._default_manager.filter(live=True, pk__in=found)
    return list(live.order_by("pk").values_list("pk", flat=True))
