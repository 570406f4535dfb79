from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "cms.delivery"
    label = "cms_delivery"
    verbose_name = "Delivery"
