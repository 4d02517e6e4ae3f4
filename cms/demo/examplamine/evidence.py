"""What the invented trials found."""

from cms.demo.marks import cite, explain


def evidence(sources, words):
    return {
        "intro": f"<p>Some people in a trial get a {explain(words['placebo'], 'placebo')}. That shows what the "
        f"medicine itself may do.{cite(sources['trial'])}</p>",
        "findings": [
            helped_at_first(sources["trial"]),
            unclear_later(sources["review"]),
        ],
    }


def helped_at_first(source):
    return {
        "claim": "Examplamine helped more people feel clearly better than a placebo did.",
        "design": "rct",
        "population": "adults with depression that two other medicines had not helped",
        "n": 227,
        "intervention": "Examplamine into a vein, 20 mg, twice a week",
        "comparator": "placebo",
        "outcome_measure": "Feeling clearly better: a depression score of half or less",
        "timepoint": "4 weeks",
        "effect_type": "risk_ratio",
        "effect": "1.50",
        "ci_low": "1.04",
        "ci_high": "2.18",
        "p": "P = .03",
        "absolute_intervention": 47,
        "absolute_intervention_of": 114,
        "absolute_control": 31,
        "absolute_control_of": 113,
        "direction": "helps",
        "certainty": "moderate",
        "not_known": "Nobody knows whether it helps people who have not tried other medicines.",
        "limitations": "Many people could tell from how they felt which treatment they had.",
        "funding_of_study": "Demo Foundation (made up)",
        "source": source,
    }


def unclear_later(source):
    return {
        "claim": "After 6 months it was not clear whether examplamine still made a difference.",
        "design": "systematic_review",
        "population": "adults with depression, in three made-up trials",
        "n": 612,
        "intervention": "Examplamine into a vein, 10 to 20 mg, once or twice a week",
        "comparator": "usual_care",
        "outcome_measure": "Depression score, from 0 to 60 points",
        "timepoint": "6 months",
        "effect_type": "difference",
        "effect": "-1.4",
        "ci_low": "-4.1",
        "ci_high": "1.3",
        "p": "",
        "absolute_intervention": None,
        "absolute_intervention_of": None,
        "absolute_control": None,
        "absolute_control_of": None,
        "direction": "no_clear_difference",
        "certainty": "low",
        "not_known": "Nobody knows how many people feel worse again once treatment stops.",
        "limitations": "One in three people left the trials before their end.",
        "funding_of_study": "Not stated",
        "source": source,
    }
