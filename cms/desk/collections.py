"""Collections: a list, and a screen that picks and orders the products."""

from abc import abstractmethod
from typing import Any, ClassVar

from django import forms
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.core.choosers import product_chooser
from cms.desk.screens import Lenient, NeverDeleted, PictureChooser, Screen
from commerce.catalogue.models import Collection, Product
from commerce.catalogue.services import collections
from common.exceptions import Refusal
from common.media.models import Picture

MOST = 500
register_permission_policy(Collection, NeverDeleted(Collection), exact_class=True)


class ProductChooser(Lenient, product_chooser.widget_class):  # type: ignore[misc,name-defined]
    """Chooses a product."""


class CollectionForm(forms.Form):
    """What a collection says of itself."""

    title = forms.CharField(max_length=255)
    slug = forms.CharField(
        label="Address", max_length=128, required=False,
        help_text="The last part of the collection's address: a-z, 0-9 and dashes.",
    )  # fmt: skip
    description = forms.CharField(required=False, widget=forms.Textarea({"rows": 3}))
    image = forms.ModelChoiceField(
        Picture.objects.all(), required=False, widget=PictureChooser, label="Picture"
    )
    position = forms.IntegerField(
        min_value=0, max_value=32_767, initial=0, help_text="Lower ones come first."
    )
    is_public = forms.BooleanField(required=False, initial=True, label="Shoppers see it")


class MemberForm(forms.Form):
    """A product of the collection."""

    product = forms.ModelChoiceField(
        Product.objects.canonical(), required=False, widget=ProductChooser(show_clear_link=False)
    )


Members = forms.formset_factory(
    MemberForm, extra=0, can_order=True, can_delete=True, max_num=MOST, absolute_max=MOST
)


class CollectionForms:
    """The collection and its members on one screen."""

    def __init__(self, data: Any, collection: Collection | None) -> None:
        names = ("title", "slug", "description", "image", "position", "is_public")
        own = {name: getattr(collection, name) for name in names} if collection else {}
        self.own = CollectionForm(data, initial=own)
        self.own.fields["slug"].required = collection is not None
        if collection is None:
            self.own.fields["slug"].help_text = "Leave it empty to make it of the title."
        self.has_rule = bool(collection and collection.kind == Collection.Kind.RULE)
        self.members = [
            each.product
            for each in (collection.members.select_related("product") if collection else ())
            if not each.is_excluded
        ]
        rows = [] if self.has_rule else [{"product": each} for each in self.members]
        self.rows = Members(None if self.has_rule else data, prefix="members", initial=rows)

    @property
    def media(self) -> Any:
        """What the widgets load."""
        return self.own.media + self.rows.empty_form.media

    def is_valid(self) -> bool:
        """Return whether both are."""
        checked = [self.own.is_valid(), self.has_rule or self.rows.is_valid()]
        return all(checked)

    def chosen(self) -> list[int]:
        """Return the keys of the products, in order."""
        said = [row.cleaned_data.get("product") for row in self.rows.ordered_forms]
        return [each.pk for each in said if each]


class CollectionScreen(Screen):
    """What both screens share."""

    model = Collection
    template_name = "desk/collection.html"
    header_icon = "folder-open-inverse"

    def forms(self, data: Any) -> CollectionForms:
        """Return the collection and its members."""
        return CollectionForms(data, self.row)

    def show(self, found: CollectionForms, refusal: Refusal) -> None:
        """Put a refusal to its field."""
        name = refusal.pointer.strip("/")
        found.own.add_error(name if name in found.own.fields else None, refusal.detail)

    def after(self, done: Any) -> str:
        """Return the screen of the collection."""
        return reverse(self.edit_url_name, args=(done.pk,))

    def save(self, found: CollectionForms) -> Collection:
        """Write the collection and fill it."""
        by, at = self.request.user, timezone.now()
        with transaction.atomic():
            done = self.write(found.own.cleaned_data, by, at)
            if not found.has_rule and (self.row is not None or found.chosen()):
                collections.set_members(
                    collection_id=done.pk, product_ids=found.chosen(), by=by, at=at
                )
        return done

    @abstractmethod
    def write(self, facts: Any, by: Any, at: Any) -> Collection:
        """Call the service."""


class CollectionCreate(CollectionScreen):
    """Adds a collection."""

    permission_required = "add"
    page_title = "New collection"
    submit_label: ClassVar[str] = "Add"
    success_message: ClassVar[str] = "Added “{}”."

    def write(self, facts: Any, by: Any, at: Any) -> Collection:
        """Add it."""
        return collections.create_collection(facts=facts, by=by, at=at)


class CollectionEdit(CollectionScreen):
    """Changes a collection."""

    permission_required = "change"

    def write(self, facts: Any, by: Any, at: Any) -> Collection:
        """Change it."""
        return collections.change_collection(collection_id=self.row.pk, facts=facts, by=by, at=at)


class Collections(ModelViewSet):  # type: ignore[misc]
    """Collections."""

    model = Collection
    icon = "folder-open-inverse"
    add_to_admin_menu = False
    form_fields: tuple[str, ...] = ()
    add_view_class = CollectionCreate
    edit_view_class = CollectionEdit
    create_template_name = edit_template_name = CollectionScreen.template_name
    copy_view_enabled = False
    inspect_view_enabled = True
    list_per_page = 50
    list_display = ("title", "slug", "kind", "is_public", "position")
    list_filter = ("kind", "is_public")
    list_export = list_display
    search_fields = ("title", "slug")
    search_backend_name = None
    inspect_view_fields = ("title", "slug", "description", "kind", "is_public", "products")
