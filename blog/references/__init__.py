"""References: their identifiers, records that people paste, and the screens on which they are added and chosen.

What stands here is for everybody: pure, and without the models.
"""

from blog.references.identifiers import bare_doi, reference_errors, short_name, validate_doi, validate_pmid

__all__ = ["bare_doi", "reference_errors", "short_name", "validate_doi", "validate_pmid"]
