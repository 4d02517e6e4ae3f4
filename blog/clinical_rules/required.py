"""What the fields of a section require whatever it is about: filled in, a choice made, not too long, not too many.

The sections enter what they ask themselves (`blog/blocks/requirements.py`), so a field that is added later is asked for
too, and what the editor refuses at a field is never let through by who does not use its form.
"""

from blog.clinical_rules.flags import Flag, Level, Rule

REQUIRED = Rule("REQ-01", Level.BLOCK, "What its field requires is filled in", "House rule", waivable=False)
RULES = (REQUIRED,)

# By kind of section, a function of its stored value: `{path: (message, words)}` of the fields that it would refuse.
ASKED_BY = {}


def find(document):
    for block in document.blocks:
        refused = ASKED_BY[block.kind](block.value) if block.kind in ASKED_BY else {}
        for path, (message, words) in refused.items():
            yield Flag(REQUIRED, message, quote=words, block_id=block.id, field=path)
