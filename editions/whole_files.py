"""Files that are there whole or not at all, also after a crash and for whoever reads while they are written."""

import os
import tempfile
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage


def write_whole(storage, name, data):
    """Put the bytes `data` into `storage` under `name`, in place of what has that name."""
    if not isinstance(storage, FileSystemStorage):
        # Object stores put a file in its place whole.
        storage.delete(name)
        if (saved := storage.save(name, ContentFile(data))) != name:
            storage.delete(saved)
        return
    path = Path(storage.path(name))
    path.parent.mkdir(parents=True, exist_ok=True)
    # Beside its place and then moved there.
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).chmod(storage.file_permissions_mode or 0o644)
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
