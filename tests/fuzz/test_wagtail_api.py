"""Whatever is sent to Wagtail's API behind our door, the answer is never a 5xx.

Its document names no errors, so that only this is asked of it. An editor sees how it is used; an
administrator gets past every permission, into the code behind. `make fuzz` asks more, and of the
root of the page tree too.
"""

import os
import subprocess
import sys
import uuid
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import APIToken, Page, Site
from wagtail.snippets.api.v3.router import enabled_models

from tests.cms.authoring.pages import make_page
from tests.factories import make_user
from tests.flows.conftest import Shop
from tests.flows.conftest import shop as shop
from tests.fuzz.test_openapi import _tested

EXAMPLES = os.environ.get("FUZZ_EXAMPLES", "20")
# Where the API has no snippets their operations have no type that could be sent.
WITHOUT = [] if enabled_models else ["--exclude-path-regex", "/snippets/"]
FEW = 20
ALL = [
    ("Editors", "its own ids"), ("admin", "any ids"), ("admin", "its own ids"),
    ("admin", "the root"), ("Editors", "any ids"), ("Editors", "the root"),
]  # fmt: skip
pytestmark = pytest.mark.timeout(1500)


@pytest.fixture
def own(shop: Shop) -> dict[str, object]:
    """Make something of everything and return where it is, by the names of the document."""
    root = Page.get_first_root_node()
    page = make_page(parent=root, slug=uuid.uuid4().hex)
    make_page(parent=page)
    return {
        "page_id": page.pk, "revision_id": page.latest_revision.pk,
        "site_id": Site.objects.create(hostname=f"{page.slug}.example", root_page=page).pk,
        "redirect_id": Redirect.add_redirect(f"/{page.slug}", redirect_to="/new").pk,
        "type_name": "cms_pages.StandardPage",
    }  # fmt: skip


def token_of(group: str) -> str:
    """Return an API token of somebody new in a group, or of an administrator."""
    user = make_user(is_staff=True, is_superuser=group == "admin")
    if group != "admin":
        user.groups.add(Group.objects.get(name=group))
    return str(APIToken.create_token(user=user, name="fuzz")[1])


@pytest.mark.parametrize(("group", "place"), ALL if int(EXAMPLES) > FEW else ALL[:2])
def test_nothing_breaks_wagtails_api(
    shop: Shop, own: dict[str, object], group: str, place: str, tmp_path: Path
) -> None:
    root = {"page_id": Page.get_first_root_node().pk}
    ids = {"any ids": {}, "its own ids": own, "the root": root}[place]
    config = tmp_path / "schemathesis.toml"
    config.write_text("[parameters]\n" + "".join(f'"path.{k}" = "{v}"\n' for k, v in ids.items()))
    command = [
        str(Path(sys.executable).with_name("schemathesis")), "--config-file", str(config), "run",
        f"{shop.base}/api/cms/v3/openapi.json",
        "--header", f"Authorization: Bearer {token_of(group)}",
        "--phases", "examples,coverage,fuzzing", "--max-examples", EXAMPLES,
        "--checks", "not_a_server_error", "--workers", "2", "--seed", "11", "--no-color",
        "--warnings", "off", "--continue-on-failure", "--generation-database", "none",
        "--request-timeout", "20", *WITHOUT,
    ]  # fmt: skip
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-1000:]
    assert _tested(done.stdout) > 0, done.stdout[-1000:]
