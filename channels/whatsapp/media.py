"""Pictures and files, given out to the carrier by an address that is signed and soon expires."""

import base64
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from commerce import words
from commerce.deliveries import Part, Refusal
from tools import pictures, table_files
from tools.cards import TableCard

ReadFile = Callable[[int, str], bytes | None]
"""Returns the bytes of a shop's file; `None` where they are gone."""

GIVEN_OUT_FOR: Final = timedelta(hours=2)
"""Carriers fetch within seconds; a message that waits at theirs is fetched when it goes."""
_PNG: Final = "image/png"
_TYPES: Final = {
    "pdf": "application/pdf", "xlsx": table_files.MEDIA_TYPE, "csv": "text/csv", "png": _PNG,
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "txt": "text/plain", "zip": "application/zip",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Bytes that go along with a message."""

    data: bytes
    name: str
    media_type: str

    @property
    def is_picture(self) -> bool:
        """Whether it is shown, not offered as a document."""
        return self.media_type in (_PNG, "image/jpeg")


def thing_of(part: Part, shop_id: int, read_file: ReadFile) -> Thing | None:
    """Return what goes along with a part; `None` where it is words alone.

    Raises:
        Refusal: The file is gone.
    """
    if "chart" in part:
        card = pictures.card_in(part["chart"])
        picture = pictures.png(card, language=part["language"])
        return Thing(data=picture, name="chart.png", media_type=_PNG)
    if "table" in part:
        data = table_files.xlsx(TableCard.model_validate(part["table"]))
        return Thing(data=data, name=part["name"], media_type=table_files.MEDIA_TYPE)
    if "file" not in part:
        return None
    kept = read_file(shop_id, part["file"])
    if kept is None:
        raise Refusal(words.say(words.FALLBACK, "carrier-refused-file"), code="file")
    ending = part["name"].rpartition(".")[2].lower()
    kind = _TYPES.get(ending, "application/octet-stream")
    return Thing(data=kept, name=part["name"], media_type=kind)


class Passes:
    """Makes and reads the last step of such an address: which part of which delivery, till when."""

    def __init__(self, secret: str) -> None:
        """Take a secret nobody else has; another key is made from it."""
        self._key = hashlib.sha256(b"media of messages:" + secret.encode()).digest()

    def give(self, delivery: int, place: int, now: datetime) -> str:
        """Return a pass to one part of a delivery."""
        until = int((now + GIVEN_OUT_FOR).timestamp())
        told = f"{delivery}.{place}.{until}"
        return f"{told}.{self._seal(told)}"

    def read(self, given: str, now: datetime) -> tuple[int, int] | None:
        """Return which delivery and part a pass is for; `None` for one that is not, or no more."""
        told, _, seal = given.rpartition(".")
        if not hmac.compare_digest(seal.encode(), self._seal(told).encode()):
            return None
        delivery, place, until = map(int, told.split("."))
        return (delivery, place) if now.timestamp() <= until else None

    def _seal(self, told: str) -> str:
        mac = hmac.new(self._key, told.encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(mac).decode().rstrip("=")
