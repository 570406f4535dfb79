"""Collections of files: public as the files in them are, whatever an older version let people set."""

from typing import Any

from django import forms
from django.db.models import Model
from django.db.models.signals import pre_save
from django.http import HttpRequest, HttpResponseForbidden
from wagtail.admin.forms.collections import CollectionForm
from wagtail.admin.views import collection_privacy, collections
from wagtail.documents import get_document_model
from wagtail.documents.forms import BaseDocumentForm
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.permissions import policy_registry

from common.media.naming import PUBLIC, unguessable

REFUSED = f"No collection of files is private. {PUBLIC}"
CLOSED = (
    "An older version made it private. Its files are public all the same; only links to them are "
    "left out of texts."
)


class FolderForm(CollectionForm):  # type: ignore[misc]
    """Wagtail's form, which says that files are public and opens what was private once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].help_text = PUBLIC
        if self.instance.pk and _restrictions(self.instance).exists():
            self.fields["is_opened"] = forms.BooleanField(
                label="Show links to its files again", required=False, help_text=CLOSED
            )

    def save(self, commit: bool = True) -> Any:
        """Save the collection; it is private no more if that was asked for."""
        saved = super().save(commit=commit)
        if self.cleaned_data.get("is_opened"):
            for each in _restrictions(saved):
                each.delete()
        return saved


class DocumentForm(BaseDocumentForm):  # type: ignore[misc]
    """Wagtail's form, which says that files are public."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if file := self.fields.get("file"):
            file.help_text = PUBLIC


def open_folders() -> None:
    """Take the setting of privacy from collections; give the files of documents names of ours."""
    collections.Create.form_class = collections.Edit.form_class = FolderForm
    # Wagtail's own shows the setting above the form.
    collections.Edit.template_name = "wagtailadmin/generic/edit.html"
    collection_privacy.set_privacy = refuse_privacy
    pre_save.connect(name_anew, sender=get_document_model(), dispatch_uid="filing.name_anew")


def refuse_privacy(request: HttpRequest, collection_id: int) -> HttpResponseForbidden:
    """Answer in the place of Wagtail's setting of privacy."""
    return HttpResponseForbidden(REFUSED, content_type="text/plain; charset=utf-8")


def name_anew(*, instance: Model, raw: bool = False, **kwargs: Any) -> None:
    """Give a new file of a document a name that nobody guesses; one that is stored keeps its own."""
    file: Any = instance.file  # type: ignore[attr-defined]
    if file and not raw and not file._committed:
        file.name = unguessable(file.name)


def closed(user: Any) -> list[Collection]:
    """Return the collections that were made private once, of those the person may change."""
    policy = policy_registry.get_by_type(Collection)
    mine = policy.instances_user_has_permission_for(user, "change")
    return list(mine.filter(pk__in=CollectionViewRestriction.objects.values("collection")))


def _restrictions(collection: Collection) -> Any:
    return CollectionViewRestriction.objects.filter(collection=collection)
