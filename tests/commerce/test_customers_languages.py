"""What the shop writes to customers is there in every language that it answers in."""

from collections.abc import Iterator
from importlib.resources import files

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from commerce import words

_FILES = ("own.ftl", "outreach.ftl")
_OF_THE_TEAM = ("setting-", "error-setting-", "audit-", "error-ask-", "order-reason-")
_SAME_EVERYWHERE = ("ask-channel-",)
_LONGEST_BUTTON = 20
"""Letters of a button on WhatsApp."""


def _messages(language: str) -> dict[str, ast.Message]:
    folder = files(words) / language
    texts = (one.read_text("utf-8") for one in folder.iterdir() if one.name.endswith(".ftl"))
    parsed = (FluentParser().parse(text) for text in texts)
    return {
        one.id.name: one for file in parsed for one in file.body if isinstance(one, ast.Message)
    }


def _for_customers() -> Iterator[str]:
    for name in _FILES:
        text = (files(words) / "en" / name).read_text("utf-8")
        for one in FluentParser().parse(text).body:
            if isinstance(one, ast.Message) and not _is_of_the_team(one.id.name):
                yield one.id.name


def _is_of_the_team(key: str) -> bool:
    return key.startswith((*_OF_THE_TEAM, *_SAME_EVERYWHERE)) or key.endswith("-history")


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


def _asked_for(message: ast.Message) -> set[str]:
    found = _Variables()
    found.visit(message)
    return found.names


@pytest.mark.parametrize("language", words.PARTLY)
def test_a_customer_is_never_answered_half_in_english(language: str) -> None:
    theirs, english = _messages(language), _messages("en")
    missing = [key for key in _for_customers() if key not in theirs]
    assert missing == []
    for key in _for_customers():
        assert _asked_for(theirs[key]) == _asked_for(english[key]), key


@pytest.mark.parametrize("language", words.ANSWERED)
def test_what_a_customer_may_press_fits_on_a_button(language: str) -> None:
    buttons = [key for key in _for_customers() if "-button-" in key and not key.endswith("-says")]
    for key in buttons:
        said = words.say(language, key, percent=10, day="24 Nov")
        assert len(said) <= _LONGEST_BUTTON, (key, said)
