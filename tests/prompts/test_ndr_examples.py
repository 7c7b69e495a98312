"""What people say about undelivered parcels, reports and deliveries leads somewhere."""

import re
from enum import StrEnum

import pytest

import prompts
from commerce.ndr import NdrQueue, NdrSort
from commerce.people import HandOverQueue
from commerce.vocabulary import (
    DeliverySlot,
    MessageChannel,
    NdrOutcome,
    NdrReason,
    NdrStatus,
)

TOOLS = (
    "list_ndr", "advise_on_ndr", "request_reattempt", "return_to_origin", "business_summary",
    "my_orders", "choose_redelivery", "hand_over", "ndr_board", "assign_ndr", "log_call",
    "message_customer", "report_fake_attempt", "assign_ndrs", "request_reattempts",
    "correct_address", "refuse_delivery", "pay_online", "list_hand_overs", "take_over",
    "close_hand_over", "show_hand_over", "answer_customer",
)  # fmt: skip
SLOTS = {
    "parcel", "period", "reason", "status", "sort", "place", "courier", "person", "limit", "day",
    "slot", "phone", "landmark", "outcome", "channel", "address", "customer", "on", "city",
}  # fmt: skip


@pytest.mark.parametrize("tool", TOOLS)
def test_each_tool_is_asked_for_in_many_ways(tool: str) -> None:
    said = prompts.examples()[tool]
    assert len(set(said["en"])) >= 25
    assert len(set(said["hi-Latn"])) >= 30
    assert len(set(said["hi"])) >= 10
    assert {slot for all_ in said.values() for one in all_ for slot in _slots(one)} <= SLOTS


def _slots(sentence: str) -> list[str]:
    return re.findall(r"\{(\w+)\}", sentence)


def test_no_sentence_asks_for_two_tools() -> None:
    said = [one for tool in TOOLS for all_ in prompts.examples()[tool].values() for one in all_]
    assert sorted({one for one in said if said.count(one) > 1}) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("ndr_reason", NdrReason), ("ndr_queue", NdrQueue), ("ndr_sort", NdrSort),
        ("ndr_status", NdrStatus), ("delivery_slot", DeliverySlot), ("ndr_outcome", NdrOutcome),
        ("message_channel", MessageChannel), ("hand_over_queue", HandOverQueue),
    ],
)  # fmt: skip
def test_each_word_of_the_trade_is_said_in_its_own_ways(name: str, words: type[StrEnum]) -> None:
    lexicon = prompts.lexicon(name)
    assert set(lexicon) == {word.value for word in words}
    said = [phrase for phrases in lexicon.values() for phrase in phrases]
    assert sorted({phrase for phrase in said if said.count(phrase) > 1}) == []
