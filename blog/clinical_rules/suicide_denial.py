"""Whether a sentence denies a benefit that it names.

A denial counts where it governs the words of the benefit: in the same clause, as its negation (“does not reduce”), as
what is said of a clause (“it is not known whether it reduces”) or of a noun (“a benefit has not been shown”). “It
reduces them, and it is not known why” denies something else.
"""

import re

# Characters on either side of a benefit that can change what is said of it.
AROUND = 500
# Further away than this, “not” does not reach what it negates.
_FAR = 130
_NOT = r"(?:not|never|cannot|\w+n't)"
_SHOWN = (
    r"(?:shown?|showed|shows|proven?|proved|proves|demonstrated?|established?|known?|found|find|confirmed?|seen?|clear"
    r"|certain|sure|settled|true|studied|tested|suggest(?:ed|s)?|support(?:ed|s)?|mean|imply|say|tell|promise|obvious"
    r"|convincing|conclusive|the case|evidence|proof|believe|think|assume|conclude)"
)
_EVIDENCE = r"(?:evidence|proof|stud(?:y|ies)|trials?|data|research|reviews?|support|sign|indication|reason)"
# What says of a clause after it that it is not so, or that nobody knows.
_NOT_FOUND = re.compile(
    rf"\b{_NOT} (?:(?!only|just)[\w-]+ ){{0,3}}?{_SHOWN}\b"
    rf"|\b(?:no|without|lacks?|lacking|lack of|absence of|insufficient|inadequate|scant|not enough|(?<!a )little"
    rf"|(?<!a )few) (?:(?!lack|shortage|dearth|absence)[\w-]+ ){{0,2}}?{_EVIDENCE}\b"
    rf"|\b(?:nobody|no one|nothing|none) (?:(?!doubts?|denies|else)[\w'-]+ ){{0,4}}?(?:knows|{_SHOWN})\b"
    rf"|\bfail(?:s|ed|ure)? to (?:{_SHOWN}|detect|replicate)\b|\b(?:has|have) yet to\b|\bremains? to be (?:seen"
    rf"|shown)\b"
    r"|\b(?:is|are|was|remains?|still) (?:\w+ly |still )?(?:unknown|unclear|uncertain|unproven|untested|doubtful"
    r"|unsure)"
    r"|\btoo (?:early|soon) to (?:say|tell|know)\b|\b(?:doubt|doubts|doubted|disproved|ruled out)(?= (?:that|whether"
    r"|if))"
    rf"|\b(?:nobody|no one|{_NOT}) (?:\w+ ){{0,6}}?in the (?:hope|belief|expectation)\b"
    r"|\b(?:is|are) (?:a myth|false|wrong|untrue|misleading)\b|\b(?:a )?myth(?= that)"
)
# What is not known is whether, not how or why: those take the benefit for granted.
_CLAUSE = re.compile(r"\b(?:whether|that|if|how (?:well|effective|far|reliably|likely)|to)\b")
_TAKEN_FOR_GRANTED = re.compile(
    r"\b(?:how(?! well| effective| far| reliably| likely)|why|what|where|which|because|since)\b"
)
_OF_A_CLAUSE = ("known", "clear", "certain", "sure", "studied", "tested")
_OF_HARM = re.compile(
    r"(?<!self[- ])\b(?:harms?|addict\w*|abuse|misuse|dependence|side[- ]effects?|dangers?|toxic\w*|damage|tolerance"
    r"|deaths?|unsafe|withdrawal|difference between)\b"
)
_INQUIRY = re.compile(
    r"\b(?:stud(?:y|ies|ied|ying)|test(?:s|ed|ing)?|ask(?:s|ed|ing)?|look(?:s|ed|ing)? at|examin(?:e|es|ed|ing)"
    r"|question"
    r"|investigat(?:e|es|ed|ing)|explor(?:e|es|ed|ing)|see|find out|learn|research(?:ing)?|about|know|tell|say|decide)"
    r" (?:whether|if|how well)\b"
)
_YES = re.compile(
    r"\b(?:it (?:does|did|do)\b(?! not)|found (?:that it )?(?:does|did)|the answer is yes|and found that it )"
)
# A statement of its own begins.
_SUBJECT = r"(?:it|this|these|they|we|you|he|she|i)"
_BREAK = re.compile(
    r"[;:()\u2013\u2014]|\b(?:but|however|whereas|while|although|though|nevertheless|so that)\b|(?:, |and )(?:yet|so)\b"
    rf"|(?:,|\b(?:and|or)\b) (?:\w+ly )?{_SUBJECT}\b|\band (?:\w+ly |also |then )?(?:is|are|was|were|has|have|had|can"
    rf"|may"
    r"|might|could|will|would|does|did|do)\b|\band (?:\w+ly |also |instead )?(?:suggest|show|found|find|indicat|prov"
    r"|confirm)"
    r"|\binstead\b"
)
_ASIDE = re.compile(r", [^,;:]{1,60},")
_WHICH = re.compile(r"(?:,|\band\b) (?:which|who|that)\b")
_LINKING_COMMA = re.compile(r",(?= ?(?:that|whether|if|or|nor|and that|and whether|even)\b)")
# What stands between “not” and “to”, where the one denies the other.
_LICENSED = re.compile(
    rf"\b(?:{_SHOWN}|thought|believed|expected|expect|likely|able|meant|intended|designed|approved|licen[sc]ed"
    r"|authori[sz]ed|cleared|indicated|recommended|advised|prescribed|used?|a (?:way|treatment|medicine|means)|rely"
    r"|relied"
    r"|relying|count|trust|claim|seem|appear|reported|guaranteed|enough|supposed|tend|help|hope|try"
    r"|offer(?:ed)?|sold|sell|promoted?|market(?:ed)?|provide|prescribe|recommend|advise|wait for"
    r"|(?:take|have|give|given|taken)(?= (?:it|this|them)\b))\b"
)
_TURNED_ROUND = re.compile(
    r"\b(?:only|just|merely|simply|solely|alone|doubts?|question|denying|deny|den(?:y|ies)|wonder|surpris\w+|secret"
    r"|coincidence|disput\w+|debat\w+|unusual|uncommon|fail\w*|exaggerat\w+|needs?|needed|need not|have to|has to"
    r"|necessary|required|wait(?! for)|other|else|matter|fewer|longer than|take (?:weeks|months|long|days|hours)|mind"
    r"|stop"
    r"|ineffective|unable|useless|less|small|mere|slow|late)\b"
)
_PLAIN_WORDS = r"(?: (?:yet|been|being|be|a|an|any|the|of|clear|real|proven|very|in itself|also|even|\w+ly))*"
_JUST_BEFORE = re.compile(rf"\b(?:{_NOT}|no longer|neither|nor|without|rarely|hardly|seldom|scarcely){_PLAIN_WORDS} $")
_NEGATION = re.compile(rf"\b(?:{_NOT}|no longer|nor|neither|without)(?=[ ,])")
_NONE_OF_IT = re.compile(
    r"\b(?:no|lack of|without|little|nor) (?:(?!and\b|to\b|that\b|treatment|medicine|drug)[\w-]+ ){0,4}$"
)
_NO_SUBJECT = re.compile(
    r"(?:^\W*|[,;:(] |\b(?:and|but|that|as|because|so|today|currently|however|(?:there is|there are|we have|know of)) )"
    r"(?:no|none|neither|nothing|nobody|no one|not (?:all|every|everyone|everybody))(?P<who>(?: [\w'-]+){0,9}) $"
)
_NO_SUCH_SUBJECT = re.compile(r"\b(?:it|they|we|you|i|side|harm|pain|needles?|sedation|delay|waiting|and)\b")
_THAN_A_DUMMY = re.compile(
    r"\b(?:better|more [\w-]+|faster|more) than (?:an? )?(?:placebo|saline|dummy|midazolam|sugar|control)"
)
_UNABLE = re.compile(r"\b(?:unlikely|unable|powerless|ineffective|not enough) (?:to|at|in|for)(?: \w+ly)? $")
_NO_BETTER = re.compile(
    r"\b(?:no|\w+n't|not|not any) (?:better|faster|more(?: [\w-]+)?) than (?:an? )?(?:placebo|saline|dummy|midazolam"
    r"|sugar"
    r"|control)[^,;:]{0,40}$"
)
_TWICE = re.compile(r"\b(?:not|never|no longer|cannot|\w+n't|hardly|no|nobody) (?:\w+ )?$")
_COMPARES = re.compile(r"\b(?:as|so|like|better|faster|sooner|quicker|more)\b")
_FAILS = re.compile(r"(?<!never )(?<!not )(?<!cannot )(?<!n't )\bfail(?:s|ed|ing|ure)? (?:to|in|at) (?:\w+ly )?$")
# What is said, after it, of a benefit that is a noun or a clause.
_IS = r"(?:has|have|had|is|are|was|were|remains?|seems?|can|could|does|do|did)"
_NOT_SHOWN = (
    rf"{_IS} (?:\w+ly |still |also |so far |to date |as yet )*(?:not|never) (?:\w+ ){{0,3}}?{_SHOWN}"
    rf"|(?:hasn't|haven't|isn't|aren't|wasn't|weren't) (?:\w+ ){{0,3}}?{_SHOWN}"
    r"|(?:is|are|was|were|remains?) (?:\w+ly |still |as yet )*(?:unknown|unclear|uncertain|unproven|untested"
    r"|doubtful|in doubt|open|an open question|a myth|false|wrong|untrue|disputed|not there|lacking|absent)"
    r"|(?:is|are) (?:still |now |currently |only )*being (?:studied|tested|investigated|researched|examined|looked at)"
    r"|(?:lacks?|needs?|awaits?) (?:\w+ )?(?:evidence|proof|support|study|research)|(?:has|have) yet to be \w+"
    r"|remains? to be (?:seen|shown|proven)"
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
_ASSERTS = re.compile(r"\b(?:is|are|was|were|has|have|had|can|may|might|will|would|does|did)\b")
_OF_PEOPLE = re.compile(r"\b(?:who|that|which) (?:is|are|was|were|has|have|had|may|might|can)\b")
_CLAUSE_SUBJECT = re.compile(
    r"(?:\b(?:whether|how (?:well|effective))|(?:^\W*|\b(?:claims?|idea|belief|theory|hypothesis|evidence|proof"
    r"|notion|hope"
    r"|suggestion|promise|view|possibility|data|thought) )that)(?P<clause>(?: [\w',-]+){0,14}) $"
)
# A question asks, and promises nothing; “did you know that it works?” tells.
ASKS = re.compile(r"(?:does|do|can|will|is|are|could|may|might|has|have|did) (?!you\b|we\b|not\b)[^?]*\?[\"')]*$")
_HEDGE = re.compile(
    r"\b(?:may|might|could|(?:said|thought|believed|hoped|claimed|reported) to|claims?|claimed|suggests?|hopes?)\b"
)
_TAKEN_BACK = re.compile(
    rf"\b(?:but|although|though|however,?) (?:(?:this|that|it|a benefit) (?:{_NOT_SHOWN})(?=[ .,]*$| (?:yet|so far"
    rf"|in trials))"
    r"|there is (?:still |as yet |currently )?(?:no|little|not enough) (?:\w+ )?(?:evidence|proof)"
    r"(?: (?:of|for) (?:this|that|it))?[ .]*$)"
)
_AUXILIARIES = re.compile(r"(?:to |can |may |could |might )+")
_NOUN = re.compile(
    r"(?:reductions?|relief|improvements?|benefits?|benefit|effectiveness|efficacy|treatments?|therap(?:y|ies)"
    r"|medicines?"
    r"|medications?|options?|hope)\b"
)
_QUALITY = re.compile(r"(?:effective|beneficial|protective|approved|licensed|used|free|fewer|gone)\b")


def is_denied(start, end, text):
    """Whether the folded sentence `text` denies the benefit that stands in it from `start` to `end`."""
    start += len(auxiliary[0]) if (auxiliary := _AUXILIARIES.match(text, start)) else 0
    word = text[start:end]
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return (
        _negated(word, before, after)
        or _not_found(before, after)
        or _said_of_it(word, before, after)
        or bool(_HEDGE.search(before) and _TAKEN_BACK.search(after))
    )


def _negated(word, before, after):
    """“Does not reduce”, “no benefit”, “no medicine reduces”, “failed to reduce”."""
    if (found := _JUST_BEFORE.search(before)) and not _TURNED_ROUND.search(found[0]):
        return not _TWICE.search(before[: found.start()])
    if found := _UNABLE.search(before):
        return not _TWICE.search(before[: found.start()])
    if _FAILS.search(before) or _NO_BETTER.search(before) or _no_subject(word, before, after):
        return True
    if (_NOUN.match(word) or _QUALITY.match(word)) and (found := _NONE_OF_IT.search(before)):
        return not _TURNED_ROUND.search(found[0]) and not _TWICE.search(before[: found.start()])
    negations = _NEGATION.finditer(before, max(0, len(before) - _FAR)) if _is_bare(word) else ()
    return any(_reaches(before[negation.end() :]) for negation in negations)


def _is_bare(word):
    """Whether a “not” further away can reach the word: it cannot reach “reduces”, which has a subject of its own."""
    first = word.split()[0]
    return not first.endswith(("s", "ed")) or bool(_NOUN.match(word) or _QUALITY.match(word))


def _reaches(between):
    """Whether “not” governs what stands after these words, of the same clause and not turned round."""
    plain = _ASIDE.sub("", between)
    if _BREAK.search(plain) or "," in plain or len(plain.split()) > 12 or _TAKEN_FOR_GRANTED.search(plain):
        return False
    if _TURNED_ROUND.search(_THAN_A_DUMMY.sub("", plain)):
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
    plain = _LINKING_COMMA.sub("", _ASIDE.sub("", between))
    return bool(_BREAK.search(plain) or _WHICH.search(plain) or "," in plain or _TAKEN_FOR_GRANTED.search(plain))


def _said_of_it(word, before, after):
    """“A benefit has not been shown”, “the evidence that it reduces them is weak”."""
    clause = _CLAUSE_SUBJECT.search(before)
    if clause and _cut(clause["clause"]):
        clause = None
    nominal = bool(_NOUN.match(word)) or word.split()[0].endswith("ing")
    if not (clause or nominal):
        return False
    return _said(_SAID_AFTER, after) or (bool(_EVIDENCE_BEFORE.search(before)) and _said(_WEAK_AFTER, after))


def _said(pattern, after):
    for found in pattern.finditer(after):
        between = after[: found.start()]
        plain = _OF_PEOPLE.sub("", between)
        if not (_BREAK.search(plain) or _ASSERTS.search(plain) or _OF_HARM.search(plain)):
            return True
    return False
