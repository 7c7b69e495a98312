"""Seals over the audit log, so that a line changed in the database shows.

Every so often the lines since the last seal are hashed together with that seal's hash. It costs a
write nothing: nobody waits for another's hash. Whoever changes a line must then change every seal
after it; a digest noted outside of the database (the newest is in the answer of the command that
checks) shows even that.
"""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session, sessionmaker

from commerce.db import begin_write
from commerce.db.tables import AuditRow, AuditSealRow, ShopRow
from commerce.records.types import Tampering

REST = timedelta(minutes=5)
"""Lines are sealed once they are so old: by then no transaction adds one before them."""
AT_ONCE = 5_000

_LINE = (
    AuditRow.id,
    AuditRow.person_id,
    AuditRow.on_behalf_of,
    AuditRow.action,
    AuditRow.subject,
    AuditRow.before,
    AuditRow.after,
    AuditRow.why,
    AuditRow.channel,
    AuditRow.turn_id,
    AuditRow.at,
)


def seal(session: Session, shop_id: int, now: datetime) -> int:
    """Seal a shop's lines since the last seal and return how many; the caller commits."""
    last = session.scalar(
        select(AuditSealRow)
        .where(AuditSealRow.shop_id == shop_id)
        .order_by(AuditSealRow.last_id.desc())
        .limit(1)
    )
    rows = session.execute(
        select(*_LINE)
        .where(
            AuditRow.shop_id == shop_id,
            AuditRow.id > (last.last_id if last else 0),
            AuditRow.at < now - REST,
        )
        .order_by(AuditRow.id)
        .limit(AT_ONCE)
    ).all()
    if rows:
        session.add(
            AuditSealRow(
                shop_id=shop_id,
                last_id=rows[-1].id,
                lines=len(rows),
                digest=_digest(last.digest if last else "", rows),
                at=now,
            )
        )
        session.flush()
    return len(rows)


def seal_anew(session: Session, shop_id: int) -> int:
    """Seal lines again that had to be changed (who a customer was is erased); return the seals.

    The caller writes down that it did; a digest noted outside before then fits no more.
    """
    before, after_id, changed = "", 0, 0
    for made in session.scalars(
        select(AuditSealRow).where(AuditSealRow.shop_id == shop_id).order_by(AuditSealRow.last_id)
    ).all():
        rows = _between(session, shop_id, after_id, made.last_id)
        digest = _digest(before, rows)
        changed += digest != made.digest
        made.digest, made.lines = digest, len(rows)
        before, after_id = digest, made.last_id
    session.flush()
    return changed


def seal_all(sessions: sessionmaker[Session], now: datetime) -> int:
    """Seal every shop's lines, each in a transaction of its own; return how many were sealed."""
    with sessions() as session:
        shops = session.scalars(select(ShopRow.id)).all()
        due = [shop for shop in shops if _waits(session, shop, now)]
    sealed = 0
    for shop in due:
        with sessions() as session:
            begin_write(session, shop)
            sealed += seal(session, shop, now)
            session.commit()
    return sealed


def _waits(session: Session, shop_id: int, now: datetime) -> bool:
    """Tell whether a line waits for its seal: asked without a lock, for there mostly is none."""
    last = select(func.coalesce(func.max(AuditSealRow.last_id), 0)).where(
        AuditSealRow.shop_id == shop_id
    )
    found = session.scalar(
        select(AuditRow.id)
        .where(
            AuditRow.shop_id == shop_id,
            AuditRow.id > last.scalar_subquery(),
            AuditRow.at < now - REST,
        )
        .limit(1)
    )
    return found is not None


def verify(session: Session, shop_id: int) -> Tampering:
    """Check every seal of a shop against the lines as they are now."""
    before, after_id, lines = "", 0, 0
    seals = session.scalars(
        select(AuditSealRow).where(AuditSealRow.shop_id == shop_id).order_by(AuditSealRow.last_id)
    ).all()
    broken = None
    for made in seals:
        rows = _between(session, shop_id, after_id, made.last_id)
        if _digest(before, rows) != made.digest or len(rows) != made.lines:
            broken = made.last_id
            break
        before, after_id, lines = made.digest, made.last_id, lines + len(rows)
    unsealed = session.scalar(
        select(func.count()).where(
            AuditRow.shop_id == shop_id, AuditRow.id > (seals[-1].last_id if seals else 0)
        )
    )
    return Tampering(lines=lines, unsealed=unsealed or 0, broken_after=broken, digest=before)


def _between(session: Session, shop_id: int, after_id: int, last_id: int) -> Sequence[Row[Any]]:
    return session.execute(
        select(*_LINE)
        .where(AuditRow.shop_id == shop_id, AuditRow.id > after_id, AuditRow.id <= last_id)
        .order_by(AuditRow.id)
    ).all()


def _digest(before: str, rows: Sequence[Row[Any]]) -> str:
    digest = hashlib.sha256(before.encode())
    for row in rows:
        written = json.dumps([*row[:-1], row.at.isoformat()], sort_keys=True, ensure_ascii=False)
        digest.update(f"{len(written)}:{written}".encode())
    return digest.hexdigest()
