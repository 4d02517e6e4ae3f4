"""Side effects: how often, for whom, how serious, when, and what to do about them."""

from blog.clinical_rules.flags import Flag, Level, Rule
from blog.clinical_rules.rows import blank_problems, people, repeated, unchosen_problems, words
from blog.clinical_rules.side_effect_words import called_long_term, comes_on_the_day, jargon_in, says_repeated_use
from blog.enums import Band, CareLevel, NotKnownReason, Onset, Seriousness, WhatToDo
from blog.frequency import band_of

LONG_FOLLOW_UP = 6
APPLIES_TO = ("medicine", "product", "route", "dose_range", "population")
_ROW_TEXTS = ("term_plain", "term_medical", "counted_in", "duration", "monitoring")
_ANSWERS_TO_SERIOUS = (WhatToDo.CALL_YOUR_CLINIC_TODAY, WhatToDo.URGENT, WhatToDo.EMERGENCY)
_CARD_FOR = {WhatToDo.URGENT.value: CareLevel.URGENT, WhatToDo.EMERGENCY.value: CareLevel.EMERGENCY}

_NAMED = {"term_plain": "Name the effect in plain words."}
_CHOSEN = {
    "band": (frozenset(Band.values), "Say how often it happens, or that it is not known."),
    "seriousness": (frozenset(Seriousness.values), "Say whether it is serious."),
    "onset": (frozenset(Onset.values), "Say when it starts, or that it is not known."),
    "what_to_do": (frozenset(WhatToDo.values), "Say what to do about it."),
}
_KNOWN_BANDS = frozenset(Band.values) - {Band.NOT_KNOWN}
_IN_PEOPLE = "Write “31 in 100 people” instead of percent, as the table does."

_CIOMS = "CIOMS III; EMA guideline on the summary of product characteristics"
_EMA = "EMA guideline on the summary of product characteristics"
_NHS = "NHS content guide"
_HOUSE = "House rule"

BAND = Rule("SE-01", Level.BLOCK, "The words for how often match the numbers", _CIOMS, waivable=False)
SOURCE = Rule("SE-02", Level.BLOCK, "How often has a source", _EMA, waivable=False)
REASON = Rule("SE-03", Level.BLOCK, "“Not known” says why", _EMA, waivable=False)
NUMBERS = Rule("SE-04", Level.BLOCK, "The numbers of people are possible", _CIOMS, waivable=False)
ANSWER = Rule("SE-05", Level.BLOCK, "A serious effect says whom to call", "MHRA guidance on leaflets", waivable=False)
CARD = Rule("SE-06", Level.BLOCK, "Urgent advice has its care card", "NHS care cards", waivable=False)
TWICE = Rule("SE-07", Level.BLOCK, "Each effect is listed once", _HOUSE, waivable=False)
ONSET = Rule("SE-08", Level.BLOCK, "A long-term effect has a long study", _HOUSE, waivable=False)
UNFINISHED = Rule("SE-09", Level.BLOCK, "Each effect is complete", _HOUSE, waivable=False)
APPLIES = Rule("SE-10", Level.BLOCK, "The table says whom it is about", _EMA, waivable=False)
EMPTY = Rule("SE-11", Level.BLOCK, "The section lists effects", _HOUSE, waivable=False)
JARGON = Rule("SE-12", Level.WARN, "Effects have plain names", _NHS)
PERCENT = Rule("SE-13", Level.WARN, "People are counted in one way", "CDC Clear Communication Index")
COUNTED_IN = Rule("SE-14", Level.WARN, "A row says whom it was counted in when the table does not", _EMA)
LONG_TERM = Rule("SE-15", Level.WARN, "Effects of the day are not called long-term", _HOUSE)
UNTRACED = Rule("SE-16", Level.WARN, "What says that nobody knows is named", _HOUSE)
COMPARATOR = Rule("SE-17", Level.WARN, "Numbers without the medicine stand beside those with it", "Büchter 2014")
NAMED_CARD = Rule("SE-18", Level.BLOCK, "A care card that a row names is there", "NHS care cards", waivable=False)
RULES = (
    *(BAND, SOURCE, REASON, NUMBERS, ANSWER, CARD, TWICE, ONSET, UNFINISHED, APPLIES, EMPTY),
    *(JARGON, PERCENT, COUNTED_IN, LONG_TERM, UNTRACED, COMPARATOR, NAMED_CARD),
)


def find(document):
    cards = [card.value for card in document.of_kind("care_card")]
    for block in document.of_kind("side_effects"):
        table = _Table(block, document.cited)
        for rule, path, message, quote in _in_section(table):
            yield Flag(rule, message, quote, block.id, path)
        for index, row in enumerate(table.rows):
            for rule, field, message in _in_row(row, table, cards):
                quote = _quoted(row, rule, field)
                yield Flag(rule, message, quote, block.id, f"rows.{index}.{field}")


def _quoted(row, rule, field):
    """The effect's name; where a reason answers it, with what the answer is about, so that it lapses with that."""
    term = words(row, "term_plain")
    if rule is PERCENT:
        return f"{term}: {words(row, field)}"
    if rule not in (COUNTED_IN, LONG_TERM, UNTRACED):
        return term
    rate = counted(row)
    said = [f"{rate[0]:,} of {rate[1]:,}"] if rate else []
    for choices, name in ((Band, "band"), (NotKnownReason, "not_known_reason"), (Onset, "onset")):
        if words(row, name) in choices.values:
            said.append(choices(row[name].strip()).label.lower())
    return f"{term}: {'; '.join(said)}" if said else term


def counted(row, prefix=""):
    """`(numerator, denominator)` of a row, where they make a proportion of people; None where they do not.

    `prefix` is `comparator_` for the numbers without the medicine.
    """
    numerator, denominator = people(row, f"{prefix}numerator"), people(row, f"{prefix}denominator")
    possible = None not in (numerator, denominator) and denominator >= 1 and 0 <= numerator <= denominator
    return (numerator, denominator) if possible else None


def cards_for(row, cards):
    """Those of an article's `cards` (dicts with `level` and `heading`) that say what to do about a row: the one that it
    names, else those as urgent as it is. Empty for a row that is neither urgent nor names one.
    """
    level, name = _CARD_FOR.get(words(row, "what_to_do"), ""), _card_name(words(row, "care_card"))
    return [
        card
        for card in cards
        if (level or name) and (not level or words(card, "level") == level)
        if not name or _card_name(words(card, "heading")) == name
    ]


def _card_name(heading):
    return heading.rstrip(": ").casefold()


def band_problems(row):
    """The band against the numbers, by exact fractions. Source: CIOMS III."""
    rate = counted(row)
    if rate is None or words(row, "band") not in Band.values or band_of(*rate) == row["band"]:
        return {}
    numerator, denominator = rate
    if numerator == 0 and band_of(*rate) == Band.NOT_KNOWN:
        return {"band": f"None of {denominator:,} people is “not known”: too few were counted to call it rarer."}
    band = band_of(*rate).label.lower()
    return {"band": f"{numerator:,} out of {denominator:,} people is “{band}”. Choose that, or correct the numbers."}


def number_problems(row):
    """Numbers that are no proportion of people, and a comparison with nothing."""
    found = _proportion_problems(row, "") | _proportion_problems(row, "comparator_")
    if not found and counted(row, "comparator_") and not counted(row):
        found["numerator"] = "Give the numbers with the medicine too; those without it compare with nothing."
    return found


def _proportion_problems(row, prefix):
    names = f"{prefix}numerator", f"{prefix}denominator"
    numerator, denominator = (people(row, name) for name in names)
    if numerator is None and denominator is None:
        return {}
    if numerator is None or denominator is None:
        return {names[numerator is not None]: "Give both numbers, or neither."}
    if denominator < 1:
        return {names[1]: "At least one person must have been counted."}
    if not 0 <= numerator <= denominator:
        return {names[0]: "This is more people than were counted." if numerator > 0 else "Count from 0 up."}
    return {}


def reason_problems(row):
    """Why how often is not known; numbers that show nobody among too few people are a reason themselves."""
    if words(row, "band") != Band.NOT_KNOWN or words(row, "not_known_reason") or (counted(row) or (1,))[0] == 0:
        return {}
    return {"not_known_reason": "Say why it is not known how often this happens."}


def answer_problems(row):
    """A serious effect must say whom to call. Source: MHRA guidance on leaflets; NHS."""
    if words(row, "seriousness") != Seriousness.SERIOUS or words(row, "what_to_do") in _ANSWERS_TO_SERIOUS:
        return {}
    message = "A serious effect needs one of: call your clinic today, get help urgently, get emergency help now."
    return {"what_to_do": message}


def unfinished_problems(row):
    """Fields that every effect has to have."""
    found = blank_problems(row, _NAMED) | unchosen_problems(row, _CHOSEN)
    # The rule about serious effects says it already, and more.
    return {name: message for name, message in found.items() if name not in answer_problems(row)}


ROW_CHECKS = (
    (BAND, band_problems),
    (NUMBERS, number_problems),
    (REASON, reason_problems),
    (ANSWER, answer_problems),
    (UNFINISHED, unfinished_problems),
)


def side_effect_problems(row):
    """What is wrong in a row for itself: messages by field."""
    return {field: message for _rule, check in reversed(ROW_CHECKS) for field, message in check(row).items()}


def source_problems(row, sourced):
    """How often something happens is somebody's finding; `sourced`: the row or its section names a source."""
    if sourced or words(row, "band") not in _KNOWN_BANDS:
        return {}
    return {"source": "Choose the source of how often this happens, here or once for the whole section."}


def onset_problems(row, follow_up_months, section, intro):
    """A long-term effect needs a source that followed people long enough, or words about repeated use.

    `follow_up_months` is that of the row's source, None where it has none; `intro` is the section's, without mark-up.
    """
    if words(row, "onset") != Onset.MONTHS_OR_LONG_TERM:
        return {}
    long_study = isinstance(follow_up_months, int) and follow_up_months >= LONG_FOLLOW_UP
    if long_study or says_repeated_use(_spoken(row, section, intro)):
        return {}
    return {
        "onset": f"Cite a source that followed people for {LONG_FOLLOW_UP} months or more, or say in the row or above "
        "the table that it was seen with repeated use."
    }


def applies_to_problems(section):
    """The people whom a table's numbers come from."""
    applies_to = section.get("applies_to")
    if isinstance(applies_to, dict) and any(words(applies_to, name) for name in APPLIES_TO):
        return {}
    return {"applies_to": "Say what the table is about: which medicine, how it was given, or in whom it was counted."}


def repeated_problems(rows):
    """Effects that stand in a row above already: messages by path."""
    names = [words(row, "term_plain") for row in rows]
    return {f"rows.{index}.term_plain": f"“{names[index]}” is listed already." for index in repeated(names)}


def _spoken(row, section, intro):
    """What a row and its section say in free text; `intro` without mark-up."""
    applies_to = section.get("applies_to")
    about = [words(applies_to, name) for name in APPLIES_TO] if isinstance(applies_to, dict) else []
    return "\n".join([*(words(row, name) for name in _ROW_TEXTS), *about, intro])


class _Table:
    """A section's rows with what they share."""

    def __init__(self, block, cited):
        self.section, self.rows, self.intro, self._cited = block.value, block.rows("rows"), block.text("intro"), cited
        self.long_term = called_long_term(self.intro)
        self.numbered = [row for row in self.rows if counted(row)]
        self.source = cited.get(block.value.get("source"))
        named = [self.source, *(self.own_source(row) for row in self.numbered)]
        self.counted_by = next(filter(None, named), None)

    def own_source(self, row):
        return self._cited.get(row.get("source"))


def _in_section(table):
    """`(rule, path, message, quote)` of a section apart from what its rows have to say for themselves."""
    if not table.rows:
        yield EMPTY, "rows", "List the side effects, one a row, or remove the section.", ""
        return
    for field, message in applies_to_problems(table.section).items():
        yield APPLIES, field, message, ""
    for path, message in repeated_problems(table.rows).items():
        yield TWICE, path, message, words(table.rows[int(path.split(".")[1])], "term_plain")
    if table.numbered and "%" in table.intro:
        yield PERCENT, "intro", _IN_PEOPLE, next(line for line in table.intro.splitlines() if "%" in line).strip()
    if alone := [words(row, "term_plain") for row in table.numbered if not counted(row, "comparator_")]:
        names = ", ".join(alone)
        message = f"If the source has them, add how many people had these without the medicine: {names}."
        yield COMPARATOR, "rows", message, names


def _in_row(row, table, cards):
    """`(rule, field, message)` of one row; `cards` are the article's care cards."""
    own_source = table.own_source(row)
    source = own_source or table.source
    for rule, check in ROW_CHECKS:
        for field, message in check(row).items():
            yield rule, field, message
    for field, message in source_problems(row, bool(source)).items():
        yield SOURCE, field, message
    follow_up = source.get("follow_up_months") if source else None
    for field, message in onset_problems(row, follow_up, table.section, table.intro).items():
        yield ONSET, field, message
    yield from _without_card(row, cards)
    elsewhere = own_source and counted(row) and own_source is not table.counted_by
    if elsewhere and not words(row, "counted_in"):
        yield COUNTED_IN, "counted_in", "Its numbers have a source of their own: say whom they were counted in."
    reason = words(row, "not_known_reason")
    if not source and words(row, "band") == Band.NOT_KNOWN and reason not in ("", NotKnownReason.NOT_STUDIED):
        yield UNTRACED, "source", "Choose the source that was read for how often this happens."
    yield from _wording(row, table.long_term)


def _without_card(row, cards):
    level, name = _CARD_FOR.get(words(row, "what_to_do")), words(row, "care_card")
    kind = f" of the kind “{level.label}”" if level else ""
    if level and not cards_for(row | {"care_card": ""}, cards):
        yield CARD, "what_to_do", f"Add a care card{kind} that says whom to call and when."
    elif name and not cards_for(row, cards):
        yield NAMED_CARD, "care_card", f"No care card{kind} is called “{name}”. Write its heading, or leave this blank."


def _wording(row, long_term):
    term = words(row, "term_plain")
    if jargon := jargon_in(term):
        medical, plain = jargon
        yield JARGON, "term_plain", f"Say it in plain words first: “{plain} ({medical})”."
    for name in _ROW_TEXTS:
        if "%" in words(row, name):
            yield PERCENT, name, _IN_PEOPLE
    onset = words(row, "onset")
    unsaid = onset in ("", Onset.NOT_KNOWN) and long_term
    if comes_on_the_day(term) and (onset == Onset.MONTHS_OR_LONG_TERM or unsaid):
        said = f"The text above calls it long-term (“{unsaid}”)" if unsaid else "It is said to come with long use"
        yield LONG_TERM, "onset", f"{said}, but it usually comes on the day of treatment. Say when it starts."
