"""Whatever is sent to a documented operation, the answer is documented and never a 5xx.

`FUZZ_EXAMPLES` sets how many examples an operation gets (20; `make fuzz` takes 100).
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.flows.conftest import Shop
from tests.flows.conftest import shop as shop
from tests.permissions.people import Stand

EXAMPLES = os.environ.get("FUZZ_EXAMPLES", "20")
SURFACES = {
    "anonymous": ("", r"^/api/v1/"),
    "shopper_a": ("store", r"^/api/v1/(store|me)/"),
    "vendor_a": ("vendor", r"^/api/v1/vendor/"),
    "admin": ("admin", r"^/api/v1/admin/"),
}
pytestmark = pytest.mark.timeout(1500)


@pytest.fixture(scope="module")
def stand(shop: Shop) -> Stand:
    return Stand(shop.base)


@pytest.mark.parametrize("has_ids", [False, True], ids=["any ids", "its own ids"])
@pytest.mark.parametrize("role", SURFACES)
def test_the_document_holds_under_fuzzing(
    stand: Stand, role: str, has_ids: bool, tmp_path: Path
) -> None:
    audience, paths = SURFACES[role]
    config = tmp_path / "schemathesis.toml"
    config.write_text(_own_ids(stand) if has_ids else "")
    command = [
        str(Path(sys.executable).with_name("schemathesis")), "--config-file", str(config), "run",
        f"{stand.base}/api/openapi.json", "--include-path-regex", paths,
        "--phases", "examples,coverage,fuzzing", "--max-examples", EXAMPLES,
        "--checks", "not_a_server_error,status_code_conformance,content_type_conformance",
        "--workers", "2", "--seed", "11", "--no-color", "--warnings", "off",
        "--continue-on-failure", "--generation-database", "none", "--request-timeout", "20",
    ]  # fmt: skip
    if audience:
        command += ["--header", f"Authorization: Bearer {stand.callers[role].tokens[audience]}"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-1000:]
    assert _tested(done.stdout) > 0, done.stdout[-1000:]


def _own_ids(stand: Stand) -> str:
    lines = (f'"path.{name}" = "{value}"' for name, value in stand.values.items())
    return "[parameters]\n" + "\n".join(lines) + "\n"


def _tested(output: str) -> int:
    """Return how many operations were tested, from the summary."""
    found = re.search(r"Tested: (\d+)", output)
    return int(found[1]) if found else 0
