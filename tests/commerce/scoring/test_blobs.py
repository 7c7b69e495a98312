"""Wherever the bytes of scores lie, they are kept, replaced, listed, and never taken twice."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from commerce.errors import Refused
from commerce.scoring.blobs import Blobs, FileBlobs
from commerce.scoring.blobs_in_database import DatabaseBlobs
from integrations.objectstore import ObjectBlobs

KINDS: dict[str, Callable[[Path, Engine], Blobs]] = {
    "files": lambda folder, _: FileBlobs(folder),
    "database": lambda _, engine: DatabaseBlobs(engine),
    "objects": lambda *_: ObjectBlobs("memory://"),
    "objects in a folder": lambda folder, _: ObjectBlobs(folder.as_uri()),
}


@pytest.fixture(params=KINDS)
def blobs(request: pytest.FixtureRequest, tmp_path: Path, engine: Engine) -> Blobs:
    """An empty place for bytes, of each kind."""
    return KINDS[request.param](tmp_path, engine)


def test_what_was_kept_is_read_back_and_replaced_whole(blobs: Blobs) -> None:
    blobs.put("shop-1/risk/0001.npz", b"\x00\xff" * 1000)
    assert blobs.get("shop-1/risk/0001.npz") == b"\x00\xff" * 1000
    blobs.put("shop-1/risk/0001.npz", b"")
    assert blobs.get("shop-1/risk/0001.npz") == b""
    assert blobs.get("shop-1/risk/0002.npz") is None


def test_a_name_is_taken_once(blobs: Blobs) -> None:
    assert blobs.put_new("shop-1/risk/0001.npz", b"first")
    assert not blobs.put_new("shop-1/risk/0001.npz", b"second")
    assert blobs.get("shop-1/risk/0001.npz") == b"first"


def test_a_folder_lists_its_own_names_in_their_order(blobs: Blobs) -> None:
    for name in ("risk/0002.npz", "risk/0001.npz", "risk_old/0003.npz", "riskXold/0004.npz"):
        blobs.put(f"shop-1/{name}", b"x")
    assert blobs.names("shop-1/risk") == ["0001.npz", "0002.npz"]
    assert blobs.names("shop-1/risk_old") == ["0003.npz"]
    assert blobs.names("shop-2/risk") == []


def test_an_address_that_is_no_object_store_is_refused_in_a_sentence() -> None:
    with pytest.raises(Refused, match="SUPERECOM_SCORES_STORE is file, database, or a URL"):
        ObjectBlobs("nowhere")
