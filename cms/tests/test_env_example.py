"""`.env.example` is the list of variables for whoever runs the site: complete, and nothing in it that is not read."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READ = re.compile(r"""(?:\benv\.\w+|\brequired|\bsecret)\(\s*["']([A-Z_]+)["']""")
DOCUMENTED = re.compile(r"^#?([A-Z][A-Z_]+)=", re.MULTILINE)


def read_by_settings():
    sources = [path.read_text() for path in (ROOT / "cms" / "settings").glob("*.py")]
    return {name for source in sources for name in READ.findall(source)}


def test_every_variable_is_documented_once_and_none_besides():
    documented = DOCUMENTED.findall((ROOT / ".env.example").read_text())
    assert sorted(documented) == sorted(read_by_settings())


def test_the_example_holds_no_secret():
    text = (ROOT / ".env.example").read_text()
    assert re.findall(r"^(\w+)=(.*)$", text, re.MULTILINE) == [
        ("SECRET_KEY", ""),
        ("EDITION_KEY", ""),
        ("ALLOWED_HOSTS", ""),
    ]
