"""All SQL of arrivals. One conversation is one lane, and only its first that waits is due.

What every message runs is built once, at import: building a statement costs more than running it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, cast

from sqlalchemy import CursorResult, Table, bindparam, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from commerce.db.tables import ArrivalRow

MAX_TRIES: Final = 6
LEASE: Final = timedelta(seconds=30)
"""How long after a worker was last heard of another may take in what it had."""
WAITING: Final = "waiting"
TAKEN: Final = "taken"
DEAD: Final = "dead"
HOOK: Final = "hook:"
"""How channels begin that are no conversation: couriers and payment providers tell by them."""

_TABLE: Final = cast(Table, ArrivalRow.__table__)
_EARLIER = _TABLE.alias("earlier")
_IS_FIRST = ~(
    select(_EARLIER.c.id)
    .where(
        _EARLIER.c.conversation_id == _TABLE.c.conversation_id,
        _EARLIER.c.status == WAITING,
        _EARLIER.c.id < _TABLE.c.id,
    )
    .exists()
)
_IS_HOOK = _TABLE.c.channel.startswith(HOOK, autoescape=True)
_COLUMNS = (
    _TABLE.c.id, _TABLE.c.shop_id, _TABLE.c.conversation_id, _TABLE.c.body, _TABLE.c.tries,
)  # fmt: skip

_PUT = {
    dialect: put.on_conflict_do_nothing(
        index_elements=[_TABLE.c.channel, _TABLE.c.provider_id]
    ).returning(_TABLE.c.id, _TABLE.c.channel, _TABLE.c.provider_id)
    for dialect, put in (
        ("sqlite", sqlite.insert(_TABLE)),
        ("postgresql", postgresql.insert(_TABLE)),
    )
}
_DUE = {
    hooks: (
        select(_TABLE.c.id)
        .where(
            _TABLE.c.status == WAITING,
            _TABLE.c.next_at <= bindparam("now"),
            _IS_HOOK if hooks else ~_IS_HOOK,
            _IS_FIRST,
        )
        .order_by(_TABLE.c.next_at, _TABLE.c.id)
        .limit(bindparam("most"))
    )
    for hooks in (False, True)
}
_CLAIM = (
    update(_TABLE)
    .where(
        _TABLE.c.id == bindparam("row"), _TABLE.c.status == WAITING,
        _TABLE.c.next_at <= bindparam("now"),
    )
    .values(next_at=bindparam("until"), tries=_TABLE.c.tries + 1)
    .returning(*_COLUMNS)
)  # fmt: skip
_MINE = (
    _TABLE.c.id == bindparam("row"), _TABLE.c.tries == bindparam("try"),
    _TABLE.c.status == WAITING,
)  # fmt: skip
_HOLD = update(_TABLE).where(*_MINE).values(next_at=bindparam("until"))
_SETTLE = update(_TABLE).where(*_MINE).values(status=TAKEN, body={}, error=None)
_TAKE = (
    update(_TABLE)
    .where(
        _TABLE.c.id == bindparam("row"), _TABLE.c.status == WAITING,
        _TABLE.c.next_at <= bindparam("now"), _IS_FIRST,
    )
    .values(status=TAKEN, body={}, error=None)
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One message that a worker is taking in."""

    id: int
    shop_id: int
    conversation: str
    body: Mapping[str, Any]
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """One message to be kept."""

    shop_id: int
    channel: str
    provider_id: str
    conversation: str
    body: Mapping[str, Any]
    address: str | None


def put(
    session: Session, *, shop_id: int, channel: str, provider_id: str, conversation: str,
    body: Mapping[str, Any], now: datetime, address: str | None = None,
) -> int | None:  # fmt: skip
    """Keep a message and return its number; `None` where one with its id came before."""
    coming = Coming(
        shop_id=shop_id, channel=channel, provider_id=provider_id, conversation=conversation,
        body=body, address=address,
    )  # fmt: skip
    return put_all(session, [coming], now)[0]


def put_all(session: Session, coming: Sequence[Coming], now: datetime) -> list[int | None]:
    """Keep messages by one statement, and return the number of each; `None` as for `put`.

    One, since a thread may have to wait after each statement until others let it go on.
    """
    values = [
        {
            "shop_id": one.shop_id, "channel": one.channel, "provider_id": one.provider_id,
            "conversation_id": one.conversation, "body": dict(one.body), "status": WAITING,
            "tries": 0, "next_at": now, "error": None, "at": now, "address": one.address,
        }
        for one in coming
    ]  # fmt: skip
    statement = _PUT[session.get_bind().dialect.name]
    numbers = {
        (row.channel, row.provider_id): int(row.id) for row in session.execute(statement, values)
    }
    return [numbers.pop((one.channel, one.provider_id), None) for one in coming]


def due(session: Session, now: datetime, limit: int = 50, *, hooks: bool = False) -> Sequence[int]:
    """Return the first that waits in each conversation whose time has come, of every shop.

    Of messengers; with `hooks`, of couriers and payment providers instead.
    """
    return session.scalars(_DUE[hooks], {"now": now, "most": limit}).all()


def take(session: Session, row_id: int, now: datetime) -> bool:
    """Take one in within this transaction; false where it must wait, or another worker has it.

    What it said is kept from now on by whatever else this transaction writes.
    """
    result: CursorResult[Any] = session.execute(  # type: ignore[assignment]
        _TAKE, {"row": row_id, "now": now}
    )
    return result.rowcount == 1


def claim(session: Session, row_id: int, now: datetime) -> Arrival | None:
    """Take one up, for longer than a transaction; `None` where another worker was quicker."""
    row = session.execute(_CLAIM, {"row": row_id, "now": now, "until": now + LEASE}).one_or_none()
    if row is None:
        return None
    return Arrival(
        id=row.id, shop_id=row.shop_id, conversation=row.conversation_id, body=row.body,
        tries=row.tries,
    )  # fmt: skip


def hold(session: Session, arrival: Arrival, now: datetime) -> None:
    """Hold on to one that is still being taken in, unless another worker has it by now."""
    session.execute(_HOLD, {**_mine(arrival), "until": now + LEASE})


def settle(session: Session, arrival: Arrival) -> None:
    """Note that one was taken in; what it said is kept with the conversation from now on."""
    session.execute(_SETTLE, _mine(arrival))


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
    session.execute(
        update(_TABLE).where(*_MINE).values(status=status, next_at=now + wait, error=error),
        _mine(arrival),
    )


def _mine(arrival: Arrival) -> dict[str, int]:
    return {"row": arrival.id, "try": arrival.tries}
