"""Who wrote an article, who paid for it, what its authors gain, and when the evidence was last searched."""

from blog.clinical_rules.flags import Flag, Level, Rule
from blog.clinical_rules.rows import words

_JAMA = "JAMA benchmarks: authorship; HONcode: authority"
_DISCLOSURE = "JAMA benchmarks: disclosure; HONcode: financial disclosure; PIF TICK"
AUTHOR = Rule("AUTH-01", Level.BLOCK, "Somebody is named as the author", _JAMA, waivable=False)
QUALIFIED = Rule("AUTH-02", Level.BLOCK, "An author is named with letters or profession", _JAMA, waivable=False)
EVERY_AUTHOR = Rule("AUTH-03", Level.BLOCK, "Every author is named with letters or profession", _JAMA, waivable=False)
WORKPLACE = Rule("AUTH-04", Level.BLOCK, "Every author is named with where they work", _JAMA, waivable=False)
FUNDING = Rule("DISC-01", Level.BLOCK, "Who paid for the writing is said", _DISCLOSURE, waivable=False)
INTERESTS = Rule("DISC-02", Level.BLOCK, "What authors gain is said", _DISCLOSURE, waivable=False)
EVIDENCE_CHECKED = Rule("DISC-03", Level.WARN, "The last search for evidence has its day", "DISCERN 5; NHS standard")
RULES = (AUTHOR, QUALIFIED, EVERY_AUTHOR, WORKPLACE, FUNDING, INTERESTS, EVIDENCE_CHECKED)


def find(document):
    yield from _authors(document)
    if not words(document.content, "funding"):
        yield Flag(FUNDING, "Say who paid for the writing. Write “None” if nobody did.", field="funding")
    if not words(document.content, "competing_interests"):
        message = "Say what the authors gain from what they recommend. Write “None declared” if there is nothing."
        yield Flag(INTERESTS, message, field="competing_interests")
    if document.is_clinical and not words(document.content, "evidence_checked_on"):
        message = "Enter the day on which you last searched for newer evidence."
        yield Flag(EVIDENCE_CHECKED, message, field="evidence_checked_on")


def _authors(document):
    rows = document.content.get("authors")
    people = [_person(row) for row in rows] if isinstance(rows, list) else []
    named = [person for person in people if words(person, "name")]
    unqualified = [person for person in named if not words(person, "post_nominals") and not words(person, "profession")]
    if not named:
        yield Flag(AUTHOR, "Name at least one author. Readers are told who wrote the article.", field="authors")
    elif len(unqualified) == len(named):
        message = (
            "Readers are told what qualifies an author. Ask an administrator to enter the letters after the name or "
            "the profession of one of them, or name an author who has them."
        )
        yield Flag(QUALIFIED, message, quote=words(named[0], "name"), field="authors")
    else:
        for person in unqualified:
            name = words(person, "name")
            message = (
                f"{name} has neither letters after the name nor a profession. Ask an administrator to enter them; "
                "for who is no clinician the profession says so."
            )
            yield Flag(EVERY_AUTHOR, message, quote=name, field="authors")
    for person in named:
        if not words(person, "affiliation"):
            name = words(person, "name")
            message = (
                f"Readers are told where {name} works, and the profile does not say it. Ask an administrator to enter "
                "it there, under Settings, People."
            )
            yield Flag(WORKPLACE, message, quote=name, field="authors")


def _person(row):
    person = row.get("person") if isinstance(row, dict) else None
    return person if isinstance(person, dict) else {}
