"""The model article's sections in the order that readers get them: every kind, as the clinical rules want it."""

from cms.demo.examplamine import choices, how_it_works, opening, safety, visit, when_to_call
from cms.demo.examplamine.evidence import evidence
from cms.demo.examplamine.side_effects import side_effects


def body(sources, words, image):
    """Pairs of a section's kind and its value; `sources` and `words` are rows by their name in sources.py."""
    return [
        ("key_points", opening.key_points(sources)),
        ("overview", opening.what_it_is(sources, words)),
        ("overview", visit.on_the_day()),
        ("evidence", evidence(sources, words)),
        ("mechanism", how_it_works.mechanism(sources)),
        ("stages", how_it_works.stages(sources)),
        ("side_effects", side_effects(sources)),
        ("who_should_not", safety.who_should_not(sources)),
        ("interactions", safety.interactions(sources)),
        ("warning", visit.no_driving()),
        ("care_card", when_to_call.call_the_clinic()),
        ("care_card", when_to_call.call_the_clinic_today()),
        ("care_card", when_to_call.call_for_an_ambulance()),
        ("do_dont", visit.dos_and_donts()),
        ("alternatives", choices.alternatives()),
        ("questions", choices.questions()),
        ("faq", choices.faq()),
        ("glossary", {"terms": [words["receptor"]]}),
        ("crisis_help", when_to_call.crisis_help()),
        ("image", visit.treatment_room(image)),
        ("table", visit.time_of_a_visit()),
        ("conclusion", choices.conclusion()),
    ]
