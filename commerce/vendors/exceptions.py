"""What vendors are refused."""

from common.exceptions import Conflict, Malformed, NotAllowed


class VendorRequired(Malformed):
    """A member of several vendors has to say which one."""

    code = "vendor_required"
    title = "Name the vendor in the header X-Vendor"


class RoleTooLow(NotAllowed):
    """The member's role does not include this."""

    code = "role_not_allowed"
    title = "Your role at this vendor does not allow this"


class StandingUnreachable(Conflict):
    """The vendor is in a state from which this step does not lead on."""

    code = "vendor_status_conflict"
    title = "The vendor cannot take this step now"
