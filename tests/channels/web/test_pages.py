"""The pages around the chat: who finds which, and that every word on them is in the catalogue."""

import re

import pytest

from channels.web.places import PLACES, UNASKED, menu
from commerce import words
from commerce.access import PERMISSIONS, Actor, Role
from tests.channels.web.conftest import Web
from tools import TOOLS, Effect, allowed
from tools.forms import Field, Shape, fields_of, words_of

BY_NAME = {tool.name: tool for tool in TOOLS}


def pages_of(role: Role) -> list[str]:
    actor = Actor(
        shop_id=1, person_id=1, name="Somebody", role=role, permissions=PERMISSIONS[role],
        customer_id=1 if role is Role.CUSTOMER else None,
    )  # fmt: skip
    return [
        place.name
        for place in menu({name: tool.effect for name, tool in allowed(TOOLS, actor).items()})
    ]


def test_a_customer_finds_the_chat_their_orders_documents_and_what_is_known_of_them() -> None:
    assert pages_of(Role.CUSTOMER) == ["chat", "orders", "knowledge", "memory"]


def test_an_owner_finds_everything() -> None:
    there = [place.name for place in PLACES if any(name in BY_NAME for name in place.shows)]
    assert pages_of(Role.OWNER) == ["chat", *there]


def test_an_agent_finds_parcels_and_orders_and_neither_people_nor_figures() -> None:
    found = pages_of(Role.NDR_AGENT)
    assert {"ndr", "orders", "parcels"} <= set(found)
    assert {"people", "audit", "reports", "stock"} & set(found) == set()


def test_every_page_shows_a_tool_that_only_reads() -> None:
    shown = {name for place in PLACES for name in place.shows} & set(BY_NAME)
    acts = {name for place in PLACES for name in place.acts} & set(BY_NAME)
    assert {name for name in shown if BY_NAME[name].effect is not Effect.READ} == set()
    assert {name for name in acts if BY_NAME[name].effect is Effect.READ} == set()


def test_every_page_and_every_act_has_its_words() -> None:
    names = {f"web-place-{place.name}" for place in PLACES}
    needed = names | {f"{name}-line" for name in names}
    needed |= {f"web-act-{act}" for place in PLACES for act in place.acts}
    assert {key for key in needed if not words.has(key)} == set()


def test_every_field_and_choice_of_a_form_is_named_in_words() -> None:
    unasked = {f"form-{argument.replace('_', '-')}" for argument in UNASKED}
    needed = {(tool.name, key) for tool in TOOLS for key in words_of(tool) - unasked}
    assert {(name, key) for name, key in needed if not words.has(key)} == set()


def test_the_fields_of_a_form_are_told_from_the_tools_arguments() -> None:
    by_name: dict[str, Field] = {one.name: one for one in fields_of(BY_NAME["find_orders"], "en")}
    assert by_name["min_total"].shape is Shape.AMOUNT
    assert by_name["sort"].value == "newest"
    assert (by_name["limit"].least, by_name["limit"].most) == (1, 50)
    kinds = [one.value for one in by_name["payment"].options]
    assert kinds[:4] == ["cod", "prepaid", "unpaid", "upi"]
    assert by_name["payment"].options[0].label == "COD"
    (order,) = fields_of(BY_NAME["show_order"], "hi")
    assert (order.shape, order.required, order.label) == (Shape.TEXT, True, "ऑर्डर नंबर")


@pytest.mark.parametrize(
    ("name", "path", "status"),
    [
        ("Meera Iyer", "/people", 200),
        ("Imran Khan", "/people", 404),
        ("Asha Rao", "/ndr", 404),
        ("Asha Rao", "/orders/SE-1", 200),
        ("Meera Iyer", "/orders/%2e%2e%2fpeople", 404),
        ("Meera Iyer", f"/orders/{'9' * 81}", 422),
    ],
)
def test_a_page_opens_for_those_who_may_use_its_tool(
    web: Web, name: str, path: str, status: int
) -> None:
    assert web.signed_in(name).client.get(path).status_code == status


def test_a_stranger_sees_the_door_and_nothing_behind_it(web: Web) -> None:
    page = web.browser().client.get("/orders/SE-119478")
    assert "Try the demo shop" in page.text
    assert "SE-119478" not in page.text


def test_an_orders_number_from_the_address_is_only_text(web: Web) -> None:
    page = web.signed_in().client.get('/orders/"><script>alert(1)')
    assert "<script>alert" not in page.text
    assert re.search(r'data-arguments="[^"]*u003cscript', page.text)


def test_the_order_page_asks_only_for_what_the_person_may_see(web: Web) -> None:
    asked = r'data-tool="(\w+)"'
    owner = re.findall(asked, web.signed_in().client.get("/orders/SE-1").text)
    customer = re.findall(asked, web.signed_in("Asha Rao").client.get("/orders/SE-1").text)
    assert owner[:2] == ["show_order", "track_parcel"]
    assert customer == ["track_parcel"]
