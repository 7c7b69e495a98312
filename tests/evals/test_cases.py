"""Cases are data, and data that nobody would grade is refused."""

from pathlib import Path

import pytest

from evals.cases import CasesUnreadable, read_cases
from evals.shops import NOW, ShopTemplate
from evals.things import Things
from tools import TOOLS

_CASE = '[one]\nas = "seller"\nlanguage = "en"\n'


def _refusal(folder: Path, toml: str) -> str:
    (folder / "orders.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(CasesUnreadable) as refused:
        read_cases(folder)
    return str(refused.value)


def test_an_unknown_key_of_a_case_is_named_with_its_file(tmp_path: Path) -> None:
    refusal = _refusal(tmp_path, f'{_CASE}say = "hi"\ntols = "find_orders"\n')
    assert refusal == "orders.toml, one: tols: no such key"


def test_an_unknown_key_of_a_turn_is_named_with_its_turn(tmp_path: Path) -> None:
    refusal = _refusal(tmp_path, f'{_CASE}[[one.turn]]\nsay = "hi"\naproval = true\n')
    assert refusal == "orders.toml, one: turn.0.aproval: no such key"


def test_a_turn_in_which_nothing_is_said_is_refused(tmp_path: Path) -> None:
    refusal = _refusal(tmp_path, f"{_CASE}[[one.turn]]\nunchanged = true\n")
    assert "give exactly one of say, burst, approve" in refusal


def test_a_case_with_turns_has_nothing_to_say_beside_them(tmp_path: Path) -> None:
    refusal = _refusal(tmp_path, f'{_CASE}say = "hi"\n[[one.turn]]\nsay = "hi"\n')
    assert refusal == "orders.toml, one: it has turns, so say belong into one."


def test_a_customer_must_be_found_by_a_rule(tmp_path: Path) -> None:
    refusal = _refusal(tmp_path, '[one]\nas = "customer"\nlanguage = "en"\nsay = "hi"\n')
    assert "which `customer`" in refusal


def test_a_fact_needs_something_to_be_compared_with(tmp_path: Path) -> None:
    refusal = _refusal(tmp_path, f'{_CASE}say = "hi"\nfacts = [{{ path = "count" }}]\n')
    assert "give either `sql` or `is`" in refusal


def test_two_cases_of_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "parcels.toml").write_text(f'{_CASE}say = "hi"\n', encoding="utf-8")
    assert "twice: one" in _refusal(tmp_path, f'{_CASE}say = "hi"\n')


def test_a_thing_that_no_rule_finds_is_refused(template: ShopTemplate) -> None:
    with template.connect() as connection:
        things = Things(connection, template.shop, template.other_shop, NOW)
        with pytest.raises(CasesUnreadable, match="no rule order:lost"):
            things.name("order", "order:lost")


def test_there_are_cases_enough_of_every_tool_role_and_language() -> None:
    cases = read_cases()
    expected = [turn for case in cases for turn in (*case.turns, case.end)]
    named = {name for turn in expected for name in (turn.tool, *turn.tool, *turn.each_tool)}
    wanted = {case.user.wants for case in cases if case.user}
    assert len(cases) >= 100
    assert {tool.name for tool in TOOLS} <= named | wanted
    assert {case.who for case in cases} == {
        "seller", "ndr_agent", "manager", "operator", "viewer", "customer",
    }  # fmt: skip
    assert {case.language for case in cases} == {"en", "hi-Latn", "hi"}
    assert sum(case.area == "safety" for case in cases) >= 20


def test_the_shop_has_what_every_case_speaks_of(template: ShopTemplate) -> None:
    for case in read_cases():
        with template.connect() as connection:
            things = Things(connection, template.shop, template.other_shop, NOW)
            things.me = things.name("me", case.customer) if case.customer else None
            for name, expression in case.things.items():
                things.name(name, expression)
            things.fill([turn.model_dump() for turn in case.turns])
