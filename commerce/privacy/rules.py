"""Finding what tells who somebody is in texts, and taking it out: no database."""

import json
import re
from collections.abc import Iterable
from typing import Any, Final

from commerce.privacy.types import Traces

GONE: Final = "[erased]"
"""What stands where something was erased."""
_SHORTEST_LINE: Final = 8
"""Letters of an address's line from which it is theirs and no ordinary word."""
_NATIONAL: Final = 10
"""Digits of an Indian number without its country."""


def needles(traces: Traces) -> tuple[str, ...]:
    """Return what is looked for in texts, as people and messengers write it; the longest first.

    Names of one word are no trace in a text of somebody else: there are many of that name.
    """
    found = {name for name in traces.names if len(name.split()) > 1}
    found |= {mail for mail in traces.emails if mail}
    found |= {line for line in traces.lines if len(line) >= _SHORTEST_LINE}
    for phone in traces.phones:
        found |= _written(phone)
    return tuple(sorted(found, key=lambda one: (-len(one), one)))


def _written(phone: str) -> set[str]:
    """Return the ways a number is written: with its country or without, in one or in groups."""
    digits = re.sub(r"\D", "", phone)
    if len(digits) < _NATIONAL:
        return {phone}
    last = digits[-_NATIONAL:]
    return {
        phone, digits, last, f"{last[:5]} {last[5:]}", f"{last[:5]}-{last[5:]}",
        f"{last[:3]} {last[3:6]} {last[6:]}", f"{last[:3]}-{last[3:6]}-{last[6:]}",
    }  # fmt: skip


def pattern(wanted: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds any of some texts, whatever their case, as whole words and numbers."""
    longest = sorted(wanted, key=lambda one: (-len(one), one))
    parts = [rf"(?<!\w)\+?{re.escape(one.lstrip('+'))}(?!\w)" for one in longest]
    return re.compile("|".join(parts), re.IGNORECASE) if parts else None


def as_stored(wanted: Iterable[str]) -> set[str]:
    """Return how texts stand in columns: as they are, and as JSON escapes them."""
    told = set(wanted)
    return told | {json.dumps(one)[1:-1] for one in told}


def without(value: Any, found: re.Pattern[str]) -> Any:
    """Return a text or plain JSON with every trace taken out."""
    if isinstance(value, str):
        return found.sub(GONE, value)
    if isinstance(value, dict):
        return {found.sub(GONE, name): without(one, found) for name, one in value.items()}
    if isinstance(value, list):
        return [without(one, found) for one in value]
    return value
