from django.apps import AppConfig


class FashionistarConfig(AppConfig):
    name = "fashionistar"
    label = "fashionistar"
    verbose_name = "Fashionistar"
