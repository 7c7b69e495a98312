"""What working an undelivered parcel is worth, and which comes first. No database."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from commerce.ndr import holdout, queue, worth

INDIA = ZoneInfo("Asia/Kolkata")


def test_at_stake_are_the_margin_and_the_return() -> None:
    assert worth.at_stake(total_minor=250_000, tax_minor=26_786, cost_minor=120_000) == 118_214


def test_a_parcel_sold_at_a_loss_still_spares_its_return() -> None:
    assert worth.at_stake(total_minor=50_000, tax_minor=5_000, cost_minor=90_000) == 15_000


def test_a_step_is_worth_what_it_adds_less_what_it_costs() -> None:
    assert worth.worth(0.6, 0.4, 100_000, 500) == 19_500


def test_what_is_due_now_is_twice_as_urgent_as_what_is_due_tomorrow() -> None:
    assert worth.place(0.5, 200_000, 0) == 1000
    assert worth.place(0.5, 200_000, 24) == 500
    assert worth.place(0.5, 200_000, -9) == 1000


def test_the_courier_is_told_within_a_day_and_before_its_cut_off() -> None:
    failed = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)  # 14:30 in India
    by = worth.act_by(failed, datetime(2026, 11, 20, 10, 0, tzinfo=UTC), INDIA)
    assert by == datetime(2026, 11, 20, 14, 30, tzinfo=UTC)  # 20:00 in India


def test_past_the_cut_off_the_next_one_counts() -> None:
    failed = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    by = worth.act_by(failed, datetime(2026, 11, 21, 16, 0, tzinfo=UTC), INDIA)
    assert by == datetime(2026, 11, 22, 14, 30, tzinfo=UTC)


def test_cases_held_out_keep_their_plain_place() -> None:
    places = {1: 10.0, 2: 900.0, 3: 50.0, 4: 300.0}
    assert queue.in_order([1, 2, 3, 4], places, set()) == [2, 4, 3, 1]
    assert queue.in_order([1, 2, 3, 4], places, {1, 3}) == [1, 2, 3, 4]
    assert queue.in_order([1, 2, 3, 4], places, {2}) == [4, 2, 3, 1]


def test_about_a_tenth_is_held_out_and_stays_so() -> None:
    held = [case for case in range(10_000) if holdout.is_held_out(case, 10)]
    more = {case for case in range(10_000) if holdout.is_held_out(case, 20)}
    assert 900 < len(held) < 1100
    assert more.issuperset(held)
    assert not any(holdout.is_held_out(case, 0) for case in range(1000))


def test_the_interval_of_two_shares_is_newcombes() -> None:
    low, high = holdout.difference(56, 70, 48, 80)
    assert round(low, 4) == 0.0524
    assert round(high, 4) == 0.3339
