"""The screens of a product: write one, change one, and its buttons."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.core.changers import last_change
from cms.desk.products import present, standing
from cms.desk.products.bundle import ProductForms
from cms.desk.screens import Act, Screen
from cms.stories.selectors.standing import standings
from commerce.catalogue.models import Product
from commerce.catalogue.services import products, publishing
from common.exceptions import Refusal, StaleMatch


class ProductScreen(Screen):
    """What both screens share."""

    model = Product
    template_name = "desk/product.html"
    header_icon = "tag"

    def rows(self) -> Any:
        """Return products, never variants."""
        return Product.objects.canonical().select_related("vendor", "product_class")

    def forms(self, data: Any) -> ProductForms:
        """Return the product, its pictures and its variants."""
        return ProductForms(data, self.row)

    def show(self, found: ProductForms, refusal: Refusal) -> None:
        """Put a refusal to its field."""
        found.show(refusal)

    def after(self, done: Any) -> str:
        """Return the screen of the product."""
        return reverse(self.edit_url_name, args=(done.pk,))


class ProductCreate(ProductScreen):
    """Writes a product."""

    permission_required = "add"
    page_title = "New product"
    submit_label: ClassVar[str] = "Save draft"
    success_message: ClassVar[str] = "“{}” is a draft now: publish it when it is ready."

    def save(self, found: ProductForms) -> Product:
        """Write the draft."""
        return products.create_product(
            vendor=found.own.cleaned_data["vendor"],
            facts=found.facts(),
            by=self.request.user,
            at=timezone.now(),
        )


class ProductEdit(ProductScreen):
    """Changes a product."""

    permission_required = "change"

    def save(self, found: ProductForms) -> Product:
        """Bring the product to what the forms say."""
        try:
            return products.change_product(
                product_id=self.row.pk,
                facts=found.facts(),
                by=self.request.user,
                at=timezone.now(),
                as_seen=found.as_seen,
            )
        except StaleMatch as refusal:
            raise StaleMatch(self._stale(refusal.title)) from None

    def _stale(self, title: str) -> str:
        who, when = last_change(self.row, since=None)
        return (
            f"{title}: {who} changed it {when}. Nothing of yours was saved and all of it is still "
            "here. Open the product in another window, see what is new there and bring yours to it."
        )

    def get_context_data(self, **kwargs: Any) -> Any:
        """Add how the product stands and what may be done with it."""
        may_add = self.user_has_permission("add")
        return super().get_context_data(
            standing=standing.label(self.row),
            is_on_sale=standing.is_on_sale(self.row),
            is_archived=self.row.status == Product.Status.ARCHIVED,
            note=standing.note(self.row),
            buttons=[
                (each, reverse(f"desk_products:{each.name}", args=(self.row.pk,)))
                for each in standing.buttons(self.row, may_add=may_add)
            ],
            hidden_variants=present.hidden(self.row),
            stories=standings(self.row, viewer=self.request.user),
            **kwargs,
        )


class ProductAct(Act):
    """A button on the screen of a product."""

    model = Product

    def act(self, pk: int) -> Product:
        """Call the service."""
        call: Callable[..., Product] = type(self).service
        return call(product_id=pk, by=self.request.user, at=timezone.now())


class Publish(ProductAct):
    """Puts a product on sale."""

    service = staticmethod(publishing.publish)
    done: ClassVar[str] = "“{}” is on sale."


class Unpublish(ProductAct):
    """Takes a product off sale."""

    service = staticmethod(publishing.unpublish)
    done: ClassVar[str] = "“{}” is off sale."


class Duplicate(ProductAct):
    """Copies a product into a draft."""

    permission_required = "add"
    service = staticmethod(publishing.duplicate)
    done: ClassVar[str] = "This is “{}”, a draft."


class Restore(ProductAct):
    """Makes an archived product a draft."""

    service = staticmethod(publishing.restore)
    done: ClassVar[str] = "“{}” is a draft again."


class Archive(WagtailAdminTemplateMixin, ProductAct):  # type: ignore[misc]
    """Takes a product out of the way, once asked whether that is meant."""

    service = staticmethod(publishing.archive)
    done: ClassVar[str] = "“{}” is archived."
    template_name = "desk/confirm_archive.html"
    page_title = "Archive"
    header_icon = "folder-inverse"

    @cached_property
    def row(self) -> Any:
        """The product."""
        return get_object_or_404(Product.objects.canonical(), pk=self.kwargs["pk"])

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Ask."""
        back = reverse(self.edit_url_name, args=(pk,))
        return self.render_to_response(self.get_context_data(object=self.row, back=back))

    def get_page_subtitle(self) -> str:
        """Return what would be archived."""
        return str(self.row)

    def get_breadcrumbs_items(self) -> list[Any]:
        """Return none: the question stands alone."""
        return []
