"""Which shared rows a content holds, and which of them say something new."""

import pytest

from blog.shared_rows import changed, shared_rows

SOURCE = {"id": 7, "title": "A trial of examplamine"}
CONDITION = {"id": 3, "name": "depression"}
USE = {"condition": CONDITION, "source": SOURCE, "licence_status": "approved"}
MEDICINE = {"id": 2, "generic_name": "examplamine", "uses": [USE]}
TERM = {"id": 5, "term": "glutamate", "source": SOURCE}


def test_rows_are_found_wherever_they_stand():
    content = {
        "cited": [SOURCE],
        "references": [{"reference": SOURCE | {"id": 8}}],
        "glossary": [TERM],
        "medicine": MEDICINE,
        "conditions": [CONDITION | {"id": 4}],
    }
    assert set(shared_rows(content)) == {
        *(("reference", number) for number in (7, 8)),
        *(("condition", number) for number in (3, 4)),
        ("glossaryterm", 5),
        ("medicine", 2),
    }


def test_a_row_inside_another_changes_alone():
    before = shared_rows({"medicine": MEDICINE})
    after = shared_rows({"medicine": MEDICINE | {"uses": [USE | {"condition": CONDITION | {"name": "low mood"}}]}})
    assert changed(after, before) == [("condition", 3)]


@pytest.mark.parametrize("use", [{"licence_status": "off_label"}, {"condition": CONDITION | {"id": 9}}])
def test_a_use_belongs_to_its_medicine(use):
    before = shared_rows({"medicine": MEDICINE, "conditions": [CONDITION | {"id": 9}]})
    after = shared_rows({"medicine": MEDICINE | {"uses": [USE | use]}})
    assert changed(after, before) == [("medicine", 2)]


def test_it_does_not_matter_where_a_source_stood():
    before = shared_rows({"references": [{"reference": SOURCE}]})
    assert changed(shared_rows({"cited": [SOURCE]}), before) == []
    assert changed(shared_rows({"cited": [SOURCE | {"title": "Another"}]}), before) == [("reference", 7)]


@pytest.mark.parametrize(("value", "new"), [("", False), (None, False), (False, False), ("rct", True)])
def test_a_field_that_came_later_counts_once_it_says_something(value, new):
    before = shared_rows({"cited": [SOURCE]})
    assert bool(changed(shared_rows({"cited": [SOURCE | {"design": value}]}), before)) is new


@pytest.mark.parametrize("odd", [None, [], {}, "x", 3, [None], [{}], {"uses": 3, "id": 1}, [{"id": 1, "uses": [3]}]])
def test_old_or_odd_contents_hold_nothing_and_do_not_raise(odd):
    names = ("cited", "references", "glossary", "medicine", "conditions")
    assert isinstance(shared_rows(dict.fromkeys(names, odd)), dict)
