"""Whether the served demo is ready."""

import urllib.error
import urllib.request


def ask(port: int) -> tuple[bool, str]:
    """Ask /readyz once; answer whether it says yes, and what it says."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"http://127.0.0.1:{port}/readyz", timeout=5) as response:
            return response.status == 200, response.read(2000).decode(errors="replace")
    except urllib.error.HTTPError as error:
        return False, f"{error.code} {error.read(2000).decode(errors='replace')}"
    except OSError as error:
        return False, str(getattr(error, "reason", error))
