"""What one cell says: one reading, or a refusal."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commerce.imports import RowRefused, cells
from commerce.imports.cells import Assumed
from commerce.money import Money

IST = ZoneInfo("Asia/Kolkata")

# A busy machine is no failure.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

minors = st.integers(min_value=-(10**13), max_value=10**13)
moments = st.datetimes(
    min_value=datetime(1991, 1, 1),  # noqa: DTZ001 - hypothesis wants it naive
    max_value=datetime(2099, 12, 30),  # noqa: DTZ001
).map(lambda naive: naive.replace(microsecond=0))


def indian(whole: int) -> str:
    """Write a number in lakhs and crores."""
    digits = str(whole)
    head, tail = digits[:-3], digits[-3:]
    pairs: list[str] = []
    while head:
        pairs.insert(0, head[-2:])
        head = head[:-2]
    return ",".join([*pairs, tail])


@unhurried
@given(minors)
def test_a_plain_amount_is_read_to_the_paisa(minor: int) -> None:
    assert cells.amount(str(Decimal(minor).scaleb(-2)), "Total", "INR") == Money(minor)


@unhurried
@given(st.integers(min_value=0, max_value=10**13))
def test_grouping_changes_no_amount(minor: int) -> None:
    rupees, paise = divmod(minor, 100)
    for written in (f"{rupees:,}.{paise:02}", f"₹{indian(rupees)}.{paise:02}"):
        assert cells.amount(written, "Total", "INR") == Money(minor)


@pytest.mark.parametrize(
    ("cell", "minor"),
    [
        ("1949.50", 194_950), ("₹ 1,949.50", 194_950), ("Rs. 12,50,000", 125_000_000),
        ("1,234", 123_400), ("INR 5", 500), ("-5.00", -500), ("₹-5", -500), ("-₹5", -500),
        ("0.5", 50), ("'-5", -500), ("499.000000", 49_900), ("0", 0), ("1234.500", 123_450),
    ],
)  # fmt: skip
def test_an_amount_as_shops_write_it(cell: str, minor: int) -> None:
    assert cells.amount(cell, "Total", "INR") == Money(minor)


@pytest.mark.parametrize(
    "cell",
    [
        "", " ", "1.234,56", "1,23", "12,34", "1.234", "1.2.3", "1e5", "$5", "5 USD", "12.345",
        "१२३", "٣", "--5", "5-", "(5)", ".5", "5.", "NaN", "Infinity", "1,,000", "9" * 30,
        "=1+1", "free",
    ],
)  # fmt: skip
def test_an_amount_with_no_single_reading_is_refused(cell: str) -> None:
    with pytest.raises(RowRefused, match="which is no amount"):
        cells.amount(cell, "Total", "INR")


def test_a_dinar_has_three_digits_and_a_thousand_of_them_needs_them() -> None:
    assert cells.amount("1.234", "Total", "KWD") == Money(1_234, "KWD")
    with pytest.raises(RowRefused):
        cells.amount("1,234", "Total", "KWD")


@unhurried
@given(moments, st.integers(min_value=-13 * 4, max_value=13 * 4))
def test_a_moment_with_its_zone_comes_back_exactly(naive: datetime, quarters: int) -> None:
    moment = naive.replace(tzinfo=timezone(timedelta(minutes=15 * quarters)))
    for form in ("%Y-%m-%d %H:%M:%S %z", "%Y-%m-%dT%H:%M:%S%z", "%d %b %Y, %I:%M:%S %p %z"):
        found = cells.moment(moment.strftime(form), "Created at", zone=IST)
        assert found == cells.Moment(at=moment.astimezone(UTC), assumed=frozenset())


@unhurried
@given(moments)
def test_a_day_first_date_comes_back_exactly_when_told_so(naive: datetime) -> None:
    found = cells.moment(naive.strftime("%d-%m-%Y %H:%M:%S"), "NDR Date", zone=IST, day_first=True)
    assert found.at == naive.replace(tzinfo=IST)
    assert Assumed.ZONE in found.assumed


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2026-11-20 14:03:11 +0530", "2026-11-20T08:33:11+00:00"),
        ("2026-11-20T14:03:11.250+05:30", "2026-11-20T08:33:11+00:00"),
        ("2026-11-20T08:33:11Z", "2026-11-20T08:33:11+00:00"),
        ("22-11-2026 11:43", "2026-11-22T06:13:00+00:00"),
        ("22/11/2026 11:43 PM", "2026-11-22T18:13:00+00:00"),
        ("11/22/2026 11:43", "2026-11-22T06:13:00+00:00"),
        ("23 05 2026 11:43:52", "2026-05-23T06:13:52+00:00"),
        ("22 Nov 2026, 11:43 AM", "2026-11-22T06:13:00+00:00"),
        ("Nov 22, 2026 12:05 am", "2026-11-21T18:35:00+00:00"),
        ("22nd November 2026", "2026-11-21T18:30:00+00:00"),
        ("22-Nov-2026", "2026-11-21T18:30:00+00:00"),
        ("05/05/2026 10:00", "2026-05-05T04:30:00+00:00"),
        ("2026-11-22 11:43 IST", "2026-11-22T06:13:00+00:00"),
        ("Sun, 18 Jul, 2021, 10:38 pm IST", "2021-07-18T17:08:00+00:00"),
        ("04-30-22", "2022-04-29T18:30:00+00:00"),
        ("22-Nov-26", "2026-11-21T18:30:00+00:00"),
    ],
)
def test_a_date_as_panels_write_it(cell: str, expected: str) -> None:
    assert cells.moment(cell, "NDR Date", zone=IST).at.isoformat() == expected


def test_a_date_that_could_be_two_is_refused_until_the_person_says() -> None:
    with pytest.raises(RowRefused, match="which is 3 Apr 2026 or 4 Mar 2026"):
        cells.moment("03/04/2026", "NDR Date", zone=IST)
    april = cells.moment("03/04/2026 10:00", "NDR Date", zone=IST, day_first=True)
    march = cells.moment("03/04/2026 10:00", "NDR Date", zone=IST, day_first=False)
    assert (april.at.month, march.at.month) == (4, 3)
    assert Assumed.ORDER in april.assumed & march.assumed


def test_a_date_with_one_reading_keeps_it_whatever_the_person_said() -> None:
    november = cells.moment("11/22/2026", "NDR Date", zone=IST, day_first=True)
    assert november.at.isoformat() == "2026-11-21T18:30:00+00:00"
    assert Assumed.AGAINST in november.assumed
    agrees = cells.moment("11/22/2026", "NDR Date", zone=IST, day_first=False)
    assert Assumed.AGAINST not in agrees.assumed


@pytest.mark.parametrize(
    "cell",
    [
        "", "yesterday", "45384.347", "31/02/2026", "2026-13-01", "2026-02-30", "22-11-026",
        "2026-11-22 25:00", "2026-11-22 13:00 PM", "2026-11-22 10:00 +2500",
        "0001-01-01", "2026-11-22 10:00 PST", "२२-११-२०२६", "22-11/2026",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(cell: str) -> None:
    with pytest.raises(RowRefused, match="which is no date"):
        cells.moment(cell, "NDR Date", zone=IST)


@pytest.mark.parametrize("cell", ["1.43264E+13", "5.80123e+12", "9E+11", "1,43264E+13"])
def test_a_number_a_spreadsheet_has_rounded_is_refused(cell: str) -> None:
    with pytest.raises(RowRefused, match="last digits are lost"):
        cells.identifier(cell, "AWB")
    with pytest.raises(RowRefused, match="last digits are lost"):
        cells.phone(cell, "Phone")


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("'411001", "411001"), ("411001.0", "411001"), ("0012", "0012"), (" SF12 ", "SF12"),
        ("9007199254740993", "9007199254740993"), ("14326421700001", "14326421700001"),
    ],
)  # fmt: skip
def test_a_number_that_is_a_name_keeps_every_digit(cell: str, read: str) -> None:
    assert cells.identifier(cell, "AWB") == read


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("9822012345", "+919822012345"), ("098220 12345", "+919822012345"),
        ("+91-98220-12345", "+919822012345"), ("919822012345", "+919822012345"),
        ("'+919822012345", "+919822012345"), ("9822012345.0", "+919822012345"),
        ("+971 50 123 4567", "+971501234567"), ("12345", "12345"), ("", None), ("n/a", None),
        ("98220 / 98221", "98220 / 98221"),
    ],
)  # fmt: skip
def test_a_phone_number_in_any_shape(cell: str, read: str | None) -> None:
    assert cells.phone(cell, "Phone") == read


@unhurried
@given(st.text(), st.sampled_from([None, True, False]))
def test_no_text_whatever_breaks_a_cell(cell: str, day_first: bool | None) -> None:
    for read in (
        lambda: cells.amount(cell, "Total", "INR"),
        lambda: cells.moment(cell, "Date", zone=IST, day_first=day_first),
        lambda: cells.count(cell, "Quantity"),
        lambda: cells.identifier(cell, "AWB"),
        lambda: cells.phone(cell, "Phone"),
        lambda: cells.text(cell),
    ):
        assert survives(read)


@unhurried
@given(
    st.from_regex(
        r"[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}( [0-9]{1,2}:[0-9]{2})?( ?[ap]m)?"
        r"( [+-][0-9]{4})?",
        fullmatch=True,
    )
)
def test_no_near_date_breaks_a_cell(cell: str) -> None:
    assert survives(lambda: cells.moment(cell, "Date", zone=IST))


@unhurried
@given(st.from_regex(r"[₹$'=+-]?[0-9.,]{1,30}(e[0-9]+)?", fullmatch=True))
def test_no_near_amount_breaks_a_cell(cell: str) -> None:
    assert survives(lambda: cells.amount(cell, "Total", "INR"))


def survives(read: object) -> bool:
    """Tell that reading gives a value or our refusal, which can be said in every language."""
    try:
        read()  # type: ignore[operator]
    except RowRefused as refused:
        return all(refused.in_language(language) for language in ("en", "hi", "hi-Latn"))
    return True
