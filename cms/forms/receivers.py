"""Forms that ask otherwise: the pages that show them are told of."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver

from cms.forms.models import Form, FormField
from cms.publishing.services import renewing

SEEN = ("title", "is_open")


@receiver(pre_save, sender=Form, dispatch_uid="forms.form_changing")
@receiver(pre_save, sender=FormField, dispatch_uid="forms.question_changing")
def changing(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Remember whether anything that shoppers see is about to be another."""
    fields = [each.attname for each in sender._meta.concrete_fields]
    seen = SEEN if sender is Form else fields
    said = {name: getattr(instance, name) for name in seen}
    instance.is_news = not sender.objects.filter(pk=instance.pk, **said).exists()


@receiver(post_save, sender=Form, dispatch_uid="forms.form_changed")
@receiver(post_save, sender=FormField, dispatch_uid="forms.question_changed")
def changed(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Tell of a form that has another name, opens or closes, or asks another question."""
    if instance.is_news and not raw:
        _tell(instance)


@receiver(post_delete, sender=FormField, dispatch_uid="forms.question_gone")
def question_gone(sender: Any, instance: FormField, origin: Any = None, **kwargs: Any) -> None:
    """Tell of a form with a question less; not where the question went with its form."""
    if getattr(origin, "model", type(origin)) is FormField:
        _tell(instance)


@receiver(pre_delete, sender=Form, dispatch_uid="forms.form_going")
def form_going(sender: Any, instance: Form, **kwargs: Any) -> None:
    """Tell of a form that goes."""
    renewing.ask_before_deleting(model=Form, ids=[instance.pk])


def _tell(instance: Any) -> None:
    ids = [instance.pk if isinstance(instance, Form) else instance.form_id]
    renewing.ask(model=Form, ids=ids)
