class ImportRefused(Exception):
    """A document cannot be taken in; its text is a sentence that says why."""
