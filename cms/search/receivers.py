"""What is searched follows what is saved, and what is promoted is told of, in the same transaction."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.models import Page

from cms.core.pages import BasePage
from cms.publishing.services.affecting import affected
from cms.search.models import Promotion
from cms.search.services import indexing
from common.outbox.services import events

# What saving a draft writes into the row of its page: nothing that is searched.
_NO_WORDS = {
    "latest_revision", "latest_revision_id", "latest_revision_created_at", "draft_title",
    "has_unpublished_changes", "live", "expired", "live_revision", "live_revision_id",
}  # fmt: skip


def connect() -> None:
    """Listen to pages being saved, also as the plain pages they are, and to promoted results."""
    for sender in (Page, *indexing.kinds()):
        post_save.connect(keep_words, sender=sender, dispatch_uid=f"search.{sender._meta.label}")
    pre_save.connect(renaming, sender=Promotion, dispatch_uid="search.renaming")
    for signal in (post_save, post_delete):
        signal.connect(search_changed, sender=Promotion, dispatch_uid="search.changed")


def keep_words(
    *, instance: Page, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    """Keep the words of the page that was saved."""
    says_nothing = update_fields is not None and _NO_WORDS.issuperset(update_fields)
    kind = instance.specific_class
    if raw or says_nothing or kind is None or not issubclass(kind, BasePage):
        return
    # Read anew: to look into the blocks of the page at hand would change how they are held.
    indexing.keep(pages=kind.objects.select_related("locale").filter(pk=instance.pk))


def renaming(*, instance: Promotion, **kwargs: Any) -> None:
    """Remember for which words and in which language this was promoted until now."""
    known = Promotion.objects.filter(pk=instance.pk)
    instance.told = list(known.values_list("words", "locale__language_code"))  # type: ignore[attr-defined]


def search_changed(*, instance: Promotion, raw: bool = False, **kwargs: Any) -> None:
    """Tell that searches of these words answer otherwise, and of those it was promoted for before."""
    if raw:
        return
    locale = instance.locale.language_code
    told = {(instance.words, locale), *getattr(instance, "told", ())}
    events.record(
        type="search.changed",
        subject_id=str(instance.pk),
        payload={
            "words": sorted({words for words, _ in told}), "locale": locale,
            **affected([]), "locales": sorted({each for _, each in told}),
        },
    )  # fmt: skip
