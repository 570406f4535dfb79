"""Facts about a person that live outside their row."""

from allauth.account.models import EmailAddress

from identity.models import User


def has_verified_email(user: User) -> bool:
    """Return whether the person has shown that the e-mail address is theirs."""
    return bool(
        user.email
        and EmailAddress.objects.filter(user_id=user.pk, email=user.email, verified=True).exists()
    )
