"""The model article's sections on safety."""


def safety_sections(sources):
    return [
        ("side_effects", side_effects(sources)),
        ("who_should_not", who_should_not(sources)),
        ("interactions", interactions(sources)),
        (
            "warning",
            {
                "heading": "Do not drive until the next day",
                "body": "<p>Examplamine slows how fast you react, also when you feel awake. Wait until you have slept "
                "a whole night.</p>",
            },
        ),
        *care_cards(),
        (
            "do_dont",
            {
                "dos": [
                    "have somebody take you home",
                    "tell us about all the medicines that you take",
                    "keep your other appointments",
                ],
                "donts": ["drive on the day", "drink alcohol on the day", "stop other medicines on your own"],
            },
        ),
    ]


def side_effects(sources):
    def row(term, medical, numerator, denominator, band, **others):
        return {
            "term_plain": term,
            "term_medical": medical,
            "band": band,
            "not_known_reason": "",
            "numerator": numerator,
            "denominator": denominator,
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
        } | others

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
            row(
                "dizziness",
                "",
                310,
                1000,
                "very_common",
                comparator_numerator=90,
                comparator_denominator=1000,
                duration="about an hour",
            ),
            row(
                "feeling sick",
                "nausea",
                270,
                1000,
                "very_common",
                comparator_numerator=80,
                comparator_denominator=1000,
                duration="up to a day",
            ),
            row(
                "raised blood pressure",
                "hypertension",
                60,
                1000,
                "common",
                comparator_numerator=20,
                comparator_denominator=1000,
                severity="moderate",
                duration="1 to 2 hours",
                monitoring="Staff measure it every 10 minutes",
                what_to_do="tell_your_clinic_at_next_visit",
            ),
            row(
                "very slow breathing",
                "respiratory depression",
                2,
                1000,
                "uncommon",
                comparator_numerator=0,
                comparator_denominator=1000,
                seriousness="serious",
                severity="severe",
                monitoring="Staff watch your breathing the whole time",
                what_to_do="emergency",
            ),
            row(
                "pain when you pee",
                "cystitis",
                None,
                None,
                "not_known",
                not_known_reason="not_studied",
                seriousness="serious",
                severity="varies",
                onset="months_or_long_term",
                reversible="may_persist",
                what_to_do="call_your_clinic_today",
                source=sources["review"],
            ),
        ],
    }


def who_should_not(sources):
    return {
        "intro": "<p>Tell your clinician about all the illnesses that you have had.</p>",
        "rows": [
            {
                "condition": "An allergy to examplamine",
                "level": "must_not_use",
                "reason": "It could cause a severe reaction.",
                "action": "Tell your clinician, who will offer something else.",
                "source": sources["label"],
            },
            {
                "condition": "A bulge in a blood vessel (aneurysm)",
                "level": "must_not_use",
                "reason": "A rise in blood pressure could make it burst.",
                "action": "Tell your clinician before the first visit.",
                "source": sources["label"],
            },
            {
                "condition": "High blood pressure",
                "level": "extra_care",
                "reason": "It may rise further during the infusion.",
                "action": "Have it treated and checked before you start.",
                "source": sources["label"],
            },
        ],
        "pregnancy": "Do not have it while you are pregnant. Nobody knows what it does to the baby.",
        "breastfeeding": "Do not have it while you breastfeed. It may pass into the milk.",
        "age_limits": "Adults from 18 years only. It was not tried in anyone younger.",
        "driving": "Do not drive until you have slept a whole night.",
    }


def interactions(sources):
    return {
        "intro": "<p>Tell your clinician everything that you take, also what you buy without a prescription.</p>",
        "rows": [
            {
                "agent": "Alcohol",
                "agent_type": "alcohol",
                "severity": "major",
                "effect": "Both slow your breathing, and together they do it more.",
                "advice": "Do not drink from the day before the visit until the day after it.",
                "onset": "Within hours",
                "source": sources["label"],
            },
            {
                "agent": "Sleeping tablets",
                "agent_type": "class",
                "severity": "major",
                "effect": "You may become so sleepy that nobody can wake you.",
                "advice": "Do not take them on the day of a visit. Ask your clinician about the night before.",
                "onset": "Within hours",
                "source": sources["label"],
            },
        ],
        "no_known_alcohol_interaction": False,
    }


def care_cards():
    return [
        (
            "care_card",
            {
                "level": "non_urgent",
                "heading": "Call your clinic if:",
                "lead": "",
                "bullets": ["you feel sick for more than a day", "you feel low after a visit"],
                "action_lines": [],
                "show_help_lines": False,
            },
        ),
        (
            "care_card",
            {
                "level": "urgent",
                "heading": "Call your clinic today if:",
                "lead": "",
                "bullets": ["it hurts when you pee", "you need to pee much more often than before"],
                "action_lines": [],
                "show_help_lines": False,
            },
        ),
        (
            "care_card",
            {
                "level": "emergency",
                "heading": "Call 911 now if:",
                "lead": "You or somebody near you:",
                "bullets": ["breathes very slowly", "cannot be woken up", "is about to do themselves harm"],
                "action_lines": [],
                "show_help_lines": True,
            },
        ),
    ]
