"""People who translate and publish, as they work in the admin."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.models import Group, Permission
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale, Page
from wagtail_localize.models import Translation

from tests.factories import make_user

FORM = "application/x-www-form-urlencoded"


def member(*actions: str, translates: bool = True) -> Client:
    """Return a signed-in person who may do these things to every page."""
    user = make_user(is_staff=True)
    group = Group.objects.create(name=f"Group of {user.pk}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    if translates:
        group.permissions.add(Permission.objects.get(codename="submit_translation",
                                                     content_type__app_label="wagtail_localize"))  # fmt: skip
    for action in actions:
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=f"{action}_page"
        )
        GroupPagePermission.objects.create(
            group=group, page=Page.get_first_root_node(), permission=permission
        )
    user.groups.add(group)
    return signed_in(user)


def signed_in(user: Any) -> Client:
    """Return a client of this person."""
    client = Client()
    client.force_login(user)
    return client


def admin() -> Client:
    """Return somebody who may do everything."""
    return signed_in(make_user(is_staff=True, is_superuser=True))


def post(client: Client, url: str, data: dict[str, Any]) -> Any:
    """Post, and do what is left for after the commit."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(url, data)


def french() -> Locale:
    """Return French."""
    return Locale.objects.get(language_code="fr")


def begin(client: Client, page: Page, **more: Any) -> Any:
    """Submit a page for translation into French."""
    url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return post(client, url, {"locales": [french().pk], **more})


def translation(page: Page) -> Translation:
    """Return the translation of a page into French."""
    return Translation.objects.get(source__object_id=page.translation_key, target_locale=french())


def say(client: Client, page: Page, segment: Any, words: str) -> Any:
    """Translate one text as the editor's script does."""
    url = reverse(
        "wagtail_localize:edit_string_translation", args=[translation(page).pk, segment.pk]
    )
    return client.put(url, urlencode({"value": words}), content_type=FORM)


def replace(client: Client, page: Page, path: str, value: Any) -> Any:
    """Put another value in the place of a shared one."""
    found = translation(page).source.overridablesegment_set.get(context__path=path)
    url = reverse("wagtail_localize:edit_override", args=[translation(page).pk, found.pk])
    return client.put(url, urlencode({"value": value}), content_type=FORM)


def translate(client: Client, page: Page, before: str = "FR ") -> None:
    """Translate every text by putting something before it; the slug gets an ending."""
    for segment in translation(page).source.stringsegment_set.select_related("string", "context"):
        source = segment.string.data
        words = f"{source}-fr" if segment.context.path == "slug" else f"{before}{source}"
        answer = say(client, page, segment, words)
        assert answer.status_code in (200, 201), answer.content


def submit(client: Client, page: Page) -> Any:
    """Hand the French page to its reviewers."""
    url = reverse("submit_translation_for_review", args=[page.get_translation(french()).pk])
    return client.post(url)


def publish(client: Client, page: Page) -> Any:
    """Publish the French page in the editor of translations."""
    url = reverse("wagtailadmin_pages:edit", args=[page.get_translation(french()).pk])
    return post(client, url, {"action": "publish"})


def approve(client: Client, page: Page) -> int:
    """Approve the French page step by step; return how many steps it took."""
    steps = 0
    while approve_one(client, page):
        steps += 1
    return steps


def approve_one(client: Client, page: Page) -> str:
    """Approve the step that the French page waits for; return its name, or nothing at the end."""
    state = page.get_translation(french()).current_workflow_task_state
    if state is None:
        return ""
    args = [page.get_translation(french()).pk, "approve", state.pk]
    answer = client.post(reverse("wagtailadmin_pages:workflow_action", args=args))
    assert answer.status_code in (200, 302)
    state.refresh_from_db()
    assert state.status == state.STATUS_APPROVED, "this person may not take this step"
    return str(state.task.name)
