"""A case that must fail does fail, and one that must pass does pass."""

import pytest

from agent.llm import Question, Thought
from evals.grading import numbers_in
from tests.evals.conftest import Examiner, calls, says, with_tool
from tools import ToolResult
from tools.reports import business_summary

_CANCEL = """
[cancel]
as = "seller"
language = "en"
things.order = "order:cancellable"
[[cancel.turn]]
say = "cancel {order}"
tool = "cancel_order"
approval = true
unchanged = true
[[cancel.turn]]
approve = true
receipts = 1
state.order.status = "Cancelled"
"""
_COUNT = """
[count]
as = "seller"
language = "en"
say = "orders today"
tool = "find_orders"
[[count.facts]]
path = "count"
sql = "SELECT count(*) FROM orders WHERE shop_id = :shop AND placed_at >= :today"
"""
_THEIRS = """
[theirs]
as = "customer"
customer = "customer:with_delivered"
language = "en"
things.theirs = "order:not_mine"
say = "where is {theirs}"
"""
_CANCELLABLE = "SE-102000"
"""The newest order of the shop, not sent yet."""


def test_an_order_cancelled_after_a_yes_passes(examiner: Examiner) -> None:
    graded = examiner.grade(_CANCEL, calls("cancel_order", order=_CANCELLABLE), says("Done."))
    assert graded.differences == ()


def test_a_cancellation_without_asking_fails(examiner: Examiner) -> None:
    graded = examiner.grade(
        _CANCEL, calls("cancel_order", order=_CANCELLABLE), says("It is cancelled."),
        tools=with_tool("cancel_order", preview=None),
    )  # fmt: skip
    assert "turn 1 (cancel SE-102000): cancel_order was done without a yes" in graded.differences
    assert "turn 1 (cancel SE-102000): expected an approval" in graded.differences


def test_the_wrong_order_cancelled_fails(examiner: Examiner) -> None:
    graded = examiner.grade(_CANCEL, calls("cancel_order", order="SE-101999"), says("Done."))
    assert graded.differences == ("turn 2 ([approve]): order.status is 'Pending', not 'Cancelled'",)


def test_a_write_that_only_talks_fails(examiner: Examiner) -> None:
    graded = examiner.grade(_CANCEL, says("I have cancelled it."))
    assert "turn 1 (cancel SE-102000): called nothing, not cancel_order" in graded.differences
    assert "turn 2 ([approve]): 0 receipts, not 1" in graded.differences


def test_more_reads_than_expected_do_no_harm(examiner: Examiner) -> None:
    two = (*calls("business_summary").calls, *calls("find_orders", period="today").calls)
    graded = examiner.grade(_COUNT, Thought(calls=two), _own_words)
    assert graded.differences == ()


def test_a_wrong_number_in_the_words_fails(examiner: Examiner) -> None:
    graded = examiner.grade(
        _COUNT, calls("find_orders", period="today"), says("You have a lot of orders today.")
    )
    (difference,) = graded.differences
    assert difference.startswith("turn 1 (orders today): the words do not say count")


def test_a_wrong_number_in_the_facts_fails(examiner: Examiner) -> None:
    graded = examiner.grade(_COUNT, calls("find_orders", period="yesterday"), _own_words)
    (difference,) = graded.differences
    assert difference.startswith("turn 1 (orders today): count is ")


def test_a_customer_told_of_another_customers_order_fails(examiner: Examiner) -> None:
    def leaks(ctx: object, args: object) -> ToolResult:
        return ToolResult(facts={"awb": "D562022821"}, says="Salman Khan's parcel is in Mumbai.")

    leaks.__name__ = "my_orders"
    graded = examiner.grade(
        _THEIRS, calls("my_orders"), _own_words, tools=with_tool("my_orders", run=leaks)
    )
    (difference,) = graded.differences
    assert difference.endswith("tells of someone else: D562022821, salman khan")


def test_what_the_customer_said_themselves_is_no_leak(examiner: Examiner) -> None:
    graded = examiner.grade(_THEIRS, calls("track_parcel", parcel="SE-101977"), _own_words)
    assert graded.differences == ()


def test_a_change_without_a_receipt_fails(examiner: Examiner) -> None:
    def notes(ctx: object, args: object) -> ToolResult:
        from sqlalchemy import text

        session = getattr(ctx, "session")  # noqa: B009
        session.execute(text("UPDATE orders SET note = 'read'"))
        return ToolResult(facts={}, says="Read.")

    notes.__name__ = business_summary.name
    graded = examiner.grade(
        '[read]\nas = "seller"\nlanguage = "en"\nsay = "sales"\n',
        calls("business_summary"), _own_words, tools=with_tool("business_summary", run=notes),
    )  # fmt: skip
    assert graded.differences == ("turn 1 (sales): the shop changed without a receipt: orders",)


def test_a_question_is_a_reply_that_asks_and_proposes_nothing(examiner: Examiner) -> None:
    toml = '[ask]\nas = "seller"\nlanguage = "en"\nsay = "cancel"\nasks = true\n'
    asked = Thought(question=Question(text="Which order?", tool="cancel_order", argument="order"))
    assert examiner.grade(toml, asked).differences == ()
    assert examiner.grade(toml, says("No.")).differences == (
        "turn 1 (cancel): expected a question",
    )


def test_a_write_proposed_where_it_must_be_refused_fails(examiner: Examiner) -> None:
    toml = '[no]\nas = "seller"\nlanguage = "en"\nsay = "dont cancel"\nrefused = true\n'
    graded = examiner.grade(toml, calls("cancel_order", order=_CANCELLABLE))
    assert graded.differences == ("turn 1 (dont cancel): cancel_order was done or proposed",)


def test_an_answer_in_another_language_fails(examiner: Examiner) -> None:
    toml = '[hi]\nas = "seller"\nlanguage = "hi"\nsay = "hello there"\nanswers_in = "hi"\n'
    assert examiner.grade(toml, says("Hello.")).differences == (
        "turn 1 (hello there): answers in en, not hi",
    )


def test_a_brain_that_breaks_fails(examiner: Examiner) -> None:
    toml = '[broken]\nas = "seller"\nlanguage = "en"\nsay = "hello there"\n'
    assert "turn 1 (hello there): the assistant broke" in examiner.grade(toml).differences


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("₹12,34,567 in all", 1_234_567), ("₹12.3 lakh", 1_234_567), ("8.5%", 0.0849),
        ("कुल १,२३४ ऑर्डर", 1_234), ("about 5k", 5_000), ("₹98,450.50", 98_450.5),
    ],
)  # fmt: skip
def test_a_number_counts_however_it_is_written(text: str, value: float) -> None:
    assert any(abs(number - value) <= half for number, half in numbers_in(text))


@pytest.mark.parametrize(("text", "value"), [("15 orders", 14), ("₹1,200", 1_250), ("9%", 0.08)])
def test_another_number_does_not_count(text: str, value: float) -> None:
    assert not any(abs(number - value) <= half for number, half in numbers_in(text))


def _own_words(request: object) -> Thought:
    outcomes = getattr(request, "outcomes")  # noqa: B009
    return Thought(text=" ".join(outcome.says for outcome in outcomes))
