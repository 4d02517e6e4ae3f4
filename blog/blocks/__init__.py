"""The sections that an article is made of, a theme a file."""

from wagtail import blocks

from blog.blocks.mechanism import MechanismBlock
from blog.blocks.side_effects import SideEffectsBlock
from blog.blocks.stages import StagesBlock
from blog.blocks.text import ConclusionBlock, KeyPointsBlock, OverviewBlock
from blog.blocks.warnings import WarningBlock, WhoShouldNotBlock


class ArticleBody(blocks.StreamBlock):
    """The names are sealed as `data-kind` and used in passages for search: they never change their meaning."""

    key_points = KeyPointsBlock()
    overview = OverviewBlock()
    mechanism = MechanismBlock()
    stages = StagesBlock()
    side_effects = SideEffectsBlock()
    warning = WarningBlock()
    who_should_not = WhoShouldNotBlock()
    conclusion = ConclusionBlock()
