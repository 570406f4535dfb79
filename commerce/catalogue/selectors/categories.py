"""Categories that shoppers see."""

from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.lookups import StartsWith

from commerce.catalogue.models import Category

# The rule of `public` as SQL, over a row of `catalogue_category` called `c`.
IS_PUBLIC = """NOT EXISTS (SELECT 1 FROM catalogue_category hidden
  WHERE NOT hidden.is_public AND starts_with(c.path, hidden.path))"""


def public() -> QuerySet[Category]:
    """Return the categories that are public with all that stand above them.

    Read from the tree, as the list of categories is: the flag that Oscar stores of it does not
    follow when a parent is saved.
    """
    hidden = Category.objects.filter(StartsWith(OuterRef("path"), F("path")), is_public=False)
    found: QuerySet[Category] = Category.objects.filter(~Exists(hidden))
    return found
