"""Which rows of shared knowledge a content holds, each with what it says itself."""

# The parts of a content that hold rows, by the model of the row.
KINDS = {"cited": "reference", "glossary": "glossaryterm", "conditions": "condition"}


def shared_rows(content):
    """`{(model, id): row}` of the shared rows in a content, sealed or not; of a row inside another, only its id is."""
    found = {}
    for name, model in KINDS.items():
        for row in _dicts(content.get(name)):
            _take(found, model, row)
    for row in _dicts(content.get("references")):
        _take(found, "reference", row.get("reference"))
    _take(found, "medicine", content.get("medicine"))
    return found


def changed(rows, known):
    """Those keys of `rows` that `known`, rows of an earlier content, does not have in the same words."""
    return [key for key, row in rows.items() if key not in known or not _says_the_same(row, known[key])]


def _take(found, model, row):
    if not isinstance(row, dict) or "id" not in row:
        return
    own = dict(row)
    if model == "glossaryterm":
        own["source"] = _only_id(found, "reference", row.get("source"))
    if model == "medicine":
        own["uses"] = [
            use
            | {
                "condition": _only_id(found, "condition", use.get("condition")),
                "source": _only_id(found, "reference", use.get("source")),
            }
            for use in _dicts(row.get("uses"))
        ]
    found[model, row["id"]] = own


def _only_id(found, model, row):
    _take(found, model, row)
    return row.get("id") if isinstance(row, dict) else row


def _says_the_same(row, before):
    # A field that there was not yet when `before` was sealed says nothing while it is blank.
    return all(before.get(name) == value if name in before else not value for name, value in row.items())


def _dicts(value):
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
