"""What the clinical rules found in a text and what people answered to it, weighed together.

The editor's panel, handing in, approval and the audit all ask here, so that none of them is milder than another.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from blog.clinical_rules import Flag, Level, check
from editions.canonical import canonical_moment, parse_moment


@dataclass(frozen=True)
class Answer:
    """Why a finding stays as it is, in the words of the person whose name is `by`; it holds for the quote alone."""

    rule: str
    quote: str
    quote_digest: str
    reason: str
    by: str
    at: datetime

    @property
    def key(self):
        return self.rule, self.quote_digest

    def frozen(self):
        """The answer as plain JSON, to be sealed with the text that it is about."""
        return {
            "rule": self.rule,
            "quote": self.quote,
            "quote_digest": self.quote_digest,
            "reason": self.reason,
            "by": self.by,
            "at": canonical_moment(self.at),
        }


def frozen_answers(metadata):
    """The answers that were sealed with a text, as `verdict` takes them; none in texts from before there were any."""
    answers = [Answer(**row | {"at": parse_moment(row["at"])}) for row in metadata.get("answers", [])]
    return {answer.key: answer for answer in answers}


@dataclass(frozen=True)
class Answered:
    """A finding that somebody looked at and keeps."""

    flag: Flag
    answer: Answer


@dataclass(frozen=True)
class Verdict:
    """Findings by what follows from them: `blocking` keep the text from being handed in and approved, `warnings` want
    a look or an answer, `answered` have one, `notes` are for information.
    """

    blocking: tuple[Flag, ...] = ()
    warnings: tuple[Flag, ...] = ()
    answered: tuple[Answered, ...] = ()
    notes: tuple[Flag, ...] = ()

    @property
    def may_be_handed_in(self):
        return not self.blocking

    @property
    def open(self):
        """What somebody still has to do something about."""
        return (*self.blocking, *self.warnings)


def verdict(flags: Iterable[Flag], answers: Mapping[tuple[str, str], Answer]) -> Verdict:
    """Weigh `flags` against `answers` by `(rule id, quote digest)`, in the order of the flags.

    An answer to an unwaivable rule counts for nothing, whoever gave it.
    """
    blocking, warnings, answered, notes = [], [], [], []
    for flag in flags:
        answer = answers.get((flag.rule.id, flag.quote_digest)) if flag.rule.waivable else None
        if flag.level is Level.NOTE:
            notes.append(flag)
        elif answer:
            answered.append(Answered(flag, answer))
        else:
            (blocking if flag.level is Level.BLOCK else warnings).append(flag)
    return Verdict(tuple(blocking), tuple(warnings), tuple(answered), tuple(notes))


def judge(content, answers):
    """The verdict on an article's content (`blog.content.content`), weighed against `answers`."""
    return verdict(check(content), answers)
