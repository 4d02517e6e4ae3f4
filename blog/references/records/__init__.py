"""References from records that people paste: DOI, PubMed number, RIS, BibTeX, CSL-JSON.

Pure: no database, no network. No text makes it raise.
"""

from blog.references.records.reading import LONGEST_PASTE, MOST_RECORDS, TOO_LONG, Pasted, parse
from blog.references.records.record import ParsedReference

__all__ = ["LONGEST_PASTE", "MOST_RECORDS", "TOO_LONG", "ParsedReference", "Pasted", "parse"]
