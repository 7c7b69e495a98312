"""Requests to a courier as lines of a CSV file that somebody uploads to the courier's site."""

import csv
import io
import re
from pathlib import Path

from commerce.errors import Unavailable
from commerce.ports import CourierAction, Instruction
from integrations.manual.locking import locked

FILE_NAME = "courier-requests.csv"
HEADER = ("awb", "action", "on", "slot", "phone", "landmark", "remark", "request_key")


class ManualCourier:
    """Fills `commerce.ports.Courier` by appending to `courier-requests.csv` in a folder.

    Safe to use from several processes at once. A request whose key is in the file is not written
    again; the reference is the number of its line.
    """

    actions = frozenset(CourierAction)

    def __init__(self, folder: Path) -> None:
        """Take the folder to keep the file in; it is made when first needed."""
        self._file = folder / FILE_NAME

    def instruct(self, instruction: Instruction) -> str:
        """Write one request down, once, and return `line N`.

        Raises:
            Unavailable: The file cannot be written now.
        """
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with locked(self._file.with_suffix(".lock")):
                return f"line {self._line_of(instruction)}"
        except OSError as error:
            raise Unavailable("error-manual-courier-file", file=self._file.name) from error

    def _line_of(self, instruction: Instruction) -> int:
        """Return the line that holds a request, writing it where it is new."""
        lines = self._whole_lines()
        for number, cells in enumerate(csv.reader(lines), start=1):
            if cells[-1] == _safe(instruction.key):
                return number
        fresh = [HEADER, _cells(instruction)] if not lines else [_cells(instruction)]
        written = io.StringIO()
        csv.writer(written, lineterminator="\n").writerows(fresh)
        with self._file.open("a", encoding="utf-8", newline="") as file:
            file.write(written.getvalue())
        return len(lines) + len(fresh)

    def _whole_lines(self) -> list[str]:
        """Return the file's lines; one that a killed process left half written is cut off."""
        if not self._file.exists():
            return []
        text = self._file.read_text(encoding="utf-8")
        if text and not text.endswith("\n"):
            text = text[: text.rfind("\n") + 1]
            self._file.write_text(text, encoding="utf-8")
        return text.splitlines(keepends=True)


def _cells(wanted: Instruction) -> tuple[str, ...]:
    return (
        _safe(wanted.awb),
        wanted.action.value,
        wanted.on.isoformat() if wanted.on else "",
        wanted.slot.value if wanted.slot else "",
        _safe(_local_number(wanted.phone or "")),
        _safe(wanted.landmark or ""),
        _safe(wanted.remark),
        _safe(wanted.key),
    )


def _local_number(phone: str) -> str:
    """Return an Indian number as couriers' forms take it, ten digits; another without its plus."""
    digits = re.sub(r"[^\d]", "", phone)
    return digits[2:] if len(digits) == 12 and digits.startswith("91") else digits


def _safe(text: str) -> str:
    """Return text on one line that no spreadsheet takes for a formula (CWE-1236)."""
    line = " ".join(text.split())
    return f"'{line}" if line[:1] in ("=", "+", "-", "@") else line
