from oscar.apps.analytics import apps

from commerce.apps import Mute


class AnalyticsConfig(Mute, apps.AnalyticsConfig):  # type: ignore[misc]
    name = "commerce.analytics"
