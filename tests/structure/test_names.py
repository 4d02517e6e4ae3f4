"""A file is named for the thing in it."""

import ast

from tests.structure.sources import ROOT, place, product_modules

NAMELESS = ("utils", "util", "helpers", "helper", "misc", "common")


def is_nameless(name: str) -> bool:
    return bool(set(name.lower().split("_")) & set(NAMELESS))


def test_no_file_is_a_drawer_for_anything():
    folders = {part for path in product_modules() for part in path.relative_to(ROOT).with_suffix("").parts}
    assert sorted(filter(is_nameless, folders)) == []


def test_no_function_or_class_is_named_for_nothing():
    found = [
        place(path, node.lineno)
        for path in product_modules()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, (ast.FunctionDef, ast.ClassDef))
        and set(node.name.lower().split("_")) & {"util", "utils", "helper", "helpers"}
    ]
    assert found == []


def test_nothing_is_left_to_do_later():
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X")
    found = [
        place(path, number)
        for path in product_modules()
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if any(mark in line for mark in marks)
    ]
    assert found == []
