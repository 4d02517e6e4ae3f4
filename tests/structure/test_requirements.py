"""What is installed is pinned, hashed, and there for a reason; and the pins name no machine."""

import re

import pytest

from scripts.lock_requirements import canonical, reasons
from tests.structure.sources import ROOT

SOURCES = ("requirements", "requirements-dev")


def pins(name: str) -> dict[str, str]:
    """The block of every package in the pinned file: its line, its hashes, where it comes from."""
    text = (ROOT / f"{name}.txt").read_text()
    found = re.findall(r"^([a-z0-9][a-z0-9._-]*)==(\S+(?: \\\n    --hash=\S+)*)", text, re.MULTILINE)
    return {canonical(package): block for package, block in found}


@pytest.mark.parametrize("name", SOURCES)
def test_every_requirement_has_its_reason_in_both_files(name):
    why = reasons((ROOT / f"{name}.in").read_text())
    assert [package for package, reason in why.items() if not reason] == []
    pinned = (ROOT / f"{name}.txt").read_text()
    assert [package for package, reason in why.items() if f"# {reason}\n{package}==" not in pinned] == []


@pytest.mark.parametrize("name", SOURCES)
def test_every_pin_has_hashes(name):
    assert len(pins(name)) > 20
    assert [package for package, block in pins(name).items() if "--hash=sha256:" not in block] == []


def test_both_files_agree_on_what_they_share():
    product, development = pins("requirements"), pins("requirements-dev")
    assert [name for name in product.keys() & development.keys() if product[name] != development[name]] == []


@pytest.mark.parametrize("name", SOURCES)
def test_pins_name_no_index_and_no_place_on_a_machine(name):
    text = (ROOT / f"{name}.txt").read_text()
    assert re.findall(r"://|^-|(?<![\w.])/\w+/", text, re.MULTILINE) == []
