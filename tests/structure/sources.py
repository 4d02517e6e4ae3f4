"""The project's own files, for tests that read them."""

from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("blog", "cms", "editions", "home", "people", "reader", "review", "schedule", "search", "shop")


def below(folder: str, *patterns: str) -> list[Path]:
    return sorted(path for pattern in patterns for path in (ROOT / folder).rglob(pattern))


@cache
def product_modules() -> list[Path]:
    """Python files of the apps without their tests."""
    return [path for app in APPS for path in below(app, "*.py") if "tests" not in path.relative_to(ROOT).parts]


TEMPLATE_FOLDERS = [ROOT / "templates", *(ROOT / app / "templates" for app in APPS)]


@cache
def templates() -> dict[Path, str]:
    """Every template's path, with the name that Django knows it by."""
    return {
        path: str(path.relative_to(folder))
        for folder in TEMPLATE_FOLDERS
        for pattern in ("*.html", "*.xml", "*.txt")
        for path in sorted(folder.rglob(pattern))
    }


@cache
def stylesheets_and_scripts() -> list[Path]:
    return below("static", "*.css", "*.js")


def place(path: Path, line: int | None = None) -> str:
    """The path as a person would name it: relative, with the line."""
    relative = str(path.relative_to(ROOT))
    return f"{relative}:{line}" if line else relative
