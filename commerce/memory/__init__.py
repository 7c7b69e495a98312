"""What is remembered about a person: what they asked for, and a few habits counted from messages.

Nothing is kept that nobody asked for. The language, the channel and the hours that somebody usually
writes in are counted each time they are looked at; they are stored nowhere.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from commerce import inventory
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import NotFound, Refused
from commerce.memory import queries, rules
from commerce.memory.queries import COUNTED_DAYS, erase
from commerce.memory.rules import LONGEST_NAME, MOST_SHORTCUTS, key_of, named
from commerce.memory.types import (
    COUNTED,
    NOTHING,
    Asked,
    Known,
    Memorable,
    Memory,
    Remembered,
    Row,
    Shortcut,
    StoredCall,
    Wrote,
)
from commerce.records import audit

__all__ = [
    "COUNTED",
    "COUNTED_DAYS",
    "LONGEST_NAME",
    "MOST_SHORTCUTS",
    "NOTHING",
    "Asked",
    "Known",
    "Memorable",
    "Memory",
    "Remembered",
    "Shortcut",
    "StoredCall",
    "erase",
    "forget",
    "key_of",
    "known",
    "memories",
    "my_hours",
    "my_warehouse",
    "named",
    "plan_forget",
    "plan_remember",
    "remember",
    "undo_remember",
]

UNDO_FOR = timedelta(hours=24)
_LONGEST_WORDS = 500


def known(session: Session, shop: int, person: int) -> Known:
    """Return what a person asked to be remembered, as a turn uses it."""
    rows = queries.rows_of(session, shop, person)
    one = {row.kind: row.value for row in rows if row.kind is not Remembered.SHORTCUT}
    report = one.get(Remembered.REPORT)
    return Known(
        warehouse=str(one.get(Remembered.WAREHOUSE, {}).get("code", "")),
        hours=str(one.get(Remembered.HOURS, {}).get("hours", "")),
        report=rules.shortcut(report) if report else None,
        shortcuts=tuple(
            rules.shortcut(row.value) for row in rows if row.kind is Remembered.SHORTCUT
        ),
    )


def my_warehouse(ctx: Context) -> str | None:
    """Return the code of the warehouse that the actor means where they name none."""
    if ctx.actor.customer_id is not None:
        return None
    return known(ctx.session, ctx.actor.shop_id, ctx.actor.person_id).warehouse or None


def my_hours(ctx: Context) -> tuple[str, str] | None:
    """Return when the actor's day begins and ends in the shop's zone; `None` where not said."""
    if ctx.actor.customer_id is not None:
        return None
    first, _, last = known(ctx.session, ctx.actor.shop_id, ctx.actor.person_id).hours.partition("-")
    return (first, last) if last else None


def memories(ctx: Context) -> Sequence[Memory]:
    """Return all that is known about how the actor works: what they said, then what was counted.

    Of a customer that is the language and the channel, and nothing else.
    """
    rows = queries.rows_of(ctx.session, ctx.actor.shop_id, ctx.actor.person_id)
    told = [_memory(row) for row in rows]
    known_already = {one.kind for one in told}
    wrote, since = queries.wrote(ctx), queries.counted_since(ctx)
    habits = [
        _chosen(ctx, kind) or _counted(kind, [w for w in wrote if _counts(w, since.get(kind))])
        for kind in _countable(ctx) if kind not in known_already
    ]  # fmt: skip
    return [*told, *(habit for habit in habits if habit is not None)]


def plan_remember(ctx: Context, asked: Asked) -> Change:
    """Say what would be remembered in place of what.

    Raises:
        NotAllowed: A customer asks: of them nothing is kept.
        NotFound: There is no such warehouse, or nothing was asked for before.
        Ambiguous: Several warehouses fit.
        Refused: It says nothing to remember, or there are as many shortcuts as there may be.
    """
    ctx.require(Permission.ORDERS_READ)
    kind, key, value = _wanted(ctx, asked)
    before = _of(ctx, kind, key)
    mine = [row for row in _rows(ctx) if row.kind is Remembered.SHORTCUT]
    if kind is Remembered.SHORTCUT and before is None and len(mine) >= rules.MOST_SHORTCUTS:
        raise Refused("error-memory-many", most=rules.MOST_SHORTCUTS)
    return Change(
        subject_kind="memory",
        subject=str(value.get("name") or value.get("code") or value.get("hours")),
        before={"kind": kind.value, "key": key, "value": before.value if before else None,
                "said": before.said if before else ""},
        after={"kind": kind.value, "key": key, "value": value, "said": _said(ctx)},
        undo_for=UNDO_FOR,
    )  # fmt: skip


def remember(ctx: Context, asked: Asked) -> Change:
    """Remember something about the actor from now on.

    Raises:
        NotAllowed: A customer asks: of them nothing is kept.
        NotFound: There is no such warehouse, or nothing was asked for before.
        Ambiguous: Several warehouses fit.
        Refused: It says nothing to remember, or there are as many shortcuts as there may be.
    """
    change = plan_remember(ctx, asked)
    queries.put(ctx, _row(ctx, change.after))
    audit(ctx, "remember", _plainly(change))
    return change


def undo_remember(ctx: Context, change: Change) -> Change:
    """Know what was known before.

    Raises:
        Refused: It was changed since.
    """
    ctx.require(Permission.ORDERS_READ)
    kind, key = Remembered(change.after["kind"]), str(change.after["key"])
    now = _of(ctx, kind, key)
    if now is None or now.value != change.after["value"]:
        raise Refused("error-setting-moved")
    if change.before["value"] is None:
        queries.drop(ctx, kind, key)
    else:
        queries.put(ctx, _row(ctx, change.before))
    back = replace(change, before=change.after, after=change.before, undo_for=None)
    audit(ctx, "undo_remember", _plainly(back))
    return back


def plan_forget(ctx: Context, kind: Remembered | None, name: str | None) -> Change:
    """Say what would be forgotten, which cannot be taken back: nothing of it is kept.

    Args:
        kind: Of what; `None` where a shortcut is named.
        name: Of a shortcut; `None` forgets all of a kind.

    Raises:
        NotFound: Nothing like it is remembered; the message names what is.
        Refused: Neither was said.
    """
    gone = _to_forget(ctx, kind, name)
    return Change(
        subject_kind="memory",
        subject=name or (kind.value if kind else ""),
        before={"known": len(gone), "kinds": sorted({one.kind.value for one in gone})},
        after={"known": 0, "kinds": []},
        items=len(gone),
    )


def forget(ctx: Context, kind: Remembered | None, name: str | None) -> Change:
    """Forget something about the actor for good.

    Raises:
        NotFound: Nothing like it is remembered; the message names what is.
        Refused: Neither was said.
    """
    change = plan_forget(ctx, kind, name)
    for one in _to_forget(ctx, kind, name):
        if one.kind is Remembered.SHORTCUT:
            queries.drop(ctx, one.kind, rules.key_of(one.value))
        else:
            queries.drop(ctx, one.kind)
        if one.kind is Remembered.LANGUAGE:
            queries.forget_language(ctx)
        if one.kind in COUNTED:
            queries.count_anew(ctx, one.kind)
    audit(ctx, "forget", change)
    return change


def _to_forget(ctx: Context, kind: Remembered | None, name: str | None) -> Sequence[Memory]:
    mine = memories(ctx)
    if name is not None:
        key = rules.key_of(name)
        gone = [m for m in mine if m.kind is Remembered.SHORTCUT and rules.key_of(m.value) == key]
    elif kind is Remembered.EVERYTHING:
        gone = list(mine)
    elif kind is not None:
        gone = [one for one in mine if one.kind is kind]
    else:
        raise Refused("error-memory-forget-what")
    if not gone:
        shortcuts = [one.value for one in mine if one.kind is Remembered.SHORTCUT]
        raise NotFound(
            "error-memory-not-known", count=len(shortcuts), names=", ".join(shortcuts),
        )  # fmt: skip
    return gone


def _wanted(ctx: Context, asked: Asked) -> tuple[Remembered, str, dict[str, Any]]:
    """Return kind, key and value of what is asked to be remembered."""
    if asked.name:
        name = rules.name_of(asked.name)
        return Remembered.SHORTCUT, rules.key_of(name), _request(ctx, asked, name)
    if asked.warehouse:
        found = inventory.find_warehouse(ctx, asked.warehouse)
        return Remembered.WAREHOUSE, "", {"code": found.code, "called": found.name}
    if asked.hours:
        return Remembered.HOURS, "", {"hours": asked.hours}
    if asked.is_report:
        return Remembered.REPORT, "", _request(ctx, asked, "")
    raise Refused("error-memory-what")


def _request(ctx: Context, asked: Asked, name: str) -> dict[str, Any]:
    if asked.request:
        given = Shortcut(name=name, request=asked.request[:_LONGEST_WORDS])
        return rules.stored(given)
    last = queries.last_asked(ctx)
    if last is None or not (last[0] or last[1]):
        raise NotFound("error-memory-nothing-asked")
    words, calls = last
    return rules.stored(Shortcut(name=name, request=words[:_LONGEST_WORDS], calls=calls))


def _said(ctx: Context) -> str:
    return queries.words_of_turn(ctx, ctx.turn_id)[:_LONGEST_WORDS]


def _rows(ctx: Context) -> Sequence[Row]:
    return queries.rows_of(ctx.session, ctx.actor.shop_id, ctx.actor.person_id)


def _of(ctx: Context, kind: Remembered, key: str) -> Row | None:
    return next((row for row in _rows(ctx) if (row.kind, row.key) == (kind, key)), None)


def _row(ctx: Context, state: dict[str, Any]) -> Row:
    return Row(
        kind=Remembered(state["kind"]), key=state["key"], value=state["value"],
        said=state["said"], turn_id=ctx.turn_id, learnt_at=ctx.now,
    )  # fmt: skip


def _plainly(change: Change) -> Change:
    """Return a change as the audit log keeps it: of what kind it was, and nothing of its words."""

    def side(state: dict[str, Any]) -> dict[str, Any]:
        return {"kind": state["kind"], "known": state["value"] is not None}

    return replace(
        change, subject=change.after["kind"], before=side(change.before), after=side(change.after)
    )


def _memory(row: Row) -> Memory:
    value, told = "", ""
    match row.kind:
        case Remembered.WAREHOUSE:
            value, told = str(row.value.get("code", "")), str(row.value.get("called", ""))
        case Remembered.HOURS:
            value = str(row.value.get("hours", ""))
        case _:
            kept = rules.shortcut(row.value)
            value, told = kept.name, kept.request
    return Memory(
        kind=row.kind, value=value, told=told, said=row.said, learnt_at=row.learnt_at
    )  # fmt: skip


def _countable(ctx: Context) -> Sequence[Remembered]:
    customer = ctx.actor.customer_id is not None
    return [kind for kind in COUNTED if not (customer and kind is Remembered.HOURS)]


def _chosen(ctx: Context, kind: Remembered) -> Memory | None:
    """Return the language that the actor chose; nothing else that is counted can be chosen."""
    if kind is not Remembered.LANGUAGE:
        return None
    chosen, at, turn = queries.chosen_language(ctx)
    said = queries.words_of_turn(ctx, turn)[:_LONGEST_WORDS]
    return Memory(kind=kind, value=chosen, said=said, learnt_at=at) if chosen else None


def _counts(one: Wrote, since: datetime | None) -> bool:
    return since is None or one.at > since


def _counted(kind: Remembered, wrote: Sequence[Wrote]) -> Memory | None:
    match kind:
        case Remembered.LANGUAGE:
            value = rules.usual([one.language for one in wrote])
        case Remembered.CHANNEL:
            value = rules.usual([one.channel for one in wrote])
        case _:
            value = rules.usual_hours(wrote)
    return Memory(kind=kind, value=value, messages=len(wrote)) if value else None
