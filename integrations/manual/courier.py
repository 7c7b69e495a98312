"""Requests to a courier as lines of a CSV file that somebody uploads to the courier's site."""

import re
from pathlib import Path

from commerce.ports import CourierAction, Instruction
from integrations.manual.sheet import Sheet

FILE_NAME = "courier-requests.csv"
HEADER = (
    "awb", "action", "on", "slot", "phone", "landmark", "address", "remark", "request_key",
)  # fmt: skip


class ManualCourier:
    """Fills `commerce.ports.Courier` by appending to `courier-requests.csv` in a folder.

    Safe to use from several processes at once. A request whose key is in the file is not written
    again; the reference is the number of its line.
    """

    actions = frozenset(CourierAction)

    def __init__(self, folder: Path) -> None:
        """Take the folder to keep the file in; it is made when first needed."""
        self._sheet = Sheet(folder / FILE_NAME, HEADER)

    def instruct(self, instruction: Instruction) -> str:
        """Write one request down, once, and return `line N`.

        Raises:
            Unavailable: The file cannot be written now.
        """
        return f"line {self._sheet.line_of(_cells(instruction))}"


def _cells(wanted: Instruction) -> tuple[str, ...]:
    return (
        wanted.awb,
        wanted.action.value,
        wanted.on.isoformat() if wanted.on else "",
        wanted.slot.value if wanted.slot else "",
        _local_number(wanted.phone or ""),
        wanted.landmark or "",
        wanted.address or "",
        wanted.remark,
        wanted.key,
    )


def _local_number(phone: str) -> str:
    """Return an Indian number as couriers' forms take it, ten digits; another without its plus."""
    digits = re.sub(r"[^\d]", "", phone)
    return digits[2:] if len(digits) == 12 and digits.startswith("91") else digits
