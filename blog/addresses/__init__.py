"""The address of an article: changed on a screen of its own, and readers who know an old one arrive."""

from blog.addresses.changes import change_address, connect

__all__ = ["change_address", "connect"]
