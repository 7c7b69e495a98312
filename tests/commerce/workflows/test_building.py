"""What a builder offers, and one past event put to a workflow step by step."""

from datetime import timedelta

import pytest

from commerce import workflows
from commerce.access import Role
from commerce.errors import NotAllowed, NotFound
from commerce.vocabulary import OrderStatus, PaymentMethod
from commerce.words import LANGUAGES
from commerce.workflows import Catalogue, from_library, parse
from tests.builders import Shop

HOLD = {
    "version": 1, "name": "hold-big", "title": "Hold big ones", "when": {"event": "order.created"},
    "if": {"field": "order.total", "op": "above", "value": 1000},
    "steps": [
        {"do": "set_status", "to": "OnHold", "reason": "Big: {order.total}"},
        {"do": "wait", "for": "4h", "until": "message.received"},
        {"do": "branch", "if": {"field": "wait.happened", "op": "is", "value": True},
         "then": [{"do": "stop"}], "else": [{"do": "tag", "tag": "big"}]},
    ],
}  # fmt: skip


def _labels(found: Catalogue) -> list[str]:
    parts = [part for action in found.actions for part in action.parts]
    parts += [part for trigger in found.triggers for part in trigger.parts]
    choices = [one for part in parts for one in part.choices]
    choices += [one for ops in found.ops.values() for one in ops]
    return [
        *(one.label for one in found.actions), *(one.label for one in found.triggers),
        *(one.label for one in (*found.events, *found.lists)), *(one.label for one in parts),
        *(one.label for one in found.fields), *(one.label for one in found.limits),
        *(one.label for one in choices),
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_built_with_has_its_word(language: str) -> None:
    labels = _labels(workflows.catalogue(language))
    assert len(labels) > 150
    assert [label for label in labels if not label or label.startswith("workflow-")] == []


def test_a_form_asks_for_what_the_language_takes() -> None:
    found = {one.do: one for one in workflows.catalogue().actions}
    send = {part.name: part for part in found["send"].parts}
    assert [one.value for one in send["by"].choices] == ["whatsapp", "sms", "email", "slack"]
    assert (send["by"].required, send["to"].required, send["to"].value) == (True, False, "customer")
    assert [part.kind for part in found["wait"].parts] == ["duration", "clock", "event"]
    assert (found["branch"].lanes, found["each"].lanes) == (("then", "else"), ("steps",))
    limit = found["convert_to_prepaid"].parts[0]
    assert (limit.kind, limit.least, limit.most) == ("number", 0, 50)


def test_a_past_order_goes_step_by_step_through_what_would_have_been_done(shop: Shop) -> None:
    order = shop.order("B-1", total=5000, status=OrderStatus.PENDING)
    ctx, definition = shop.context(), parse(HOLD)
    (past,) = workflows.past(ctx, definition)
    assert (past.kind, past.subject) == ("order", "B-1")
    told = workflows.rehearse(ctx, definition, past.at, past.subject)
    assert [(one.key, one.outcome) for one in told] == [
        ("when", "begins"), ("if", "yes"), ("0", "would"), ("1", "waits"), ("2", "no"),
        ("2.else.0", "would"),
    ]  # fmt: skip
    assert told[1].seen == (("order.total", 5000.0),)
    assert told[2].texts == (("reason", "Big: 5000"),)
    assert not shop.session.dirty
    assert order.status == OrderStatus.PENDING


def test_an_order_that_does_not_matter_begins_nothing(shop: Shop) -> None:
    shop.order("S-1", total=500)
    ctx, definition = shop.context(), parse(HOLD)
    (past,) = workflows.past(ctx, definition)
    told = workflows.rehearse(ctx, definition, past.at, past.subject)
    assert [(one.key, one.outcome) for one in told] == [("when", "begins"), ("if", "not")]


def test_what_never_happened_cannot_be_rehearsed(shop: Shop) -> None:
    with pytest.raises(NotFound):
        workflows.rehearse(shop.context(), parse(HOLD), shop.now - timedelta(days=1), "B-9")


def test_a_message_is_rehearsed_with_the_words_the_customer_would_read(shop: Shop) -> None:
    shop.order("B-2", total=5000, status=OrderStatus.PENDING, payment=PaymentMethod.COD)
    ctx, definition = shop.context(), from_library("cod-confirmation")
    (past,) = workflows.past(ctx, definition)
    told = workflows.rehearse(ctx, definition, past.at, past.subject)
    (said,) = next(one.texts for one in told if one.do == "send")
    assert "you ordered B-2" in said[1]
    assert "₹5,000" in said[1]


def test_who_may_not_read_reports_sees_no_past(shop: Shop) -> None:
    with pytest.raises(NotAllowed):
        workflows.past(shop.context(shop.actor(Role.CUSTOMER)), parse(HOLD))
