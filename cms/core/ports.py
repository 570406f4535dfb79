"""On which ports a site can be."""

from django.core.validators import MaxValueValidator, MinValueValidator
from wagtail.models import Site

LAST = 65535


def limit_ports() -> None:
    """Have the port of a site checked wherever one is written: Wagtail takes any number.

    As default validators, which no migration knows of.
    """
    field = Site._meta.get_field("port")
    field.default_validators = [MinValueValidator(1), MaxValueValidator(LAST)]
    field.__dict__.pop("validators", None)
