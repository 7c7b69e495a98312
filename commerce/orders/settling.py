"""What the payment provider answered, taken note of: refunds refused, links sent and paid.

For the worker, and safe to run in any number of processes: each payment is one transaction that
looks again at where it stands.
"""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session, sessionmaker

from commerce.db import begin_write
from commerce.db.tables import EventRow, OrderRow, PaymentRow
from commerce.errors import Unavailable
from commerce.money import Money
from commerce.orders import changing, couriers, payments, rules
from commerce.orders.changing import PaymentStanding
from commerce.ports import CourierAction, LinkNews, LinkState, Ports, RefundNews
from commerce.vocabulary import OrderStatus, PaymentMethod, PaymentStatus
from commerce.words import FALLBACK, say

LOOK_EVERY = timedelta(minutes=2)
"""How often the provider is asked whether a link was paid."""


def settle_payments(
    sessions: sessionmaker[Session], ports: Ports, now: datetime, limit: int = 50
) -> int:
    """Take note of what became of refunds and links, and return of how many.

    A refund that the provider refuses counts as not given back again; a link that was paid makes
    its order paid, less the discount.
    """
    return _hear(sessions, now, limit) + _look(sessions, ports, now, limit)


def hear_payment(
    session: Session, ports: Ports, shop_id: int, news: LinkNews | RefundNews, now: datetime
) -> bool:
    """Take note of what the provider told by itself; false where the shop knows nothing of it.

    What comes again changes nothing. A link paid with another amount than was asked for makes no
    order paid: somebody must look. The caller has begun to write and commits.
    """
    payment = payments.asked_for(session, shop_id, news.key)
    if payment is None:
        return False
    stands = PaymentStanding(payment.status)
    if isinstance(news, RefundNews):
        if payment.kind == payments.REFUND and stands is PaymentStanding.ACCEPTED:
            _failed(session, payment, news.why, now)
    elif payment.kind == payments.LINK and stands in (PaymentStanding.ASKED, *changing.WATCHED):
        order = payments.order_of(session, payment)
        asked = Money(payment.amount_minor, order.currency)
        if news.state is LinkState.PAID and news.paid != asked:
            _paid_otherwise(session, payment, order, news.paid, now)
        else:
            _moved_on(session, ports, payment, news.state, now)
    return True


def _paid_otherwise(
    session: Session, payment: PaymentRow, order: OrderRow, paid: Money, now: datetime
) -> None:
    asked = Money(payment.amount_minor, order.currency)
    why = say(FALLBACK, "order-reason-link-paid-otherwise", paid=paid, asked=asked)
    payment.status, payment.error, payment.settled_at = PaymentStanding.FAILED.value, why, now
    session.add(payments.history_row(order, now, why))
    _happened(session, order, "order.paid_otherwise", now, minor=paid.minor, asked=asked.minor)


def _hear(sessions: sessionmaker[Session], now: datetime, limit: int) -> int:
    """Take note of what the outbox was answered."""
    with sessions() as session:
        told = [
            (payment.id, payment.shop_id, row.reference, row.error if row.status == "dead" else "")
            for payment, row in payments.answered(session, limit)
        ]
    moved = 0
    for payment_id, shop_id, reference, error in told:
        with sessions() as session:
            begin_write(session, shop_id)
            payment = payments.standing(session, shop_id, payment_id, PaymentStanding.ASKED)
            if payment is not None:
                _answered(session, payment, reference, error, now)
                moved += 1
            session.commit()
    return moved


def _look(sessions: sessionmaker[Session], ports: Ports, now: datetime, limit: int) -> int:
    """Ask after links that are out; no transaction is open while the provider is spoken to."""
    with sessions() as session:
        links = payments.open_links(session, now - LOOK_EVERY, limit)
        out = [(link.id, link.shop_id, link.request_key) for link in links]
    moved = 0
    for payment_id, shop_id, key in out:
        state = _state(ports, key)
        with sessions() as session:
            begin_write(session, shop_id)
            payment = payments.standing(session, shop_id, payment_id, *changing.WATCHED)
            if payment is not None:
                moved += _moved_on(session, ports, payment, state, now)
            session.commit()
    return moved


def _state(ports: Ports, key: str) -> LinkState:
    if ports.payments is None:
        return LinkState.OPEN
    try:
        return ports.payments.link_state(key)
    except Unavailable:
        return LinkState.OPEN


def _answered(
    session: Session, payment: PaymentRow, reference: str | None, error: str | None, now: datetime
) -> None:
    payment.reference, payment.checked_at = reference, now
    if error:
        _failed(session, payment, error, now)
    elif payment.kind == payments.REFUND:
        payment.status, payment.settled_at = PaymentStanding.ACCEPTED.value, now
    else:
        payment.status = PaymentStanding.OPEN.value


def _failed(session: Session, payment: PaymentRow, error: str, now: datetime) -> None:
    """Write down that the provider would not; money that was not given back is the shop's again."""
    payment.status, payment.error, payment.settled_at = PaymentStanding.FAILED.value, error, now
    order = payments.order_of(session, payment)
    if payment.kind == payments.REFUND:
        order.refunded_minor = max(0, order.refunded_minor - payment.amount_minor)
        order.payment_status = changing.paid_status(
            PaymentMethod(order.payment_method), order.refunded_minor
        ).value
    why = say(FALLBACK, f"order-reason-{payment.kind}-refused", why=error)
    session.add(payments.history_row(order, now, why))
    _happened(session, order, f"order.{payment.kind}_refused", now, why=error)


def _moved_on(
    session: Session, ports: Ports, payment: PaymentRow, state: LinkState, now: datetime
) -> bool:
    payment.checked_at = now
    if state is LinkState.PAID:
        _paid(session, ports, payment, now)
        return True
    # A provider that does not know (a link made by hand) never says that it is over.
    if state is LinkState.EXPIRED or (payment.expires_at is not None and payment.expires_at < now):
        payment.status, payment.settled_at = PaymentStanding.EXPIRED.value, now
        return True
    return False


def _paid(session: Session, ports: Ports, payment: PaymentRow, now: datetime) -> None:
    """Make an order paid by its link: less the discount, and with no cash to collect.

    A courier who has the parcel is told so; where its connection does not take that, the order's
    story says whom to call.
    """
    payment.status, payment.settled_at = PaymentStanding.PAID.value, now
    order = payments.order_of(session, payment)
    if PaymentStatus(order.payment_status) not in rules.UNPAID:
        _happened(session, order, "order.paid_twice", now, minor=payment.amount_minor)
        return
    was = Money(order.total_minor, order.currency)
    becomes = Money(payment.amount_minor, order.currency)
    order.tax_minor = changing.tax_after(order.tax_minor, was, becomes)
    order.discount_minor += was.minor - becomes.minor
    order.total_minor = becomes.minor
    order.payment_method = PaymentMethod.OTHER.value
    order.payment_status = PaymentStatus.PAID.value
    for parcel in payments.parcels_here(session, payment):
        parcel.cod_minor = 0
    why = say(FALLBACK, "order-reason-link-paid", amount=becomes)
    session.add(payments.history_row(order, now, why))
    called_off = OrderStatus(order.status) in rules.CALLED_OFF
    kind = "order.paid_after_end" if called_off else "order.paid"
    to_call = _collect_nothing(session, ports, order, payment, now)
    _happened(session, order, kind, now, minor=becomes.minor, courier_still_collects=to_call)


def _collect_nothing(
    session: Session, ports: Ports, order: OrderRow, payment: PaymentRow, now: datetime
) -> list[str]:
    """Have couriers told that a paid order's parcels are paid; return the AWBs to call about."""
    action = CourierAction.COLLECT_NOTHING
    found = couriers.reachable(ports, couriers.collecting(session, order), action)
    couriers.tell(session, order, found.told, action, once=payment.request_key, at=now)
    for how, rows in (("told", found.told), ("call", found.to_call)):
        for row in rows:
            why = couriers.said(FALLBACK, "collect", how, row)
            session.add(payments.history_row(order, now, why))
    return [row.awb for row in found.to_call]


def _happened(
    session: Session, order: OrderRow, kind: str, now: datetime, **payload: object
) -> None:
    session.add(
        EventRow(shop_id=order.shop_id, kind=kind, subject=order.number, payload=payload, at=now)
    )
