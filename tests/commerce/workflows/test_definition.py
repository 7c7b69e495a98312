"""The language of workflows: what is right is read and said, what is wrong is named."""

import json
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce import workflows
from commerce.words import LANGUAGES, has
from commerce.workflows import BadDefinition, Definition, parse, plain, read, write
from commerce.workflows.definition import Cron, Daily, Wait
from commerce.workflows.timing import next_time, wait_until

INDIA = ZoneInfo("Asia/Kolkata")
BERLIN = ZoneInfo("Europe/Berlin")
LONDON = ZoneInfo("Europe/London")
Moment = tuple[int, int, int, int, int]
NEW_YORK = ZoneInfo("America/New_York")

GOOD = """\
name: hold-big-orders
title: Hold big orders
when: {event: order.created}
if: {field: order.total, op: above, value: 10000}
steps:
  - {do: set_status, to: OnHold}
"""


def problems(text: str) -> list[str]:
    """Return what is wrong with a definition, in English."""
    with pytest.raises(BadDefinition) as caught:
        read(text)
    return str(caught.value).splitlines()


@pytest.mark.parametrize("definition", workflows.library(), ids=lambda one: one.name)
def test_what_ships_reads_back_as_it_was_written(definition: Definition) -> None:
    assert read(write(definition)) == definition
    assert read(json.dumps(plain(definition))) == definition


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_ships_is_explained_in_every_language(language: str) -> None:
    for definition in workflows.library():
        lines = workflows.explain(definition, language)
        assert len(lines) >= 1 + len(definition.steps)


def test_the_platforms_example_says_what_it_does() -> None:
    lines = workflows.explain(workflows.from_library("ndr-follow-up"))
    assert [("  " * line.depth) + line.text for line in lines] == [
        "When this happens: a delivery fails (NDR)",
        "If the way of payment is COD and the order's total is over ₹1,000",
        "  Write to the customer by WhatsApp: text “ndr_cod”",
        "Otherwise",
        "  Write to the customer by SMS: text “ndr_short”",
        "Wait 4h, or until this happens: the customer writes",
        "If this is not so: it happened while waiting",
        "  Give the parcel to whom smart assignment chooses",
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("order.created", "order.craeted", "Line 3, when.event: There is no event “order.craeted”"),
        ("order.total", "order.totl", "Line 4, if.field: There is no field “order.totl”"),
        ("above", "has", "Line 4, if: “order.total” cannot be compared by “has”"),
        ("value: 10000", "value: much", "Line 4, if: “order.total” is compared with a number"),
        ("order.total", "product.pieces", "Line 4, if: “product.pieces” is not known here"),
        ("to: OnHold", "to: Shipped", "Line 6, steps.0.to: “Shipped” is not possible here"),
        ("to: OnHold", "too: OnHold", "Line 6, steps.0.to: “to” is missing."),
        ("do: set_status", "do: dance", "Line 6, steps.0: There is no such kind of step"),
        ("order.created", "stock.low", "Line 4, if: “order.total” is not known here"),
        ("name: hold", "name: Hold", "Line 1, name: Only small letters"),
        ("title: Hold", "name: twice\ntitle: Hold", "Line 2, -: This cannot be read"),
        ("{do: set_status, to: OnHold}", "&a {do: stop}", "Line 6, -: This cannot be read"),
    ],
)  # fmt: skip
def test_an_error_names_its_line_and_what_would_work(old: str, new: str, said: str) -> None:
    assert any(line.startswith(said) for line in problems(GOOD.replace(old, new, 1)))


def test_every_field_event_and_list_has_a_name_in_every_language() -> None:
    keys = [
        *(one.words for one in workflows.FIELDS.values()),
        *(one.words for one in workflows.EVENTS.values()),
        *(one.words for one in workflows.LISTS.values()),
    ]
    assert [key for key in keys for language in LANGUAGES if not has(key, language)] == []


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["do", "if", "then", "else", "steps", "when", "field", "op", "value", "for"]
            )
            | st.text(max_size=5),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)


@given(_JSON)
def test_no_data_does_worse_than_be_refused_with_a_sentence(data: object) -> None:
    with pytest.raises(BadDefinition) as caught:
        parse(data)
    assert str(caught.value)


@given(st.integers(0, len(GOOD) - 1), st.text(alphabet="{}[]:-&*!|>'\"\n\t #%@a0", max_size=3))
def test_no_text_does_worse_than_be_refused(place: int, put: str) -> None:
    with suppress(BadDefinition):
        definition = read(GOOD[:place] + put + GOOD[place + 1 :])
        assert read(write(definition)) == definition


def test_nine_in_india_is_half_past_three_in_utc() -> None:
    after = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    daily = Daily(every="day", at="09:00")
    assert next_time(daily, INDIA, after) == datetime(2026, 11, 23, 3, 30, tzinfo=UTC)


def test_a_weekly_workflow_begins_on_its_days_alone() -> None:
    after = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)  # Monday, half past eleven in India
    weekly = Daily.model_validate({"every": "week", "at": "11:00", "on": ["mon", "thu"]})
    assert next_time(weekly, INDIA, after) == datetime(2026, 11, 26, 5, 30, tzinfo=UTC)


def test_a_time_that_a_day_lacks_is_taken_an_hour_later() -> None:
    after = datetime(2027, 3, 28, 0, 0, tzinfo=UTC)
    daily = Daily(every="day", at="02:30")
    assert next_time(daily, BERLIN, after) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


def test_a_time_that_a_day_has_twice_begins_once() -> None:
    first = next_time(
        Daily(every="day", at="02:30"), BERLIN, datetime(2027, 10, 30, 12, 0, tzinfo=UTC)
    )
    assert first == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    again = next_time(Daily(every="day", at="02:30"), BERLIN, first)
    assert again == datetime(2027, 11, 1, 1, 30, tzinfo=UTC)


def test_a_crontab_line_is_read_in_the_shops_zone() -> None:
    after = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    assert next_time(Cron(cron="0 9-20 * * *"), INDIA, after) == datetime(
        2026, 11, 22, 9, 30, tzinfo=UTC
    )


def test_a_wait_until_ten_ends_at_the_next_ten() -> None:
    now = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    step = Wait(do="wait", at="10:00")
    assert wait_until(step, INDIA, now) == datetime(2026, 11, 23, 4, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "line", "after", "expected"),
    [
        # New York goes from two to three on 14 March 2027, and from two to one on 7 November.
        (NEW_YORK, "30 2 * * *", (2027, 3, 14, 0, 0), (2027, 3, 14, 7, 30)),
        (NEW_YORK, "30 2 * * *", (2027, 3, 14, 7, 30), (2027, 3, 15, 6, 30)),
        (NEW_YORK, "0,30 2-3 * * *", (2027, 3, 14, 7, 0), (2027, 3, 14, 7, 30)),
        (NEW_YORK, "30 1 * * *", (2027, 11, 7, 0, 0), (2027, 11, 7, 5, 30)),
        (NEW_YORK, "30 1 * * *", (2027, 11, 7, 5, 30), (2027, 11, 8, 6, 30)),
        (NEW_YORK, "30 1 * * *", (2027, 11, 7, 6, 10), (2027, 11, 8, 6, 30)),
        # London goes from one to two on 28 March 2027, and from two to one on 31 October.
        (LONDON, "30 1 * * *", (2027, 3, 28, 0, 0), (2027, 3, 28, 1, 30)),
        (LONDON, "30 1 * * *", (2027, 3, 28, 1, 30), (2027, 3, 29, 0, 30)),
        (LONDON, "30 1 * * *", (2027, 10, 31, 0, 30), (2027, 11, 1, 1, 30)),
    ],
)
def test_a_crontab_line_meets_every_day_once_when_clocks_change(
    zone: ZoneInfo, line: str, after: Moment, expected: Moment
) -> None:
    found = next_time(Cron(cron=line), zone, datetime(*after, tzinfo=UTC))
    assert found == datetime(*expected, tzinfo=UTC)


@pytest.mark.parametrize("zone", [NEW_YORK, LONDON, BERLIN, INDIA])
@pytest.mark.parametrize("at", ["00:30", "01:30", "02:30", "03:30"])
def test_a_daily_workflow_begins_once_on_every_day_of_a_year(zone: ZoneInfo, at: str) -> None:
    moment = datetime(2027, 1, 1, tzinfo=zone).astimezone(UTC)
    days = []
    for _ in range(365):
        found = next_time(Daily(every="day", at=at), zone, moment)
        assert found is not None
        days.append(found.astimezone(zone).date())
        moment = found
    first = date(2027, 1, 1)
    assert days == [first + timedelta(days=number) for number in range(365)]


def test_a_wait_for_hours_is_as_long_when_clocks_change_and_one_until_a_time_is_not() -> None:
    before = datetime(2027, 3, 14, 5, 0, tzinfo=UTC)  # Midnight in New York
    assert wait_until(Wait.model_validate({"do": "wait", "for": "4h"}), NEW_YORK, before) == (
        datetime(2027, 3, 14, 9, 0, tzinfo=UTC)
    )
    assert wait_until(Wait(do="wait", at="05:00"), NEW_YORK, before) == (
        datetime(2027, 3, 14, 9, 0, tzinfo=UTC)
    )
    day_before = before - timedelta(days=1)
    assert wait_until(Wait(do="wait", at="05:00"), NEW_YORK, day_before) == (
        datetime(2027, 3, 13, 10, 0, tzinfo=UTC)
    )
