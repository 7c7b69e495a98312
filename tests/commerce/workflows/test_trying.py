"""What a workflow would have done, and what nobody writes down by itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from sqlalchemy import Engine, event

from commerce import workflows
from commerce.db import session_factory
from commerce.messaging import Approval, Category, Template, add_template
from commerce.money import Money
from commerce.vocabulary import OrderStatus, ShipmentStatus
from commerce.workflows import from_library
from tests.commerce.workflows.floor import Floor


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    """Yield the statements that are run meanwhile."""
    seen: list[str] = []

    def one_more(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        seen.append(statement)

    event.listen(engine, "before_cursor_execute", one_more)
    yield seen
    event.remove(engine, "before_cursor_execute", one_more)


def test_a_month_of_failed_deliveries_says_what_would_have_been_sent_and_what_it_costs(
    floor: Floor,
) -> None:
    with session_factory(floor.engine).begin() as session:
        text = Template(
            channel="whatsapp", name="ndr_cod", language="en", category=Category.UTILITY,
            body="Hello {name}", vendor_id="HX1", approval=Approval.APPROVED, cost_minor=1150,
        )  # fmt: skip
        add_template(floor.context(session), text)
    for number, total in enumerate((1500, 2500, 800)):
        order = floor.shop.order(f"D-{number}", total=total, status=OrderStatus.SHIPPED)
        parcel = floor.shop.parcel(order, awb=f"D{number}", status=ShipmentStatus.DELIVERY_FAILED)
        floor.shop.ndr_case(parcel, opened=timedelta(days=3))
    floor.shop.session.commit()
    with session_factory(floor.engine)() as session:
        told = workflows.dry_run(floor.context(session), from_library("ndr-follow-up"))
    assert (told.events, told.runs, told.messages) == (3, 3, 3)
    assert told.by_channel == {"whatsapp": 2, "sms": 1}
    assert (told.cost, told.unpriced) == (Money(23), 1)
    assert told.touched == {"parcel": 3}
    assert floor.runs() == []
    assert floor.sent() == []


def test_a_dry_run_over_many_parcels_asks_the_database_no_oftener_than_over_few(
    floor: Floor,
) -> None:
    asked = []
    for batch in (range(2), range(2, 12)):
        for number in batch:
            order = floor.shop.order(f"D-{number}", total=1500, status=OrderStatus.SHIPPED)
            parcel = floor.shop.parcel(
                order, awb=f"D{number}", status=ShipmentStatus.DELIVERY_FAILED
            )
            floor.shop.ndr_case(parcel, opened=timedelta(days=3))
        floor.shop.session.commit()
        with session_factory(floor.engine)() as session, counted(floor.engine) as statements:
            told = workflows.dry_run(floor.context(session), from_library("ndr-follow-up"))
        assert told.runs == batch.stop
        asked.append(len(statements))
    assert asked[0] == asked[1]


def test_a_daily_workflow_would_have_begun_every_day(floor: Floor) -> None:
    with session_factory(floor.engine)() as session:
        told = workflows.dry_run(floor.context(session), from_library("daily-digest"), 7)
    assert (told.events, told.actions) == (7, {"run_report": 7})


def test_those_who_ordered_last_a_quarter_ago_would_be_written_to_every_monday(
    floor: Floor,
) -> None:
    shop = floor.shop
    asha, ravi, meena = (shop.customer(name=name) for name in ("Asha", "Ravi", "Meena"))
    for number, (customer, days) in enumerate(
        [(asha, 100), (asha, 300), (ravi, 100), (meena, 100), (meena, 200), (meena, 2)]
    ):
        shop.order(
            f"L-{number}", customer=customer, status=OrderStatus.DELIVERED,
            placed_at=floor.now - timedelta(days=days),
        )  # fmt: skip
    # What was called off is no order: Asha has not been here since.
    shop.order(
        "L-9", customer=asha, status=OrderStatus.CANCELLED, placed_at=floor.now - timedelta(days=1)
    )
    shop.session.commit()
    with session_factory(floor.engine)() as session:
        told = workflows.dry_run(floor.context(session), from_library("win-back"), 28)
    assert (told.events, told.runs) == (4, 4)
    assert (told.actions, told.touched) == ({"send": 4}, {"customer": 1})


def test_stock_that_runs_low_is_told_once_a_day_where_a_workflow_listens(floor: Floor) -> None:
    warehouse = floor.shop.warehouse()
    floor.shop.stock(floor.shop.variant("LOW-1", "Blue Kurti"), warehouse, on_hand=4)
    floor.shop.stock(floor.shop.variant("FULL-1"), warehouse, on_hand=40)
    sessions = floor.shopfloor.sessions
    floor.shop.session.commit()
    assert workflows.watch_stock(sessions, floor.now) == 0
    floor.switch_on(from_library("low-stock-reorder"))
    assert workflows.watch_stock(sessions, floor.now) == 1
    assert workflows.watch_stock(sessions, floor.now + timedelta(hours=2)) == 0
    floor.work(minutes=1)
    assert [task.title for task in floor.tasks()] == ["Reorder Blue Kurti (LOW-1): 4 left"]
