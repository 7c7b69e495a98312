"""Many things at once in chat: one preview, one approval bound to exactly what it showed.

A bulk tool asks with a filter. Its preview turns the filter into the things that fit at that
moment and pins them into the arguments (`as_shown`); those are approved and run, never the filter.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from commerce.approvals import bulk
from commerce.approvals.bulk import Batch
from commerce.changes import Change
from commerce.context import Context
from tools import facts
from tools.arguments import Kind
from tools.base import Arguments, Mention, Preview, ToolResult
from tools.cards import Difference

SHOWN = 10
"""How many things a preview names; the others are counted."""

Row = Callable[[Context, Change], Difference]
"""Writes what becomes of one thing, on one line."""


class BulkArguments(Arguments):
    """Base of the arguments of tools that change many things."""

    as_shown: SkipJsonSchema[Mapping[str, str] | None] = Field(default=None, repr=False)
    """Each thing that was shown → how it stood then. Pinned by the preview; what anybody else
    writes here is overwritten before it is approved."""


def preview(
    ctx: Context,
    *,
    title: str,
    kind: str,
    batch: Batch,
    row: Row,
    arguments: BulkArguments,
    as_shown: Mapping[str, str],
    warnings: tuple[str, ...] = (),
) -> Preview:
    """Return what many changes would do, bound to exactly these things.

    Args:
        ctx: Who asks.
        title: What is asked, with the count and the worth.
        kind: The things in the plural, as `bulk.as_change` takes it.
        batch: What was planned, with at least one change.
        row: Writes one thing.
        arguments: What was asked with.
        as_shown: How each thing of the batch stands now.
        warnings: What to read before saying yes, before the warnings of single things.
    """
    change = bulk.as_change(ctx, kind, batch)
    asked = arguments.model_dump(mode="json", exclude_none=True)
    pinned = {one.subject: as_shown[one.subject] for one in batch.changes}
    return Preview(
        title=title,
        differences=differences(ctx, batch, row),
        change=replace(change, warnings=(*warnings, *change.warnings)),
        arguments=asked | {"as_shown": pinned},
    )


def result(
    ctx: Context, *, title: str, says: str, kind: str, batch: Batch, row: Row, of: Kind
) -> ToolResult:
    """Return what many changes did, and what was left alone.

    Args:
        ctx: Who acts.
        title: What was done, with the count and the worth: what the receipt is called.
        says: The same as a sentence.
        kind: The things in the plural, as `bulk.as_change` takes it.
        batch: What was done, with at least one change.
        row: Writes one thing.
        of: What a tool's argument takes one of these things as.
    """
    change = bulk.as_change(ctx, kind, batch)
    left = ctx.say("bulk-left-says", why=bulk.told_left(ctx, batch.left)) if batch.left else ""
    return ToolResult(
        facts=facts_of(ctx, batch),
        says="\n".join(part for part in (says, left, *change.warnings) if part),
        mentions=tuple(
            Mention(kind=of, id=one.subject, label=one.subject) for one in batch.changes[:SHOWN]
        ),
        change=change,
        made=Preview(title=title, differences=differences(ctx, batch, row), change=change),
    )


def differences(ctx: Context, batch: Batch, row: Row) -> tuple[Difference, ...]:
    """Return the first few things, how many more there are, and what is left alone and why."""
    lines = [row(ctx, change) for change in batch.changes[:SHOWN]]
    more = len(batch.changes) - SHOWN
    if more > 0:
        after = ctx.say("bulk-more-rows", count=more)
        lines.append(Difference(label=ctx.say("bulk-more"), before="", after=after))
    if batch.left:
        label, after = ctx.say("bulk-left-label"), bulk.told_left(ctx, batch.left)
        lines.append(Difference(label=label, before="", after=after))
    return tuple(lines)


def facts_of(ctx: Context, batch: Batch) -> dict[str, Any]:
    """Return a batch as plain JSON."""
    return {
        "count": len(batch.changes),
        "total_rupees": facts.rupees(bulk.total(ctx, batch.changes)),
        "changed": [change.subject for change in batch.changes],
        "left_alone": batch.left_count,
        "left_because": [
            {"why": group.why, "count": group.count, "for_example": list(group.subjects)}
            for group in batch.left
        ],
    }
