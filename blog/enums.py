"""The choices of an article and its sections, under the names that are stored and sealed."""

from django.db import models


class ArticleType(models.TextChoices):
    MEDICINE = "medicine", "Medicine"
    TREATMENT = "treatment", "Treatment"
    CONDITION = "condition", "Condition"
    WELLBEING = "wellbeing", "Wellbeing"
    NEWS = "news", "News"


class ReviewInterval(models.IntegerChoices):
    SIX = 6, "6 months"
    TWELVE = 12, "12 months"
    TWENTY_FOUR = 24, "24 months"
    THIRTY_SIX = 36, "36 months"


class ReferenceKind(models.TextChoices):
    ARTICLE = "article", "Journal article"
    LABEL = "label", "Medicine label"
    GUIDELINE = "guideline", "Guideline"
    REGULATOR = "regulator", "Regulator"
    SYSTEMATIC_REVIEW = "systematic_review", "Systematic review"
    TRIAL_REGISTRY = "trial_registry", "Trial registry"
    BOOK = "book", "Book"
    WEB_PAGE = "web_page", "Web page"


class ContributionSource(models.TextChoices):
    SAVED = "saved", "Saved the draft"
    COPIED = "copied", "Wrote the article this one was copied from"
    IMPORTED = "imported", "Imported a document"
    TRANSLATED = "translated", "Translated it"
    SNIPPET = "snippet", "Edited a text that it uses"
    RESTORED = "restored", "Worked on it before an earlier draft was brought back"


class TargetKind(models.TextChoices):
    RECEPTOR = "receptor", "Receptor"
    TRANSPORTER = "transporter", "Transporter"
    ENZYME = "enzyme", "Enzyme"
    ION_CHANNEL = "ion_channel", "Ion channel"
    NEUROTRANSMITTER = "neurotransmitter", "Neurotransmitter"
    CIRCUIT = "circuit", "Brain circuit"
    OTHER = "other", "Other"


class Action(models.TextChoices):
    AGONIST = "agonist", "Agonist: switches it on"
    PARTIAL_AGONIST = "partial_agonist", "Partial agonist: switches it partly on"
    ANTAGONIST = "antagonist", "Antagonist: blocks it"
    INVERSE_AGONIST = "inverse_agonist", "Inverse agonist: turns it down below its resting level"
    POSITIVE_ALLOSTERIC_MODULATOR = (
        "positive_allosteric_modulator",
        "Positive allosteric modulator: makes it respond more",
    )
    NEGATIVE_ALLOSTERIC_MODULATOR = (
        "negative_allosteric_modulator",
        "Negative allosteric modulator: makes it respond less",
    )
    REUPTAKE_INHIBITOR = "reuptake_inhibitor", "Reuptake inhibitor: slows its removal"
    RELEASING = "releasing", "Releasing: makes cells release it"
    INDIRECT_OR_UNKNOWN = "indirect_or_unknown", "Indirect or unknown"


class EvidenceBasis(models.TextChoices):
    HUMAN_TRIAL = "human_trial", "Trials in people"
    HUMAN_IMAGING_OR_BIOMARKER = "human_imaging_or_biomarker", "Imaging or biomarkers in people"
    ANIMAL = "animal", "Animal studies"
    IN_VITRO = "in_vitro", "Laboratory studies of cells"
    HYPOTHESIS = "hypothesis", "Hypothesis"


class Consensus(models.TextChoices):
    ESTABLISHED = "established", "Established"
    LEADING_THEORY = "leading_theory", "Leading theory"
    DISPUTED = "disputed", "Disputed"
    SPECULATIVE = "speculative", "Speculative"


class Certainty(models.TextChoices):
    """GRADE's four levels."""

    HIGH = "high", "High"
    MODERATE = "moderate", "Moderate"
    LOW = "low", "Low"
    VERY_LOW = "very_low", "Very low"


class Timeframe(models.TextChoices):
    DURING = "during", "During treatment"
    MINUTES = "minutes", "Minutes"
    HOURS = "hours", "Hours"
    DAYS = "days", "Days"
    WEEKS = "weeks", "Weeks"
    MONTHS = "months", "Months"
    NOT_ESTABLISHED = "not_established", "Not established"


class Band(models.TextChoices):
    """How often a side effect happens, by the convention of CIOMS III."""

    VERY_COMMON = "very_common", "Very common"
    COMMON = "common", "Common"
    UNCOMMON = "uncommon", "Uncommon"
    RARE = "rare", "Rare"
    VERY_RARE = "very_rare", "Very rare"
    NOT_KNOWN = "not_known", "Not known"


class NotKnownReason(models.TextChoices):
    SPONTANEOUS_REPORTS_ONLY = "spontaneous_reports_only", "Known from single reports only"
    NOT_STUDIED = "not_studied", "Not studied"
    SOURCE_DOES_NOT_SAY = "source_does_not_say", "The source does not say"


class Seriousness(models.TextChoices):
    SERIOUS = "serious", "Serious"
    NOT_SERIOUS = "not_serious", "Not serious"


class Onset(models.TextChoices):
    DURING = "during", "During treatment"
    WITHIN_HOURS = "within_hours", "Within hours"
    WITHIN_DAYS = "within_days", "Within days"
    WEEKS = "weeks", "After weeks"
    MONTHS_OR_LONG_TERM = "months_or_long_term", "After months or with long use"
    NOT_KNOWN = "not_known", "Not known"


class WhatToDo(models.TextChoices):
    WAIT = "wait", "Wait: it passes"
    TELL_YOUR_CLINIC_AT_NEXT_VISIT = "tell_your_clinic_at_next_visit", "Tell your clinic at the next visit"
    CALL_YOUR_CLINIC_TODAY = "call_your_clinic_today", "Call your clinic today"
    URGENT = "urgent", "Get help urgently"
    EMERGENCY = "emergency", "Get emergency help now"


class RestrictionLevel(models.TextChoices):
    MUST_NOT_USE = "must_not_use", "Must not use"
    EXTRA_CARE = "extra_care", "Use with extra care"
    ONLY_IF_BENEFIT_OUTWEIGHS = "only_if_benefit_outweighs", "Only if the benefit outweighs the risk"
