from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "cms.desk"
    label = "cms_desk"
    verbose_name = "Desk"

    def ready(self) -> None:
        """Say what the generic screens may do; acts on a page ask for permissions of their own."""
        from wagtail.permissions import register_permission_policy

        from cms.desk.policies import Allowing
        from commerce.offer.models import ConditionalOffer
        from commerce.order.models import Order, VendorOrder
        from commerce.partner.models import Partner
        from commerce.voucher.models import Voucher
        from notifications.models import Message

        for model in (Order, VendorOrder, Message):
            register_permission_policy(model, Allowing(model, "view"), exact_class=True)
        register_permission_policy(Partner, Allowing(Partner, "view", "change"), exact_class=True)
        for model in (Voucher, ConditionalOffer):
            policy = Allowing(model, "view", "add", "change")
            register_permission_policy(model, policy, exact_class=True)
