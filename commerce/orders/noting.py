"""Notes the team keeps with an order."""

import re
from dataclasses import replace

from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Refused
from commerce.orders import changing, standing
from commerce.orders.standing import Standing
from commerce.records import audit, happened

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that show nothing, or turn the direction of what follows (CVE-2021-42574)."""


def plan_note(ctx: Context, order: str, note: str) -> Change:
    """Say how an order's notes would read with one more, without writing it.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: The note is empty, or there is no room for it.
    """
    ctx.require(Permission.ORDERS_WRITE)
    return _change(standing.find(ctx, order, lock=False), note)


def add_note(ctx: Context, order: str, note: str) -> Change:
    """Write one more line under an order's notes. It is kept as it was said, and only read.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: The note is empty, or there is no room for it.
    """
    ctx.require(Permission.ORDERS_WRITE)
    found = standing.find(ctx, order, lock=True)
    change = _change(found, note)
    found.row.note = change.after["note"]
    happened(ctx, "order.noted", change.subject)
    audit(ctx, "add_note", change)
    return standing.read_back(ctx, change)


def undo_note(ctx: Context, change: Change) -> Change:
    """Take a note away again.

    Raises:
        NotFound: No such order of this shop.
        Refused: The notes were changed since.
    """
    ctx.require(Permission.ORDERS_WRITE)
    found = standing.unmoved(ctx, change)
    back = replace(change, before=change.after, after=change.before, undo_for=None)
    found.row.note = back.after["note"]
    happened(ctx, "order.note_undone", change.subject)
    audit(ctx, "undo_add_note", back)
    return standing.read_back(ctx, back)


def _change(found: Standing, note: str) -> Change:
    row = found.row
    line = " ".join(_UNSEEN.sub("", note).split())
    if not line:
        raise Refused("error-order-note-empty", number=row.number)
    notes = f"{row.note}\n{line}" if row.note else line
    if len(notes) > changing.LONGEST_NOTE:
        most = max(0, changing.LONGEST_NOTE - len(row.note) - 1)
        raise Refused("error-order-note-long", number=row.number, most=most)
    return Change(
        subject_kind="order",
        subject=row.number,
        before={"note": row.note},
        after={"note": notes},
        undo_for=changing.UNDO_NOTE_FOR,
    )
