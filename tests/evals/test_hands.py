import pytest

from agent.llm import Usage
from evals.cases import read_cases
from evals.grading import Grade
from evals.hands import texts_in, typed
from evals.table import passed_hat, spent


def test_the_first_writer_writes_as_the_case_does() -> None:
    assert typed("Cancel 1042, please.", 0) == "Cancel 1042, please."


def test_the_same_writer_always_writes_the_same() -> None:
    assert typed("how many orders came yesterday", 3) == typed("how many orders came yesterday", 3)


@pytest.mark.parametrize("take", [1, 2, 3, 4, 5])
def test_numbers_and_names_are_never_mistyped(take: int) -> None:
    written = typed("send order SE-10042 of Priya Sharma to pincode 411001", take)
    assert [word for word in ("SE-10042", "Priya", "Sharma", "411001") if word in written] == [
        "SE-10042",
        "Priya",
        "Sharma",
        "411001",
    ]


@pytest.mark.parametrize("take", [1, 2, 3, 4, 5])
def test_what_is_looked_for_afterwards_stays_as_it_is(take: int) -> None:
    written = typed("note on 1042: deliver after sunset", take, kept=["deliver after sunset"])
    assert "deliver after sunset" in written


def test_other_hands_slip_in_one_word() -> None:
    said = "how many orders came yesterday"
    odd = [word for word in typed(said, 1).split() if word not in said.split()]
    assert len(odd) == 1


def test_every_text_of_what_a_case_wants_is_found() -> None:
    assert texts_in({"a": ["x", {"b": "y"}], "c": 1}) == ("x", "y")


def test_a_case_counts_for_pass_k_only_where_its_first_k_writings_passed() -> None:
    case = read_cases()[0]
    good, bad = Grade(case=case, differences=()), Grade(case=case, differences=("wrong",))
    runs = [[good, good, good], [good, bad, good]]
    assert [passed_hat(runs, k) for k in (1, 2, 3)] == [1.0, 0.5, 0.5]


def test_what_a_run_took_is_added_up_over_every_reply_and_turn() -> None:
    case = read_cases()[0]
    usage = Usage(tokens_in=900, tokens_out=100, cost_micros=250_000)
    runs = [
        [Grade(case=case, differences=(), milliseconds=(10, 20), usage=usage)],
        [Grade(case=case, differences=(), milliseconds=(30, 400), usage=usage)],
    ]
    assert spent(runs) == {
        "conversations": 2, "reply_ms_p50": 30, "reply_ms_p95": 400, "tokens_in": 1_800,
        "tokens_out": 200, "cost": 0.5,
    }  # fmt: skip
