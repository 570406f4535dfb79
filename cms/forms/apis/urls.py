"""Routes of forms, under /api/v1/store/."""

from django.urls import path

from cms.forms.apis.views import FormAnswersView

urlpatterns = [
    path("forms/<str:form_id>/answers/", FormAnswersView.as_view(), name="form_answers"),
]
