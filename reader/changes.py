"""What changed between two editions, in sentences: only what can be computed from what readers were given."""

from django.utils.text import Truncator

# Beyond this a list of names helps nobody, and the editions themselves are there to be read.
MOST_NAMED = 8
LONGEST_NAME = 160


def changes(before, after):
    """The differences between two outlines as a list of sentences; empty where there is none."""
    return [
        *_about_the_article(before.said, after.said),
        *_about_sections(before.sections, after.sections),
        *_about_side_effects(before.side_effects, after.side_effects),
        *_about_sources(before.sources, after.sources),
    ]


def _about_the_article(before, after):
    changed = {name for name in after if before[name] != after[name]}
    if "is_reviewed" in changed:
        yield "Clinically reviewed for the first time." if after["is_reviewed"] else "Not clinically reviewed."
    if "title" in changed:
        yield f"New title. Before: {_quoted(before['title'])}."
    if "summary" in changed:
        yield "New summary."
    if "authors" in changed:
        yield f"Written by {', '.join(after['authors'])}." if after["authors"] else "No author is named any more."
    if "funding" in changed:
        yield "What is said about funding changed."
    if "competing_interests" in changed:
        yield "What is said about competing interests changed."


def _about_sections(before, after):
    same = _same_sections(before, after)
    moved = list(same.values())
    yield from _named("New section", "New sections", _headings(after, same))
    yield from _named("Section taken out", "Sections taken out", _headings(before, moved))
    changed = [after[now].heading for now, then in same.items() if after[now].words != before[then].words]
    yield from _named("Section changed", "Sections changed", changed)
    for now, then in same.items():
        if after[now].heading != before[then].heading:
            yield f"The section {_quoted(before[then].heading)} is called {_quoted(after[now].heading)} now."
    if moved != [section_id for section_id in before if section_id in moved]:
        yield "The sections stand in another order."


def _same_sections(before, after):
    """The ids in `after` of sections that were there before, in order, each with the id that it had.

    A section keeps its id from edition to edition. One that was written anew with the same words, under another
    heading, is the same section too.
    """
    by_words = {before[then].words: then for then in before if then not in after and before[then].words}
    same = {now: now if now in before else by_words.pop(after[now].words, None) for now in after}
    return {now: then for now, then in same.items() if then}


def _headings(sections, known):
    return [section.heading for section_id, section in sections.items() if section_id not in known]


def _about_side_effects(before, after):
    yield from _named("New side effect in the list", "New side effects in the list", _missing_in(before, after))
    gone = _missing_in(after, before)
    yield from _named("Side effect no longer in the list", "Side effects no longer in the list", gone)
    for name, rates in after.items():
        if name in before and rates != before[name]:
            yield f"The number for {_quoted(name)} changed. Before: {_rates(before[name])}. Now: {_rates(rates)}."


def _about_sources(before, after):
    yield from _named("New source", "New sources", [after[key] for key in _missing_in(before, after)])
    yield from _named("Source taken out", "Sources taken out", [before[key] for key in _missing_in(after, before)])


def _missing_in(some, others):
    return [name for name in others if name not in some]


def _named(one, many, names):
    """`New sections: “A”; “B”.`, nothing for no names."""
    if names:
        named = "; ".join(_quoted(name) for name in names[:MOST_NAMED])
        further = f"; and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        yield f"{one if len(names) == 1 else many}: {named}{further}."


def _rates(rates):
    return "; ".join(rate or "none" for rate in rates)


def _quoted(name):
    return f"“{Truncator(name.rstrip(' .')).chars(LONGEST_NAME)}”"
