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


class Jurisdiction(models.TextChoices):
    """Whose licences and labels a statement goes by."""

    US = "us", "United States"
    UK = "uk", "United Kingdom"
    EU = "eu", "European Union"
    CANADA = "canada", "Canada"
    AUSTRALIA = "australia", "Australia"


class Audience(models.TextChoices):
    PATIENTS = "patients", "Patients"
    CARERS = "carers", "Carers and families"
    PROFESSIONALS = "professionals", "Health professionals"


class LicenceStatus(models.TextChoices):
    """Where a medicine stands for one use in one jurisdiction."""

    APPROVED = "approved", "Approved for this use"
    OFF_LABEL = "off_label", "Approved for another use (off-label)"
    NOT_APPROVED = "not_approved", "Not approved (including compounded)"
    INVESTIGATIONAL = "investigational", "Investigational"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Schedule(models.TextChoices):
    """Controlled-medicine schedules: United States (roman), United Kingdom (letters)."""

    NONE = "none", "Not controlled"
    II = "ii", "Schedule II (US)"
    III = "iii", "Schedule III (US)"
    IV = "iv", "Schedule IV (US)"
    V = "v", "Schedule V (US)"
    A = "a", "Class A (UK)"
    B = "b", "Class B (UK)"
    C = "c", "Class C (UK)"


class HealthAspect(models.TextChoices):
    """What a section is about. Source: schema.org HealthAspectEnumeration, and the aspects that NHS pages add to it."""

    OVERVIEW = "overview", "Overview"
    EFFECTIVENESS = "effectiveness", "Evidence: how well it works"
    BENEFITS = "benefits", "Benefits"
    HOW_IT_WORKS = "how_it_works", "How it works"
    STAGES = "stages", "Stages"
    SIDE_EFFECTS = "side_effects", "Side effects"
    SAFETY = "safety", "Safety, warnings, interactions"
    RISKS_OR_COMPLICATIONS = "risks_or_complications", "Complications"
    SEE_DOCTOR = "see_doctor", "When to get help"
    USAGE_OR_SCHEDULE = "usage_or_schedule", "What happens, doses and times"
    PREGNANCY = "pregnancy", "Pregnancy and breastfeeding"
    TREATMENTS = "treatments", "Treatments and alternatives"
    SYMPTOMS = "symptoms", "Symptoms"
    CAUSES = "causes", "Causes"
    SELF_CARE = "self_care", "What you can do yourself"
    PATIENT_EXPERIENCE = "patient_experience", "Stories"
    GETTING_ACCESS = "getting_access", "Access and cost"
    RELATED_TOPICS = "related_topics", "Related subjects"
    MISCONCEPTIONS = "misconceptions", "Myths"


class StudyDesign(models.TextChoices):
    SYSTEMATIC_REVIEW = "systematic_review", "Systematic review or meta-analysis"
    RCT = "rct", "Randomised controlled trial"
    NON_RANDOMISED_TRIAL = "non_randomised_trial", "Non-randomised trial"
    COHORT = "cohort", "Cohort study"
    CASE_CONTROL = "case_control", "Case-control study"
    CASE_SERIES = "case_series", "Case series or case report"
    CROSS_SECTIONAL = "cross_sectional", "Cross-sectional study"
    MECHANISTIC = "mechanistic", "Mechanistic study in people"
    ANIMAL = "animal", "Animal study"
    IN_VITRO = "in_vitro", "Laboratory study of cells"
    GUIDELINE = "guideline", "Guideline"
    EXPERT_OPINION = "expert_opinion", "Expert opinion"


class Comparator(models.TextChoices):
    PLACEBO = "placebo", "Placebo"
    ACTIVE_PLACEBO = "active_placebo", "Active placebo"
    USUAL_CARE = "usual_care", "Usual care"
    OTHER_TREATMENT = "other_treatment", "Another treatment"
    NONE = "none", "None"


class EffectType(models.TextChoices):
    DIFFERENCE = "difference", "Difference between groups"
    RISK_RATIO = "risk_ratio", "Risk ratio"
    ODDS_RATIO = "odds_ratio", "Odds ratio"
    RESPONSE_PERCENT = "response_percent", "Response in percent"


class Direction(models.TextChoices):
    HELPS = "helps", "It helps"
    NO_CLEAR_DIFFERENCE = "no_clear_difference", "No clear difference"
    HARMS = "harms", "It harms"
    MIXED = "mixed", "Mixed"


class Severity(models.TextChoices):
    MILD = "mild", "Mild"
    MODERATE = "moderate", "Moderate"
    SEVERE = "severe", "Severe"
    VARIES = "varies", "Varies"


class Reversible(models.TextChoices):
    YES = "yes", "Yes, it goes away"
    USUALLY = "usually", "Usually goes away"
    MAY_PERSIST = "may_persist", "May last"
    NOT_KNOWN = "not_known", "Not known"


class AgentType(models.TextChoices):
    MEDICINE = "medicine", "Medicine"
    MEDICINE_CLASS = "class", "Class of medicines"
    ALCOHOL = "alcohol", "Alcohol"
    ILLEGAL_DRUG = "illegal_drug", "Illegal drug"
    HERBAL_OR_SUPPLEMENT = "herbal_or_supplement", "Herbal remedy or supplement"
    FOOD = "food", "Food or drink"


class InteractionSeverity(models.TextChoices):
    CONTRAINDICATED = "contraindicated", "Must not be combined"
    MAJOR = "major", "Major"
    MODERATE = "moderate", "Moderate"
    MINOR = "minor", "Minor"


class CareLevel(models.TextChoices):
    NON_URGENT = "non_urgent", "Non-urgent"
    URGENT = "urgent", "Urgent"
    EMERGENCY = "emergency", "Emergency"


class OptionKind(models.TextChoices):
    TALKING_THERAPY = "talking_therapy", "Talking therapy"
    MEDICINE = "medicine", "Medicine"
    DEVICE_OR_PROCEDURE = "device_or_procedure", "Device or procedure"
    SELF_HELP = "self_help", "Self-help"
    NO_TREATMENT = "no_treatment", "No treatment"


class CallToAction(models.TextChoices):
    TALK_TO_YOUR_CLINICIAN = "talk_to_your_clinician", "Talk to your clinician"
    BOOK_A_CONSULTATION = "book_a_consultation", "Book a consultation with us"
