"""Workflows made, changed and stopped by words alone."""

from collections.abc import Callable
from typing import Any

import pytest

from agent.llm import Thought
from commerce import workflows
from commerce.access import Role
from tests.agent.planner.conftest import Talk
from tests.builders import Shop

Start = Callable[..., Talk]


def _made(thought: Thought) -> dict[str, Any]:
    (call,) = thought.calls
    assert call.name == "create_workflow"
    definition: dict[str, Any] = call.arguments["definition"]
    return definition


async def test_a_rule_said_in_a_breath_becomes_its_trigger_conditions_and_steps(
    talk: Start,
) -> None:
    said = "when an order above 10k COD comes from a new customer, hold it and tell me on WhatsApp"
    assert _made(await talk().say(said)) == {
        "version": 1, "name": "hold-order-created", "title": f"W{said[1:]}",
        "when": {"event": "order.created"},
        "if": {
            "all": [
                {"field": "order.total", "op": "above", "value": 10000},
                {"field": "customer.is_new", "op": "is", "value": True},
                {"field": "order.payment_method", "op": "is", "value": "COD"},
            ]
        },
        "steps": [
            {"do": "set_status", "to": "OnHold"},
            {
                "do": "send", "by": "whatsapp", "template": "notify", "to": "me",
                "values": {"what": "{order.number}: an order comes in"},
            },
        ],
    }  # fmt: skip


async def test_otherwise_and_no_answer_become_branches(talk: Start) -> None:
    made = _made(
        await talk().say(
            "when a parcel comes back as NDR for COD orders above 1000 send the customer a "
            "whatsapp, otherwise an sms, wait 4 hours and if there is no response assign it to an "
            "agent"
        )
    )
    choice, wait, look = made["steps"]
    assert [choice["then"][0]["by"], choice["else"][0]["by"]] == ["whatsapp", "sms"]
    assert wait == {"do": "wait", "for": "4h", "until": "message.received"}
    assert look == {
        "do": "branch", "if": {"field": "wait.happened", "op": "is", "value": False},
        "then": [{"do": "assign"}],
    }  # fmt: skip
    assert "if" not in made


@pytest.mark.parametrize(
    ("said", "condition"),
    [
        (
            "jab bhi amazon ya flipkart se order aaye to note likho \"gift wrap\"",
            {"field": "order.channel", "op": "one_of", "value": ["Amazon", "Flipkart"]},
        ),
        (
            "when an order comes in that is not cod, tag it paid",
            {"field": "order.payment_method", "op": "is_not", "value": "COD"},
        ),
        (
            "जब ग्राहक पार्सल लेने से मना करे तो टास्क बनाओ",
            {"field": "ndr.reason", "op": "is", "value": "CustomerRefused"},
        ),
        (
            "when the rto risk of an order is at least 60, hold it",
            {"field": "score.rto_risk", "op": "at_least", "value": 60},
        ),
        (
            "ndr aane par jab customer ne lene se mana kiya ho to task bana do",
            {"field": "ndr.reason", "op": "is", "value": "CustomerRefused"},
        ),
    ],
)  # fmt: skip
async def test_what_a_rule_looks_at_is_read_as_it_is_said(
    talk: Start, said: str, condition: dict[str, Any]
) -> None:
    assert _made(await talk().say(said))["if"] == condition


async def test_what_is_open_is_asked_one_thing_at_a_time(talk: Start) -> None:
    conversation = talk()
    first = await conversation.say("create a workflow")
    assert first.question is not None
    assert first.question.text == "When shall it begin?"
    second = await conversation.say("a delivery fails")
    assert second.question is not None
    assert second.question.text == "What shall be done then?"
    third = await conversation.say("message the customer")
    assert third.question is not None
    assert [option.label for option in third.question.options] == [
        "WhatsApp", "SMS", "e-mail", "Slack",
    ]  # fmt: skip
    made = _made(await conversation.say("sms"))
    assert made["when"] == {"event": "ndr.received"}
    assert made["steps"] == [{"do": "send", "by": "sms", "template": "ndr_short"}]


async def test_a_word_that_nothing_knows_is_asked_about_and_never_guessed(talk: Start) -> None:
    conversation = talk()
    asked = await conversation.say("when a big cod order comes in hold it")
    assert asked.calls == ()
    assert asked.question is not None
    assert [option.label for option in asked.question.options] == ["Leave out “big”"]
    made = _made(await conversation.say("Leave out “big”"))
    assert made["title"] == "When a cod order comes in hold it"
    assert made["if"] == {"field": "order.payment_method", "op": "is", "value": "COD"}


@pytest.mark.parametrize(
    "said",
    [
        "when will order 1042 come",
        "hold order 1042 if the customer refuses",
        "tell me when 1042 was delivered",
        "jab 1042 aayega tab batana",
        "how many orders came when the sale was on",
        "cancel all pending orders from Pune",
    ],
)
async def test_what_is_asked_or_wanted_once_makes_no_workflow(talk: Start, said: str) -> None:
    thought = await talk().say(said)
    assert "create_workflow" not in [call.name for call in thought.calls]


async def test_who_may_make_no_workflow_is_not_offered_one(talk: Start) -> None:
    said = "when an ndr comes in, message the customer by sms"
    thought = await talk(Role.NDR_AGENT).say(said)
    assert thought.calls == ()


async def test_one_that_waits_for_its_yes_is_asked_for_anew_as_it_is_changed(talk: Start) -> None:
    conversation = talk()
    await conversation.say("turn on the ndr follow up automation")
    made = _made(await conversation.say("actually make it 6 hours"))
    assert made["name"] == "ndr-follow-up"
    assert made["steps"][1] == {"do": "wait", "for": "6h", "until": "message.received"}


@pytest.mark.parametrize(
    ("said", "part", "becomes"),
    [
        ("sirf delhivery ke liye", "if",
         {"field": "parcel.courier", "op": "is", "value": "Delhivery"}),
        ("make the wait 2 hours", "steps.1.for", "2h"),
        ("sms ki jagah email", "steps.0.else.0.by", "email"),
        ("make the limit 2500", "steps.0.if.all.1.value", 2500),
        ("also tag it chased", "steps.3", {"do": "tag", "tag": "chased"}),
        ("remove the sms step", "steps.0.else", None),
    ],
)  # fmt: skip
async def test_a_workflow_of_the_shop_is_changed_by_a_few_words(
    talk: Start, said: str, part: str, becomes: Any
) -> None:
    conversation = talk()
    workflows.create(conversation.ctx, workflows.from_library("ndr-follow-up"))
    await conversation.say("explain the ndr follow up workflow")
    (call,) = (await conversation.say(said)).calls
    assert call.name == "change_workflow"
    found: Any = call.arguments["definition"]
    for name in part.split("."):
        found = found[int(name)] if isinstance(found, list) else found.get(name)
    assert found == becomes


@pytest.mark.parametrize(
    ("said", "tool"),
    [("cod orders above 2000", "find_orders"), ("late parcels of delhivery", "late_parcels")],
)
async def test_after_a_workflow_a_list_that_is_asked_for_is_still_a_list(
    talk: Start, said: str, tool: str
) -> None:
    conversation = talk()
    workflows.create(conversation.ctx, workflows.from_library("ndr-follow-up"))
    await conversation.say("explain the ndr follow up workflow")
    assert [call.name for call in (await conversation.say(said)).calls] == [tool]


async def test_of_two_workflows_the_one_that_is_named_is_paused(talk: Start) -> None:
    conversation = talk()
    for name in ("cod-confirmation", "win-back"):
        workflows.create(conversation.ctx, workflows.from_library(name))
    (call,) = (await conversation.say("pause the COD one")).calls
    assert (call.name, call.arguments) == ("pause_workflow", {"workflow": "cod-confirmation"})


async def test_where_several_may_be_meant_it_is_asked_which(talk: Start) -> None:
    conversation = talk()
    for name in ("cod-confirmation", "big-cod-new-customer"):
        workflows.create(conversation.ctx, workflows.from_library(name))
    thought = await conversation.say("pause the cod workflow")
    assert thought.calls == ()
    assert thought.question is not None


async def test_one_of_the_library_is_found_by_what_it_is_for(talk: Start, shop: Shop) -> None:
    (call,) = (await talk().say("fake attempt wale ko automatic dispute karo")).calls
    assert call.name == "create_workflow"
    assert call.arguments == {"library": "fake-attempt-dispute"}
    assert workflows.list_workflows(shop.context()) == []


def _kurtas(shop: Shop) -> None:
    for sku, title in (("KUR-BLUE", "Blue Kurta"), ("KUR-RED", "Red Kurta")):
        shop.variant(sku, title)


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("when stock of blue kurta falls below 20, tell me on slack",
         {"event": "stock.low", "below": 20, "product": "Blue Kurta"}),
        ("jab blue kurta ka stock 20 se kam ho jaye to mujhe slack pe batao",
         {"event": "stock.low", "below": 20, "product": "Blue Kurta"}),
        ("जब KUR-RED का स्टॉक 20 से कम हो जाए तो टास्क बनाओ",
         {"event": "stock.low", "below": 20, "product": "KUR-RED"}),
        ("whenever the stock of KUR-RED drops to 5 or less create a task",
         {"event": "stock.low", "below": 6, "product": "KUR-RED"}),
        ("when stock falls below 15 create a task", {"event": "stock.low", "below": 15}),
        ("when stock runs low create a task", {"event": "stock.low"}),
        ("when an alert comes in create a task", {"event": "alert.opened"}),
    ],
)  # fmt: skip
async def test_a_rule_about_stock_has_its_own_threshold_and_product(
    talk: Start, shop: Shop, said: str, when: dict[str, Any]
) -> None:
    _kurtas(shop)
    made = _made(await talk().say(said))
    assert (made["when"], made.get("if")) == (when, None)


async def test_a_name_that_several_products_have_is_asked_about(talk: Start, shop: Shop) -> None:
    _kurtas(shop)
    talking = talk()
    asked = await talking.say("when stock of kurta falls below 20 create a task")
    assert asked.question is not None
    assert asked.question.text == "Which product is meant?"
    made = _made(await talking.say("red kurta"))
    assert made["when"] == {"event": "stock.low", "below": 20, "product": "Red Kurta"}


@pytest.mark.parametrize(
    ("said", "stars"),
    [
        ("when a bad review comes in create a task", {"op": "at_most", "value": 2}),
        ("when a review comes in with less than 3 stars tell me on slack",
         {"op": "below", "value": 3}),
        ("jab 1 star review aaye to task bana do", {"op": "is", "value": 1}),
    ],
)  # fmt: skip
async def test_a_rule_about_reviews_looks_at_their_stars(
    talk: Start, said: str, stars: dict[str, Any]
) -> None:
    made = _made(await talk().say(said))
    assert made["when"] == {"event": "review.received"}
    assert made["if"] == {"field": "event.rating", **stars}


@pytest.mark.parametrize(
    ("said", "runs"),
    [
        ("delete the cod confirmation workflow", {}),
        ("cod confirmation workflow hamesha ke liye delete kar do", {}),
        ("सीओडी कन्फर्मेशन वर्कफ़्लो डिलीट करो", {}),
        ("delete the cod confirmation workflow and let them finish", {"runs": "finish"}),
    ],
)
async def test_a_workflow_is_deleted_by_name(
    talk: Start, shop: Shop, said: str, runs: dict[str, str]
) -> None:
    workflows.create(shop.context(), workflows.from_library("cod-confirmation"))
    (call,) = (await talk().say(said)).calls
    assert (call.name, call.arguments) == (
        "retire_workflow", {"workflow": "cod-confirmation", **runs},
    )  # fmt: skip
