"""From a document that somebody brings to an article's draft: the words stay theirs, in their order."""

from blog.importers.documents import Imported, ImportRefused, read_document
from blog.importers.drafts import create_draft

__all__ = ["ImportRefused", "Imported", "create_draft", "read_document"]
