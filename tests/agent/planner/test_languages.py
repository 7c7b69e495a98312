from datetime import date
from decimal import Decimal

import pytest

import prompts
from agent.planner.recognise.amounts import find_money
from agent.planner.recognise.when import find_times
from agent.planner.text import detect_language, read
from commerce import words
from tools.arguments import Kind

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("وين وصلت الشحنة 1042", "ar"),
        ("كنسل order 1042", "ar"),
        ("paket 1042 di mana", "id"),
        ("tolong cancel order 1042", "id"),
        ("kal ke order dikhao", "hi-Latn"),
        ("show me the orders", "en"),
    ],
)
def test_a_message_is_told_to_be_of_its_language(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("pesanan minggu lalu", "last_week"),
        ("penjualan bulan ini", "this_month"),
        ("order kemarin", "yesterday"),
        ("3 hari terakhir", "last_3_days"),
        ("طلبات أمس", "yesterday"),
        ("المبيعات الأسبوع الماضي", "last_week"),
        ("مبيعات هذا الشهر", "this_month"),
        ("اخر ٧ ايام", "last_7_days"),
    ],
)
def test_days_that_have_come_are_read_in_arabic_and_indonesian(text: str, period: str) -> None:
    found = find_times(read(text), SUNDAY)
    assert [f.value for f in found if f.kind is Kind.PERIOD] == [period]


@pytest.mark.parametrize("text", ["antar besok", "وصلوه بكرة"])
def test_tomorrow_is_read_in_arabic_and_indonesian(text: str) -> None:
    found = find_times(read(text), SUNDAY)
    assert [f.value for f in found if f.kind is Kind.DAY] == [date(2026, 11, 23)]


@pytest.mark.parametrize(
    ("text", "rupees"), [("50 ribu", 50_000), ("1,2 juta", 1_200_000), ("٥٠ ألف", 50_000)]
)
def test_amounts_are_read_in_arabic_and_indonesian(text: str, rupees: int) -> None:
    assert [f.value for f in find_money(read(text))] == [Decimal(rupees)]


def test_spellings_of_one_arabic_word_are_one_word() -> None:
    assert len({token.fold for token in read("الطلبات طلبات الطلبات").tokens}) == 1
    assert read("إلغاء").words == read("الغاء").words


def test_what_is_not_yet_translated_is_said_in_english() -> None:
    partly = words.keys("ar")
    assert "planner-greeting" in partly
    assert "stock-column-title" not in partly
    assert words.say("ar", "stock-column-title") == words.say("en", "stock-column-title")


@pytest.mark.parametrize("language", words.PARTLY)
def test_a_partial_catalogue_has_no_message_of_its_own(language: str) -> None:
    assert words.keys(language) <= words.keys("en")


@pytest.mark.parametrize("language", ["ar", "id"])
def test_talk_and_refusals_are_taught_in_arabic_and_indonesian(language: str) -> None:
    taught = {name for name, by in prompts.examples().items() if by.get(language)}
    assert {"greeting", "help", "other_world", "find_orders", "cancel_order"} <= taught
