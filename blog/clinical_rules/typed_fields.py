"""What is wrong in the typed fields of a section, as flags."""

from blog.clinical_rules.flags import Flag


def listed(row, name):
    """A list field; empty for anything else."""
    value = row.get(name)
    return value if isinstance(value, list) else []


def rows_listed(row, name):
    """A list of rows, with an empty one for what is none, so that their numbers stay right."""
    return [item if isinstance(item, dict) else {} for item in listed(row, name)]


def flags_at(block, row, problems, rules):
    """A flag for each of `problems` (message by path, as `points.2.text`), of the rule that `rules` has for the field
    that the path begins with.
    """
    for path, message in problems.items():
        yield Flag(rules[path.split(".")[0]], message, quote=_text_at(row, path), block_id=block.id, field=path)


def _text_at(row, path):
    value = row
    for step in path.split("."):
        value = value[int(step)] if step.isdigit() else value.get(step)
    return value.strip() if isinstance(value, str) else ""
