#!/usr/bin/env python3
"""Any management command, with the checkout's own servers found or started where none is given."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fashionistar.settings.dev")

from fashionistar.servers.commands import run  # noqa: E402

if __name__ == "__main__":
    sys.exit(run(sys.argv))
