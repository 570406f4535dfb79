from django.apps import AppConfig


class VendorsConfig(AppConfig):
    name = "commerce.vendors"
    label = "vendors"
    verbose_name = "Vendors"
