"""Names from A to Z: whatever readers may call something leads to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.names import DIGITS, LETTERS, OTHER, Target, a_to_z

DEPRESSION = (7, Target("Depression", "/depression/"))


def article(title, url="", **facts):
    return {"title": title, **facts}, Target(title, url or f"/{title.lower()}/")


def medicine(name="examplamine", brands="", slang=""):
    return {"generic_name": name, "brands": brands, "slang": slang, "medicine_class": "antagonist"}


def told(topics=(), articles=()):
    """Each name and where it leads, in order: pages, and after “see” other names."""
    found = {}
    for letter in a_to_z(topics, articles):
        for entry in letter.entries:
            leads = [target.url for target in [entry.leads_to, *entry.further] if target]
            found[entry.name] = (*leads, *(f"see {main.name}" for main in entry.see))
    return found


def test_topics_and_titles_are_in_order_whatever_their_letters():
    topics = [(1, Target("sleep", "/sleep/")), (2, Target("Álcohol", "/alcohol/")), DEPRESSION]
    assert list(told(topics, [article("Anxiety")])) == ["Álcohol", "Anxiety", "Depression", "sleep"]


def test_medicine_leads_to_its_only_article_and_its_brands_see_it():
    found = told(articles=[article("Article", medicine=medicine(brands="Examplar\nSamplo\n\n"))])
    assert found["Examplamine"] == ("/article/",)
    assert found["Examplar"] == found["Samplo"] == ("see Examplamine",)


def test_medicine_with_several_articles_lists_them_all():
    found = told(articles=[article(title, medicine=medicine()) for title in ["Beta", "Alpha"]])
    assert found["Examplamine"] == ("/alpha/", "/beta/")


def test_street_names_are_never_printed():
    found = told(articles=[article("Article", medicine=medicine(slang="Special E"))])
    assert list(found) == ["Article", "Examplamine"]


def test_condition_with_a_topic_of_its_name_leads_to_the_topic():
    about = {"conditions": [{"name": "depression", "also_called": "major depressive disorder\nlow mood"}]}
    inside = article("Inside", topics=[{"id": 7, "title": "Depression"}], **about)
    found = told([DEPRESSION], [inside, article("Outside", **about)])
    assert found["Depression"] == ("/depression/", "/outside/")
    assert found["Major depressive disorder"] == found["Low mood"] == ("see Depression",)


def test_other_name_that_is_a_title_too_leads_there_and_sees_also():
    found = told(articles=[article("Samplo"), article("Article", medicine=medicine(brands="samplo"))])
    assert found["Samplo"] == ("/samplo/", "see Examplamine")


def test_name_of_two_medicines_sees_both():
    both = [article(name, medicine=medicine(name, brands="Samplo")) for name in ["alphamine", "betamine"]]
    assert told(articles=both)["Samplo"] == ("see alphamine", "see betamine")


def test_names_that_are_each_others_end_nowhere_in_a_circle():
    circle = [{"name": "low mood", "also_called": "sadness"}, {"name": "sadness", "also_called": "low mood\nSADNESS"}]
    found = told(articles=[article("Article", conditions=circle)])
    assert found["Low mood"] == ("/article/", "see Sadness")
    assert found["Sadness"] == ("/article/", "see Low mood")


def test_name_with_one_page_is_seen_at_the_page_and_others_at_their_entry():
    one = article("One", medicine=medicine("alphamine", brands="Alpha"))
    two = [article(title, medicine=medicine("betamine", brands="Beta")) for title in ["Two", "Three"]]
    entries = {entry.name: entry for letter in a_to_z([], [one, *two]) for entry in letter.entries}
    assert entries["Alpha"].see[0].address == "/one/"
    assert entries["Beta"].see[0].address == "#name-betamine"
    assert entries["Betamine"].anchor == "name-betamine"


def test_all_letters_are_there_and_others_only_with_entries():
    assert [letter.name for letter in a_to_z([], [])] == list(LETTERS)
    titles = ["5 ways", "Ωmega", "Élan", "“Quoted”", "..."]
    letters = {letter.name: letter.entries for letter in a_to_z([], [article(title) for title in titles])}
    assert [entry.name for entry in letters[DIGITS]] == ["5 ways"]
    assert [entry.name for entry in letters[OTHER]] == ["...", "Ωmega"]
    assert [entry.name for entry in letters["E"]] == ["Élan"]
    assert [entry.name for entry in letters["Q"]] == ["“Quoted”"]


def test_facts_of_an_older_format_have_a_title_alone():
    assert told(articles=[({"title": "Sleep", "medicine": None, "topics": None}, Target("Sleep", "/s/"))]) == {
        "Sleep": ("/s/",)
    }


NAMES = st.text(max_size=12)


@given(titles=st.lists(NAMES, max_size=6), brands=NAMES, condition=NAMES, also_called=NAMES)
def test_any_names_have_their_places_and_anchors_of_their_own(titles, brands, condition, also_called):
    about = {
        "medicine": medicine(condition, brands),
        "conditions": [{"name": condition, "also_called": also_called}],
    }
    letters = a_to_z([], [article(title, f"/{place}/", **about) for place, title in enumerate(titles)])
    entries = [entry for letter in letters for entry in letter.entries]
    assert len({entry.anchor for entry in entries}) == len(entries)
    assert all(entry.leads_to or entry.further or entry.see for entry in entries)


@pytest.mark.parametrize("name", ["Depression", " depression ", "DEPRESSION", "depression  "])
def test_spelling_of_a_name_makes_no_second_entry(name):
    assert len(told([DEPRESSION], [article("Inside", conditions=[{"name": name, "also_called": ""}])])) == 2
