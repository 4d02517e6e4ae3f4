"""Lists in a sentence."""


def english_list(terms):
    """`a and b`; `a, b, and c`."""
    if len(terms) < 3:
        return " and ".join(terms)
    return f"{', '.join(terms[:-1])}, and {terms[-1]}"


def split_list(text):
    """The terms of `a, b, and c.`; empty unless joining them gives the very text back."""
    if not text.endswith("."):
        return []
    terms = text[:-1].split(", ")
    terms = text[:-1].split(" and ") if len(terms) == 1 else [*terms[:-1], terms[-1].removeprefix("and ")]
    if len(terms) < 2 or not all(terms) or f"{english_list(terms)}." != text:
        return []
    return terms
