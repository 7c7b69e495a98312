"""How people write numbers, what is late and what is stuck, by plain calls."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.parcels import rules
from commerce.vocabulary import CourierType, ShipmentStatus

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "stored"),
    [
        ("1042", "1042"),
        ("#1042", "1042"),
        ("ऑर्डर नंबर १०४२", "1042"),
        (" # 1042 ", "1042"),
        ("order 1042", "1042"),
        ("Order no. #1042?", "1042"),
        ("order1042", "1042"),
        ("ord-1042", "ORD-1042"),
        ("ORD 1042", "ORD-1042"),
        ("ORD 20261122 0007", "ORD-20261122-0007"),
        ("AWB: 1431 2345 678", "14312345678"),
        ("sf-778-899", "SF778899"),
    ],
)
def test_a_number_is_known_however_it_is_written(said: str, stored: str) -> None:
    assert stored in rules.written_forms(said)


@pytest.mark.parametrize(
    ("said", "example", "written"),
    [
        ("317", "ORD-00042", "ORD-00317"),
        ("0317", "ORD-00042", "ORD-00317"),
        ("ord 317", "ORD-00042", "ORD-00317"),
        ("#ORD317", "ORD-00042", "ORD-00317"),
        ("1234567", "ORD-00042", "ORD-1234567"),
        ("ord 20261122 7", "ORD-20261101-0042", "ORD-20261122-0007"),
        ("202611220007", "ORD-20261101-0042", "ORD-20261122-0007"),
        ("4031234567 1234567", "403-7654321-7654321", "403-1234567-1234567"),
    ],
)
def test_a_number_takes_the_shape_the_shops_own_numbers_have(
    said: str, example: str, written: str
) -> None:
    assert rules.in_shapes(said, [example]) == (written,)


@pytest.mark.parametrize(
    ("said", "example"),
    [("sku 317", "ORD-00042"), ("12345", "ORD-20261101-0042"), ("hello", "ORD-00042")],
)
def test_what_does_not_fit_a_shape_gives_nothing(said: str, example: str) -> None:
    assert rules.in_shapes(said, [example]) == ()


@given(st.text(max_size=80))
def test_no_text_at_all_breaks_the_reading_of_numbers(text: str) -> None:
    assert "" not in rules.written_forms(text)
    assert "" not in rules.in_shapes(text, ["ORD-20261101-0042", "1042", "403-1234567-1234567"])


@pytest.mark.parametrize(
    ("said", "courier"),
    [
        ("Delhivery", CourierType.DELHIVERY),
        ("blue dart", CourierType.BLUE_DART),
        ("ECOM EXPRESS", CourierType.ECOM_EXPRESS),
        ("xpress-bees", CourierType.XPRESSBEES),
        ("India Post", None),
        ("", None),
    ],
)
def test_couriers_are_known_by_the_names_people_use(said: str, courier: CourierType | None) -> None:
    assert rules.courier_named(said) == courier


@pytest.mark.parametrize(
    ("status", "promised", "delivered", "last_sign", "expected"),
    [
        (ShipmentStatus.IN_TRANSIT, 1, None, 0, (0, 0, False)),
        (ShipmentStatus.IN_TRANSIT, -1, None, 0, (1, 0, False)),
        (ShipmentStatus.IN_TRANSIT, 1, None, 2, (0, 2, False)),
        (ShipmentStatus.IN_TRANSIT, 1, None, 3, (0, 3, True)),
        (ShipmentStatus.IN_TRANSIT, None, None, 5, (0, 5, True)),
        (ShipmentStatus.MANIFESTED, 1, None, 5, (0, 0, False)),
        (ShipmentStatus.DELIVERY_FAILED, -2, None, 5, (2, 0, False)),
        (ShipmentStatus.DELIVERED, -5, -6, 6, (0, 0, False)),
        (ShipmentStatus.DELIVERED, -5, -3, 3, (2, 0, False)),
        (ShipmentStatus.RTO_IN_TRANSIT, -5, None, 9, (0, 0, False)),
        (ShipmentStatus.LOST, -5, None, 9, (0, 0, False)),
    ],
)  # fmt: skip
def test_a_parcel_is_late_by_its_promise_and_stuck_by_its_scans(
    status: ShipmentStatus,
    promised: int | None,
    delivered: int | None,
    last_sign: int,
    expected: tuple[int, int, bool],
) -> None:
    """Days late, days silent and whether it is stuck, measured now.

    `promised` and `delivered` are days from now, `last_sign` is days ago.
    """

    def moment(days: int | None) -> datetime | None:
        return None if days is None else NOW + timedelta(days=days)

    measured = rules.lateness(
        status=status,
        promised_at=moment(promised),
        delivered_at=moment(delivered),
        last_sign=NOW - timedelta(days=last_sign),
        now=NOW,
    )
    assert (measured.days_late, measured.silent_days, measured.is_stuck) == expected


def test_a_parcel_is_one_day_late_as_soon_as_its_promise_has_passed() -> None:
    measured = rules.lateness(
        status=ShipmentStatus.OUT_FOR_DELIVERY,
        promised_at=NOW - timedelta(minutes=1),
        delivered_at=None,
        last_sign=NOW,
        now=NOW,
    )
    assert measured.days_late == 1
