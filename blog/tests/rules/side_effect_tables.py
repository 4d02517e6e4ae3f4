"""Tables of side effects for the tests of their rules, and what is found in them."""

from blog.clinical_rules import side_effects
from blog.tests.rules.contents import found, listed, section

LABEL = {"id": 1, "kind": "label", "follow_up_months": None}
LONG_STUDY = {"id": 2, "kind": "article", "follow_up_months": 6}
ROW = {
    "term_plain": "dizziness",
    "term_medical": "",
    "band": "very_common",
    "not_known_reason": "",
    "numerator": 31,
    "denominator": 100,
    "comparator_numerator": 9,
    "comparator_denominator": 100,
    "seriousness": "not_serious",
    "onset": "during",
    "what_to_do": "wait",
    "source": None,
}
NOT_COUNTED = {
    "numerator": None,
    "denominator": None,
    "comparator_numerator": None,
    "comparator_denominator": None,
    "band": "not_known",
    "not_known_reason": "not_studied",
}


def table(*rows, block_id="b1", **fields):
    about = {"intro": "", "applies_to": {"medicine": "examplamine"}, "source": 1}
    return section("side_effects", block_id, **about | fields, rows=listed(*rows))


def in_table(*rows, **fields):
    return found(side_effects, table(*rows, **fields), cited=[LABEL, LONG_STUDY])


def in_row(**fields):
    return in_table(ROW | fields)
