"""A message that says the name of a request of one's own stands for that request."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

import prompts
from agent.llm import ToolCall
from agent.planner.leaning import FILLERS, act_of
from agent.planner.recognise.found import phrases_of
from agent.planner.splitting import parts_of
from agent.planner.text import Said, read
from commerce.memory import Known, Shortcut, key_of

_ALIKE = 90
"""Similarity, out of 100, from which a name that is typed wrongly is the one that is known."""
_LONG_ENOUGH = 6
"""Letters of a name that may be typed wrongly."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """What a message with a name in it stands for."""

    calls: tuple[ToolCall, ...] = ()
    words: str = ""
    """The request in words, where no calls are known."""


def recalled(known: Known, text: str) -> Recalled | None:
    """Return what a message that says nothing but a name stands for; `None` where it says more."""
    if known.is_empty:
        return None
    said = read(text)
    if act_of(said) is not None:
        return None  # Whatever is called "yes": it answers what was asked.
    found = _named(known, said) or _report(known, said)
    if found is None:
        return None
    return _stands_for(found)


def _stands_for(found: Shortcut) -> Recalled:
    calls = tuple(ToolCall(id="", name=c.tool, arguments=dict(c.arguments)) for c in found.calls)
    return Recalled(calls, "" if calls else found.request)


def expanded(known: Known, text: str) -> Sequence[str | Recalled]:
    """Return the parts of a message with what its names stand for: words to hear, or calls.

    Empty where nothing in it is a name.
    """
    whole = recalled(known, text)
    if whole is not None:
        return [_heard(whole)]
    parts = parts_of(text) if not known.is_empty else []
    found = [recalled(known, part) for part in parts]
    if not any(found):
        return []
    return [_heard(one) if one else part for one, part in zip(found, parts, strict=True)]


def with_more(known: Known, text: str) -> tuple[Recalled, str] | None:
    """Return what a name stands for that has more beside it, and the rest of the message.

    "My morning report for Pune": the request as it is kept, and "for Pune".
    """
    said = read(text)
    for one in known.shortcuts:
        name = key_of(one.name).split()
        for first in range(len(said.tokens) - len(name) + 1):
            tokens = said.tokens[first : first + len(name)]
            if one.calls and [token.raw.casefold() for token in tokens] == name:
                rest = f"{said.text[: tokens[0].start]} {said.text[tokens[-1].end :]}"
                return _stands_for(one), " ".join(_bare(read(rest)))
    return None


def _heard(found: Recalled) -> str | Recalled:
    return found if found.calls else found.words


def _named(known: Known, said: Said) -> Shortcut | None:
    words = key_of(" ".join(_bare(said)))
    if not words:
        return None
    for one in known.shortcuts:
        if key_of(one.name) in (words, key_of(said.text)):
            return one
    near = max(known.shortcuts, key=lambda one: fuzz.ratio(words, key_of(one.name)), default=None)
    if near is None or len(words) < _LONG_ENOUGH:
        return None
    return near if fuzz.ratio(words, key_of(near.name)) >= _ALIKE else None


def _report(known: Known, said: Said) -> Shortcut | None:
    """Return the default report where nothing but "my report" is said."""
    if known.report is None:
        return None
    hits = phrases_of("shortcut_words", "report").find(said.tokens)
    if len(hits) != 1:
        return None
    outside = [t.word for n, t in enumerate(said.tokens) if not hits[0].first <= n < hits[0].last]
    return known.report if set(outside) <= _around() else None


def _bare(said: Said) -> list[str]:
    """Return the words of a message without those that only ask for something."""
    words = [token.raw for token in said.tokens]
    around = _around()
    while words and words[0].casefold() in around:
        words = words[1:]
    while words and words[-1].casefold() in around:
        words = words[:-1]
    return words


def _around() -> frozenset[str]:
    return frozenset(prompts.lexicon("shortcut_words")["run"]) | FILLERS
