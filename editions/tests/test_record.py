"""The record of pictures: each file under the digest of its bytes, whole or not at all."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from editions import record
from editions.canonical import digest


@pytest.fixture(params=["FileSystemStorage", "InMemoryStorage"], autouse=True)
def storage(request, settings, tmp_path):
    options = {"location": tmp_path} if request.param == "FileSystemStorage" else {}
    backend = {"BACKEND": f"django.core.files.storage.{request.param}", "OPTIONS": options}
    settings.STORAGES = settings.STORAGES | {"record": backend}
    return storages["record"]


def alter(storage, name, data):
    storage.delete(name)
    storage.save(name, ContentFile(data))


def test_bytes_are_kept_under_their_digest(storage):
    name = record.keep(b"picture", "webp")
    assert name == f"{digest(b'picture')}.webp"
    assert storage.open(name).read() == b"picture"
    assert record.problem(name) == ""


def test_a_file_that_is_there_stays(storage):
    name = record.keep(b"picture", "webp")
    written = storage.get_modified_time(name)
    assert record.keep(b"picture", "webp") == name
    assert storage.get_modified_time(name) == written
    assert storage.listdir("")[1] == [name]


def test_an_altered_file_is_named_and_put_right(storage, caplog):
    name = record.keep(b"picture", "webp")
    alter(storage, name, b"forged")
    assert record.problem(name) == record.ALTERED
    assert record.keep(b"picture", "webp") == name
    assert storage.open(name).read() == b"picture"
    assert "ALARM" in caplog.text


def test_a_missing_file_is_named(storage):
    assert record.problem(f"{digest(b'never')}.webp") == record.MISSING


def test_half_a_file_never_has_the_name(storage, monkeypatch):
    def full_disk(*arguments):
        raise OSError("No space left on device")

    # Both are the last step before the name is there.
    monkeypatch.setattr(Path, "replace", full_disk)
    monkeypatch.setattr(type(storage), "_save", full_disk)
    with pytest.raises(OSError, match="No space"):
        record.keep(b"picture", "webp")
    monkeypatch.undo()
    assert record.problem(f"{digest(b'picture')}.webp") == record.MISSING
    assert storage.listdir("")[1] == []


def test_the_names_that_a_text_shows():
    first, second = f"{digest(b'a')}.webp", f"{digest(b'b')}.jpg"
    html = f'<img src="/record/{second}" srcset="/record/{first} 480w, /record/{first} 960w"> /record/abc.png'
    assert record.names_in(html) == [second, first]
