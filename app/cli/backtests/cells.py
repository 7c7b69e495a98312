"""Numbers and moments out of cells as people and machines write them, a column at a time.

Whether 03/04 is March or April is told by the rest of the column; where nothing tells, the day
comes first, as in India.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

BLANK: Final = frozenset(
    ("", "-", "--", "na", "n/a", "#n/a", "nan", "null", "none", "nat", "?", "<na>", "\\n")
)
_FEW: Final = 0.02
"""Share of cells that may be unreadable and count as blank."""
_WORDS_FOR_NONE: Final = 2
_NUMBERS_AT_LEAST: Final = 8
_MOST_GAPS: Final = 0.5
"""Different words that may stand for no number, beside so many different numbers at least, in
at most such a share of the cells."""
_CURRENCY: Final = re.compile(r"(?:₹|\?|\$|€|£|rs\.?|inr|usd|eur|gbp|%)", re.IGNORECASE)
_COMMA_DECIMAL: Final = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+),\d{1,2}")
_THOUSANDS: Final = re.compile(r"-?\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d*)?")
_YES: Final = {"true": 1.0, "yes": 1.0, "y": 1.0, "t": 1.0, "false": 0.0, "no": 0.0, "n": 0.0,
               "f": 0.0}  # fmt: skip
_FIGURES: Final = re.compile(r"(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?:[T ,]+(.*))?$")
_EVEN: Final = re.compile(
    r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T]+(\d{1,2}):(\d\d)(?::(\d\d))?)?$", re.MULTILINE
)
_EPOCHS: Final = {10: 1, 13: 1_000, 16: 1_000_000, 19: 1_000_000_000}
_NAMED: Final = (
    "%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y", "%d %b %y", "%b %Y", "%B %Y", "%b %y",
    "%Y %b %d", "%a %b %d %H:%M:%S %Y", "%Y %m", "%m %Y", "%Y",
)  # fmt: skip
_CLOCKS: Final = (
    "%H:%M:%S", "%H:%M", "%H:%M:%S.%f", "%I:%M %p", "%I:%M:%S %p", "%I:%M%p", "%I %p",
)  # fmt: skip


class Unreadable(ValueError):
    """Too many cells of a column are not what they should be."""

    def __init__(self, sample: str, count: int) -> None:
        """Say which cell, for one, and how many."""
        super().__init__(sample)
        self.sample = sample[:60]
        self.count = count


def numbers(cells: NDArray[Any]) -> NDArray[np.float64]:
    """Return numbers: ₹ and %, grouped by thousands or lakhs, (12) for -12, yes and no as 1 and 0.

    Raises:
        Unreadable: More than a few cells are no numbers.
    """
    distinct, places = _distinct(cells)
    commas = _decimal_commas(distinct)
    return np.asarray(
        _each(distinct, places, lambda cell: _number(cell, commas), np.nan), dtype=np.float64
    )


def numbers_with_gaps(cells: NDArray[Any]) -> NDArray[np.float64]:
    """Return numbers where a word or two ("not known", "missing") stand for none.

    Raises:
        Unreadable: It has more words than those, or few numbers.
    """
    distinct, places = _distinct(cells)
    commas = _decimal_commas(distinct)
    bare = [cell.strip() for cell in distinct]
    read = [np.nan if cell.lower() in BLANK else _number(cell, commas) for cell in bare]
    wrong = [place for place, value in enumerate(read) if value is None]
    rows = int(np.isin(places, wrong).sum())
    if wrong and (len(wrong) > _WORDS_FOR_NONE or len(read) < _NUMBERS_AT_LEAST
                  or rows > _MOST_GAPS * len(places)):  # fmt: skip
        raise Unreadable(distinct[wrong[0]], rows)
    found = [np.nan if value is None else value for value in read]
    return np.asarray(np.array(found, dtype=np.float64)[places])


def moments(cells: NDArray[Any]) -> NDArray[np.datetime64]:
    """Return moments, `datetime64[us]`, those with a zone in UTC.

    Raises:
        Unreadable: More than a few cells are no dates.
    """
    distinct, places = _distinct(cells)
    quick = _as_iso(distinct)
    if quick is not None:
        return quick[places]
    day_first = _day_first(distinct)
    even = _as_figures(distinct, day_first)
    if even is not None:
        return even[places]
    found = _each(distinct, places, lambda cell: _moment(cell, day_first), np.datetime64("NaT"))
    return np.asarray(found, dtype="datetime64[us]")


def _distinct(cells: NDArray[Any]) -> tuple[list[str], NDArray[np.intp]]:
    """Return each different cell once, and which of them each row has."""
    known: dict[str, int] = {}
    places = np.fromiter(
        (known.setdefault(cell, len(known)) for cell in map(_as_text, cells.tolist())),
        dtype=np.intp, count=len(cells),
    )  # fmt: skip
    return list(known), places


def _as_text(cell: object) -> str:
    return cell if isinstance(cell, str) else f"{cell:.15g}" if cell == cell else ""


def _each(
    distinct: list[str], places: NDArray[np.intp], one: Callable[[str], Any], blank: Any
) -> NDArray[Any]:
    found, wrong = [], []
    for place, cell in enumerate(distinct):
        value = blank if cell.strip().lower() in BLANK else one(cell.strip())
        if value is None:
            wrong.append(place)
            value = blank
        found.append(value)
    if wrong:
        rows = int(np.isin(places, wrong).sum())
        if rows > _FEW * len(places):
            raise Unreadable(distinct[wrong[0]], rows)
    return np.array(found)[places]


def _number(cell: str, commas: bool) -> float | None:
    try:
        return float(cell)
    except ValueError:
        pass
    plain = _CURRENCY.sub("", cell).strip()
    if plain.startswith("(") and plain.endswith(")"):
        plain = f"-{plain[1:-1]}"
    plain = plain.replace(" ", "").replace("\u00a0", "").replace("'", "").replace("/-", "")
    if commas:
        plain = plain.replace(".", "").replace(",", ".")
    elif _THOUSANDS.fullmatch(plain):
        plain = plain.replace(",", "")
    try:
        return float(plain)
    except ValueError:
        return _YES.get(plain.lower())


def _decimal_commas(distinct: list[str]) -> bool:
    """Tell whether a column writes 1.299,50: some cells say so and none has a point for pence."""
    bare = [_CURRENCY.sub("", cell).strip() for cell in distinct[:5000] if "," in cell]
    return any(_COMMA_DECIMAL.fullmatch(cell) for cell in bare) and not any(
        _THOUSANDS.fullmatch(cell) for cell in bare
    )


def _as_iso(distinct: list[str]) -> NDArray[np.datetime64] | None:
    """Return moments that machines wrote, quickly; `None` where it is not that plain."""
    cells = ["NaT" if cell.strip().lower() in BLANK else cell.strip() for cell in distinct]
    if any(cell != "NaT" and (len(cell) < 10 or cell[4] != "-") for cell in cells):
        return None
    try:
        zoned = any(
            cell[10:].endswith("Z") or "+" in cell[10:] or "-" in cell[10:] for cell in cells
        )
        return None if zoned else np.array(cells, dtype="datetime64[us]")
    except ValueError:
        return None


def _as_figures(distinct: list[str], day_first: bool) -> NDArray[np.datetime64] | None:
    """Return moments such as 13/02/2026 14:05, quickly; `None` where some are written otherwise."""
    known = np.array([cell.strip().lower() not in BLANK for cell in distinct], dtype=bool)
    found = _EVEN.findall("\n".join(cell.strip() for cell in distinct))
    if not found or len(found) != int(known.sum()):
        return None
    figures = np.array([[part or 0 for part in parts] for parts in found], dtype=np.int64).T
    day, month = figures[:2] if day_first else figures[1::-1]
    day, month = np.where(month > 12, month, day), np.where(month > 12, day, month)
    if (month > 12).any() or (day > 31).any() or min(day.min(), month.min()) < 1:
        return None
    starts = ((figures[2] - 1970) * 12 + month - 1).astype("datetime64[M]")
    days = starts.astype("datetime64[D]") + (day - 1)
    if (days.astype("datetime64[M]") != starts).any():
        return None
    seconds = figures[3] * 3600 + figures[4] * 60 + figures[5]
    moments = np.full(len(distinct), np.datetime64("NaT"), dtype="datetime64[us]")
    moments[known] = days.astype("datetime64[us]") + seconds * 1_000_000
    return moments


def _day_first(distinct: list[str]) -> bool:
    """Tell whether the day comes before the month, by cells that have one reading only."""
    for cell in distinct:
        found = _FIGURES.match(cell.strip())
        if found is None or len(found[1]) == 4:
            continue
        first, second = int(found[1]), int(found[2])
        if first > 12 >= second:
            return True
        if second > 12 >= first:
            return False
    return True


def _moment(cell: str, day_first: bool) -> np.datetime64 | None:
    read = _iso(cell) or _in_figures(cell, day_first) or _counted(cell) or _named(cell)
    if read is None:
        return None
    if read.tzinfo is not None:
        read = read.astimezone(UTC).replace(tzinfo=None)
    return np.datetime64(read, "us")


def _iso(cell: str) -> datetime | None:
    plain = cell.removesuffix(" UTC").removesuffix(" GMT")
    if len(plain) < 10 or plain[4:5] not in "-":
        return None
    try:
        return datetime.fromisoformat(plain)
    except ValueError:
        return None


def _in_figures(cell: str, day_first: bool) -> datetime | None:
    found = _FIGURES.match(cell)
    if found is None:
        return None
    first, second, third = found[1], int(found[2]), found[3]
    if len(first) == 4:
        year, month, day = int(first), second, int(third)
    elif len(third) in (2, 4):
        year = int(third) + (2000 if len(third) == 2 else 0)
        day, month = (int(first), second) if day_first else (second, int(first))
        if month > 12 >= day:
            day, month = month, day
    else:
        return None
    try:
        at = datetime(year, month, day)  # noqa: DTZ001 - a file's own clock has no zone
    except ValueError:
        return None
    clock = _clock(found[4] or "")
    return None if clock is None else at.replace(hour=clock[0], minute=clock[1], second=clock[2])


def _clock(words: str) -> tuple[int, int, int] | None:
    plain = words.strip().upper().removesuffix("Z").removesuffix("UTC").removesuffix("IST").strip()
    plain = (
        re.sub(r"[+-]\d{2}:?\d{2}$", "", plain).strip().replace("A.M.", "AM").replace("P.M.", "PM")
    )
    if not plain:
        return (0, 0, 0)
    for form in _CLOCKS:
        try:
            at = datetime.strptime(plain[:15], form)  # noqa: DTZ007
        except ValueError:
            continue
        return (at.hour, at.minute, at.second)
    return None


def _counted(cell: str) -> datetime | None:
    """Read 20261122, seconds since 1970, or a spreadsheet's days since 1900."""
    digits = cell.removesuffix(".0")
    if not digits.isdecimal():
        return None
    try:
        if len(digits) == 8:
            return datetime.strptime(digits, "%Y%m%d")  # noqa: DTZ007
        if len(digits) in _EPOCHS:
            return datetime.fromtimestamp(int(digits) / _EPOCHS[len(digits)], UTC)
        if len(digits) == 6:
            return datetime.strptime(digits, "%Y%m")  # noqa: DTZ007
        if len(digits) == 5:
            start = datetime(1899, 12, 30)  # noqa: DTZ001
            return start + np.timedelta64(int(digits), "D").astype(object)  # type: ignore[no-any-return]
    except (ValueError, OverflowError):
        return None
    return None


def _named(cell: str) -> datetime | None:
    plain = " ".join(re.sub(r"[-/,.]", " ", cell).split())
    plain = re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", plain, flags=re.IGNORECASE)
    words, clock = plain, (0, 0, 0)
    if ":" in plain:
        at = re.search(r"\d{1,2}:\d{2}.*$", plain)
        if at is not None:
            words, read = plain[: at.start()].strip(), _clock(at[0])
            if read is None:
                return None
            clock = read
    words = re.sub(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\s+", "", words, flags=re.IGNORECASE)
    for form in _NAMED:
        try:
            day = datetime.strptime(words, form)  # noqa: DTZ007
        except ValueError:
            continue
        return day.replace(hour=clock[0], minute=clock[1], second=clock[2])
    return None
