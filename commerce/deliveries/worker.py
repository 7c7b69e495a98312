"""Bring what waits, in order, at least once, each message under its own key."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial

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
    heed_early(sessions, now)
    total = Sent()
    for row_id in _due(sessions, tuple(senders), now, limit):
        for outgoing in _claimed(sessions, [row_id], now):
            total = total + bring(sessions, senders[outgoing.channel], outgoing, now)
    return total


def take_due(
    sessions: Sessions, channels: Sequence[str], now: datetime, limit: int
) -> Sequence[Outgoing]:
    """Take what is due now, at most the first of each lane, to `bring` it at once.

    What is taken is this worker's for `rules.LEASE`, and longer while it says so (`hold_on`).
    """
    due = _due(sessions, channels, now, limit)
    return _claimed(sessions, due, now) if due else ()


def hold_on(sessions: Sessions, taken: Iterable[Outgoing], now: datetime) -> None:
    """Hold on to what is still being brought."""
    with sessions.begin() as session:
        for outgoing in taken:
            queries.hold(session, outgoing, now + rules.LEASE)


def heed_early(sessions: Sessions, now: datetime) -> None:
    """Note what vendors told of messages before their ids were written down."""
    with sessions() as session:
        if note_early(session, now):
            session.commit()


def bring(sessions: Sessions, sender: Sender, outgoing: Outgoing, now: datetime) -> Sent:
    """Bring one thing that was taken, and write down how it went."""
    try:
        return _send_safely(sessions, sender, outgoing, now)
    except Later as error:
        if outgoing.tries >= rules.MAX_TRIES:
            return _give_up(sessions, outgoing, str(error), error.code)
        again = now + rules.wait_after(outgoing.tries, error.seconds)
        _settle(sessions, outgoing, next_at=again, error=str(error), error_code=error.code)
        return Sent(postponed=1)
    except Refusal as error:
        return _give_up(sessions, outgoing, str(error), error.code)
    except Withheld as error:
        if error.until is not None:
            _settle(sessions, outgoing, next_at=error.until, tries=0, error=str(error))
            return Sent(postponed=1)
        _settle(sessions, outgoing, status=DeliveryStatus.WITHHELD.value, error=str(error))
        return Sent(withheld=1)


def _due(sessions: Sessions, channels: Sequence[str], now: datetime, limit: int) -> Sequence[int]:
    with sessions() as session:
        return queries.due(session, channels, now, limit) if channels else ()


def _claimed(sessions: Sessions, due: Iterable[int], now: datetime) -> Sequence[Outgoing]:
    """Return those that no other worker was quicker to take."""
    with sessions.begin() as session:
        # In one order everywhere, so that two workers never wait for each other.
        claimed = (queries.claim(session, one, now, now + rules.LEASE) for one in sorted(due))
        return [outgoing for outgoing in claimed if outgoing is not None]


def _send_safely(sessions: Sessions, sender: Sender, outgoing: Outgoing, now: datetime) -> Sent:
    """Send; one that nobody can draw keeps no other waiting and is not tried for ever."""
    try:
        return _send_all(sessions, sender, outgoing, now)
    except (Later, Refusal, Withheld):
        raise
    except Exception as error:
        log.error("bringing failed", channel=outgoing.channel, key=outgoing.key, exc_info=error)
        raise Later(type(error).__name__) from error


def _send_all(sessions: Sessions, sender: Sender, outgoing: Outgoing, now: datetime) -> Sent:
    """Send the messages the vendor has not taken yet, noting each as it is taken.

    The last is noted together with the end of the whole.
    """
    parts = sender.parts(outgoing, now)
    noting = None
    for position, part in enumerate(parts[outgoing.taken :], outgoing.taken):
        if noting is not None:
            with sessions.begin() as session:
                noting(session)
        provider_id = sender.send(outgoing, part, f"{outgoing.key}:{position}")
        noting = partial(
            queries.add_part, outgoing=outgoing, position=position, provider_id=provider_id,
            now=now,
        )  # fmt: skip
    with sessions.begin() as session:
        if noting is not None:
            noting(session)
        queries.settle(
            session, outgoing, status=DeliveryStatus.SENT.value, sent_at=now, error=None,
            error_code=None,
        )  # fmt: skip
    return Sent(sent=1)


def _give_up(sessions: Sessions, outgoing: Outgoing, why: str, code: str | None) -> Sent:
    dead = DeliveryStatus.DEAD.value
    _settle(sessions, outgoing, status=dead, error=why, error_code=code)
    return Sent(dead=1)


def _settle(sessions: Sessions, outgoing: Outgoing, **values: object) -> None:
    with sessions.begin() as session:
        queries.settle(session, outgoing, **values)
