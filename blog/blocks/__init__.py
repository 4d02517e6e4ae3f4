"""The sections that an article is made of, a theme a file."""

from wagtail import blocks

from blog.blocks.images import PictureBlock
from blog.blocks.mechanism import MechanismBlock
from blog.blocks.side_effects import SideEffectsBlock
from blog.blocks.stages import StagesBlock
from blog.blocks.text import ConclusionBlock, KeyPointsBlock, OverviewBlock
from blog.blocks.warnings import WarningBlock
from blog.blocks.who_should_not import WhoShouldNotBlock
from blog.text import well_formed


class ArticleBody(blocks.StreamBlock):
    """The names are sealed as `data-kind` and used in passages for search: they never change their meaning."""

    key_points = KeyPointsBlock()
    overview = OverviewBlock()
    mechanism = MechanismBlock()
    stages = StagesBlock()
    side_effects = SideEffectsBlock()
    who_should_not = WhoShouldNotBlock()
    warning = WarningBlock()
    image = PictureBlock()
    conclusion = ConclusionBlock()

    def clean(self, value):
        cleaned = super().clean(value)
        # A script that cuts an emoji in two sends half of it; the database would refuse the whole draft.
        stored = self.get_prep_value(cleaned)
        return cleaned if well_formed(stored) == stored else self.to_python(well_formed(stored))
