"""What texts of the catalogue may say: the services and the forms of staff hold them against it."""

from django.utils.text import slugify

from commerce.catalogue import limits
from commerce.catalogue.exceptions import FactRefused
from common.utils.text import too_long


def address(said: str, *, most: int = 255) -> str:
    """Return the last part of an address.

    :raises FactRefused: when it is empty, too long or holds anything but a-z, 0-9 and dashes.
    """
    if not said or said != slugify(said):
        raise FactRefused("An address is made of a-z, 0-9 and dashes.", pointer="/slug")
    return _short(said, most, "slug", "An address")


def description(said: str) -> str:
    """Return the description of a collection or category.

    :raises FactRefused: when it is too long.
    """
    return _short(said, limits.DESCRIPTION, "description", "A description")


def product_description(html: str) -> str:
    """Return the HTML of a product's description.

    :raises FactRefused: when it is too long.
    """
    what = "A description, with its formatting,"
    return _short(html, limits.PRODUCT_DESCRIPTION, "description", what)


def seo_description(said: str) -> str:
    """Return what search engines are told of a product, without spaces around it.

    :raises FactRefused: when it is too long.
    """
    what = "A description for search engines"
    return _short(said.strip(), limits.SEO_DESCRIPTION, "seo_description", what)


def attribute(said: str, *, code: str) -> str:
    """Return the value of an attribute in words.

    :raises FactRefused: when it is too long.
    """
    return _short(said, limits.ATTRIBUTE, f"attributes/{code}", f"The attribute “{code}”")


def _short(said: str, most: int, name: str, what: str) -> str:
    if problem := too_long(said, most, what):
        raise FactRefused(problem, pointer=f"/{name}")
    return said
