"""What a score of an order costs: with its reasons, in batch, and beside plain scikit-learn.

The same orders of a shop are scored by the RTO score as it is served, from the database and from
features that are there already, and by gradient boosted trees that scikit-learn fits on those very
features, as anyone would serve it: one probability a row, no reasons, no rules.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import numpy as np
from rich.console import Console
from rich.table import Table
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.settings import Settings
from commerce.access import PERMISSIONS, Actor, Role
from commerce.context import Context
from commerce.db import migrate, open_engine, session_factory
from commerce.db.tables import OrderRow, ShopRow
from commerce.ports import Ports
from commerce.risk import rating, rules
from commerce.scoring import rto_risk
from commerce.scoring.additive import Columns, as_columns
from commerce.scoring.keeping import Scorers, train
from commerce.scoring.rto_orders import FEATURES
from commerce.scoring.types import Floats

BATCH: Final = 2_000
"""Orders of a batch."""
SINGLE: Final = 100
"""Orders that are scored one by one."""


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU of one call in milliseconds, and rows a second of CPU."""

    p50: float
    p95: float
    rows_a_second: float


def run(*, settings: Settings | None, orders: int, as_json: bool) -> None:
    """Measure on the shop of some settings, or on a new one of `orders` orders that it learns from.

    Prints a table, or one JSON object; CPU, which travels between loads.
    """
    with _shop(settings, orders) as ctx:
        told = measured(ctx)
    if as_json:
        sys.stdout.write(json.dumps(told) + "\n")
        return
    table = Table(title=f"{told['single']} orders one by one, {told['batch']:,} in batch")
    for name in ("way", "one: p50 ms", "p95 ms", "batch: rows/s"):
        table.add_column(name, justify="left" if name == "way" else "right")
    for way, cost in told["ways"].items():
        table.add_row(
            way, f"{cost['p50']:.2f}", f"{cost['p95']:.2f}", f"{cost['rows_a_second']:,.0f}"
        )
    whole = told["whole"]
    table.add_row("ours, from the database, every order", "", "", f"{whole['rows_a_second']:,.0f}")
    console = Console()
    console.print(table)
    for name, ratio in told["ratios"].items():
        console.print(f"{name}: {ratio:.2f}")


def measured(ctx: Context) -> dict[str, Any]:
    """Return what each way costs, and ours by scikit-learn's."""
    card = rating.the_score(ctx)[0].card
    ids = _newest(ctx)
    rows = [one.row for one in rating.rated(ctx, ids)]
    columns = as_columns(rows, card.features)
    matrix = _matrix(columns)
    # What they learn does not matter to how long they take; nobody knows yet what comes back.
    chance = rules.chances(card, columns)
    trees = _trees(matrix, (chance > np.median(chance)).astype(np.float64))
    single = range(min(SINGLE, len(ids)))

    def scored(part: list[rules.Row]) -> object:
        return rules.scored(card, part, name=rto_risk.NAME, version=1)

    def alone(n: int) -> object:
        return rules.chances(card, {name: values[n : n + 1] for name, values in columns.items()})

    ways = {
        "ours, from the database, with reasons": _cost(
            [partial(rating.rated, ctx, [ids[n]]) for n in single],
            lambda: rating.rated(ctx, ids), len(ids),
        ),
        "ours, from the database, chance alone": _cost(
            [partial(rating.chances, ctx, [ids[n]]) for n in single],
            lambda: rating.chances(ctx, ids), len(ids),
        ),
        "ours, features ready, with reasons": _cost(
            [partial(scored, rows[n : n + 1]) for n in single], lambda: scored(rows), len(ids)
        ),
        "ours, features ready, chance alone": _cost(
            [partial(alone, n) for n in single], lambda: rules.chances(card, columns), len(ids)
        ),
        "scikit-learn predict_proba, features ready": _cost(
            [partial(trees, matrix[n : n + 1]) for n in single], lambda: trees(matrix), len(ids)
        ),
    }  # fmt: skip
    plain = ways["scikit-learn predict_proba, features ready"]
    every = _every(ctx)
    began = time.perf_counter()
    taken = _cpu(partial(rating.chances, ctx, every))
    waited = time.perf_counter() - began
    ratios: dict[str, float] = {}
    for name, cost in ways.items():
        if cost is not plain:
            ratios[f"{name}: one, times scikit-learn's"] = cost.p50 / plain.p50
            ratios[f"{name}: batch, times scikit-learn's"] = (
                plain.rows_a_second / cost.rows_a_second
            )
    return {
        "single": len(single), "batch": len(ids),
        "whole": {
            "orders": len(every), "rows_a_second": len(every) / taken,
            "rows_a_second_waited": len(every) / waited,
        },
        "ways": {
            name: {"p50": cost.p50, "p95": cost.p95, "rows_a_second": cost.rows_a_second}
            for name, cost in ways.items()
        },
        "ratios": ratios,
    }  # fmt: skip


def _cost(ones: list[Callable[[], object]], batch: Callable[[], object], rows: int) -> Cost:
    """Return what calls cost; the first of each kind, which loads what is loaded once, apart."""
    ones[0]()
    taken = [_cpu(one) for one in ones]
    batch()
    whole = min(_cpu(batch) for _ in range(2))
    p50, p95 = np.quantile(taken, (0.5, 0.95))
    return Cost(p50=1000 * float(p50), p95=1000 * float(p95), rows_a_second=rows / whole)


def _cpu(call: Callable[[], object]) -> float:
    """Return seconds of CPU of all threads, and never nothing."""
    began = time.process_time()
    call()
    return max(time.process_time() - began, 1e-9)


def _newest(ctx: Context) -> list[int]:
    """Return the orders that were placed last, which is what is asked about."""
    asked = (
        select(OrderRow.id)
        .where(OrderRow.shop_id == ctx.actor.shop_id)
        .order_by(OrderRow.placed_at.desc())
        .limit(BATCH)
    )
    return sorted(ctx.session.scalars(asked))


def _every(ctx: Context) -> list[int]:
    asked = select(OrderRow.id).where(OrderRow.shop_id == ctx.actor.shop_id)
    return sorted(ctx.session.scalars(asked))


def _matrix(columns: Columns) -> Floats:
    """Return features as numbers: words by their place in the alphabet, -1 for what is unknown."""
    found = []
    for feature in FEATURES:
        values = np.asarray(columns[feature.name])
        if values.dtype.kind not in "fiub":
            values = np.unique(values.astype(np.str_), return_inverse=True)[1]
        found.append(np.nan_to_num(values.astype(np.float64), nan=-1.0))
    return np.stack(found, axis=1)


def _trees(matrix: Floats, outcome: Floats) -> Callable[[Floats], object]:
    from sklearn.ensemble import HistGradientBoostingClassifier
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1):
        fitted = HistGradientBoostingClassifier(random_state=0).fit(matrix, outcome)

    def said(rows: Floats) -> object:
        # One thread, as ours: others would only wait, and count as CPU where they spin.
        with threadpool_limits(1):
            return fitted.predict_proba(rows)

    return said


@contextmanager
def _shop(settings: Settings | None, orders: int) -> Iterator[Context]:
    from app import demo, wiring

    with tempfile.TemporaryDirectory() as folder:
        if settings is None:
            chosen = Settings(home=Path(folder), database_url="")
            engine = open_engine(f"sqlite:///{Path(folder) / 'shop.db'}")
            migrate(engine)
            demo.make(engine, orders=orders, now=wiring.utc_now())
        else:
            chosen = settings
            engine = wiring.open_database(settings)
        store = wiring.score_store(chosen, engine)
        with session_factory(engine)() as session:
            ctx = _context(session, Ports(scorers=Scorers(store)))
            if settings is None:
                train(ctx, rto_risk.DEFINITION, store)
                version = store.versions(ctx.actor.shop_id, rto_risk.NAME)[-1]
                store.serve(ctx.actor.shop_id, rto_risk.NAME, version.number)
            yield ctx
        engine.dispose()


def _context(session: Session, ports: Ports) -> Context:
    from app.wiring import utc_now

    shop = session.scalars(select(ShopRow).order_by(ShopRow.id).limit(1)).one()
    return Context(
        session=session,
        actor=Actor(
            shop_id=shop.id,
            person_id=0,
            name="Bench",
            role=Role.OWNER,
            permissions=PERMISSIONS[Role.OWNER],
        ),
        now=utc_now(),
        zone=ZoneInfo(shop.zone),
        ports=ports,
    )
