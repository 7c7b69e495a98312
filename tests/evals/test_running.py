"""Whole conversations, with the planner and with scripted users."""

import asyncio
import json

import pytest
from typer.testing import CliRunner

from agent.messages import Reply
from agent.planner import Planner
from app.cli import whole
from evals import table
from evals.cases import Case, ScriptedUser, read_cases
from evals.grading import Grade
from evals.running import Stage
from evals.shops import ShopTemplate
from evals.suite import chosen, play_all
from evals.users import Player
from tests.evals.conftest import Examiner, calls, says

_MIXED = (
    "orders-today-count-listed", "cancel-order-hinglish", "track-hindi", "ndr-queue",
    "reattempt-asks-day", "stock-of-sku", "sales-month", "my-orders-hindi",
    "foreign-order-by-number", "viewer-cancels", "undo-cancel", "approve-by-viewer",
)  # fmt: skip


def test_mixed_conversations_pass_with_the_planner(template: ShopTemplate) -> None:
    cases = [case for case in read_cases() if case.name in _MIXED]
    planner = Planner(cache=None)
    runs = asyncio.run(play_all(Stage(template, lambda _: planner), cases, 1))
    failed = {grade.case.name: grade.differences for (grade,) in runs if not grade.passed}
    assert len(runs) == len(_MIXED)
    assert failed == {}


def test_no_conversation_changes_the_shop_of_the_next(
    examiner: Examiner, template: ShopTemplate
) -> None:
    before = template.file.read_bytes()
    examiner.grade(
        '[one]\nas = "seller"\nlanguage = "en"\n'
        '[[one.turn]]\nsay = "cancel it"\n[[one.turn]]\napprove = true\n',
        calls("cancel_order", order="SE-102000"), says("Done."),
    )  # fmt: skip
    assert template.file.read_bytes() == before


def test_what_cannot_be_played_fails_and_the_rest_is_played(
    examiner: Examiner, template: ShopTemplate
) -> None:
    case = examiner.case('[one]\nas = "seller"\nlanguage = "en"\nsay = "{order:lost}"\n')
    ((grade,),) = asyncio.run(play_all(Stage(template, lambda _: Planner(cache=None)), [case], 1))
    assert grade.differences == ("the case cannot be played: There is no rule order:lost.",)


def test_a_scripted_user_corrects_a_wrong_fact_after_the_answer() -> None:
    user = ScriptedUser(
        manner="wrong_facts", wants="cancel_order", opens="cancel", knows={"order": "1042"},
        wrong={"order": "9999"},
    )  # fmt: skip
    player = Player(user)
    reply = _reply("Which order?")
    said = [player.next(r, "order") for r in (None, reply, reply, reply)]
    assert [turn.say if turn else None for turn in said] == [
        "cancel", "9999", "sorry galat bola, 1042", None,
    ]  # fmt: skip


def test_a_case_passes_only_when_every_repetition_does() -> None:
    (case,) = chosen(read_cases(), areas=["orders"], names=["orders-none-found"], languages=[])
    runs = [[_graded(case), _graded(case, "called nothing")]]
    assert table.passed(runs) == 0
    assert table.as_json(runs, "scripted")["failed"][0]["passed_times"] == 1


def test_the_command_prints_figures_and_exits_below_the_threshold(
    monkeypatch: pytest.MonkeyPatch, template: ShopTemplate
) -> None:
    monkeypatch.setattr("evals.suite.make_template", lambda *_, **__: template)
    asked = ["evals", "--case", "orders-none-found", "--case", "rambling-redelivery", "--json"]
    done = CliRunner().invoke(whole(), [*asked, "--at-least", "0"])
    figures = json.loads(done.stdout)
    assert done.exit_code == 0
    assert (figures["cases"], figures["brain"]) == (2, "planner")
    assert figures["by_area"]["orders"] == {"passed": 1, "cases": 1}


def test_the_command_says_which_areas_there_are() -> None:
    done = CliRunner().invoke(whole(), ["evals", "--area", "weather"])
    assert done.exit_code == 2
    assert "the areas are alerts, approvals, assignment, bulk" in done.output


def _graded(case: Case, *differences: str) -> Grade:
    return Grade(case=case, differences=differences)


def _reply(text: str) -> Reply:
    return Reply(text=text, language="en", brain="scripted", conversation="c", turn="t")
