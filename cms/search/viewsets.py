"""Promoted results in the admin."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column

from cms.core.choosers import collection_chooser, product_chooser
from cms.core.rivals import Contested
from cms.search.models import Promotion


class Promotions(Contested):
    """What stands above the results of a search."""

    model = Promotion
    icon = "pick"
    menu_label = "Promoted results"
    menu_order = 170
    add_to_admin_menu = True
    list_display = ("words", "locale", Column("target", label="What is promoted"), "position")
    list_filter = ("locale",)
    search_fields = ("words", "normal")
    search_backend_name = None
    panels: ClassVar[list[FieldPanel]] = [
        FieldPanel("words"),
        FieldPanel("locale"),
        MultiFieldPanel(
            [
                FieldPanel("page"),
                FieldPanel("product", widget=product_chooser.widget_class),
                FieldPanel("collection", widget=collection_chooser.widget_class),
            ],
            heading="What is promoted",
            help_text="Choose one of them. It is shown only while shoppers may see it.",
        ),
        FieldPanel("position"),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the rows with what they promote."""
        return Promotion.objects.select_related("page", "product", "collection", "locale")
