"""Sentences that promise a benefit for people with suicidal thoughts, and what clears them.

Source: the labels of esketamine say that a benefit has not been shown; reportingonsuicide.org. A plain search for the
words side by side would also hit the sentence that says so, which is the one that readers need.
"""

import re
from typing import NamedTuple

from blog.clinical_rules.passages import Passage, Sentence
from blog.clinical_rules.suicide_denial import AROUND, ASKS, is_denied
from blog.enums import ReferenceKind, StudyDesign

# Benefit and target further apart than these words, which take no more than so many characters, do not belong together.
_NEAR, _NEAR_CHARACTERS = 15, 300
_DEATH = (
    r"(?:suicid\w*|self[- ]?harm\w*"
    r"|(?:end|ends|ending|take|takes|taking) (?:my|your|his|her|their|one's) (?:own )?(?:life|lives)"
    r"|kill(?:s|ing)? (?:my|your|him|her|one|our|them)sel(?:f|ves)|(?:want(?:s|ed|ing)?|wish(?:es)?) to die)"
)
_TARGET = re.compile(rf"\b{_DEATH}")
_NO_TARGET = re.compile(r"suicide (?:prevention|(?:and|&) crisis|hotline|lifeline|help ?line)")
_BENEFIT = re.compile(
    r"\b(?:reduc(?:e|es|ed|ing|tions?)|reliev(?:e|es|ed|ing)|relief|eas(?:e|es|ed|ing)|improv(?:e|es|ed|ing|ements?)"
    r"|(?:to |can |may |could |might )treat|treats|treating|prevent(?:s|ed|ing)?|lower(?:s|ed|ing)?"
    r"|decreas(?:e|es|ed|ing)|lessen(?:s|ed|ing)?|alleviat(?:e|es|ed|ing)|diminish(?:es|ed|ing)?"
    r"|cur(?:e|es|ed|ing)|eliminat(?:e|es|ed|ing)"
    r"|resolv(?:e|es|ed|ing)|beneficial|benefits?|effective(?:ness)?|efficacy|works? (?:for|against|on|in|well"
    r"|fast(?:er)?|best|better)"
    r"|protect(?:s|ed|ing|ive)? against|combat(?:s|ting)?)\b"
    r"(?! (?:the |your |a |their )?(?:dose|doses|dosage|amount)\b)"
)
# Words that speak of a benefit only where suicidal thoughts are their object, as in “ends thoughts of suicide”.
_OF_THOUGHTS = (
    r"(?:the|your|their|his|her|people's|all|these|those|any|most|many|such|both|of|to|for|about|and|or|from|on|by|in"
    r"|own"
    r"|passive|active|acute|urgent|recurrent|strong|thoughts?|feelings?|ideas?|ideation|urges?|impulses?|risks?|rates?"
    r"|number|desire|intent|plans?|wish|half|out|having|committing|dying)"
)
_ENDS = re.compile(
    r"\b(?P<verb>end(?:s|ed|ing)?|stop(?:s|ped|ping)?|lift(?:s|ed|ing)?|remov(?:e|es|ed|ing)|eras(?:e|es|ed|ing)"
    r"|banish(?:es|ed|ing)?|clear(?:s|ed|ing)?|quiet(?:s|ed|ing|ens|ened)?|calm(?:s|ed|ing)?|curb(?:s|ed|ing)?"
    r"|halv(?:e|es|ed|ing)|cut(?:s|ting)?|silenc(?:e|es|ed|ing)|dissolv(?:e|es|ed|ing)|suppress(?:es|ed|ing)?"
    r"|quell(?:s|ed|ing)?|quench(?:es|ed)?|abolish(?:es|ed|ing)?|mitigat(?:e|es|ed|ing)|minimi[sz](?:e|es|ed|ing)"
    r"|interrupt(?:s|ed|ing)?|break(?:s|ing)?|broke|shrink(?:s|ing)?|revers(?:e|es|ed|ing)|heal(?:s|ed|ing)?"
    r"|overcom(?:e|es|ing)|overcame|(?:tak|driv|wip|chas|wash)(?:e|es|en|ed|ing) (?:away|out)|(?:took|drove) away"
    r"|(?:get|gets|got|getting|rid|rids) (?:people |you |them )?(?:rid )?of|keep(?:s|ing)? away|fre(?:e|es|ed"
    r"|eing) (?:people"
    r"|you|them|patients|someone|somebody) (?:of|from)|mak(?:e|es|ing)|made|fewer|no longer(?: (?:had|have|has|having"
    r"|feel"
    rf"|felt|experienced?))?|(?:be|became|become|becomes|were|was|are|felt|feel|feels) free (?:of|from))"
    rf"(?= (?:{_OF_THOUGHTS} ){{0,7}}(?P<target>{_DEATH}))"
)
_MADE = re.compile(r"[^.;:]{0,80}\b(?:go away|disappear|vanish|fade|stop|less|weaker|easier to bear)\b")
# Suicidal thoughts that go: without an object, and with nothing but words like these between.
_GOES = re.compile(
    rf"\b{_DEATH}(?: (?:thoughts?|ideation|ideas?|feelings?|behaviou?rs?|urges?|impulses?|rates?|risks?|attempts?"
    rf"|scores?"
    r"|plans|and|or|suicide|self-harm|can|may|might|will|would|could|often|soon|then|just|had|have|has|were"
    r"|was|are|is|been|seem(?:s|ed)?|began|starts?|started|tends?|tended|to|all|almost|in|for|most|many|some|people"
    r"|patients|\w+ly))*"
    r" (?P<verb>disappear(?:s|ed|ing)?|vanish(?:es|ed)?|fad(?:e|es|ed) ?(?:away)?|(?:go|goes|went|gone|melt|melts"
    r"|melted"
    r"|fall|falls|fell|ebb|ebbed|drop|drops|dropped) away|gone|pass(?:es|ed)?|stop(?:s|ped)?|ceas(?:e|es|ed)"
    r"|lift(?:s|ed)?|subsid(?:e|es|ed)|dissolv(?:e|es|ed)|dropp?(?:s|ed)?|fell|fall(?:s|en)?|declin(?:e|es|ed)"
    r"|(?:go|goes|went|come|comes|came) down|wan(?:e|es|ed)|shr(?:ink|inks|ank)|halv(?:e|es|ed)|abat(?:e|es|ed)"
    r"|weaken(?:s|ed)?|end(?:s|ed)?|get better|got better|remit(?:s|ted)?|lose (?:their|its) grip)\b"
)
_YES = re.compile(r"\W*(?:yes|it (?:does|can|has|is)\b(?! not))")
_SOON = re.compile(
    r"\b(?:(?:within|in|after|by|from|during) (?:[\w'-]+ ){0,4}(?:minutes?|hours?|days?|weeks?|night|infusions?|doses?"
    r"|sessions?|visits?|treatments?)|overnight|rapidly|quickly|at once|immediately|instantly|right away)\b"
)
_WITH_HELP = re.compile(r"\b(?:with|over|in) (?:[\w'-]+ ){0,2}(?:help|support|time|care|company|listening)\b")
_THEN = re.compile(r"\b(?:if|when|once|until|unless|before|after|as|while|because|who|whose) (?:[\w'-]+ ){0,5}$")
_HELPS = re.compile(
    r"\bhelp(?:s|ed|ing)?\b(?! (?:lines?|is|to (?:talk|speak|call|tell|write|know|have)|you (?:talk|call))\b)"
)
_TREATMENT = (
    r"(?:treatments?|therap(?:y|ies)|medicines?|medications?|drugs?|infusions?|injections?|nasal spray|antidepressants?"
    r"|(?:es)?ketamine|lithium|clozapine{names})"
)
_GOVERNS = (
    r"\b(?:it|this|these|they|which|that|them|{treatment}) (?:[\w'-]+ ){{0,3}}$"
    # One subject of two verbs: “it lifts mood and reduces”.
    r"|\b(?:it|this|these|they|{treatment})\b[^.;:]{{0,80}} (?:and|but|or)(?: also| then| even| \w+ly)? $"
)
# Who or what helps without being a treatment that the article is about.
_OTHER_HELP = re.compile(
    r"\b(?:talk(?:ing)?(?! therap)|listen\w*|ask(?:ing)?|call(?:ing)?|crisis|help ?lines?|hotlines?|lifeline|988|access"
    r"|safety plans?|friends?|famil(?:y|ies)|connection|sleep|exercise|training|campaigns?|barriers|lock\w*|stor\w+"
    r"|screening|staff|clinicians?)\b"
)
_CONDITION = re.compile(r"\b(?:if|when|unless|until|in case)\b")
_SUPPOSED = re.compile(
    r"\bif (?!given|used|taken|started|added|needed|possible)(?:[\w'-]+ ){0,3}$"
    r"|\b(?:when|once) (?:you|your|people|they|the (?:dose|clinic)|a|someone|somebody) (?:[\w'-]+ ){0,2}$"
)
_OPPOSITE = re.compile(
    r"\b(?:increas\w*|worsen\w*|caus\w+|trigger\w*|rais\w+|lead(?:s|ing)? to|still"
    r"|but(?! (?:does not|doesn't|cannot|may not|do not) (?:fully|completely|always|entirely|wholly)))\b"
)
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

        if _only_asked(document, passage, sentence, text):
            continue
        spoken_of = bool(treatment.search(text))
        if (
            _says(_BENEFIT, text, acts)
            or _says(_HELPS, text, helps)
            or _ends(text, spoken_of, governs)
            or _goes(text, spoken_of, document.is_treatment)
        ):
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
        not is_denied(found.start(), found.end(), text)
        for found in pattern.finditer(text)
        if any(fits(found, target) and _promises(found, target, text) for target in _near(found, text))
    )


def _only_asked(document, passage, sentence, text):
    """Whether the sentence is a question that what follows does not answer with yes."""
    if not ASKS.match(text):
        return False
    following = passage.folded[sentence.end :]
    if not following.strip():
        place = document.passages.index(passage) + 1
        following = document.passages[place].folded if place < len(document.passages) else ""
    return not _YES.match(following)


def _ends(text, spoken_of, governs):
    """Whether a treatment ends such thoughts; talking and company may."""
    for found in _ENDS.finditer(text):
        before = text[max(0, found.start() - AROUND) : found.start()]
        acts = _governed(governs, before) or (spoken_of and not _OTHER_HELP.search(before))
        if (
            acts
            and not _NO_TARGET.match(text, found.start("target"))
            and not _SUPPOSED.search(before)
            and not (found["verb"].startswith("ma") and not _MADE.match(text, found.end("target")))
            and not is_denied(found.start("verb"), found.end("verb"), text)
        ):
            return True
    return False


def _goes(text, spoken_of, is_treatment):
    """Whether such thoughts go by a treatment, or at once; that they pass, and with help, is the hope to give."""
    if _WITH_HELP.search(text) or not (spoken_of or (is_treatment and _SOON.search(text))):
        return False
    for found in _GOES.finditer(text):
        before = text[max(0, found.start("verb") - AROUND) : found.start("verb")]
        if (
            not _OTHER_HELP.search(before)
            and not _THEN.search(before)
            and not is_denied(found.start("verb"), found.end("verb"), text)
        ):
            return True
    return False


def _near(found, text):
    """The targets that at most fifteen words part from what was found."""
    for target in _TARGET.finditer(text, max(0, found.start() - _NEAR_CHARACTERS), found.end() + _NEAR_CHARACTERS):
        if not _NO_TARGET.match(text, target.start()) and len(_between(found, target, text).split()) <= _NEAR:
            yield target


def _before(found, text):
    return text[max(0, found.start() - AROUND) : found.start()]


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
