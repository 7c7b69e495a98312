"""What couriers' codes mean."""

from collections import Counter

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from commerce.db.tables import UnmappedCodeRow
from commerce.money import Money
from commerce.ndr import codes, meaning_of, note_unmapped, priority, reason_for
from commerce.vocabulary import NdrReason, Priority
from tests.builders import Shop


@pytest.mark.parametrize(
    ("courier", "raw_code", "raw_text", "reason"),
    [
        ("Delhivery", "EOD-74", "", NdrReason.INCORRECT_ADDRESS),
        ("Delhivery", "eod-11", "", NdrReason.CUSTOMER_NOT_AVAILABLE),
        ("Delhivery", "EOD-6", "", NdrReason.CUSTOMER_REFUSED),
        ("EcomExpress", "233", "", NdrReason.COD_NOT_READY),
        ("XpressBees", "19", "", NdrReason.OPEN_DELIVERY_REQUESTED),
        ("Shadowfax", "nc", "", NdrReason.CUSTOMER_UNREACHABLE),
        ("AmazonShipping", "UnableToAccess", "", NdrReason.SECURITY_RESTRICTION),
        ("Ekart", "", "shipment_undelivered_attempted_door lock", NdrReason.PREMISES_CLOSED),
        ("Ekart", "", "shipment_undelivered_unattempted_heavy rain", NdrReason.WEATHER_ISSUE),
        ("Shiprocket", "", "Delivery Attempted-COD Not ready", NdrReason.COD_NOT_READY),
        ("DTDC", "", "  customer not available / contactable ", NdrReason.CUSTOMER_NOT_AVAILABLE),
    ],
)
def test_a_couriers_code_or_words_become_the_platforms_reason(
    courier: str, raw_code: str, raw_text: str, reason: NdrReason
) -> None:
    assert reason_for(courier, raw_code, raw_text) is reason


@pytest.mark.parametrize(
    ("courier", "raw_code", "raw_text"),
    [
        ("Delhivery", "EOD-9999", ""),
        ("Delhivery", "", ""),
        ("BlueDart", "003", ""),
        ("BlueDart", "RT-003", ""),
        ("DTDC", "EOD-11", ""),
        ("Shiprocket", "", "the moon was in the way"),
    ],
)
def test_what_no_table_knows_is_not_guessed(courier: str, raw_code: str, raw_text: str) -> None:
    assert reason_for(courier, raw_code, raw_text) is None


def test_blue_dart_is_keyed_by_group_and_code() -> None:
    later = meaning_of("BlueDart", "T-029", "")
    refused = meaning_of("BlueDart", "S/029", "")
    assert later is not None
    assert refused is not None
    assert (later.reason, later.verified) == (NdrReason.FUTURE_DELIVERY_REQUESTED, False)
    assert (refused.reason, refused.verified) == (NdrReason.CUSTOMER_REFUSED, True)


@pytest.mark.parametrize(
    ("courier", "raw_code", "raw_text"),
    [
        ("Delhivery", "EOD-86", ""),
        ("Shadowfax", "na", ""),
        ("XpressBees", "14", ""),
        ("Shiprocket", "", "Delivery Not Attempted"),
        ("Ekart", "", "shipment_undelivered_unattempted_heavy load"),
    ],
)
def test_a_courier_that_never_went_to_the_door_is_told_apart(
    courier: str, raw_code: str, raw_text: str
) -> None:
    meaning = meaning_of(courier, raw_code, raw_text)
    assert meaning is not None
    assert not meaning.attempted


def test_a_refusal_confirmed_with_an_otp_is_told_apart() -> None:
    meaning = meaning_of("Shiprocket", "", "Delivery Attempted-Refused by Customer with OTP")
    assert meaning is not None
    assert meaning.verified


@pytest.mark.parametrize("courier", list(codes._table()["couriers"]))
def test_each_code_stands_in_one_family_of_its_courier(courier: str) -> None:
    table = codes._table()["couriers"][courier]
    seen = Counter(codes._code_key(code) for listed in table.values() for code in listed)
    assert [code for code, times in seen.items() if times > 1] == []
    assert set(table) <= set(codes._table()["families"])


def test_each_text_stands_in_one_family() -> None:
    table = codes._table()["texts"]
    seen = Counter(
        text for listed in table.values() for text in {codes._text_key(text) for text in listed}
    )
    assert [text for text, times in seen.items() if times > 1] == []


def test_unknown_codes_are_counted_per_shop(session: Session, shop: Shop, other_shop: Shop) -> None:
    note_unmapped(shop.context(), "Delhivery", "EOD-9999", "Something new")
    note_unmapped(shop.context(), "Delhivery", "EOD-9999", "Something new")
    note_unmapped(other_shop.context(), "Delhivery", "EOD-9999", "Something new")
    rows = session.scalars(select(UnmappedCodeRow).where(UnmappedCodeRow.shop_id == shop.id)).all()
    assert [(row.raw_code, row.seen) for row in rows] == [("EOD-9999", 2)]


@pytest.mark.parametrize(
    ("reason", "cod", "rupees", "expected"),
    [
        (NdrReason.CUSTOMER_REFUSED, False, 100, Priority.URGENT),
        (NdrReason.CUSTOMER_NOT_AVAILABLE, True, 100, Priority.HIGH),
        (NdrReason.CUSTOMER_NOT_AVAILABLE, False, 5001, Priority.HIGH),
        (NdrReason.CUSTOMER_NOT_AVAILABLE, False, 5000, Priority.NORMAL),
    ],
)
def test_refusals_come_first_then_cash_and_high_value(
    reason: NdrReason, cod: bool, rupees: int, expected: Priority
) -> None:
    assert priority(reason, cod, Money.of(rupees)) is expected


def test_an_aggregator_hands_on_the_codes_of_who_drives() -> None:
    not_attempted = meaning_of("Shiprocket", "EOD-86", "")
    assert not_attempted is not None
    assert not not_attempted.attempted
    # Numbers alone mean something else at everybody.
    assert meaning_of("Shiprocket", "111", "") is None
    # Who has a table of their own is read by it.
    assert meaning_of("XpressBees", "EOD-86", "") is None
