"""Passages: what search finds of an edition, a pure function of its frozen HTML and its summary."""

from dataclasses import dataclass
from html.parser import HTMLParser

from search.analysis import tidy

# About 200 words: longer than most sections, short enough that a match says what the passage is about.
LONGEST = 1200

PARAGRAPHS = frozenset(
    """
    address article aside blockquote br caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header
    hr legend li main nav ol p pre section summary table tbody tfoot thead tr ul
    """.split()  # noqa: SIM905
)
CELLS = frozenset(["td", "th"])
# The head of a table says “What” and “How many people” in each of them, and is in no snippet of use to anybody.
NEVER_TEXT = frozenset(["script", "style", "svg", "template", "thead"])
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905


@dataclass(frozen=True)
class Passage:
    """A section of an edition or a part of a long one; `section_id` is "" for the article itself."""

    section_id: str
    heading: str
    kind: str
    text: str


def passages(edition):
    """The passages of `edition`: its summary first, then its sections in order, long ones cut between paragraphs.

    Paragraphs of a passage are joined by a line break. Takes any HTML and never raises.
    """
    reader = _Reader()
    reader.feed(edition.html)
    reader.close()
    article, *sections = reader.sections
    found = [
        Passage(
            "", "", "article", "\n".join(filter(None, [tidy(edition.facts.get("summary", "")), *article.paragraphs]))
        )
    ]
    for section in sections:
        heading = tidy(section.heading)
        found += [Passage(section.id, heading, section.kind, part) for part in _parts(section.paragraphs)]
    return found


def _parts(paragraphs):
    """Texts of whole paragraphs, each at most `LONGEST` unless one paragraph alone is longer; [""] for none."""
    parts, length = [[]], 0
    for paragraph in paragraphs:
        if parts[-1] and length + len(paragraph) > LONGEST:
            parts.append([])
            length = 0
        parts[-1].append(paragraph)
        length += len(paragraph)
    return ["\n".join(part) for part in parts]


class _Section:
    def __init__(self, section_id="", kind="article"):
        self.id = section_id
        self.kind = kind
        self.heading = ""
        self.paragraphs = []
        self.text = ""
        self.depth = 0

    def end_paragraph(self):
        paragraph = tidy(self.text)
        if paragraph.strip(" ·"):
            self.paragraphs.append(paragraph)
        self.text = ""


class _Reader(HTMLParser):
    """Collects sections and their paragraphs. `sections[0]` takes whatever stands outside every section."""

    def __init__(self):
        super().__init__()
        self.sections = [_Section()]
        self._open = [self.sections[0]]
        self._in_heading = False
        self._hidden = ""
        self._hidden_depth = 0

    def handle_starttag(self, tag, attrs):
        if self._hidden:
            self._hidden_depth += tag == self._hidden
            return
        attrs = dict(attrs)
        if tag not in VOID and _not_read(tag, attrs):
            self._hidden, self._hidden_depth = tag, 1
            return
        section = self._open[-1]
        if tag in PARAGRAPHS:
            section.end_paragraph()
        elif tag in CELLS and section.text.strip():
            section.text += " · "
        if tag == "section":
            if attrs.get("data-kind"):
                section = _Section(attrs.get("id") or "", attrs["data-kind"])
                self.sections.append(section)
                self._open.append(section)
            section.depth += 1
        if tag in PARAGRAPHS:
            self._in_heading = tag == "h2" and len(self._open) > 1 and not section.heading

    def handle_endtag(self, tag):
        if self._hidden:
            self._hidden_depth -= tag == self._hidden
            if not self._hidden_depth:
                self._hidden = ""
            return
        section = self._open[-1]
        if tag in PARAGRAPHS:
            section.end_paragraph()
            self._in_heading = False
        if tag == "section" and section.depth:
            section.depth -= 1
            if not section.depth and len(self._open) > 1:
                self._open.pop()

    def handle_data(self, data):
        if self._hidden:
            return
        if self._in_heading:
            self._open[-1].heading += data
        else:
            self._open[-1].text += data

    def parse_marked_section(self, i, report=1):
        # Python's parser raises on "<![" and what it does not know; a browser reads it as a comment.
        return self.parse_bogus_comment(i)

    def close(self):
        super().close()
        for section in self._open:
            section.end_paragraph()


def _not_read(tag, attrs):
    """Whether an element is not part of what readers read: scripts, pictures, text for the ear, ways elsewhere."""
    classes = (attrs.get("class") or "").split()
    return (
        tag in NEVER_TEXT
        or attrs.get("aria-hidden") == "true"
        or "hidden" in attrs
        or "data-nosnippet" in attrs
        or "visually-hidden" in classes
        or "reference__back" in classes
        or (tag == "a" and (attrs.get("href") or "").startswith("#reference-"))
    )
