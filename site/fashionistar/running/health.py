"""A health check from inside the container: ``python -m fashionistar.running.health [path]``."""

import os
import sys
import urllib.request
from collections.abc import Mapping


def is_healthy(path: str, variables: Mapping[str, str]) -> bool:
    """Tell whether our own web server answers 200 on `path`, asked by a name it is known by."""
    host = variables.get("ALLOWED_HOSTS", "").split(",")[0].strip().lstrip(".*") or "127.0.0.1"
    address = f"http://127.0.0.1:{variables.get('PORT') or 8000}/{path}"
    request = urllib.request.Request(address, headers={"Host": host})
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=4) as response:
            return bool(response.status == 200)
    except OSError:
        return False


if __name__ == "__main__":
    asked = sys.argv[1] if len(sys.argv) > 1 else "healthz"
    raise SystemExit(0 if is_healthy(asked, os.environ) else 1)
