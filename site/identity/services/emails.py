"""The one e-mail address a person signs in with."""

from allauth.account.models import EmailAddress
from django.db import transaction

from identity.models import User


@transaction.atomic
def set_primary(*, user: User, email: str, verified: bool) -> None:
    """Make `email` the only address the person signs in with."""
    email = email.strip().lower()
    User.objects.select_for_update().get(pk=user.pk)
    EmailAddress.objects.filter(user_id=user.pk).exclude(email=email).delete()
    EmailAddress.objects.update_or_create(
        user_id=user.pk, email=email, defaults={"primary": True, "verified": verified}
    )
    if user.email != email:
        user.email = email
        user.save(update_fields=["email"])
