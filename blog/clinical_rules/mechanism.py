"""How a treatment works: every pathway sourced, and a theory never told as a fact."""

import re

from blog.clinical_rules.document import FROM_ELSEWHERE
from blog.clinical_rules.flags import Flag, Level, Rule
from blog.clinical_rules.hedging import hedged
from blog.clinical_rules.rows import words
from blog.enums import Action, Certainty, Consensus, EvidenceBasis, TargetKind

FACTS = {
    "target": "Say what it acts on.",
    "target_kind": "Choose what kind of target that is.",
    "action": "Choose what happens to the target.",
    "effect": "Say in plain words what that does.",
    "evidence_basis": "Choose what this rests on.",
    "consensus": "Choose how far experts agree.",
    "certainty": "Choose how sure anyone can be of it.",
}
CHOICES = {
    "target_kind": frozenset(TargetKind.values),
    "action": frozenset(Action.values),
    "evidence_basis": frozenset(EvidenceBasis.values),
    "consensus": frozenset(Consensus.values),
    "certainty": frozenset(Certainty.values),
}
NOT_SETTLED = {Consensus.DISPUTED, Consensus.SPECULATIVE}
NOT_SEEN_IN_PEOPLE = {EvidenceBasis.ANIMAL, EvidenceBasis.IN_VITRO, EvidenceBasis.HYPOTHESIS}

NO_SOURCE = Rule("MECH-01", Level.BLOCK, "A pathway without a source", "JAMA benchmarks: attribution", waivable=False)
FACT_MISSING = Rule("MECH-02", Level.BLOCK, "A pathway that is not complete", "DISCERN 9", waivable=False)
NO_CAVEAT = Rule(
    "MECH-03", Level.BLOCK, "How it works without what is not known", "CDC Clear Communication Index 14", waivable=False
)
THEORY_AS_FACT = Rule("MECH-04", Level.WARN, "A theory in the words of a fact", "CDC Clear Communication Index 14")
TOLD_AS_FACT = Rule(
    "MECH-05", Level.WARN, "How it works told as a fact without a source", "CDC Clear Communication Index 14"
)
BANNED = Rule("MECH-06", Level.BLOCK, "A picture of the brain that misleads", "NHS: how we write, metaphors")
NOTHING_STRUCTURED = Rule("MECH-07", Level.BLOCK, "How it works has its pathways", "DISCERN 9", waivable=False)
OPIATE = Rule("MECH-08", Level.WARN, "A receptor by the name of a medicine", "IUPHAR nomenclature: opioid receptors")
RULES = (
    NO_SOURCE,
    FACT_MISSING,
    NO_CAVEAT,
    THEORY_AS_FACT,
    TOLD_AS_FACT,
    BANNED,
    NOTHING_STRUCTURED,
    OPIATE,
)

_ACTS = (
    r"causes?|restor(?:es?|ing)|stimulates?|triggers?|activates?|repairs?|re-?balanc(?:es?|ing)|corrects?|re-?grows?"
    r"|heals?|boosts?|raises?|lowers?|increases?|decreases?|reduces?|releases?|promotes?|produces?|creates?|builds?"
    r"|strengthens?|blocks?|calms?|makes?|leads? to|results? in|tops? up|go(?:es)? up"
    r"|plays an? (?:\w+ )?(?:role|part)"
)
_FACT_VERB = re.compile(rf"\b(?:is|are|works?|{_ACTS})\b", re.IGNORECASE)
_ACT = re.compile(rf"\b(?:{_ACTS})\b", re.IGNORECASE)
# What makes a sentence one about how something works; lower case, looked for before any slower search.
_PARTS_OF_THE_BRAIN = (
    *("receptor", "glutamate", "gaba", "serotonin", "dopamine", "adrenaline", "norepinephrine", "neurotransmitter"),
    *("synap", "neural", "neuron", "nerve cell", "brain cell", "triggers the brain"),
)
_IMBALANCED = r"\bchemical imbalances?\b|\bimbalances? (?:of|in) (?:\w+ )?chemicals\b"
_IMBALANCE = re.compile(_IMBALANCED, re.IGNORECASE)
_BANNED = re.compile(rf"{_IMBALANCED}|\bre-?set(?:s|ting)?\b|\bre-?wir(?:es?|ed|ing)\b", re.IGNORECASE)
# A sentence that takes the picture back may name it.
_TAKEN_BACK = re.compile(
    r"\b(?:not|no longer|never|myth|old idea|out of date|outdated|wrong(?:ly)?|too simple|over-?simpl\w+)\b",
    re.IGNORECASE,
)
# Findings have fields for their certainty, as pathways have; stages have a rule of their own.
_JUDGED_ELSEWHERE = {"evidence", "stages"} | FROM_ELSEWHERE
_OPIATE = "opiate receptor"
_SAY_OPIOID = (
    "Write “opioid receptor”: the body has them for signals of its own. How far a treatment works through them is often"
    " disputed, so say that too, and cite the source."
)


def needs_hedging(row):
    """Whether a pathway is a theory: disputed, speculative, or not seen in people."""
    return words(row, "consensus") in NOT_SETTLED or words(row, "evidence_basis") in NOT_SEEN_IN_PEOPLE


def fact_problems(row):
    missing = {name: message for name, message in FACTS.items() if not words(row, name)}
    return missing | {name: FACTS[name] for name, kind in CHOICES.items() if words(row, name) not in kind}


def source_problems(row):
    return {} if named(row.get("sources")) else {"sources": "Choose at least one source for this pathway."}


def named(sources):
    """Whether a list of sources, rows or stored items, names any."""
    if isinstance(sources, str):
        return False
    try:
        items = list(sources or [])
    except TypeError:
        return False
    return any(item.get("value") if isinstance(item, dict) else item for item in items)


def pathway_problems(row):
    """Problems by field that keep a pathway from being handed in."""
    return fact_problems(row) | source_problems(row)


def find(document):
    for block in document.of_kind("mechanism"):
        yield from _section(block)
        for index, row in enumerate(block.rows("pathways")):
            yield from _pathway(block, index, row)
    for passage in document.passages:
        yield from _banned(passage)
        yield from _told_as_fact(passage)
        if (start := passage.folded.find(_OPIATE)) >= 0:
            yield passage.flag(OPIATE, _SAY_OPIOID, passage.text[start : start + len(_OPIATE)])


def _section(block):
    if not block.rows("pathways"):
        message = (
            "Nothing here is structured. Enter each target with what happens to it, how sure that is and its source."
        )
        yield Flag(NOTHING_STRUCTURED, message, "", block.id, "pathways")
    elif not block.text("caveat"):
        yield Flag(NO_CAVEAT, "Say what nobody knows yet about how it works.", "", block.id, "caveat")


def _pathway(block, index, row):
    for rule, check in ((FACT_MISSING, fact_problems), (NO_SOURCE, source_problems)):
        for name, message in check(row).items():
            quote = words(row, name) if name in FACTS else words(row, "target")
            yield Flag(rule, message, quote, block.id, f"pathways.{index}.{name}")
    if not needs_hedging(row):
        return
    field = f"pathways.{index}.effect"
    for sentence in (found for passage in block.passages if passage.field == field for found in passage.sentences):
        if _FACT_VERB.search(sentence.text) and not hedged(sentence.text):
            message = "This is a theory, and the sentence tells it as a fact. Write “may”, “might” or “some think”."
            yield Flag(THEORY_AS_FACT, message, sentence.text, block.id, field)


def _banned(passage):
    # Elsewhere “reset” and “rewire” are metaphors like others, which have a rule of their own.
    wide = passage.kind not in ("mechanism", "stages")
    if not any(
        stem in passage.folded for stem in (("imbalance",) if wide else ("imbalance", "reset", "re-set", "wir"))
    ):
        return
    for sentence in passage.sentences:
        found = (_IMBALANCE if wide else _BANNED).search(sentence.text)
        if found and not _TAKEN_BACK.search(sentence.text):
            message = (
                f"“{found[0]}” says more than anyone knows. Say what was seen to change, in whom, and how sure that is."
            )
            yield passage.flag(BANNED, message, sentence.text)


def is_banned(words):
    """Whether the words are a picture of the brain that misleads, as “reset” and “rewire” are."""
    return bool(_BANNED.fullmatch(words))


def _told_as_fact(passage):
    if passage.kind in _JUDGED_ELSEWHERE or passage.is_heading or passage.field.startswith("pathways."):
        return
    if not _about_the_brain(passage.folded):
        return
    for sentence in passage.sentences:
        settled = sentence.cites or (passage.row_cites and not passage.is_rich) or hedged(sentence.text)
        told = _about_the_brain(passage.folded[sentence.start : sentence.end]) and _ACT.search(sentence.text)
        if told and not settled:
            message = "This tells as a fact how it works. Cite a source, or say that it is a theory."
            yield passage.flag(TOLD_AS_FACT, message, sentence.text)


def _about_the_brain(folded):
    return any(part in folded for part in _PARTS_OF_THE_BRAIN)
