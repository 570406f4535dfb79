from commerce.basket.models.basket import Basket
from commerce.basket.models.line import Line

from oscar.apps.basket.models import *  # noqa: F403  isort: skip

__all__ = ["Basket", "Line"]
