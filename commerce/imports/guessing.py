"""Which of a file's columns is which of ours, guessed from names and from what stands under them.

A guess is shown and confirmed before anything is read by it; its confidence is only how it is
shown, and in which order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from commerce.imports.sheet import Column, Format, Looks, fits, key_of

_WORTH_SHOWING = 0.5
_SAMPLE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """One of our columns and where it may be."""

    column: str
    header: str
    confidence: float


def guess(
    known: Format[Any], headers: Sequence[str], rows: Sequence[Sequence[str]],
    taken: Mapping[str, int],
) -> tuple[Guess, ...]:  # fmt: skip
    """Return where the columns that were not found may stand, each header used once.

    Args:
        known: What the file is to be read as.
        headers: The file's.
        rows: Some rows below them.
        taken: Our columns that were found, and where.
    """
    free = [
        place
        for place, header in enumerate(headers)
        if header.strip() and place not in taken.values()
    ]
    wanted = [column for column in known.columns if column.name not in taken]
    scored = sorted(
        (
            (
                _confidence(column, headers[place], [_cell(row, place) for row in rows]),
                column,
                place,
            )
            for column in wanted
            for place in free
        ),
        key=lambda one: (-one[0], not one[1].required, one[2]),
    )
    guesses: dict[str, Guess] = {}
    used: set[int] = set()
    for confidence, column, place in scored:
        if confidence < _WORTH_SHOWING or column.name in guesses or place in used:
            continue
        used.add(place)
        guesses[column.name] = Guess(
            column=column.name, header=headers[place].strip(), confidence=round(confidence, 2)
        )
    return tuple(guesses.values())


def _confidence(column: Column, header: str, sample: Sequence[str]) -> float:
    """Return from 0 to 1 how well a header and what stands under it suit a column.

    Two thirds by the name, one third by the cells; cells that cannot be the column's end it.
    """
    words = " ".join(key_of(word) for word in header.replace("_", " ").replace("-", " ").split())
    by_name = max(
        fuzz.token_sort_ratio(words, known.lower().replace("-", " ").replace("_", " "))
        for known in (*column.headers, column.name.replace("_", " "))
    )
    filled = [cell for cell in sample[:_SAMPLE] if cell]
    if not filled:
        return by_name / 100 * 0.6
    suits = sum(fits(column.looks, cell) for cell in filled) / len(filled)
    if column.looks is Looks.TEXT:
        suits = 0.5 if all(fits(Looks.NUMBER, cell) for cell in filled) else 0.8
    if column.looks in (Looks.NUMBER, Looks.DATE, Looks.EMAIL, Looks.PHONE) and suits < 0.5:
        return 0.0
    return min(0.99, by_name / 100 * 2 / 3 + suits / 3)


def _cell(row: Sequence[str], place: int) -> str:
    return row[place].strip() if place < len(row) else ""
