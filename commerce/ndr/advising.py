"""What to do about one undelivered parcel: pure rules over what was counted, no guesses."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from datetime import timedelta
from typing import TypeVar

from commerce.ndr import rules
from commerce.ndr.types import Contact, Evidence, ReattemptTerms, Situation, Step, StepKind, Tally
from commerce.vocabulary import (
    DeliverySlot,
    NdrActionType,
    NdrOutcome,
    NdrReason,
    NdrStatus,
)
from commerce.words import Value

MOST_STEPS = 3
FEWEST_CONTACTS = 3
"""Below this many tries, how often a customer was reached says nothing."""
FEWEST_CASES = 10
"""Below this many settled cases, how often they were delivered says nothing."""
TOO_QUICK_MINUTES = 15
"""A failure so soon after leaving for delivery is doubtful."""
CLEAN_DELIVERIES = 2
"""So many orders taken, and none returned, make a customer whom a refusal does not suit."""

_BY_REASON: dict[NdrReason, tuple[StepKind, ...]] = {
    NdrReason.CUSTOMER_NOT_AVAILABLE: (StepKind.CALL, StepKind.REATTEMPT),
    NdrReason.CUSTOMER_REFUSED: (StepKind.CALL, StepKind.REATTEMPT, StepKind.RETURN),
    NdrReason.INCORRECT_ADDRESS: (
        StepKind.ASK_ADDRESS, StepKind.OTHER_ADDRESS, StepKind.REATTEMPT,
    ),
    NdrReason.FUTURE_DELIVERY_REQUESTED: (StepKind.REATTEMPT, StepKind.WHATSAPP),
    NdrReason.CUSTOMER_UNREACHABLE: (StepKind.WHATSAPP, StepKind.REATTEMPT, StepKind.CALL),
    NdrReason.PREMISES_CLOSED: (StepKind.CALL, StepKind.REATTEMPT),
    NdrReason.CUSTOMER_OUT_OF_STATION: (StepKind.WHATSAPP, StepKind.REATTEMPT),
    NdrReason.COD_NOT_READY: (StepKind.OFFER_PREPAYMENT, StepKind.REATTEMPT),
    NdrReason.ADDRESS_CHANGE_REQUESTED: (
        StepKind.ASK_ADDRESS, StepKind.OTHER_ADDRESS, StepKind.REATTEMPT,
    ),
    NdrReason.PRODUCT_DAMAGED: (StepKind.RETURN, StepKind.REPLACE),
    NdrReason.OPEN_DELIVERY_REQUESTED: (StepKind.CALL, StepKind.REATTEMPT, StepKind.RETURN),
    NdrReason.SECURITY_RESTRICTION: (StepKind.CALL, StepKind.OTHER_ADDRESS, StepKind.REATTEMPT),
    NdrReason.WEATHER_ISSUE: (StepKind.REATTEMPT, StepKind.CHASE_COURIER),
    NdrReason.OTHER: (StepKind.CALL, StepKind.REATTEMPT),
}  # fmt: skip
"""The order of steps a case of each reason calls for, before the customer's own story is heard."""

_LATER = (NdrReason.FUTURE_DELIVERY_REQUESTED, NdrReason.CUSTOMER_OUT_OF_STATION)
_DOUBTED_OF_THE_CLEAN = (
    NdrReason.CUSTOMER_REFUSED,
    NdrReason.CUSTOMER_NOT_AVAILABLE,
    NdrReason.CUSTOMER_UNREACHABLE,
    NdrReason.INCORRECT_ADDRESS,
)
_Key = TypeVar("_Key", bound=Hashable)

_CHANNELS = (
    NdrActionType.PHONE_CALL,
    NdrActionType.WHATSAPP_MESSAGE,
    NdrActionType.SMS,
    NdrActionType.EMAIL,
)


def steps(situation: Situation, terms: ReattemptTerms) -> tuple[Step, ...]:
    """Return at most three things to do, the best first, each with what speaks for it."""
    kinds = [kind for kind in _kinds(situation, terms) if _possible(kind, situation, terms)]
    return tuple(_step(kind, situation, terms) for kind in dict.fromkeys(kinds))[:MOST_STEPS]


def suspicions(situation: Situation) -> tuple[Evidence, ...]:
    """Return the signs that the courier did not really try."""
    found = []
    if not _went_to_the_door(situation):
        found.append(Evidence(key="not-attempted"))
    if situation.minutes_out is not None and situation.minutes_out < TOO_QUICK_MINUTES:
        found.append(Evidence(key="minutes-out", values={"minutes": situation.minutes_out}))
    history = situation.history
    if (
        situation.case.reason in _DOUBTED_OF_THE_CLEAN
        and history.well == history.of >= CLEAN_DELIVERIES
    ):
        found.append(Evidence(key="clean-customer", values={"delivered": history.well}))
    return tuple(found)


def best_channel(contacts: Iterable[Contact]) -> tuple[NdrActionType, Tally] | None:
    """Return how the customer was reached most often; `None` on too few tries."""
    return _best(contacts, lambda contact: contact.kind if contact.kind in _CHANNELS else None)


def best_call_slot(contacts: Iterable[Contact]) -> tuple[DeliverySlot, Tally] | None:
    """Return the part of the day in which calls were answered most; `None` on too few calls."""
    calls = [contact for contact in contacts if contact.kind is NdrActionType.PHONE_CALL]
    return _best(calls, lambda contact: rules.slot_of(contact.at))


def _kinds(situation: Situation, terms: ReattemptTerms) -> list[StepKind]:
    """Return the steps in order of preference, possible or not."""
    meaning, case = situation.meaning, situation.case
    if meaning is not None and meaning.verified:
        return [StepKind.RETURN]
    if case.attempts >= rules.MOST_ATTEMPTS or (meaning is not None and meaning.final):
        return [StepKind.RETURN]
    if situation.last_outcome is NdrOutcome.REFUSE:
        return [StepKind.RETURN]
    if not _went_to_the_door(situation):
        # Nobody came, so there is nothing to ask the customer.
        return [StepKind.REATTEMPT, StepKind.CHASE_COURIER]
    return [*_first_of_all(situation), *_usual(situation), StepKind.RETURN]


def _first_of_all(situation: Situation) -> list[StepKind]:
    """Return what the customer's own words, or doubts about the courier, put first."""
    if rules.wants_it([situation.last_outcome]):
        return [StepKind.REATTEMPT]
    if situation.last_outcome is NdrOutcome.WRONG_ADDRESS:
        return [StepKind.ASK_ADDRESS, StepKind.OTHER_ADDRESS]
    doubts = suspicions(situation)
    return [StepKind.CHASE_COURIER] if any(d.key == "minutes-out" for d in doubts) else []


def _usual(situation: Situation) -> list[StepKind]:
    kinds = list(_BY_REASON[situation.case.reason])
    if _returns_most(situation.history) and situation.case.reason is NdrReason.CUSTOMER_REFUSED:
        return [StepKind.RETURN, *kinds]
    best = best_channel(situation.contacts)
    if best is not None and best[0] is NdrActionType.WHATSAPP_MESSAGE:
        return [StepKind.WHATSAPP if kind is StepKind.CALL else kind for kind in kinds]
    if rules.wants_it([situation.last_outcome]):
        return [kind for kind in kinds if kind is not StepKind.CALL]
    return kinds


def _possible(kind: StepKind, situation: Situation, terms: ReattemptTerms) -> bool:
    case = situation.case
    match kind:
        case StepKind.REATTEMPT:
            why_not = rules.why_no_reattempt(
                status=case.status, attempts=case.attempts, raw_code=situation.raw_code,
                meaning=situation.meaning, terms=terms,
            )  # fmt: skip
            return why_not is None and case.status is not NdrStatus.REATTEMPT_SCHEDULED
        case StepKind.OTHER_ADDRESS:
            return situation.other_address is not None
        case StepKind.OFFER_PREPAYMENT:
            return case.is_cod
        case _:
            return True


def _step(kind: StepKind, situation: Situation, terms: ReattemptTerms) -> Step:
    evidence = tuple(_evidence(kind, situation, terms))
    if kind is StepKind.REATTEMPT:
        first = situation.today + timedelta(days=1)
        last = rules.last_day(situation.today, situation.case.attempts)
        late = situation.case.reason in _LATER
        return Step(kind=kind, evidence=evidence, on=rules.good_day(first, last, late=late))
    slot = best_call_slot(situation.contacts) if kind is StepKind.CALL else None
    return Step(kind=kind, evidence=evidence, slot=slot[0] if slot else None)


def _evidence(kind: StepKind, situation: Situation, terms: ReattemptTerms) -> list[Evidence]:
    match kind:
        case StepKind.REATTEMPT:
            return _for_reattempt(situation, terms)
        case StepKind.RETURN:
            return _for_return(situation)
        case StepKind.CALL | StepKind.WHATSAPP | StepKind.ASK_ADDRESS:
            return _for_contact(kind, situation)
        case StepKind.OTHER_ADDRESS:
            return _for_other_address(situation)
        case StepKind.OFFER_PREPAYMENT:
            return [Evidence(key="cash", values={"amount": situation.case.value})]
        case StepKind.CHASE_COURIER:
            return list(suspicions(situation))
        case StepKind.REPLACE:
            return [Evidence(key="damaged")]


def _for_reattempt(situation: Situation, terms: ReattemptTerms) -> list[Evidence]:
    found = []
    if rules.wants_it([situation.last_outcome]):
        found.append(_said(situation))
    if situation.like_this.of >= FEWEST_CASES:
        found.append(_counted("like-this", situation.like_this))
    if situation.history.of:
        found.append(_counted("history", situation.history))
    left = rules.MOST_ATTEMPTS - situation.case.attempts
    found.append(Evidence(key="attempts-left", values={"left": left}))
    if terms.after_hour is not None:
        found.append(Evidence(key="after-hour", values={"hour": terms.after_hour - 12}))
    return found


def _for_return(situation: Situation) -> list[Evidence]:
    found = []
    if situation.meaning is not None and situation.meaning.verified:
        found.append(Evidence(key="verified"))
    if situation.case.attempts >= rules.MOST_ATTEMPTS or (
        situation.meaning is not None and situation.meaning.final
    ):
        found.append(Evidence(key="attempts-over", values={"attempts": situation.case.attempts}))
    if situation.last_outcome is NdrOutcome.REFUSE:
        found.append(_said(situation))
    if situation.history.of:
        found.append(_counted("history", situation.history))
    return found or [Evidence(key="if-nothing-helps")]


def _for_contact(kind: StepKind, situation: Situation) -> list[Evidence]:
    found = []
    slot = best_call_slot(situation.contacts) if kind is StepKind.CALL else None
    if slot is not None:
        found.append(_counted("reached-slot", slot[1], slot=slot[0].value))
    elif (channel := best_channel(situation.contacts)) is not None:
        found.append(_counted("reached-channel", channel[1], channel=channel[0].value))
    if situation.history.of:
        found.append(_counted("history", situation.history))
    if not any(rules.was_reached(contact.outcome) for contact in situation.contacts):
        return found or [Evidence(key="first-contact")]
    return found


def _for_other_address(situation: Situation) -> list[Evidence]:
    other = situation.other_address
    if other is None:
        return []
    values: dict[str, Value] = {"address": other.written, "delivered": other.delivered}
    return [Evidence(key="other-address", values=values)]


def _counted(key: str, tally: Tally, **more: str) -> Evidence:
    return Evidence(key=key, values={"well": tally.well, "of": tally.of, **more})


def _said(situation: Situation) -> Evidence:
    outcome = situation.last_outcome.value if situation.last_outcome else ""
    return Evidence(key="said", values={"outcome": outcome})


def _went_to_the_door(situation: Situation) -> bool:
    return situation.meaning is None or situation.meaning.attempted


def _returns_most(history: Tally) -> bool:
    returned = history.of - history.well
    return returned >= 2 and returned > history.well


def _best(
    contacts: Iterable[Contact], key_of: Callable[[Contact], _Key | None]
) -> tuple[_Key, Tally] | None:
    """Return the key under which the customer was reached most often, where n is enough."""
    reached: dict[_Key, list[bool]] = defaultdict(list)
    for contact in contacts:
        if (key := key_of(contact)) is not None:
            reached[key].append(rules.was_reached(contact.outcome))
    enough = {
        k: Tally(well=sum(v), of=len(v)) for k, v in reached.items() if len(v) >= FEWEST_CONTACTS
    }
    best = max(enough.items(), key=lambda found: found[1].well / found[1].of, default=None)
    return best if best is not None and best[1].well else None
