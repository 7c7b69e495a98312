"""Signs what a shop gives away, and tells whether such a file is as it was signed.

The signature is one line after a file's own end, which PDF readers pass over, so that file and
signature cannot be parted: `%SuperEcom-Seal ed25519 <public key> <signature>`, both in base64, over
every byte before that line.
"""

import base64
import binascii
import hashlib
import os
import re
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_LINE = re.compile(rb"\n%SuperEcom-Seal ed25519 ([A-Za-z0-9+/=]{44}) ([A-Za-z0-9+/=]{88})\n\Z")
_RAW = (serialization.Encoding.Raw, serialization.PublicFormat.Raw)
_GROUPS = 8
"""Of four characters: 128 bits, which nobody finds a second key for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a file's signature says."""

    signed: bool
    """Whether there is a signature at all, at the very end."""
    agrees: bool
    """Whether file and signature agree."""
    fingerprint: str
    """Of the key it was signed by; empty without a signature."""
    shop_id: int | None
    """Whose key that is, among those kept here; `None` where nobody's."""


class ShopSeal:
    """Fills `commerce.ports.Seal` with keys in a folder, one a shop, made at their first use."""

    def __init__(self, folder: Path) -> None:
        """Take where the keys lie."""
        self._folder = folder

    def fingerprint(self, shop_id: int) -> str:
        """Return how people name the shop's key."""
        return fingerprint_of(self._key(shop_id).public_key().public_bytes(*_RAW))

    def sealed(self, shop_id: int, content: bytes) -> bytes:
        """Return content with a signature over all of it at its end."""
        key = self._key(shop_id)
        public = base64.b64encode(key.public_key().public_bytes(*_RAW))
        signature = base64.b64encode(key.sign(content))
        return content + b"\n%SuperEcom-Seal ed25519 " + public + b" " + signature + b"\n"

    def signature(self, shop_id: int, content: bytes) -> bytes:
        """Return the signature over content, apart from it."""
        return self._key(shop_id).sign(content)

    def is_signed(self, shop_id: int, content: bytes, signature: bytes) -> bool:
        """Tell whether a signature over content is the shop's; false for any other bytes."""
        try:
            self._key(shop_id).public_key().verify(signature, content)
        except InvalidSignature:
            return False
        return True

    def verify(self, content: bytes) -> Verdict:
        """Tell whether a file is as it was signed, and by which key."""
        found = _LINE.search(content)
        if found is None:
            return Verdict(signed=False, agrees=False, fingerprint="", shop_id=None)
        try:
            public, signature = (base64.b64decode(part, validate=True) for part in found.groups())
            Ed25519PublicKey.from_public_bytes(public).verify(signature, content[: found.start()])
        except (InvalidSignature, binascii.Error, ValueError):
            return Verdict(signed=True, agrees=False, fingerprint="", shop_id=None)
        named = fingerprint_of(public)
        return Verdict(signed=True, agrees=True, fingerprint=named, shop_id=self._whose(named))

    def _whose(self, fingerprint: str) -> int | None:
        for file in sorted(self._folder.glob("shop-*.pem")):
            shop_id = int(file.stem.removeprefix("shop-"))
            if self.fingerprint(shop_id) == fingerprint:
                return shop_id
        return None

    def _key(self, shop_id: int) -> Ed25519PrivateKey:
        file = self._folder / f"shop-{shop_id}.pem"
        if not file.exists():
            _make(file)
        key = serialization.load_pem_private_key(file.read_bytes(), password=None)
        assert isinstance(key, Ed25519PrivateKey)
        return key


def fingerprint_of(public: bytes) -> str:
    """Return how people name a key: the beginning of its SHA-256, `A1B2 C3D4 …`."""
    digits = hashlib.sha256(public).hexdigest().upper()
    return " ".join(digits[at : at + 4] for at in range(0, 4 * _GROUPS, 4))


def _make(file: Path) -> None:
    """Make a key that only this user reads; of two who make it at once one wins, whole."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    written = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    descriptor, part = tempfile.mkstemp(dir=file.parent)  # nobody else's to read
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(written)
        os.fsync(stream.fileno())
    try:
        with suppress(FileExistsError):
            os.link(part, file)
    finally:
        Path(part).unlink()
