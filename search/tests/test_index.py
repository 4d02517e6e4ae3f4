import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from editions.models import Seal
from search import index as files
from search import replica
from search.errors import SearchUnavailable
from search.passages import Passage

pytestmark = pytest.mark.django_db


def forget_open_indexes():
    """As another process sees it, or this one after its start."""
    replica._opened.clear()


def files_of(index_dir):
    return [path for path in (index_dir / files.VERSION).iterdir() if path.name not in (".tantivy-meta.lock",)]


def test_index_is_written_when_it_is_first_asked(article, titles, index_dir):
    article("ketamine", {"a": "nausea"})
    assert not index_dir.exists()
    assert titles("nausea") == ["Ketamine"]
    assert (index_dir / files.VERSION).is_dir()


def test_ledger_without_editions_is_answered(home, titles):
    assert titles("nausea") == []


@pytest.mark.parametrize("harm", ["empty", "garbage", "cut"])
def test_broken_index_is_built_anew(article, titles, index_dir, harm):
    article("ketamine", {"a": "nausea"})
    titles("nausea")
    for path in files_of(index_dir):
        if path.is_file():
            size = path.stat().st_size
            path.write_bytes({"empty": b"", "garbage": os.urandom(size), "cut": path.read_bytes()[: size // 2]}[harm])
    forget_open_indexes()
    assert titles("nausea") == ["Ketamine"]


def test_index_that_breaks_while_open_is_built_anew(article, titles, index_dir, monkeypatch):
    article("ketamine", {"a": "nausea"})
    titles("nausea")

    class PanicException(BaseException):
        """Of this name and base is what tantivy's Rust panics arrive as."""

    def panic(*arguments, **options):
        raise PanicException("assertion failed")

    broken = next(iter(replica._opened.values()))
    monkeypatch.setattr(broken, "_searcher", type("Searcher", (), {"search": panic, "doc_freq": lambda *_: 1})())
    assert titles("nausea") == ["Ketamine"]


def test_removed_index_is_built_anew(article, titles, index_dir):
    article("ketamine", {"a": "nausea"})
    titles("nausea")
    shutil.rmtree(index_dir)
    forget_open_indexes()
    assert titles("nausea") == ["Ketamine"]


def test_index_of_another_version_is_passed_over_and_removed_by_the_command(article, titles, index_dir):
    old = index_dir / "0.1-older"
    old.mkdir(parents=True)
    (old / "meta.json").write_text("{}")
    article("ketamine", {"a": "nausea"})
    assert titles("nausea") == ["Ketamine"]
    assert old.exists()
    call_command("search_index")
    assert not old.exists()
    assert titles("nausea") == ["Ketamine"]


def test_version_changes_with_the_code_that_cuts_and_reads_words(tmp_path, monkeypatch):
    changed = tmp_path / "passages.py"
    changed.write_text(Path(files.passages.__file__).read_text() + "\n")
    monkeypatch.setattr(files.passages, "__file__", str(changed))
    assert files._version() != files.VERSION


def test_rebuild_says_what_it_holds(article, titles, capsys):
    article("ketamine", {"a": "nausea", "b": "sleep"})
    article("other", {"a": "nausea"}, publish=False)
    titles("nausea")
    call_command("search_index", "--rebuild")
    assert capsys.readouterr().out == "2 editions, 5 passages\n"
    assert titles("nausea") == ["Ketamine"]


def test_editions_are_indexed_once(article, titles):
    article("ketamine", {"a": "nausea"})
    for _ in range(3):
        titles("nausea")
        forget_open_indexes()
    assert replica.catch_up().count() == (1, 2)


def test_index_of_another_ledger_is_built_anew(article, add_page, find):
    """After a database was restored or an act rolled back, ids return with other texts."""
    page = add_page("first")

    class RolledBack(Exception):
        pass

    with pytest.raises(RolledBack), transaction.atomic():
        for _ in range(3):
            article("first", {"a": "nausea"}, page_id=page.pk, publish=False)
        assert replica.catch_up().count() == (3, 6)
        raise RolledBack
    second = article("second", {"a": "drowsiness"})
    assert [group["title"] for group in find("drowsiness").groups] == ["Second"]
    index = next(iter(replica._opened.values()))
    assert index.count() == (1, 2)
    assert index.last() == (second.pk, Seal.objects.get(sealed="edition").digest)


def test_other_process_sees_what_this_one_indexed(article, titles):
    article("ketamine", {"a": "nausea"})
    titles("nausea")
    here = next(iter(replica._opened.values()))
    article("other", {"a": "drowsiness"})
    forget_open_indexes()
    assert titles("drowsiness") == ["Other"]
    # An index opened before the commit keeps answering from what it knew, until it is asked about the newer seal.
    assert here.count() == (1, 2)
    replica._opened[next(iter(replica._opened))] = here
    assert titles("drowsiness") == ["Other"]


WRITE_MANY = """
import sys
from pathlib import Path
from search import index
from search.passages import Passage
root, first = Path(sys.argv[1]), int(sys.argv[2])
for edition in range(first, first + 20):
    with index.locked(root, 60):
        directory = index.place(root)
        if not directory.exists():
            index.start_afresh(directory)
        index.write(directory, [(edition, f"seal {edition}", "Title", [Passage("", "", "article", "nausea")])])
"""


def test_processes_that_write_at_once_lose_nothing(index_dir):
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITE_MANY, str(index_dir), str(first)], stderr=subprocess.PIPE)
        for first in (1, 101, 201)
    ]
    assert [(writer.wait(120), writer.stderr.read()) for writer in writers] == [(0, b"")] * 3
    index = files.PassageIndex(files.place(index_dir))
    assert index.count() == (60, 60)
    assert index.holds_all([*range(1, 21), *range(101, 121), *range(201, 221)])


def test_directory_that_cannot_be_written_makes_search_unavailable(article, find, settings, tmp_path):
    article("ketamine", {"a": "nausea"})
    (tmp_path / "file").write_text("")
    settings.SEARCH_INDEX_DIR = tmp_path / "file" / "search"
    with pytest.raises(SearchUnavailable):
        find("nausea")
    with pytest.raises(CommandError):
        call_command("search_index")


def test_lock_held_too_long_does_not_hold_a_reader(article, find, titles, index_dir, monkeypatch):
    monkeypatch.setattr(replica, "catch_up", lambda **options: original(wait=0.05, **options))
    article("ketamine", {"a": "nausea"})
    index_dir.mkdir()
    with (index_dir / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(SearchUnavailable):
            find("nausea")
    assert titles("nausea") == ["Ketamine"]


original = replica.catch_up


def test_index_behind_in_what_nobody_reads_still_answers(article, find, titles, monkeypatch):
    article("ketamine", {"a": "nausea"})
    titles("nausea")
    draft = article("draft", {"a": "nausea"}, publish=False)

    def disk_full(*arguments, **options):
        raise files.IndexNotWritable("No space left on device")

    monkeypatch.setattr(files, "write", disk_full)
    assert titles("nausea") == ["Ketamine"]
    replica.ask(lambda index: None, needed=[])
    with pytest.raises(SearchUnavailable):
        replica.ask(lambda index: None, needed=[draft.pk])


def test_failed_write_leaves_the_index_as_it_was(index_dir):
    directory = files.place(index_dir)
    files.start_afresh(directory)
    files.write(directory, [(1, "seal", "Title", [Passage("", "", "article", "nausea")])])

    def entries():
        yield 2, "seal 2", "Title", [Passage("", "", "article", "nausea")]
        raise RuntimeError("The database went away.")

    with pytest.raises(RuntimeError):
        files.write(directory, entries(), replace=True)
    assert files.PassageIndex(directory).count() == (1, 1)
    files.write(directory, [(2, "seal 2", "Title", [Passage("", "", "article", "nausea")])])
    assert files.PassageIndex(directory).count() == (2, 2)
