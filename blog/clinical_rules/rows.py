"""What a row of a typed section holds, whatever a draft or an import put there: reading it never raises."""

# Counts of people beyond this are slips of the keyboard; Python would also refuse to print the longest of them.
MOST_PEOPLE = 10**12


def words(row, name):
    """The text of a field without the spaces round it; blank for anything else than text."""
    value = row.get(name)
    return value.strip() if isinstance(value, str) else ""


def people(row, name):
    """A count of people as an int; None where there is none that could be one."""
    value = row.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= MOST_PEOPLE else None


def blank_problems(row, messages):
    """Those of `messages` (by field) whose field holds no words."""
    return {name: message for name, message in messages.items() if not words(row, name)}


def unchosen_problems(row, choices):
    """A message by field for each of `choices`, `{field: (possible values, message)}`, of which none is chosen."""
    return {name: message for name, (values, message) in choices.items() if words(row, name) not in values}


def repeated(names):
    """Indexes of the names that stood before, whatever their case; blanks are no names."""
    seen, found = set(), []
    for index, name in enumerate(names):
        name = " ".join(name.split()).casefold()
        if name and name in seen:
            found.append(index)
        seen.add(name)
    return found
