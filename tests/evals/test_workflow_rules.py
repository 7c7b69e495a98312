"""How rules said in words are graded: by what events come to."""

from commerce.workflows import from_library
from evals.understanding.workflow_rules import Event, RuleCase, effects, passes, read_rules

_FACTS = {"order.payment_method": "COD", "order.total": 1500}
_FOLLOWS = ("whatsapp customer", "wait 4h", "assign best")


def _case(*events: Event) -> RuleCase:
    return RuleCase(say="-", language="en", half="dev", events=events)


def test_what_a_definition_does_with_an_event_is_told_in_order() -> None:
    follow_up = from_library("ndr-follow-up")
    event = Event(name="ndr.received", facts=_FACTS, effects=_FOLLOWS)
    assert effects(follow_up, event) == _FOLLOWS
    answered = Event(name="ndr.received", facts={"wait.happened": True}, effects=())
    assert effects(follow_up, answered) == ("sms customer", "wait 4h")


def test_a_definition_that_acts_on_too_much_does_not_pass() -> None:
    follow_up = from_library("ndr-follow-up")
    right = Event(name="ndr.received", facts=_FACTS, effects=_FOLLOWS)
    spared = Event(name="ndr.received", facts={"order.total": 10}, effects=())
    assert passes(_case(right), follow_up)
    assert not passes(_case(right, spared), follow_up)


def test_a_question_passes_only_where_something_is_open() -> None:
    assert passes(_case(), None)
    assert not passes(_case(), from_library("win-back"))


def test_each_half_has_thirty_sentences() -> None:
    assert [sum(case.half == half for case in read_rules()) for half in ("dev", "held")] == [30, 30]
