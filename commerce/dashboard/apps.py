from oscar.apps.dashboard import apps

from commerce.apps import Mute


class DashboardConfig(Mute, apps.DashboardConfig):  # type: ignore[misc]
    name = "commerce.dashboard"
