"""Files kept with an order: a photograph of a damaged parcel, a signed slip."""

from dataclasses import replace
from datetime import timedelta

from commerce import files
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Refused
from commerce.orders import standing
from commerce.records import audit, happened

UNDO_FILE_FOR = timedelta(hours=24)
MOST_FILES = 30
"""Of one order."""


def plan_file(ctx: Context, order: str, file_id: str) -> Change:
    """Say what keeping a file with an order would change, without doing it.

    Raises:
        NotFound: No such order or no such file.
        Ambiguous: Several orders fit.
        Refused: It is there already, or there are too many.
    """
    return _plan(ctx, order, file_id, lock=False)[1]


def add_file(ctx: Context, order: str, file_id: str) -> Change:
    """Keep a file with an order; everybody who sees orders may open it from then on.

    Raises:
        NotFound: No such order or no such file.
        Ambiguous: Several orders fit.
        Refused: It is there already, or there are too many.
    """
    order_id, change = _plan(ctx, order, file_id, lock=True)
    files.link(ctx, order_id, file_id)
    happened(ctx, "order.file_added", change.subject, file=change.after["name"])
    audit(ctx, "attach_to_order", change)
    return change


def undo_file(ctx: Context, change: Change) -> Change:
    """Take a file away from its order again.

    Raises:
        NotFound: No such order of this shop.
        Refused: Somebody took it away since.
    """
    ctx.require(Permission.ORDERS_WRITE)
    found = standing.of_number(ctx, change.subject, lock=True)
    if not files.unlink(ctx, found.row.id, str(change.after["file"])):
        raise Refused("error-order-file-gone", number=change.subject)
    back = replace(change, before=change.after, after=change.before, undo_for=None)
    happened(ctx, "order.file_removed", change.subject, file=change.after["name"])
    audit(ctx, "undo_attach_to_order", back)
    return back


def _plan(ctx: Context, order: str, file_id: str, *, lock: bool) -> tuple[int, Change]:
    ctx.require(Permission.ORDERS_WRITE)
    row = standing.find(ctx, order, lock=lock).row
    file = files.find(ctx, file_id)
    there = files.of_order(ctx, row.id)
    if any(one.file.id == file.id for one in there):
        raise Refused("error-order-file-there", number=row.number, name=file.name)
    if len(there) >= MOST_FILES:
        raise Refused("error-order-files-many", number=row.number, most=MOST_FILES)
    return row.id, Change(
        subject_kind="order", subject=row.number, before={"file": "", "name": ""},
        after={"file": file.id, "name": file.name}, undo_for=UNDO_FILE_FOR,
    )  # fmt: skip
