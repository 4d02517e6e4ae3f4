"""Licences: each condition that an article gives a medicine for has a status where the article's readers live."""

from datetime import date

from blog.clinical_rules.flags import Flag, Level, Rule
from blog.clinical_rules.medicine_names import MEDICINES
from blog.clinical_rules.rows import words
from blog.enums import ArticleType, Jurisdiction, LicenceStatus

# Licences change; older than this beside the evidence, nobody has looked.
LONGEST_UNVERIFIED = 365

_SOURCE = "FDA and MHRA rules on unlicensed use; CAP code 12"
MEDICINE = Rule("LIC-01", Level.BLOCK, "An article about a medicine names it", _SOURCE, waivable=False)
CONDITIONS = Rule("LIC-02", Level.BLOCK, "A medicine is given for something", _SOURCE, waivable=False)
STATUS = Rule("LIC-03", Level.BLOCK, "Each use has its licence status", _SOURCE, waivable=False)
VERIFIED = Rule("LIC-04", Level.WARN, "The licence status was checked with the evidence", "House rule")
NAMED = Rule("LIC-05", Level.BLOCK, "The medicine that an article is about is chosen", _SOURCE)
RULES = (MEDICINE, CONDITIONS, STATUS, VERIFIED, NAMED)


def find(document):
    medicine, conditions = document.medicine, _dicts(document.content.get("conditions"))
    if not medicine:
        if document.article_type == ArticleType.MEDICINE:
            yield Flag(MEDICINE, "Choose the medicine that this article is about, or add it.", field="medicine")
        else:
            yield from _named(document)
        return
    if not conditions and document.is_treatment:
        message = f"Choose the conditions that {_name(medicine)} is given for here: readers see where it is licensed."
        yield Flag(CONDITIONS, message, field="conditions")
    jurisdiction = words(document.content, "jurisdiction")
    for condition in conditions:
        uses = uses_for(medicine, condition, jurisdiction)
        yield from _unknown(medicine, condition, jurisdiction, uses)
        yield from _unverified(document, medicine, condition, uses)


def _named(document):
    """The first medicine in the title, or in a heading of an article about a treatment, while none is chosen."""
    for hit in document.phrases(MEDICINES):
        passage = hit.passage
        if passage.is_heading and (document.is_treatment or not passage.block_id):
            message = (
                f"{hit.quote} is a medicine. Choose it as the medicine that this article is about: readers are told "
                "where it is approved."
            )
            yield hit.flag(NAMED, message)
            return


def uses_for(medicine, condition, jurisdiction):
    """The uses of a medicine for a condition in a jurisdiction that have a licence status; more than one by route."""
    return [
        use
        for use in _dicts(medicine.get("uses"))
        if words(use, "jurisdiction") == jurisdiction
        and words(use, "licence_status") in LicenceStatus.values
        and condition.get("id") is not None
        and _dict(use.get("condition")).get("id") == condition["id"]
    ]


def _unknown(medicine, condition, jurisdiction, uses):
    if uses:
        return
    use = f"{_name(medicine)} for {words(condition, 'name') or 'this condition'}"
    where = f" in the {Jurisdiction(jurisdiction).label}" if jurisdiction in Jurisdiction.values else ""
    message = f"Nothing is recorded about {use}{where}. Open the medicine and add this use with its licence status."
    yield Flag(STATUS, message, words(condition, "name"), field="medicine")


def _unverified(document, medicine, condition, uses):
    evidence = _day(document.content.get("evidence_checked_on"))
    verified = [day for use in uses if (day := _day(use.get("verified_on")))]
    if not evidence or not verified or (evidence - min(verified)).days <= LONGEST_UNVERIFIED:
        return
    message = (
        f"The licence of {_name(medicine)} for {words(condition, 'name')} was last checked on {min(verified)}, more "
        f"than a year before the evidence ({evidence}). Check it and record the day at the medicine."
    )
    yield Flag(VERIFIED, message, words(condition, "name"), field="medicine")


def _name(medicine):
    return words(medicine, "generic_name") or "the medicine"


def _day(value):
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _dict(value):
    return value if isinstance(value, dict) else {}


def _dicts(value):
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
