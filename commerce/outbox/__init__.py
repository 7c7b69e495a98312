"""What the outside must be told: stored with the change that causes it, told by the worker."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from commerce.context import Context
from commerce.outbox import queries
from commerce.outbox.rules import LEASE, MAX_TRIES, wait_after
from commerce.outbox.types import (
    CLOSE_LINK,
    COURIER,
    LINK,
    MESSENGER,
    PAYMENTS,
    REFUND,
    WEBHOOK,
    Delivered,
    Dispatch,
    OnDead,
    payload_of,
    payload_of_letter,
    payload_of_payment,
)
from commerce.outbox.worker import deliver_due

__all__ = [
    "CLOSE_LINK",
    "COURIER",
    "LEASE",
    "LINK",
    "MAX_TRIES",
    "MESSENGER",
    "PAYMENTS",
    "REFUND",
    "WEBHOOK",
    "Delivered",
    "Dispatch",
    "OnDead",
    "deliver_due",
    "payload_of",
    "payload_of_letter",
    "payload_of_payment",
    "put",
    "put_back",
    "put_for_shop",
    "wait_after",
    "withdraw",
]


def put(
    ctx: Context,
    port: str,
    destination: str,
    payload: dict[str, Any],
    key: str,
    *,
    not_before: datetime | None = None,
) -> None:
    """Have the outside told, in the transaction under way.

    Args:
        ctx: Who asks, and when.
        port: Which kind of outside: `COURIER`, `MESSENGER` or `PAYMENTS`.
        destination: Which one of them: a courier's name, a messenger's channel; of payments,
            `REFUND`, `LINK` or `CLOSE_LINK`.
        payload: Plain JSON: `payload_of` a courier's instruction, `payload_of_letter` a message,
            `payload_of_payment` a refund, a link or its closing.
        key: The same key twice is one message, here and at the other end.
        not_before: The earliest moment to tell it; `None` is as soon as a worker comes by. Until
            then it can be withdrawn.
    """
    put_for_shop(
        ctx.session, ctx.actor.shop_id, port, destination, payload, key,
        not_before=not_before or ctx.now,
    )  # fmt: skip


def put_for_shop(
    session: Session,
    shop_id: int,
    port: str,
    destination: str,
    payload: dict[str, Any],
    key: str,
    *,
    not_before: datetime,
) -> None:
    """Have the outside told of what nobody did: as `put`, for the worker."""
    queries.add(session, shop_id, port, destination, payload, key, not_before)


def withdraw(ctx: Context, key: str) -> bool:
    """Take a message back; false where a worker has already tried to tell it.

    A try that failed may still have reached the other end, so it counts as told.
    """
    return queries.move_untold(ctx, key, was=queries.WAITING, becomes=queries.WITHDRAWN)


def put_back(ctx: Context, key: str) -> bool:
    """Let a withdrawn message wait again; false where there is none."""
    return queries.move_untold(ctx, key, was=queries.WITHDRAWN, becomes=queries.WAITING)
