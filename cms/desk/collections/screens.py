"""The screens that add and change a collection, and what they show while one does."""

from abc import abstractmethod
from typing import Any, ClassVar

from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views import View
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from cms.desk.collections.forms import CollectionForms
from cms.desk.screens import Screen
from commerce.catalogue.models import Collection
from commerce.catalogue.services import collections, picks, rules
from common.exceptions import Refusal


class CollectionScreen(Screen):
    """What both screens share."""

    model = Collection
    template_name = "desk/collection.html"
    header_icon = "folder-open-inverse"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Save, or only show the products."""
        if "show" not in request.POST:
            return super().post(request, *args, **kwargs)
        found = self.forms(request.POST)
        found.is_valid()
        return self.shown(found)

    def forms(self, data: Any) -> CollectionForms:
        """Return the collection, its rule and its products."""
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
            act: dict[str, Any] = {"collection_id": done.pk, "by": by, "at": at}
            if found.is_ruled and found.rule:
                rules.set_rule(rule=found.rule.as_json(), **act)
                picks.set_picks(pinned=found.pinned.keys, excluded=found.excluded.keys, **act)
            elif found.has_rule:
                rules.fill_by_hand(**act)
            elif self.row is not None or found.rows.keys:
                collections.set_members(product_ids=found.rows.keys, **act)
        return done

    @abstractmethod
    def write(self, facts: Any, by: Any, at: Any) -> Collection:
        """Call the service."""

    def get_context_data(self, **kwargs: Any) -> Any:
        """Add the products that shoppers would see."""
        return super().get_context_data(
            preview=kwargs["form"].preview(),
            preview_url=reverse("desk_collections:preview"),
            **kwargs,
        )


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
    is_watched: ClassVar[bool] = True

    def hold(self, pk: int) -> None:
        """Hold it behind everybody's turn."""
        collections.locked(pk)

    def write(self, facts: Any, by: Any, at: Any) -> Collection:
        """Change it."""
        return collections.change_collection(collection_id=self.row.pk, facts=facts, by=by, at=at)


class CollectionPreview(PermissionCheckedMixin, View):  # type: ignore[misc]
    """Shows the products of a form that is not saved."""

    model = Collection
    any_permission_required: ClassVar[list[str]] = ["add", "change"]

    def post(self, request: HttpRequest) -> HttpResponseBase:
        """Return the panel alone; a form without rows of products has a rule."""
        has_rule = "members-TOTAL_FORMS" not in request.POST
        found = CollectionForms(request.POST, None, has_rule=has_rule)
        found.is_valid()
        said = {"form": found, "preview": found.preview()}
        return render(request, "desk/collection_preview.html", said)
