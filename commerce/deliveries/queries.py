"""All SQL of deliveries.

What goes to one address is one lane and goes in order: only the first that waits in a lane is due.
A worker takes it by moving its `next_at` past its lease in one UPDATE that repeats the condition,
so that of several who try, in any number of processes, one succeeds.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    Table,
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


def _is_first(now: datetime) -> ColumnElement[bool]:
    """Return the condition that nothing earlier waits in the lane.

    A prompt put off to a later hour, and not tried yet, is passed by: answers do not wait for it.
    """
    put_off = and_(
        _EARLIER.kind == DeliveryKind.PROMPT, _EARLIER.tries == 0, _EARLIER.next_at > now
    )
    return ~(
        select(_EARLIER.id)
        .where(
            _EARLIER.channel == DeliveryRow.channel,
            _EARLIER.address == DeliveryRow.address,
            _EARLIER.status == DeliveryStatus.WAITING,
            _EARLIER.id < DeliveryRow.id,
            ~put_off,
        )
        .exists()
    )


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
    return session.scalars(
        select(DeliveryRow.id)
        .where(
            DeliveryRow.status == DeliveryStatus.WAITING, DeliveryRow.next_at <= now,
            DeliveryRow.channel.in_(channels), _is_first(now),
        )
        .order_by(DeliveryRow.next_at, DeliveryRow.id)
        .limit(limit)
    ).all()  # fmt: skip


def claim(session: Session, row_id: int, now: datetime, until: datetime) -> Outgoing | None:
    """Take one to send it; `None` where another worker was quicker."""
    row = session.scalars(
        update(DeliveryRow)
        .where(
            DeliveryRow.id == row_id, DeliveryRow.status == DeliveryStatus.WAITING,
            DeliveryRow.next_at <= now,
        )
        .values(next_at=until, tries=DeliveryRow.tries + 1)
        .returning(DeliveryRow)
        .execution_options(synchronize_session=False)
    ).one_or_none()  # fmt: skip
    if row is None:
        return None
    return Outgoing(
        id=row.id, shop_id=row.shop_id, channel=row.channel, address=row.address,
        conversation=row.conversation_id, kind=DeliveryKind(row.kind), body=row.body,
        key=row.idempotency_key, tries=row.tries, heard_at=_heard_at(session, row),
    )  # fmt: skip


def parts_sent(session: Session, outgoing: Outgoing) -> int:
    """Return how many of its messages the vendor has taken."""
    return session.scalar(
        select(func.count())
        .select_from(DeliveryPartRow)
        .where(
            DeliveryPartRow.shop_id == outgoing.shop_id,
            DeliveryPartRow.delivery_id == outgoing.id,
        )
    ) or 0  # fmt: skip


def add_part(
    session: Session, outgoing: Outgoing, position: int, provider_id: str, now: datetime
) -> None:
    """Note that the vendor took one of its messages."""
    session.add(
        DeliveryPartRow(
            shop_id=outgoing.shop_id, delivery_id=outgoing.id, position=position,
            channel=outgoing.channel, provider_id=provider_id, at=now,
        )
    )  # fmt: skip


def settle(session: Session, outgoing: Outgoing, **values: Any) -> bool:
    """Write how a try went; false where another worker has taken it over since."""
    result: CursorResult[Any] = session.execute(  # type: ignore[assignment]
        update(DeliveryRow)
        .where(
            DeliveryRow.id == outgoing.id, DeliveryRow.tries == outgoing.tries,
            DeliveryRow.status == DeliveryStatus.WAITING,
        )
        .values(**values)
        .execution_options(synchronize_session=False)
    )  # fmt: skip
    return result.rowcount == 1


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


def _heard_at(session: Session, row: DeliveryRow) -> datetime | None:
    arrived = session.scalar(
        select(func.max(ArrivalRow.at)).where(
            ArrivalRow.shop_id == row.shop_id, ArrivalRow.channel == row.channel,
            ArrivalRow.address == row.address,
        )
    )  # fmt: skip
    said = _said_at(session, row)
    return max(filter(None, (arrived, said)), default=None)


def _said_at(session: Session, row: DeliveryRow) -> datetime | None:
    return session.scalar(
        select(func.max(MessageRow.at))
        .join(ConversationRow, ConversationRow.id == MessageRow.conversation_id)
        .where(
            MessageRow.shop_id == row.shop_id, ConversationRow.shop_id == row.shop_id,
            ConversationRow.channel == row.channel, ConversationRow.address == row.address,
            MessageRow.direction == "in",
        )
    )  # fmt: skip
