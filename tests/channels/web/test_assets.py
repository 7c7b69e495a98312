"""What the browser is given: complete, ours or accounted for, and asking nobody else."""

import hashlib
import re
from pathlib import Path
from typing import get_args

import pytest

from channels.web import STATIC
from channels.web.doors import Standing
from channels.web.suggestions import suggestion_keys
from commerce import words
from commerce.access import Role
from tools.cards import Card

TEMPLATES = STATIC.parent / "templates"
SCRIPTS = {path.name: path.read_text() for path in STATIC.glob("*.js")}
VENDORED = [STATIC / "vendor", Path(__file__).parents[2] / "vendor"]


def test_every_kind_of_card_has_a_function_that_draws_it() -> None:
    union, _ = get_args(Card)
    kinds = {card.model_fields["kind"].default for card in get_args(union)}
    registry = re.search(r"export const CARDS = \{(.*?)\n\};", SCRIPTS["cards.js"], re.DOTALL)
    assert registry is not None
    drawn = set(re.findall(r"^\s+(\w+): draw\w+,$", registry.group(1), re.MULTILINE))
    assert drawn == kinds


def test_every_way_an_approval_or_receipt_can_stand_has_its_words() -> None:
    states = set(get_args(Standing.__annotations__["state"])) - {"pending", "kept"}
    assert {state for state in states if not words.has(f"web-ui-state-{state}")} == set()


def test_every_sentence_the_script_says_is_in_the_catalogue() -> None:
    said = {key for text in SCRIPTS.values() for key in re.findall(r'\bsay\("([\w-]+)"\)', text)}
    assert {key for key in said if not words.has(f"web-ui-{key}")} == set()


@pytest.mark.parametrize("role", Role)
def test_each_role_is_named_and_offered_four_things_to_ask(role: Role) -> None:
    keys = [f"web-role-{role}", f"web-role-does-{role}", *suggestion_keys(role)]
    assert [key for key in keys if not words.has(key)] == []
    assert len(keys) == 6


def test_every_refusal_has_its_sentence() -> None:
    python = "".join(path.read_text() for path in STATIC.parent.glob("*.py"))
    codes = set(re.findall(r'(?:Trouble\(\d+, |_refusal\(request, [\w.]+, )"([\w-]+)"', python))
    assert len(codes) >= 12
    assert {code for code in codes if not words.has(f"web-error-{code}")} == set()


def test_text_is_never_parsed_as_markup() -> None:
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
    assert [name for name, text in SCRIPTS.items() if re.search(forbidden, text)] == []


def test_nothing_is_asked_of_another_server() -> None:
    ours = [*STATIC.rglob("*"), *TEMPLATES.rglob("*")]
    text = "".join(path.read_text() for path in ours if path.is_file())
    addresses = set(re.findall(r"https?://[^\s\"')`]+", text))
    # Names of formats, of an issue and of where icons come from, never asked for.
    assert addresses == {
        "http://www.w3.org/2000/svg", "http://www.w3.org/2000/xmlns/",
        "http://www.w3.org/1999/xlink", "https://vega.github.io/schema/vega/v6.json",
        "https://github.com/vega/vega-lite/issues/2415", "https://fonts.google.com/icons",
        "https://github.com/google/material-design-icons",
    }  # fmt: skip


def test_no_template_has_a_script_or_a_style_of_its_own() -> None:
    text = "".join(path.read_text() for path in TEMPLATES.iterdir())
    assert re.findall(r"<style|\sstyle=|\son\w+=", text) == []
    assert set(re.findall(r"<script ([^>]*)>", text)) == {
        'type="application/json" id="words"',
        'type="application/json" id="page"',
        'type="module" src="/static/work.js"',
        'type="module" src="/static/workflows.js"',
        'type="module" src="/static/builder.js"',
        'type="module" src="/static/shared.js"',
        'type="module" src="/static/document.js"',
        'type="module" src="/static/link-page.js"',
        'type="module" src="/static/chat.js"',
        'type="module" src="/static/sign-in.js"',
    }


@pytest.mark.parametrize("folder", VENDORED, ids=["product", "tests"])
def test_what_others_wrote_is_listed_with_its_licence_and_unchanged(folder: Path) -> None:
    lines = re.findall(r"^([0-9a-f]{64})  (\S+)", (folder / "README").read_text(), re.MULTILINE)
    listed = {path: checksum for checksum, path in lines}
    present = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "README"
    }
    assert present == listed
