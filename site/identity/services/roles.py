"""The groups of people who work for the marketplace, made so that each may do what it should."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Model, Q

from identity.services import grants

# Wagtail's own first migration makes it, with the right to publish everything.
FOREIGN = "Moderators"


@transaction.atomic
def ensure_groups() -> None:
    """Create the missing groups and give each what it lacks.

    Over models nothing is taken away but what libraries gave (`grants.TAKEN_BACK`). Over the page
    tree the groups that write pages are made exact: what `grants.PAGES` does not say is taken from
    them. Wagtail's own group of moderators goes, where nobody is in it.
    """
    for name, models in grants.MODELS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*_permissions({**grants.DESK, **models}))
        group.permissions.remove(*_permissions(grants.TAKEN_BACK.get(name, {})))
        if name in grants.KEEPERS_OF_THE_SITE:
            group.permissions.add(*_keeping_of_the_site())
    _forget_the_foreign_group()
    give_pages()
    for name, library in grants.LIBRARY.items():
        _give_the_library(Group.objects.get(name=name), library)


@transaction.atomic
def give_pages() -> None:
    """Make the rights over the page tree exact, over the trees in further languages too."""
    for name, actions in grants.PAGES.items():
        _give_exactly(Group.objects.get(name=name), actions, grants.LANGUAGES.get(name, ""))


def _permissions(models_of: grants.Grants) -> Iterable[Permission]:
    wanted = Q(pk__in=[])
    for app_label, models in models_of.items():
        codenames = [
            f"{action}_{model}" for model, actions in models.items() for action in actions.split()
        ]
        wanted |= Q(content_type__app_label=app_label, codename__in=codenames)
    return Permission.objects.filter(wanted)


def _keeping_of_the_site() -> Iterable[Permission]:
    from wagtail.contrib.settings.registry import registry
    from wagtail.snippets.models import get_snippet_models

    kept: list[type[Model]] = [*registry, *get_snippet_models()]
    wanted = Q(pk__in=[])
    for model in kept:
        wanted |= Q(
            content_type__app_label=model._meta.app_label,
            content_type__model=model._meta.model_name,
        )
    return Permission.objects.filter(wanted)


def _forget_the_foreign_group() -> None:
    Group.objects.filter(name=FOREIGN, user__isnull=True).delete()


def _give_exactly(group: Group, everywhere: str, in_languages: str) -> None:
    from wagtail.models import GroupPagePermission, Page

    root = Page.get_first_root_node()
    if root is None:
        return
    wanted = {(root.pk, each.pk) for each in _over_pages(everywhere)}
    for page_id in _tops_of_languages():
        wanted |= {(page_id, each.pk) for each in _over_pages(in_languages)}
    for held in GroupPagePermission.objects.filter(group=group):
        if (held.page_id, held.permission_id) not in wanted:
            held.delete()
    for page_id, permission_id in wanted:
        GroupPagePermission.objects.get_or_create(
            group=group, page_id=page_id, permission_id=permission_id
        )


def _over_pages(actions: str) -> Iterable[Permission]:
    return Permission.objects.filter(
        content_type__app_label="wagtailcore",
        content_type__model="page",
        codename__in=[f"{action}_page" for action in actions.split()],
    )


def _tops_of_languages() -> Iterable[int]:
    from wagtail.models import Page

    tops = Page.objects.filter(depth=2).exclude(locale__language_code=settings.LANGUAGE_CODE)
    return tops.values_list("pk", flat=True)


def _give_the_library(group: Group, library: grants.Grants) -> None:
    from wagtail.models import Collection, GroupCollectionPermission

    root = Collection.get_first_root_node()
    if root is None:
        return
    for permission in _permissions(library):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=root, permission=permission
        )
