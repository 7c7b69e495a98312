"""Passwords, one-time links and browser sessions. Only hashes of secrets are stored."""

import hashlib
import hmac
import secrets
from base64 import b64decode, b64encode
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from commerce.access import Actor
from commerce.db.tables import PersonRow, SignInRow
from commerce.people.identity import actor_by_id

SESSION_DAYS = 14
LINK_MINUTES = 15
_SCRYPT = {"n": 2**15, "r": 8, "p": 1, "maxmem": 64 * 1024 * 1024}
"""Cost of one password check (RFC 7914; OWASP's minimum for 32 MiB)."""

_NAMESAKES = 5
"""Shops in which one e-mail is tried: each costs as much as a password."""


def set_password(person: PersonRow, password: str) -> None:
    """Give a person a password.

    Raises:
        ValueError: It is shorter than ten characters.
    """
    if len(password) < 10:
        raise ValueError("A password needs at least ten characters.")
    salt = secrets.token_bytes(16)
    person.password_hash = f"scrypt${_b64(salt)}${_b64(_scrypt(password, salt))}"


def check_password(session: Session, email: str, password: str) -> PersonRow | None:
    """Return whose e-mail and password these are, or `None`, after the same work either way.

    Another shop of the same database may know the same e-mail: it neither opens that shop nor
    closes this one. With the same password in both, nobody is let in.
    """
    people = session.scalars(
        select(PersonRow)
        .where(
            PersonRow.email == email.strip().casefold(),
            PersonRow.password_hash.is_not(None),
            PersonRow.is_active,
        )
        .limit(_NAMESAKES)
    ).all()
    if not people:
        _is_password(password, f"scrypt${_b64(b'0' * 16)}$")
    meant = [one for one in people if _is_password(password, one.password_hash or "")]
    return meant[0] if len(meant) == 1 else None


def _is_password(password: str, stored: str) -> bool:
    _, salt, digest = stored.split("$")
    return hmac.compare_digest(_b64(_scrypt(password, b64decode(salt))), digest)


def make_link(
    session: Session,
    person: PersonRow,
    now: datetime,
    *,
    lasts: timedelta = timedelta(minutes=LINK_MINUTES),
) -> str:
    """Return the secret of a link that signs a person in once."""
    return _issue(session, person.shop_id, person.id, "link", now, lasts)


def redeem_link(session: Session, secret: str, now: datetime) -> str | None:
    """Use a link up and return a session's secret; `None` if it was used, is old or unknown."""
    used = session.execute(
        update(SignInRow)
        .where(
            SignInRow.secret_hash == hash_of(secret),
            SignInRow.kind == "link",
            SignInRow.used_at.is_(None),
            SignInRow.expires_at > now,
        )
        .values(used_at=now)
        .returning(SignInRow.shop_id, SignInRow.person_id)
    ).first()
    return _session(session, used.shop_id, used.person_id, now) if used else None


def open_session(session: Session, person: PersonRow, now: datetime) -> str:
    """Return the secret of a new browser session of a person."""
    return _session(session, person.shop_id, person.id, now)


_SIGNED_IN = select(SignInRow.shop_id, SignInRow.person_id).where(
    SignInRow.secret_hash == bindparam("secret"),
    SignInRow.kind == "session",
    SignInRow.used_at.is_(None),
    SignInRow.expires_at > bindparam("now"),
)


def signed_in(session: Session, secret: str, now: datetime) -> Actor | None:
    """Return whose open session a secret is."""
    found = session.execute(_SIGNED_IN, {"secret": hash_of(secret), "now": now}).first()
    return actor_by_id(session, found.shop_id, found.person_id) if found else None


def close_session(session: Session, secret: str, now: datetime) -> None:
    """End a session; its secret is worth nothing from now on."""
    session.execute(
        update(SignInRow).where(SignInRow.secret_hash == hash_of(secret)).values(used_at=now)
    )


def _session(session: Session, shop_id: int, person_id: int, now: datetime) -> str:
    return _issue(session, shop_id, person_id, "session", now, timedelta(days=SESSION_DAYS))


def _issue(
    session: Session, shop_id: int, person_id: int, kind: str, now: datetime, lasts: timedelta
) -> str:
    secret = secrets.token_urlsafe(32)
    session.add(
        SignInRow(
            shop_id=shop_id,
            person_id=person_id,
            kind=kind,
            secret_hash=hash_of(secret),
            created_at=now,
            expires_at=now + lasts,
            used_at=None,
        )
    )
    session.flush()
    return secret


def hash_of(secret: str) -> str:
    """Return what is stored of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _scrypt(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, dklen=32, **_SCRYPT)


def _b64(data: bytes) -> str:
    return b64encode(data).decode()
