from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editions import ledger
from editions.models import Edition, Publication, PublicState
from editions.triggers import lifted

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def test_result_links_to_the_section_that_matched(article, find):
    article("ketamine", {"what-it-is": "An anaesthetic.", "side-effects": "Some people feel nausea afterwards."})
    [group] = find("nauseas").groups
    assert group["url"] == "/ketamine/"
    assert group["title"] == "Ketamine"
    [section] = group["sections"]
    assert section["heading"] == "Side effects"
    assert section["url"] == "/ketamine/#side-effects"
    assert section["snippet"] == "Some people feel <mark>nausea</mark> afterwards."


def test_text_without_publication_is_not_found(article, titles):
    article("ketamine", {"a": "nausea"}, publish=False)
    assert titles("nausea") == []


def test_scheduled_text_is_found_from_its_moment_on_though_nothing_ran(article, titles, start):
    sealed = article("ketamine", {"a": "nausea"}, publish=False)
    ledger.publish(sealed, by=None, at=start + HOUR)
    assert titles("nausea", after=HOUR - timedelta(microseconds=1)) == []
    assert titles("nausea", after=HOUR) == ["Ketamine"]


def test_expired_text_is_not_found(article, titles, start):
    sealed = article("ketamine", {"a": "nausea"}, publish=False)
    ledger.publish(sealed, by=None, expires_at=start + HOUR)
    assert titles("nausea", after=HOUR - timedelta(microseconds=1)) == ["Ketamine"]
    assert titles("nausea", after=HOUR) == []


@pytest.mark.parametrize("take_down", [ledger.withdraw, ledger.retire])
def test_text_taken_down_is_not_found(article, titles, start, take_down):
    sealed = article("ketamine", {"a": "nausea"})
    take_down(sealed.page_id, by=None, reason="An error was found.", at=start + HOUR)
    assert titles("nausea", after=HOUR - timedelta(seconds=1)) == ["Ketamine"]
    assert titles("nausea", after=HOUR) == []
    assert titles("ketamine", after=HOUR) == []


def test_replaced_text_is_found_only_before_its_replacement(article, titles, start):
    first = article("ketamine", {"a": "nausea"})
    second = article("ketamine", {"a": "drowsiness"}, page_id=first.page_id, publish=False)
    ledger.publish(second, by=None, at=start + HOUR)
    assert titles("nausea", after=HOUR - timedelta(seconds=1)) == ["Ketamine"]
    assert titles("drowsiness", after=HOUR - timedelta(seconds=1)) == []
    assert titles("nausea", after=HOUR) == []
    assert titles("drowsiness", after=HOUR) == ["Ketamine"]


def test_many_better_matches_that_nobody_may_read_hide_nothing(article, titles):
    shown = article("shown", {"a": "nausea " + "among many other words of this text " * 20})
    for number in range(60):
        article("x", {"a": "nausea nausea"}, page_id=shown.page_id, publish=False, title=f"Nausea {number}")
    assert titles("nausea", limit=5) == ["Shown"]


def test_article_called_what_was_asked_comes_first(article, titles):
    for number in range(5):
        article(f"other-{number}", {"sleep": "sleep and sleep", "more": "sleep sleep"}, title=f"Sleep {number} sleep")
    article("sleep", {"a": "Rest at night."}, title="The sleep")
    assert titles("Sleep?")[0] == "The sleep"


def test_title_of_small_words_only_is_found(article, titles):
    article("what-it-is", {"a": "An introduction."}, title="What it is")
    assert titles("what is it") == ["What it is"]
    assert titles("is it") == []


def test_any_of_the_words_is_enough_and_both_are_better(article, titles):
    article("one", {"a": "Ketamine is a medicine."})
    article("both", {"a": "Ketamine may cause nausea."})
    assert titles("does ketamine cause nausea") == ["Both", "One"]


def test_best_sections_of_an_article_are_three_and_each_is_named_once(article, find):
    sections = {f"section-{number}": "nausea " * number + "words" for number in range(1, 6)}
    sections["long"] = "</p><p>".join(["nausea " + "word " * 200] * 4)
    article("ketamine", sections)
    [group] = find("nausea").groups
    assert len(group["sections"]) == 3
    assert len({section["url"] for section in group["sections"]}) == 3


def test_match_in_the_title_alone_names_no_section(article, find):
    article("ketamine", {"a": "An anaesthetic."})
    [group] = find("ketamine").groups
    assert group["sections"] == []


def test_results_come_in_pages(article, find):
    for number in range(7):
        article(f"article-{number}", {"a": "nausea"})
    pages = [find("nausea", limit=3, page=page) for page in (1, 2, 3)]
    assert [len(found.groups) for found in pages] == [3, 3, 1]
    assert {found.total for found in pages} == {7}
    assert len({group["url"] for found in pages for group in found.groups}) == 7
    assert find("nausea", limit=3, page="99").groups == pages[2].groups
    assert find("nausea", limit=3, page="x").groups == pages[0].groups


def test_review_is_shown_with_its_day_or_its_absence(article, find):
    article("reviewed", {"a": "nausea"}, reviewed_on="2026-03-04")
    article("unreviewed", {"a": "nausea nausea"}, kind="unreviewed")
    unreviewed, reviewed = sorted(find("nausea").groups, key=lambda group: str(group["reviewed_on"]), reverse=True)
    assert (unreviewed["reviewed_on"], unreviewed["unreviewed"]) == (None, True)
    assert (str(reviewed["reviewed_on"]), reviewed["unreviewed"]) == ("2026-03-04", False)


@pytest.mark.parametrize("column", ["html", "metadata"])
def test_text_changed_behind_the_ledger_is_left_out(article, titles, column, caplog):
    sealed = article("changed", {"a": "nausea"})
    article("sound", {"a": "nausea"})
    assert sorted(titles("nausea")) == ["Changed", "Sound"]
    with lifted(connection):
        Edition.objects.filter(pk=sealed.pk).update(**{column: getattr(sealed, column) + " "})
    assert titles("nausea") == ["Sound"]
    assert "ALARM" in caplog.text


def test_text_changed_before_it_was_indexed_is_never_indexed(article, titles, caplog):
    sealed = article("changed", {"a": "nausea"})
    with lifted(connection):
        Edition.objects.filter(pk=sealed.pk).update(html=sealed.html.replace("nausea", "poison"))
    assert titles("poison") == []
    with lifted(connection):
        Edition.objects.filter(pk=sealed.pk).update(html=sealed.html)
    assert titles("poison") == []


def test_number_of_queries_does_not_grow_with_the_hits(article, find):
    article("first", {"a": "nausea"})
    find("nausea")
    with CaptureQueriesContext(
        connection,
    ) as few:
        find("nausea")
    for number in range(12):
        article(f"article-{number}", {"a": "nausea", "b": "nausea again"})
    find("nausea")
    with CaptureQueriesContext(connection) as many:
        find("nausea")
    assert len(many) == len(few) <= 5


def test_snippet_is_text_and_never_markup(article, find):
    article("ketamine", {"a": "nausea &lt;script&gt;alert(1)&lt;/script&gt; &amp; more"})
    [group] = find("nausea script").groups
    assert "<script" not in group["sections"][0]["snippet"]
    assert "&lt;<mark>script</mark>&gt;" in group["sections"][0]["snippet"]


def test_past_and_future_are_searched_alike(article, titles, start):
    sealed = article("ketamine", {"a": "nausea"})
    assert titles("nausea", after=-HOUR) == []
    assert titles("nausea", after=timedelta(days=3650)) == ["Ketamine"]
    assert Publication.objects.filter(edition=sealed).count() == 1


def test_state_changed_behind_the_ledger_is_left_out(article, titles, start):
    sealed = article("ketamine", {"a": "nausea"}, publish=False)
    ledger.publish(sealed, by=None, expires_at=start + HOUR)
    PublicState.objects.update(ends_at=start + 3 * HOUR)
    assert titles("nausea", after=2 * HOUR) == []
