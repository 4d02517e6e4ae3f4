"""A few words round what matched, as safe HTML with the words marked."""

import re

from django.utils.html import escape, format_html, format_html_join

from search.analysis import marked_words

LENGTH = 240
LEAD = 60
AFTER_A_STOP = re.compile(r"(?<=[.!?:;…])\n")


def snippet(text, terms):
    """The stretch of `text` with the most of `terms`, escaped, each match in `<mark>`; the beginning if it has none."""
    matches = marked_words(text, terms)
    start, end = _stretch(text, matches)
    pieces, here = [], start
    for match_start, match_end, _ in matches:
        if here <= match_start and match_end <= end:
            pieces += [_plain(text[here:match_start]), format_html("<mark>{}</mark>", text[match_start:match_end])]
            here = match_end
    pieces.append(_plain(text[here:end]))
    before = "… " if start else ""
    after = " …" if end < len(text) else ""
    return format_html("{}{}{}", before, format_html_join("", "{}", ((piece,) for piece in pieces)), after)


def _plain(text):
    """Escaped, with a dot where one paragraph ends without a full stop and the next begins."""
    return escape(AFTER_A_STOP.sub(" ", text).replace("\n", " · "))


def _stretch(text, matches):
    """Start and end, at borders of words, of the stretch with the most different terms and then the most matches."""
    best, best_worth = 0, (0, 0)
    for first, (start, _, _) in enumerate(matches):
        within = [term for _, end, term in matches[first:] if end <= start + LENGTH - LEAD]
        worth = (len(set(within)), len(within))
        if worth > best_worth:
            best, best_worth = start, worth
    start = _beginning(text, best)
    end = len(text)
    if end - start > LENGTH:
        border = max(text.rfind(" ", best, start + LENGTH), text.rfind("\n", best, start + LENGTH))
        end = border if border > best else start + LENGTH
    return start, end


def _beginning(text, match):
    """Where to start so that `match` is read in its sentence, if that begins near; else at a word a little before."""
    earliest = max(0, match - LEAD)
    if earliest == 0:
        return 0
    for end_of_sentence in ("\n", ". ", "! ", "? "):
        border = text.rfind(end_of_sentence, earliest, match)
        if border >= 0:
            return border + len(end_of_sentence)
    border = text.find(" ", earliest, match)
    return border + 1 if border >= 0 else match
