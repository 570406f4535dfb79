"""Wagtail's screens for people, with ours in place of its own."""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    """Manages people who sign in by e-mail."""

    user_viewset = "identity.desk.viewsets.PersonViewSet"
