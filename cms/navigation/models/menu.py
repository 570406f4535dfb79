"""Menus, found by key and language."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import TranslatableMixin

from cms.navigation.blocks import MENU_ITEMS, MOST_ITEMS

ONCE = "menu_once_per_language"
TAKEN = (
    "There is a menu of this key in this language already. Change that one, or write another key."
)


class Menu(TranslatableMixin, models.Model):  # type: ignore[misc]
    """The items of one menu in one language, in their order, two levels deep."""

    key = models.SlugField(
        max_length=40,
        help_text="What frontends ask for: main, footer, legal. The same key in every language.",
    )
    items = StreamField(
        MENU_ITEMS, blank=True, max_num=MOST_ITEMS, collapsed=True,
        help_text="What is not public (a draft, a hidden collection, a suspended vendor) is left "
        "out until it is.",
    )  # fmt: skip

    panels = [FieldPanel("key"), FieldPanel("items")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["key", "locale_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["key", "locale"],
                name=ONCE,
                violation_error_message="There is a menu of this key in this language already.",
            )
        ]

    def __str__(self) -> str:
        return self.key

    def validate_constraints(self, exclude: Any = None) -> None:
        """Check the language too, which no form shows; what else is wrong `clean` has said.

        :raises ValidationError: when there is a menu of this key in this language.
        """
        once = next(each for each in self._meta.constraints if each.name == ONCE)
        try:
            once.validate(Menu, self, exclude=set(exclude or ()) - {"locale"})
        except ValidationError:
            raise ValidationError({"key": TAKEN}) from None
