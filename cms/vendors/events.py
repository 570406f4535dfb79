"""What vendors do to the pages about them."""

from collections.abc import Sequence

from cms.publishing.services import announcing
from cms.vendors.models import VendorPage
from common.outbox.consumers import Event, on


@on("vendor.changed", "vendor.approved", name="cms_vendors.announce", batch=True)
def announce_pages(*, events: Sequence[Event]) -> None:
    """Tell of the pages of vendors who trade from now on, or no longer."""
    vendors = {each.payload["vendor_id"] for each in events}
    pages = VendorPage.objects.filter(vendor__in=vendors).values_list("pk", flat=True)
    announcing.announce(page_ids=list(pages))
