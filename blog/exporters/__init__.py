"""An article as a document that people can read, edit and bring back: Word or Markdown."""

from blog.exporters.files import EXPORTS, exported, file_name, stored_pictures

__all__ = ["EXPORTS", "exported", "file_name", "stored_pictures"]
