"""Turns of phrase that were once misread: each stands for a kind of sentence, not for itself."""

from collections.abc import Callable
from typing import Any

import pytest

from agent.planner import Planner
from agent.planner.free_text import note_in
from agent.planner.mood import Mood, Verbs, commands, mood_of
from agent.planner.recognise.found import phrases
from agent.planner.text import read
from commerce.access import Role
from tests import builders
from tests.agent.planner.conftest import Talk

Start = Callable[..., Talk]
HOLD = Verbs(frozenset({"hold"}), frozenset())


@pytest.mark.parametrize("word", ["mein", "thoda", "thodi"])
def test_a_hindi_word_that_sounds_like_a_day_or_month_is_none(word: str) -> None:
    assert phrases("time_words").find(read(word).tokens) == []


@pytest.mark.parametrize(
    "text",
    [
        "dont ship 1046 yet put it on hold",
        "cancel mat karo 1042 hold pe rakho",
        "1042 abhi mat bhejo hold karo",
        "1042 na bhejo hold karo",
    ],
)
def test_what_is_commanded_after_another_thing_was_forbidden_is_commanded(text: str) -> None:
    assert mood_of(read(text), HOLD) is Mood.COMMAND


@pytest.mark.parametrize(
    "text",
    [
        "don't pack or put 1042 on hold",
        "please don't let them put it on hold",
        "1042 hold mat karo",
        "1042 na hold karo na cancel",
    ],
)
def test_what_is_forbidden_with_another_thing_stays_forbidden(text: str) -> None:
    assert mood_of(read(text), HOLD) is Mood.NEGATED


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1050 refused twice send it back", True),
        ("1050 wapas bhejo", True),
        ("kembalikan 1050", True),
        ("i did not send it back", False),
        ("should we send it back?", False),
        ("customer refused twice", False),
    ],
)
def test_a_sentence_commands_by_its_form(text: str, wanted: bool) -> None:
    assert commands(read(text)) is wanted


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("make a note on 1042 gift wrap it", "gift wrap it"),
        ("1042 pe likh do bhaiya ko call karke jana", "bhaiya ko call karke jana"),
        ("rider ko gate 2 pe bulana 1042 me note kar do", "rider ko gate 2 pe bulana"),
        ("kasih catatan di 1042 bungkus kado", "bungkus kado"),
        ("اكتب ملاحظة على 1042 تغليف هدية", "تغليف هدية"),
        ("add a note 1042", None),
    ],
)
def test_a_note_is_what_stands_beside_the_wish_to_write_it(text: str, note: str | None) -> None:
    said = read(text)
    at = said.text.index("1042")
    assert note_in(said, [(at, at + 4)], Verbs(frozenset(), frozenset())) == note


@pytest.mark.parametrize(
    ("text", "tool", "arguments"),
    [
        ("pune mein kitne order aaye", "find_orders", {"place": "Pune"}),
        ("give 300 back on 1042", "refund_order", {"order": "1042", "amount": 300}),
        ("अशा राव की जानकारी दो", "show_customer", {"customer": "Asha Rao"}),
        (
            "penjualan per kota bulan lalu",
            "run_report",
            {"metric": "revenue", "dimension": "city", "period": "last_month"},
        ),
    ],
)
async def test_what_was_said_is_what_is_called(
    talk: Start, text: str, tool: str, arguments: dict[str, Any]
) -> None:
    thought = await talk().say(text)
    assert [(call.name, call.arguments) for call in thought.calls] == [(tool, arguments)]


@pytest.mark.parametrize("text", ["what got delivered yesterday", "कल कितने पार्सल पहुँचे"])
async def test_what_was_delivered_yesterday_is_what_came_then(talk: Start, text: str) -> None:
    (call,) = (await talk().say(text)).calls
    assert (call.name, call.arguments["by"], call.arguments["period"]) == (
        "list_parcels", "delivered", "yesterday",
    )  # fmt: skip


async def test_a_yoga_mat_forbids_nothing(talk: Start) -> None:
    thought = await talk().say("yoga mat 40 piece aur aaye hai jod do")
    assert [call.name for call in thought.calls] == ["adjust_stock"]


async def test_a_number_of_a_street_is_no_order(customer_talk: Start) -> None:
    thought = await customer_talk().say("my address is wrong, it is 221 mg road near the temple")
    assert [call.name for call in thought.calls] == ["correct_address"]
    assert thought.calls[0].arguments["address"].startswith("221 mg road")


async def test_a_customer_of_several_orders_who_knows_no_number_is_shown_them(
    planner: Planner, shop: builders.Shop
) -> None:
    mine = shop.customer("Priya Sharma")
    for number in ("2001", "2002"):
        shop.parcel(shop.order(number, customer=mine), awb=f"99001100{number}")
    customer = Talk(planner=planner, ctx=shop.context(shop.actor(Role.CUSTOMER, customer=mine)))
    thought = await customer.say("where is my parcel it is taking so long")
    assert [call.name for call in thought.calls] == ["my_orders"]
