"""Any tool, asked as anybody of any shop, touches and tells only what is theirs.

Two shops hold the same order numbers, AWBs, SKUs, e-mails and phone numbers, and every word of a
row tells whose it is. The database itself notes what is written; everything is rolled back.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from commerce import files
from commerce.access import PERMISSIONS, Actor, Role
from commerce.context import Context
from commerce.errors import CommerceError, NotAllowed
from tests.conftest import NOW
from tests.safety import witness
from tests.safety.asking import aimed, arguments_of
from tests.safety.witness import Written
from tests.safety.world import House, Someone, World
from tools import TOOLS, Effect, Tool

_EXAMPLES = {"sqlite": 5, "postgresql": 1}
"""Questions a tool is asked, each by everybody of one shop who may use it."""

_TAKEN_OUT = {"files", "audit_log", "audit_seals"}
"""What a read may write: a list as a file, and that somebody took it out."""

_AIMED = {"sqlite": 9, "postgresql": 2}
"""Of those that would work but for whose the thing is."""


@dataclass(slots=True)
class Told:
    """What came of one question."""

    text: str = ""
    """Everything said, shown and remembered."""
    written: list[Written] = field(default_factory=list)


def test_whoever_may_not_use_a_tool_is_told_so_before_anything_is_looked_at() -> None:
    nowhere: Any = None
    for role, tool in product(Role, TOOLS):
        someone = Actor(
            shop_id=1, person_id=1, name="Asha", role=role, permissions=PERMISSIONS[role]
        )
        ctx = Context(session=nowhere, actor=someone, now=NOW)
        for act in filter(None, (tool.run, tool.preview)):
            if not tool.open_to(someone):
                with pytest.raises(NotAllowed):
                    act(ctx, None)


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_nobody_reaches_beyond_their_shop_and_their_own(two_shops: World, tool: Tool) -> None:
    dialect = two_shops.session.get_bind().dialect.name

    @settings(
        derandomize=True, max_examples=_EXAMPLES[dialect], database=None, deadline=None,
        phases=(Phase.generate,), suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(
        sent=arguments_of(tool, two_shops.sent),
        language=st.sampled_from(("en", "hi", "hi-Latn")),
        house=st.sampled_from(two_shops.houses),
    )
    def they_ask(sent: dict[str, Any], language: str, house: House) -> None:
        _ask(two_shops, house, tool, sent, language)

    they_ask()
    for place, sent in enumerate(aimed(tool, two_shops.sent)[: _AIMED[dialect]]):
        _ask(two_shops, two_shops.houses[place % 2], tool, sent, "en")


def _ask(world: World, house: House, tool: Tool, sent: dict[str, Any], language: str) -> None:
    try:
        arguments = tool.arguments.model_validate(sent)
    except ValidationError:
        return
    for someone in world.of(house):
        if tool.open_to(someone.actor):
            for told in _asked(world.context(someone, language), tool, arguments):
                _check_words(someone, sent, told)
                _check_rows(world, someone, told)


def _asked(ctx: Context, tool: Tool, arguments: Any) -> Iterator[Told]:
    if tool.preview is not None:
        with _trying(ctx) as previewed:
            shown = tool.preview(ctx, arguments)
            previewed.text = shown.model_dump_json()
        assert previewed.written == [], "A preview wrote something."
        yield previewed
    with _trying(ctx) as told:
        result = tool.run(ctx, arguments)
        told.text = result.model_dump_json() + _contents(ctx)
        if tool.undo is not None and result.change is not None:
            undone = tool.undo(ctx, result.change)
            told.text += str(undone)
    if tool.effect is Effect.READ:
        beyond = {one.table.name for one in told.written} - _TAKEN_OUT
        assert beyond == set(), "A read wrote something."
    yield told


def _contents(ctx: Context) -> str:
    """Return what stands in the files that were just made for whoever asked."""
    made = {one.row["id"] for one in witness.written(ctx.session) if one.table.name == "files"}
    found = [files.find(ctx, str(id)) for id in made]
    paths = [files.shelf_of(ctx).path_of(ctx.actor.shop_id, one.id) for one in found]
    return "".join(path.read_bytes().decode("utf-8", "replace") for path in paths if path.exists())


@contextmanager
def _trying(ctx: Context) -> Iterator[Told]:
    told, savepoint = Told(), ctx.session.begin_nested()
    try:
        yield told
    except CommerceError as error:
        told.text = error.in_language(ctx.language)
        told.text += str(getattr(error, "choices", "")) + repr(error.values)
    finally:
        told.written = witness.written(ctx.session)
        savepoint.rollback()


def _check_words(someone: Someone, sent: dict[str, Any], told: Told) -> None:
    """Whoever names a word themselves may hear it back."""
    asked = str(sent).casefold()
    heard = told.text.casefold()
    leaked = [word for word in someone.foreign if word.casefold() in heard.replace(asked, "")]
    assert [word for word in leaked if word.casefold() not in asked] == [], (
        f"{someone.name} heard of another: {told.text}"
    )


def _check_rows(world: World, someone: Someone, told: Told) -> None:
    actor = someone.actor
    fresh = {(one.table.name, one.row.get("id")) for one in told.written if one.verb == "INSERT"}
    for one in told.written:
        assert one.shop == actor.shop_id, f"{someone.name} wrote to {one}"
        for name, id in one.points_at():
            if (name, id) in fresh or name == "shops":
                continue
            assert world.shops[name, id] == actor.shop_id, f"{someone.name} pointed at {name} {id}"
            if actor.role is Role.CUSTOMER:
                owner = world.owners.get((name, id), actor.customer_id)
                assert owner == actor.customer_id, f"{someone.name} reached {name} {id}: {one}"
