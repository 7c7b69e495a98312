"""Tell the outside what waits, at least once, each message under its own key."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session, sessionmaker

from commerce.db.tables import EventRow
from commerce.errors import Rejected, Unavailable
from commerce.outbox import queries, rules
from commerce.outbox.types import (
    CLOSE_LINK,
    COURIER,
    MESSENGER,
    PAYMENTS,
    REFUND,
    WEBHOOK,
    Delivered,
    Dispatch,
    OnDead,
    closing_of,
    instruction_of,
    letter_of,
    link_of,
    refund_of,
)
from commerce.ports import Ports, WebhookCall


def _nobody_minds(_session: Session, _dispatch: Dispatch, _why: str) -> None:
    """Let a given-up message rest."""


def deliver_due(
    sessions: sessionmaker[Session],
    ports: Ports,
    now: datetime,
    limit: int = 50,
    *,
    on_dead: OnDead = _nobody_minds,
) -> Delivered:
    """Tell the outside what is due now, and return how it went.

    Safe to run in any number of threads and processes, and to kill at any moment: a message is
    claimed by one worker at a time, and told again under the same key if nobody knows how it went.
    No transaction is open while the outside is spoken to.
    """
    with sessions.begin() as session:
        waiting = queries.due(session, now, limit)
    total = Delivered()
    for row_id in waiting:
        with sessions.begin() as session:
            dispatch = queries.claim(session, row_id, now, now + rules.LEASE)
        if dispatch is not None:
            total = _tell(sessions, ports, now, dispatch, total, on_dead)
    return total


def _tell(
    sessions: sessionmaker[Session],
    ports: Ports,
    now: datetime,
    dispatch: Dispatch,
    total: Delivered,
    on_dead: OnDead,
) -> Delivered:
    try:
        reference = _hand_over(ports, dispatch)
    except Unavailable as error:
        if dispatch.tries < rules.MAX_TRIES:
            _postpone(sessions, now, dispatch, str(error))
            return replace(total, postponed=total.postponed + 1)
        _give_up(sessions, now, dispatch, str(error), on_dead)
        return replace(total, dead=total.dead + 1)
    except Rejected as error:
        _give_up(sessions, now, dispatch, str(error), on_dead)
        return replace(total, dead=total.dead + 1)
    with sessions.begin() as session:
        settled = queries.settle(
            session, dispatch, status=queries.SENT, sent_at=now, reference=reference, error=None
        )
        if settled:
            _happened(session, now, dispatch, f"{dispatch.port}.accepted", reference=reference)
    return replace(total, sent=total.sent + 1)


def _hand_over(ports: Ports, dispatch: Dispatch) -> str:
    if dispatch.port == MESSENGER:
        messenger = ports.messenger(dispatch.destination)
        if messenger is None:
            raise Unavailable("error-messenger-not-connected", channel=dispatch.destination)
        letter = letter_of(dispatch.payload, dispatch.key)
        return messenger.send(replace(letter, shop_id=dispatch.shop_id))
    if dispatch.port == PAYMENTS:
        return _ask_the_provider(ports, dispatch)
    if dispatch.port == WEBHOOK:
        return _tell_a_program(ports, dispatch)
    courier = ports.courier(dispatch.destination) if dispatch.port == COURIER else None
    if courier is None:
        raise Unavailable("error-courier-not-connected", courier=dispatch.destination)
    return courier.instruct(instruction_of(dispatch.payload, dispatch.key))


def _tell_a_program(ports: Ports, dispatch: Dispatch) -> str:
    if ports.webhooks is None:
        raise Unavailable("error-workflow-not-connected", do=WEBHOOK)
    return ports.webhooks.call(
        WebhookCall(
            key=dispatch.key, shop_id=dispatch.shop_id, url=dispatch.payload["url"],
            body=dispatch.payload["body"],
        )
    )  # fmt: skip


def _ask_the_provider(ports: Ports, dispatch: Dispatch) -> str:
    if ports.payments is None:
        raise Unavailable("error-payments-not-connected")
    if dispatch.destination == REFUND:
        return ports.payments.refund(refund_of(dispatch.payload, dispatch.key))
    if dispatch.destination == CLOSE_LINK:
        return ports.payments.close_link(closing_of(dispatch.payload, dispatch.key))
    return ports.payments.send_link(link_of(dispatch.payload, dispatch.key))


def _postpone(sessions: sessionmaker[Session], now: datetime, dispatch: Dispatch, why: str) -> None:
    with sessions.begin() as session:
        again = now + rules.wait_after(dispatch.tries)
        queries.settle(session, dispatch, next_at=again, error=why)


def _give_up(
    sessions: sessionmaker[Session], now: datetime, dispatch: Dispatch, why: str, on_dead: OnDead
) -> None:
    with sessions.begin() as session:
        if queries.settle(session, dispatch, status=queries.DEAD, error=why):
            _happened(session, now, dispatch, f"{dispatch.port}.rejected", why=why)
            on_dead(session, dispatch, why)


def _happened(
    session: Session, now: datetime, dispatch: Dispatch, kind: str, **payload: str
) -> None:
    session.add(
        EventRow(
            shop_id=dispatch.shop_id,
            kind=kind,
            subject=_subject(dispatch),
            payload={"key": dispatch.key, "destination": dispatch.destination, **payload},
            at=now,
        )
    )


def _subject(dispatch: Dispatch) -> str:
    """Return what a message is about: a parcel, an order, or nothing but itself."""
    return str(dispatch.payload.get("awb") or dispatch.payload.get("order") or dispatch.key)
