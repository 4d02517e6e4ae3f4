"""What a document is made of, whatever file it came in or leaves as, and the form in which the site writes an article.

The form comes back word for word: a field of any section is written by what kind of field it is, so that a section
which is added later is written and read by the same rules. `blog/exporters/` writes it, `blog/importers/` reads it and
other people's documents.
"""
