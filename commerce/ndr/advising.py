"""What to do about one undelivered parcel: pure rules over what was counted, no guesses."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from commerce.money import Money
from commerce.ndr import rules, worth
from commerce.ndr.types import (
    Contact,
    Evidence,
    Outlook,
    ReattemptTerms,
    Situation,
    Step,
    StepKind,
    Tally,
)
from commerce.scoring.fake_attempt import DOUBTFUL
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

_CHANNEL_OF = {
    StepKind.CALL: NdrActionType.PHONE_CALL,
    StepKind.WHATSAPP: NdrActionType.WHATSAPP_MESSAGE,
    StepKind.ASK_ADDRESS: NdrActionType.WHATSAPP_MESSAGE,
}
_OUTDONE = ("reached-slot", "reached-channel")
"""Plain counts that a learnt window says better."""

_CHANNELS = (
    NdrActionType.PHONE_CALL,
    NdrActionType.WHATSAPP_MESSAGE,
    NdrActionType.SMS,
    NdrActionType.EMAIL,
)


def steps(
    situation: Situation, terms: ReattemptTerms, outlook: Outlook | None = None
) -> tuple[Step, ...]:
    """Return at most three things to do, the best first, each with what speaks for it."""
    kinds = [
        kind for kind in _kinds(situation, terms, outlook) if _possible(kind, situation, terms)
    ]
    if outlook is not None:
        kinds = _better_than_giving_up(kinds, situation, outlook)
    found = tuple(_step(kind, situation, terms) for kind in dict.fromkeys(kinds))[:MOST_STEPS]
    return found if outlook is None else tuple(_told(step, situation, outlook) for step in found)


def suspicions(situation: Situation, outlook: Outlook | None = None) -> tuple[Evidence, ...]:
    """Return the signs that the courier did not really try."""
    found = []
    if outlook is not None and outlook.fake is not None and outlook.fake.value >= DOUBTFUL:
        found.append(Evidence(key="fake-score", values={"share": _percent(outlook.fake.value)}))
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


def _kinds(situation: Situation, terms: ReattemptTerms, outlook: Outlook | None) -> list[StepKind]:
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
    return [*_first_of_all(situation, outlook), *_usual(situation, outlook), StepKind.RETURN]


def _first_of_all(situation: Situation, outlook: Outlook | None) -> list[StepKind]:
    """Return what the customer's own words, or doubts about the courier, put first."""
    if rules.wants_it([situation.last_outcome]):
        return [StepKind.REATTEMPT]
    if situation.last_outcome is NdrOutcome.WRONG_ADDRESS:
        return [StepKind.ASK_ADDRESS, StepKind.OTHER_ADDRESS]
    doubts = {doubt.key for doubt in suspicions(situation, outlook)}
    return [StepKind.CHASE_COURIER] if doubts & {"minutes-out", "fake-score"} else []


def _usual(situation: Situation, outlook: Outlook | None) -> list[StepKind]:
    kinds = list(_BY_REASON[situation.case.reason])
    if _returns_most(situation.history) and situation.case.reason is NdrReason.CUSTOMER_REFUSED:
        return [StepKind.RETURN, *kinds]
    if _prefers_whatsapp(situation, outlook):
        return [StepKind.WHATSAPP if kind is StepKind.CALL else kind for kind in kinds]
    if rules.wants_it([situation.last_outcome]):
        return [kind for kind in kinds if kind is not StepKind.CALL]
    return kinds


def _better_than_giving_up(
    kinds: list[StepKind], situation: Situation, outlook: Outlook
) -> list[StepKind]:
    """Return the steps; where an attempt that pays is asked for already, nothing is given up."""
    asked = situation.case.status in (
        NdrStatus.REATTEMPT_SCHEDULED,
        NdrStatus.REATTEMPT_IN_PROGRESS,
    )
    pays = (_worth(StepKind.REATTEMPT, outlook) or 0) > 0
    if not (asked and pays) or (kinds[:1] == [StepKind.RETURN] and _must_go_back(situation)):
        return kinds
    return [*(kind for kind in kinds if kind is not StepKind.RETURN), StepKind.WAIT]


def _must_go_back(situation: Situation) -> bool:
    meaning = situation.meaning
    over = situation.case.attempts >= rules.MOST_ATTEMPTS or (
        meaning is not None and (meaning.final or meaning.verified)
    )
    return over or situation.last_outcome is NdrOutcome.REFUSE


def _prefers_whatsapp(situation: Situation, outlook: Outlook | None) -> bool:
    learnt = outlook.channels if outlook is not None else ()
    if learnt and any(channel.of == "customer" for channel in learnt):
        return learnt[0].kind is NdrActionType.WHATSAPP_MESSAGE
    best = best_channel(situation.contacts)
    return best is not None and best[0] is NdrActionType.WHATSAPP_MESSAGE


def _told(step: Step, situation: Situation, outlook: Outlook) -> Step:
    """Return a step with what the scores say of it put first, and with what it is worth."""
    window = outlook.window if step.kind is StepKind.CALL else None
    first: list[Evidence] = []
    if window is not None:
        values: dict[str, Value] = {
            "share": _percent(window.rate.value), "low": _percent(window.rate.low),
            "high": _percent(window.rate.high), "n": window.rate.n,
            "usual": _percent(window.usual), "of": window.of,
        }  # fmt: skip
        first.append(Evidence(key="call-window", values=values))
    kind = _CHANNEL_OF.get(step.kind)
    channel = next((one for one in outlook.channels if one.kind is kind), None)
    if channel is not None and window is None:
        values = {
            "channel": channel.kind.value, "share": _percent(channel.rate.value),
            "low": _percent(channel.rate.low), "high": _percent(channel.rate.high),
            "n": channel.rate.n, "of": channel.of,
        }  # fmt: skip
        first.append(Evidence(key="channel-rate", values=values))
    if step.kind in (StepKind.REATTEMPT, StepKind.WAIT) and outlook.recovery is not None:
        first.append(Evidence(key="chance", values={"share": _percent(outlook.recovery.value)}))
    if step.kind is StepKind.OFFER_PREPAYMENT and outlook.prepaid and outlook.recovery:
        shares: dict[str, Value] = {
            "now": _percent(outlook.recovery.value), "then": _percent(outlook.prepaid),
        }  # fmt: skip
        first.append(Evidence(key="if-prepaid", values=shares))
    kept = tuple(one for one in step.evidence if not (window and one.key in _OUTDONE))
    minor = _worth(step.kind, outlook)
    return replace(
        step, evidence=(*first, *kept),
        hours=(window.first, window.end) if window is not None else None,
        worth=None if minor is None else Money(minor, situation.case.value.currency),
    )  # fmt: skip


def _percent(share: float) -> int:
    return round(100 * share)


def _worth(kind: StepKind, outlook: Outlook) -> int | None:
    """Return what a step brings on average, in minor units, against what it would be without."""
    stake = outlook.at_stake_minor
    if outlook.recovery is None:
        return None
    if kind is StepKind.REATTEMPT:  # The other way is to send it back now.
        return worth.worth(outlook.recovery.value, 0.0, stake, worth.REATTEMPT_MINOR)
    channel = next((one for one in outlook.channels if one.kind is _CHANNEL_OF.get(kind)), None)
    if channel is None or outlook.reached is None:
        return None
    answers = channel.rate.value
    if kind is StepKind.CALL and outlook.answers is not None:
        answers = outlook.answers
    spoken, silent = outlook.reached
    then = answers * spoken + (1 - answers) * silent
    cost = worth.CALL_MINOR if kind is StepKind.CALL else worth.MESSAGE_MINOR
    return max(worth.worth(then, outlook.recovery.value, stake, cost), 0) or None


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
        case StepKind.WAIT:
            return []


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
