"""Puts review and guards into the admin."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import path
from wagtail import hooks

from cms.translating import apis, confirming, policies, reports, screens


@hooks.register("register_admin_urls", order=-1)
def register_screens() -> list[Any]:
    """Return our screens; all but the first stand before the editor's own views of these addresses."""
    return [
        path(
            "translations/<int:page_id>/review/",
            confirming.SubmitForReview.as_view(),
            name="submit_translation_for_review",
        ),
        path("localize/submit/page/<int:page_id>/", screens.Submit.as_view()),
        path("localize/update/<int:translation_source_id>/", screens.Update.as_view()),
        path("localize/translate/<int:translation_id>/disable/", confirming.Stop.as_view()),
        path("localize/reports/translations/", reports.Translations.as_view()),
        path(
            "localize/reports/translations/results/",
            reports.Translations.as_view(results_only=True),
        ),
        path("localize/page/<int:page_id>/convert_to_alias/", screens.convert),
        path("localize/translate/<int:translation_id>/pofile/upload/", screens.upload),
        path("localize/translate/<int:translation_id>/preview/", screens.preview),
        path("localize/translate/<int:translation_id>/preview/<str:mode>/", screens.preview),
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


@hooks.register("construct_admin_api", order=1)
def open_the_library(router: Any) -> None:
    """Put our doors in the place of Wagtail's, which let nobody in who is signed in to the admin."""
    router.register_endpoint("images", apis.Pictures)
    router.register_endpoint("documents", apis.Documents)


@hooks.register("before_edit_page", order=-1)
def refuse_unfit(request: HttpRequest, page: Any) -> HttpResponseBase | None:
    """Stand before the editor's publishing: a text that does not fit is published by nobody."""
    is_publishing = request.method == "POST" and request.POST.get("action") == "publish"
    return screens.refused(request, page) if is_publishing else None


@hooks.register("construct_page_action_menu")
def offer_copies_to_publishers(items: list[Any], request: HttpRequest, context: Any) -> None:
    """Offer to throw a translation away for a copy to whoever may do so now."""
    page = context.get("page")
    if page is not None and not policies.can_convert(request.user, page):
        items[:] = [each for each in items if each.name != "localize-convert-to-alias"]
