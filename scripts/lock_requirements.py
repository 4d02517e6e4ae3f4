"""Pin requirements*.in to requirements*.txt with hashes, each direct requirement under the reason it is there for.

Arguments are handed on to pip-compile: `--upgrade`, `--upgrade-package NAME`.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEADER = "# Pinned by `make lock` from {source}; edit that file and not this one.\n\n"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def reasons(source: str) -> dict[str, str]:
    """The trailing comment of every requirement in the text of an .in file, by the package's canonical name."""
    found = {}
    for line in source.splitlines():
        if line.strip() and not line.startswith(("#", "-")):
            requirement, _, reason = line.partition("#")
            found[canonical(NAME.match(requirement)[0])] = reason.strip()
    return found


def annotated(pins: str, why: dict[str, str]) -> str:
    """The text of a pinned file with each direct requirement's reason on the line above it."""
    lines = []
    for line in pins.splitlines():
        name = NAME.match(line)
        if name and canonical(name[0]) in why:
            lines.append(f"# {why[canonical(name[0])]}")
        lines.append(line)
    return "\n".join(lines) + "\n"


def lock(source: Path, *arguments: str) -> None:
    target = source.with_suffix(".txt")
    # The machine's own pip configuration may name mirrors and local folders: none of it belongs in the pins.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PIP_") or key == "PIP_CERT"}
    environment["PIP_CONFIG_FILE"] = os.devnull
    command = [sys.executable, "-m", "piptools", "compile", "--quiet", "--generate-hashes", "--strip-extras"]
    command += ["--allow-unsafe", "--no-header", "--no-emit-options"]
    command += [f"--output-file={target.name}", *arguments, source.name]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)  # noqa: S603
    pins = annotated(target.read_text(), reasons(source.read_text()))
    target.write_text(HEADER.format(source=source.name) + pins)


if __name__ == "__main__":
    lock(ROOT / "requirements.in", *sys.argv[1:])
    lock(ROOT / "requirements-dev.in", *sys.argv[1:])
