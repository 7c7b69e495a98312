"""The generated pages say what the code says."""

import re
from pathlib import Path

import pytest

from app import reference

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", sorted(reference.pages()))
def test_a_generated_page_is_fresh(name: str) -> None:
    assert (reference.FOLDER / name).read_text(encoding="utf-8") == reference.pages()[name], (
        "Write it anew with: make docs"
    )


@pytest.mark.parametrize(
    "page", ["README.md", "docs/architecture.md", "docs/operations.md", "docs/security.md"]
)
def test_every_link_of_a_page_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#]+)\)", text)
    missing = [
        target
        for target in targets
        if not target.startswith("http") and not ((ROOT / page).parent / target).exists()
    ]
    assert targets
    assert missing == []


def test_every_file_that_the_architecture_names_is_there() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:agent|app|channels|commerce|tools)/[\w/.]+\.\w+)`", text)
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_test_that_the_page_of_security_names_is_there() -> None:
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", text)
    missing = [
        f"{file}::{name}"
        for file, name in named
        if not re.search(rf"def {name}\(", (ROOT / file).read_text(encoding="utf-8"))
    ]
    assert len(named) > 50
    assert missing == []
