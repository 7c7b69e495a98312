"""Writing proof packs from the command line, and looking whether one is genuine."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from rich.console import Console
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.importing import at_the_shop
from app.sealing import ShopSeal
from app.settings import Settings
from commerce import ndr, words
from commerce.db import open_engine
from commerce.db.tables import ShopRow
from commerce.errors import NotFound
from commerce.ports import Ports
from tools.proof import sealed

_console = Console(highlight=False, soft_wrap=True)


def write_proof(parcel: str, out: Path | None, *, language: str) -> None:
    """Write the proof pack of a parcel.

    Raises:
        commerce.errors.NotFound: No such parcel, or no such language.
        commerce.errors.Refused: The parcel has had no failed delivery.
    """
    if language not in words.LANGUAGES:
        raise NotFound("error-proof-language", languages=", ".join(words.LANGUAGES))
    with at_the_shop() as ctx:
        signing = replace(ctx, ports=Ports(seal=ShopSeal(Settings().home / "keys")))
        proof = ndr.proof_of(signing, parcel)
        content, fingerprint = sealed(signing, proof, language=language)
        ctx.session.commit()
    file = out or Path(f"proof-{proof.case.awb}.pdf")
    file.write_bytes(content)
    _say("proof-written", name=str(file), entries=len(proof.entries), fingerprint=fingerprint)


def verify_file(file: Path, *, key: str = "") -> bool:
    """Say whether a file is as it was signed, and by whose key; true where all is well."""
    settings = Settings()
    content = file.read_bytes()
    verdict = ShopSeal(settings.home / "keys").verify(content)
    said = {"name": file.name, "fingerprint": verdict.fingerprint}
    if not verdict.agrees or not _chained(content):
        _say("proof-broken" if verdict.signed else "proof-unsigned", **said)
        return False
    if key:
        named = _bare(key) == _bare(verdict.fingerprint)
        _say("proof-verified-named" if named else "proof-verified-unknown", **said)
        return named
    if verdict.shop_id is None:
        _say("proof-verified-unknown", **said)
        return False
    _say("proof-verified", shop=_name(settings, verdict.shop_id), **said)
    return True


def _chained(content: bytes) -> bool:
    """Tell whether the digests in a pack are those of the content that lies in it."""
    pack = PdfReader(BytesIO(content)).attachments.get("content.json", [])
    if not pack:
        return False
    told = json.loads(pack[0])
    return bool(told["digests"] == list(ndr.chain(told["parts"])))


def _bare(fingerprint: str) -> str:
    return "".join(fingerprint.split()).upper()


def _name(settings: Settings, shop_id: int) -> str:
    engine = open_engine(settings.database)
    try:
        with Session(engine) as session:
            name = session.scalar(select(ShopRow.name).where(ShopRow.id == shop_id))
    finally:
        engine.dispose()
    return name or str(shop_id)


def _say(key: str, **values: words.Value) -> None:
    _console.print(words.say(words.FALLBACK, key, **values), markup=False)
