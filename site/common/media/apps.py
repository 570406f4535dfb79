from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "common.media"
    label = "media"
    verbose_name = "Media"
