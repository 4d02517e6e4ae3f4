"""The index of passages on this host's disk. It knows tantivy and files, and nothing of the database."""

import fcntl
import hashlib
import shutil
import time
from contextlib import contextmanager
from pathlib import Path

import tantivy
from tantivy import Occur, Query

from search import analysis, passages
from search.errors import IndexBroken, IndexNotWritable
from search.ranking import matching, ranked

# Of all passages that match, the best so many are looked at: it bounds the time of a query for common words. Results
# thus end after some thousand articles, far beyond the last that anybody reads.
MOST_HITS = 5_000

WRITER_MEMORY = 50_000_000
LOCK_PAUSE = 0.02


def _schema():
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("edition", stored=True, indexed=True, fast=True)
    builder.add_unsigned_field("ordinal", stored=True, indexed=True, fast=True)
    builder.add_text_field("seal", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("title_key", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("title", tokenizer_name="words", index_option="position")
    for field in ("heading", "text", "citations"):
        builder.add_text_field(field, tokenizer_name="words", index_option="freq")
    return builder.build()


SCHEMA = _schema()


def _version():
    """A name for all that decides what is in the index: these modules and tantivy, whose files differ by version."""
    sources = b"".join(Path(module).read_bytes() for module in (analysis.__file__, passages.__file__, __file__))
    return hashlib.sha256(tantivy.__version__.encode() + sources).hexdigest()[:16]


VERSION = _version()


@contextmanager
def _as(error):
    """Turn what tantivy raises into `error`: OSError, ValueError, or a Rust panic, which is no `Exception`."""
    try:
        yield
    except (OSError, ValueError) as problem:
        raise error(str(problem)) from problem
    except BaseException as problem:
        if type(problem).__name__ != "PanicException":
            raise
        raise error(str(problem)) from problem


class PassageIndex:
    """The index as it was when opened. Raises `IndexBroken` when it cannot be read."""

    def __init__(self, directory):
        with _as(IndexBroken):
            index = tantivy.Index.open(str(directory))
            index.config_reader("manual")
            self._searcher = index.searcher()

    def holds(self, seal):
        """Whether the edition with this digest of its seal is indexed."""
        with _as(IndexBroken):
            return self._searcher.doc_freq("seal", seal) > 0

    def holds_all(self, editions):
        """Whether each of the edition ids is indexed."""
        editions = set(editions)
        with _as(IndexBroken):
            return self._searcher.search(_firsts_of(editions), 1).count == len(editions)

    def last(self):
        """The id and the seal of the newest edition held; (0, "") for an empty index."""
        with _as(IndexBroken):
            hits = self._searcher.search(Query.term_query(SCHEMA, "ordinal", 0), 1, order_by_field="edition").hits
            if not hits:
                return 0, ""
            document = self._searcher.doc(hits[0][1])
            return document.get_first("edition"), document.get_first("seal")

    def count(self):
        """How many editions it holds, and how many passages."""
        with _as(IndexBroken):
            editions = self._searcher.search(Query.term_query(SCHEMA, "ordinal", 0), 1).count
            return editions, self._searcher.num_docs

    def rank(self, wording, editions):
        """Those of the edition ids that match, best first; the order is that of their best passage."""
        hits = self._hits(ranked(SCHEMA, wording), editions, MOST_HITS)
        return list(dict.fromkeys(edition for edition, _ in hits))

    def best_passages(self, wording, editions, most=2000):
        """For each of a few edition ids the ordinals of passages that match by their own words, best first."""
        found = {edition: [] for edition in editions}
        if wording.terms:
            for edition, ordinal in self._hits(matching(SCHEMA, wording), editions, most):
                found[edition].append(ordinal)
        return found

    def _hits(self, query, editions, most):
        """(edition, ordinal) of the best passages of the editions, each by its score and then by its place."""
        current = Query.const_score_query(Query.term_set_query(SCHEMA, "edition", list(editions)), 0.0)
        with _as(IndexBroken):
            hits = self._searcher.search(
                Query.boolean_query([(Occur.Must, query), (Occur.Must, current)]), most, count=False
            ).hits
            places = [address for _, address in hits]
            rows = zip(
                [-score for score, _ in hits],
                self._searcher.fast_field_values("edition", places),
                self._searcher.fast_field_values("ordinal", places),
                strict=True,
            )
            # The order of equal scores is that of files on this disk; two hosts shall not answer differently.
            return [(edition, ordinal) for _, edition, ordinal in sorted(rows)]


def _firsts_of(editions):
    return Query.boolean_query(
        [
            (Occur.Must, Query.term_query(SCHEMA, "ordinal", 0)),
            (Occur.Must, Query.term_set_query(SCHEMA, "edition", list(editions))),
        ]
    )


def place(root):
    """The directory of the index of this version below `root`."""
    return Path(root) / VERSION


@contextmanager
def locked(root, wait):
    """Nobody else writes below `root` meanwhile; `IndexNotWritable` after `wait` seconds or without a lock file."""
    with _as(IndexNotWritable):
        Path(root).mkdir(parents=True, exist_ok=True)
        file = (Path(root) / "lock").open("a")
    with file:
        give_up_at = time.monotonic() + wait
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > give_up_at:
                    raise IndexNotWritable("Another process has been writing the index for too long.") from None
                time.sleep(LOCK_PAUSE)
        yield


def start_afresh(directory):
    """An empty index in place of whatever is there. For the holder of the lock."""
    with _as(IndexNotWritable):
        if directory.exists():
            shutil.rmtree(directory)
        directory.mkdir(parents=True)
        tantivy.Index(SCHEMA, path=str(directory))


def remove_other_versions(root):
    """Delete what other versions of the code left below `root`. For the holder of the lock."""
    with _as(IndexNotWritable):
        for directory in Path(root).iterdir():
            if directory.is_dir() and directory.name != VERSION:
                shutil.rmtree(directory)


def write(directory, entries, replace=False):
    """Add entries (edition id, seal, title, passages) in one commit: readers see all of them or none.

    `replace` drops what was there before, in the same commit. For the holder of the lock.
    """
    with _as(IndexNotWritable):
        index = tantivy.Index.open(str(directory))
        index.register_tokenizer("words", analysis.ANALYZER)
        writer = index.writer(WRITER_MEMORY, 1)
        # What a write left behind that failed on a full disk would keep the disk full.
        writer.garbage_collect_files()
        if replace:
            writer.delete_all_documents()
    for entry in entries:
        with _as(IndexNotWritable):
            for document in _documents(*entry):
                writer.add_document(document)
    with _as(IndexNotWritable):
        writer.commit()
        writer.wait_merging_threads()


def _documents(edition, seal, title, texts):
    key = analysis.title_key(title)
    for ordinal, passage in enumerate(texts):
        document = tantivy.Document()
        document.add_unsigned("edition", edition)
        document.add_unsigned("ordinal", ordinal)
        if ordinal == 0:
            document.add_text("seal", seal)
        if key:
            document.add_text("title_key", key)
        document.add_text("title", title)
        document.add_text("heading", passage.heading)
        document.add_text("citations" if passage.kind == "references" else "text", passage.text)
        yield document
