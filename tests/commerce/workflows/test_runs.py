"""What workflows do with what happens, by a plain loop over the engine."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from commerce import tasks, workflows
from commerce.access import PERMISSIONS, Actor, Role
from commerce.db import session_factory
from commerce.db.tables import PersonRow
from commerce.errors import NotAllowed, Refused
from commerce.vocabulary import OrderStatus, PaymentMethod, ShipmentStatus
from commerce.workflows import RunStatus, from_library, read
from tests.builders import Shop
from tests.commerce.workflows.floor import Floor


def failed_delivery(floor: Floor, *, total: int = 1500, awb: str = "AWB1") -> str:
    """Let a COD parcel fail, and the shop hear of it."""
    order = floor.shop.order(
        f"N-{awb}", total=total, status=OrderStatus.SHIPPED, payment=PaymentMethod.COD
    )
    parcel = floor.shop.parcel(order, awb=awb, status=ShipmentStatus.DELIVERY_FAILED, attempts=1)
    floor.shop.ndr_case(parcel)
    floor.tell("ndr.opened", awb, reason="CustomerNotAvailable")
    return awb


def least_loaded() -> workflows.Definition:
    """Return the platform's example, giving cases to whoever has least to do."""
    text = workflows.write(from_library("ndr-follow-up"))
    return read(text.replace("do: assign", "do: assign\n    to: least_loaded"))


def test_nobody_answers_and_the_parcel_goes_to_an_agent(floor: Floor) -> None:
    agent = floor.shop.person(Role.NDR_AGENT, name="Ravi Kumar")
    floor.switch_on(least_loaded())
    failed_delivery(floor)
    floor.work(minutes=1)
    assert floor.sent() == [("whatsapp", "ndr_cod")]
    [run] = floor.runs()
    assert (run.status, run.waits_for) == (RunStatus.WAITING, "message.received")
    floor.work(hours=3)
    assert floor.events("ndr.assigned") == []
    floor.work(hours=2)
    [run] = floor.runs()
    assert run.status is RunStatus.DONE
    assert [event.payload["assignee_id"] for event in floor.events("ndr.assigned")] == [agent.id]
    assert [(step.key, step.status) for step in run.steps] == [
        ("0", "done"), ("0.then.0", "done"), ("1", "done"), ("2", "done"), ("2.then.0", "done"),
    ]  # fmt: skip


def test_who_answers_is_left_to_nobody(floor: Floor) -> None:
    floor.switch_on(least_loaded())
    failed_delivery(floor)
    floor.work(minutes=1)
    customer = floor.order("N-AWB1").customer_id
    floor.work(hours=1)
    floor.tell("message.received", str(customer), text="kal bhej do", channel="whatsapp")
    floor.work(minutes=1)
    [run] = floor.runs()
    assert run.status is RunStatus.DONE
    assert run.steps[2].result["happened"] is True
    assert floor.events("ndr.assigned") == []


def test_woken_early_it_goes_on_to_its_end_by_the_ticket_it_waited_with(floor: Floor) -> None:
    floor.switch_on(
        "name: two\ntitle: Two\nwhen: {event: order.created}\nsteps:\n"
        "  - {do: wait, for: 4h, until: order.held}\n"
        "  - {do: tag, tag: one}\n  - {do: tag, tag: two}"
    )
    floor.shop.order("W-1")
    floor.tell("order.created", "W-1")
    floor.work(minutes=1)
    [waited_with] = floor.later
    floor.tell("order.held", "W-1")
    workflows.hear(floor.shopfloor.sessions, floor.now)
    outcome = workflows.carry_on(floor.shopfloor, waited_with)
    assert outcome.going is workflows.Going.END
    assert floor.order("W-1").tags == ["one", "two"]
    assert [run.status for run in floor.runs()] == [RunStatus.DONE]


def test_somebody_elses_answer_wakes_nobody(floor: Floor) -> None:
    floor.switch_on(least_loaded())
    failed_delivery(floor)
    stranger = floor.shop.customer("Somebody Else")
    floor.shop.session.commit()
    floor.work(minutes=1)
    floor.tell("message.received", str(stranger.id), text="hello")
    floor.work(minutes=1)
    assert [run.status for run in floor.runs()] == [RunStatus.WAITING]


def test_a_small_order_gets_an_sms(floor: Floor) -> None:
    floor.switch_on(least_loaded())
    failed_delivery(floor, total=1000)
    floor.work(minutes=1)
    assert floor.sent() == [("sms", "ndr_short")]


def test_a_run_keeps_the_version_it_began_with(floor: Floor) -> None:
    floor.shop.person(Role.NDR_AGENT)
    floor.switch_on(least_loaded())
    failed_delivery(floor)
    floor.work(minutes=1)
    shorter = read(
        "name: ndr-follow-up\ntitle: Short\nwhen: {event: ndr.received}\nsteps: [{do: stop}]"
    )
    with session_factory(floor.engine).begin() as session:
        workflows.change(floor.context(session), shorter)
    floor.work(hours=5)
    [run] = floor.runs()
    assert (run.version, run.status, len(run.steps)) == (1, RunStatus.DONE, 5)


def test_what_happened_before_it_was_on_begins_nothing(floor: Floor) -> None:
    failed_delivery(floor)
    floor.now += timedelta(minutes=1)
    floor.switch_on(least_loaded())
    floor.work(minutes=1)
    assert floor.runs() == []


def test_the_same_parcel_begins_it_once_a_day(floor: Floor) -> None:
    floor.switch_on(least_loaded())
    awb = failed_delivery(floor)
    floor.tell("ndr.failed_again", awb)
    floor.work(minutes=1)
    assert len(floor.runs()) == 1


LOOP = """\
name: {name}
title: Again and again
when: {{event: order.updated}}
once_every: 1m
steps:
  - {{do: tag, tag: {name}}}
"""


def test_workflows_that_begin_each_other_come_to_an_end(floor: Floor) -> None:
    floor.switch_on(LOOP.format(name="ping"))
    floor.switch_on(LOOP.format(name="pong"))
    floor.shop.order("L-1")
    floor.tell("order.noted", "L-1")
    for _ in range(6):
        floor.work(minutes=5)
    assert sorted(floor.order("L-1").tags) == ["ping", "pong"]
    assert len(floor.runs()) <= 4


PAID = """\
name: to-prepaid
title: To prepaid
when: {event: order.created}
steps:
  - do: ask_approval
    ask: "Hold {order.number}?"
    to: Meera Shah
    within: 2h
    then: [{do: set_status, to: OnHold, reason: Asked}]
    else: [{do: tag, tag: let-go}]
"""


@pytest.mark.parametrize("yes", [True, False])
def test_an_answer_sends_the_run_one_way_or_the_other(floor: Floor, *, yes: bool) -> None:
    floor.switch_on(PAID)
    floor.shop.order("A-1")
    floor.tell("order.created", "A-1")
    floor.work(minutes=1)
    [task] = floor.tasks()
    assert (task.title, task.question) == ("Hold A-1?", True)
    with session_factory(floor.engine).begin() as session:
        tasks.answer(floor.context(session), task.id, yes=yes)
    floor.work(minutes=1)
    order = floor.order("A-1")
    assert (order.status == OrderStatus.ON_HOLD, order.tags == ["let-go"]) == (yes, not yes)


def test_no_answer_in_time_is_a_no_and_the_question_goes_away(floor: Floor) -> None:
    floor.switch_on(PAID)
    floor.shop.order("A-1")
    floor.tell("order.created", "A-1")
    floor.work(minutes=1)
    floor.work(hours=3)
    assert floor.order("A-1").tags == ["let-go"]
    assert [task.status for task in floor.tasks()] == ["withdrawn"]


def test_more_than_a_manager_may_decide_waits_for_somebody_who_may(floor: Floor) -> None:
    row = floor.shop.person(Role.MANAGER, name="Vikram")
    manager = Actor(
        shop_id=floor.shop.id, person_id=row.id, name=row.name, role=Role.MANAGER,
        permissions=PERMISSIONS[Role.MANAGER],
    )  # fmt: skip
    floor.switch_on(
        "name: drop-big\ntitle: Drop\nwhen: {event: order.created}\n"
        "steps: [{do: set_status, to: Cancelled}]",
        manager,
    )
    floor.shop.order("B-1", total=900_000)
    floor.tell("order.created", "B-1")
    floor.work(minutes=1)
    assert floor.order("B-1").status == OrderStatus.CONFIRMED
    [task] = floor.tasks()
    with session_factory(floor.engine).begin() as session:
        tasks.answer(floor.context(session), task.id, yes=True)
    floor.work(minutes=1)
    assert floor.order("B-1").status == OrderStatus.CANCELLED


def test_who_may_not_hold_orders_switches_on_nothing_that_does(floor: Floor) -> None:
    viewer = floor.shop.actor(Role.OPERATOR)
    floor.shop.session.commit()
    with pytest.raises(NotAllowed):
        floor.switch_on(PAID, viewer)


def test_a_person_who_left_acts_no_more_until_somebody_tries_again(floor: Floor) -> None:
    floor.switch_on(PAID)
    floor.shop.order("A-1")
    floor.tell("order.created", "A-1")
    with session_factory(floor.engine).begin() as session:
        session.execute(
            update(PersonRow)
            .where(PersonRow.shop_id == floor.shop.id, PersonRow.id == floor.owner.person_id)
            .values(is_active=False)
        )
    floor.work(minutes=1)
    [run] = floor.runs()
    assert run.status is RunStatus.FAILED
    assert floor.tasks() == []


def test_a_failed_step_is_tried_again_where_it_failed(floor: Floor) -> None:
    floor.connected = frozenset()
    floor.switch_on(
        "name: tell-me\ntitle: Tell\nwhen: {event: order.created}\nsteps:\n"
        "  - {do: tag, tag: seen}\n  - {do: send, by: slack, template: order_held, to: '#ops'}"
    )
    floor.shop.order("A-1")
    floor.tell("order.created", "A-1")
    floor.work(minutes=1)
    [run] = floor.runs()
    assert (run.status, [step.status for step in run.steps]) == (
        RunStatus.FAILED,
        ["done", "failed"],
    )
    floor.connected = frozenset({"slack"})
    with session_factory(floor.engine).begin() as session:
        workflows.retry(floor.context(session), run.id)
    floor.later += workflows.overdue(floor.shopfloor.sessions, floor.now, timedelta())
    floor.work(seconds=1)
    [run] = floor.runs()
    assert (run.status, [step.status for step in run.steps]) == (RunStatus.DONE, ["done", "done"])
    assert floor.sent() == [("slack", "order_held")]


def test_paused_it_stands_still_and_resumed_it_goes_on(floor: Floor) -> None:
    floor.shop.person(Role.NDR_AGENT)
    floor.switch_on(least_loaded())
    failed_delivery(floor)
    floor.work(minutes=1)
    with session_factory(floor.engine).begin() as session:
        workflows.pause(floor.context(session), "ndr-follow-up")
    floor.work(hours=5)
    assert [run.status for run in floor.runs()] == [RunStatus.PAUSED]
    with session_factory(floor.engine).begin() as session:
        workflows.resume(floor.context(session), "ndr-follow-up")
    floor.later += workflows.overdue(floor.shopfloor.sessions, floor.now, timedelta())
    floor.work(minutes=1)
    assert [run.status for run in floor.runs()] == [RunStatus.DONE]
    assert len(floor.events("ndr.assigned")) == 1


def test_put_away_it_cancels_what_is_under_way(floor: Floor) -> None:
    floor.switch_on(least_loaded())
    failed_delivery(floor)
    floor.work(minutes=1)
    with session_factory(floor.engine).begin() as session:
        workflows.retire(floor.context(session), "ndr-follow-up")
    floor.work(hours=5)
    assert [run.status for run in floor.runs()] == [RunStatus.CANCELLED]
    assert floor.events("ndr.assigned") == []


def test_each_late_parcel_is_written_about_once(floor: Floor) -> None:
    floor.switch_on(from_library("late-parcel-apology"))
    for awb in ("P1", "P2"):
        order = floor.shop.order(f"N-{awb}", status=OrderStatus.SHIPPED)
        floor.shop.parcel(order, awb=awb, promised=timedelta(days=-2))
    floor.shop.session.commit()
    floor.work(hours=20)
    assert floor.sent() == [("whatsapp", "late_sorry"), ("whatsapp", "late_sorry")]
    assert [run.status for run in floor.runs()] == [RunStatus.DONE]


def test_more_than_its_hourly_share_waits_for_the_next_hour(floor: Floor) -> None:
    floor.switch_on(
        "name: few\ntitle: Few\nwhen: {event: order.created}\nmost_per_hour: 2\n"
        "steps: [{do: tag, tag: x}]"
    )
    for number in ("1", "2", "3"):
        floor.shop.order(f"R-{number}")
    floor.shop.session.commit()
    for number in ("1", "2", "3"):
        floor.tell("order.created", f"R-{number}")
    floor.work(minutes=1)
    assert [floor.order(f"R-{n}").tags for n in "123"] == [["x"], ["x"], []]
    floor.work(hours=1)
    assert floor.order("R-3").tags == ["x"]


def test_another_shops_events_begin_nothing_here(floor: Floor, other_shop: Shop) -> None:
    floor.switch_on(PAID)
    theirs = Floor.open(floor.engine, other_shop)
    other_shop.order("A-1")
    other_shop.session.commit()
    theirs.tell("order.created", "A-1")
    floor.work(minutes=1)
    assert floor.runs() == []


def test_a_workflow_of_the_same_name_is_refused(floor: Floor) -> None:
    floor.switch_on(PAID)
    with pytest.raises(Refused):
        floor.switch_on(PAID)
