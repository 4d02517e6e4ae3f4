"""The side effects, with numbers that are as invented as the medicine."""

EFFECT = {
    "term_plain": "",
    "term_medical": "",
    "band": "",
    "not_known_reason": "",
    "numerator": None,
    "denominator": None,
    "comparator_numerator": None,
    "comparator_denominator": None,
    "seriousness": "not_serious",
    "severity": "mild",
    "onset": "during",
    "duration": "",
    "reversible": "yes",
    "monitoring": "",
    "what_to_do": "wait",
    "source": None,
}


def side_effects(sources):
    return {
        "intro": "<p>These numbers are made up, like the medicine. They show how we print real ones.</p>",
        "applies_to": {
            "medicine": "examplamine",
            "product": "",
            "route": "into a vein",
            "dose_range": "10 to 20 mg",
            "population": "1,000 adults",
        },
        "source": sources["label"],
        "rows": [
            counted(310, "dizziness", "", "very_common", 90) | {"duration": "about an hour"},
            counted(270, "feeling sick", "nausea", "very_common", 80) | {"duration": "up to a day"},
            counted(60, "raised blood pressure", "hypertension", "common", 20)
            | {
                "severity": "moderate",
                "duration": "1 to 2 hours",
                "monitoring": "Staff measure it every 10 minutes",
                "what_to_do": "tell_your_clinic_at_next_visit",
            },
            counted(2, "very slow breathing", "respiratory depression", "uncommon", 0)
            | {
                "seriousness": "serious",
                "severity": "severe",
                "monitoring": "Staff watch your breathing the whole time",
                "what_to_do": "emergency",
            },
            EFFECT
            | {
                "term_plain": "pain when you pee",
                "term_medical": "cystitis",
                "band": "not_known",
                "not_known_reason": "not_studied",
                "seriousness": "serious",
                "severity": "varies",
                "onset": "months_or_long_term",
                "reversible": "may_persist",
                "what_to_do": "call_your_clinic_today",
                "care_card": "Call your clinic today if",
                "source": sources["review"],
            },
        ],
    }


def counted(people, term, medical, band, with_placebo):
    """An effect that `people` of 1,000 had, and `with_placebo` of 1,000 others."""
    return EFFECT | {
        "term_plain": term,
        "term_medical": medical,
        "band": band,
        "numerator": people,
        "denominator": 1000,
        "comparator_numerator": with_placebo,
        "comparator_denominator": 1000,
    }
