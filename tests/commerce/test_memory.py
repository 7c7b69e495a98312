"""What is remembered about a person: asked for, counted, shown, and forgotten for good."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from commerce import conversations, memory
from commerce.access import Actor, Role
from commerce.context import Context
from commerce.db.tables import AuditRow, PersonMemoryRow, ToolCallRow
from commerce.errors import NotAllowed, NotFound, Refused
from commerce.memory import Asked, Remembered, StoredCall, rules
from commerce.memory.types import Wrote
from tests.builders import Shop

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
LOOK = StoredCall(tool="run_report", arguments={"metric": "ndr_rate", "period": "this_month"})


def asked(
    shop: Shop, actor: Actor, text: str, *calls: StoredCall, effect: str = "read", turn: str = "t1",
    at: datetime = NOW, channel: str = "web",
) -> Context:  # fmt: skip
    """Let somebody say something that led to calls; return the context of the turn after it."""
    session = shop.session
    row = conversations.conversation_of(session, "talk") or conversations.open_conversation(
        session, actor, conversation="talk", channel=channel, title=text, now=at
    )
    conversations.add_inbound(
        session, row, text=text, tap=None, body={}, provider_id=f"m-{turn}", at=at
    )
    messages = conversations.unanswered(session, row)
    conversations.start_turn(
        session, row, messages, turn=turn, person_id=actor.person_id, language="hi-Latn", now=at
    )
    for number, call in enumerate(calls):
        session.add(
            ToolCallRow(
                shop_id=shop.id, turn_id=turn, call_id=f"0.{number}", name=call.tool,
                arguments=dict(call.arguments), effect=effect, status="done", result={}, at=at,
            )
        )  # fmt: skip
    conversations.finish_turn(session, shop.id, turn, status="done")
    return replace(shop.context(actor), conversation_id="talk", turn_id="t-next")


def known(ctx: Context) -> Mapping[Remembered, str]:
    return {one.kind: one.value for one in memory.memories(ctx)}


def test_a_name_keeps_the_words_and_the_exact_call_it_was_given_to(shop: Shop) -> None:
    owner = shop.actor(Role.OWNER)
    ctx = asked(shop, owner, "ndr rate this month", LOOK)
    memory.remember(ctx, Asked(name="my Morning Report"))
    (kept,) = memory.known(shop.session, shop.id, owner.person_id).shortcuts
    assert (kept.name, kept.request, tuple(kept.calls)) == (
        "Morning Report", "ndr rate this month", (LOOK,),
    )  # fmt: skip


def test_of_what_changed_something_only_the_words_are_kept(shop: Shop) -> None:
    owner = shop.actor(Role.OWNER)
    cancel = StoredCall(tool="cancel_order", arguments={"order": "1042"})
    ctx = asked(shop, owner, "cancel 1042", cancel, effect="write")
    memory.remember(ctx, Asked(name="the usual"))
    (kept,) = memory.known(shop.session, shop.id, owner.person_id).shortcuts
    assert (kept.request, tuple(kept.calls)) == ("cancel 1042", ())


def test_where_nothing_was_asked_there_is_nothing_to_name(shop: Shop) -> None:
    ctx = replace(shop.context(shop.actor(Role.OWNER)), conversation_id="talk")
    with pytest.raises(NotFound):
        memory.remember(ctx, Asked(name="morning report"))
    assert memory.memories(ctx) == []


def test_each_memory_tells_since_when_and_from_which_message(shop: Shop) -> None:
    shop.warehouse("BWD", "Bhiwandi")
    owner = shop.actor(Role.OWNER)
    ctx = asked(shop, owner, "mera default warehouse bhiwandi rakho", turn="t1")
    memory.remember(replace(ctx, turn_id="t1"), Asked(warehouse="bhiwandi"))
    (one,) = memory.memories(ctx)
    assert (one.kind, one.value, one.said, one.learnt_at) == (
        Remembered.WAREHOUSE, "BWD", "mera default warehouse bhiwandi rakho", NOW,
    )  # fmt: skip


def test_taking_back_brings_what_was_known_before(shop: Shop) -> None:
    shop.warehouse("BWD", "Bhiwandi")
    shop.warehouse("DEL", "Delhi")
    ctx = shop.context(shop.actor(Role.OWNER))
    memory.remember(ctx, Asked(warehouse="Delhi"))
    second = memory.remember(ctx, Asked(warehouse="Bhiwandi"))
    memory.undo_remember(ctx, second)
    assert memory.my_warehouse(ctx) == "DEL"
    with pytest.raises(Refused):
        memory.undo_remember(ctx, second)


def test_what_is_forgotten_is_kept_nowhere_not_even_in_the_audit_log(shop: Shop) -> None:
    ctx = asked(shop, shop.actor(Role.OWNER), "ndr rate this month", LOOK)
    memory.remember(ctx, Asked(name="secret plan"))
    change = memory.forget(ctx, None, "Secret  Plan")
    assert memory.memories(ctx) == []
    assert change.undo_for is None
    told = select(AuditRow).where(AuditRow.shop_id == shop.id).order_by(AuditRow.id)
    lines = shop.session.scalars(told).all()
    assert [line.action for line in lines] == ["remember", "forget"]
    assert all("ndr rate" not in str((line.before, line.after)) for line in lines)


def test_what_is_not_known_cannot_be_forgotten_and_the_names_are_told(shop: Shop) -> None:
    ctx = asked(shop, shop.actor(Role.OWNER), "ndr rate this month", LOOK)
    memory.remember(ctx, Asked(name="morning report"))
    with pytest.raises(NotFound, match="morning report"):
        memory.forget(ctx, None, "evening report")
    assert known(ctx) == {Remembered.SHORTCUT: "morning report"}


def test_nobody_sees_or_forgets_what_is_known_of_another(shop: Shop, other_shop: Shop) -> None:
    mine = asked(shop, shop.actor(Role.OWNER), "ndr rate this month", LOOK)
    memory.remember(mine, Asked(name="morning report"))
    for other in (shop.context(shop.actor(Role.OWNER)), other_shop.context()):
        assert memory.memories(other) == []
        with pytest.raises(NotFound):
            memory.forget(other, Remembered.EVERYTHING, None)
    assert known(mine) == {Remembered.SHORTCUT: "morning report"}


def test_of_a_customer_nothing_is_kept(shop: Shop) -> None:
    ctx = shop.context(shop.actor(Role.CUSTOMER, customer=shop.customer()))
    with pytest.raises(NotAllowed):
        memory.remember(ctx, Asked(hours="10:00-19:00"))
    kept = select(func.count(PersonMemoryRow.id)).where(PersonMemoryRow.shop_id == shop.id)
    assert shop.session.scalar(kept) == 0


def test_habits_are_counted_from_ones_own_messages_and_forgotten_anew(shop: Shop) -> None:
    owner = shop.actor(Role.OWNER)
    for number in range(rules.LEAST_MESSAGES):
        at = NOW - timedelta(days=number, minutes=5)
        ctx = asked(shop, owner, "kitne order", turn=f"h{number}", at=at, channel="whatsapp")
    assert known(ctx) == {
        Remembered.LANGUAGE: "hi-Latn", Remembered.CHANNEL: "whatsapp",
        Remembered.HOURS: "14:00-15:00",
    }  # fmt: skip
    memory.forget(ctx, Remembered.HOURS, None)
    assert known(ctx) == {Remembered.LANGUAGE: "hi-Latn", Remembered.CHANNEL: "whatsapp"}


def test_everything_is_erased_with_the_person(shop: Shop) -> None:
    owner = shop.actor(Role.OWNER)
    ctx = asked(shop, owner, "ndr rate this month", LOOK)
    memory.remember(ctx, Asked(name="morning report"))
    memory.remember(ctx, Asked(hours="10:00-19:00"))
    assert memory.erase(shop.session, shop.id, owner.person_id) == 2
    assert memory.known(shop.session, shop.id, owner.person_id).is_empty


def test_shortcuts_come_to_an_end(shop: Shop) -> None:
    ctx = asked(shop, shop.actor(Role.OWNER), "ndr rate this month", LOOK)
    for number in range(rules.MOST_SHORTCUTS):
        memory.remember(ctx, Asked(name=f"report {number}"))
    with pytest.raises(Refused):
        memory.remember(ctx, Asked(name="one too many"))
    memory.remember(ctx, Asked(name="report 3"))
    assert len(memory.memories(ctx)) == rules.MOST_SHORTCUTS


@pytest.mark.parametrize("name", ["  ", "my", "…", "x" * 61])
def test_a_name_can_be_said_again(name: str) -> None:
    with pytest.raises(Refused):
        rules.name_of(name)


def _at(*hours: int) -> Sequence[Wrote]:
    return [Wrote(NOW.replace(hour=hour), "web", "en") for hour in hours]


def test_hours_leave_out_the_rare_message_at_night() -> None:
    assert rules.usual_hours(_at(3, *range(10, 19), 10, 11, 12, 13, 14, 18, 17, 23)) == (
        "10:00-19:00"
    )


def test_few_messages_or_mixed_ones_tell_no_habit() -> None:
    assert rules.usual_hours(_at(10, 11)) is None
    assert rules.usual(["web"] * 5 + ["slack"] * 5) is None
    assert rules.usual(["web"] * 9) is None
