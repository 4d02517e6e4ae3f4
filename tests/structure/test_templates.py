"""Pages load nothing from elsewhere and hold no script or style of their own, as the content policy asks."""

import re

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import get_template

from tests.structure.sources import place, product_modules, stylesheets_and_scripts, templates

COMMENT = re.compile(r"{#.*?#}|{% comment .*?{% endcomment %}|<!--.*?-->|/\*.*?\*/", re.DOTALL)
# Data for search engines and scripts is no script.
INLINE = re.compile(
    r"""<script\b(?![^>]*\bsrc=)(?![^>]*\btype="application/(?:ld\+)?json")"""
    r"""|<style\b|\sstyle\s*=\s*["']|\son[a-z]+\s*=\s*["']|javascript:""",
    re.IGNORECASE,
)
ELSEWHERE = r"""(?:https?:)?//(?!www\.w3\.org/)[a-z0-9-]+\.[a-z0-9.-]+"""
# In a template only what the browser fetches by itself; a link that a reader may follow is no load.
LOADED_BY_TEMPLATE = re.compile(
    rf"""(?:\b(?:src|srcset|poster|data|action)|<link\b[^>]*\bhref)\s*=\s*["']?{ELSEWHERE}""", re.IGNORECASE
)
LOADED_BY_STATIC_FILE = re.compile(ELSEWHERE, re.IGNORECASE)


def lines_of(pattern: re.Pattern, text: str) -> list[tuple[int, str]]:
    """The line and text of each match outside comments."""
    bare = COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    return [(bare.count("\n", 0, match.start()) + 1, match[0]) for match in pattern.finditer(bare)]


def test_templates_hold_no_script_or_style():
    found = [place(path, line) for path in templates() for line, _ in lines_of(INLINE, path.read_text())]
    assert found == []


@pytest.mark.parametrize(
    "template",
    ['<p style="color: red">', "<script>go()</script>", '<a href="javascript:go()">', '<b onclick="go()">', "<style>"],
)
def test_script_and_style_are_seen(template):
    assert lines_of(INLINE, template)


@pytest.mark.parametrize(
    "template",
    [
        '<script type="module" src="/static/js/menu.js"></script>',
        '<script type="application/ld+json">{}</script>',
        "{# no <style> here #}",
        '<div class="styles" data-style="round">',
    ],
)
def test_what_is_neither_is_let_through(template):
    assert not lines_of(INLINE, template)


def test_templates_load_nothing_from_elsewhere():
    found = [place(path, line) for path in templates() for line, _ in lines_of(LOADED_BY_TEMPLATE, path.read_text())]
    assert found == []


def test_stylesheets_and_scripts_load_nothing_from_elsewhere():
    found = [
        place(path, line)
        for path in stylesheets_and_scripts()
        for line, _ in lines_of(LOADED_BY_STATIC_FILE, path.read_text())
    ]
    assert found == []


@pytest.mark.parametrize(
    "template",
    [
        '<img src="https://cdn.example.com/a.png">',
        "<script src=//cdn.example.com/a.js></script>",
        '<link rel="stylesheet" href="https://fonts.example.com/a.css">',
    ],
)
def test_a_load_from_elsewhere_is_seen(template):
    assert lines_of(LOADED_BY_TEMPLATE, template)


def test_a_link_to_a_source_is_let_through():
    assert not lines_of(LOADED_BY_TEMPLATE, '<a href="https://doi.org/10.1000/182">doi</a>')


def test_an_import_from_elsewhere_is_seen():
    assert lines_of(LOADED_BY_STATIC_FILE, "@import url(//fonts.example.com/a.css);")


@pytest.mark.parametrize("name", templates().values())
def test_template_compiles(name):
    """Every tag and filter in it exists and is loaded."""
    get_template(name)


def test_every_static_file_that_is_named_exists():
    """With hashed names, a missing file is an error in production where development shows a broken picture."""
    named = re.compile(r"""(?:{%\s*(?:versioned_)?static\s+|\b(?:versioned_)?static\()["']([^"'{}]+)["']""")
    found = [
        f"{place(path)}: {name}"
        for path in [*templates(), *product_modules()]
        for name in named.findall(path.read_text())
        if finders.find(name) is None
    ]
    assert found == []
