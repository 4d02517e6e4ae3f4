"""How the model article opens."""

from cms.demo.marks import cite, explain


def key_points(sources):
    return {
        "points": [
            {"text": "Examplamine is made up. This page only shows how our articles look.", "source": None},
            {
                "text": "It may help: in one trial, 41 in 100 people felt clearly better after 4 weeks. With a "
                "placebo it was 27 in 100.",
                "source": sources["trial"],
            },
            {
                "text": "Side effects are very common. One of them, slow breathing, is an emergency.",
                "source": sources["label"],
            },
            {"text": "There are other choices, and no treatment is one of them.", "source": None},
        ]
    }


def what_it_is(sources, words):
    return {
        "section_heading": "What it is",
        "health_aspect": "overview",
        "body": "<p>Examplamine is a made-up medicine. In this example, it makes people sleep during an "
        f"operation.{cite(sources['label'])}</p>"
        "<p>Some clinics also use it for depression. You have it as an "
        f"{explain(words['infusion'], 'infusion')}, with staff beside you.{cite(sources['guideline'])}</p>",
    }
