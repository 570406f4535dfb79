from commerce.payment.models.payment import Payment

from oscar.apps.payment.models import *  # noqa: F403  isort: skip

__all__ = ["Payment"]
