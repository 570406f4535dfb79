from wagtail.users.apps import WagtailUsersAppConfig


class PeopleDeskConfig(WagtailUsersAppConfig):  # type: ignore[misc]
    user_viewset = "identity.desk.viewsets.PeopleViewSet"
