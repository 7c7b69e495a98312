"""Workflows in chat: what they say and show, and what a yes makes of them."""

from typing import Any

import pytest
from pydantic import ValidationError
from sqlalchemy import Engine

from commerce import workflows
from commerce.access import Role
from commerce.errors import NotAllowed, NotFound, Refused
from commerce.vocabulary import OrderStatus, PaymentMethod
from commerce.workflows import RunStatus, WorkflowStatus, from_library, library
from tests.builders import Shop
from tests.commerce.workflows.floor import Floor
from tools.asking import Asks
from tools.base import Preview, Tool, ToolResult
from tools.cards import TableCard, TextCard
from tools.workflow_arguments import SHIPPED_TEXTS, LibraryName
from tools.workflow_changes import (
    change_workflow,
    create_workflow,
    pause_workflow,
    resume_workflow,
    retire_workflow,
    retry_run,
)
from tools.workflows import dry_run_workflow, list_workflows, show_workflow, workflow_runs

HOLD: dict[str, Any] = {
    "name": "hold-big-cod", "title": "Hold big COD", "when": {"event": "order.created"},
    "if": {"field": "order.total", "op": "above", "value": 5000},
    "steps": [{"do": "set_status", "to": "OnHold"}],
}  # fmt: skip


def _preview(shop: Shop, tool: Tool, **arguments: Any) -> Preview:
    assert tool.preview is not None
    return tool.preview(shop.context(), tool.arguments.model_validate(arguments))


def _run(shop: Shop, tool: Tool, **arguments: Any) -> ToolResult:
    return tool.run(shop.context(), tool.arguments.model_validate(arguments))


def test_every_workflow_of_the_library_can_be_asked_for() -> None:
    assert {name.value for name in LibraryName} == {one.name for one in library()}


def test_every_text_that_the_library_sends_is_among_those_a_model_is_told_of() -> None:
    sent = {step.template for one in library() for _, step, _ in one.walk() if step.do == "send"}
    assert sent <= set(SHIPPED_TEXTS)


def test_before_a_workflow_is_on_it_is_explained_and_tried_on_the_past(shop: Shop) -> None:
    for number, total in (("1", 9000), ("2", 6000), ("3", 900)):
        shop.order(number, total=total, status=OrderStatus.PENDING, payment=PaymentMethod.COD)
    shown = _preview(shop, create_workflow, definition=HOLD)
    _, text, tried = shown.cards
    assert isinstance(text, TextCard)
    assert text.body.splitlines() == [
        "When this happens: an order comes in",
        "Only if the order's total is over ₹5,000",
        "Set the order to: On hold",
    ]
    assert isinstance(tried, TableCard)
    assert tried.rows == (("order statuses changed", "2"),)
    assert shown.facts["dry_run"]["runs"] == 2
    assert workflows.list_workflows(shop.context()) == []


def test_a_workflow_made_in_chat_is_on_in_the_name_of_who_asked(shop: Shop) -> None:
    result = _run(shop, create_workflow, definition=HOLD)
    assert result.says == "“Hold big COD” is on. It is called hold-big-cod."
    one = workflows.show(shop.context(), "hold-big-cod")
    assert (one.status, workflows.plain(one.definition)) == (
        WorkflowStatus.ON, {"version": 1, **HOLD},
    )  # fmt: skip


def test_a_wrong_definition_is_refused_with_every_place_named(shop: Shop) -> None:
    with pytest.raises(ValidationError, match=r"There is no field “order[.]colour”"):
        _run(
            shop, create_workflow,
            definition={**HOLD, "if": {"field": "order.colour", "op": "is", "value": "red"}},
        )  # fmt: skip
    assert workflows.list_workflows(shop.context()) == []


def test_an_agent_who_only_works_parcels_makes_no_workflow(shop: Shop) -> None:
    ctx = shop.context(shop.actor(Role.NDR_AGENT))
    with pytest.raises(NotAllowed):
        create_workflow.run(ctx, create_workflow.arguments.model_validate({"definition": HOLD}))
    assert workflows.list_workflows(shop.context()) == []


def test_a_change_shows_the_sentences_that_are_new_and_those_that_are_gone(shop: Shop) -> None:
    _run(shop, create_workflow, definition=HOLD)
    higher = {**HOLD, "if": {"field": "order.total", "op": "above", "value": 8000}}
    shown = _preview(shop, change_workflow, definition=higher)
    assert [(line.before, line.after) for line in shown.differences] == [
        ("Only if the order's total is over ₹5,000", "Only if the order's total is over ₹8,000")
    ]
    _run(shop, change_workflow, definition=higher)
    assert workflows.show(shop.context(), "hold-big-cod").version == 2


def test_a_workflow_is_paused_by_some_words_of_its_title_and_goes_on_again(shop: Shop) -> None:
    _run(shop, create_workflow, definition=HOLD)
    _run(shop, create_workflow, library="win-back")
    assert _run(shop, pause_workflow, workflow="big cod").facts["status"] == "paused"
    assert workflows.show(shop.context(), "win-back").status is WorkflowStatus.ON
    assert _run(shop, resume_workflow, workflow="hold-big-cod").facts["status"] == "on"


def _waiting(floor: Floor) -> None:
    floor.switch_on(
        workflows.parse({**HOLD, "steps": [{"do": "wait", "for": "4h"}, *HOLD["steps"]]})
    )
    order = floor.shop.order("R-1", total=9000, status=OrderStatus.PENDING)
    floor.tell("order.created", order.number)
    floor.work(minutes=1)


def test_a_workflow_nobody_uses_is_deleted_by_a_yes_and_comes_back_by_undo(shop: Shop) -> None:
    _run(shop, create_workflow, definition=HOLD)
    shown = _preview(shop, retire_workflow, workflow="big cod")
    assert shown.title == "Delete “Hold big COD”"
    assert [(line.before, line.after) for line in shown.differences] == [("on", "put away")]
    done = _run(shop, retire_workflow, **(shown.arguments or {}))
    assert done.says == (
        "“Hold big COD” is deleted: it begins nothing more. What it did stays in the history."
    )
    assert _run(shop, list_workflows).facts["count"] == 0
    with pytest.raises(NotFound):
        _run(shop, show_workflow, workflow="hold-big-cod")
    assert done.change is not None
    workflows.undo_move(shop.context(), done.change)
    assert workflows.show(shop.context(), "hold-big-cod").status is WorkflowStatus.ON


def test_what_is_under_way_is_asked_about_before_a_workflow_is_deleted(
    engine: Engine, shop: Shop
) -> None:
    floor = Floor.open(engine, shop)
    _waiting(floor)
    with pytest.raises(Asks) as asked:
        _preview(shop, retire_workflow, workflow="hold-big-cod")
    assert str(asked.value).startswith("“Hold big COD” has 1 runs under way.")
    answers = [button.tap.arguments for button in asked.value.buttons if button.tap]
    assert answers == [{"workflow": "hold-big-cod", "runs": runs} for runs in ("finish", "stop")]
    assert [run.status for run in floor.runs()] == [RunStatus.WAITING]


@pytest.mark.parametrize(
    ("runs", "status", "becomes"),
    [("finish", RunStatus.DONE, "OnHold"), ("stop", RunStatus.CANCELLED, "Pending")],
)
def test_the_runs_of_a_deleted_workflow_finish_or_stop_as_was_said_and_stay_in_the_history(
    engine: Engine, shop: Shop, runs: str, status: RunStatus, becomes: str
) -> None:
    floor = Floor.open(engine, shop)
    _waiting(floor)
    _run(shop, retire_workflow, workflow="hold-big-cod", runs=runs)
    shop.session.commit()
    floor.tell("order.created", floor.shop.order("R-2", total=9000).number)
    floor.work(hours=5)
    (run,) = floor.runs()
    assert (run.subject, run.status) == ("R-1", status)
    assert floor.order("R-1").status == becomes


def test_one_of_the_library_is_explained_and_tried_before_the_shop_has_it(shop: Shop) -> None:
    shown = _run(shop, show_workflow, library="win-back")
    assert shown.facts["definition"] == workflows.plain(from_library("win-back"))
    tried = _run(shop, dry_run_workflow, library="daily-digest", days=7)
    assert tried.facts["actions"] == {"run_report": 7}
    assert _run(shop, list_workflows).facts["count"] == 0


def test_a_run_is_shown_step_by_step_in_the_sentences_it_began_with(
    engine: Engine, shop: Shop
) -> None:
    floor = Floor.open(engine, shop)
    order = shop.order("R-1", total=9000, status=OrderStatus.PENDING)
    floor.switch_on(workflows.parse(HOLD))
    floor.tell("order.created", order.number)
    floor.work(minutes=1)
    (run,) = floor.runs()
    (card,) = _run(shop, workflow_runs, run=run.id).cards
    assert isinstance(card, TableCard)
    assert [row[1:3] for row in card.rows] == [("Set the order to: On hold", "done")]


def test_without_a_failed_run_nothing_is_tried_again(shop: Shop) -> None:
    with pytest.raises(Refused, match="Say which run"):
        _preview(shop, retry_run)
    assert _run(shop, workflow_runs).says == "No runs."
