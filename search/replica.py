"""The index as a replica of the ledger: brought up to date when asked, started afresh when it is not one."""

import logging

from django.conf import settings

from editions.canonical import digest
from editions.models import Edition, Seal
from search import index as files
from search.errors import IndexBroken, SearchUnavailable
from search.passages import Passage, passages

logger = logging.getLogger(__name__)

A_BATCH = 200

# How long a reader waits while another process brings the index up to date.
READER_WAITS = 5
COMMAND_WAITS = 600

# The index that this process opened last, by directory.
_opened = {}


def ask(question, needed):
    """`question(index)` of an index that holds every sealed edition, or at least the edition ids `needed`.

    A broken index is built anew once. Raises `SearchUnavailable`.
    """
    try:
        return question(_up_to_date(needed))
    except IndexBroken as problem:
        logger.error("The search index is broken and is built anew: %s", problem)
        return question(catch_up(afresh=True))


def catch_up(*, rebuild=False, afresh=False, wait=READER_WAITS):
    """Index all editions sealed since the last one held, and return the index.

    Everything is indexed anew if the index is none of this ledger (a database restored or exchanged), with `rebuild`
    in one commit that readers do not notice, and with `afresh` after throwing its files away.
    """
    root = settings.SEARCH_INDEX_DIR
    directory = files.place(root)
    with files.locked(root, wait):
        try:
            index = _write_what_is_missing(directory, rebuild, afresh)
        except IndexBroken as problem:
            logger.error("The search index is broken and is built anew: %s", problem)
            index = _write_what_is_missing(directory, afresh=True)
    _opened[directory] = index
    return index


def _write_what_is_missing(directory, rebuild=False, afresh=False):
    held = None if afresh else _readable(directory)
    if held is None:
        files.start_afresh(directory)
    last, seal = held.last() if held else (0, "")
    if rebuild or (last and not _newest(row_id=last, digest=seal)):
        files.write(directory, _entries(after=0), replace=True)
    else:
        files.write(directory, _entries(after=last))
    return files.PassageIndex(directory)


def bring_up_to_date(rebuild=False):
    """What the command does: catch up, remove the indexes of other versions, return the counts of the index."""
    index = catch_up(rebuild=rebuild, wait=COMMAND_WAITS)
    with files.locked(settings.SEARCH_INDEX_DIR, COMMAND_WAITS):
        files.remove_other_versions(settings.SEARCH_INDEX_DIR)
    return index.count()


def _up_to_date(needed):
    directory = files.place(settings.SEARCH_INDEX_DIR)
    newest = _newest()
    index = _opened.get(directory)
    if index and newest and index.holds(newest.digest):
        return index
    # Another process may have written since.
    index = _readable(directory)
    if index and (not newest or index.holds(newest.digest)):
        _opened[directory] = index
        return index
    try:
        return catch_up()
    except SearchUnavailable as problem:
        if index and index.holds_all(needed):
            logger.error("The search index is behind, though not in what readers may read: %s", problem)
            return index
        raise


def _readable(directory):
    try:
        return files.PassageIndex(directory)
    except IndexBroken:
        return None


def _newest(**restriction):
    """The seal of the newest edition. Its digest covers all of the ledger before it."""
    seals = Seal.objects.filter(sealed=Seal.Sealed.EDITION, **restriction)
    return seals.order_by("-row_id").only("row_id", "digest").first()


def _entries(after):
    """What the index holds of each edition sealed after the edition id `after`."""
    seals = Seal.objects.filter(sealed=Seal.Sealed.EDITION).order_by("row_id").values_list("row_id", "digest")
    while batch := list(seals.filter(row_id__gt=after)[:A_BATCH]):
        after = batch[-1][0]
        editions = Edition.objects.defer("content").in_bulk([row_id for row_id, _ in batch])
        for row_id, seal in batch:
            edition = editions.get(row_id)
            if edition and _as_sealed(edition):
                yield row_id, seal, edition.facts["title"], passages(edition)
            else:
                # It is entered without words, so that the index is complete; readers are not shown it either.
                logger.critical("ALARM: edition %s is not what was sealed; search does not take it in", row_id)
                yield row_id, seal, "", [Passage("", "", "article", "")]


def _as_sealed(edition):
    return digest(edition.html) == edition.html_digest and digest(edition.metadata) == edition.metadata_digest
