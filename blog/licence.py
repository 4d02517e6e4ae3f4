"""What readers are told where a medicine is not approved for what an article is about."""

from blog.authorities import REGULATORS
from blog.clinical_rules.licence import uses_for
from blog.clinical_rules.rows import words
from blog.enums import LicenceStatus

# By status: `medicine` begins the sentence, with how it is given where the use says so.
SENTENCES = {
    LicenceStatus.OFF_LABEL.value: (
        "{medicine} is not approved by {regulator} for {condition}. Using it for {condition} is off-label."
    ),
    LicenceStatus.NOT_APPROVED.value: "{medicine} is not approved by {regulator} for {condition}.",
    LicenceStatus.INVESTIGATIONAL.value: (
        "{medicine} is not approved by {regulator} for {condition}. Researchers are still testing it for this use."
    ),
    LicenceStatus.WITHDRAWN.value: (
        "{medicine} is no longer approved by {regulator} for {condition}. Its approval for this use was withdrawn."
    ),
}


def licence_sentences(medicine, conditions, jurisdiction):
    """A sentence for each use that is not approved, in the order of the conditions; shapes as in `blog.content`.

    None for an approved use, nor where nothing is recorded: the rules keep that from being handed in.
    Source: FDA and MHRA rules on unlicensed use.
    """
    if not isinstance(medicine, dict) or jurisdiction not in REGULATORS or not words(medicine, "generic_name"):
        return []
    found = [
        _sentence(medicine, condition, use, REGULATORS[jurisdiction])
        for condition in conditions
        for use in uses_for(medicine, condition, jurisdiction)
        if words(use, "licence_status") in SENTENCES and words(condition, "name")
    ]
    # Ways of giving it that nobody told apart make the same sentence.
    return list(dict.fromkeys(found))


def _sentence(medicine, condition, use, regulator):
    name, route = words(medicine, "generic_name"), words(use, "route")
    said = f"{name[:1].upper()}{name[1:]}{f' given {route}' if route else ''}"
    template = SENTENCES[words(use, "licence_status")]
    return template.format(medicine=said, regulator=regulator, condition=words(condition, "name"))
