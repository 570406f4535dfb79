"""Puts review and guards into the admin."""

from typing import Any

from django.urls import path
from wagtail import hooks

from cms.translating import apis, screens


@hooks.register("register_admin_urls", order=-1)
def register_screens() -> list[Any]:
    """Return our screens; all but the first stand before the editor's own views of these addresses."""
    return [
        path(
            "translations/<int:page_id>/review/",
            screens.SubmitForReview.as_view(),
            name="submit_translation_for_review",
        ),
        path("localize/submit/page/<int:page_id>/", screens.Submit.as_view()),
        path("localize/update/<int:translation_source_id>/", screens.Update.as_view()),
        path("localize/page/<int:page_id>/convert_to_alias/", screens.convert),
        path("localize/translate/<int:translation_id>/pofile/upload/", screens.upload),
        path(
            "localize/translate/<int:translation_id>/strings/<int:string_segment_id>/edit/",
            apis.EditText.as_view(),
        ),
        path(
            "localize/translate/<int:translation_id>/overrides/<int:overridable_segment_id>/edit/",
            apis.EditOverride.as_view(),
        ),
        path(
            "localize/api/snippets/<slug:app_label>/<slug:model_name>/<str:pk>/",
            apis.Chosen.as_view({"get": "retrieve"}),
        ),
    ]
