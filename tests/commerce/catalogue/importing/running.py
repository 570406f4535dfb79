"""The import command over bytes."""

import contextlib
from io import StringIO
from pathlib import Path

from django.core.management import call_command


def run(folder: Path, data: bytes, *more: str) -> tuple[str, str]:
    """Import the bytes for the vendor `ade`; the answer is what was printed, the exit code not."""
    file = folder / "file.csv"
    file.write_bytes(data)
    out, errors = StringIO(), StringIO()
    with contextlib.suppress(SystemExit):
        call_command(
            "import_products", str(file), "--vendor", "ade", *more, stdout=out, stderr=errors
        )
    return out.getvalue(), errors.getvalue().replace(str(file), "f.csv")
