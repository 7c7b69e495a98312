"""All SQL of arrivals. One conversation is one lane, and only its first that waits is due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session, aliased

from commerce.db.tables import ArrivalRow

MAX_TRIES: Final = 6
LEASE: Final = timedelta(minutes=2)
"""How long one worker has to take one in before another may."""
WAITING: Final = "waiting"
TAKEN: Final = "taken"
DEAD: Final = "dead"
HOOK: Final = "hook:"
"""How channels begin that are no conversation: couriers and payment providers tell by them."""

_EARLIER = aliased(ArrivalRow)
_IS_FIRST = ~(
    select(_EARLIER.id)
    .where(
        _EARLIER.conversation_id == ArrivalRow.conversation_id,
        _EARLIER.status == WAITING,
        _EARLIER.id < ArrivalRow.id,
    )
    .exists()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One message that a worker is taking in."""

    id: int
    shop_id: int
    conversation: str
    body: Mapping[str, Any]
    tries: int


def put(
    session: Session, *, shop_id: int, channel: str, provider_id: str, conversation: str,
    body: Mapping[str, Any], now: datetime, address: str | None = None,
) -> bool:  # fmt: skip
    """Keep a message; false where one with its id came before.

    Raises:
        sqlalchemy.exc.IntegrityError: The same came in another transaction just now.
    """
    same = select(ArrivalRow.id).where(
        ArrivalRow.channel == channel, ArrivalRow.provider_id == provider_id
    )
    if session.scalar(same) is not None:
        return False
    session.add(
        ArrivalRow(
            shop_id=shop_id, channel=channel, provider_id=provider_id,
            conversation_id=conversation, body=dict(body), status=WAITING, tries=0, next_at=now,
            error=None, at=now, address=address,
        )
    )  # fmt: skip
    session.flush()
    return True


def due(session: Session, now: datetime, limit: int = 50, *, hooks: bool = False) -> Sequence[int]:
    """Return the first that waits in each conversation whose time has come, of every shop.

    Of messengers; with `hooks`, of couriers and payment providers instead.
    """
    is_hook = ArrivalRow.channel.startswith(HOOK, autoescape=True)
    return session.scalars(
        select(ArrivalRow.id)
        .where(
            ArrivalRow.status == WAITING,
            ArrivalRow.next_at <= now,
            is_hook if hooks else ~is_hook,
            _IS_FIRST,
        )
        .order_by(ArrivalRow.next_at, ArrivalRow.id)
        .limit(limit)
    ).all()


def claim(session: Session, row_id: int, now: datetime) -> Arrival | None:
    """Take one up; `None` where another worker was quicker."""
    row = session.scalars(
        update(ArrivalRow)
        .where(ArrivalRow.id == row_id, ArrivalRow.status == WAITING, ArrivalRow.next_at <= now)
        .values(next_at=now + LEASE, tries=ArrivalRow.tries + 1)
        .returning(ArrivalRow)
        .execution_options(synchronize_session=False)
    ).one_or_none()
    if row is None:
        return None
    return Arrival(
        id=row.id, shop_id=row.shop_id, conversation=row.conversation_id, body=row.body,
        tries=row.tries,
    )  # fmt: skip


def settle(session: Session, arrival: Arrival) -> None:
    """Note that one was taken in; what it said is kept with the conversation from now on."""
    _move(session, arrival, status=TAKEN, body={}, error=None)


def told(session: Session, shop_id: int, channel: str) -> tuple[datetime | None, int, int]:
    """Return when a shop last heard by a channel, and how many wait there and were given up."""
    last, waiting, dead = session.execute(
        select(
            func.max(ArrivalRow.at),
            func.count().filter(ArrivalRow.status == WAITING),
            func.count().filter(ArrivalRow.status == DEAD),
        ).where(ArrivalRow.shop_id == shop_id, ArrivalRow.channel == channel)
    ).one()
    return last, waiting, dead


def note(session: Session, arrival: Arrival, error: str, now: datetime) -> None:
    """Note that one could not be taken in: it is tried again, and after many tries given up."""
    wait = timedelta(seconds=2 << (2 * arrival.tries))
    status = DEAD if arrival.tries >= MAX_TRIES else WAITING
    _move(session, arrival, status=status, next_at=now + wait, error=error)


def _move(session: Session, arrival: Arrival, **values: Any) -> None:
    session.execute(
        update(ArrivalRow)
        .where(ArrivalRow.id == arrival.id, ArrivalRow.tries == arrival.tries)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
