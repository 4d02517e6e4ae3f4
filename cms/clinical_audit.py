"""What the clinical rules find in everything that readers get or may get: articles, and the site's own words."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import timedelta

from blog.clinical_checks.verdict import Answer, frozen_answers, judge
from blog.clinical_rules import Flag, Level, Rule
from blog.clinical_rules.promotion import promotional_wording
from blog.content import content
from blog.content_shapes import current
from blog.models import ArticlePage, Reference, Waiver
from editions.local_time import local
from editions.models import PublicState
from home.models import CrisisService, SiteSettings
from shop.medicines import prescription_medicines
from shop.models import Promotion, ServicePage
from shop.offers import TEXTS
from shop.promotions import reasons_now

A_BATCH = 100
GRAVITY = {Level.BLOCK: 0, Level.WARN: 1, Level.NOTE: 2}
VERIFIED_WITHIN = timedelta(days=90)

# Not about an article's content, so not among those that an article is checked by.
HELP_LINES = Rule(
    "SITE-01", Level.WARN, "Somebody checked every help line in the last 90 days", "reportingonsuicide.org"
)
PROMOTION = Rule(
    "SITE-02",
    Level.WARN,
    "A promotion has its dates, terms and evidence",
    "CAP code; FTC deceptive pricing guides",
)


@dataclass(frozen=True)
class Row:
    """One finding in one text; `page_id` is None and `address` blank for the site's own words."""

    page_id: int | None
    title: str
    address: str
    text: str
    rule: str
    level: str
    block: str
    field: str
    quote: str
    message: str
    answered: str

    def as_dict(self):
        return asdict(self)

    @property
    def is_open_and_blocks(self):
        return self.level == Level.BLOCK.value and not self.answered


@dataclass(frozen=True)
class Text:
    """A text that is looked at: where it is, and which of an article's texts it is."""

    page_id: int | None
    title: str
    address: str
    name: str

    def row(self, flag: Flag, answer: Answer | None = None):
        return Row(
            page_id=self.page_id,
            title=self.title,
            address=self.address,
            text=self.name,
            rule=flag.rule.id,
            level=flag.level.value,
            block=flag.block_id,
            field=flag.field,
            quote=flag.quote,
            message=flag.message,
            answered=f"{answer.by}: {answer.reason}" if answer else "",
        )


def rows(*, level, at, editions=False) -> Iterator[Row]:
    """Findings of `level` and graver: of all latest drafts, with `editions` also of what readers get at the moment
    `at`, then of the site's words.
    """
    found = [drafts(), *([shown(at)] if editions else []), site_words(), shop_front(at), help_lines(at)]
    for part in found:
        yield from (row for row in part if GRAVITY[Level(row.level)] <= GRAVITY[level])


def drafts():
    """Of the latest draft of every article, as it would be frozen if it were handed in now."""
    for page in ArticlePage.objects.order_by("pk").iterator(A_BATCH):
        name = f"draft (revision {page.latest_revision_id})" if page.latest_revision_id else "draft"
        draft = content(page.get_latest_revision_as_object())
        text = Text(page.pk, draft["title"], f"/{page.slug}/", name)
        yield from _judged(text, draft, Waiver.objects.answers(page.pk))


def shown(at):
    """Of the editions that readers get at the moment `at`; a source that was retracted since counts as such."""
    retracted = set(Reference.objects.filter(retracted=True).values_list("pk", flat=True))
    states = PublicState.objects.at(at).shown().select_related("edition").order_by("page_id")
    for batch in _batches(states):
        slugs = dict(ArticlePage.objects.filter(pk__in=[row.page_id for row in batch]).values_list("pk", "slug"))
        for state in batch:
            edition = state.edition
            address = f"/{slugs[state.page_id]}/" if state.page_id in slugs else ""
            text = Text(state.page_id, edition.facts["title"], address, f"edition {edition.number}")
            sealed = _as_of_today(current(json.loads(edition.content)), retracted)
            yield from _judged(text, sealed, frozen_answers(edition.facts))


def site_words():
    """Of the words of each site that stand round its articles."""
    for saved in SiteSettings.objects.select_related("site").order_by("site_id"):
        yield from _praise(Text(None, str(saved.site), "", "site settings: tagline"), "tagline", saved.tagline)


def shop_front(at):
    """Of what the clinic offers: promotions that are not over at the moment `at`, and published services."""
    medicines = prescription_medicines()
    for promotion in Promotion.objects.not_over(at).select_related("terms_page"):
        text = Text(None, promotion.text, "", "promotion")
        yield from _praise(text, "text", promotion.text)
        # One that has not begun is looked at as it will be then.
        for reason in reasons_now(promotion, max(at, promotion.starts_at or at), medicines):
            yield text.row(Flag(PROMOTION, f"Readers do not get it. {reason}"))
    for service in ServicePage.objects.published().order_by("path"):
        text = Text(service.pk, service.title, f"/{service.slug}/", "service")
        for field in TEXTS:
            yield from _praise(text, field, getattr(service, field))


def help_lines(at):
    """Of the help lines whose numbers nobody has tried for too long."""
    for service in CrisisService.objects.all():
        if service.last_verified_on is None or service.last_verified_on < local(at).date() - VERIFIED_WITHIN:
            since = f"since {service.last_verified_on:%-d %B %Y}" if service.last_verified_on else "yet"
            message = f"Nobody has checked this help line {since}. Call it and try its addresses, then note the day."
            yield Text(None, service.name, "", "help line").row(Flag(HELP_LINES, message, field="last_verified_on"))


def _praise(text, field, words):
    for wording in promotional_wording(words):
        yield text.row(Flag(wording.rule, wording.advice, quote=wording.quote, field=field))


def _judged(text, content, answers):
    verdict = judge(content, answers)
    yield from (text.row(flag) for flag in verdict.blocking)
    yield from (text.row(flag) for flag in verdict.warnings)
    yield from (text.row(each.flag, each.answer) for each in verdict.answered)
    yield from (text.row(flag) for flag in verdict.notes)


def _as_of_today(content, retracted):
    """Sealed content with the sources that were retracted since."""

    def today(row):
        return row | {"retracted": row.get("retracted") or row.get("id") in retracted}

    return content | {
        "cited": [today(row) for row in content.get("cited", [])],
        "references": [row | {"reference": today(row["reference"])} for row in content.get("references", [])],
    }


def _batches(queryset):
    """The rows of an ordered queryset in lists of `A_BATCH`."""
    start = 0
    while batch := list(queryset[start : start + A_BATCH]):
        yield batch
        start += A_BATCH
