"""How well and how fast search ranks, beside a plain full-text baseline, on collections with known answers.

    .venv/bin/python benchmarks/search.py [../shared/data] [med pubmedqa medquad …]

A collection is a directory `search/<name>/` with docs.jsonl.gz, queries.json and qrels.json. The baseline is SQLite's
FTS5 as it comes: one column, no stemming, no stop words, any word may match, BM25. Prints nDCG@10 (gain = grade) and
the time of one query. Queries and index are those of the product, with every document in the filter of what is current.
"""

import gzip
import json
import math
import re
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from search import index as files
from search.analysis import read_query
from search.passages import Passage

BEST = 10


def main(root="../shared/data", *names):
    print(f"{'collection':<18}{'documents':>10}{'queries':>9}   {'system':<22}{'nDCG@10':>8}{'p50 ms':>8}{'p95 ms':>8}")
    for name in names or ("med", "pubmedqa", "medquad"):
        documents, queries, relevant = read(Path(root) / "search", name)
        for system, make in (("plain FTS5", Plain), ("this search", Ours)):
            ranker = make(documents)
            gains, times = [], []
            for query_id, text in queries.items():
                started = time.perf_counter()
                best = ranker(text)
                times.append((time.perf_counter() - started) * 1000)
                gains.append(ndcg([documents[number]["id"] for number in best], relevant[query_id]))
            p95 = statistics.quantiles(times, n=20)[-1]
            print(
                f"{name:<18}{len(documents):>10}{len(queries):>9}   {system:<22}"
                f"{statistics.mean(gains):>8.3f}{statistics.median(times):>8.1f}{p95:>8.1f}"
            )


def read(root, name):
    """Documents, the queries that have an answer, and the grades of each."""
    own = root / name / "docs.jsonl.gz"
    with gzip.open(own if own.exists() else root / name.split("_")[0] / "docs.jsonl.gz", "rt") as lines:
        documents = [json.loads(line) for line in lines]
    relevant = {
        query_id: {document: grade for document, grade in grades.items() if grade > 0}
        for query_id, grades in json.loads((root / name / "qrels.json").read_text()).items()
    }
    queries = json.loads((root / name / "queries.json").read_text())
    return documents, {query_id: text for query_id, text in queries.items() if relevant.get(query_id)}, relevant


def ndcg(ids, grades):
    ideal = sorted(grades.values(), reverse=True)[:BEST]
    return discounted(grades.get(document, 0) for document in ids) / discounted(ideal)


def discounted(gains):
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))


class Plain:
    def __init__(self, documents):
        self.database = sqlite3.connect(":memory:")
        self.database.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
        self.database.executemany(
            "INSERT INTO words (rowid, text) VALUES (?, ?)",
            ((number, f"{each.get('title', '')} {each['body']}") for number, each in enumerate(documents)),
        )

    def __call__(self, text):
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", text))
        rows = self.database.execute(
            "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words) LIMIT ?", (words, BEST)
        )
        return [number for (number,) in rows]


class Ours:
    def __init__(self, documents):
        self.ids = range(len(documents))
        with tempfile.TemporaryDirectory() as place:
            directory = files.place(place)
            files.start_afresh(directory)
            files.write(directory, (self.entry(number, each) for number, each in enumerate(documents)))
            self.index = files.PassageIndex(directory)

    @staticmethod
    def entry(number, document):
        title, _, heading = document.get("title", "").partition(" - ")
        return number, str(number), title, [Passage("section", heading, "overview", document["body"])]

    def __call__(self, text):
        return self.index.rank(read_query(text), self.ids)[:BEST]


if __name__ == "__main__":
    main(*sys.argv[1:])
