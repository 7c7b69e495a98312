"""Gather what is known about one undelivered parcel, and say what to do."""

from datetime import timedelta

from commerce.access import Permission
from commerce.context import Context
from commerce.ndr import advising, chances, codes, holdout, queries
from commerce.ndr.finding import find_case
from commerce.ndr.types import Advice, NdrCase, Situation
from commerce.vocabulary import OPEN_NDR_STATUSES


def advise(ctx: Context, parcel: str) -> Advice:
    """Return the best next steps for an undelivered parcel, each with its evidence.

    By rule: what is counted is shown with its n, and kept back where n is too small. Where scores
    are served, an outlook says how likely each step brings the parcel home and what that is worth.

    Raises:
        NotFound: No such parcel of this shop.
        Ambiguous: Several undelivered parcels fit.
        Refused: The parcel has had no failed delivery, or its case is settled.
    """
    ctx.require(Permission.NDR_READ)
    case = find_case(ctx, parcel)
    situation = situation_of(ctx, case)
    terms = codes.reattempt_terms(case.courier)
    held_out = holdout.is_held_out(case.id, holdout.percent(ctx))
    waits = case.status in OPEN_NDR_STATUSES and not held_out
    outlook = chances.outlook(ctx, case, situation) if waits else None
    return Advice(
        case=case,
        steps=advising.steps(situation, terms, outlook),
        history=situation.history,
        suspicions=advising.suspicions(situation, outlook),
        outlook=outlook,
        is_held_out=held_out,
    )


def situation_of(ctx: Context, case: NdrCase) -> Situation:
    """Gather what is known about one case."""
    customer_id, order_id, address_id, shipment_id = queries.customer_of(ctx, case.id)
    raw_code, raw_text, failed_at = queries.last_attempt(ctx, case.id) or (
        "", "", case.last_attempt_at,
    )  # fmt: skip
    contacts = queries.contacts(ctx, customer_id)
    here = [contact for case_id, contact in contacts if case_id == case.id]
    out = queries.went_out_before(ctx, shipment_id, failed_at)
    return Situation(
        case=case,
        meaning=codes.meaning_of(case.courier, raw_code, raw_text),
        raw_code=raw_code,
        history=queries.history(ctx, customer_id, order_id),
        contacts=tuple(contact for _, contact in contacts),
        last_outcome=here[0].outcome if here else None,
        other_address=queries.other_address(ctx, customer_id, address_id),
        minutes_out=(failed_at - out) // timedelta(minutes=1) if out else None,
        like_this=queries.settled_like(ctx, case.reason, case.attempts, ctx.now - queries.RECENTLY),
        today=ctx.today,
    )
