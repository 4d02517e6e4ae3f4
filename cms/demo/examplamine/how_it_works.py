"""How the medicine might work, and what happens when."""


def mechanism(sources):
    return {
        "intro": "<p>Nobody knows for certain how it would work. There are two ideas.</p>",
        "caveat": "We do not know whether any of this is what makes people feel better.",
        "pathways": [
            {
                "target": "Example receptor",
                "target_kind": "receptor",
                "action": "antagonist",
                "effect": "Some nerve cells may then send more signals to each other.",
                "evidence_basis": "human_imaging_or_biomarker",
                "consensus": "leading_theory",
                "certainty": "low",
                "sources": [sources["scans"]],
            },
            {
                "target": "Mood circuit",
                "target_kind": "circuit",
                "action": "indirect_or_unknown",
                "effect": "New links between nerve cells may form.",
                "evidence_basis": "hypothesis",
                "consensus": "disputed",
                "certainty": "very_low",
                "sources": [sources["scans"]],
            },
        ],
    }


def stages(sources):
    return {
        "section_heading": "Stages of a treatment",
        "intro": "<p>A treatment takes weeks. What you notice may differ from visit to visit.</p>",
        "basis_statement": "These stages follow the plan of the treatment. They are not steps inside the brain.",
        "items": [
            {
                "title": "During the infusion",
                "timeframe": "during",
                "timeframe_text": "40 minutes",
                "body": "<p>You may feel light or far away. Staff check your breathing.</p>",
                "evidence_basis": "human_trial",
                "consensus": "established",
                "source": sources["trial"],
            },
            {
                "title": "The hours after",
                "timeframe": "hours",
                "timeframe_text": "2 to 24 hours",
                "body": "<p>You may be sleepy. Somebody takes you home.</p>",
                "evidence_basis": "human_trial",
                "consensus": "established",
                "source": sources["trial"],
            },
            {
                "title": "The weeks of treatment",
                "timeframe": "weeks",
                "timeframe_text": "4 weeks",
                "body": "<p>You come twice a week. Some people may feel better, and some do not.</p>",
                "evidence_basis": "human_trial",
                "consensus": "established",
                "source": sources["trial"],
            },
        ],
    }
