from django.db import models
from django.db.models import F, Q
from oscar.apps.offer.abstract_models import AbstractConditionalOffer


class ConditionalOffer(AbstractConditionalOffer):  # type: ignore[misc]
    """Oscar's offer, held to its limits by the database."""

    class Meta(AbstractConditionalOffer.Meta):
        abstract = False
        constraints = [
            models.CheckConstraint(
                condition=Q(max_global_applications__isnull=True)
                | Q(num_applications__lte=F("max_global_applications")),
                name="offer_applications_within_limit",
            )
        ]


from oscar.apps.offer.models import *  # noqa: E402, F403
