"""What is on its way to people on messengers, for whoever runs the server."""

import json
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from app.importing import at_the_shop
from commerce import deliveries
from commerce.context import Context
from commerce.db.tables import DeliveryRow

_SHOWN = 60
"""Letters of what is said, in a list."""


def show(*, limit: int, as_json: bool) -> None:
    """Print what waits and what was given up."""
    with at_the_shop() as ctx:
        counts = deliveries.counts(ctx)
        lots = {
            "given_up": deliveries.dead(ctx, limit),
            "waiting": deliveries.waiting(ctx, limit),
        }
        if as_json:
            lines = {name: [_line(row) for row in rows] for name, rows in lots.items()}
            print(json.dumps({"counts": counts, **lines}, ensure_ascii=False))  # noqa: T201
            return
        console = Console(highlight=False)
        for name, rows in lots.items():
            if rows:
                console.print(_table(ctx, ctx.say(f"deliveries-{name.replace('_', '-')}"), rows))
        whole = ", ".join(f"{status} {count}" for status, count in sorted(counts.items()))
        console.print(whole or ctx.say("deliveries-none"), markup=False)


def resend(number: int | None) -> None:
    """Have one tried again, or all.

    Raises:
        NotFound: Nothing of that number was given up.
    """
    with at_the_shop() as ctx:
        if number is None:
            count = deliveries.resend_all(ctx)
        else:
            deliveries.resend(ctx, number)
            count = 1
        ctx.session.commit()
        said = ctx.say("deliveries-again", count=count)
    Console(highlight=False).print(said, markup=False)


def _table(ctx: Context, title: str, rows: Sequence[DeliveryRow]) -> Table:
    table = Table(title=title, title_justify="left", show_edge=False)
    for name in ("number", "channel", "to", "says", "tries", "next", "why"):
        table.add_column(ctx.say(f"deliveries-column-{name}"), overflow="fold")
    for row in rows:
        next_at = f"{ctx.local(row.next_at):%d %b %H:%M}" if row.status == "waiting" else ""
        cells = (
            str(row.id), row.channel, row.address, _said(row), str(row.tries), next_at,
            row.error or "",
        )  # fmt: skip
        table.add_row(*(cell.replace("[", r"\[") for cell in cells))
    return table


def _line(row: DeliveryRow) -> dict[str, Any]:
    return {
        "number": row.id, "channel": row.channel, "to": row.address, "kind": row.kind,
        "says": _said(row), "tries": row.tries, "code": row.error_code, "why": row.error,
        "created_at": row.created_at.isoformat(), "next_at": row.next_at.isoformat(),
    }  # fmt: skip


def _said(row: DeliveryRow) -> str:
    text = " ".join(str(row.body.get("text", row.body.get("note", ""))).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
