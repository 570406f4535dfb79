from django.apps import AppConfig


class VendorPagesConfig(AppConfig):
    name = "cms.vendors"
    label = "cms_vendors"
    verbose_name = "Vendor pages"

    def ready(self) -> None:
        """Show the page of a vendor while the vendor trades."""
        from cms.core import links
        from cms.vendors.models import awaited, of_who_does_not_trade

        links.keep_back(of_who_does_not_trade, awaited=awaited)
