"""The manuscript: articles as clinicians write them, what they refer to, and who worked on them.

Readers see none of it.
"""

from blog.models.history import Contribution, Waiver
from blog.models.imports import StagedImport
from blog.models.medicines import Condition, Medicine, MedicineUse, SafetyAlert
from blog.models.pages import ArticleAuthor, ArticleIndexPage, ArticlePage, ArticleReference, TopicPage
from blog.models.sources import GlossaryTerm, Reference

__all__ = [
    "ArticleAuthor",
    "ArticleIndexPage",
    "ArticlePage",
    "ArticleReference",
    "Condition",
    "Contribution",
    "GlossaryTerm",
    "Medicine",
    "MedicineUse",
    "Reference",
    "SafetyAlert",
    "StagedImport",
    "TopicPage",
    "Waiver",
]
