"""All SQL of the outbox.

A worker claims a row by moving its `next_at` past the worker's lease, in one UPDATE that repeats
the condition: of several who try, in any number of processes, one succeeds. A worker that dies
leaves the row due again when the lease ends.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import CursorResult, select, update
from sqlalchemy.orm import Session

from commerce.context import Context
from commerce.db.tables import OutboxRow
from commerce.outbox.types import Dispatch

WAITING = "waiting"
SENT = "sent"
WITHDRAWN = "withdrawn"
DEAD = "dead"


def add(
    session: Session,
    shop_id: int,
    port: str,
    destination: str,
    payload: dict[str, Any],
    key: str,
    not_before: datetime,
) -> None:
    """Store a message; the same key again changes nothing."""
    if of_key(session, shop_id, key) is not None:
        return
    session.add(
        OutboxRow(
            shop_id=shop_id, port=port, destination=destination, payload=payload,
            idempotency_key=key, status=WAITING, tries=0, next_at=not_before, sent_at=None,
            reference=None, error=None,
        )
    )  # fmt: skip
    session.flush()


def of_key(session: Session, shop_id: int, key: str) -> OutboxRow | None:
    """Return a message of a shop by its key."""
    return session.scalar(
        select(OutboxRow).where(OutboxRow.shop_id == shop_id, OutboxRow.idempotency_key == key)
    )


def move_untold(ctx: Context, key: str, *, was: str, becomes: str) -> bool:
    """Change the status of a message that no worker has touched; false where one has."""
    result: Any = ctx.session.execute(
        update(OutboxRow)
        .where(
            OutboxRow.shop_id == ctx.actor.shop_id,
            OutboxRow.idempotency_key == key,
            OutboxRow.status == was,
            OutboxRow.tries == 0,
        )
        .values(status=becomes)
        .execution_options(synchronize_session="fetch")
    )
    return _touched(result) == 1


def due(session: Session, now: datetime, limit: int) -> Sequence[int]:
    """Return the ids of messages, of every shop, whose time has come, the longest due first."""
    return session.scalars(
        select(OutboxRow.id)
        .where(OutboxRow.status == WAITING, OutboxRow.next_at <= now)
        .order_by(OutboxRow.next_at, OutboxRow.id)
        .limit(limit)
    ).all()


def claim(session: Session, row_id: int, now: datetime, until: datetime) -> Dispatch | None:
    """Take one due message until a moment, or return `None` where another worker has it."""
    taken: Any = session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == row_id, OutboxRow.status == WAITING, OutboxRow.next_at <= now)
        .values(next_at=until, tries=OutboxRow.tries + 1)
        .execution_options(synchronize_session=False)
    )
    if _touched(taken) == 0:
        return None
    row = session.scalars(
        select(OutboxRow).where(OutboxRow.id == row_id, OutboxRow.status == WAITING)
    ).one()
    return Dispatch(
        id=row.id, shop_id=row.shop_id, port=row.port, destination=row.destination,
        payload=row.payload, key=row.idempotency_key, tries=row.tries,
    )  # fmt: skip


def settle(session: Session, dispatch: Dispatch, **values: Any) -> bool:
    """Write how telling went; false where the lease ran out and another worker took over."""
    settled: Any = session.execute(
        update(OutboxRow)
        .where(
            OutboxRow.shop_id == dispatch.shop_id,
            OutboxRow.id == dispatch.id,
            OutboxRow.status == WAITING,
            OutboxRow.tries == dispatch.tries,
        )
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    return _touched(settled) == 1


def _touched(result: Any) -> int:
    assert isinstance(result, CursorResult)
    return result.rowcount
