"""Products that wait: for a look, for a picture, for a story."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.desk.home.waiting import Row, Waiting, first
from commerce.catalogue.models import Product, ProductImage
from commerce.catalogue.services.fetching import MAX_TRIES

Status = Product.Status
MOST = 200
STORIES: tuple[str, str] = ("cms.stories", "cms_stories.ProductStory")


def have_stories() -> bool:
    """Return whether products can have stories here."""
    return apps.is_installed(STORIES[0])


def to_moderate(*, user: Any, at: datetime) -> Waiting:
    """Return products that vendors handed in, the oldest first."""
    rows = _products().filter(status=Status.SUBMITTED).order_by("date_updated", "pk")
    return first(rows, lambda each: _row(each, user, at=each.date_updated))


def without_picture(*, user: Any, at: datetime) -> Waiting:
    """Return products on sale or handed in that have no picture, the newest first."""
    seen = ProductImage.objects.filter(product=OuterRef("pk"), image__isnull=False)
    rows = Product.objects.canonical().filter(status__in=(Status.APPROVED, Status.SUBMITTED))
    return _newest(rows.filter(~Exists(seen)), user)


def without_story(*, user: Any, at: datetime) -> Waiting:
    """Return products on sale of which no live page tells, the newest first."""
    told = apps.get_model(STORIES[1])._default_manager.filter(live=True)
    rows = Product.objects.on_sale_anywhere()
    return _newest(rows.filter(~Exists(told.filter(product=OuterRef("pk")))), user)


def given_up(*, user: Any, at: datetime) -> Waiting:
    """Return imported pictures that could not be fetched and will not be tried again."""
    rows = (
        ProductImage.objects.filter(image__isnull=True, fetch_tries__gte=MAX_TRIES)
        .select_related("product")
        .defer("product__description")
        .order_by("-pk")
    )
    return first(rows, lambda each: _row(each.product, user, note=each.fetch_error))


def _newest(rows: Any, user: Any) -> Waiting:
    """Return the newest of the products; they are counted no further than `MOST`."""
    newest = _products().filter(pk__in=rows.order_by("-pk").values("pk")[:MOST])
    found = first(newest.order_by("-pk"), lambda each: _row(each, user))
    return replace(found, is_more=found.count == MOST)


def _products() -> Any:
    return (
        Product.objects.canonical()
        .select_related("vendor")
        .only("title", "date_updated", "vendor__name")
    )


def _row(product: Any, user: Any, *, note: str = "", at: datetime | None = None) -> Row:
    said = note or (product.vendor.name if "vendor" in product._state.fields_cache else "")
    return Row(title=product.title or _("Untitled"), url=url_of(product.pk, user), note=said, at=at)


def url_of(product_id: int, user: Any) -> str:
    """Return the product's form for who may change it, else the page to look at."""
    name = "edit" if user.has_perm("catalogue.change_product") else "inspect"
    return reverse(f"desk_products:{name}", args=(product_id,))
