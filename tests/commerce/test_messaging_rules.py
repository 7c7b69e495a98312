"""When somebody may be written to on messengers, and in which words."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from commerce.errors import Refused
from commerce.messaging import is_open, is_start, is_stop, quiet_until, values_of

INDIA = ZoneInfo("Asia/Kolkata")
NOON = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "STOP", "stop!", "Please stop", "Unsubscribe", "band karo", "Bhai message band kar do",
        "mat bhejo", "मत भेजो", "मैसेज बंद करो।", "कृपया बंद करो", "Don't message me",
    ],
)  # fmt: skip
def test_who_says_stop_in_any_language_is_understood(text: str) -> None:
    assert is_stop(text)


@pytest.mark.parametrize(
    "text",
    ["stop the parcel", "order band karo 1042", "मत भेजो 1042 वापस", "cancel", "start", "bus stop?"],
)
def test_who_says_more_than_stop_speaks_to_the_assistant(text: str) -> None:
    assert not is_stop(text)


def test_start_is_understood_in_any_language() -> None:
    assert all(map(is_start, ["START", "chalu karo", "शुरू करो", "Start please"]))


def test_the_window_closes_a_little_before_24_hours() -> None:
    assert is_open(NOON - timedelta(hours=23, minutes=57), NOON)
    assert not is_open(NOON - timedelta(hours=23, minutes=59), NOON)
    assert not is_open(None, NOON)


def test_the_night_is_the_shops_and_ends_in_its_morning() -> None:
    late = datetime(2026, 11, 22, 22, 0, tzinfo=INDIA).astimezone(UTC)
    early = datetime(2026, 11, 23, 6, 0, tzinfo=INDIA).astimezone(UTC)
    morning = datetime(2026, 11, 23, 8, 0, tzinfo=INDIA).astimezone(UTC)
    assert quiet_until(late, INDIA, 21, 8) == morning
    assert quiet_until(early, INDIA, 21, 8) == morning
    assert quiet_until(NOON, INDIA, 21, 8) is None


def test_values_are_numbered_as_the_vendor_does_and_stand_on_one_line() -> None:
    body = "Hi {name}, order {order} of {name}"
    values = values_of(body, {"name": "Asha\n Rao", "order": "1042"})
    assert values == {"1": "Asha Rao", "2": "1042"}


def test_a_text_with_an_empty_place_is_not_sent() -> None:
    with pytest.raises(Refused, match="order"):
        values_of("Hi {name}, order {order}", {"name": "Asha", "order": " "})
