"""An administrator at the desk: publish, schedule, reschedule, cancel; and everything that is refused."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from blog.tests.factories import ArticleFactory
from editions import ledger
from editions.models import Publication, PublicState
from editions.tests import factories
from schedule import acts
from schedule.tests.times import DAY, NOW

pytestmark = pytest.mark.django_db

AT = {"when": "at", "at_day": "3 Mar 2027", "at_time": "09:00", "until": "replaced"}
NINE = datetime(2027, 3, 3, 14, tzinfo=UTC)


@pytest.fixture
def article(clock):
    return ArticleFactory(title="Demonstration article")


@pytest.fixture
def edition(article):
    return factories.edition(article.pk)


def url(name, pk):
    return reverse(f"publication_desk:{name}", args=[pk])


def send(browser, address, page_id, follow=True, **fields):
    return browser.post(address, {"seen": acts.head(page_id), **fields}, follow=follow)


def publish(browser, edition, **fields):
    return send(browser, url("publish", edition.pk), edition.page_id, **(AT | fields))


def text(response):
    return " ".join(response.content.decode().split())


def only_publication():
    return Publication.objects.get(cancels=None)


def test_desk_shows_what_waits_with_the_zone_and_the_time(browser, edition):
    page = text(browser.get(reverse("publication_desk:waiting")))
    assert "Demonstration article" in page
    assert "first edition" in page
    assert "All times are New York. Now 2 Mar 2027, 14:30 (EST)" in page


def test_edition_is_scheduled_for_a_local_time(browser, edition):
    page = text(publish(browser, edition))
    assert only_publication().effective_at == NINE
    assert "Readers get edition 1 of “Demonstration article” from 3 March 2027, 09:00 New York (EST)." in page
    assert url("cancel", only_publication().pk) in page


def test_published_now_is_read_a_second_later(browser, edition, clock):
    page = text(publish(browser, edition, when="now"))
    assert "in a second" in page
    clock.shift(1)
    assert PublicState.objects.at(only_publication().effective_at).shown().get().edition == edition


def test_fields_of_the_choice_not_taken_are_not_read(browser, edition):
    publish(browser, edition, when="now", at_day="rubbish", at_time="25:00", end_day="rubbish")
    assert only_publication().expires_at is None


def test_expiry_and_what_follows_it(browser, edition):
    publish(browser, edition, until="expires", end_day="1 Sep 2027", end_time="00:00", then="withdrawn")
    row = only_publication()
    assert (row.expires_at, row.then) == (datetime(2027, 9, 1, 4, tzinfo=UTC), "withdrawn")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"at_day": "2 Mar 2027", "at_time": "14:29"}, "That moment has passed."),
        ({"at_day": "03/04/2027"}, "Write the date like 3 Mar 2027."),
        ({"at_day": "31 Feb 2027"}, "Write the date like 3 Mar 2027."),
        ({"at_day": "3 Mar 9999"}, "Write a date up to the year 2200."),
        ({"at_time": "25:00"}, "Write the time like 09:00"),
        ({"at_day": "", "at_time": ""}, "Write a date and a time."),
        ({"at_day": "\x00"}, "Write the date like 3 Mar 2027."),
        ({"at_day": "14 Mar 2027", "at_time": "02:30"}, "02:30 does not exist"),
        ({"at_day": "7 Nov 2027", "at_time": "01:30"}, "comes twice"),
        ({"when": ""}, "Choose when."),
        ({"until": "forever"}, "Choose until when."),
        ({"until": "expires", "end_day": "3 Mar 2027", "end_time": "09:00", "then": "nothing"}, "end later than it"),
        ({"until": "expires", "end_day": "", "end_time": "00:00", "then": "nothing"}, "Write a date and a time."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_done_or_lost(browser, edition, fields, message):
    response = publish(browser, edition, **fields)
    assert message in text(response)
    assert Publication.objects.count() == 0
    assert response.context["form"]["at_time"].value() == (AT | fields)["at_time"]


def test_repeated_hour_offers_both_moments_and_takes_the_one_chosen(browser, edition):
    asked = text(publish(browser, edition, at_day="7 Nov 2027", at_time="01:30"))
    assert "7 Nov 2027, 01:30 New York (EDT), the first time" in asked
    assert "7 Nov 2027, 01:30 New York (EST), the second time" in asked
    publish(browser, edition, at_day="7 Nov 2027", at_time="01:30", at_which="second")
    assert only_publication().effective_at == datetime(2027, 11, 7, 6, 30, tzinfo=UTC)


def test_lapse_of_the_review_limits_when_it_begins_and_ends(browser, article):
    edition = factories.edition(article.pk, lapses_at=NOW + 30 * DAY)
    assert "At the latest 1 Apr 2027, 15:30 New York (EDT)" in text(browser.get(url("publish", edition.pk)))
    late = publish(browser, edition, at_day="1 May 2027")
    assert "From then on it needs a new review" in text(late)
    long = publish(browser, edition, until="expires", end_day="1 May 2027", end_time="00:00", then="nothing")
    assert "cannot be shown any longer" in text(long)
    assert Publication.objects.count() == 0


def test_form_sent_twice_acts_once(browser, edition):
    fields = AT | {"seen": acts.head(edition.page_id)}
    browser.post(url("publish", edition.pk), fields)
    page = text(browser.post(url("publish", edition.pk), fields))
    assert "Somebody changed what readers get of this article while this page was open" in page
    assert Publication.objects.count() == 1


def test_form_is_refused_when_a_newer_edition_was_approved_meanwhile(browser, edition, clock):
    fields = AT | {"seen": acts.head(edition.page_id)}
    clock.shift(60)
    factories.edition(edition.page_id)
    assert "nothing was done" in text(browser.post(url("publish", edition.pk), fields))
    assert Publication.objects.count() == 0


def test_form_without_what_it_saw_is_refused(browser, edition):
    browser.post(url("publish", edition.pk), AT)
    assert Publication.objects.count() == 0


def test_refused_form_can_be_sent_again_after_a_look(browser, edition):
    page = browser.post(url("publish", edition.pk), AT | {"seen": "0-0"})
    browser.post(url("publish", edition.pk), AT | {"seen": page.context["seen"]})
    assert only_publication().effective_at == NINE


def test_refusal_of_the_ledger_is_told_beside_the_form(browser, edition, clock):
    clock.shift(60)
    ledger.publish(factories.edition(edition.page_id), by=None)
    clock.shift(60)
    page = text(publish(browser, edition))
    assert "older text after a newer one" in page
    assert "09:00" in page
    assert Publication.objects.count() == 1


def test_what_happens_now_is_not_said_to_be_changeable_until_then(browser, edition):
    for when, is_said in (("at", True), ("now", False)):
        terms = {"when": when, "at_day": "1 Jan 2099", "at_time": "09:00", "until": "replaced", "look": "1"}
        shown = browser.post(reverse("publication_desk:publish", args=[edition.pk]), terms)
        assert ("You can change or cancel this until then." in shown.content.decode()) == is_said


def test_looking_shows_what_readers_would_see_and_does_nothing(browser, edition):
    fields = AT | {"look": "1", "seen": acts.head(edition.page_id)}
    page = browser.post(url("publish", edition.pk), fields, headers={"X-Requested-With": "XMLHttpRequest"})
    assert "<html" not in page.content.decode()
    assert 'data-desk-label="Publish on 3 March at 09:00"' in text(page)
    assert "from 3 Mar 2027, 09:00 New York (EST)" in text(page)
    assert "Tomorrow, in 18 hours 30 minutes." in text(page)
    assert Publication.objects.count() == 0


def test_rescheduled_edition_keeps_its_terms_in_the_form_and_moves(browser, edition):
    publish(browser, edition, until="expires", end_day="1 Sep 2027", end_time="00:00", then="withdrawn")
    planned = only_publication()
    form = browser.get(url("reschedule", planned.pk)).context["form"]
    assert [form[name].value() for name in ("at_day", "at_time", "until", "end_day", "end_time", "then")] == [
        *("3 Mar 2027", "09:00", "expires", "1 Sep 2027", "00:00", "withdrawn")
    ]
    page = text(send(browser, url("reschedule", planned.pk), edition.page_id, **(AT | {"at_day": "4 Mar 2027"})))
    assert "from 4 March 2027, 09:00 New York (EST)" in page
    assert [row.effective_at for row in acts.Publication.objects.filter(cancels=None)] == [NINE, NINE + DAY]
    assert Publication.objects.get(cancels=planned)


def test_planned_withdrawal_can_be_moved_and_cancelled(browser, edition, clock):
    ledger.publish(edition, by=None)
    clock.shift(60)
    planned = ledger.withdraw(edition.page_id, by=None, reason="Wrong.", at=NOW + DAY)
    send(browser, url("reschedule", planned.pk), edition.page_id, when="at", at_day="5 Mar 2027", at_time="09:00")
    moved = Publication.objects.filter(state="withdrawn").latest("pk")
    assert (moved.effective_at, moved.reason) == (NINE + 2 * DAY, "Wrong.")
    assert "Cancelled: the withdrawal" in text(send(browser, url("cancel", moved.pk), edition.page_id))


def test_cancelled_publication_waits_again_with_a_way_back(browser, edition):
    publish(browser, edition)
    page = text(send(browser, url("cancel", only_publication().pk), edition.page_id, reason="Too early."))
    assert "Cancelled: edition 1 of “Demonstration article”" in page
    assert url("publish", edition.pk) in page
    assert PublicState.objects.count() == 0


@pytest.mark.parametrize("name", ["reschedule", "cancel"])
def test_what_has_taken_effect_is_neither_moved_nor_cancelled(browser, edition, clock, name):
    publish(browser, edition)
    planned = only_publication()
    clock.move_to(NINE)
    page = text(send(browser, url(name, planned.pk), edition.page_id, **AT))
    assert "has taken effect" in page
    assert Publication.objects.count() == 1


@pytest.mark.parametrize("name", ["reschedule", "cancel"])
def test_what_was_cancelled_is_not_changed_again(browser, edition, name):
    publish(browser, edition)
    planned = only_publication()
    acts.cancel(planned, by=None)
    assert "was cancelled or moved before" in text(browser.get(url(name, planned.pk), follow=True))
    assert "was cancelled or moved before" in text(send(browser, url(name, planned.pk), edition.page_id, **AT))


def test_history_of_the_article_tells_each_act(browser, edition, clock):
    publish(browser, edition)
    planned = only_publication()
    send(browser, url("reschedule", planned.pk), edition.page_id, **(AT | {"at_day": "4 Mar 2027"}))
    send(browser, url("cancel", Publication.objects.latest("pk").pk), edition.page_id, reason="Too early.")
    publish(browser, edition, when="now")
    page = text(browser.get(reverse("wagtailadmin_pages:history", args=[edition.page_id])))
    assert "Scheduled edition 1 for 3 March 2027, 09:00 New York (EST)" in page
    assert "Moved edition 1 to 4 March 2027, 09:00 New York (EST)" in page
    assert "Cancelled edition 1, planned for 4 March 2027, 09:00 New York (EST): “Too early.”" in page
    assert "Published edition 1, from 2 March 2027, 14:30 New York (EST)" in page


def test_refused_act_leaves_nothing_in_the_history(browser, edition):
    before = PageLogEntry.objects.count()
    browser.post(url("publish", edition.pk), AT | {"seen": "0-0"})
    assert PageLogEntry.objects.count() == before


def test_unknown_edition_is_not_found(browser):
    assert browser.get(url("publish", 999)).status_code == 404
    assert browser.get(url("reschedule", 999)).status_code == 404
