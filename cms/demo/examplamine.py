"""The model article, on a medicine that does not exist: every kind of section, as the clinical rules want it.

Its sources are as invented as the medicine; 10.5555 is the DOI prefix that belongs to nobody.
"""

from datetime import date

from django.core.files.images import ImageFile
from wagtail.images import get_image_model

from blog.models import ArticleAuthor, ArticlePage, Condition, GlossaryTerm, Medicine, MedicineUse, Reference
from cms.demo.examplamine_safety import safety_sections
from cms.demo.marks import cite, explain

CHECKED_ON = date(2026, 11, 2)
SOURCES = {
    "label": {
        "kind": "label",
        "title": "Examplamine: prescribing information (made up)",
        "authors": "Demo Medicines",
        "year": 2026,
        "url": "https://example.org/examplamine-label",
        "accessed_on": CHECKED_ON,
        "jurisdiction": "us",
    },
    "trial": {
        "kind": "article",
        "title": "Examplamine compared with placebo in adults with depression: a made-up trial",
        "authors": "Example A, Example B, Example C",
        "container": "Journal of Examples",
        "year": 2024,
        "volume": "12",
        "issue": "3",
        "pages": "45-52",
        "doi": "10.5555/demo.trial",
        "design": "rct",
        "follow_up_months": 6,
        "funding": "Demo Foundation (made up)",
    },
    "review": {
        "kind": "systematic_review",
        "title": "Examplamine after six months: a made-up systematic review",
        "authors": "Example D, Example E",
        "container": "Reviews of Examples",
        "year": 2025,
        "volume": "4",
        "pages": "1-19",
        "doi": "10.5555/demo.review",
        "design": "systematic_review",
        "follow_up_months": 12,
    },
    "guideline": {
        "kind": "guideline",
        "title": "Depression in adults: a made-up guideline",
        "authors": "Demo Guideline Group",
        "year": 2025,
        "doi": "10.5555/demo.guideline",
        "design": "guideline",
        "jurisdiction": "us",
    },
    "scans": {
        "kind": "article",
        "title": "The example receptor in brain scans: a made-up study",
        "authors": "Example F",
        "container": "Journal of Examples",
        "year": 2023,
        "volume": "11",
        "issue": "1",
        "pages": "7-15",
        "doi": "10.5555/demo.scans",
        "design": "mechanistic",
    },
}
WORDS = {
    "placebo": "Something that looks like the medicine but holds none of it.",
    "receptor": "A place on a cell that takes up a signal.",
    "infusion": "Medicine that runs slowly through a thin tube into a vein.",
}


def create(index, topics, author, picture):
    """The article as a draft by the user `author` under `index`, with all it refers to; `picture` is a file's path."""
    sources = {name: Reference.objects.create(**fields, checked_on=CHECKED_ON) for name, fields in SOURCES.items()}
    words = {term: GlossaryTerm.objects.create(term=term, plain_definition=text) for term, text in WORDS.items()}
    depression = Condition.objects.create(name="depression", also_called="major depressive disorder", icd10_code="F32")
    page = ArticlePage(
        title="Examplamine for depression: an invented medicine",
        slug="examplamine-for-depression",
        summary="Examplamine does not exist. This page shows how we write about a medicine: what it may do, and who "
        "should not have it.",
        article_type="medicine",
        medicine=medicine(sources, depression),
        jurisdiction="us",
        evidence_checked_on=CHECKED_ON,
        funding="None",
        competing_interests="None declared",
        demonstration=True,
        owner=author,
        live=False,
        body=[
            *opening(sources, words),
            *safety_sections(sources),
            *closing(sources, words, image_of(picture)),
        ],
    )
    page.conditions = [depression]
    page.topics = topics
    page.authors = [ArticleAuthor(person=author.person)]
    index.add_child(instance=page)
    page.save_revision(user=author)
    return page


def medicine(sources, depression):
    examplamine = Medicine(
        generic_name="examplamine",
        medicine_class="made-up receptor blocker",
        boxed_warning="Examplamine can make you very sleepy and can slow your breathing. Have it only where trained "
        "staff watch you the whole time.",
        label_url="https://example.org/examplamine-label",
    )
    sleep = Condition.objects.create(name="sleep during an operation")
    examplamine.uses = [
        MedicineUse(
            condition=condition,
            jurisdiction="us",
            route="into a vein",
            licence_status=status,
            verified_on=CHECKED_ON,
            source=sources["label"],
        )
        for condition, status in [(sleep, "approved"), (depression, "off_label")]
    ]
    examplamine.save()
    return examplamine


def image_of(path):
    with path.open("rb") as file:
        return get_image_model().objects.create(title="Treatment room", file=ImageFile(file, name=path.name))


def opening(sources, words):
    """From the key points to the stages."""
    return [
        (
            "key_points",
            {
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
            },
        ),
        (
            "overview",
            {
                "section_heading": "What it is",
                "health_aspect": "overview",
                "body": "<p>Examplamine is a made-up medicine. In this example, it makes people sleep during an "
                f"operation.{cite(sources['label'])}</p>"
                "<p>Some clinics also use it for depression. You have it as an "
                f"{explain(words['infusion'], 'infusion')}, with staff beside you.{cite(sources['guideline'])}</p>",
            },
        ),
        (
            "overview",
            {
                "section_heading": "What happens on the day",
                "health_aspect": "usage_or_schedule",
                "body": "<p>A visit has four steps.</p><ol>"
                "<li>You talk with a clinician about how you have been.</li>"
                "<li>A nurse measures your blood pressure.</li>"
                "<li>You have the infusion in a chair that leans back.</li>"
                "<li>You rest until staff say that you can go home.</li></ol>",
            },
        ),
        ("evidence", evidence(sources, words)),
        (
            "mechanism",
            {
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
            },
        ),
        ("stages", stages(sources)),
    ]


def evidence(sources, words):
    return {
        "intro": f"<p>Some people in a trial get a {explain(words['placebo'], 'placebo')}. That shows what the "
        f"medicine itself may do.{cite(sources['trial'])}</p>",
        "findings": [
            {
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
                "source": sources["trial"],
            },
            {
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
                "source": sources["review"],
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


def closing(sources, words, image):
    """From the alternatives to the conclusion."""
    return [
        (
            "alternatives",
            {
                "intro": "<p>Your clinician can help you compare these.</p>",
                "options": [
                    {
                        "name": "Talking therapy",
                        "kind": "talking_therapy",
                        "one_line": "You meet a therapist every week and learn new ways to cope.",
                        "benefits": "It may go on helping after it ends, and it has no effects on the body.",
                        "downsides": "It takes time, and you may have to wait for a place.",
                        "offered_here": True,
                        "link": None,
                    },
                    {
                        "name": "Antidepressant tablets",
                        "kind": "medicine",
                        "one_line": "You take a tablet every day, often for months.",
                        "benefits": "You can take them at home, and doctors have long known them.",
                        "downsides": "They need weeks to work, and they have side effects too.",
                        "offered_here": False,
                        "link": None,
                    },
                    {
                        "name": "No treatment",
                        "kind": "no_treatment",
                        "one_line": "You wait and see, and stay in touch with your clinician.",
                        "benefits": "You have no side effects and no visits.",
                        "downsides": "You may stay unwell for longer than you would with treatment.",
                        "offered_here": False,
                        "link": None,
                    },
                ],
                "what_if_no_treatment": "Depression can get better without treatment, but it can also last or get "
                "worse. Agree with your clinician when you will look at it again.",
            },
        ),
        (
            "questions",
            {
                "items": [
                    "How might this help someone like me?",
                    "Which side effects should I look out for?",
                    "What else could I try?",
                    "What happens if I stop?",
                ]
            },
        ),
        (
            "faq",
            {
                "items": [
                    {
                        "question": "Can I get examplamine?",
                        "answer": "<p>No. It does not exist, so no clinic and no pharmacy has it.</p>",
                    },
                    {
                        "question": "Do I have to stay overnight?",
                        "answer": "<p>No. You go home on the same day, but not alone.</p>",
                    },
                ]
            },
        ),
        ("glossary", {"terms": [words["receptor"]]}),
        (
            "crisis_help",
            {
                "body": "<p>Feeling like this can change, and people want to help. You do not need a plan or a reason "
                "to call.</p>"
            },
        ),
        (
            "image",
            {
                "image": image,
                "alt_text": "A drawing of a treatment room with a chair that leans back, a lamp and a second chair.",
                "decorative": False,
                "caption": "A treatment room. Somebody you trust can stay with you.",
                "credit": "Demo clinic",
            },
        ),
        (
            "table",
            {
                "section_heading": "How much time a visit takes",
                "caption": "Time to plan for one visit",
                "row_headers": True,
                "table": {
                    "columns": [{"type": "text", "heading": "Part"}, {"type": "text", "heading": "Time"}],
                    "rows": [
                        {"values": ["Talk and blood pressure", "20 minutes"]},
                        {"values": ["Infusion", "40 minutes"]},
                        {"values": ["Rest", "2 hours"]},
                    ],
                    "caption": "",
                },
            },
        ),
        (
            "conclusion",
            {
                "body": "<p>Examplamine may help some people with depression for a few weeks. It also has risks, and "
                "nobody knows what it does later.</p><p>Talk about all your choices before you decide.</p>",
                "call_to_action": "talk_to_your_clinician",
            },
        ),
    ]
