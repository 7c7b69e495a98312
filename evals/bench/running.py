"""One run of the bench: the plain agent and ours, one after the other, as ratios."""

import asyncio
import json
import platform
import sys
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from evals.bench.baseline import plain_agent
from evals.bench.figures import Costs
from evals.bench.ours import our_turns

ORDERS = 5_000


def run(*, turns: int, as_json: bool) -> None:
    """Measure both over the same shop and print the figures."""
    console = Console(stderr=True)
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        with console.status("Making a shop …"):
            _make_shop(home)
        with console.status(f"{turns} turns of the plain agent …"):
            plain = asyncio.run(plain_agent(home, home / "shop.db", turns))
        with console.status(f"{turns} turns of ours, over HTTP …"):
            ours = our_turns(home, turns)
    if as_json:
        sys.stdout.write(json.dumps(_figures(plain, ours)) + "\n")
    else:
        _print(plain, ours, turns)


def _make_shop(home: Path) -> None:
    from app import demo
    from app.wiring import utc_now
    from commerce.db import migrate, open_engine

    engine = open_engine(f"sqlite:///{home / 'shop.db'}")
    migrate(engine)
    demo.make(engine, orders=ORDERS, now=utc_now())
    engine.dispose()


def _figures(plain: Costs, ours: Costs) -> dict[str, Any]:
    return {
        when: {
            kind: {
                "plain_ms": round(getattr(p, kind), 2),
                "ours_ms": round(getattr(o, kind), 2),
                "ratio": round(getattr(o, kind) / getattr(p, kind), 2),
            }
            for kind in ("cpu", "wall")
        }
        for when, p, o in (
            ("first", plain.first(), ours.first()),
            ("last", plain.last(), ours.last()),
        )
    }


def _print(plain: Costs, ours: Costs, turns: int) -> None:
    figures = _figures(plain, ours)
    table = Table(title=f"One turn, milliseconds (Python {platform.python_version()})")
    for heading in ("", "plain agent", "ours", "ratio"):
        table.add_column(heading, justify="right" if heading else "left")
    for when, label in (("first", "early turns"), ("last", f"around turn {turns}")):
        for kind in ("cpu", "wall"):
            row = figures[when][kind]
            table.add_row(
                f"{kind}, {label}",
                f"{row['plain_ms']:.1f}",
                f"{row['ours_ms']:.1f}",
                f"{row['ratio']:.2f}",
            )
    Console().print(table)
