"""Sentences that promise a benefit for people with suicidal thoughts, and what clears them.

Source: the labels of esketamine say that a benefit has not been shown; reportingonsuicide.org. A plain search for the
words side by side would also hit the sentence that says so, which is the one that readers need.
"""

import re
from typing import NamedTuple

from blog.clinical_rules.passages import Passage, Sentence
from blog.enums import ReferenceKind, StudyDesign

# Benefit and target further apart than these words, which take no more than so many characters, do not belong together.
_NEAR, _NEAR_CHARACTERS = 15, 300
# Characters on either side that can change what a statement says.
_AROUND = 500
_TARGET = re.compile(r"\bsuicid\w*|\bself[- ]?harm\w*")
_NO_TARGET = re.compile(r"suicide (?:prevention|(?:and|&) crisis|hotline|lifeline|help ?line)")
_BENEFIT = re.compile(
    r"\b(?:reduc(?:e|es|ed|ing|tions?)|reliev(?:e|es|ed|ing)|relief|eas(?:e|es|ed|ing)|improv(?:e|es|ed|ing|ements?)"
    r"|(?:to |can |may |could |might )treat|treats|treating|prevent(?:s|ed|ing)?|lower(?:s|ed|ing)?"
    r"|decreas(?:e|es|ed|ing)|lessen(?:s|ed|ing)?|alleviat(?:e|es|ed|ing)|diminish(?:es|ed|ing)?"
    r"|cur(?:e|es|ed|ing)|eliminat(?:e|es|ed|ing)"
    r"|resolv(?:e|es|ed|ing)|beneficial|benefits?|effective(?:ness)?|efficacy|works? (?:for|against|on|in|well|fast)"
    r"|protect(?:s|ed|ing|ive)? against|combat(?:s|ting)?|stops suicid\w*)\b"
    r"(?! (?:the |your |a |their )?(?:dose|doses|dosage|amount)\b)"
)
_HELPS = re.compile(
    r"\bhelp(?:s|ed|ing)?\b(?! (?:lines?|is|to (?:talk|speak|call|tell|write|know|have)|you (?:talk|call))\b)"
)
_TREATMENT = (
    r"(?:treatments?|therap(?:y|ies)|medicines?|medications?|drugs?|infusions?|injections?|nasal spray|antidepressants?"
    r"|(?:es)?ketamine|lithium|clozapine{names})"
)
_GOVERNS = r"\b(?:it|this|these|they|which|that|them|{treatment}) (?:[\w'-]+ ){{0,3}}$"
# Who or what helps without being a treatment that the article is about.
_OTHER_HELP = re.compile(
    r"\b(?:talk(?:ing)?(?! therap)|listen\w*|ask(?:ing)?|call(?:ing)?|crisis|help ?lines?|hotlines?|lifeline|988|access"
    r"|safety plans?|friends?|famil(?:y|ies)|connection|sleep|exercise|training|campaigns?|barriers|lock\w*|stor\w+"
    r"|screening|staff|clinicians?)\b"
)
_CONDITION = re.compile(r"\b(?:if|when|unless|until|in case)\b")
_SUPPOSED = re.compile(r"\b(?:if|when|once|while) (?:[\w'-]+ ){0,3}$")
_OPPOSITE = re.compile(r"\b(?:increas\w*|worsen\w*|caus\w+|trigger\w*|rais\w+|lead(?:s|ing)? to|but|still)\b")
_FINDING_DENIED = re.compile(
    r"\b(?:not|never) (?:\w+ ){0,3}?(?:shown|proven|demonstrated|established|known|found|confirmed|clear|studied)\b"
    r"|\bno (?:\w+ )?(?:evidence|proof|studies|trials?|data)\b|\b(?:nobody|no one) knows\b|\bunknown\b|\bunclear\b"
    r"|\bnot (?:\w+ )?(?:enough|sufficient) evidence\b"
)
_DENIED_BEFORE = re.compile(r"\b(?:not|never|cannot|no|\w+n't|nor|neither)(?: [^\s,;:]+){0,5} $")
_CONTRAST = re.compile(r"[;:]|\b(?:but|however|yet|whereas|while|although|though|nevertheless)\b")
_CONCEDES = re.compile(r"\W*(?:although|though|even though|while|despite)\b")
_NAMED = re.compile(
    r"\b(?:treatments?|therap(?:y|ies)|medicines?|medications?|options?|hope|used|approved|licensed)\b"
    r"(?: [^\s;.]+){0,4}? (?:for|against|to treat)\b"
)
_GOOD_KINDS = {ReferenceKind.LABEL.value, ReferenceKind.GUIDELINE.value, ReferenceKind.SYSTEMATIC_REVIEW.value}
_GOOD_DESIGNS = {StudyDesign.RCT.value, StudyDesign.SYSTEMATIC_REVIEW.value}


class Statement(NamedTuple):
    """A sentence that sets suicidal thoughts beside a treatment: `promises` a benefit, or names them among its uses."""

    passage: Passage
    sentence: Sentence
    promises: bool


def statements(document, passages):
    """The Statements in `passages` that neither a good source nor their own words clear, in order."""
    treatment = _TREATMENT.format(names="".join(f"|{re.escape(name)}" for name in document.medicine_names))
    governs = re.compile(_GOVERNS.format(treatment=treatment))
    treatment = re.compile(rf"\b{treatment}\b")
    for passage, sentence, text in _sentences(document, passages):

        def acts(benefit, _target, text=text):
            return _is_subject(document, benefit, text, treatment, governs)

        def helps(found, target, text=text):
            return found.end() <= target.start() and _governed(governs, _before(found, text))

        if _says(_BENEFIT, text, acts) or _says(_HELPS, text, helps):
            yield Statement(passage, sentence, promises=True)
        elif _says(_NAMED, text, lambda named, target: named.end() <= target.start()):
            yield Statement(passage, sentence, promises=False)


def _sentences(document, passages):
    """Sentences about suicidal thoughts that no good source stands behind, with their folded text."""
    for passage in passages:
        for sentence in passage.sentences:
            text = passage.folded[sentence.start : sentence.end]
            sources = (document.cited.get(cited) for cited in sentence.cites | passage.row_cites)
            if _TARGET.search(text) and not any(map(_is_good, sources)):
                yield passage, sentence, text


def _is_good(source):
    return (
        source is not None
        and not source.get("retracted")
        and (source.get("kind") in _GOOD_KINDS or source.get("design") in _GOOD_DESIGNS)
    )


def _says(pattern, text, fits):
    """Whether the text, undenied, says what the pattern stands for of a target that `fits` and is near."""
    return any(
        not _is_denied(found, text)
        for found in pattern.finditer(text)
        if any(fits(found, target) and _promises(found, target, text) for target in _near(found, text))
    )


def _near(found, text):
    """The targets that at most fifteen words part from what was found."""
    for target in _TARGET.finditer(text, max(0, found.start() - _NEAR_CHARACTERS), found.end() + _NEAR_CHARACTERS):
        if not _NO_TARGET.match(text, target.start()) and len(_between(found, target, text).split()) <= _NEAR:
            yield target


def _before(found, text):
    return text[max(0, found.start() - _AROUND) : found.start()]


def _between(one, other, text):
    first, second = sorted((one, other), key=lambda found: found.start())
    return text[first.end() : second.start()]


def _is_subject(document, benefit, text, treatment, governs):
    """Whether the sentence speaks of a treatment; an article about one speaks of it unless it says otherwise."""
    before = _before(benefit, text)
    return _governed(governs, before) or (
        (document.is_treatment or bool(treatment.search(text))) and not _OTHER_HELP.search(before)
    )


def _governed(governs, before):
    found = governs.search(before)
    return bool(found) and not _OTHER_HELP.search(found[0])


def _promises(benefit, target, text):
    between = _between(benefit, target, text)
    if _CONDITION.search(between) or _OPPOSITE.search(between) or _SUPPOSED.search(_before(benefit, text)):
        return False
    return benefit.end() <= target.start() or not _CONDITION.search(_before(target, text))


def _is_denied(promise, text):
    """Whether the sentence says that the benefit has not been shown, or is not there; not where it only concedes
    something else first, as in “although it does not cure depression, it relieves suicidal thoughts”.
    """
    if _DENIED_BEFORE.search(_before(promise, text)):
        return True
    for denied in _FINDING_DENIED.finditer(text, max(0, promise.start() - _AROUND), promise.end() + _AROUND):
        between = _between(denied, promise, text)
        conceded = _CONCEDES.match(text) and (denied.start() > promise.start() or "," in between)
        if not _CONTRAST.search(between) and not conceded:
            return True
    return False
