"""Products of a file go in, each by itself: new ones written, known ones changed where they differ."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.db import DataError, IntegrityError, transaction

from commerce.catalogue.importing import ParsedFile, ParsedProduct, RowProblem
from commerce.catalogue.models import ImportedProduct, Product, ProductImage
from commerce.catalogue.services import planting, products, publishing, readings, shelves
from commerce.catalogue.services.facts import ImageFacts
from commerce.catalogue.services.memory import Memory
from commerce.partner.models import Partner
from common.exceptions import Refusal


@dataclass
class Report:
    """How an import went: handles by what became of them, and what there is to say."""

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    refused: list[RowProblem] = field(default_factory=list)
    refused_products: int = 0


class _Known(NamedTuple):
    product_id: int
    fingerprint: str | None


@dataclass
class _Run:
    vendor: Partner
    at: datetime
    is_trial: bool
    known: dict[str, _Known]
    memory: Memory = field(default_factory=Memory)
    report: Report = field(default_factory=Report)


def import_parsed(
    *,
    parsed: ParsedFile,
    vendor: Partner,
    at: datetime,
    is_trial: bool = False,
    tell: Callable[[int], None] = lambda done: None,
) -> Report:
    """Write every product of a read file, or change the vendor's product of that handle.

    A product whose rows say what they said the last time is left as it is. With `is_trial`
    everything is tried and nothing kept. `tell` hears how many are done.
    """
    run = _Run(vendor, at, is_trial, _known_of(vendor))
    for refusal in parsed.refused:
        run.report.refused += refusal.problems
        run.report.refused_products += 1
    for done, each in enumerate(parsed.products, 1):
        _import_one(each, run)
        tell(done)
    return run.report


def _known_of(vendor: Partner) -> dict[str, _Known]:
    rows = Product.objects.filter(vendor=vendor).exclude(import_reference="")
    found = rows.values_list("import_reference", "pk", "imported__fingerprint")
    return {handle: _Known(pk, fingerprint) for handle, pk, fingerprint in found}


def _import_one(parsed: ParsedProduct, run: _Run) -> None:
    known = run.known.get(parsed.handle)
    fingerprint = readings.fingerprint_of(parsed)
    if known is not None and known.fingerprint == fingerprint:
        run.report.unchanged.append(parsed.handle)
        return
    try:
        became = _tried(parsed, known, fingerprint, run)
    except Refusal as refusal:
        _refuse(parsed, refusal.detail, run)
    except IntegrityError:
        _refuse(parsed, "It was being written elsewhere at the same moment: try again.", run)
    except DataError:
        _refuse(parsed, "It holds a value that cannot be stored.", run)
    else:
        run.memory.forget() if run.is_trial else run.memory.keep()
        getattr(run.report, became).append(parsed.handle)


def _refuse(parsed: ParsedProduct, sentence: str, run: _Run) -> None:
    run.memory.forget()
    run.report.refused.append(RowProblem(parsed.line, "row", sentence))
    run.report.refused_products += 1


def _tried(parsed: ParsedProduct, known: _Known | None, fingerprint: str, run: _Run) -> str:
    try:
        return _write(parsed, known, fingerprint, run)
    except IntegrityError:
        if known is not None:
            raise
    run.memory.forget()
    return _write(parsed, known, fingerprint, run, is_careful=True)


@transaction.atomic
def _write(
    parsed: ParsedProduct,
    known: _Known | None,
    fingerprint: str,
    run: _Run,
    *,
    is_careful: bool = False,
) -> str:
    if known is None:
        made = _create(parsed, run, is_careful)
        ImportedProduct.objects.create(product=made, fingerprint=fingerprint, at=run.at)
        became = "created"
    else:
        became = _change(parsed, known.product_id, run)
        ImportedProduct.objects.update_or_create(
            product_id=known.product_id, defaults={"fingerprint": fingerprint, "at": run.at}
        )
    if run.is_trial:
        transaction.set_rollback(True)
    return became


def _create(parsed: ParsedProduct, run: _Run, is_careful: bool) -> Product:
    facts = readings.facts_of(parsed, shelves.at(parsed.category_path, run.memory))
    is_live, made = parsed.published, None
    if not is_careful and planting.is_ordinary(facts):
        made = planting.plant(
            vendor=run.vendor, facts=facts, at=run.at, is_live=is_live, memory=run.memory
        )
    return made or products.create_product(
        vendor=run.vendor, facts=facts, by=None, at=run.at, is_live=is_live
    )


def _change(parsed: ParsedProduct, product_id: int, run: _Run) -> str:
    seen = products.locked(product_id).date_updated
    facts = readings.facts_of(parsed, shelves.at(parsed.category_path, run.memory))
    del facts["slug"], facts["import_reference"], facts["product_class"]
    facts["images"] = _pictures(product_id, facts["images"])
    product = products.change_product(product_id=product_id, facts=facts, by=None, at=run.at)
    if parsed.published == product.is_public:
        return "unchanged" if product.date_updated == seen else "updated"
    move = publishing.publish if parsed.published else publishing.unpublish
    move(product_id=product_id, by=None, at=run.at)
    return "updated"


def _pictures(product_id: int, wanted: Sequence[ImageFacts]) -> list[ImageFacts]:
    """Return the file's pictures with those that are fetched, and then those added by hand."""
    rows = ProductImage.objects.filter(product=product_id).select_related("image")
    there = list(rows.order_by("display_order", "pk"))
    fetched = {each.source_url: each.image for each in there if each.source_url}
    own = [
        ImageFacts(picture=each.image, alt=each.caption) for each in there if not each.source_url
    ]
    return [
        ImageFacts(fetched.get(each.source_url), each.source_url, each.alt) for each in wanted
    ] + own
