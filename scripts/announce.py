"""Wait until the site answers, then print where it is and who can sign in, below everything that starting printed."""

import sys
import time
import urllib.error
import urllib.request

PATIENCE = 120
url, accounts = sys.argv[1], sys.argv[2]


def answers() -> bool:
    try:
        with urllib.request.urlopen(f"{url}health/", timeout=5) as response:  # noqa: S310
            return response.status == 200
    except (urllib.error.URLError, OSError):
        return False


started = time.monotonic()
while not answers():
    if time.monotonic() - started > PATIENCE:
        sys.exit(f"{url} has not answered for {PATIENCE} seconds; the lines above say why.")
    time.sleep(0.2)
lines = ["", f"Readers:   {url}", f"Staff:     {url}admin/", *accounts.splitlines(), "Stop with Ctrl-C.", ""]
print("\n".join(lines), flush=True)
