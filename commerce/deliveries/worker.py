"""Bring what waits, in order, at least once, each message under its own key."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

import structlog
from sqlalchemy.orm import Session, sessionmaker

from commerce.deliveries import queries, rules
from commerce.deliveries.notes import note_early
from commerce.deliveries.types import (
    DeliveryStatus,
    Later,
    Outgoing,
    Refusal,
    Sender,
    Sent,
    Withheld,
)

log = structlog.get_logger()

Sessions = sessionmaker[Session]


def deliver_due(
    sessions: Sessions, senders: Mapping[str, Sender], now: datetime, limit: int = 50
) -> Sent:
    """Send what is due now on the channels that are connected, and return how it went.

    Safe to run in any number of threads and processes, and to kill at any moment. No transaction
    is open while a vendor is spoken to.
    """
    with sessions() as session:
        if note_early(session, now):
            session.commit()
    with sessions() as session:
        waiting = queries.due(session, tuple(senders), now, limit) if senders else ()
    total = Sent()
    for row_id in waiting:
        with sessions.begin() as session:
            outgoing = queries.claim(session, row_id, now, now + rules.LEASE)
        if outgoing is not None:
            total = _bring(sessions, senders[outgoing.channel], outgoing, now, total)
    return total


def _bring(
    sessions: Sessions, sender: Sender, outgoing: Outgoing, now: datetime, total: Sent
) -> Sent:
    try:
        _send_safely(sessions, sender, outgoing, now)
    except Later as error:
        if outgoing.tries >= rules.MAX_TRIES:
            return _give_up(sessions, outgoing, total, str(error), error.code)
        again = now + rules.wait_after(outgoing.tries, error.seconds)
        _settle(sessions, outgoing, next_at=again, error=str(error), error_code=error.code)
        return replace(total, postponed=total.postponed + 1)
    except Refusal as error:
        return _give_up(sessions, outgoing, total, str(error), error.code)
    except Withheld as error:
        if error.until is not None:
            _settle(sessions, outgoing, next_at=error.until, tries=0, error=str(error))
            return replace(total, postponed=total.postponed + 1)
        _settle(sessions, outgoing, status=DeliveryStatus.WITHHELD.value, error=str(error))
        return replace(total, withheld=total.withheld + 1)
    _settle(
        sessions, outgoing, status=DeliveryStatus.SENT.value, sent_at=now, error=None,
        error_code=None,
    )  # fmt: skip
    return replace(total, sent=total.sent + 1)


def _send_safely(sessions: Sessions, sender: Sender, outgoing: Outgoing, now: datetime) -> None:
    """Send; one that nobody can draw keeps no other waiting and is not tried for ever."""
    try:
        _send_all(sessions, sender, outgoing, now)
    except (Later, Refusal, Withheld):
        raise
    except Exception as error:
        log.error("bringing failed", channel=outgoing.channel, key=outgoing.key, exc_info=error)
        raise Later(type(error).__name__) from error


def _send_all(sessions: Sessions, sender: Sender, outgoing: Outgoing, now: datetime) -> None:
    """Send the messages the vendor has not taken yet, noting each as it is taken."""
    parts = sender.parts(outgoing, now)
    with sessions() as session:
        taken = queries.parts_sent(session, outgoing)
    for position, part in enumerate(parts[taken:], taken):
        provider_id = sender.send(outgoing, part, f"{outgoing.key}:{position}")
        with sessions.begin() as session:
            queries.add_part(session, outgoing, position, provider_id, now)


def _give_up(
    sessions: Sessions, outgoing: Outgoing, total: Sent, why: str, code: str | None
) -> Sent:
    dead = DeliveryStatus.DEAD.value
    _settle(sessions, outgoing, status=dead, error=why, error_code=code)
    return replace(total, dead=total.dead + 1)


def _settle(sessions: Sessions, outgoing: Outgoing, **values: object) -> None:
    with sessions.begin() as session:
        queries.settle(session, outgoing, **values)
