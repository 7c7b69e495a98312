"""What couriers allow, and what to advise."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from commerce.money import Money
from commerce.ndr import NdrCase, StepKind, Tally, advising, codes, rules
from commerce.ndr.types import Contact, OtherAddress, ReattemptTerms, Situation
from commerce.vocabulary import (
    CourierType,
    DeliverySlot,
    NdrActionType,
    NdrOutcome,
    NdrReason,
    NdrStatus,
    Priority,
)

IST = ZoneInfo("Asia/Kolkata")
SUNDAY = date(2026, 11, 22)
ANY = ReattemptTerms(codes=None, after_hour=None)


def _situation(
    *,
    reason: NdrReason = NdrReason.CUSTOMER_NOT_AVAILABLE,
    attempts: int = 1,
    raw_code: str = "EOD-11",
    status: NdrStatus = NdrStatus.OPEN,
    history: Tally | None = None,
    is_cod: bool = True,
) -> Situation:
    at = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
    case = NdrCase(
        id=1, awb="7001", order_number="1042", courier=CourierType.DELHIVERY, customer="Asha Rao",
        city="Pune", status=status, reason=reason, priority=Priority.HIGH, attempts=attempts,
        value=Money.of(799), is_cod=is_cod, opened_at=at, last_attempt_at=at,
        due_at=at + timedelta(hours=24), reattempt_on=None, reattempt_slot=None, assignee=None,
    )  # fmt: skip
    return Situation(
        case=case, meaning=codes.meaning_of("Delhivery", raw_code, ""), raw_code=raw_code,
        history=history or Tally(well=0, of=0), contacts=(), last_outcome=None, other_address=None,
        minutes_out=None, like_this=Tally(well=0, of=0), today=SUNDAY,
    )  # fmt: skip


def _kinds(situation: Situation) -> list[StepKind]:
    return [step.kind for step in advising.steps(situation, ANY)]


def _calls(*hours_and_outcomes: tuple[int, NdrOutcome]) -> tuple[Contact, ...]:
    return tuple(
        Contact(
            kind=NdrActionType.PHONE_CALL, outcome=outcome,
            at=datetime(2026, 10, 1, hour, tzinfo=IST),
        )
        for hour, outcome in hours_and_outcomes
    )  # fmt: skip


@pytest.mark.parametrize(
    ("attempts", "last"),
    [(1, date(2026, 11, 25)), (2, date(2026, 11, 24))],
)
def test_the_more_attempts_were_made_the_sooner_the_next_must_be(attempts: int, last: date) -> None:
    assert rules.last_day(SUNDAY, attempts) == last


def test_sundays_do_not_count_as_days_to_choose_from() -> None:
    friday = date(2026, 11, 20)
    assert rules.last_day(friday, 2) == date(2026, 11, 23)


def test_a_parcel_can_go_out_the_same_day_only_early_in_the_morning() -> None:
    assert rules.first_day(datetime(2026, 11, 23, 9, 59, tzinfo=IST)) == date(2026, 11, 23)
    assert rules.first_day(datetime(2026, 11, 23, 10, 0, tzinfo=IST)) == date(2026, 11, 24)


def test_couriers_are_told_after_the_time_to_change_ones_mind() -> None:
    now = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    assert rules.send_at(now, date(2026, 11, 23), None, IST) == now + timedelta(minutes=15)


def test_a_courier_that_takes_requests_at_night_is_told_at_night() -> None:
    afternoon = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    nine_pm = datetime(2026, 11, 22, 21, 0, tzinfo=IST)
    assert rules.send_at(afternoon, date(2026, 11, 23), 21, IST) == nine_pm
    late = datetime(2026, 11, 22, 23, 50, tzinfo=IST)
    assert rules.send_at(late, date(2026, 11, 23), 21, IST) == datetime(
        2026, 11, 22, 23, 59, tzinfo=IST
    )


@pytest.mark.parametrize(
    ("code", "why_not"),
    [
        ("EOD-11", None),
        ("EOD-3", None),
        ("EOD-40", "error-ndr-courier-will-not"),
        ("EOD-106", "error-ndr-no-attempt-left"),
        ("SOMETHING-NEW", None),
    ],
)
def test_delhivery_tries_again_only_after_the_codes_it_names(
    code: str, why_not: str | None
) -> None:
    assert why_not == rules.why_no_reattempt(
        status=NdrStatus.OPEN, attempts=1, raw_code=code,
        meaning=codes.meaning_of("Delhivery", code, ""), terms=codes.reattempt_terms("Delhivery"),
    )  # fmt: skip


def test_a_refusal_confirmed_with_an_otp_leaves_only_the_way_back() -> None:
    verified = codes.meaning_of("XpressBees", "111", "")
    situation = replace(_situation(reason=NdrReason.CUSTOMER_REFUSED), meaning=verified)
    steps = advising.steps(situation, ANY)
    assert [step.kind for step in steps] == [StepKind.RETURN]
    assert [evidence.key for evidence in steps[0].evidence] == ["verified"]


def test_after_three_attempts_only_the_way_back_is_left() -> None:
    assert _kinds(_situation(attempts=3)) == [StepKind.RETURN]


def test_where_nobody_went_to_the_door_the_customer_is_left_in_peace() -> None:
    kinds = _kinds(_situation(raw_code="EOD-86", reason=NdrReason.OTHER))
    assert kinds == [StepKind.REATTEMPT, StepKind.CHASE_COURIER]


def test_a_customer_who_returns_more_than_they_take_is_not_chased_after_refusing() -> None:
    refused = _situation(reason=NdrReason.CUSTOMER_REFUSED, history=Tally(well=1, of=4))
    assert _kinds(refused)[0] is StepKind.RETURN


def test_a_good_customer_who_refused_is_called_first() -> None:
    refused = _situation(reason=NdrReason.CUSTOMER_REFUSED, history=Tally(well=5, of=5))
    assert _kinds(refused) == [StepKind.CALL, StepKind.REATTEMPT, StepKind.RETURN]
    assert [doubt.key for doubt in advising.suspicions(refused)] == ["clean-customer"]


def test_a_customer_who_said_yes_is_not_called_again() -> None:
    said_yes = replace(_situation(), last_outcome=NdrOutcome.WILL_ACCEPT)
    assert _kinds(said_yes) == [StepKind.REATTEMPT, StepKind.RETURN]


def test_a_failure_minutes_after_leaving_is_taken_up_with_the_courier_first() -> None:
    quick = replace(_situation(), minutes_out=4)
    assert _kinds(quick)[0] is StepKind.CHASE_COURIER
    assert dict(advising.suspicions(quick)[0].values) == {"minutes": 4}


def test_the_best_hour_to_call_is_told_with_its_n() -> None:
    contacts = _calls(
        (18, NdrOutcome.WILL_ACCEPT), (19, NdrOutcome.RESCHEDULE), (18, NdrOutcome.NO_RESPONSE),
        (10, NdrOutcome.NO_RESPONSE), (11, NdrOutcome.NO_RESPONSE), (10, NdrOutcome.NO_RESPONSE),
    )  # fmt: skip
    steps = advising.steps(replace(_situation(), contacts=contacts), ANY)
    assert (steps[0].kind, steps[0].slot) == (StepKind.CALL, DeliverySlot.EVENING)
    assert dict(steps[0].evidence[0].values) == {"well": 2, "of": 3, "slot": "evening"}


def test_two_calls_say_nothing_about_the_best_hour() -> None:
    contacts = _calls((18, NdrOutcome.WILL_ACCEPT), (19, NdrOutcome.WILL_ACCEPT))
    assert advising.best_call_slot(contacts) is None
    assert advising.best_channel(contacts) is None


def test_another_address_is_offered_only_where_the_customer_has_one() -> None:
    wrong = _situation(reason=NdrReason.INCORRECT_ADDRESS)
    assert StepKind.OTHER_ADDRESS not in _kinds(wrong)
    other = OtherAddress(written="7 FC Road, Pune", pincode="411004", delivered=2)
    assert _kinds(replace(wrong, other_address=other)) == [
        StepKind.ASK_ADDRESS, StepKind.OTHER_ADDRESS, StepKind.REATTEMPT,
    ]  # fmt: skip


def test_payment_online_is_offered_only_where_cash_was_missing() -> None:
    short = _situation(reason=NdrReason.COD_NOT_READY)
    assert _kinds(short)[0] is StepKind.OFFER_PREPAYMENT
    assert StepKind.OFFER_PREPAYMENT not in _kinds(
        replace(short, case=replace(short.case, is_cod=False))
    )


def test_the_next_attempt_is_proposed_for_the_first_day_that_is_no_sunday() -> None:
    saturday = replace(_situation(), today=date(2026, 11, 21))
    steps = {step.kind: step for step in advising.steps(saturday, ANY)}
    assert steps[StepKind.REATTEMPT].on == date(2026, 11, 23)


def test_few_settled_cases_are_not_told_as_a_rate() -> None:
    few = replace(_situation(), like_this=Tally(well=3, of=9))
    many = replace(_situation(), like_this=Tally(well=4, of=10))
    keys = [
        [evidence.key for step in advising.steps(s, ANY) for evidence in step.evidence]
        for s in (few, many)
    ]
    assert "like-this" not in keys[0]
    assert "like-this" in keys[1]


@pytest.mark.parametrize("reason", list(NdrReason))
def test_every_reason_has_advice_of_at_most_three_steps(reason: NdrReason) -> None:
    assert 1 <= len(_kinds(_situation(reason=reason))) <= 3
