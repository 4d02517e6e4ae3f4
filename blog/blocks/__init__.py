"""The sections that an article is made of, a theme a file."""

from threading import RLock

from wagtail import blocks

from blog.blocks.alternatives import AlternativesBlock
from blog.blocks.care_cards import CareCardBlock
from blog.blocks.crisis_help import CrisisHelpBlock
from blog.blocks.do_dont import DoDontBlock
from blog.blocks.evidence import EvidenceBlock
from blog.blocks.glossary import GlossaryBlock
from blog.blocks.images import PictureBlock
from blog.blocks.interactions import InteractionsBlock
from blog.blocks.mechanism import MechanismBlock
from blog.blocks.questions import FAQBlock, QuestionsBlock
from blog.blocks.side_effects import SideEffectsBlock
from blog.blocks.stages import StagesBlock
from blog.blocks.tables import TableBlock
from blog.blocks.text import ConclusionBlock, KeyPointsBlock, OverviewBlock
from blog.blocks.warnings import WarningBlock
from blog.blocks.who_should_not import WhoShouldNotBlock
from blog.text import well_formed

_CLEANING = RLock()


class ArticleBody(blocks.StreamBlock):
    """The names are sealed as `data-kind` and used in passages for search: they never change their meaning."""

    key_points = KeyPointsBlock()
    overview = OverviewBlock()
    evidence = EvidenceBlock()
    mechanism = MechanismBlock()
    stages = StagesBlock()
    side_effects = SideEffectsBlock()
    who_should_not = WhoShouldNotBlock()
    interactions = InteractionsBlock()
    warning = WarningBlock()
    care_card = CareCardBlock()
    do_dont = DoDontBlock()
    alternatives = AlternativesBlock()
    questions = QuestionsBlock()
    faq = FAQBlock()
    glossary = GlossaryBlock()
    crisis_help = CrisisHelpBlock()
    image = PictureBlock()
    table = TableBlock()
    conclusion = ConclusionBlock()

    def clean_deferred(self, value):
        """Check a draft, for which Wagtail changes this block and all in it, while every thread uses the same one.

        Without the lock, an article that is handed in while another is saved would need none of its required fields.
        """
        with _CLEANING:
            return super().clean_deferred(value)

    def clean(self, value):
        with _CLEANING:
            cleaned = super().clean(value)
        # A script that cuts an emoji in two sends half of it; the database would refuse the whole draft.
        stored = self.get_prep_value(cleaned)
        return cleaned if well_formed(stored) == stored else self.to_python(well_formed(stored))
