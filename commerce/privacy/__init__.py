"""What is held of a customer, and erasing who it was.

Orders, money and consents stay as the law on taxes and disputes wants them, of nobody; names,
numbers, addresses, conversations and files go, wherever they were written down. There is a day in
which it may be taken back; then a worker does it, so that what was said while it was asked for goes
as well. Backups keep what they hold until they are thrown away (docs/operations.md).
"""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session, sessionmaker

from commerce import records
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.customers import Customer
from commerce.db import begin_write
from commerce.db.tables import ErasureRow
from commerce.errors import Refused
from commerce.ports import FileShelf, Ports
from commerce.privacy import queries, rules
from commerce.privacy.types import Holding, Open

__all__ = [
    "BACK_WITHIN",
    "GONE",
    "Holding",
    "ask_erasure",
    "erase_due",
    "erase_now",
    "erasure_of",
    "plan_erasure",
    "undo_erasure",
    "what_is_held",
]

BACK_WITHIN: Final = timedelta(hours=24)
"""For so long it may be taken back; then it is done."""
GONE: Final = rules.GONE


def what_is_held(ctx: Context, customer: Customer) -> Holding:
    """Return all that is held of a customer, to be given to them.

    Raises:
        NotAllowed: The actor may not run the shop.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    return queries.holding(ctx.session, ctx.actor.shop_id, customer.id)


def plan_erasure(ctx: Context, customer: Customer) -> Change:
    """Say what would be erased, without erasing it.

    Raises:
        NotAllowed: The actor may not run the shop.
        Refused: An order, a payment or an approval of theirs is open, or it was asked for before.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    shop = ctx.actor.shop_id
    known = queries.wish(ctx.session, shop, customer.id)
    if known is not None:
        key = "error-erase-done" if known.done_at is not None else "error-erase-asked"
        raise Refused(key, name=customer.name, at=ctx.local(known.done_at or known.due_at))
    if still := queries.still_open(ctx.session, shop, customer.id):
        raise _open(customer.name, still)
    counts = queries.holding(ctx.session, shop, customer.id).counts
    return Change(
        subject_kind="customer",
        subject=customer.name,
        before={"customer_id": customer.id, "held": counts},
        after={"customer_id": customer.id, "held": {}, "due_at": _due(ctx).isoformat()},
        undo_for=BACK_WITHIN,
    )


def ask_erasure(ctx: Context, customer: Customer) -> Change:
    """Have who a customer is erased in a day.

    Raises:
        NotAllowed: The actor may not run the shop.
        Refused: An order, a payment or an approval of theirs is open, or it was asked for before.
    """
    queries.customer(ctx.session, ctx.actor.shop_id, customer.id, lock=True)
    change = plan_erasure(ctx, customer)
    ctx.session.add(
        ErasureRow(
            shop_id=ctx.actor.shop_id, customer_id=customer.id, person_id=ctx.actor.person_id,
            asked_at=ctx.now, due_at=_due(ctx),
        )
    )  # fmt: skip
    records.audit(ctx, "erase_customer", change)
    ctx.session.flush()
    return change


def erasure_of(ctx: Context, customer: Customer) -> int:
    """Return the number of the erasure that a customer waits for; one is asked for if none is.

    Raises:
        NotAllowed: The actor may not run the shop.
        Refused: An order, a payment or an approval of theirs is open, or it is done.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    shop = ctx.actor.shop_id
    if still := queries.still_open(ctx.session, shop, customer.id):
        raise _open(customer.name, still)
    known = queries.wish(ctx.session, shop, customer.id)
    if known is None or known.done_at is not None:
        ask_erasure(ctx, customer)
        known = queries.wish(ctx.session, shop, customer.id)
    assert known is not None, "it was asked for just now"
    return known.id


def undo_erasure(ctx: Context, change: Change) -> Change:
    """Take back that a customer be erased, before it is done.

    Raises:
        NotAllowed: The actor may not run the shop.
        Refused: It is done.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    row = queries.wish(ctx.session, ctx.actor.shop_id, change.after["customer_id"])
    if row is None or row.done_at is not None:
        raise Refused("error-erase-too-late")
    row.taken_back_at = ctx.now
    back = Change(
        subject_kind=change.subject_kind, subject=change.subject, before=change.after,
        after=change.before,
    )  # fmt: skip
    records.audit(ctx, "undo_erase_customer", back)
    return back


def erase_due(sessions: sessionmaker[Session], ports: Ports, now: datetime) -> int:
    """Erase those whose day is over; return how many. One with something open anew waits."""
    with sessions() as session:
        found = [
            (shop, number)
            for shop in queries.shops(session)
            for number in queries.due(session, shop, now)
        ]
    return sum(erase_now(sessions, ports.shelf, shop, number, now) for shop, number in found)


def erase_now(
    sessions: sessionmaker[Session], shelf: FileShelf | None, shop_id: int, number: int,
    now: datetime,
) -> bool:  # fmt: skip
    """Erase one customer whose erasure was asked for, in one transaction; tell whether it was done.

    Safe to repeat: what another worker did, or what was taken back, is left alone.
    """
    with sessions() as session:
        begin_write(session, shop_id)
        row = queries.waits(session, shop_id, number)
        if row is None or queries.still_open(session, shop_id, row.customer_id):
            return False
        told = queries.traces(session, shop_id, row.customer_id)
        wanted = rules.needles(told)
        # In what is told of their own orders one word of a name is a trace as well.
        own = rules.pattern({*wanted, *told.names})
        counts, files = queries.empty_own_rows(session, shop_id, row.customer_id, own)
        session.flush()
        if (found := rules.pattern(wanted)) is not None:
            counts += queries.take_traces_out(session, shop_id, wanted, found)
        records.seal_anew(session, shop_id)
        row.done_at, row.counts = now, dict(counts)
        session.commit()
    for one in files:
        if shelf is not None:
            shelf.path_of(shop_id, one).unlink(missing_ok=True)
    return True


def _due(ctx: Context) -> datetime:
    return ctx.now + BACK_WITHIN


def _open(name: str, still: Open) -> Refused:
    if still.orders:
        return Refused(
            "error-erase-orders", name=name, count=len(still.orders),
            orders=", ".join(still.orders[:5]),
        )  # fmt: skip
    if still.payments:
        return Refused("error-erase-payments", name=name, orders=", ".join(still.payments[:5]))
    return Refused("error-erase-approvals", name=name, count=still.approvals)
