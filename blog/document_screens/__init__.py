"""Wagtail's screens for documents: one is imported as a draft, an article is exported as a file."""
