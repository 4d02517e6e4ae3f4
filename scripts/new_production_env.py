"""Print an environment file for the production shape on this machine, with new secrets; its folder is the argument."""

import secrets
import sys
from pathlib import Path

folder = Path(sys.argv[1]).resolve()
print(f"""\
SECRET_KEY={secrets.token_hex(32)}
EDITION_KEY={secrets.token_hex(32)}
ALLOWED_HOSTS=127.0.0.1,localhost,[::1]
DATABASE_URL=sqlite:///{folder / "db.sqlite3"}
MEDIA_ROOT={folder / "media"}
RECORD_ROOT={folder / "record"}
SOCIAL_ROOT={folder / "social"}
STATIC_ROOT={folder / "static"}
SEARCH_INDEX_DIR={folder / "search"}
SERVE_MEDIA=true
HTTPS_ONLY=false
DEMO_PASSWORD={secrets.token_urlsafe(12)}""")
