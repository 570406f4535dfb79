"""The files of the library that a person works with."""

from typing import Any

from django.db.models import Model, QuerySet
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.permissions import policy_registry

from identity.models import User

USES = ("choose", "change", "delete")
MODELS = {"image_id": get_image_model, "document_id": get_document_model}
"""The model of a file by the name its key has in an address."""


def in_sight(user: User, model: type[Model]) -> "QuerySet[Any]":
    """Return the pictures or documents that the person may choose, change or delete."""
    policy = policy_registry.get_by_type(model)
    found: QuerySet[Any] = policy.instances_user_has_any_permission_for(user, USES)
    return found


def sees_all(user: User, places: dict[str, Any]) -> bool:
    """Return whether every file that an address names is in the person's sight.

    What is no number names none.
    """
    return all(
        str(key).isdecimal() and in_sight(user, MODELS[name]()).filter(pk=int(key)).exists()
        for name, key in places.items()
        if name in MODELS
    )
