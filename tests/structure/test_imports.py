"""Imports run one way. The contracts are in pyproject.toml; what import-linter cannot see is looked for here."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.structure.sources import APPS, ROOT, place, product_modules


def test_imports_run_one_way():
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def dodges(source: str) -> list[int]:
    """Lines with an import of our own inside a function, where it can only be to dodge a cycle."""
    found = []
    for function in ast.walk(ast.parse(source)):
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        for node in ast.walk(function):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = APPS if node.level else [node.module or ""]
            found += [node.lineno for name in names if name.partition(".")[0] in APPS][:1]
    return sorted(set(found))


def test_no_import_inside_a_function_dodges_a_cycle():
    # An app's models are not there yet when Django reads its apps.py.
    modules = [path for path in product_modules() if path.name != "apps.py"]
    assert [place(path, line) for path in modules for line in dodges(path.read_text())] == []


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("def f():\n    from blog.models import ArticlePage", [2]),
        ("def f():\n    if True:\n        import review.submissions", [3]),
        ("def f():\n    from .models import Edition", [2]),
        ("def f():\n    import tantivy", []),
        ("from blog import models", []),
        ("class A:\n    def go(self):\n        from blog import models", [3]),
    ],
)
def test_dodges_are_seen(source, lines):
    assert dodges(source) == lines
