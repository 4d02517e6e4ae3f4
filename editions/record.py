"""The record: pictures that editions show, each file named by the SHA-256 of its bytes, written once and kept."""

import hashlib
import logging
import re

from django.core.files.storage import storages

from editions.canonical import digest
from editions.whole_files import write_whole

log = logging.getLogger(__name__)

ADDRESS = "/record/"
MISSING = "is missing from the record"
ALTERED = "is not what was recorded"

_NAMED = re.compile(re.escape(ADDRESS) + r"([0-9a-f]{64}\.[a-z]+)")


def keep(data, extension):
    """Put the bytes `data` into the record, whole or not at all, and return the file's name; a file that is there
    already stays.
    """
    name = f"{digest(data)}.{extension}"
    found = problem(name)
    if found == ALTERED:
        log.critical("ALARM: the file %s of the record had been altered, and is written anew.", name)
    if found:
        write_whole(storages["record"], name, data)
    return name


def problem(name):
    """What is wrong with the file `name` of the record, as the end of a sentence; empty when it is as recorded."""
    try:
        with storages["record"].open(name) as file:
            return "" if digest_of(file) == name.partition(".")[0] else ALTERED
    except FileNotFoundError:
        return MISSING


def digest_of(file):
    """SHA-256 of what is in the open `file`, which stands at its beginning again afterwards."""
    sha256 = hashlib.sha256()
    for chunk in file.chunks():
        sha256.update(chunk)
    file.seek(0)
    return sha256.hexdigest()


def names_in(html):
    """The names of the files of the record that `html` shows, each once and in order."""
    return list(dict.fromkeys(_NAMED.findall(html)))
