"""The file of refused rows: as they came, with the line and the reason, ready to read in again."""

import csv
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from commerce.imports.sheet import OWN_COLUMNS, Row

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class RefusedFile:
    """Writes refused rows beside the target and moves them there at the end.

    So a file of refused rows can itself be read in with its own name as the target. Nothing is
    left behind where nothing was refused or the import failed.
    """

    def __init__(self, target: Path | None, headers: tuple[str, ...]) -> None:
        self._target = target
        self._width = len(headers)
        if tuple(header.strip().lower() for header in headers[-2:]) == OWN_COLUMNS:
            self._width -= 2
        self._headers = headers[: self._width]
        self._file: IO[str] | None = None
        self._writer: Any = None

    @property
    def written(self) -> Path | None:
        """Where the rows will be; `None` where there are none."""
        return self._target if self._file else None

    def add(self, rows: Sequence[Row], reason: str) -> None:
        """Write the rows of one refused record."""
        if self._target is None:
            return
        if self._file is None:
            self._target.parent.mkdir(parents=True, exist_ok=True)
            # The byte order mark tells spreadsheets that it is UTF-8.
            self._file = self._part.open("w", encoding="utf-8-sig", newline="")
            self._writer = csv.writer(self._file)
            self._writer.writerow([*self._headers, *OWN_COLUMNS])
        for row in rows:
            kept = [*row.raw.cells[: self._width]]
            kept += [""] * (self._width - len(kept))
            self._writer.writerow([*map(_harmless, kept), row.line, reason])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file is None or self._target is None:
            return
        self._file.close()
        if kind is None:
            self._part.replace(self._target)
        else:
            self._part.unlink()

    @property
    def _part(self) -> Path:
        target = self._target or Path()
        return target.with_name(f"{target.name}.part")


def _harmless(cell: str) -> str:
    """Mark as text what a spreadsheet would run as a formula; reading takes the mark off again."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
