"""Calls said as a person would say them, from the tools' own example sentences."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import prompts
from agent.planner.fields import fields_of
from commerce import words
from commerce.context import Context
from tools.base import Tool

_SLOT = re.compile(r"\{(\w+)\}")
LONGEST = 60
"""Letters of a label; channels cut longer ones."""


def as_said(ctx: Context, tool: Tool, arguments: Mapping[str, Any]) -> str:
    """Return a sentence that asks for a call with these arguments, in the language of the answer.

    A new tool needs nothing more than its examples.
    """
    values = _values(ctx, tool, arguments)
    best: tuple[int, int, str] | None = None
    for place, template in enumerate(_templates(tool.name, ctx.language)):
        slots = _SLOT.findall(template)
        if all(slot in values for slot in slots):
            said = _SLOT.sub(lambda match: values[match[1]], template)
            rank = (len(set(slots)), -place, said)
            best = max(best, rank) if best and len(said) <= LONGEST else best or rank
    text = best[2] if best else " ".join([tool.name.replace("_", " "), *values.values()])
    return text[:1].upper() + text[1:]


def openers(ctx: Context, tools: Sequence[Tool], most: int = 6) -> list[str]:
    """Return one ready sentence for each of some tools, to show what can be asked."""
    ready = []
    for tool in tools:
        plain = [t for t in _templates(tool.name, ctx.language) if not _SLOT.search(t)]
        fitting = [t for t in plain if 8 <= len(t) <= 40]
        if fitting:
            ready.append(fitting[0][:1].upper() + fitting[0][1:])
    return list(dict.fromkeys(ready))[:most]


@cache
def shows_by_number(tool: Tool) -> bool:
    """Tell whether a bare number asks for it: of an order, what shows the order."""
    said = (one for by in prompts.examples().get(tool.name, {}).values() for one in by)
    return any(_SLOT.fullmatch(one) for one in said)


@cache
def _templates(tool: str, language: str) -> tuple[str, ...]:
    languages = prompts.examples().get(tool, {})
    return languages.get(language) or languages.get("en", ())


def _values(ctx: Context, tool: Tool, arguments: Mapping[str, Any]) -> dict[str, str]:
    """Return the words for each slot that a template may have, by argument name and by kind."""
    values: dict[str, str] = {}
    for spot in fields_of(tool.arguments):
        value = arguments.get(spot.name)
        if value is None:
            continue
        written = _written(ctx, value)
        values[spot.name] = written
        if spot.kind is not None:
            values.setdefault(spot.kind.value, written)
    return values


def _written(ctx: Context, value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return words.write_date(date.fromisoformat(value), ctx.language)
    if words.has(f"planner-period-{value}"):
        return ctx.say(f"planner-period-{value}").lower()
    return str(value).replace("_", " ")
