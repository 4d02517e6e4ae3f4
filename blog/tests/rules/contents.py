"""Contents for the tests of rules: plain dicts, as `blog.content.content` makes them."""

from blog.clinical_rules.document import Document


def section(kind, block_id="b1", **value):
    return {"type": kind, "id": block_id, "value": value}


def listed(*values):
    """A list as it is stored, an item each."""
    return [{"type": "item", "id": f"item-{number}", "value": value} for number, value in enumerate(values)]


def content(*body, **fields):
    return {"title": "", "summary": "", "article_type": "treatment", "body": list(body)} | fields


def flags(theme, *body, **fields):
    """What the rules of `theme` find in an article of the sections `body`."""
    return list(theme.find(Document(content(*body, **fields))))


def found(theme, *body, **fields):
    """The same as `(rule, block, field, quote)`."""
    return [(flag.rule.id, flag.block_id, flag.field, flag.quote) for flag in flags(theme, *body, **fields)]


def ids(theme, *body, **fields):
    return [flag.rule.id for flag in flags(theme, *body, **fields)]
