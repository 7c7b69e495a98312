"""What workflows begin with: events of the trade, written down where they happen."""

from datetime import timedelta

import pytest

from commerce import alerts, ndr, workflows
from commerce.access import Role
from commerce.alerts import AlertKind, Signal
from commerce.db import session_factory
from commerce.ports import Ports
from commerce.vocabulary import OrderStatus, ShipmentStatus
from commerce.workflows import BadDefinition, from_library
from integrations.demo_courier import DemoCourier
from tests.commerce.workflows.floor import Floor

LOW = """\
name: {name}
title: Stock
when: {{event: stock.low{more}}}
steps:
  - do: create_task
    title: "{name}: {{product.sku}} has {{product.pieces}} of {{product.threshold}}"
"""
DROP = Signal(
    kind=AlertKind.SALES_DROP, cause="channel:amazon", seen=4, expected=20, low=12, high=29,
    chance=0.001, value_minor=16_000_00,
    details={"dimension": "channel", "value": "Amazon", "day": "2026-11-22"},
)  # fmt: skip


def test_an_alert_that_opens_is_put_on_somebodys_list_once(floor: Floor) -> None:
    floor.switch_on(from_library("alert-task"))
    for _ in range(2):
        with session_factory(floor.engine).begin() as session:
            alerts.keep(floor.context(session), [DROP])
        floor.work(minutes=1)
    assert [task.title for task in floor.tasks()] == [
        "Look into the alert sales_drop: channel:amazon"
    ]


def test_what_is_at_stake_in_an_alert_can_be_compared(floor: Floor) -> None:
    for name, value in (("big", 15_000), ("bigger", 17_000)):
        floor.switch_on(
            f"name: {name}-alert\ntitle: A\nwhen: {{event: alert.opened}}\n"
            f"if: {{field: event.value, op: above, value: {value}}}\n"
            f"steps:\n  - {{do: create_task, title: {name}}}\n"
        )
    with session_factory(floor.engine).begin() as session:
        alerts.keep(floor.context(session), [DROP])
    floor.work(minutes=1)
    assert [task.title for task in floor.tasks()] == ["big"]


def test_a_buyer_who_refuses_what_has_left_asks_for_a_return(floor: Floor) -> None:
    shop = floor.shop
    buyer = shop.customer("Asha Rao")
    for number, status in (("R-1", OrderStatus.SHIPPED), ("R-2", OrderStatus.CONFIRMED)):
        order = shop.order(number, customer=buyer, status=status, total=1500)
        if status is OrderStatus.SHIPPED:
            parcel = shop.parcel(order, awb="AWB9", status=ShipmentStatus.DELIVERY_FAILED)
            shop.ndr_case(parcel)
    floor.switch_on(from_library("return-request"))
    shop = shop.with_ports(Ports(couriers={"*": DemoCourier()}))
    asker = shop.context(shop.actor(Role.CUSTOMER, customer=buyer))
    for number in ("R-1", "R-2"):
        ndr.refuse_delivery(asker, number, "Too small")
    shop.session.commit()
    floor.work(minutes=1)
    assert [task.title for task in floor.tasks()] == [
        "Ask Asha Rao about the return of R-1: Too small"
    ]
    assert [run.subject for run in floor.runs()] == ["R-1"]


def test_each_workflow_has_its_own_threshold_and_product(floor: Floor) -> None:
    warehouse = floor.shop.warehouse()
    for sku, title, on_hand in (("K-1", "Blue Kurti", 15), ("S-1", "Saree", 15), ("C-1", "Cup", 7)):
        floor.shop.stock(floor.shop.variant(sku, title), warehouse, on_hand=on_hand)
    for name, more in (
        ("usual", ""), ("twenty", ", below: 20"), ("kurti", ", below: 20, product: blue kurti"),
        ("sixteen", ", below: 16, product: S-1"), ("one", ", below: 1"),
    ):  # fmt: skip
        floor.switch_on(LOW.format(name=name, more=more))
    floor.shop.session.commit()
    told = workflows.watch_stock(floor.shopfloor.sessions, floor.now)
    assert told == len({"C-1 < 10", "C-1 < 20", "K-1 < 20", "S-1 < 20", "S-1 < 16"})
    later = floor.now + timedelta(hours=3)
    assert workflows.watch_stock(floor.shopfloor.sessions, later) == 0
    floor.work(minutes=1)
    assert sorted(task.title for task in floor.tasks()) == [
        "kurti: K-1 has 15 of 20",
        "sixteen: S-1 has 15 of 16",
        "twenty: C-1 has 7 of 20",
        "twenty: K-1 has 15 of 20",
        "twenty: S-1 has 15 of 20",
        "usual: C-1 has 7 of 10",
    ]


def test_a_dry_run_looks_at_the_workflows_own_threshold(floor: Floor) -> None:
    warehouse = floor.shop.warehouse()
    for sku, on_hand in (("K-1", 15), ("K-2", 30)):
        floor.shop.stock(floor.shop.variant(sku), warehouse, on_hand=on_hand)
    floor.shop.session.commit()
    found = {}
    for below in (10, 20, 40):
        definition = workflows.read(LOW.format(name="low", more=f", below: {below}"))
        with session_factory(floor.engine)() as session:
            found[below] = workflows.dry_run(floor.context(session), definition).runs
    assert found == {10: 0, 20: 1, 40: 2}


@pytest.mark.parametrize("more", [", below: 5", ", product: K-1"])
def test_only_stock_has_a_threshold(more: str) -> None:
    with pytest.raises(BadDefinition, match=r"Line 3, when: Only the event “stock.low” takes"):
        workflows.read(LOW.format(name="low", more=more).replace("stock.low", "order.created"))
