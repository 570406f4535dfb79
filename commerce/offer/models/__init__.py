from commerce.offer.models.application import OfferApplication
from commerce.offer.models.offer import ConditionalOffer
from commerce.offer.models.range import Range
from commerce.offer.models.rule import Benefit, Condition

from oscar.apps.offer.models import *  # noqa: F403  isort: skip

__all__ = ["Benefit", "Condition", "ConditionalOffer", "OfferApplication", "Range"]
