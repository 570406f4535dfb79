"""The screens that add, change, move and delete a category."""

from typing import Any, ClassVar

from django import forms
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from wagtail.admin import messages
from wagtail.admin.views.generic import DeleteView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import ReferenceIndex

from cms.core.seen import carry, picture
from cms.desk.ruling import held_to
from cms.desk.screens import PictureChooser, Screen
from commerce.catalogue.exceptions import CategoryInUse
from commerce.catalogue.models import Category
from commerce.catalogue.services import categories, wording
from common import refusing
from common.exceptions import Refusal
from common.media.models import Picture

PLACES = (
    ("last", "inside it, as the last"),
    ("first", "inside it, as the first"),
    ("before", "before it"),
    ("after", "after it"),
)


class Branches(forms.ModelChoiceField):
    """A category or the top of the tree, those below others set in."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            Category.objects.order_by("path"), required=False, empty_label="The top of the tree",
            **kwargs,
        )  # fmt: skip

    def label_from_instance(self, obj: Any) -> str:
        """Return the name behind as many spaces as it is deep."""
        return "\u2003" * obj.depth + str(obj.name)


class CategoryForm(forms.Form):
    """What a category says of itself, and of a new one its place."""

    name = forms.CharField(max_length=255)
    parent = Branches(label="Below")
    slug = forms.CharField(
        label="Address", max_length=categories.MAX, required=False,
        validators=[held_to(wording.address, most=categories.MAX)],
        help_text="The last part of the category's address: a-z, 0-9 and dashes.",
    )  # fmt: skip
    description = forms.CharField(
        required=False, widget=forms.Textarea({"rows": 3}),
        validators=[held_to(wording.description)],
    )  # fmt: skip
    image = forms.ModelChoiceField(
        Picture.objects.all(), required=False, widget=PictureChooser, label="Picture"
    )
    is_public = forms.BooleanField(required=False, label="Shoppers see it")

    def seen(self) -> dict[str, str]:
        """Return a sign of what each field shows before anybody writes into it."""
        return picture(self)


class MoveForm(forms.Form):
    """Where a category goes."""

    target = Branches(label="Category")
    place = forms.ChoiceField(choices=PLACES, widget=forms.RadioSelect, initial="last")


class CategoryScreen(Screen):
    """What the screens that write a category share."""

    model = Category
    template_name = "desk/form.html"
    header_icon = "folder"


class CategoryCreate(CategoryScreen):
    """Adds a category."""

    permission_required = "add"
    page_title = "New category"
    submit_label: ClassVar[str] = "Add"
    success_message: ClassVar[str] = "Added “{}”."

    def forms(self, data: Any) -> CategoryForm:
        """Return the form, with the category it was asked for below."""
        below = self.request.GET.get("below", "")
        parent = int(below) if below.isdecimal() and len(below) < 10 else None
        form = CategoryForm(data, initial={"is_public": True, "parent": parent})
        form.fields["slug"].help_text = "Leave it empty to make it of the name."
        return form

    def save(self, found: CategoryForm) -> Category:
        """Add it."""
        said = dict(found.cleaned_data)
        parent = said.pop("parent")
        return categories.create_category(
            facts=said,  # type: ignore[arg-type]
            parent_id=parent.pk if parent else None,
            by=self.request.user,
            at=timezone.now(),
        )


class CategoryEdit(CategoryScreen):
    """Changes a category."""

    permission_required = "change"
    is_watched: ClassVar[bool] = True

    def hold(self, pk: int) -> None:
        """Hold it with the tree."""
        categories.locked(pk)

    def forms(self, data: Any) -> CategoryForm:
        """Return the form, which carries what it shows."""
        row = self.row
        names = ("name", "slug", "description", "image", "is_public")
        form = CategoryForm(data, initial={name: getattr(row, name) for name in names})
        del form.fields["parent"]
        form.fields["slug"].required = True
        carry(form)
        return form

    def save(self, found: CategoryForm) -> Category:
        """Change it."""
        return categories.change_category(
            category_id=self.row.pk,
            facts=found.cleaned_data,  # type: ignore[arg-type]
            by=self.request.user,
            at=timezone.now(),
        )

    def get_context_data(self, **kwargs: Any) -> Any:
        """Add the way to the screen that moves it."""
        self.header_buttons = [
            HeaderButton(
                "Move", url=reverse("desk_categories:move", args=(self.row.pk,)), icon_name="order"
            )
        ]
        return super().get_context_data(**kwargs)


class CategoryMove(CategoryScreen):
    """Moves a category with everything below it."""

    permission_required = "change"
    submit_label: ClassVar[str] = "Move"
    success_message: ClassVar[str] = "Moved “{}”."

    def get_page_title(self) -> str:
        """Return what is moved."""
        return f"Move {self.row}"

    def forms(self, data: Any) -> MoveForm:
        """Return the form."""
        return MoveForm(data, initial={"target": self.row.get_parent()})

    def save(self, found: MoveForm) -> Category:
        """Move it."""
        target = found.cleaned_data["target"]
        return categories.move_category(
            category_id=self.row.pk,
            target_id=target.pk if target else None,
            place=found.cleaned_data["place"],
            by=self.request.user,
            at=timezone.now(),
        )


class CategoryDelete(DeleteView):  # type: ignore[misc]
    """Deletes a category that nothing uses."""

    http_method_names = ("get", "head", "options", "post")

    def form_valid(self, form: Any) -> Any:
        """Delete it, or say why not."""
        try:
            with refusing.as_pages():
                if ReferenceIndex.get_references_to(self.object).exists():
                    raise CategoryInUse("A page shows this category: see its usage.")
                categories.delete_category(
                    category_id=self.object.pk, by=self.request.user, at=timezone.now()
                )
        except Refusal as refusal:
            messages.error(self.request, refusal.detail)
        else:
            messages.success(self.request, f"Deleted “{self.object.name}”.")
        return redirect(self.index_url_name)
