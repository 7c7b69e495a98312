"""Many orders at once in chat: a preview that binds, a receipt that tells what was really done."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from commerce.access import Role
from commerce.errors import Refused
from commerce.vocabulary import OrderStatus
from commerce.words import LANGUAGES
from tests.builders import Shop
from tools.base import Preview
from tools.order_bulk import (
    CancelOrders,
    ConfirmOrders,
    HoldOrders,
    cancel_orders,
    confirm_orders,
    hold_orders,
)


def previewed(shop: Shop, **asked: Any) -> Preview:
    assert cancel_orders.preview is not None
    return cancel_orders.preview(shop.context(), CancelOrders.model_validate(asked))


def test_the_preview_counts_names_and_says_what_is_left_alone(shop: Shop) -> None:
    for number in range(12):
        shop.order(f"10{number:02}", total=100, placed_at=shop.now - timedelta(days=7 - number / 9))
    shop.parcel(shop.order("gone", total=100, placed_at=shop.now - timedelta(days=8)))
    preview = previewed(shop, payment="cod", older_than_days=5)
    assert preview.title == "Cancel 12 orders worth ₹1,200"
    lines = [(line.label, line.before, line.after) for line in preview.differences]
    assert lines[0] == ("1000", "Confirmed, ₹100, Asha Rao, Pune", "Cancelled")
    assert len(lines) == 12
    assert lines[10:] == [
        ("and more", "", "2 more"),
        ("Left as they are", "", "1 with the courier (gone)"),
    ]
    assert (preview.change.items, preview.change.at_stake) == (12, preview.change.at_stake)


def test_the_approval_is_bound_to_what_was_shown(shop: Shop) -> None:
    shop.order("1042")
    preview = previewed(shop, payment="cod", as_shown={"9999": "made up"})
    assert preview.arguments is not None
    assert list(preview.arguments["as_shown"]) == ["1042"]
    assert preview.arguments["payment"] == "cod"
    assert json.loads(json.dumps(preview.arguments)) == preview.arguments


def test_the_receipt_tells_what_was_really_done(shop: Shop) -> None:
    shop.order("1042", total=500)
    moving = shop.order("1043", total=700)
    pinned = previewed(shop, payment="cod").arguments
    moving.status = OrderStatus.SHIPPED.value
    shop.session.flush()
    result = cancel_orders.run(shop.context(), CancelOrders.model_validate(pinned))
    assert result.says == (
        "1 order, worth ₹500, is cancelled.\nLeft as they are: 1 changed meanwhile (1043)."
    )
    assert result.facts["changed"] == ["1042"]
    assert result.facts["left_because"] == [
        {"why": "error-bulk-moved", "count": 1, "for_example": ["1043"]}
    ]
    assert result.made is not None
    assert result.made.title == "Cancel 1 order worth ₹500"


def test_one_undo_takes_all_back(shop: Shop) -> None:
    orders = [shop.order(str(number)) for number in (1, 2)]
    ctx = shop.context()
    result = hold_orders.run(ctx, HoldOrders.model_validate({"payment": "cod", "reason": "flood"}))
    assert [order.hold_reason for order in orders] == ["flood", "flood"]
    assert result.change is not None
    assert hold_orders.undo is not None
    back = hold_orders.undo(ctx, result.change)
    assert (back.subject, back.warnings) == ("2 orders", ())
    assert [order.status for order in orders] == ["Confirmed", "Confirmed"]


def test_confirming_takes_todays_cod_orders_below_an_amount(shop: Shop) -> None:
    waiting = shop.order("1", status=OrderStatus.PENDING, total=1_999)
    dear = shop.order("2", status=OrderStatus.PENDING, total=2_001)
    asked = {"payment": "cod", "period": "today", "max_total": 2000}
    result = confirm_orders.run(shop.context(), ConfirmOrders.model_validate(asked))
    assert result.says == "1 order, worth ₹1,999, is confirmed."
    assert (waiting.status, dear.status) == ("Confirmed", "Pending")


def test_all_orders_is_asked_back(shop: Shop) -> None:
    order = shop.order()
    with pytest.raises(Refused, match="Which orders should be cancelled"):
        previewed(shop)
    assert order.status == "Confirmed"


@pytest.mark.parametrize("role", [Role.VIEWER, Role.NDR_AGENT, Role.CUSTOMER])
def test_many_are_closed_to_who_may_not_change_one(shop: Shop, role: Role) -> None:
    buyer = shop.customer()
    actor = shop.actor(role, customer=buyer if role is Role.CUSTOMER else None)
    assert not any(t.open_to(actor) for t in (cancel_orders, confirm_orders, hold_orders))


def test_a_model_is_not_offered_what_the_preview_pins() -> None:
    properties = cancel_orders.arguments.model_json_schema()["properties"]
    assert "as_shown" not in properties
    assert {"payment", "older_than_days", "orders", "place", "max_total"} <= set(properties)


@pytest.mark.parametrize("language", LANGUAGES)
def test_many_are_told_in_every_language(shop: Shop, language: str) -> None:
    ctx = replace(shop.context(), language=language)
    for tool, status in (
        (cancel_orders, OrderStatus.CONFIRMED),
        (confirm_orders, OrderStatus.PENDING),
        (hold_orders, OrderStatus.CONFIRMED),
    ):
        shop.order(status=status)
        shop.order(status=OrderStatus.SHIPPED)
        args = tool.arguments.model_validate({"payment": "cod"})
        assert tool.preview is not None
        assert tool.preview(ctx, args).title
        assert tool.run(ctx, args).says
