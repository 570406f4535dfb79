"""The demo is filled once, and by the demo only."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from commerce.catalogue.models import Category, Collection, Product
from commerce.offer.models import ConditionalOffer
from commerce.order.models import VendorOrder
from commerce.partner.models import Partner
from common.outbox.models import OutboxEvent
from fashionistar.demo import shop
from identity.models import User

pytestmark = pytest.mark.django_db


def counts() -> list[int]:
    models = (User, Partner, Product, Category, Collection, ConditionalOffer, VendorOrder)
    return [model.objects.count() for model in models] + [OutboxEvent.objects.count()]  # type: ignore[attr-defined]


def test_the_demo_is_filled_and_a_second_run_adds_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Three garments of each maker are drawn here; the demo draws twenty.
    monkeypatch.setattr(shop, "PER_MAKER", 3)
    call_command("seed_demo", stdout=StringIO())
    first = counts()
    assert first[:5] == [12, 6, Product.objects.count(), 8, 5]
    assert client.get("/api/v1/store/products/").json()["count"] == 18
    cheap = Collection.objects.get(slug="under-50000")
    assert (cheap.kind, cheap.members.filter(is_pinned=True).count()) == ("rule", 1)
    shown = client.get("/api/v1/store/products/?collection=under-50000").json()["count"]
    assert shown == cheap.members.count() > 1
    assert set(VendorOrder.objects.values_list("status", flat=True)) == {
        "pending", "placed", "accepted", "partially_shipped", "shipped", "delivered", "rejected",
        "cancelled",
    }  # fmt: skip
    found = client.get("/api/v1/store/pages/?path=/")
    assert found.status_code == 200
    call_command("seed_demo", stdout=StringIO())
    assert counts() == first


def test_elsewhere_it_is_refused(settings: object) -> None:
    settings.DEMO = False  # type: ignore[attr-defined]
    with pytest.raises(CommandError, match="belong in a demo only"):
        call_command("seed_demo", stdout=StringIO())
    assert not User.objects.exists()
