"""Sources: each mark leads to one, each can be found by its reader, none was taken back, and they are not all old.

That there is one at all is asked in `balance.py`, and that a statement has one in `claims.py`.
"""

from datetime import date

from blog.clinical_rules.flags import Flag, Level, Rule
from blog.clinical_rules.prose import is_id, sources_named, unwrapped
from blog.clinical_rules.rows import words

# Whole years between the newest source and the last search for newer evidence, from which on the search is doubtful.
OLD_AFTER = 5
_DEEPEST = 20

_JAMA = "JAMA benchmarks: attribution; HONcode"
DANGLING = Rule("REF-01", Level.BLOCK, "Each mark in the text leads to a source", _JAMA, waivable=False)
RETRACTED = Rule("REF-02", Level.BLOCK, "No source was retracted", "JAMA benchmarks; HONcode", waivable=False)
FINDABLE = Rule("REF-03", Level.BLOCK, "Each source can be found by its reader", _JAMA, waivable=False)
UNCITED = Rule("REF-04", Level.WARN, "Each source is cited in the text", _JAMA)
OLD = Rule("REF-05", Level.WARN, "Not all sources are old", "DISCERN 5; JAMA benchmarks; HONcode")
PROMOTIONAL = Rule("REF-06", Level.WARN, "Nothing rests on advertising alone", "JAMA benchmarks; HONcode")
RULES = (DANGLING, RETRACTED, FINDABLE, UNCITED, OLD, PROMOTIONAL)


def find(document):
    places = {reference_id: [] for reference_id in document.references}
    for block, path, reference_id in _pointed_at(document):
        if reference_id in document.references:
            places[reference_id].append((block.id, path))
        else:
            yield Flag(DANGLING, _GONE, block_id=block.id, field=path)
    for passage in document.passages:
        for offset, reference_id in passage.marks:
            if reference_id in document.references:
                places[reference_id].append((passage.block_id, passage.field))
            else:
                yield passage.flag(DANGLING, _GONE, passage.sentence_at(max(0, offset - 1)).text)
    for reference_id, reference in document.references.items():
        block_id, field = next(iter(places[reference_id]), ("", "references"))
        yield from _of_one(reference, block_id, field)
    yield from _of_the_medicine(document)
    yield from _alone(document)
    if document.is_clinical:
        yield from _uncited(document)
        yield from _old(document)


_GONE = "This cites a source that is not there any more. Remove the mark, or replace it with another source."


def _of_one(reference, block_id, field):
    if reference.get("retracted") is True:
        message = f"{_name(reference)} was retracted. Remove it, and what rests on it alone."
        yield Flag(RETRACTED, message, quote=words(reference, "title"), block_id=block_id, field=field)
    if not any(words(reference, name) for name in ("doi", "pmid", "url")):
        message = (
            f"{_name(reference)} has no DOI, PubMed number or address. Add one to it, so that readers can find it."
        )
        yield Flag(FINDABLE, message, quote=words(reference, "title"), block_id=block_id, field=field)


def _of_the_medicine(document):
    """Retracted sources of where the article's medicine is licensed, which readers are told on their strength."""
    uses = document.medicine.get("uses")
    for use in uses if isinstance(uses, list) else []:
        source = use.get("source") if isinstance(use, dict) else None
        if isinstance(source, dict) and source.get("retracted") is True:
            message = (
                f"{_name(source)} was retracted, and a use of the medicine rests on it. Give the use another source."
            )
            yield Flag(RETRACTED, message, quote=words(source, "title"), field="medicine")


def _alone(document):
    """Passages that rest on promotional sources and no others."""
    for passage in document.passages:
        sources = [document.references.get(reference_id) or {} for reference_id in passage.cites]
        if sources and all(source.get("promotional") is True for source in sources):
            message = "The only source of this wants to sell something. Add one that does not, or take this out."
            yield passage.flag(PROMOTIONAL, message, passage.text)


def _uncited(document):
    for reference_id, reference in document.references.items():
        if reference_id not in document.cited:
            message = f"No sentence cites {_name(reference)}. Cite it where it belongs, or remove it from the list."
            yield Flag(UNCITED, message, quote=words(reference, "title"), field="references")


def _old(document):
    years = [year for row in document.references.values() if is_id(year := row.get("year"))]
    checked_on = document.content.get("evidence_checked_on")
    try:
        searched = date.fromisoformat(checked_on).year if isinstance(checked_on, str) else None
    except ValueError:
        searched = None
    if years and searched and searched - max(years) > OLD_AFTER:
        message = (
            f"The newest source is of {max(years)}, and newer evidence was last searched for in {searched}. Search "
            "again, or say in a reason that nothing newer was found."
        )
        yield Flag(OLD, message, quote=str(max(years)), field="references")


def _pointed_at(document):
    """`(block, path, id)` of every source that a field of a section names."""
    for block in document.blocks:
        yield from ((block, path, reference_id) for path, reference_id in _in_value(block.value, "", 0))


def _in_value(value, path, depth):
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        for reference_id in sorted(sources_named(value)):
            yield f"{path}{'source' if value.get('source') == reference_id else 'sources'}", reference_id
        for name, item in value.items():
            if isinstance(name, str):
                yield from _in_value(item, f"{path}{name}.", depth + 1)
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _in_value(unwrapped(item), f"{path}{position}.", depth + 1)


def _name(reference):
    return f"“{words(reference, 'title') or 'A source without a title'}”"
