"""Who should not have the medicine, and what does not go with it."""


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
