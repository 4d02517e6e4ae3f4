"""Take the pictures of docs/guide anew: `.venv/bin/python scripts/guide_pictures.py`.

They show the journeys in tests/journeys, so they cannot show what does not work.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "images"
JOURNEYS = ["tests/journeys/test_writing_an_article.py", "tests/journeys/test_importing_a_document.py"]
# As many as a palette holds: fewer turn small red things brown.
COLOURS = 255


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        surroundings = os.environ | {"GUIDE_PICTURES": folder, "CI": "true"}
        journeys = [sys.executable, "-m", "pytest", *JOURNEYS]
        if failed := subprocess.run(journeys, cwd=ROOT, env=surroundings, check=False).returncode:  # noqa: S603
            return failed
        for taken in sorted(Path(folder).glob("*.png")):
            with Image.open(taken) as picture:
                picture.convert("RGB").quantize(COLOURS).save(PICTURES / taken.name, optimize=True)
            print(f"docs/images/{taken.name}: {(PICTURES / taken.name).stat().st_size // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
