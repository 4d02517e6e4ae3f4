"""Findings of the clinical rules as the editor and the review screen show them: in words, each with its place."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.utils.text import capfirst

from blog.clinical_checks.verdict import Answer, Verdict, judge
from blog.clinical_rules import Flag
from blog.clinical_rules.document import Document
from blog.content import content
from blog.models import ArticlePage, Waiver
from blog.text import word_count

# What is no field of the page itself, as the editor calls it.
PANELS = {"": "the sections", "body": "the sections", "authors": "Authors", "references": "Further sources"}
PANELS |= {"glossary": "Words explained"}

MOST_ON_A_BADGE = 99


@dataclass(frozen=True)
class Kind:
    """A group of findings: what it is called, what one of it is called, and the icon beside these words."""

    name: str
    heading: str
    one: str
    icon: str


BLOCKING = Kind("block", "Must be put right", "Must be put right", "circle-xmark")
WARNING = Kind("warn", "Warnings", "Warning", "warning")
ANSWERED = Kind("answered", "Answered", "Answered", "circle-check")
NOTE = Kind("note", "Good to know", "Note", "info-circle")


@dataclass(frozen=True)
class Finding:
    """One finding; `section` is the heading that readers see, or the field of the article where it is in none."""

    kind: Kind
    flag: Flag
    section: str
    answer: Answer | None = None

    @property
    def key(self):
        """The same for as long as the words that it is about stay the same."""
        return f"{self.flag.rule.id}-{self.flag.quote_digest[:16]}"

    @property
    def may_be_answered(self):
        return self.flag.rule.waivable and self.kind in (BLOCKING, WARNING)


def findings_in(article):
    """What the rules find in the draft `article`, with the answers that it has."""
    whole = content(article)
    return Findings(whole, judge(whole, Waiver.objects.answers(article.pk)))


class Findings:
    """What the rules found in `content`, weighed as `verdict` says."""

    def __init__(self, content, verdict: Verdict):
        self.content = content
        self.verdict = verdict

    @cached_property
    def groups(self):
        """`(kind, findings)` for each kind that there is, the gravest first."""
        answered = [self._shown(ANSWERED, each.flag, each.answer) for each in self.verdict.answered]
        found = [
            *((kind, [self._shown(kind, flag) for flag in flags]) for kind, flags in self._open()),
            (ANSWERED, answered),
            (NOTE, [self._shown(NOTE, flag) for flag in self.verdict.notes]),
        ]
        return [(kind, findings) for kind, findings in found if findings]

    @property
    def open_count(self):
        return len(self.verdict.open)

    @property
    def badge(self):
        """How much there is to do, as short as a badge wants it."""
        return str(self.open_count) if self.open_count <= MOST_ON_A_BADGE else f"{MOST_ON_A_BADGE}+"

    @cached_property
    def words(self):
        """How many words the rules read."""
        return sum(word_count(passage.text) for passage in Document(self.content).passages)

    @property
    def summary(self):
        """What there is to do, in a sentence."""
        blocking, warnings = len(self.verdict.blocking), len(self.verdict.warnings)
        if not blocking and not warnings:
            found = "Nothing left to put right" if self.groups else "Nothing found"
            return f"{found} in {self.words:,} {'word' if self.words == 1 else 'words'}."
        parts = [f"{blocking} must be put right"] if blocking else []
        parts += [f"{warnings} {'warning' if warnings == 1 else 'warnings'}"] if warnings else []
        return f"{' and '.join(parts)}."

    def _open(self):
        return ((BLOCKING, self.verdict.blocking), (WARNING, self.verdict.warnings))

    def _shown(self, kind, flag, answer=None):
        return Finding(kind, flag, self._headings.get(flag.block_id) or label_of(flag.field), answer)

    @cached_property
    def _headings(self):
        return {block.get("id"): heading_of(block) for block in self.content.get("body") or []}


def heading_of(stored):
    """The heading that readers see over a section, as it is stored; the name of its kind where it has none."""
    block = ArticlePage.body.field.stream_block.child_blocks.get(stored["type"])
    if block is None:
        return stored["type"].replace("_", " ")
    return block.heading_of(stored.get("value") or {}) or block.label


def label_of(path):
    """What the editor calls the field of an article that a finding is about."""
    name = path.partition(".")[0]
    if name in PANELS:
        return PANELS[name]
    known = {field.name: field for field in ArticlePage._meta.get_fields() if hasattr(field, "verbose_name")}
    return capfirst(known[name].verbose_name) if name in known else PANELS[""]


def by_rule(verdict):
    """How often each rule speaks up, as lines of text, the gravest first."""
    kinds = ((BLOCKING, verdict.blocking), (WARNING, verdict.warnings), (NOTE, verdict.notes))
    lines = ["What the clinical rules find in it:"]
    for kind, flags in kinds:
        for rule, count in sorted(Counter(flag.rule for flag in flags).items(), key=lambda found: found[0].id):
            lines.append(f"  {rule.id}, {kind.one.lower()}: {count}. {rule.title}")
    return "\n".join(lines if len(lines) > 1 else ["The clinical rules find nothing in it."])
