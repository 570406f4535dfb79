"""The report of translations says of which the source has changed since."""

from typing import Any

from wagtail.utils.timestamps import render_timestamp
from wagtail_localize.views.report import TranslationsReportView

from cms.translating import standing

CHANGED = "The {language} page changed on {at}"


class Translations(TranslationsReportView):  # type: ignore[misc]
    """Wagtail's report of translations."""

    def get_queryset(self) -> Any:
        """Return the translations, each with when its source changed."""
        rows = standing.with_source_change(super().get_queryset())
        return rows.select_related("source__locale", "target_locale").order_by("pk")

    def get_context_data(self, **kwargs: Any) -> Any:
        """Say so in the place of how far the texts are."""
        context = super().get_context_data(**kwargs)
        for each in context["object_list"]:
            if each.enabled and each.source_changed_at:
                language = each.source.locale.get_display_name()
                at = render_timestamp(each.source_changed_at)
                each.get_status_display = CHANGED.format(language=language, at=at)
        return context
