"""What a vendor says of itself is held to its limits at every door."""

import pytest
from django.utils import timezone

from commerce.vendors.services import standing
from common.exceptions import Invalid
from tests.factories import make_vendor

pytestmark = pytest.mark.django_db


def test_a_description_that_is_too_long_is_refused_and_nothing_moves() -> None:
    vendor = make_vendor(city="Lagos")
    with pytest.raises(Invalid, match="at most 5,000 characters") as refused:
        standing.change_profile(
            vendor_id=vendor.pk, by=None, at=timezone.now(), city="Abuja", description="x" * 5001
        )
    assert refused.value.pointer == "/description"
    vendor.refresh_from_db()
    assert vendor.city == "Lagos"
