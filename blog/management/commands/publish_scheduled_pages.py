"""Wagtail's older name for the same command."""

from blog.management.commands.publish_scheduled import Command

__all__ = ["Command"]
