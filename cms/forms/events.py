"""Who hears that a form was answered."""

from django.utils import timezone

from cms.forms.services import telling
from common.outbox.consumers import Event, on


@on(telling.EVENT, name="forms.tell")
def tell_of_answers(*, event: Event) -> None:
    """Tell the people of the form."""
    telling.tell(form_id=event.payload["form_id"], at=timezone.now())
