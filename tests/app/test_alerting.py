"""Alerts of a real shop: seen by the worker, brought once, with steps that can be pressed."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, insert, inspect, select

from agent.scope import House
from app.alerting import look_out
from channels.contents import PromptBody
from commerce import alerts
from commerce.access import Actor, Role
from commerce.alerts import AlertKind, AlertPlace, AlertStatus, Signal, Wishes
from commerce.db import session_factory
from commerce.db.tables import DeliveryRow, OrderRow, PersonRow
from commerce.vocabulary import OrderStatus
from tests.builders import Shop
from tools import TOOLS
from tools.alerts import next_step


@dataclass
class Desk:
    """A shop that sold a dozen orders a day for six weeks and none since yesterday."""

    shop: Shop
    engine: Engine
    owner: Actor

    def look(self, after: timedelta = timedelta()) -> int:
        """Let the worker look once, some time later."""
        self.shop.session.commit()
        house = House(
            sessions=session_factory(self.engine),
            catalogue={tool.name: tool for tool in TOOLS},
            clock=lambda: self.shop.now + after,
        )
        return look_out(house)

    def wish(self, *kinds: AlertKind) -> None:
        person = select(PersonRow).where(
            PersonRow.shop_id == self.shop.id, PersonRow.id == self.owner.person_id
        )
        self.shop.session.scalars(person).one().email = "owner@shop.in"
        alerts.set_wishes(
            self.shop.context(self.owner),
            Wishes(
                person_id=self.owner.person_id, kinds=kinds or tuple(AlertKind),
                place=AlertPlace.EMAIL, quiet="", most_a_day=5,
            ),
        )  # fmt: skip

    def deliveries(self) -> list[DeliveryRow]:
        self.shop.session.expire_all()
        query = select(DeliveryRow).where(DeliveryRow.shop_id == self.shop.id)
        return list(self.shop.session.scalars(query))


@pytest.fixture
def desk(shop: Shop, engine: Engine) -> Desk:
    order = shop.order(status=OrderStatus.DELIVERED, placed_at=shop.now - timedelta(days=2))
    like = {c.key: getattr(order, c.key) for c in inspect(OrderRow).columns if c.key != "id"}
    shop.session.execute(
        insert(OrderRow),
        [
            {**like, "number": f"B{day}-{at}", "placed_at": shop.now - timedelta(days=day)}
            for day in range(2, 44)
            for at in range(12)
        ],
    )
    return Desk(shop=shop, engine=engine, owner=shop.actor(Role.OWNER))


def test_a_drop_is_brought_once_with_why_as_the_next_step(desk: Desk) -> None:
    desk.wish(AlertKind.SALES_DROP)
    assert desk.look() == 1
    assert desk.look(timedelta(minutes=15)) == 0
    (put,) = desk.deliveries()
    assert (put.channel, put.address) == ("email", "owner@shop.in")
    body = PromptBody.model_validate(put.body)
    assert [button.tap.tool for button in body.buttons if button.tap] == [
        "explain_change", "list_alerts",
    ]  # fmt: skip
    assert body.cards


def test_nobody_is_told_of_what_they_did_not_wish(desk: Desk) -> None:
    desk.wish(AlertKind.STOCK_OUT)
    assert desk.look() == 0
    assert desk.deliveries() == []


def test_what_somebody_looks_after_is_brought_to_nobody(desk: Desk) -> None:
    desk.look()
    desk.shop.session.expire_all()
    ctx = desk.shop.context(desk.owner)
    for one in alerts.listed(ctx):
        alerts.acknowledge(ctx, str(one.id))
    desk.wish()
    assert desk.look(timedelta(hours=1)) == 0
    desk.shop.session.expire_all()
    standing = alerts.listed(desk.shop.context(desk.owner))
    assert {one.status for one in standing} <= {AlertStatus.ACKNOWLEDGED}


def test_who_has_left_is_told_nothing(desk: Desk) -> None:
    desk.wish()
    person = select(PersonRow).where(
        PersonRow.shop_id == desk.shop.id, PersonRow.id == desk.owner.person_id
    )
    desk.shop.session.scalars(person).one().is_active = False
    assert desk.look() == 0
    assert desk.deliveries() == []


_DETAILS: dict[AlertKind, dict[str, Any]] = {
    AlertKind.SALES_DROP: {"dimension": "channel", "value": "Amazon", "day": "2026-11-21"},
    AlertKind.SALES_SPIKE: {"dimension": "shop", "value": "", "day": "2026-11-21"},
    AlertKind.STOCK_OUT: {"dimension": "product", "value": "7", "name": "Kurti", "count": 1},
    AlertKind.SLA: {"dimension": "sla", "value": "dispatch", "count": 4},
    AlertKind.PERFORMANCE: {"dimension": "lane", "value": "Delhivery|Bihar", "count": 9},
}


@pytest.mark.parametrize("kind", list(AlertKind))
def test_every_next_step_is_a_call_its_tool_takes(kind: AlertKind, shop: Shop) -> None:
    signal = Signal(
        kind=kind, cause=f"{kind}:x", seen=3, expected=12, low=6, high=18, chance=0.001,
        details=_DETAILS[kind],
    )  # fmt: skip
    ctx = shop.context()
    alerts.keep(ctx, [signal])
    (one,) = alerts.listed(ctx)
    tap = next_step(ctx, one).tap
    assert tap is not None
    tool = next(tool for tool in TOOLS if tool.name == tap.tool)
    assert tool.arguments.model_validate(tap.arguments).model_dump(exclude_unset=True).keys() == (
        tap.arguments.keys()
    )
