"""Suicide and self-harm: words that wound, promises that no source supports, details that can harm."""

import re

from blog.clinical_rules.flags import Level, Rule
from blog.clinical_rules.lexicon import Lexicon, entries
from blog.clinical_rules.suicide_benefit import statements

_REPORTING = "reportingonsuicide.org"

LANGUAGE = Rule(
    "SUIC-01", Level.BLOCK, "Words about suicide blame nobody and call no death a success", _REPORTING, waivable=False
)
BENEFIT = Rule(
    "SUIC-02",
    Level.BLOCK,
    "A benefit for suicidal thoughts needs a label, a guideline, a trial or a review",
    "FDA and EMA labels of esketamine; reportingonsuicide.org",
    waivable=False,
)
TRIGGER = Rule("SUIC-03", Level.NOTE, "Readers are shown where to get help", _REPORTING)
DETAIL = Rule("SUIC-04", Level.WARN, "No methods, places or amounts", _REPORTING)
SINGLE_CAUSE = Rule("SUIC-05", Level.WARN, "Suicide has no single cause and is no usual answer", _REPORTING)
NAMED_BESIDE = Rule(
    "SUIC-06",
    Level.WARN,
    "A treatment named for suicidal thoughts has a source",
    "FDA and EMA labels of esketamine; reportingonsuicide.org",
)
RULES = (LANGUAGE, BENEFIT, TRIGGER, DETAIL, SINGLE_CAUSE, NAMED_BESIDE)

_TRIGGERS = Lexicon(
    entries(
        True,
        """
        suicid*, antisuicid*, overdos*, self(-| )?(harm|harms|harmed|harming|injury|injuring)
        (end|ends|ended|ending|take|takes|took|taken|taking) (my|your|his|her|their|one's) (own )?(life|lives)
        (want|wants|wanted|wanting|wish|wishes|wished) to (die|be dead), better off dead
        kill(s|ed|ing)? (myself|yourself|himself|herself|oneself|ourselves|yourselves|themselves)
        """,
    )
)
# What can be a success or a failure without anybody having died.
_NOT_THE_ACT = (
    r"(?! (?:attempts?|prevention|risk|screening|assessment|awareness|safety|intervention|research|first|training))"
)
_LANGUAGE = {
    re.compile(rf"\bcommit(?:s|ted|ting)? suicide\b{_NOT_THE_ACT}"): "“died by suicide”, or “tried to end their life”",
    re.compile(rf"\b(?:un)?successful(?:ly)? suicides?\b{_NOT_THE_ACT}"): "“died by suicide” or “survived an attempt”",
    re.compile(rf"\bfailed suicides?\b{_NOT_THE_ACT}"): "“survived an attempt”",
    re.compile(rf"\bcomplet(?:ed|es|ing|e) suicides?\b{_NOT_THE_ACT}"): "“died by suicide”",
    re.compile(r"\b(?:(?:un)?successful|failed) (?:suicide )?attempts?\b(?! (?:to (?!kill|end|die)|at )\w)"): (
        "“died by suicide” or “survived an attempt”"
    ),
    re.compile(r"\bsuicide epidemic\b|\bepidemic of suicides?\b"): "“rising rates of suicide”, with the numbers",
    re.compile(r"\bsuicide victims?\b|\bvictims? of suicide\b"): "“people who died by suicide”",
    re.compile(r"\bskyrocket\w*(?=(?:\W+\w+){0,7}?\W+suicid)|\bsuicid\w*(?:\W+\w+){0,7}?\W+skyrocket\w*"): (
        "“risen”, with the numbers"
    ),
}
_ATTEMPT = re.compile(
    r"\b(?:(?:un)?successful|failed|completed) attempts?\b(?! (?:to (?!kill|end|die)|at |with |of (?!suicide)|by )\w)"
)
_ABOUT_WORDS = re.compile(
    r"\b(?:(?:do not|don't) (?:say|write|use)|avoid|instead of|rather than|the (?:words?|phrase|term)s?)\b"
)
_METHOD = re.compile(
    r"\bhang(?:ing|ed) ?(?:(?:him|her|them|your|my)sel(?:f|ves))?\b|\bjump(?:s|ed|ing)? (?:from|off)\b|\bfirearms?\b"
    r"|\bguns?\b|\bgunshots?\b|\bshot (?:him|her|them)sel(?:f|ves)\b|\bcarbon monoxide\b|\bwrists?\b|\basphyxiat\w*"
    r"|\bsuffocat\w*|\bdrown(?:ing|ed)\b|\bpoison(?:s|ed|ing)?\b(?! (?:control|cent))|\bsuicide notes?\b|\brazor\w*"
    r"|\bbridges?\b|\brailways?\b|\bcliffs?\b"
)
_HARMS = ("lethal", "fatal", "deadly", "toxic", "overdos", "kill", "ld50", " die", "death")
_AMOUNT = re.compile(
    r"\b(?:lethal|fatal|deadly|toxic) (?:dose|amount|quantit)\w*|\benough to (?:kill|die|overdose)\b|\bld50\b"
    r"|\b(?:kill|killed|kills|fatal|lethal|die|died|death)\b[^.\n]{0,60}\b\d[\d,.]* ?(?:mg|g|tablets|pills|capsules)\b"
    r"|\b\d[\d,.]* ?(?:mg|g|tablets|pills|capsules)\b[^.\n]{0,60}\b(?:kill|kills|killed|fatal|lethal|die|dies|died)\b"
    r"|\boverdos\w*[^.\n]{0,40}\b\d[\d,.]* ?(?:mg|g|tablets|pills|capsules)\b"
    r"|\b\d[\d,.]* ?(?:mg|g|tablets|pills|capsules)\b[^.\n]{0,40}\boverdos\w*"
)
_SINGLE_CAUSE = re.compile(
    r"\bsuicid\w*[^.\n]{0,20} (?:is|was|are|were) (?:caused by|the result of|due to)\b"
    r"|\b(?:led|leads|drove|drives|driven|pushed|pushes) (?:(?:him|her|them|people|somebody|someone|many|others) )?to "
    r"(?:his |her |their |commit )?suicide\b"
    r"|\bsuicid\w* (?:because|after losing|over (?:a|his|her|their)\b)"
    r"|\bsuicide (?:is|was) (?:a |an )?(?:common|normal|usual|understandable|natural|inevitable|only way)\b"
    r"|\bbecause of [^.\n]{1,60} suicid"
)
_PROMISED = (
    "This promises a benefit for people with suicidal thoughts. Cite a label, a guideline, a randomised trial or a "
    "systematic review directly after it, or say that a benefit has not been shown, or take it out."
)
_NAMED = "This names suicidal thoughts among what is treated. Cite a label or a guideline, or leave them out."


def triggers(document):
    """The passages that speak of suicide, self-harm or overdose, in order; with one of them help has to be shown."""
    return list(_first_triggers(document))


def find(document):
    yield from _amounts(document)
    first = _first_triggers(document)
    passages = list(first)
    for hit in first.values():
        yield hit.passage.flag(
            TRIGGER,
            "This speaks of suicide, self-harm or overdose, so readers are shown where to get help above it and at "
            "the end of the page. You need to do nothing.",
            hit.sentence.text,
        )
    yield from _attempts(document, passages)
    for passage in passages:
        yield from _language(passage)
        yield from _details(passage)
    for passage, sentence, promises in statements(document, passages):
        rule, message = (BENEFIT, _PROMISED) if promises else (NAMED_BESIDE, _NAMED)
        yield passage.flag(rule, message, sentence.text)


def _first_triggers(document):
    """The first trigger in each passage that has one, by passage."""
    first = {}
    for hit in document.phrases(_TRIGGERS):
        first.setdefault(hit.passage, hit)
    return first


def _attempts(document, passages):
    """Attempts that are called a success or a failure in other paragraphs of a section that speaks of suicide."""
    sections = {passage.block_id for passage in passages if "suicid" in passage.folded}
    for passage in document.passages:
        if passage.block_id in sections and passage not in passages and "attempt" in passage.folded:
            for found in _ATTEMPT.finditer(passage.folded):
                if not _is_quoted(passage, found.start()):
                    message = "Say “died by suicide” or “survived an attempt” instead."
                    yield passage.flag(LANGUAGE, message, passage.text[found.start() : found.end()])


def _language(passage):
    for pattern, better in _LANGUAGE.items():
        for found in pattern.finditer(passage.folded):
            if not _is_quoted(passage, found.start()):
                yield passage.flag(LANGUAGE, f"Say {better} instead.", passage.text[found.start() : found.end()])


def _is_quoted(passage, start):
    """Whether the words stand in quotation marks in advice on how to speak, which has to name what not to say."""
    return passage.folded[start - 1 : start] in ('"', "'") and bool(
        _ABOUT_WORDS.search(passage.folded, passage.sentence_at(start).start, start)
    )


def _details(passage):
    for pattern, rule, message in (
        (_METHOD, DETAIL, "Details of how or where can put a reader at risk. Take them out."),
        (_SINGLE_CAUSE, SINGLE_CAUSE, "Many things come together before a suicide. Do not name one as the cause."),
    ):
        for found in pattern.finditer(passage.folded):
            yield passage.flag(rule, message, passage.text[found.start() : found.end()])


def _amounts(document):
    for passage in document.passages:
        if any(word in passage.folded for word in _HARMS):
            for found in _AMOUNT.finditer(passage.folded):
                message = "An amount that harms can put a reader at risk. Take it out."
                yield passage.flag(DETAIL, message, passage.text[found.start() : found.end()])
