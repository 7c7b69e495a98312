"""Versions of scores: what was learnt, from what, how good it was, and which one is served.

Under `shop-<id>/<score>/` lie `0001.npz` (arrays), `0001.json` (everything else) and `served` (the
numbers that were served, a line each, the last one now). Arrays are read without pickle: a file can
be wrong, but it cannot run code.
"""

import io
import json
import re
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

import numpy as np
from pydantic import TypeAdapter

from commerce.errors import NotFound
from commerce.scoring.blobs import Blobs
from commerce.scoring.types import Arrays, Trained, Version

_VERSION: Final = TypeAdapter(Version)
_CARD: Final = re.compile(r"(\d{4,})\.json")


class Store:
    """The versions of every score of every shop."""

    def __init__(self, blobs: Blobs) -> None:
        """Keep versions where the bytes of `blobs` lie."""
        self._blobs = blobs

    def add(self, shop_id: int, name: str, trained: Trained, now: datetime) -> Version:
        """Keep a newly trained score under the next number; it is not served yet."""
        version = Version(
            name=name, number=self._last(shop_id, name) + 1, made_at=now,
            features=trained.features, rows=trained.rows, data_hash=trained.data_hash,
            evaluation=trained.evaluation, worth_serving=trained.worth_serving,
            settings=trained.settings, drift=trained.drift,
        )  # fmt: skip
        packed = _packed(trained.arrays)
        # Two who train at once get two numbers: whoever comes second finds the name taken.
        while not self._blobs.put_new(_key(shop_id, name, version.number, "npz"), packed):
            version = replace(version, number=version.number + 1)
        self._blobs.put(_key(shop_id, name, version.number, "json"), _as_card(version))
        return version

    def versions(self, shop_id: int, name: str) -> list[Version]:
        """Return all versions of a score, oldest first."""
        found = (_CARD.fullmatch(one) for one in self._blobs.names(f"shop-{shop_id}/{name}"))
        return [self.version(shop_id, name, int(match[1])) for match in found if match]

    def version(self, shop_id: int, name: str, number: int) -> Version:
        """Return one version.

        Raises:
            NotFound: There is no such version.
        """
        card = self._blobs.get(_key(shop_id, name, number, "json"))
        if card is None:
            raise NotFound("error-score-version-not-found", score=name, number=number)
        served = self.served(shop_id, name) == number
        return replace(_VERSION.validate_json(card), served=served)

    def arrays(self, shop_id: int, name: str, number: int) -> Arrays:
        """Return what a version learnt.

        Raises:
            NotFound: There is no such version.
            ValueError: The file is damaged, or holds more than plain arrays.
        """
        packed = self._blobs.get(_key(shop_id, name, number, "npz"))
        if packed is None:
            raise NotFound("error-score-version-not-found", score=name, number=number)
        return _unpacked(packed)

    def serve(self, shop_id: int, name: str, number: int) -> None:
        """Serve one version from now on.

        Raises:
            NotFound: There is no such version.
        """
        self.version(shop_id, name, number)
        self._say(shop_id, name, [*self._said(shop_id, name), number])

    def served(self, shop_id: int, name: str) -> int | None:
        """Return the number of the version that is served; `None` for none."""
        return next(reversed(self._said(shop_id, name)), None)

    def go_back(self, shop_id: int, name: str) -> int | None:
        """Serve what was served before; `None`, and nothing changes, if nothing was."""
        said = self._said(shop_id, name)
        if len(said) < 2:
            return None
        self._say(shop_id, name, said[:-1])
        return said[-2]

    def note_tried(self, shop_id: int, now: datetime) -> None:
        """Note that all scores of a shop were to be learnt, whatever came of it."""
        self._blobs.put(f"shop-{shop_id}/tried", now.isoformat().encode())

    def tried_at(self, shop_id: int) -> datetime | None:
        """Return when all scores of a shop were to be learnt last; `None` for never."""
        told = self._blobs.get(f"shop-{shop_id}/tried")
        return datetime.fromisoformat(told.decode()) if told else None

    def _said(self, shop_id: int, name: str) -> list[int]:
        said = self._blobs.get(f"shop-{shop_id}/{name}/served") or b""
        return [int(line) for line in said.split()]

    def _say(self, shop_id: int, name: str, numbers: list[int]) -> None:
        said = "\n".join(str(number) for number in numbers)
        self._blobs.put(f"shop-{shop_id}/{name}/served", said.encode())

    def _last(self, shop_id: int, name: str) -> int:
        names = self._blobs.names(f"shop-{shop_id}/{name}")
        return max((int(one[:-4]) for one in names if one.endswith(".npz")), default=0)


def _key(shop_id: int, name: str, number: int, kind: str) -> str:
    return f"shop-{shop_id}/{name}/{number:04d}.{kind}"


def _as_card(version: Version) -> bytes:
    # pydantic's own JSON makes null of a figure that is no number, and could not read it back.
    return json.dumps(_VERSION.dump_python(version), default=datetime.isoformat).encode()


def _packed(arrays: Arrays) -> bytes:
    buffer = io.BytesIO()
    plain: dict[str, Any] = dict(arrays)
    np.savez_compressed(buffer, allow_pickle=False, **plain)
    return buffer.getvalue()


def _unpacked(packed: bytes) -> Arrays:
    with np.load(io.BytesIO(packed), allow_pickle=False) as file:
        return {name: file[name] for name in file.files}
