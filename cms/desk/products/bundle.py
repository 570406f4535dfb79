"""The three forms of the product screen as one: read as facts, and told of refusals."""

from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.utils.dateparse import parse_datetime

from cms.desk.products import present, words
from cms.desk.products.forms import Pictures, ProductForm, Variants, columns_of
from commerce.catalogue.importing.slugs import code_of
from commerce.catalogue.models import Product
from commerce.catalogue.services.facts import ImageFacts, PriceFacts, ProductFacts, VariantFacts
from commerce.partner.models import StockRecord
from common.exceptions import Refusal

ENOUGH = "A variant needs a value for every option."


class ProductForms:
    """The product, its pictures and its variants on one screen."""

    def __init__(self, data: Any, product: Product | None) -> None:
        self.product = product
        columns = {"columns": columns_of(product)}
        self.own = ProductForm(data, product=product, initial=present.own(product))
        self.pictures = Pictures(data, prefix="pictures", initial=present.pictures(product))
        self.variants = Variants(
            data, prefix="variants", initial=present.variants(product), form_kwargs=columns
        )
        self.options: dict[str, str] = {}
        self.rows: list[Any] = []

    @property
    def media(self) -> Any:
        """What the widgets load."""
        parts = (self.own, self.pictures.empty_form, self.variants.empty_form)
        return sum((each.media for each in parts), forms.Media())

    def is_valid(self) -> bool:
        """Return whether all three are, and the options have names and values."""
        checked = [each.is_valid() for each in (self.own, self.pictures, self.variants)]
        if not all(checked):
            return False
        self.rows = [each for each in self.variants.forms if self._is_said(each)]
        self.options = self._named_options()
        for row in self.rows:
            for place in range(row.columns):
                self._check_value(row, place)
        return not self.own.errors and not any(row.errors for row in self.rows)

    @property
    def as_seen(self) -> datetime | None:
        """When the product last changed, as of what the person looked at."""
        try:
            return parse_datetime(self.own.cleaned_data["seen"])
        except ValueError:
            return None

    def facts(self) -> ProductFacts:
        """Return what the forms say; of an existing product what a person may have changed."""
        said = self.own.cleaned_data
        found: ProductFacts = {
            "title": said["title"],
            "slug": said["slug"],
            "product_class": said["product_class"],
            "categories": list(said["categories"]),
            "attributes": {code: said[f"attribute_{code}"] for code in self.own.attributes},
            "is_made_to_measure": said["is_made_to_measure"],
            "lead_time_days": said["lead_time_days"],
            "seo_title": said["seo_title"],
            "seo_description": said["seo_description"],
            "options": self._options(),
            "variants": self._variants(),
            "images": self._images(),
        }
        if self.own.has_new_description(said["description"]):
            found["description"] = words.plain(said["description"])
        if self.product is not None:
            found["categories"] = self._categories_in_order(said["categories"])
        return found

    def show(self, refusal: Refusal) -> None:
        """Put a refusal of the service to the field it is about."""
        kind, *way = refusal.pointer.strip("/").split("/")
        if kind == "variants" and way and way[0].isdigit():
            self._show_in_row(self.rows[int(way[0])], way[1:], refusal.detail)
            return
        name = {"attributes": f"attribute_{(way or [''])[0]}", "options": "option_0"}.get(
            kind, kind
        )
        self.own.add_error(name if name in self.own.fields else None, refusal.detail)

    def _show_in_row(self, row: Any, way: list[str], detail: str) -> None:
        name = way[0] if way else ""
        if name == "prices" and len(way) > 1:
            name = f"{'earlier' if way[-1] == 'compare_at' else 'price'}_{way[1]}"
        elif name == "options":
            name = "option_0"
        row.add_error(name if name in row.fields else None, detail)

    def _is_said(self, row: Any) -> bool:
        said = row.cleaned_data
        is_removed = said.get("DELETE") or not (row.has_changed() or said.get("variant"))
        return not is_removed

    def _named_options(self) -> dict[str, str]:
        known = {e["name"]: e["code"] for e in self.product.option_types} if self.product else {}
        codes: set[str] = set()
        found: dict[str, str] = {}
        for field in self.own.option_fields:
            name = " ".join(self.own.cleaned_data[field.name].split())
            code = known.get(name) or code_of(name) if name else ""
            if code and code in codes:
                self.own.add_error(field.name, "Another option has this name.")
            codes.add(code)
            found[field.name] = code
        return found

    def _check_value(self, row: Any, place: int) -> None:
        name = f"option_{place}"
        value, code = row.cleaned_data.get(name, ""), self.options.get(name)
        if code and not value:
            row.add_error(name, ENOUGH)
        if value and not code and not self.own.has_error(name):
            self.own.add_error(name, "Give this option a name: variants have a value for it.")

    def _options(self) -> dict[str, str]:
        said = self.own.cleaned_data
        return {code: " ".join(said[name].split()) for name, code in self.options.items() if code}

    def _variants(self) -> list[VariantFacts]:
        there = {}
        if self.product is not None:
            there = {each.product_id: each for each in present.records_of(self.product)}
        return [self._variant(row, there.get(row.cleaned_data["variant"])) for row in self.rows]

    def _variant(self, row: Any, record: StockRecord | None) -> VariantFacts:
        said = row.cleaned_data
        options = {code: said[name] for name, code in self.options.items() if code}
        is_counted = record is None or "stock" in row.changed_data
        kept: dict[str, Any] = {}
        if record is not None:
            variant = record.product
            kept = {
                "is_tracked": record.is_tracked, "allow_backorder": record.allow_backorder,
                "gtin": variant.gtin, "weight_g": variant.weight_g,
                "lead_time_days": variant.lead_time_days,
            }  # fmt: skip
        return VariantFacts(
            options=options,
            sku=said["sku"],
            stock=said["stock"] if is_counted else None,
            prices={each: _price(said, each) for each in settings.SHOP_CURRENCIES},
            **kept,
        )

    def _images(self) -> list[ImageFacts]:
        there = {row.pk: row for row in self.product.images.all()} if self.product else {}
        found = []
        for row in self.pictures.ordered_forms:
            said = row.cleaned_data
            known = there.get(said.get("row"))
            if said.get("picture"):
                found.append(ImageFacts(picture=said["picture"], alt=said["alt"]))
            elif known is not None:
                found.append(
                    ImageFacts(picture=known.image, source_url=known.source_url, alt=said["alt"])
                )
        return found

    def _categories_in_order(self, chosen: Any) -> list[Any]:
        assert self.product is not None
        rows = self.product.categories.order_by("productcategory__pk")
        places = {pk: place for place, pk in enumerate(rows.values_list("pk", flat=True))}
        return sorted(chosen, key=lambda each: places.get(each.pk, len(places)))


def _price(said: dict[str, Any], currency: str) -> PriceFacts | None:
    amount = said[f"price_{currency}"]
    return PriceFacts(amount, said[f"earlier_{currency}"]) if amount is not None else None
