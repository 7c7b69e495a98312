"""The scores of undelivered parcels as they stand now; nothing where nothing was learnt."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from commerce.context import Context
from commerce.ndr import queries, queries_chances, rules, worth
from commerce.ndr.types import Contact, NdrCase, Outlook, Situation
from commerce.scoring import (
    Score,
    Scorers,
    Version,
    best_time,
    fake_attempt,
    ndr_recovery,
    scorers_of,
    served,
)
from commerce.scoring.best_time import Habits, Try, Window
from commerce.scoring.counting import Ints, seconds
from commerce.scoring.ndr_recovery import Chances
from commerce.scoring.ndr_rows import (
    ANSWERED,
    NO_ANSWER,
    NOTHING_SAID,
    PREPAID,
    Places,
    Reached,
    Standing,
)
from commerce.scoring.ndr_rows import minutes_out as minutes_of
from commerce.terms import terms_of
from commerce.vocabulary import NdrActionType

_QUARTER = timedelta(minutes=15)
_LATELY: WeakKeyDictionary[Scorers, tuple[tuple[int, int, int], dict[int, float]]] = (
    WeakKeyDictionary()
)
"""Shop, version and minute → the chances of its cases, as they were first asked for then."""


def of_cases(ctx: Context, case_ids: Collection[int]) -> dict[int, float]:
    """Return case → chance that the next attempt delivers; empty where nothing was learnt."""
    found = served(ctx, ndr_recovery.RECOVERY)
    if found is None or not case_ids:
        return {}
    ids, columns = _columns(ctx, case_ids, found[0].places)
    return dict(zip(ids, found[0].card.chances(columns).tolist(), strict=True))


def of_queue(ctx: Context, case_ids: Collection[int]) -> Mapping[int, float]:
    """Return what `of_cases` does for the thousands of a queue, each looked at once a minute."""
    scorers, found = scorers_of(ctx), served(ctx, ndr_recovery.RECOVERY)
    if scorers is None or found is None:
        return {}
    minute = (ctx.actor.shop_id, found[1].number, int(ctx.now.timestamp()) // 60)
    told, known = _LATELY.get(scorers, (minute, {}))
    known = dict(known) if told == minute else {}
    known |= of_cases(ctx, [case for case in case_ids if case not in known])
    _LATELY[scorers] = (minute, known)
    return known


def outlook(ctx: Context, case: NdrCase, situation: Situation) -> Outlook | None:
    """Return what the scores say of one case; `None` where nothing was learnt."""
    recovery = served(ctx, ndr_recovery.RECOVERY)
    comes_back = served(ctx, ndr_recovery.RETURN)
    habits = served(ctx, best_time.DEFINITION)
    doubts = served(ctx, fake_attempt.DEFINITION)
    if recovery is None and comes_back is None and habits is None and doubts is None:
        return None
    customer_id, order_id, _, _ = queries.customer_of(ctx, case.id)
    either = recovery or comes_back
    columns = _columns(ctx, [case.id], either[0].places)[1] if either else {}
    tries = _tries(situation.contacts)
    taken = [ctx.local(at).hour for at in queries_chances.taken_at(ctx, customer_id)]
    pincode = str(queries_chances.standing(ctx, [case.id])[0].pincode)
    cost, tax = queries_chances.cost_of(ctx, order_id)
    terms = terms_of(ctx.session, ctx.actor.shop_id)
    window = habits[0].window(pincode, tries, taken) if habits else None
    return Outlook(
        recovery=_explained(recovery, columns) if recovery else None,
        comes_back=_explained(comes_back, columns) if comes_back else None,
        window=window,
        channels=habits[0].channels(tries) if habits else (),
        fake=_doubt(ctx, case, situation, pincode, doubts) if doubts else None,
        reached=_if_reached(recovery[0], columns) if recovery else None,
        prepaid=_chance(recovery[0], columns, ndr_payment=PREPAID)
        if recovery and case.is_cod
        else None,
        at_stake_minor=worth.at_stake(case.value.minor, tax, cost, terms),
        act_by=worth.act_by(case.last_attempt_at, ctx.now, ctx.zone, terms),
        answers=_answers(ctx, habits[0], pincode, tries, window) if habits else None,
    )


def _explained(found: tuple[Chances, Version], columns: Mapping[str, NDArray[Any]]) -> Score:
    chances, version = found
    return chances.card.explain(_row(columns), name=version.name, version=version.number)


def _if_reached(
    chances: Chances, columns: Mapping[str, NDArray[Any]]
) -> tuple[float, float] | None:
    """Return the chance if the customer answers, over all they may say, and if they do not."""
    if columns["ndr_answered"][0] == ANSWERED:
        return None
    says = chances.said_by(str(columns["ndr_reason"][0]), str(columns["ndr_payment"][0]))
    said = sum(
        share * _chance(chances, columns, ndr_answered=ANSWERED, ndr_said=word)
        for word, share in says.items()
    )
    silent = _chance(chances, columns, ndr_answered=NO_ANSWER, ndr_said=NOTHING_SAID)
    return said, silent


def _chance(chances: Chances, columns: Mapping[str, NDArray[Any]], **other: str) -> float:
    changed = {**columns, **{name: np.array([value]) for name, value in other.items()}}
    return float(chances.card.chances(changed)[0])


def _answers(
    ctx: Context, habits: Habits, pincode: str, tries: list[Try], window: Window | None
) -> float:
    """Return the chance that a call is answered: in the window that is proposed, else now."""
    if window is not None:
        return window.rate.value
    return habits.answers(ctx.local(ctx.now), pincode, tries)


def _doubt(
    ctx: Context, case: NdrCase, situation: Situation, pincode: str,
    found: tuple[fake_attempt.Doubts, Version],
) -> Score:  # fmt: skip
    doubts, version = found
    around = (case.last_attempt_at - _QUARTER, case.last_attempt_at + _QUARTER)
    history = situation.history
    signs = doubts.signs(
        minutes=situation.minutes_out, reason=case.reason, pincode=pincode,
        courier=case.courier.value, burst=queries_chances.burst(ctx, case.id, around),
        taken=history.well, came_back=history.of - history.well, said=situation.last_outcome,
    )  # fmt: skip
    return doubts.card.explain(signs, name=version.name, version=version.number)


def _columns(
    ctx: Context, case_ids: Collection[int], places: Places
) -> tuple[list[int], dict[str, NDArray[Any]]]:
    """Return ids and features of cases as they stand now."""
    rows = queries_chances.standing(ctx, case_ids)
    ids: Ints = np.array([row.id for row in rows], dtype=np.int64)
    parcels: Ints = np.array([row.shipment_id for row in rows], dtype=np.int64)
    failed = seconds(row.last_attempt_at for row in rows)
    at = np.full(len(rows), int(ctx.now.timestamp()) + 1, dtype=np.int64)
    pasts = queries_chances.pasts(ctx, {row.customer_id for row in rows})
    own = [pasts.get(row.customer_id, (0, 0)) for row in rows]
    returns, recovery = places.of(
        np.array([row.city for row in rows], dtype=np.str_),
        np.array([row.pincode for row in rows], dtype=np.str_),
    )
    reached = Reached.of(_tried(ctx, ids), ids, at)
    standing = Standing(
        at=at,
        opened_at=seconds(row.opened_at for row in rows),
        failed_at=failed,
        attempt=np.array([row.attempts for row in rows], dtype=np.int64),
        reason=np.array([row.reason for row in rows], dtype=np.str_),
        courier=np.array([row.courier for row in rows], dtype=np.str_),
        cod=np.array([row.cod_minor > 0 for row in rows], dtype=np.bool_),
        rupees=np.array([row.total_minor / 100 for row in rows], dtype=np.float64),
        taken=np.array([taken for taken, _ in own], dtype=np.float64),
        came_back=np.array([back for _, back in own], dtype=np.float64),
        city_returns=returns,
        pincode_recovery=recovery,
        tries=reached.tries,
        answered=reached.answered,
        said=reached.said,
        address_changed=reached.address_changed,
        minutes_out=minutes_of(parcels, failed, _outings(ctx, parcels)),
    )
    return ids.tolist(), standing.columns()


def _tried(ctx: Context, ids: Ints) -> dict[str, NDArray[Any]]:
    found = queries_chances.tried(ctx, ids.tolist())
    told = [
        one for one in found if one[3] or one[1] == NdrActionType.ADDRESS_UPDATED
    ]  # A message that was answered is there twice; the answer tells.
    return {
        "case": np.array([one for one, _, _, _ in told], dtype=np.int64),
        "kind": np.array([kind for _, kind, _, _ in told], dtype=np.str_),
        "at": seconds(at for _, _, at, _ in told),
        "outcome": np.array([outcome for _, _, _, outcome in told], dtype=np.str_),
    }


def _outings(ctx: Context, parcels: Ints) -> dict[str, NDArray[Any]]:
    found = queries_chances.outings(ctx, parcels.tolist())
    return {
        "parcel": np.array([parcel for parcel, _ in found], dtype=np.int64),
        "at": seconds(at for _, at in found),
    }


def _row(columns: Mapping[str, NDArray[Any]]) -> dict[str, float | str | None]:
    row: dict[str, float | str | None] = {}
    for name, values in columns.items():
        value = values[0]
        if isinstance(value, np.floating):
            row[name] = None if np.isnan(value) else float(value)
        else:
            row[name] = str(value)
    return row


def _tries(contacts: Collection[Contact]) -> list[Try]:
    return [
        Try(channel=one.kind, answered=rules.was_reached(one.outcome), at=one.at)
        for one in contacts
    ]
