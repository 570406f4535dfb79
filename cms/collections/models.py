"""The page that tells the story of a collection."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField

from cms.core.choosers import collection_chooser
from cms.core.pages import BasePage
from commerce.catalogue.models import Collection

AWAITED = "It is shown once its collection is public."


class CollectionPage(BasePage):
    """Blocks around the products of one collection of the catalogue."""

    api_type: ClassVar[str] = "collection"
    subpage_types: ClassVar[list[str]] = []
    collection = models.ForeignKey(
        "catalogue.Collection", on_delete=models.PROTECT, related_name="pages"
    )

    content_panels = [
        *BasePage.content_panels[:-1],
        FieldPanel("collection", widget=collection_chooser.widget_class),
        FieldPanel("body"),
    ]

    override_translatable_fields: ClassVar[list[Any]] = [
        SynchronizedField("collection", overridable=False)
    ]

    class Meta:
        verbose_name = "collection page"


def of_what_is_hidden() -> Q:
    """Return the condition that a page is about a collection that is not shown."""
    hidden = CollectionPage.objects.filter(pk=OuterRef("pk"), collection__is_public=False)
    return Q(Exists(hidden))


def awaited(page: Any) -> str:
    """Return what the page of a hidden collection waits for, nothing of any other."""
    if not isinstance(page, CollectionPage) or page.collection_id is None:
        return ""
    hidden = Collection.objects.filter(pk=page.collection_id, is_public=False)
    return AWAITED if hidden.exists() else ""
