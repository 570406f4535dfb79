"""What the shop promises and asks."""

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel

from cms.core.pages import BasePage


class PolicyPage(BasePage):
    """What the shop promises and asks, from a day on."""

    class Kind(models.TextChoices):
        RETURNS = "returns", "Returns"
        DELIVERY = "delivery", "Delivery"
        PRIVACY = "privacy", "Privacy"
        TERMS = "terms", "Terms of sale"
        COOKIES = "cookies", "Cookies"
        IMPRINT = "imprint", "Imprint"

    api_type: ClassVar[str] = "policy"
    subpage_types: ClassVar[list[str]] = []
    kind = models.CharField(max_length=12, choices=Kind)
    effective_on = models.DateField("In force from", null=True, blank=True)

    content_panels = [
        *BasePage.content_panels[:-1],
        FieldPanel("kind"),
        FieldPanel("effective_on"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "policy"
