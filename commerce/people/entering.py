"""Who came in and who was turned away, in the audit log. No secret is ever part of it."""

from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from commerce.db.tables import PersonRow, SignInRow
from commerce.people.sign_in import hash_of
from commerce.records import note

By = Literal["password", "link", "demo"]


def note_entered(session: Session, actor_shop: int, person: int, by: By, now: datetime) -> None:
    """Write down that somebody came in."""
    row = session.scalar(
        select(PersonRow).where(PersonRow.shop_id == actor_shop, PersonRow.id == person)
    )
    if row is not None:
        _note(session, row, "sign_in", by, now)


def note_wrong_password(session: Session, email: str, now: datetime) -> None:
    """Write down that somebody tried a person's e-mail with a wrong password.

    What was tried with an e-mail that nobody has belongs to no shop, and to no shop's log.
    """
    rows = session.scalars(
        select(PersonRow).where(PersonRow.email == email.strip().casefold(), PersonRow.is_active)
    )
    for row in rows:
        _note(session, row, "sign_in_failed", "password", now)


def note_spent_link(session: Session, secret: str, now: datetime) -> None:
    """Write down that somebody tried a person's link that was used up or too old."""
    found = session.execute(
        select(SignInRow.shop_id, SignInRow.person_id).where(
            SignInRow.secret_hash == hash_of(secret), SignInRow.kind == "link"
        )
    ).first()
    if found is None:
        return
    row = session.scalar(
        select(PersonRow).where(PersonRow.shop_id == found.shop_id, PersonRow.id == found.person_id)
    )
    if row is not None:
        _note(session, row, "sign_in_failed", "link", now)


def _note(session: Session, row: PersonRow, action: str, by: By, now: datetime) -> None:
    note(
        session,
        shop_id=row.shop_id,
        action=action,
        subject=row.name,
        now=now,
        person_id=row.id,
        after={"by": by},
        channel="web",
    )
