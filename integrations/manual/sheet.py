"""Lines of a CSV file that somebody takes elsewhere by hand."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from commerce.errors import Unavailable
from integrations.manual.locking import locked


class Sheet:
    """A file to which lines are added, each once by its key, from any number of processes."""

    def __init__(self, file: Path, header: Sequence[str]) -> None:
        """Take the file, made when first needed; the last column of `header` is the key."""
        self._file = file
        self._header = tuple(header)

    def line_of(self, cells: Sequence[str]) -> int:
        """Return the number of the line that holds these cells, writing it where it is new.

        Raises:
            Unavailable: The file cannot be written now.
        """
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with locked(self._file.with_suffix(".lock")):
                return self._line_of([safe(cell) for cell in cells])
        except OSError as error:
            raise Unavailable("error-manual-file", file=self._file.name) from error

    def _line_of(self, cells: Sequence[str]) -> int:
        lines = self._whole_lines()
        if lines and next(csv.reader(lines[:1])) != list(self._header):
            self._set_aside()
            lines = []
        for number, known in enumerate(csv.reader(lines), start=1):
            if known[-1] == cells[-1]:
                return number
        fresh = [self._header, cells] if not lines else [cells]
        written = io.StringIO()
        csv.writer(written, lineterminator="\n").writerows(fresh)
        with self._file.open("a", encoding="utf-8", newline="") as file:
            file.write(written.getvalue())
        return len(lines) + len(fresh)

    def _set_aside(self) -> None:
        """Keep a file of other columns, written by an earlier version, under another name."""
        number = 1
        while (aside := self._file.with_name(f"{self._file.stem}-{number}.csv")).exists():
            number += 1
        self._file.rename(aside)

    def _whole_lines(self) -> list[str]:
        """Return the file's lines; one that a killed process left half written is cut off."""
        if not self._file.exists():
            return []
        text = self._file.read_text(encoding="utf-8")
        if text and not text.endswith("\n"):
            text = text[: text.rfind("\n") + 1]
            self._file.write_text(text, encoding="utf-8")
        return text.splitlines(keepends=True)


def safe(text: str) -> str:
    """Return text on one line that no spreadsheet takes for a formula (CWE-1236)."""
    line = " ".join(text.split())
    return f"'{line}" if line[:1] in ("=", "+", "-", "@") else line
