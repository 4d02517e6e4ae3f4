"""Sentences that promise a benefit for people with suicidal thoughts, and what clears them.

What can be said of such thoughts has three shapes: words of benefit near them (“suicidal thoughts were reduced”), words
that take them as their object (“ends thoughts of suicide”, “an end to”), and words that they are the subject of
(“suicidal thoughts fade”). Each is a promise where a treatment does it and nothing denies it.

Source: the labels of esketamine say that a benefit has not been shown; reportingonsuicide.org. A plain search for the
words side by side would also hit the sentence that says so, which is the one that readers need.
"""

import re
from functools import cached_property
from typing import NamedTuple

from blog.clinical_rules import suicide_words as words
from blog.clinical_rules.passages import Passage, Sentence
from blog.clinical_rules.suicide_denial import AROUND, ASIDE, ASKS, Claim, is_denied
from blog.enums import ReferenceKind, StudyDesign

# Benefit and target further apart than these words, which take no more than so many characters, do not belong together.
_NEAR, _NEAR_CHARACTERS = 15, 300
_GOOD_KINDS = {ReferenceKind.LABEL.value, ReferenceKind.GUIDELINE.value, ReferenceKind.SYSTEMATIC_REVIEW.value}
_GOOD_DESIGNS = {StudyDesign.RCT.value, StudyDesign.SYSTEMATIC_REVIEW.value}


class Statement(NamedTuple):
    """A sentence that sets suicidal thoughts beside a treatment: `promises` a benefit, or names them among its uses."""

    passage: Passage
    sentence: Sentence
    promises: bool


def statements(document, passages):
    """The Statements in `passages` that neither a good source nor their own words clear, in order."""
    treatment = words.TREATMENT.format(names="".join(f"|{re.escape(name)}" for name in document.medicine_names))
    patterns = re.compile(rf"\b{treatment}\b"), re.compile(words.GOVERNS.format(treatment=treatment))
    for passage in passages:
        texts = ["", *(passage.folded[sentence.start : sentence.end] for sentence in passage.sentences), ""]
        for sentence, earlier, text, following in zip(
            passage.sentences, texts[:-2], texts[1:-1], texts[2:], strict=True
        ):
            said = _Said(document, passage, text, earlier, *patterns)
            if said.speaks_of_them and not _is_sourced(document, passage, sentence):
                if _only_asked(document, passage, sentence, text):
                    continue
                if _stands(said.benefits(), text, following):
                    yield Statement(passage, sentence, promises=True)
                elif _stands(said.uses(), text, following):
                    yield Statement(passage, sentence, promises=False)


def _stands(claims, text, following):
    """Whether one of the Claims is not denied; some are made twice."""
    denied = set()
    for claim in claims:
        if claim not in denied and not is_denied(claim, text, following):
            return True
        denied.add(claim)
    return False


def _is_sourced(document, passage, sentence):
    """Whether the sentence or its row cites a source that can carry a promise."""
    sources = (document.cited.get(cited) for cited in sentence.cites | passage.row_cites)
    return any(
        source is not None
        and not source.get("retracted")
        and (source.get("kind") in _GOOD_KINDS or source.get("design") in _GOOD_DESIGNS)
        for source in sources
    )


def _only_asked(document, passage, sentence, text):
    """Whether the sentence is a question that what follows does not answer with yes."""
    if not ASKS.match(text):
        return False
    following = passage.folded[sentence.end :]
    if not following.strip():
        place = document.passages.index(passage) + 1
        following = document.passages[place].folded if place < len(document.passages) else ""
    return not words.YES.match(following)


class _Said:
    """What a folded sentence says of suicidal thoughts; `earlier` is the one before it in its paragraph."""

    def __init__(self, document, passage, text, earlier, treatment, governs):
        self.text, self._earlier, self._governs = text, earlier, governs
        self._treatment, self._is_treatment = treatment, document.is_treatment
        self._is_label = passage.is_heading or passage.list_item or passage.kind == "table"

    @cached_property
    def speaks_of_them(self):
        """Whether suicidal thoughts are named, or “them” may be those of the sentence before."""
        return bool(words.TARGET.search(self.text)) or (bool(words.THEM.search(self.text)) and self._goes_on)

    @cached_property
    def _goes_on(self):
        return bool(words.TARGET.search(self._earlier)) and not words.OPPOSITE.search(self._earlier)

    @cached_property
    def _names_treatment(self):
        return bool(self._treatment.search(self.text))

    @cached_property
    def _follows_advice(self):
        """Whether “it” may be what the sentence before advises, and no treatment."""
        advised = words.OTHER_HELP.search(self._earlier) or words.ADVICE.match(self._earlier)
        return bool(advised) and not self._treatment.search(self._earlier)

    def benefits(self):
        """The Claims that a treatment does good to suicidal thoughts."""
        for found in words.BENEFIT.finditer(self.text):
            if self._acts(found, self._is_treatment) and any(self._near(found)):
                yield Claim.of(found)
        for found in words.HELPS.finditer(self.text):
            if self._governed(found) and self._before_target(found):
                yield Claim.of(found)
        for found in words.OBJECT.finditer(self.text):
            presumed = self._is_treatment and (found["noun"] or (self._is_label and not found.start()))
            if self._acts(found, presumed) and self._has_object(found):
                yield Claim.of(found)
        yield from map(Claim.of, self._go())

    def uses(self):
        """The Claims that name suicidal thoughts among what is treated."""
        return (Claim.of(found) for found in words.NAMED.finditer(self.text) if self._before_target(found))

    def _acts(self, found, presumed):
        """Whether a treatment does it, or may be `presumed` to where nothing else does."""
        before = self._before(found)
        spoken_of = presumed or self._names_treatment
        return self._governed(found) or (
            spoken_of and not words.OTHER_HELP.search(before) and not words.DEED.search(before)
        )

    def _governed(self, found):
        """Whether a treatment, or a word that stands for it, is the subject."""
        before = self._before(found)
        subject = self._governs.search(before)
        if not subject or words.OTHER_HELP.search(subject[0]) or words.DEED.search(before):
            return False
        return self._is_treatment or self._names_treatment or not self._follows_advice

    def _near(self, found):
        """The targets that belong to the words of a benefit: at most fifteen words part them, and no new thought."""
        window = max(0, found.start() - _NEAR_CHARACTERS), found.end() + _NEAR_CHARACTERS
        for target in words.TARGET.finditer(self.text, *window):
            if not words.NO_TARGET.match(self.text, target.start()) and self._belong(found, target):
                yield target

    def _belong(self, found, target):
        first, second = sorted((found, target), key=re.Match.start)
        between = self.text[first.end() : second.start()]
        if len(between.split()) > _NEAR or words.PARTS.search(between) or words.SUPPOSED.search(self._before(found)):
            return False
        return first is found or not (
            self._is_hope or words.CONDITION.search(self._before(target)) or words.NEXT.search(ASIDE.sub("", between))
        )

    def _before_target(self, found):
        return any(found.end() <= target.start() for target in self._near(found))

    def _has_object(self, found):
        """Whether suicidal thoughts are what the verb takes, also as “them” where they were spoken of."""
        before = self._before(found)
        barred = found["target"] and words.NO_TARGET.match(self.text, found.start("target"))
        if barred or words.SUPPOSED.search(before):
            return False
        if found["them"] and not (
            self._governed(found)
            and (self._goes_on or words.TARGET.search(before))
            and not words.OPPOSITE.search(before)
        ):
            return False
        made = words.MADE.match(self.text, found.end("them" if found["them"] else "target"))
        return not found["makes"] or bool(made and (found["target"] or made["gone"]))

    @cached_property
    def _is_hope(self):
        """Whether it says that help ends them, or, in an article about no treatment, that treatment does."""
        with_treatment = not self._is_treatment and words.WITH_TREATMENT.search(self.text)
        return bool(with_treatment or words.WITH_HELP.search(self.text))

    @cached_property
    def _comes_soon(self):
        return bool(words.SOON.search(self.text))

    def _go(self):
        """What says that they go by a treatment that is named, or soon, or have gone; that they pass is hope."""
        presumed = self._is_treatment and not words.OTHER_HELP.search(self.text)
        if self._is_hope or not (presumed or self._names_treatment):
            return
        for found in words.GOES.finditer(self.text):
            before = self._before(found)
            if (
                (self._names_treatment or self._comes_soon or words.TOLD.search(found[0]))
                and not words.OTHER_HELP.search(before)
                and not words.THEN.search(before)
                and not words.BY_STOPPING.search(self.text, found.end(), found.end() + AROUND)
            ):
                yield found

    def _before(self, found):
        return self.text[max(0, found.start() - AROUND) : found.start()]
