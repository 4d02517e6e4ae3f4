"""One verdict for one quote: what a more specific rule says of a place, a general one does not say again."""

from blog.clinical_rules import capitals, claims, doses, mechanism, promotion, suicide
from blog.clinical_rules.flags import Level
from blog.clinical_rules.required import REQUIRED

# By the general rule, those that ask for the same at the same words: what they ask for settles both.
_SAME = {
    claims.FIGURE: {suicide.BENEFIT},
    claims.STUDY: {suicide.BENEFIT},
    claims.BENEFIT: {suicide.BENEFIT},
    claims.HOW_IT_WORKS: {suicide.BENEFIT, suicide.NAMED_BESIDE, mechanism.TOLD_AS_FACT},
    capitals.ACRONYM: {doses.UNIT, doses.NAME},
}


def told_once(flags):
    """`flags` without those that repeat what a more specific rule says of the same words or the same field."""
    refused = {
        (flag.block_id, flag.field)
        for flag in flags
        if flag.level is Level.BLOCK and not flag.rule.waivable and flag.rule is not REQUIRED
    }
    said = {(flag.rule, flag.block_id, flag.field, flag.quote) for flag in flags}
    pictures = [flag for flag in flags if flag.rule is mechanism.BANNED]

    def repeats(flag):
        if flag.rule is REQUIRED:
            return (flag.block_id, flag.field) in refused
        if flag.rule is promotion.METAPHOR:
            return any(_tells_of(picture, flag) for picture in pictures)
        place = flag.block_id, flag.field, flag.quote
        return any((rule, *place) in said for rule in _SAME.get(flag.rule, ()))

    return [flag for flag in flags if not repeats(flag)]


def _tells_of(picture, metaphor):
    """Whether the flag of a misleading picture, whose quote is a sentence, is about the words of this metaphor."""
    place = metaphor.block_id, metaphor.field
    return (
        (picture.block_id, picture.field) == place
        and metaphor.quote in picture.quote
        and mechanism.is_banned(metaphor.quote)
    )
