"""Statements that need a source and have none; the unit is the paragraph, which must hold at least one citation."""

import re

from blog.clinical_rules.document import FROM_ELSEWHERE
from blog.clinical_rules.figures import number_of
from blog.clinical_rules.flags import Level, Rule
from blog.clinical_rules.lexicon import Lexicon, entries
from blog.clinical_rules.negation import is_denied

_JAMA = "JAMA benchmarks: attribution; FTC Health Products Compliance Guidance"
_FTC = "FTC Health Products Compliance Guidance, 2022; DISCERN"

FIGURE = Rule("CITE-01", Level.BLOCK, "A number has a source", _JAMA)
STUDY = Rule("CITE-02", Level.BLOCK, "What studies found has a source", _JAMA)
BENEFIT = Rule("CITE-03", Level.WARN, "What a treatment does for people has a source", _FTC)
HOW_IT_WORKS = Rule("CITE-04", Level.WARN, "A paragraph on how it works has a source", f"{_JAMA}; DISCERN 8")
CAUSE = Rule("CITE-05", Level.WARN, "A cause has a source", "CDC Clear Communication Index, known and unknown")
HISTORY = Rule("CITE-06", Level.NOTE, "A date of history has a source", _JAMA)
RULES = (FIGURE, STUDY, BENEFIT, HOW_IT_WORKS, CAUSE, HISTORY)

_STUDY_WORDS = Lexicon(
    entries(
        True,
        """
        research, stud(y|ies), trial(s)?, experiment(s)?, evidence, scientist(s)?, finding(s)?, found that, revealed
        reveals, shown, proven, proved, meta(-| )analys(is|es), randomi(s|z)ed, placebo, statistics
        data (show|shows|showed|suggest|suggests), survey(s)? (found|show|shows|showed)
        researchers (found|have found|showed|have shown|reported|report|saw|say|think|believe)
        (large|recent|systematic) review(s)?, according to (a|one|the) survey
        (early|first|recent|new) results (show|suggest)
        """,
    )
    # The same words about something else.
    | entries(
        None,
        """
        finding (a|an|it|out|your|ways|someone|somebody|help|the), (you|you have|you may have) found that, to study
        (your|my) stud(y|ies), you study, shown (in|)to (your|a|the) (room|chair|bed)
        (work|job|school|college|home) (or|and) stud(y|ies), study (skills|leave|room|for)
        trial and error, free trial(s)?, trial (period|run|session), on trial, experiment with, evidence(-| )based
        behavio(u)?ral experiment(s)?, evidence of (your )?(identity|insurance|address|payment), research (nurse|ethics)
        (as )?shown (below|above|here|on|in the (table|picture|figure|box|list|diagram|leaflet))
        """,
    )
)
_BENEFIT_WORDS = Lexicon(
    entries(
        True,
        """
        reduc(es|ed|ing|tion|tions), reduction in, improv(es|ed|ing|ement|ements), reliev(e|es|ed|ing), relief (from|of)
        restor(e|es|ed|ing|ation), re(-)?balanc(e|es|ed|ing), treats, heals, alleviat(e|es|ed|ing), eas(es|ed|ing)
        (can|may|might|could|will|to) (reduce|improve|ease|treat|heal|boost|lift), help(s|ed) with
        help(s|ed)? (people|patients), promot(e|es|ed|ing), enhanc(e|es|ed|ing), boost(s|ed|ing)
        lift(s|ed) (mood|your mood)
        beneficial, effective, positively (influence|influences|affect|affects)
        work(s|ed) (well|fast|quickly|better|for)
        """,
    )
    | entries(
        None,
        """
        reduc(es|ed|ing) (the|your|a) (dose|dosage|amount), effective (contraception|birth control), improved by
        (can|may|might|could|will|to) reduce (the|your|a) (dose|dosage|amount), cost(-| )effective
        """,
    )
)
_SOMETHING_THAT_TREATS = re.compile(
    r"\b(?:it|this|they|these|which|treatments?|therap(?:y|ies)|medicines?|medications?|infusions?|doses?|antidepressants?)\b"
)
_CAUSES = Lexicon(
    entries(True, "lead(s|ing)? to, result(s|ing)? in, caus(es|ing), giv(es|ing) rise to, bring(s)? about")
)
_HISTORY = re.compile(r"(?:since|in|from|during|by) (?:the )?(?:early |late |mid-)?(?:18|19|20)\d\ds?\b")
_FIRST_OF_HISTORY = {"since", "in", "from", "during", "by"}
_NOT_KNOWN = re.compile(
    r"\b(?:nobody knows|no one knows|not (?:fully |yet )?(?:known|clear|understood)|unclear|theor(?:y|ies))\b"
)

# They need or have no room for a source: they say what to do or to ask, or come from the label or the glossary.
_ADVICE = {"care_card", "crisis_help"} | FROM_ELSEWHERE
# The description of a picture repeats what it shows, for who cannot see it; its caption and credit state things.
_PICTURE, _DESCRIPTION, _CREDIT = "image", "alt_text", "credit"
# A row of these has a source of its own, and other rules ask for it.
_SOURCED_ROWS = {
    "evidence": "findings.",
    "side_effects": ("rows.", "applies_to."),
    "mechanism": "pathways.",
    "who_should_not": "rows.",
    "interactions": "rows.",
}
_ROWS_THAT_MAY = {"key_points", "stages"}
_ABOUT_HOW_IT_WORKS = {"mechanism", "stages"}
_ENTIRELY_ABOUT_TREATMENT = {"mechanism", "stages", "evidence", "key_points", "conclusion"}
# Benefits stand beside downsides there, a line each and with no room for a source.
_WEIGHED = {"alternatives"}
_FEWEST_WORDS = 5


def find(document):
    if not document.is_clinical:
        return
    uncited = set(_uncited(document))
    tables = {}
    for hit in document.figures:
        if hit.passage.kind == "table":
            tables.setdefault(hit.passage.block_id, []).append(hit)
    answered = set()
    for rule, sentences in (
        (FIGURE, _by_sentence(_figures(document, uncited))),
        (STUDY, _by_sentence(_study_words(document, uncited))),
    ):
        for passage, sentence, hits in sentences:
            answered.add(passage)
            # The answer for a table is for the figures that it had.
            quote = (
                "; ".join(hit.quote for hit in tables[passage.block_id]) if passage.kind == "table" else sentence.text
            )
            yield passage.flag(rule, _message(rule, passage, hits), quote)
    yield from _benefits(document, uncited)
    yield from _how_it_works(document, uncited - answered)
    for passage, sentence, hits in _by_sentence(hit for hit in document.phrases(_CAUSES) if hit.passage in uncited):
        if passage.kind in _ABOUT_HOW_IT_WORKS:
            words = _quoted(hits)
            yield passage.flag(
                CAUSE, f"{words} names a cause. Cite a source, or say that it is a theory.", sentence.text
            )
    for hit in document.matches(_HISTORY, first_words=_FIRST_OF_HISTORY):
        # The year beside a picture is that of the picture.
        if hit.passage in uncited and hit.passage.kind != _PICTURE:
            yield hit.flag(HISTORY, "Readers cannot check this date. Cite a source for it, or leave it out.")


def _uncited(document):
    """Passages that state something and that no source covers."""
    previous = None
    for passage in document.passages:
        introduced = passage.list_item and previous is not None and previous.block_id == passage.block_id
        if introduced and previous.cites and previous.text.endswith(":"):
            # The items of a list whose source stands in the line above it.
            continue
        if not passage.list_item:
            previous = passage
        if not (passage.cites or _needs_none(passage)):
            yield passage


def _needs_none(passage):
    if passage.kind == _PICTURE:
        return passage.name == _DESCRIPTION
    return passage.kind in _ADVICE or passage.is_to_ask or _in_sourced_row(passage)


def _in_sourced_row(passage):
    return passage.kind in _SOURCED_ROWS and passage.field.startswith(_SOURCED_ROWS[passage.kind])


def _figures(document, uncited):
    hits = document.figures
    said_with_source = {number_of(hit) for hit in hits if hit.passage.cites}
    tables = set()
    for hit in hits:
        passage = hit.passage
        if passage not in uncited or (_has_no_room(passage) and number_of(hit) in said_with_source):
            continue
        if passage.kind == "table":
            # One flag for a whole table, whose source stands in the text above it.
            if passage.block_id in tables or _cited_above(document, passage.block_id):
                continue
            tables.add(passage.block_id)
        yield hit


def _study_words(document, uncited):
    cited_blocks = {passage.block_id for passage in document.passages if passage.cites}
    for hit in document.phrases(_STUDY_WORDS):
        passage = hit.passage
        if passage not in uncited or passage.is_heading or not passage.block_id or passage.kind == "table":
            continue
        if passage.kind == _PICTURE and (_is_named(hit) or _cited_above(document, passage.block_id)):
            continue
        if not (_has_no_room(passage) and passage.block_id in cited_blocks):
            yield hit


def _is_named(hit):
    """Whether a study word of a credit is part of a name, as in “Example Research Council”."""
    return hit.passage.name == _CREDIT and hit.quote[0].isupper()


def _benefits(document, uncited):
    named = re.compile("|".join(map(re.escape, document.medicine_names)) or r"(?!)")
    # The summary says shortly what the text says with its sources.
    summed_up = any(passage.cites for passage in document.passages)
    hits = (
        hit
        for hit in document.phrases(_BENEFIT_WORDS)
        if hit.passage in uncited
        and not hit.passage.is_heading
        and hit.passage.kind not in _WEIGHED
        and (hit.passage.block_id or not summed_up)
        and not is_denied(hit)
    )
    for passage, sentence, found in _by_sentence(hits):
        text = passage.folded[sentence.start : sentence.end]
        # What is promised for suicidal thoughts has stricter rules of its own.
        about_treatment = "suicid" not in text and (
            passage.kind in _ENTIRELY_ABOUT_TREATMENT
            or (document.is_treatment and not document.medicine)
            or named.search(text)
            or _SOMETHING_THAT_TREATS.search(text)
        )
        if about_treatment:
            yield passage.flag(BENEFIT, _message(BENEFIT, passage, found), sentence.text)


def _how_it_works(document, uncited):
    for passage in document.passages:
        states = passage in uncited and passage.is_rich and passage.kind in _ABOUT_HOW_IT_WORKS
        if states and len(passage.sentences[0].words) >= _FEWEST_WORDS and not _NOT_KNOWN.search(passage.folded):
            yield passage.flag(
                HOW_IT_WORKS,
                "This says how a treatment works. Cite a source in this paragraph, or say that it is not known.",
                passage.sentences[0].text,
            )


def _by_sentence(hits):
    """`(passage, sentence, hits)` for each sentence with hits, in order."""
    found = {}
    for hit in hits:
        sentence = hit.sentence
        found.setdefault((hit.passage, sentence.start), (hit.passage, sentence, []))[2].append(hit)
    return found.values()


def _has_no_room(passage):
    """Whether neither a mark nor a source can be set where the passage stands."""
    return not passage.is_rich and not (passage.kind in _ROWS_THAT_MAY and "." in passage.field)


def _cited_above(document, block_id):
    """Whether the section above a table or a picture cites anything."""
    above = None
    for block in document.blocks:
        if block.id == block_id:
            return above is not None and any(passage.cites for passage in above.passages)
        above = block
    return False


def _message(rule, passage, hits):
    words = _quoted(hits)
    if passage.kind == "table":
        return f"Cite a source for {words} and the other numbers of this table, in the text above it."
    if _has_no_room(passage):
        return (
            f"{words} needs a source, and none can be set here. Move it into the text, or state it there too, with its "
            "source."
        )
    if rule is BENEFIT:
        return f"Cite the source that shows the benefit ({words}), or leave it out."
    if passage.is_rich:
        return f"Cite a source in this paragraph for {words}, or take the statement out."
    return f"Choose a source for {words}, or take the statement out."


def _quoted(hits):
    quotes = dict.fromkeys(f"“{hit.quote}”" for hit in hits)
    return ", ".join(quotes)
