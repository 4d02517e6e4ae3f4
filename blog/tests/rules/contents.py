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


def said(where, article_type, sentences):
    """Parameters of a test, a line of `sentences` each, with the place and the type of article that they stand in."""
    return [(where, article_type, line.strip()) for line in sentences.strip().splitlines()]


def section_saying(where, text):
    """A section with `text` as a sentence of its `body`, or as a `heading`, `point`, `cell`, `answer` or `effect`."""
    if where == "heading":
        return section("overview", section_heading=text, body="<p>You rest.</p>")
    if where == "point":
        return section("overview", body=f"<p>What to know:</p><ul><li>{text}</li><li>You rest</li></ul>")
    if where == "cell":
        return section("table", caption="What happens", table={"columns": [], "rows": [{"values": [text]}]})
    if where == "answer":
        return section("faq", items=listed({"question": "What should you know?", "answer": f"<p>{text}</p>"}))
    if where == "effect":
        return section("side_effects", rows=listed({"term_plain": text, "source": 99}))
    return section("overview", body=f"<p>You rest. {text}</p>")
