"""All SQL of deliveries. What every reply runs is built once, at import.

What goes to one address is one lane and goes in order: only the first that waits in a lane is due.
A worker takes it by moving its `next_at` past its lease in one UPDATE that repeats the condition,
so that of several who try, in any number of processes, one succeeds.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, cast

from sqlalchemy import (
    CursorResult,
    Row,
    Table,
    Update,
    and_,
    bindparam,
    func,
    insert,
    literal,
    select,
    update,
)
from sqlalchemy.orm import Session, aliased

from commerce.db.tables import (
    ArrivalRow,
    ConversationRow,
    DeliveryPartRow,
    DeliveryRow,
    MessageRow,
)
from commerce.deliveries.types import DeliveryKind, DeliveryStatus, Outgoing, StatusNote

_EARLIER = aliased(DeliveryRow)
_COLUMNS = (
    "shop_id", "channel", "address", "conversation_id", "kind", "body", "idempotency_key",
    "status", "tries", "next_at", "created_at",
)  # fmt: skip
_REPLY_GOES_OUT = insert(cast(Table, DeliveryRow.__table__)).from_select(
    _COLUMNS,
    select(
        ConversationRow.shop_id, ConversationRow.channel, ConversationRow.address,
        ConversationRow.id, literal(DeliveryKind.REPLY.value),
        bindparam("body", type_=DeliveryRow.body.type),
        bindparam("key", type_=MessageRow.text.type),
        literal(DeliveryStatus.WAITING.value), literal(0),
        bindparam("now", type_=DeliveryRow.created_at.type),
        bindparam("now", type_=DeliveryRow.created_at.type),
    ).where(
        ConversationRow.shop_id == bindparam("shop"),
        ConversationRow.id == bindparam("conversation"),
        ConversationRow.address.is_not(None),
    ),
    include_defaults=False,
)  # fmt: skip


_PUT_OFF = and_(
    _EARLIER.kind == DeliveryKind.PROMPT, _EARLIER.tries == 0, _EARLIER.next_at > bindparam("now")
)
"""A prompt put off to a later hour, and not tried yet: answers do not wait for it."""
_IS_FIRST = ~(
    select(_EARLIER.id)
    .where(
        _EARLIER.channel == DeliveryRow.channel,
        _EARLIER.address == DeliveryRow.address,
        _EARLIER.status == DeliveryStatus.WAITING.value,
        _EARLIER.id < DeliveryRow.id,
        ~_PUT_OFF,
    )
    .exists()
)
_DUE = (
    select(DeliveryRow.id)
    .where(
        DeliveryRow.status == DeliveryStatus.WAITING.value,
        DeliveryRow.next_at <= bindparam("now"),
        DeliveryRow.channel.in_(bindparam("channels", expanding=True)),
        _IS_FIRST,
    )
    .order_by(DeliveryRow.next_at, DeliveryRow.id)
    .limit(bindparam("most"))
)

_TABLE = cast(Table, DeliveryRow.__table__)
_PARTS = cast(Table, DeliveryPartRow.__table__)

_CLAIM = (
    update(_TABLE)
    .where(
        _TABLE.c.id == bindparam("row"), _TABLE.c.status == DeliveryStatus.WAITING.value,
        _TABLE.c.next_at <= bindparam("now"),
    )
    .values(next_at=bindparam("until"), tries=_TABLE.c.tries + 1)
    .returning(
        _TABLE.c.id, _TABLE.c.shop_id, _TABLE.c.channel, _TABLE.c.address,
        _TABLE.c.conversation_id, _TABLE.c.kind, _TABLE.c.body, _TABLE.c.idempotency_key,
        _TABLE.c.tries,
    )
)  # fmt: skip

_HOLD = (
    update(_TABLE)
    .where(
        _TABLE.c.id == bindparam("row"), _TABLE.c.tries == bindparam("try"),
        _TABLE.c.status == DeliveryStatus.WAITING.value,
    )
    .values(next_at=bindparam("until"))
)  # fmt: skip

_ARRIVED = select(func.max(ArrivalRow.at)).where(
    ArrivalRow.shop_id == bindparam("shop"), ArrivalRow.channel == bindparam("channel"),
    ArrivalRow.address == bindparam("address"),
)  # fmt: skip

_SAID = (
    select(func.max(MessageRow.at))
    .join(ConversationRow, ConversationRow.id == MessageRow.conversation_id)
    .where(
        MessageRow.shop_id == bindparam("shop"), ConversationRow.shop_id == bindparam("shop"),
        ConversationRow.channel == bindparam("channel"),
        ConversationRow.address == bindparam("address"), MessageRow.direction == "in",
    )
)  # fmt: skip

_TAKEN = (
    select(func.count())
    .select_from(_PARTS)
    .where(_PARTS.c.shop_id == bindparam("shop"), _PARTS.c.delivery_id == bindparam("delivery"))
)
_ADD_PART = insert(_PARTS)


def add_reply(
    session: Session, shop_id: int, conversation: str, *, key: str, body: Mapping[str, Any],
    now: datetime,
) -> None:  # fmt: skip
    """Have a reply brought where its conversation is held, if that is on a messenger."""
    session.execute(
        _REPLY_GOES_OUT,
        {"shop": shop_id, "conversation": conversation, "key": key, "body": body, "now": now},
    )


def add(
    session: Session, *, shop_id: int, channel: str, address: str, conversation: str | None,
    kind: DeliveryKind, body: Mapping[str, Any], key: str, now: datetime, not_before: datetime,
) -> bool:  # fmt: skip
    """Have something brought; false where the same key came before."""
    same = select(DeliveryRow.id).where(
        DeliveryRow.shop_id == shop_id, DeliveryRow.idempotency_key == key
    )
    if session.scalar(same) is not None:
        return False
    session.add(
        DeliveryRow(
            shop_id=shop_id, channel=channel, address=address, conversation_id=conversation,
            kind=kind.value, body=dict(body), idempotency_key=key,
            status=DeliveryStatus.WAITING.value, tries=0, next_at=not_before, created_at=now,
        )
    )  # fmt: skip
    session.flush()
    return True


def of_keys(
    session: Session, shop_id: int, keys: Sequence[str], channels: Collection[str]
) -> Sequence[DeliveryRow]:
    """Return what was put under some keys, on some channels."""
    return session.scalars(
        select(DeliveryRow).where(
            DeliveryRow.shop_id == shop_id, DeliveryRow.idempotency_key.in_(keys),
            DeliveryRow.channel.in_(channels),
        )
    ).all()  # fmt: skip


def due(session: Session, channels: Sequence[str], now: datetime, limit: int) -> Sequence[int]:
    """Return the first that waits in each lane whose time has come, of every shop."""
    values = {"now": now, "channels": list(channels), "most": limit}
    return session.scalars(_DUE, values).all()


def claim(session: Session, row_id: int, now: datetime, until: datetime) -> Outgoing | None:
    """Take one to send it; `None` where another worker was quicker."""
    row = session.execute(_CLAIM, {"row": row_id, "now": now, "until": until}).one_or_none()
    if row is None:
        return None
    return Outgoing(
        id=row.id, shop_id=row.shop_id, channel=row.channel, address=row.address,
        conversation=row.conversation_id, kind=DeliveryKind(row.kind), body=row.body,
        key=row.idempotency_key, tries=row.tries, heard_at=_heard_at(session, row),
        taken=_taken(session, row),
    )  # fmt: skip


def hold(session: Session, outgoing: Outgoing, until: datetime) -> None:
    """Hold on to one that is still being sent, unless another worker has taken it over."""
    session.execute(_HOLD, {"row": outgoing.id, "try": outgoing.tries, "until": until})


def add_part(
    session: Session, outgoing: Outgoing, position: int, provider_id: str, now: datetime
) -> None:
    """Note that the vendor took one of its messages."""
    session.execute(
        _ADD_PART,
        {
            "shop_id": outgoing.shop_id, "delivery_id": outgoing.id, "position": position,
            "channel": outgoing.channel, "provider_id": provider_id, "at": now,
        },
    )  # fmt: skip


def settle(session: Session, outgoing: Outgoing, **values: Any) -> bool:
    """Write how a try went; false where another worker has taken it over since."""
    result: CursorResult[Any] = session.execute(  # type: ignore[assignment]
        _settled(tuple(sorted(values))),
        {"row": outgoing.id, "try": outgoing.tries, **{f"new_{k}": v for k, v in values.items()}},
    )
    return result.rowcount == 1


@cache
def _settled(names: tuple[str, ...]) -> Update:
    """Return the statement that writes some columns of a try."""
    return (
        update(_TABLE)
        .where(
            _TABLE.c.id == bindparam("row"), _TABLE.c.tries == bindparam("try"),
            _TABLE.c.status == DeliveryStatus.WAITING.value,
        )
        .values({name: bindparam(f"new_{name}") for name in names})
    )  # fmt: skip


def of_part(session: Session, note: StatusNote) -> DeliveryRow | None:
    """Return the delivery a vendor's note is about, locked; `None` for one that is not ours."""
    return session.scalar(
        select(DeliveryRow)
        .join(DeliveryPartRow, DeliveryPartRow.delivery_id == DeliveryRow.id)
        .where(
            DeliveryPartRow.channel == note.channel,
            DeliveryPartRow.provider_id == note.provider_id,
            DeliveryPartRow.shop_id == DeliveryRow.shop_id,
        )
        .with_for_update(of=DeliveryRow)
    )


def of_shop(
    session: Session, shop_id: int, status: DeliveryStatus, limit: int
) -> Sequence[DeliveryRow]:
    """Return what stands at a status in a shop, newest first."""
    return session.scalars(
        select(DeliveryRow)
        .where(DeliveryRow.shop_id == shop_id, DeliveryRow.status == status)
        .order_by(DeliveryRow.id.desc())
        .limit(limit)
    ).all()


def counts(session: Session, shop_id: int) -> dict[DeliveryStatus, int]:
    """Return how many of a shop stand at each status."""
    rows = session.execute(
        select(DeliveryRow.status, func.count())
        .where(DeliveryRow.shop_id == shop_id)
        .group_by(DeliveryRow.status)
    )
    return {DeliveryStatus(status): count for status, count in rows}


def given_up(session: Session, shop_id: int, row_id: int | None) -> list[int]:
    """Return the numbers of what was given up in a shop, or of the one that is named."""
    query = select(DeliveryRow.id).where(
        DeliveryRow.shop_id == shop_id, DeliveryRow.status == DeliveryStatus.DEAD
    )
    if row_id is not None:
        query = query.where(DeliveryRow.id == row_id)
    return list(session.scalars(query.order_by(DeliveryRow.id)))


def revive(session: Session, shop_id: int, row_id: int | None, now: datetime) -> int:
    """Let one that was given up wait again, or all of them; return how many do."""
    given_up = [DeliveryRow.shop_id == shop_id, DeliveryRow.status == DeliveryStatus.DEAD]
    if row_id is not None:
        given_up.append(DeliveryRow.id == row_id)
    result: CursorResult[Any] = session.execute(  # type: ignore[assignment]
        update(DeliveryRow)
        .where(*given_up)
        .values(status=DeliveryStatus.WAITING.value, tries=0, next_at=now)
        .execution_options(synchronize_session=False)
    )
    return result.rowcount


def _taken(session: Session, row: Row[Any]) -> int:
    """Return how many messages of a delivery the vendor has taken."""
    return session.scalar(_TAKEN, {"shop": row.shop_id, "delivery": row.id}) or 0


def _heard_at(session: Session, row: Row[Any]) -> datetime | None:
    """Return when somebody last wrote; what came before arrivals had an address, from messages."""
    values = {"shop": row.shop_id, "channel": row.channel, "address": row.address}
    return session.scalar(_ARRIVED, values) or session.scalar(_SAID, values)
