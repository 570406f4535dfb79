"""What people say about themselves."""

from django.db import transaction

from identity.models import User


@transaction.atomic
def change(*, user: User, first_name: str | None = None, last_name: str | None = None) -> User:
    """Change the names that are given and return the person."""
    person = User.objects.select_for_update().get(pk=user.pk)
    if first_name is not None:
        person.first_name = first_name
    if last_name is not None:
        person.last_name = last_name
    person.save(update_fields=["first_name", "last_name"])
    return person
