"""From a document that somebody brings to an article's draft: the words stay theirs, in their order."""

from blog.importers.drafts import create_draft
from blog.importers.files import READABLE, read_document, read_file
from blog.importers.imported import Imported
from blog.importers.library import Library, SiteLibrary
from blog.importers.refusal import ImportRefused
from blog.importers.report import report_on

__all__ = [
    "READABLE",
    "ImportRefused",
    "Imported",
    "Library",
    "SiteLibrary",
    "create_draft",
    "read_document",
    "read_file",
    "report_on",
]
