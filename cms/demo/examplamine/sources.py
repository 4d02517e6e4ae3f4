"""What the model article cites and the words that it explains.

The sources are as invented as the medicine; 10.5555 is the DOI prefix that belongs to nobody.
"""

from datetime import date

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
