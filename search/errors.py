"""Why search cannot answer."""


class SearchUnavailable(Exception):
    """There is no index that could answer for all that readers may read."""


class IndexBroken(SearchUnavailable):
    """The files of the index are missing or are not what tantivy wrote."""


class IndexNotWritable(SearchUnavailable):
    """The index cannot be brought up to date: a full or read-only disk, or another process holds it too long."""
