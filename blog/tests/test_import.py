from pathlib import Path

import pytest
from django.conf import settings
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from blog.clinical_rules.sentences import sentences
from blog.content import content
from blog.importers import ImportRefused, create_draft, read_document
from blog.importers.lists import english_list, split_list
from blog.models import ArticlePage, Contribution
from blog.rendering import render_body
from blog.rich_text import FEATURES
from blog.tests.factories import UserFactory, site_tree
from blog.tests.reassembly import lines_of
from editions.canonical import canonical_json, digest

SEED = Path(settings.BASE_DIR) / "cms" / "demo" / "clinic-page.txt"


def kinds(text):
    return [kind for kind, _value in read_document(text).sections]


@pytest.fixture
def seed():
    return read_document(SEED.read_text(encoding="utf-8"))


def article_lines():
    """The seed's lines between the banner and the cart, without the numbers of its one list."""
    lines = [line.strip() for line in SEED.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [line.removeprefix(f"{line[0]}. ") for line in lines[2:-4]]


def test_the_seeds_article_is_in_the_draft_word_for_word(seed):
    # One paragraph of the source is two sections, so the comparison is of the text and not of its lines.
    assert " ".join(lines_of(seed)) == " ".join(article_lines())


def test_the_seed_has_twenty_one_sentences(seed):
    headings = {seed.title, *(value.get("section_heading") for _kind, value in seed.sections)}
    found = [said for line in lines_of(seed) if line not in headings for said in sentences(line)]
    opening = found.index("Ketamine\u2019s therapeutic action occurs in three stages:")
    found[opening : opening + 2] = [" ".join(found[opening : opening + 2])]
    assert len(found) == 21


def test_the_seeds_sections_are_what_they_are_about(seed):
    assert [(kind, value.get("section_heading") or value.get("heading") or "") for kind, value in seed.sections] == [
        ("overview", ""),
        ("mechanism", "The Brain & Ketamine"),
        ("stages", ""),
        ("side_effects", "Ketamine Side Effects"),
        ("who_should_not", ""),
        ("warning", ""),
        ("conclusion", ""),
    ]
    values = dict(seed.sections)
    assert values["mechanism"]["pathways"] == []
    assert "occurs in three stages:" in values["stages"]["intro"]
    assert "may not be suitable for everyone" in values["who_should_not"]["intro"]
    assert "never be used without medical supervision" in values["warning"]["body"]


def test_the_seeds_three_stages_claim_no_title_and_no_time(seed):
    items = dict(seed.sections)["stages"]["items"]
    assert len(items) == 3
    assert {(item["title"], item["timeframe"], item["timeframe_text"]) for item in items} == {
        ("", "not_established", "")
    }


def test_the_seeds_six_side_effects_have_no_known_frequency(seed):
    rows = dict(seed.sections)["side_effects"]["rows"]
    assert [row["term_plain"] for row in rows] == [
        *("elevated blood pressure", "nausea", "bladder issues", "hazy vision", "disassociation", "dizziness"),
    ]
    assert {(row["band"], row["not_known_reason"], row["seriousness"]) for row in rows} == {
        ("not_known", "source_does_not_say", "")
    }


def test_the_seeds_site_chrome_is_apart(seed):
    assert seed.chrome == {
        "promotion_text": "We guarantee to be the most affordable online mental health clinic. If you find a better "
        "price, we'll give you 20% off!",
        "tagline": "Nurturing Mental Health and Wellness",
        "cart_count": "0",
        "cart_empty_heading": "Your Cart is empty!",
        "cart_empty_body": "It looks like you haven't added any items to your cart yet.",
        "cart_browse_label": "Browse Products",
    }
    everything = " ".join(lines_of(seed))
    assert not any(text in everything for name, text in seed.chrome.items() if name != "cart_count")


@pytest.mark.django_db
def test_a_draft_of_the_seed_is_not_public_and_remembers_what_was_brought(seed):
    site_tree()
    article = create_draft(seed, owner=UserFactory(first_name="Ann"))
    row = ArticlePage.objects.get(pk=article.pk)
    assert not row.live and row.owner.first_name == "Ann"
    for manuscript in (article, row, row.latest_revision.as_object()):
        assert digest(canonical_json(content(manuscript))) == row.imported_digest
    assert list(Contribution.objects.values_list("user_name", "source")) == [("Ann", "imported")]


@pytest.mark.django_db
def test_the_rendered_seed_says_every_sentence_of_it(seed):
    site_tree()
    html, sections = render_body(create_draft(seed))
    assert len(sections) == 7
    for said in ("What it is", "six", "Special K or KitKat.", "elevated blood pressure", "safety and efficacy."):
        assert (said in html) is (said != "six")


def test_the_editor_stores_an_import_as_it_is():
    text = (
        'A title\n\nIt\'s "5 < 6" & so on, \u201cquoted\u201d.\n\n- one & two\n- three\n\n'
        "1. first\n2. second\n\nThe end, it is."
    )
    document = read_document(f"{text}\n\n# With marks\n\n**Bold** and [a link](https://example.com/?a=1&b=2).")
    plain = read_document(text)
    converter = ContentstateConverter(features=FEATURES)
    for imported in (plain, document):
        for _kind, value in imported.sections:
            stored = value["body"]
            assert converter.to_database_format(converter.from_database_format(stored)) == stored


@pytest.mark.django_db
def test_saving_an_import_unchanged_in_the_editor_leaves_its_digest(seed):
    site_tree()
    draft = create_draft(seed).latest_revision.as_object()
    draft.body = draft.body.stream_block.clean_deferred(draft.body)
    assert digest(canonical_json(content(draft))) == draft.imported_digest


def test_markdown_is_read_as_well_as_plain_text():
    imported = read_document("# Title\n\nSome **bold** words.\n\n## Key points\n\n- One\n- Two\n\n## Next steps\n\nGo.")
    assert imported.title == "Title"
    assert [kind for kind, _value in imported.sections] == ["overview", "key_points", "overview"]
    assert "<b>bold</b>" in imported.sections[0][1]["body"]
    assert imported.sections[1][1]["points"] == [{"text": "One", "source": None}, {"text": "Two", "source": None}]
    assert imported.sections[2][1]["section_heading"] == "Next steps"


@pytest.mark.parametrize(
    ("heading", "text", "kind"),
    [
        ("Side effects", "You may feel ill.", "side_effects"),
        ("Who should not take it", "People with asthma.", "who_should_not"),
        ("Warning", "Do not drive.", "warning"),
        ("How it works", "Nobody knows.", "mechanism"),
        ("The two phases", "They are:\n\n1. Rest\n2. Work", "stages"),
        ("The two phases", "There are two.", "overview"),
        ("Conclusion", "Ask us.", "conclusion"),
        ("Key points", "No list here.", "overview"),
        ("What to bring", "Your papers.", "overview"),
    ],
)
def test_a_heading_says_what_its_section_is(heading, text, kind):
    assert kinds(f"# T\n\n## {heading}\n\n{text}") == [kind]
    section = read_document(f"# T\n\n## {heading}\n\n{text}").sections[0][1]
    assert (section.get("section_heading") or section.get("heading")) == heading


def test_plain_text_after_a_recognised_part_keeps_the_section_whole():
    text = "T\n\nThe brain\n\nIt acts in two stages:\n\n1. a\n2. b\n\nThen comes something else."
    assert kinds(text) == ["mechanism"]


def test_effects_are_rows_only_if_the_sentence_can_be_put_together_again():
    def rows(sentence):
        return dict(read_document(f"T\n\nSide effects\n\n{sentence}").sections)["side_effects"]["rows"]

    assert len(rows("They include rash, itching, and pain.")) == 3
    assert rows("They include rash, itching and pain.") == []
    assert rows("They include rash, itching, and pain. See a doctor.") == []
    assert rows("There may be others.") == []


def test_a_bulleted_list_of_effects_becomes_rows():
    imported = read_document("# T\n\n## Side effects\n\nYou may have:\n\n* rash\n* itching")
    assert [row["term_plain"] for row in imported.sections[0][1]["rows"]] == ["rash", "itching"]


def test_two_short_lines_at_the_start_are_title_and_heading_unless_the_file_is_a_web_page():
    imported = read_document("My title\n\nIntroduction\n\nSome text.")
    assert (imported.title, imported.chrome) == ("My title", {})
    assert imported.sections[0][1]["section_heading"] == "Introduction"


def test_an_empty_cart_in_the_middle_of_a_text_is_text():
    imported = read_document("T\n\nThe cart is empty.\n\nOne.\n\nTwo.\n\nThree.\n\nFour.")
    assert imported.chrome == {}


def test_numbers_that_are_not_one_two_three_stay_as_they_are():
    body = read_document("T\n\nText.\n\n3. three\n4. four").sections[0][1]["body"]
    assert "3. three" in body and "<ol>" not in body


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n\t\n", "empty"),
        ("No title here, just a sentence.", "no title"),
        ("- a list", "no title"),
        ("x" * 300 + "\n===", "characters"),
        ("Title\n\n\x00", "control"),
        ("Title\n\n\ud800", "control"),
        ("Title\n\n" + "".join("  " * depth + "- a\n" for depth in range(80)), "nested"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(text, reason):
    with pytest.raises(ImportRefused, match=reason):
        read_document(text)


def test_abbreviations_and_decimals_end_no_sentence():
    assert sentences("Dr. Smith gave 0.5 mg. It helped! Did it? (Yes.) \u201cSo.\u201d End") == [
        *("Dr. Smith gave 0.5 mg.", "It helped!", "Did it?", "(Yes.)", "\u201cSo.\u201d", "End"),
    ]


def test_lists_in_sentences():
    assert english_list(["a", "b"]) == "a and b"
    assert split_list("a and b.") == ["a", "b"]
    assert split_list("a, b and c, and d.") == ["a", "b and c", "d"]
    assert split_list("a, b and c.") == split_list("a.") == split_list("a, b, and c") == []
