"""What a courier's failure code means, by the tables in `courier_codes.toml`."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from commerce.context import Context
from commerce.ndr import queries
from commerce.ndr.types import CodeMeaning, ReattemptTerms
from commerce.vocabulary import NdrReason

_TEXT_LENGTH = 255


def version() -> str:
    """Return the date of the tables, to keep beside what was read with them."""
    return str(_table()["version"])


def meaning_of(courier: str, raw_code: str, raw_text: str) -> CodeMeaning | None:
    """Return what a failure means, or `None` where no table knows it.

    The code is looked up in the courier's own table first; then the courier's words, in its table
    and in the one that all share. An aggregator hands on the codes of who drives: one that means
    the same wherever it is known means that.
    """
    own = _codes(courier)
    family = own.get(_code_key(raw_code)) or own.get(_code_key(raw_text))
    if family is None and courier in _table()["aggregators"]:
        family = _codes_of_all().get(_code_key(raw_code))
    family = family or _texts().get(_text_key(raw_text)) or _texts().get(_text_key(raw_code))
    return _families()[family] if family else None


def reason_for(courier: str, raw_code: str, raw_text: str) -> NdrReason | None:
    """Return the platform's reason for a courier's code and text, or `None` where unknown.

    Who gets `None` stores `NdrReason.OTHER` and calls `note_unmapped`.
    """
    meaning = meaning_of(courier, raw_code, raw_text)
    return meaning.reason if meaning else None


def note_unmapped(
    ctx: Context, courier: str, raw_code: str, raw_text: str, *, times: int = 1
) -> None:
    """Count a code that no table knows, so that somebody maps it; `times` it was just seen."""
    queries.count_unmapped(ctx, courier, raw_code[:40], raw_text[:_TEXT_LENGTH], times=times)


def reattempt_terms(courier: str) -> ReattemptTerms:
    """Return what a courier asks of a reattempt."""
    codes = _table()["reattempt_codes"].get(courier)
    return ReattemptTerms(
        codes=frozenset(codes) if codes else None,
        after_hour=_table()["reattempt_after_hour"].get(courier),
    )


@cache
def _table() -> Mapping[str, Any]:
    text = (files("commerce.ndr") / "courier_codes.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _families() -> Mapping[str, CodeMeaning]:
    return {
        name: CodeMeaning(family=name, **{**facts, "reason": NdrReason(facts["reason"])})
        for name, facts in _table()["families"].items()
    }


@cache
def _codes(courier: str) -> Mapping[str, str]:
    """Return the family of each code of a courier."""
    by_family = _table()["couriers"].get(courier, {})
    return {_code_key(code): family for family, codes in by_family.items() for code in codes}


@cache
def _codes_of_all() -> Mapping[str, str]:
    """Return the family of each code that has one wherever it is known; but of no bare number."""
    found: dict[str, set[str]] = {}
    for courier in _table()["couriers"]:
        for code, family in _codes(courier).items():
            found.setdefault(code, set()).add(family)
    return {
        code: next(iter(families))
        for code, families in found.items()
        if len(families) == 1 and re.search("[A-Z].*[0-9]", code)
    }


@cache
def _texts() -> Mapping[str, str]:
    return {_text_key(text): family for family, said in _table()["texts"].items() for text in said}


def _code_key(code: str) -> str:
    """Return a code as it is compared: `t/003 ` and `T-003` are one."""
    return re.sub(r"[/:_\s]+", "-", code.strip()).upper()


def _text_key(text: str) -> str:
    """Return words as they are compared, without the aggregators' `Delivery Attempted-`."""
    words = re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()
    return words.removeprefix("delivery attempted ")
