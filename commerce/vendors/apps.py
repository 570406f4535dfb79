from django.apps import AppConfig


class VendorsConfig(AppConfig):
    name = "commerce.vendors"
    label = "vendors"
    verbose_name = "Vendors"

    def ready(self) -> None:
        """Let members hold tokens for the vendor surface."""
        from commerce.vendors import policies
        from identity.policies import audiences

        audiences.register(audiences.VENDOR, policies.holds_vendor_audience)
