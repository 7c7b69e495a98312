"""Columns of somebody's file, as arrays: CSV of any dialect or Parquet, a million rows in seconds.

    columns = read(file, [Column("when", Kind.MOMENT), Column("sold", Kind.NUMBER)])
    columns["sold"]  # float64, NaN where the cell was blank

A file that is not as asked for is refused in a sentence that says what is there.
"""

import codecs
import csv
import gzip
import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import IO, Any, Final

import numpy as np
from numpy.typing import NDArray

from app.cli.backtests.cells import BLANK, Unreadable, moments, numbers
from commerce.errors import Refused

_MARKS: Final = (",", ";", "\t", "|")
_AT_ONCE: Final = 50_000
_PARQUET: Final = (".parquet", ".pq", ".parq")


class Kind(StrEnum):
    """What the cells of a column are read as."""

    NUMBER = "number"
    """float64; NaN for blank."""
    MOMENT = "moment"
    """datetime64[us], a zone taken off to UTC; NaT for blank."""
    WORD = "word"
    """str objects, spaces around taken off; "" for blank."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column that is asked for."""

    name: str
    kind: Kind = Kind.WORD
    needed: bool = True
    """Where it is not, a file without it is read without it."""


def read(path: Path, columns: Sequence[Column] | None = None) -> dict[str, NDArray[Any]]:
    """Return columns of a file, by the names asked for; rows that are all blank are left out.

    Args:
        path: CSV (also .gz; any delimiter, UTF-8, UTF-16 or Windows letters) or Parquet.
        columns: What is wanted; `None` for all columns, as words.

    Raises:
        Refused: A column is missing, cells cannot be read as what they should be, or there are no
            rows; the sentence names them.
    """
    if not path.is_file():
        raise Refused("error-backtest-no-file", file=str(path))
    source = _parquet if path.suffix.lower() in _PARQUET else _separated
    return source(path, columns)


def _separated(path: Path, columns: Sequence[Column] | None) -> dict[str, NDArray[Any]]:
    with _opened(path) as text:
        rows, header = _rows(text, path)
        wanted = _wanted(header, columns)
        parts: dict[str, list[NDArray[Any]]] = {column.name: [] for column, _ in wanted}
        known: dict[str, dict[str, str]] = {column.name: {} for column, _ in wanted}
        for block in _blocks(rows):
            for column, place in wanted:
                cells = [row[place].strip() if place < len(row) else "" for row in block]
                parts[column.name].append(_packed(cells, column, known[column.name]))
    if not wanted or not parts[wanted[0][0].name]:
        raise Refused("error-backtest-no-rows", file=path.name)
    whole = {name: np.concatenate(blocks) for name, blocks in parts.items()}
    return {column.name: _typed(whole[column.name], column) for column, _ in wanted}


def _packed(cells: list[str], column: Column, known: dict[str, str]) -> NDArray[Any]:
    """Return numbers as numbers at once; words each kept once, as they come again and again."""
    if column.kind is Kind.NUMBER:
        try:
            return np.array([cell or "nan" for cell in cells], dtype=np.float64)
        except ValueError:
            pass
    kept = known if len(known) < _AT_ONCE else {}
    return np.array([kept.setdefault(cell, cell) for cell in cells], dtype=object)


def _typed(cells: NDArray[Any], column: Column) -> NDArray[Any]:
    if cells.dtype != object:
        return cells
    try:
        match column.kind:
            case Kind.NUMBER:
                return numbers(cells)
            case Kind.MOMENT:
                return moments(cells)
            case Kind.WORD:
                return np.array(
                    ["" if cell.lower() in BLANK else cell for cell in cells.tolist()], dtype=object
                )
    except Unreadable as wrong:
        raise Refused(
            f"error-backtest-no-{column.kind.value}", column=column.name, cell=wrong.sample,
            count=wrong.count,
        ) from None  # fmt: skip


def _wanted(header: Sequence[str], columns: Sequence[Column] | None) -> list[tuple[Column, int]]:
    """Return each column with its place; a name may differ in case and in spaces around it."""
    if columns is None:
        return [(Column(name), place) for place, name in enumerate(header) if name]
    places = {name: place for place, name in reversed(list(enumerate(header)))}
    alike = {_alike(name): place for name, place in places.items()}
    found: list[tuple[Column, int]] = []
    for column in columns:
        place = places.get(column.name, alike.get(_alike(column.name)))
        if place is not None:
            found.append((column, place))
        elif column.needed:
            raise _missing(column, header)
    return found


def _alike(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").split())


def _missing(column: Column, header: Sequence[str]) -> Refused:
    columns = ", ".join(name for name in header if name) or "-"
    nearest = _nearest(column, header)
    key = "error-backtest-no-column-near" if nearest else "error-backtest-no-column"
    return Refused(key, column=column.name, columns=columns, nearest=nearest)


def _nearest(column: Column, header: Sequence[str]) -> str:
    """Return the header that was probably meant; "" for none."""
    from rapidfuzz import process
    from rapidfuzz.fuzz import ratio

    best = process.extractOne(
        column.name, [h for h in header if h], scorer=ratio, processor=_alike, score_cutoff=60
    )
    return str(best[0]) if best else ""


@contextmanager
def _opened(path: Path) -> Iterator[IO[str]]:
    def raw() -> Any:
        with path.open("rb") as start:
            packed = start.read(2) == b"\x1f\x8b"
        return gzip.open(path, "rb") if packed else path.open("rb")

    letters = _letters(raw)
    # Lines are cut at line ends alone: what else Unicode calls one may stand in a cell.
    with raw() as file, io.TextIOWrapper(file, letters, errors="replace", newline="") as text:
        yield text


def _letters(raw: Any) -> str:
    """Return the encoding: what a mark at the start says, UTF-8 if all of it is, else Windows'."""
    with raw() as file:
        start = file.read(4)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            decoder.decode(start)
            while block := file.read(1 << 20):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def _rows(text: IO[str], path: Path) -> tuple[Iterator[list[str]], list[str]]:
    """Return the rows after the header, and the header."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    start = list(islice(_lines(text), 50))
    mark = max(_MARKS, key=lambda one: _evenness(start, one))
    lines = _chained(start, _lines(text))
    rows: Iterator[list[str]]
    if _evenness(start, mark) == 0 and start and len(start[0].split()) > 1:
        rows = (line.split() for line in lines)
    else:
        rows = csv.reader(lines, delimiter=mark, skipinitialspace=True)
    header = next((row for row in rows if any(cell.strip() for cell in row)), None)
    if header is None:
        raise Refused("error-backtest-no-rows", file=path.name)
    return rows, [cell.strip().strip("\ufeff") for cell in header]


def _lines(text: IO[str]) -> Iterator[str]:
    for line in text:
        yield line.replace("\0", "")


def _chained(start: list[str], rest: Iterable[str]) -> Iterator[str]:
    yield from start
    yield from rest


def _evenness(lines: Sequence[str], mark: str) -> int:
    """Return how many cells a mark cuts most rows into beyond one; 0 where it cuts none."""
    counts = [len(row) - 1 for row in csv.reader(lines, delimiter=mark) if row]
    if not counts or not counts[0]:
        return 0
    return counts[0] if sum(count == counts[0] for count in counts) * 2 >= len(counts) else 0


def _blocks(rows: Iterator[list[str]]) -> Iterator[list[list[str]]]:
    block: list[list[str]] = []
    for row in rows:
        if any(row):
            block.append(row)
        if len(block) == _AT_ONCE:
            yield block
            block = []
    if block:
        yield block


def _parquet(path: Path, columns: Sequence[Column] | None) -> dict[str, NDArray[Any]]:
    from arro3.io import read_parquet

    try:
        table = read_parquet(path).read_all()
    except Exception as error:  # arro3 has one class for all that can be wrong with a file
        raise Refused("error-backtest-unreadable", file=path.name, why=str(error)[:200]) from error
    header = list(table.column_names)
    wanted = _wanted(header, columns)
    if not wanted or table.num_rows == 0:
        raise Refused("error-backtest-no-rows", file=path.name)
    if columns is None:
        return {column.name: _plain(table.column(place)) for column, place in wanted}
    return {column.name: _as_kind(_plain(table.column(place)), column) for column, place in wanted}


def _plain(values: Any) -> NDArray[Any]:
    """Return a Parquet column as numpy: float64, datetime64[us], or str objects."""
    listed = [one.as_py() for chunk in values.chunks for one in chunk]
    sample = next((one for one in listed if one is not None), None)
    if isinstance(sample, bool | int | float) or type(sample).__name__ == "Decimal":
        return np.array([np.nan if one is None else float(one) for one in listed], dtype=np.float64)
    if hasattr(sample, "isoformat") and hasattr(sample, "year"):
        return moments(np.array(["" if one is None else one.isoformat() for one in listed], object))
    return np.array(["" if one is None else str(one).strip() for one in listed], dtype=object)


def _as_kind(values: NDArray[Any], column: Column) -> NDArray[Any]:
    """Return a column that has a type of its own as what was asked for."""
    match column.kind:
        case Kind.NUMBER if values.dtype == np.float64:
            return values
        case Kind.MOMENT if values.dtype.kind == "M":
            return values
    return _typed(_as_words(values), column)


def _as_words(values: NDArray[Any]) -> NDArray[Any]:
    if values.dtype == object:
        return values
    if values.dtype.kind == "M":
        told = np.datetime_as_string(values, unit="s").tolist()
        return np.array(["" if one == "NaT" else one for one in told], dtype=object)
    return np.array(
        ["" if np.isnan(one) else f"{one:.15g}" for one in values.tolist()], dtype=object
    )
