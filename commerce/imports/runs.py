"""Imports that were done: listed, and taken back where that is simple and honest."""

from dataclasses import replace

from commerce import records
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import NotFound, Refused
from commerce.imports import queries, rules
from commerce.imports.importing import NEEDS
from commerce.imports.types import Counts, Run


def runs(ctx: Context, *, limit: int = 50) -> tuple[Run, ...]:
    """Return the shop's imports of the kinds the actor may do themselves, the newest first."""
    mine = [kind for kind, permission in NEEDS.items() if ctx.actor.may(permission)]
    return tuple(_run(ctx, row, by) for row, by in queries.runs(ctx, mine, limit=limit))


def run_of(ctx: Context, run_id: int) -> Run:
    """Return one import.

    Raises:
        NotFound: No such import, or of a kind the actor may not do.
    """
    row, by = _found(ctx, run_id)
    return _run(ctx, row, by)


def plan_undo(ctx: Context, run_id: int) -> Change:
    """Say what taking an import back would do, without doing it.

    Raises:
        NotFound: No such import.
        Refused: It cannot be taken back, or what it added has moved on since.
    """
    row, _by = _found(ctx, run_id)
    terms = rules.undo_terms(ctx, row)
    if not terms.possible:
        raise Refused("error-imports-no-undo", why=terms.reason)
    moved = queries.moved_since(ctx, row)
    if moved:
        raise Refused("error-imports-moved-on", count=moved)
    return Change(
        subject_kind="import", subject=row.file_name, before={"added": row.added},
        after={"added": 0}, warnings=(terms.reason,),
    )  # fmt: skip


def undo(ctx: Context, run_id: int) -> Change:
    """Take an import back: everything it added goes again.

    Raises:
        NotFound: No such import.
        Refused: It cannot be taken back, or what it added has moved on since.
    """
    queries.hold_shop(ctx)
    change = plan_undo(ctx, run_id)
    row, _by = _found(ctx, run_id)
    gone = queries.take_back(ctx, row)
    row.undone_at = ctx.now
    ctx.session.flush()
    done = replace(change, before={"added": gone})
    records.audit(ctx, f"undo_import_{row.kind}_file", done)
    records.happened(ctx, "import.undone", row.file_name, holds=row.kind, gone=gone)
    return done


def _found(ctx: Context, run_id: int) -> queries.RunAndPerson:
    found = queries.run(ctx, run_id)
    if found is None:
        raise NotFound("error-imports-no-run")
    permission = next((needs for kind, needs in NEEDS.items() if kind == found[0].kind), None)
    if permission is None or not ctx.actor.may(permission):
        raise NotFound("error-imports-no-run")
    return found


def _run(ctx: Context, row: queries.RunRow, by: str | None) -> Run:
    return Run(
        id=row.id, kind=row.kind, format=row.format, file_name=row.file_name, by=by or "",
        at=row.at,
        records=Counts(
            added=row.added, changed=row.changed, unchanged=row.unchanged, refused=row.refused
        ),
        file_id=row.file_id, result_file_id=row.result_file_id, undone_at=row.undone_at,
        undo=rules.undo_terms(ctx, row),
    )  # fmt: skip
