"""Whether a sentence denies a benefit that it names.

A denial counts where it governs the words of the benefit: in the same clause, as its negation (“does not reduce”), as
what is said of a clause (“it is not known whether it reduces”) or of a noun (“a benefit has not been shown”). “It
reduces them, and it is not known why” denies something else.
"""

import re
from typing import NamedTuple

from blog.clinical_rules.suicide_words import forms

# Characters on either side of a benefit that can change what is said of it.
AROUND = 500
# Further away than this, “not” does not reach what it negates.
_FAR = 130
_NOT = r"(?:not|never|cannot|\w+n't)"
_SHOWN = (
    r"(?:shown?|showed|shows|proven?|proved|proves|demonstrated?|established?|known?|found|find|confirmed?|seen?|clear"
    r"|certain|sure|settled|true|studied|tested|suggest(?:ed|s)?|support(?:ed|s)?|mean|imply|say|tell|promise|obvious"
    r"|backed|convincing|conclusive|the case|evidence|proof|believe|think|assume|conclude)"
)
_EVIDENCE = r"(?:evidence|proof|stud(?:y|ies)|trials?|data|research|reviews?|support|sign|indication|reason)"
_UNSURE = (
    r"(?:is|are|was|were|remains?|still) (?:\w+ly |still |as yet )*(?:unknown|unclear|uncertain|unproven|untested"
    r"|doubtful|unsure|a myth|false|wrong|untrue|misleading)\b|remains? to be (?:seen|shown|proven)"
    r"|(?:has|have) yet to\b"
)
_DUMMY = r"(?:an? )?(?:placebo|saline|dummy|midazolam|sugar|control)"
# What says of a clause after it that it is not so, or that nobody knows.
_NOT_FOUND = re.compile(
    rf"\b(?:{_NOT} (?:(?!only|just)[\w-]+ ){{0,3}}?{_SHOWN}\b"
    rf"|(?:no|without|lacks?|lacking|lack of|absence of|insufficient|inadequate|scant|not enough|(?<!a )little"
    rf"|(?<!a )few) (?:(?!lack|shortage|dearth|absence)[\w-]+ ){{0,2}}?{_EVIDENCE}\b"
    rf"|(?:nobody|no one|nothing|none) (?:(?!doubts?|denies|else)[\w'-]+ ){{0,4}}?(?:knows|{_SHOWN})\b"
    rf"|fail(?:s|ed|ure)? to (?:{_SHOWN}|detect|replicate)\b|{_UNSURE}|too (?:early|soon) to (?:say|tell|know)\b"
    rf"|(?:doubt|doubts|doubted|disproved|ruled out)(?= (?:that|whether|if))|myth(?= that)|(?:falsely|wrongly) \w+"
    r"|(?:stop(?:ped)?|forb[ia]d\w*|ban\w*|barred) (?:from )?(?:say|claim|advertis)ing\b"
    rf"|(?:nobody|no one|{_NOT}) (?:\w+ ){{0,6}}?in the (?:hope|belief|expectation)\b)"
)
# What is not known is whether, not how or why: those take the benefit for granted.
_HOW_FAR = r"how (?:well|effective|far|reliably|likely)"
_CLAUSE = re.compile(rf"\b(?:whether|that|if|{_HOW_FAR}|to)\b")
_TAKEN_FOR_GRANTED = re.compile(rf"\b(?:(?!{_HOW_FAR})how|why|what|where|which|because|since)\b")
_OF_A_CLAUSE = ("known", "clear", "certain", "sure", "studied", "tested")
_OF_HARM = re.compile(
    r"(?<!self[- ])\b(?:harms?|addict\w*|abuse|misuse|dependence|side[- ]effects?|dangers?|toxic\w*|damage|tolerance"
    r"|deaths?|unsafe|withdrawal|difference between)\b"
)
_INQUIRY = re.compile(
    rf"\b(?:{forms('study test ask look examine question investigate explore research')}|studi(?:es|ed)|see|find out"
    r"|learn|about|know|tell|say|decide)(?: at)? (?:whether|if|how well)\b"
)
_YES = re.compile(
    r"\b(?:it (?:does|did|do)\b(?! not)|found (?:that it )?(?:does|did)|the answer is yes|found that it )"
)
# A statement of its own begins.
_SUBJECT = r"(?:it|this|these|they|we|you|he|she|i)"
_ASSERTS = r"(?:is|are|was|were|has|have|had|can|may|might|could|will|would|does|did|do)\b"
_BREAK = re.compile(
    r"[;:()\u2013\u2014]|\b(?:but|however|whereas|while|although|though|nevertheless|so that|instead)\b"
    rf"|(?:, |and )(?:yet|so)\b|(?:,|\b(?:and|or)\b) (?:\w+ly )?{_SUBJECT}\b"
    rf"|\band (?:\w+ly |also |then )?(?:{_ASSERTS}|suggest|show|found|find|indicat|prov|confirm)"
)
ASIDE = re.compile(r", [^,;:]{1,60},")
_WHICH = re.compile(r"(?:,|\band\b) (?:which|who|that)\b")
_LINKING_COMMA = re.compile(r",(?= ?(?:that|whether|if|or|nor|and that|and whether|even)\b)")
# What stands between “not” and “to”, where the one denies the other.
_LICENSED = re.compile(
    rf"\b(?:{_SHOWN}|thought|believed|expected|expect|likely|able|meant|intended|designed|approved|licen[sc]ed"
    r"|authori[sz]ed|cleared|indicated|recommended|advised|prescribed|used?|a (?:way|treatment|medicine|means)|rely"
    r"|relied|relying|count|trust|claim|seem|appear|reported|guaranteed|enough|supposed|tend|help|hope|try|offer(?:ed)?"
    r"|sold|sell|promoted?|market(?:ed)?|provide|prescribe|recommend|advise|wait for"
    r"|(?:take|have|give|given|taken)(?=(?: more)?(?: of)? (?:it|this|them)\b))\b"
)
_TURNED_ROUND = re.compile(
    r"\b(?:only|just|merely|simply|solely|alone|doubts?|question|den(?:y|ies|ying)|wonder|surpris\w+|secret|coincidence"
    r"|without|disput\w+|debat\w+|unusual|uncommon|fail\w*|exaggerat\w+|need(?:s|ed)?|ha(?:ve|s) to|necessary|required"
    r"|wait(?! for)|other|else|matter|fewer|longer than|take (?:weeks|months|long|days|hours)|mind|stop|ineffective"
    r"|unable|useless|less|small|mere|slow|late)\b"
)
_NEGATION = re.compile(
    rf"\b(?:{_NOT}|no longer|neither|nor|without|rarely|hardly|seldom|scarcely|(?P<none>no|lack of|little))(?=[ ,])"
)
# What may stand between a negation and any word that it negates, and between “no” and a noun.
_PLAIN_WORDS = re.compile(
    r"(?: (?:yet|been|being|be|a|an|any|the|of|clear|real|proven|very|in itself|also|even|\w+ly))* "
)
_OF_NOUNS = re.compile(r" (?:(?!and\b|to\b|that\b|treatment|medicine|drug)[\w-]+ ){0,4}")
_NO_SUBJECT = re.compile(
    r"(?:^\W*|[,;:(] |\b(?:and|but|that|as|because|so|today|currently|however|(?:there is|there are|we have|know of)) )"
    r"(?:no|none|neither|nothing|nobody|no one|not (?:all|every|everyone|everybody))(?P<who>(?: [\w'-]+){0,9}) $"
)
_NO_SUCH_SUBJECT = re.compile(r"\b(?:it|they|we|you|i|side|harm|pain|needles?|sedation|delay|waiting|and)\b")
_THAN_A_DUMMY = re.compile(rf"\b(?:better|faster|more(?: [\w-]+)?) than {_DUMMY}")
_FAILS = re.compile(
    r"(?<!never )(?<!not )(?<!cannot )(?<!n't )\b(?:fail(?:s|ed|ing|ure)?|unlikely|unable|powerless|ineffective"
    r"|not enough) (?:to|in|at|for) (?:\w+ly )?$"
    rf"|\b(?:no|not|\w+n't)(?: any)? {_THAN_A_DUMMY.pattern}[^,;:]{{0,40}}$"
)
_TWICE = re.compile(r"\b(?:not|never|no longer|cannot|\w+n't|hardly|no|nobody) (?:\w+ )?$")
_COMPARES = re.compile(r"\b(?:as|so|like|better|faster|sooner|quicker|more)\b")
# What is said, after it, of a benefit that is a noun or a clause.
_NOT_SHOWN = (
    rf"(?:{_ASSERTS}|remains?|seems?) (?:\w+ly |still |also |so far |to date |as yet )*(?:not|never) (?:\w+ ){{0,3}}?"
    rf"{_SHOWN}|(?:ha|is|are|was|were)\w*n't (?:\w+ ){{0,3}}?{_SHOWN}|{_UNSURE}"
    r"|(?:is|are|remains?) (?:\w+ly |still )*(?:in doubt|open|an open question|disputed|not there|lacking|absent)"
    r"|(?:is|are) (?:still |now |currently |only )*being (?:studied|tested|investigated|researched|examined|looked at)"
    r"|(?:lacks?|needs?|awaits?) (?:\w+ )?(?:evidence|proof|support|study|research)"
)
_SAID_AFTER = re.compile(
    rf"\b(?<!that )(?<!which )(?<!who )(?<!whose )(?:{_NOT_SHOWN})\b"
    r"(?! (?:to (?!exist|be (?:real|better|more|greater))|why|how|what|when|where|which))"
)
_WEAK_AFTER = re.compile(
    r"\b(?:is|are|was|were|remains?) (?:\w+ly |still |very |too )*(?:weak|limited|thin|poor|mixed|scarce|inconclusive"
    r"|insufficient|small|sparse|low|conflicting|not (?:strong|good|convincing|enough))\b"
)
_EVIDENCE_BEFORE = re.compile(
    r"\b(?:evidence|proof|data|research|support)(?: (?!and\b|but\b|is\b|are\b)[\w'-]+){0,10} $"
)
_ASSERTION = re.compile(rf"\b{_ASSERTS}")
_OF_PEOPLE = re.compile(rf"\b(?:who|that|which) {_ASSERTS}")
_CLAUSE_SUBJECT = re.compile(
    rf"(?:\b(?:whether|{_HOW_FAR})|(?:^\W*|\b(?:claims?|idea|belief|theory|hypothesis|evidence|proof|notion|hope"
    r"|suggestion|promise|view|possibility|data|thought) )that)(?P<clause>(?: [\w',-]+){0,14}) $"
)
# A question asks, and promises nothing; “did you know that it works?” tells.
ASKS = re.compile(r"(?:does|do|can|will|is|are|could|may|might|has|have|did) (?!you\b|we\b|not\b)[^?]*\?[\"')]*$")
_SUPPOSED_TO = re.compile(
    r"\b(?:may|might|could|(?:said|thought|believed|hoped|claimed|reported|told) (?:to|that)|claims?|claimed|says?"
    r"|suggests?|hopes?)\b"
)
_TAKEN_BACK = re.compile(
    rf"\b(?:but|although|though|however,?) (?:(?:this|that|it|a benefit) (?:{_NOT_SHOWN})(?=[ .,]*$| (?:yet|so far"
    r"|in trials))|there is (?:still |as yet |currently )?(?:no|little|not enough) (?:\w+ )?(?:evidence|proof)"
    r"(?: (?:of|for) (?:this|that|it))?[ .]*$)"
)
# What was looked for is not what was found, and what went the same way without the medicine is no benefit of it.
_MEASURED = re.compile(
    rf"\b(?:{forms('compare measure count')}|looked (?:at|for)|(?:outcome|aim|goal)s?) (?:[\w'-]+ ){{0,3}}$"
)
_LIKE_A_DUMMY = re.compile(
    rf"^ (?:(?!than\b)\w+ ){{0,3}}(?:with|on|after) {_DUMMY}\b|\bas (?:\w+ )?(?:with|on|after) {_DUMMY}\b"
    rf"|\b(?:with|on|after) {_DUMMY} (?:as well|too|also)\b"
    r"|\b(?:in|for) (?:both|all|either|the two) (?:groups|arms)\b(?! (?:but|though|more)\b)"
)


class Claim(NamedTuple):
    """Where the words of a benefit stand in a sentence; `kind` is `verb`, `noun` or `quality`."""

    start: int
    end: int
    kind: str

    @classmethod
    def of(cls, found):
        """The Claim of a match: its group of the name of a kind, or all of it as a verb."""
        groups = found.groupdict()
        kind = next((kind for kind in ("noun", "quality", "verb") if groups.get(kind)), "")
        return cls(*found.span(kind or 0), kind or "verb")


def is_denied(claim, text, following=""):
    """Whether the folded sentence `text`, or the one `following` it, denies the Claim in it."""
    word = text[claim.start : claim.end]
    before, after = text[max(0, claim.start - AROUND) : claim.start], text[claim.end : claim.end + AROUND]
    return (
        _negated(claim.kind, word, before, after)
        or _not_found(before, after)
        or _said_of_it(claim.kind, word, before, after)
        or bool(_SUPPOSED_TO.search(before) and (_TAKEN_BACK.search(after) or _TAKEN_BACK.search(f"but {following}")))
        or (claim.kind == "noun" and bool(_MEASURED.search(before)))
        or bool(_LIKE_A_DUMMY.search(after))
    )


def _negated(kind, word, before, after):
    """“Does not reduce”, “no benefit”, “no medicine reduces”, “failed to reduce”."""
    if _FAILS.search(before) or _no_subject(word, before, after):
        return True
    # A “not” further away cannot reach “reduces”, which has a subject of its own.
    far = kind != "verb" or not word.split()[0].endswith(("s", "ed"))
    negations = _NEGATION.finditer(before, max(0, len(before) - _FAR))
    return any(_reaches(negation, before, kind, far) for negation in negations)


def _reaches(negation, before, kind, far):
    """Whether a negation governs what stands after `before`: in the same clause and not turned round."""
    between = before[negation.end() :]
    plain = ASIDE.sub("", between)
    adjacent, reach = _PLAIN_WORDS.fullmatch(between), 12 if far else 0
    if len(plain.split()) > (4 if negation["none"] or adjacent else reach):
        return False
    if _TWICE.search(before[: negation.start()]) or _TURNED_ROUND.search(_THAN_A_DUMMY.sub("", plain)):
        return False
    if negation["none"]:
        return kind != "verb" and bool(_OF_NOUNS.fullmatch(between))
    if adjacent:
        return True
    if _BREAK.search(plain) or "," in plain or _TAKEN_FOR_GRANTED.search(plain):
        return False
    head, to, _rest = plain.partition(" to ")
    return bool(_LICENSED.search(head)) if to else not _WHICH.search(plain)


def _no_subject(word, before, after):
    found = _NO_SUBJECT.search(before)
    if not found or _TURNED_ROUND.search(found["who"]) or _NO_SUCH_SUBJECT.search(found["who"]):
        return False
    compared = _THAN_A_DUMMY.sub("", f"{found['who']} {word} {_BREAK.split(after)[0]}")
    return not _COMPARES.search(compared)


def _not_found(before, after):
    """“Has not been shown to reduce”, “it is unclear whether it reduces”, “whether it reduces is being studied”."""
    for found in _NOT_FOUND.finditer(before):
        if not _TWICE.search(before[: found.start()]) and _leads_to(before[found.end() :], found[0]):
            return True
    return any(not _cut(before[found.end() :]) and not _YES.search(after) for found in _INQUIRY.finditer(before))


def _leads_to(between, denial):
    if _cut(between):
        return False
    clause = _CLAUSE.search(between)
    head = between[: clause.start()] if clause else between
    if _OF_HARM.search(head) or _TAKEN_FOR_GRANTED.search(head):
        return False
    if clause:
        return len(head.split()) <= 12
    # “Not known” and “unclear” speak of a clause alone; “no evidence it reduces” leaves “that” out.
    return len(head.split()) <= 6 and not denial.endswith(_OF_A_CLAUSE)


def _cut(between):
    """Whether another statement begins in these words."""
    plain = _LINKING_COMMA.sub("", ASIDE.sub("", between))
    return bool(_BREAK.search(plain) or _WHICH.search(plain) or "," in plain or _TAKEN_FOR_GRANTED.search(plain))


def _said_of_it(kind, word, before, after):
    """“A benefit has not been shown”, “the evidence that it reduces them is weak”."""
    clause = _CLAUSE_SUBJECT.search(before)
    if clause and _cut(clause["clause"]):
        clause = None
    nominal = kind == "noun" or word.split()[0].endswith("ing")
    if not (clause or nominal):
        return False
    return _said(_SAID_AFTER, after) or (bool(_EVIDENCE_BEFORE.search(before)) and _said(_WEAK_AFTER, after))


def _said(pattern, after):
    for found in pattern.finditer(after):
        between = after[: found.start()]
        plain = _OF_PEOPLE.sub("", between)
        if not (_BREAK.search(plain) or _ASSERTION.search(plain) or _OF_HARM.search(plain)):
            return True
    return False
