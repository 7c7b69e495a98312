"""What people are to do or to answer, in chat: shown, done, answered."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from commerce import tasks
from commerce.access import Role
from commerce.context import Context
from commerce.errors import Ambiguous, NotAllowed, NotFound
from commerce.vocabulary import OrderStatus
from tests.builders import Shop
from tests.commerce.workflows.floor import Floor
from tools.base import Preview, Tool, ToolResult
from tools.cards import TableCard
from tools.tasks import answer_task, finish_task, list_tasks

ASK = """\
name: ask-first
title: Ask first
when: {event: order.created}
steps:
  - do: ask_approval
    ask: "Send {order.number}?"
    then: [{do: set_status, to: Confirmed}]
    else: [{do: set_status, to: Cancelled}]
"""


def _put(ctx: Context, title: str, *, to: str | None = "me", question: bool = False) -> int:
    return tasks.create(
        ctx, key=title, title=title, due_at=ctx.now + timedelta(days=1), to=to, question=question
    )


def _preview(ctx: Context, tool: Tool, **arguments: Any) -> Preview:
    assert tool.preview is not None
    return tool.preview(ctx, tool.arguments.model_validate(arguments))


def _run(ctx: Context, tool: Tool, **arguments: Any) -> ToolResult:
    return tool.run(ctx, tool.arguments.model_validate(arguments))


def test_a_list_has_what_is_mine_and_anybodys_and_the_teams_has_all(shop: Shop) -> None:
    meera = shop.context(shop.actor(Role.OWNER))
    neha = shop.context(shop.actor(Role.NDR_AGENT))
    _put(meera, "Call Asha")
    _put(neha, "Call Ravi")
    _put(meera, "Count the cups", to=None)
    mine = _run(meera, list_tasks)
    assert [one["title"] for one in mine.facts["tasks"]] == ["Call Asha", "Count the cups"]
    assert _run(meera, list_tasks, of="team").facts["count"] == 3
    (card,) = mine.cards
    assert isinstance(card, TableCard)
    assert [button.label for button in card.buttons] == [f"{row[0]} is done" for row in card.rows]


def test_a_task_is_taken_off_by_some_of_its_words_and_put_back_by_undo(shop: Shop) -> None:
    ctx = shop.context()
    _put(ctx, "Call Asha")
    _put(ctx, "Count the cups")
    shown = _preview(ctx, finish_task, task="asha")
    assert shown.title.endswith("is done: Call Asha")
    assert [(line.before, line.after) for line in shown.differences] == [("open", "done")]
    assert _run(ctx, list_tasks).facts["count"] == 2
    done = _run(ctx, finish_task, task="asha")
    assert [one["title"] for one in _run(ctx, list_tasks).facts["tasks"]] == ["Count the cups"]
    assert done.change is not None
    tasks.reopen(ctx, done.change)
    assert _run(ctx, list_tasks).facts["count"] == 2


def test_which_of_several_is_asked_and_what_is_not_there_is_said(shop: Shop) -> None:
    ctx = shop.context()
    for title in ("Call Asha", "Call Ravi"):
        _put(ctx, title)
    with pytest.raises(Ambiguous):
        _preview(ctx, finish_task, task="call")
    with pytest.raises(NotFound):
        _preview(ctx, finish_task, task="999")
    assert _run(ctx, list_tasks).facts["count"] == 2


@pytest.mark.parametrize(("said", "status"), [("yes", "Confirmed"), ("no", "Cancelled")])
def test_a_workflow_goes_the_way_that_was_answered_in_chat(
    engine: Engine, shop: Shop, said: str, status: str
) -> None:
    floor = Floor.open(engine, shop)
    shop.order("Q-1", status=OrderStatus.PENDING)
    floor.switch_on(ASK)
    floor.tell("order.created", "Q-1")
    floor.work(minutes=1)
    ctx = floor.context(shop.session)
    (asked,) = _run(ctx, list_tasks).facts["tasks"]
    assert (asked["title"], asked["question"]) == ("Send Q-1?", True)
    with pytest.raises(NotFound):
        _preview(ctx, finish_task, task=str(asked["task"]))
    _run(ctx, answer_task, task=str(asked["task"]), answer=said)
    shop.session.commit()
    floor.work(minutes=1)
    assert floor.order("Q-1").status == status


def test_who_may_allow_nothing_answers_no_question(shop: Shop) -> None:
    _put(shop.context(), "Send Q-1?", to=None, question=True)
    viewer = shop.context(shop.actor(Role.VIEWER))
    with pytest.raises(NotAllowed):
        _preview(viewer, answer_task, answer="yes")
    (card,) = _run(viewer, list_tasks).cards
    assert isinstance(card, TableCard)
    assert card.buttons == ()
