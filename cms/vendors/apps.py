from django.apps import AppConfig


class VendorPagesConfig(AppConfig):
    name = "cms.vendors"
    label = "cms_vendors"
    verbose_name = "Vendor pages"
