"""Whatever a draft, an import or an old edition holds, the rules answer and never raise."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blog.clinical_rules import RULES, check
from blog.clinical_rules.document import Document
from blog.tests.rules.contents import content, section

KINDS = [
    *("key_points", "overview", "evidence", "mechanism", "stages", "side_effects", "who_should_not", "interactions"),
    *("care_card", "warning", "do_dont", "alternatives", "faq", "glossary", "crisis_help", "questions", "conclusion"),
    *("image", "table", "", "made up"),
]
FIELDS = [
    *("section_heading", "heading", "body", "intro", "answer", "question", "points", "findings", "pathways", "items"),
    *("rows", "options", "terms", "bullets", "action_lines", "dos", "donts", "source", "sources", "text", "title"),
    *("claim", "design", "n", "effect", "effect_type", "ci_low", "ci_high", "absolute_intervention", "direction"),
    *("absolute_intervention_of", "absolute_control", "absolute_control_of", "certainty", "comparator", "not_known"),
    *("limitations", "target", "action", "consensus", "evidence_basis", "caveat", "timeframe", "timeframe_text"),
    *(
        "basis_statement",
        "applies_to",
        "medicine",
        "term_plain",
        "term_medical",
        "band",
        "not_known_reason",
        "severity",
    ),
    *("numerator", "denominator", "comparator_numerator", "comparator_denominator", "seriousness", "onset", "duration"),
    *(
        "what_to_do",
        "monitoring",
        "condition",
        "level",
        "reason",
        "pregnancy",
        "breastfeeding",
        "age_limits",
        "driving",
    ),
    *("agent", "agent_type", "advice", "no_known_alcohol_interaction", "lead", "phone", "show_help_lines", "name"),
    *("kind", "one_line", "benefits", "downsides", "offered_here", "link", "what_if_no_treatment", "call_to_action"),
    *("questions_to_ask", "service"),
    *("image", "alt_text", "decorative", "caption", "table", "columns", "values", "value", "type", "id"),
]
TOP = [
    *("title", "summary", "article_type", "audience", "jurisdiction", "locale", "medicine", "conditions", "topics"),
    *("authors", "references", "cited", "glossary", "funding", "competing_interests", "evidence_checked_on"),
    *("review_interval_months", "demonstration", "shape", "body"),
]
CHOICES = [
    "treatment",
    "condition",
    "us",
    "uk",
    "serious",
    "rare",
    "not_known",
    "must_not_use",
    "rct",
    "emergency",
    "label",
]
PIECES = [
    *(
        "<p>",
        "</p>",
        "<ul>",
        "<li>",
        "</ul>",
        "<ol",
        "</",
        "<",
        ">",
        "<b>",
        "</b>",
        "<br/>",
        "&amp;",
        "&#0;",
        "&",
        "\n",
    ),
    *(
        '<a linktype="citation" id="12">',
        '<a linktype="citation" id="\u0663">',
        '<a linktype="glossary" id="5">',
        "</a>",
    ),
    *('<a href="https://example.org/">', "<a>", "click here", "https://example.org", "(", ")", "\u201c", "...", " . "),
    *(
        "It reduces suicidal thoughts. ",
        "They committed suicide. ",
        "has not been shown",
        "if ",
        "but ",
        "overdose of ",
    ),
    *(
        "27 in 100 people ",
        "1.0 mg ",
        ".5 mg",
        "10000IU",
        "5\u00b5g",
        "50% of 12 people",
        "1 in ",
        "9" * 5000,
        "10-20 days",
    ),
    *("Studies revealed ", "GABA ", "WARNING", "MS", "nausea ", "drug ", "is safe ", "don't ", "patients ", "one "),
    *(
        "remarkable journey ",
        "no cure",
        "\x00",
        "\ud800",
        "\u2028",
        "\u0130",
        "\u00df",
        "\U0001f600",
        "e\u0301",
        "\xa0",
        "\x1c",
    ),
]

texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.sampled_from(CHOICES),
    st.text(st.characters(exclude_categories=()), max_size=20),
)
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from([0, 1, 5, 12, -1, 10**30]),
    st.integers(),
    st.floats(),
    texts,
)
anything = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.sampled_from(FIELDS), inner, max_size=6),
        st.lists(inner.map(lambda value: {"type": "item", "id": "x", "value": value}), max_size=3),
    ),
    max_leaves=25,
)
sections = st.fixed_dictionaries(
    {"type": st.one_of(st.sampled_from(KINDS), scalars), "id": st.one_of(st.sampled_from(["a", "b"]), scalars)},
    optional={"value": st.one_of(st.dictionaries(st.sampled_from(FIELDS), anything, max_size=8), anything)},
)
contents = st.dictionaries(st.sampled_from(TOP), anything, max_size=8).flatmap(
    lambda fields: st.lists(sections, max_size=4).map(
        lambda body: {"article_type": "treatment"} | fields | {"body": body}
    )
)
MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(st.one_of(contents, anything))
@MANY
def test_no_content_makes_the_rules_raise(stored):
    for flag in check(stored):
        assert flag.rule is RULES[flag.rule.id]
        assert flag.message
        assert all(isinstance(part, str) for part in (flag.quote, flag.block_id, flag.field))
        assert len(flag.quote_digest) == 64


@given(contents)
@MANY
def test_the_verdict_does_not_hang_on_the_order_of_fields(stored):
    def told(value):
        return sorted((flag.rule.id, flag.block_id, flag.field, flag.quote, flag.message) for flag in check(value))

    assert told(stored) == told(json.loads(json.dumps(stored, sort_keys=True)))


@given(texts, st.sampled_from(["body", "caveat"]))
@MANY
def test_sentences_and_marks_stand_in_their_passage(text, field):
    document = Document(content(section("mechanism", **{field: text})))
    assert "\n".join(passage.text for passage in document.passages) == document.text
    for passage in document.passages:
        assert passage.text == passage.text.strip(" ")
        assert "\n" not in passage.text
        assert len(passage.folded) == len(passage.text)
        for sentence in passage.sentences:
            assert passage.text[sentence.start : sentence.end] == sentence.text
        assert set().union(*(sentence.cites for sentence in passage.sentences)) == passage.cites - passage.row_cites


@pytest.mark.parametrize("wrap", [lambda inner: [inner], lambda inner: {"rows": inner}, lambda inner: {"value": inner}])
def test_content_may_be_nested_without_end(wrap):
    value = "text"
    for _ in range(100_000):
        value = wrap(value)
    assert check(content(section("overview", body=value, rows=[value]), medicine=value, cited=value, authors=value))


@pytest.mark.parametrize("stored", [None, 3, "text", [], {}, {"body": None}, {"body": [None, {}, {"type": []}]}])
def test_what_is_no_content_has_a_verdict_too(stored):
    assert isinstance(check(stored), list)
