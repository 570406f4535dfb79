"""The groups of people who work for the marketplace, and what each may do."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q

DESK = {"wagtailadmin": {"admin": "access"}}
LOOK = "view"
WRITE = "add change view"

GRANTS: dict[str, dict[str, dict[str, str]]] = {
    "Editors": {
        "wagtailimages": {"image": "add change choose"},
        "wagtaildocs": {"document": "add change choose"},
        "wagtailredirects": {"redirect": "add change delete view"},
        "catalogue": {"product": LOOK, "category": LOOK, "collection": WRITE},
    },
    "Merchandisers": {
        "catalogue": {
            "product": WRITE,
            "productimage": "add change delete view",
            "category": WRITE,
            "collection": "add change delete view",
            "collectionmember": "add change delete view",
            "optiontype": WRITE,
            "optionvalue": WRITE,
        },
        "partner": {"partner": LOOK, "stockrecord": WRITE, "price": "add change delete view"},
        "offer": dict.fromkeys(("conditionaloffer", "range", "condition", "benefit"), WRITE),
        "voucher": dict.fromkeys(("voucher", "voucherset"), WRITE),
        "wagtailimages": {"image": "add change choose"},
    },
    "Operations": {
        "catalogue": {"product": "change view", "category": LOOK},
        "partner": {"partner": "add change view", "stockrecord": "change view", "price": LOOK},
        "vendors": {"member": WRITE},
        "order": {
            "order": "change view",
            "vendororder": "change view",
            "ordernote": WRITE,
            "shipment": WRITE,
        },
        "shipping": dict.fromkeys(("vendorshippingmethod", "vendorshippingrate"), WRITE),
        "notifications": {"message": "change view"},
    },
    "Finance": {
        "order": {"order": LOOK, "vendororder": LOOK, "ordernote": WRITE},
        "payment": {"payment": LOOK, "transaction": LOOK},
        "partner": {"partner": LOOK},
        "voucher": {"voucher": LOOK},
        "offer": {"conditionaloffer": LOOK},
    },
    "Support": {
        "identity": {"user": LOOK},
        "order": {"order": "change view", "vendororder": LOOK, "ordernote": WRITE},
        "catalogue": {"product": LOOK},
        "partner": {"partner": LOOK, "stockrecord": LOOK},
        "notifications": {"message": "change view"},
    },
}
ROOT_PAGE_ACTIONS = ("add_page", "change_page", "publish_page")


@transaction.atomic
def ensure_groups() -> None:
    """Create the missing groups and give each what it lacks; take nothing away."""
    for name, grants in GRANTS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*_permissions({**DESK, **grants}))
    _give_the_page_tree(Group.objects.get(name="Editors"))


def _permissions(grants: dict[str, dict[str, str]]) -> Iterable[Permission]:
    wanted = Q(pk__in=[])
    for app_label, models in grants.items():
        codenames = [
            f"{action}_{model}" for model, actions in models.items() for action in actions.split()
        ]
        wanted |= Q(content_type__app_label=app_label, codename__in=codenames)
    return Permission.objects.filter(wanted)


def _give_the_page_tree(group: Group) -> None:
    from wagtail.models import GroupPagePermission, Page

    root = Page.get_first_root_node()
    if root is None:
        return
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailcore",
        content_type__model="page",
        codename__in=ROOT_PAGE_ACTIONS,
    ):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
