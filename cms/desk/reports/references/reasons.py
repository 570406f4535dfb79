"""Why shoppers are not shown a thing, in a sentence."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.models import Page

from cms.desk.home.content import pages_of
from cms.forms.models import Form
from commerce.catalogue.models import Category, Collection, Product
from commerce.catalogue.selectors import categories
from commerce.partner.models import Partner


class Reasons:
    """Names things that are not shown; one statement for each kind of thing.

    A page that `user` may not see in the admin is not named.
    """

    def __init__(self, user: Any, missing: dict[str, set[int]]) -> None:
        def rows(queryset: Any, kind: str) -> dict[int, Any]:
            ids = missing.get(kind)
            return {each.pk: each for each in queryset.filter(pk__in=ids)} if ids else {}

        self._pages = rows(Page.objects.only("title", "live", "expired"), "page")
        self._mine = set(rows(pages_of(user).only("pk"), "page"))
        self._documents = rows(get_document_model().objects.only("title"), "document")
        self._collections = rows(Collection.objects.all(), "collection")
        self._categories = rows(Category.objects.all(), "category")
        self._open = set(rows(categories.public().only("pk"), "category"))
        self._vendors = rows(Partner.objects.all(), "vendor")
        self._forms = rows(Form.objects.all(), "form")
        self._products = rows(
            Product.objects.select_related("vendor", "parent__vendor").defer("description"),
            "product",
        )

    def of(self, kind: str, pk: int) -> str:
        """Return why the thing is not shown."""
        say = getattr(self, f"_of_{kind}")
        return str(say(pk))

    def _of_picture(self, pk: int) -> str:
        return _("The picture was deleted.")

    def _of_document(self, pk: int) -> str:
        found = self._documents.get(pk)
        if found is None:
            return _("The document was deleted.")
        return _("“%(name)s” is in a private collection of documents.") % {"name": found.title}

    def _of_page(self, pk: int) -> str:
        page = self._pages.get(pk)
        if page is None:
            return _("The page was deleted.")
        name = f"“{page.title}”" if pk in self._mine else _("The page")
        if page.live:
            return _("%(name)s is only for some people.") % {"name": name}
        said = _("%(name)s has expired.") if page.expired else _("%(name)s is not published.")
        return said % {"name": name}

    def _of_collection(self, pk: int) -> str:
        found = self._collections.get(pk)
        if found is None:
            return _("The collection was deleted.")
        said = (
            _("“%(name)s” shows no product now.") if found.is_public else _("“%(name)s” is hidden.")
        )
        return said % {"name": found.title}

    def _of_category(self, pk: int) -> str:
        found = self._categories.get(pk)
        if found is None:
            return _("The category was deleted.")
        said = _("“%(name)s” shows no product now.")
        if pk not in self._open:
            below = _("“%(name)s” is below a hidden category.")
            said = below if found.is_public else _("“%(name)s” is hidden.")
        return said % {"name": found.name}

    def _of_vendor(self, pk: int) -> str:
        found = self._vendors.get(pk)
        if found is None:
            return _("The vendor was deleted.")
        return vendor(found) or _("“%(name)s” shows no product now.") % {"name": found.name}

    def _of_form(self, pk: int) -> str:
        found = self._forms.get(pk)
        if found is None:
            return _("The form was deleted.")
        return _("“%(name)s” takes no answers.") % {"name": found.title}

    def _of_product(self, pk: int) -> str:
        found = self._products.get(pk)
        return product(found) if found is not None else _("The product was deleted.")


def vendor(found: Any) -> str:
    """Return why a vendor is not shown; nothing for one that trades."""
    if found.status != Partner.Status.APPROVED:
        state = found.get_status_display().lower()
        return _("The vendor “%(name)s” is %(state)s.") % {"name": found.name, "state": state}
    return "" if found.is_open else _("The vendor “%(name)s” is closed now.") % {"name": found.name}


def product(found: Any) -> str:
    """Return why a product, or a piece of one, is not sold."""
    whole = found.parent or found
    name = {"name": whole.title}
    if whole.status != Product.Status.APPROVED:
        state = Product.Status(whole.status).label.lower()
        return _("“%(name)s” is not sold: it is %(state)s.") % {**name, "state": state}
    if not (whole.is_public and found.is_public):
        return _("“%(name)s” is off sale.") % name
    said = vendor(whole.vendor)
    return said or _("“%(name)s” has no price in %(currency)s.") % {
        **name, "currency": settings.OSCAR_DEFAULT_CURRENCY,
    }  # fmt: skip


def keys_of(kinds: Iterable[tuple[str, int]]) -> dict[str, set[int]]:
    """Return keys by kind."""
    found: dict[str, set[int]] = {}
    for kind, pk in kinds:
        found.setdefault(kind, set()).add(pk)
    return found
