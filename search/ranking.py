"""Which passages match a query and how they are ordered: BM25 over fields, any word may match.

Queries are built from analysed terms and never parsed, so no sign that a reader types has a meaning of its own.
"""

from tantivy import Occur, Query

TITLE, HEADING, TEXT = 2.0, 1.5, 1.0
# A list of references is full of the article's own subject, but is seldom what is looked for.
CITATIONS = 0.3

# Far above any sum of BM25 scores: the article that is called what was asked comes first.
SAME_TITLE = 1000.0


def matching(schema, wording):
    """Passages that hold any of the terms in their own heading or text."""
    return _any_of(schema, wording.terms, {"heading": HEADING, "text": TEXT, "citations": CITATIONS})


def ranked(schema, wording):
    """Passages that hold any of the terms, or belong to an article that does so in its title."""
    by_name = Query.term_query(schema, "title_key", wording.title_key)
    ways = [(Occur.Should, Query.const_score_query(by_name, SAME_TITLE))]
    if wording.terms:
        ways.append((Occur.Should, matching(schema, wording)))
        ways.append((Occur.Should, _any_of(schema, wording.terms, {"title": TITLE})))
    return Query.boolean_query(ways)


def _any_of(schema, terms, weights):
    return Query.boolean_query(
        [
            (Occur.Should, Query.boost_query(Query.term_query(schema, field, term, "freq"), weight))
            for term in terms
            for field, weight in weights.items()
        ]
    )
