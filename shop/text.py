"""Texts that list one thing a line."""


def lines_of(text):
    """What `text` lists one a line, without blank lines and the spaces round each."""
    return [line.strip() for line in text.splitlines() if line.strip()]
