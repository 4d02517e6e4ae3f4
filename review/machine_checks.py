"""What the clinical rules say of a text that was handed in, and whether they let it be approved."""

import re

from blog.clinical_checks.findings import Findings
from blog.clinical_checks.verdict import frozen_answers, verdict
from blog.clinical_rules import check
from blog.content_shapes import current
from blog.models import Reference, Waiver
from editions.local_time import day_text

# One of each section of a body, in order; a list of references, or of words, at its end belongs to no section.
_SECTION = re.compile(r'<section\b[^>]*?\bid="([^"]+)"[^>]*?\bdata-kind="([^"]+)"')


def verdict_on(submission):
    """Today's rules on the frozen text, with the answers that were frozen with it."""
    return verdict(check(current(submission.frozen_content)), frozen_answers(submission.facts))


def rule_objections(submission):
    """Reasons why nobody may approve the text as it stands, as sentences; none when it may be approved.

    Source: JAMA benchmarks (attribution).
    """
    blocking = verdict_on(submission).blocking
    found = []
    if blocking:
        what = "One thing" if len(blocking) == 1 else f"{len(blocking)} things"
        found.append(
            f"{what} in this text must be put right before it can be approved: see “Machine checks”. Send it back to "
            "the authors."
        )
    return found + retracted_since(submission)


def retracted_since(submission):
    """A sentence for each source of the frozen text that was retracted after the text was handed in."""
    whole = submission.frozen_content
    known = {row["id"]: row for row in whole.get("cited", [])}
    known |= {row["reference"]["id"]: row["reference"] for row in whole.get("references", [])}
    fresh = [row_id for row_id, row in known.items() if not row.get("retracted")]
    return [
        f"“{row.title}” was retracted{f' on {day_text(row.retracted_on)}' if row.retracted_on else ''}, after this "
        "text was handed in. Send it back to the authors, so that they take it out."
        for row in Reference.objects.filter(pk__in=fresh, retracted=True).order_by("pk")
    ]


def answered_by(submission):
    """The accounts whose answers stand in the frozen text, each with the moment of the last one that they gave."""
    frozen = frozen_answers(submission.facts)
    given = Waiver.objects.filter(page_id=submission.page_id, at__lte=submission.frozen_at).order_by("pk")
    last = {(row.rule, row.quote_digest): row for row in given}
    standing = sorted((last[key] for key in frozen.keys() & last.keys()), key=lambda row: row.pk)
    return {row.user_id: row.at for row in standing if row.user_id}


def shown_findings(submission):
    """`(summary, groups)` for the review screen; a group is a kind and its findings, each with the id of the section
    that it leads to, blank where it leads to none.
    """
    findings = Findings(current(submission.frozen_content), verdict_on(submission))
    places = places_in(submission)
    groups = [
        (kind, [(finding, places.get(finding.flag.block_id, "")) for finding in group])
        for kind, group in findings.groups
    ]
    return findings.summary, groups


def places_in(submission):
    """Where each section of the frozen text is on the screen: the id of its HTML by the id of its block."""
    places, printed = {}, _SECTION.findall(submission.html)
    for block in submission.frozen_content.get("body", []):
        position = next((at for at, (_id, kind) in enumerate(printed) if kind == block["type"]), None)
        if position is not None:
            places[block["id"]], printed = printed[position][0], printed[position + 1 :]
    return places
