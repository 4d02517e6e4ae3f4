"""How long the clinical rules take for a long article, beside simpler passes: `python -m benchmarks.clinical_rules`.

The article has some 20,000 words: the clinic's own page and plain paragraphs in turn, a citation in every other one,
and side effects, findings and stages as rows. No database is asked. Each pass is run in turn, so that all of them meet
the same machine; the first figure is the best of the runs, the second their median.
"""

import random
import re
import statistics
import sys
import time
from pathlib import Path

from bs4 import BeautifulSoup

from blog.clinical_rules import RULES, check
from blog.clinical_rules.document import Document
from blog.clinical_rules.lexicon import phrases
from blog.clinical_rules.syllables import syllables
from blog.clinical_rules.wordlists import MEDICINE, PERSON, PLAIN, STIGMA

PAGE = Path(__file__).resolve().parents[1] / "cms" / "demo" / "clinic-page.txt"
PLAIN_SENTENCES = [
    "You have the treatment in a clinic, with staff beside you.",
    "Most people feel sleepy for a while and rest in a chair.",
    "Tell your clinician about every medicine that you take, also those from a shop.",
    "It may help some people; nobody can say beforehand whom it will help.",
    "Ask somebody to take you home, because you must not drive until the next day.",
    "Your blood pressure is taken before, during and after each visit.",
    "Some people feel detached from themselves, and that goes away after about an hour.",
]
CITED = '<a linktype="citation" id="12">1</a>'


def main(words=20_000, rounds=15):
    article = content(int(words))
    source = [block["value"][name] for block in article["body"] for name in ("body", "intro") if name in block["value"]]
    patterns = [
        re.compile(rf"\b{re.escape(phrase)}\b", re.IGNORECASE)
        for listed in (PLAIN, STIGMA, MEDICINE, PERSON)
        for entry in listed
        for phrase in phrases(entry)
    ]
    passes = {
        f"check, all {len(RULES)} rules": lambda: check(article),
        "BeautifulSoup, text alone": lambda: [BeautifulSoup(html, "html.parser").get_text() for html in source],
        "two grades, no cache": lambda: grades(source),
        f"{len(patterns)} patterns one by one": lambda: [
            pattern.findall(html) for html in source for pattern in patterns
        ],
    }
    times = {name: [] for name in passes}
    for _ in range(int(rounds)):
        for name, run in passes.items():
            started = time.perf_counter()
            run()
            times[name].append((time.perf_counter() - started) * 1000)
    document = Document(article)
    count = sum(len(passage.text.split()) for passage in document.passages)
    print(f"{count:,} words, {len(document.passages)} passages, {len(check(article))} flags, {rounds} runs each")
    for name, figures in times.items():
        print(f"{name:<28}{min(figures):>8.1f} ms best{statistics.median(figures):>8.1f} ms median")
    return 0


def content(words):
    """An article of so many words, the same on every run."""
    chosen = random.Random(3)  # noqa: S311
    page = [part.strip() for part in PAGE.read_text(encoding="utf-8").split("\n\n") if len(part) > 80]
    body, count = typed_sections(), 0
    while count < words:
        paragraphs = [
            chosen.choice(page) if chosen.random() < 0.2 else " ".join(chosen.choices(PLAIN_SENTENCES, k=3))
            for _ in range(4)
        ]
        count += sum(len(paragraph.split()) for paragraph in paragraphs)
        html = "".join(f"<p>{text}{CITED if place % 2 else ''}</p>" for place, text in enumerate(paragraphs))
        value = {"section_heading": "What happens next", "body": html}
        body.append({"type": "overview", "id": f"section-{len(body)}", "value": value})
    return {
        "title": "Examplamine for low mood",
        "summary": "What it is, and what is known about it.",
        "article_type": "treatment",
        "cited": [{"id": 12, "kind": "article", "title": "Example"}],
        "body": body,
    }


def typed_sections():
    effects = [
        {
            "term_plain": f"effect number {number}",
            "band": "common",
            "numerator": 3,
            "denominator": 120,
            "seriousness": "serious",
            "what_to_do": "wait",
            "source": 12,
        }
        for number in range(40)
    ]
    findings = [
        {"claim": PLAIN_SENTENCES[3], "design": "rct", "n": 73, "limitations": PLAIN_SENTENCES[1], "source": 12}
        for _ in range(8)
    ]
    stages = [{"title": f"Stage {number}", "body": f"<p>{PLAIN_SENTENCES[6]}</p>"} for number in range(8)]
    rows = {"side_effects": ("rows", effects), "evidence": ("findings", findings), "stages": ("items", stages)}
    return [
        {
            "type": kind,
            "id": kind,
            "value": {
                "intro": f"<p>{PLAIN_SENTENCES[0]}</p>",
                name: [{"type": "item", "value": row} for row in values],
            },
        }
        for kind, (name, values) in rows.items()
    ]


def grades(source):
    """What SMOG and Flesch-Kincaid count, each word and sentence anew."""
    text = " ".join(re.sub(r"<[^>]*>", " ", html) for html in source)
    counted = [syllables.__wrapped__(word) for word in text.split()]
    return len(re.split(r"[.!?]+ ", text)), len(counted), sum(counted), sum(number >= 3 for number in counted)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
