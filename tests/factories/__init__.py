"""Rows for tests, made through the ORM with every constraint in force."""

from tests.factories.people import make_user
from tests.factories.shop import make_category, make_product, make_vendor

__all__ = ["make_category", "make_product", "make_user", "make_vendor"]
