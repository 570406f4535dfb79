"""Messages as staff see them, under /api/v1/admin/."""

from django.urls import URLPattern, URLResolver, path

from notifications.apis import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("messages/", views.MessagesView.as_view(), name="messages"),
    path("messages/<str:message_id>/", views.MessageView.as_view(), name="message"),
    path(
        "messages/<str:message_id>/resend/",
        views.MessageResendView.as_view(),
        name="message_resend",
    ),
]
