"""What scores say of a demo shop, beside the hidden parameters that it was drawn from.

Nobody can do better than who knows the dice: a score beyond what these allow has seen what it
could not know. `tests/evals/test_scores_truth.py` holds the bounds; this prints the figures.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.progress import track
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import demo
from commerce.access import PERMISSIONS, Actor, Role
from commerce.context import Context
from commerce.db import migrate, open_engine, session_factory
from commerce.db.tables import NdrCaseRow, OrderRow, ShipmentRow, ShopRow
from commerce.scoring import elasticity, ndr_recovery, rto_risk
from evals.bench.pages import write_into
from evals.scores.truth import Held, TrueChances, hold_recovery, hold_risk, true_chances
from evals.scores.truth_of_sales import (
    HeldDemand,
    HeldElasticities,
    hold_demand,
    hold_elasticities,
)

SEED: Final = 7
NAME: Final = "truth"


def run(*, orders: int, as_json: bool, page: Path | None) -> None:
    """Make a demo shop, learn its scores, and print or write them beside the truth."""
    now = datetime.now(UTC)
    with drawn(orders=orders, now=now) as ctx:
        found = dict(track(
            held(ctx, orders=orders, now=now), "Learning", total=4, console=Console(stderr=True),
            transient=True,
        ))  # fmt: skip
    if as_json:
        told = {name: asdict(one) for name, one in found.items()}
        sys.stdout.write(json.dumps({"orders": orders, "seed": SEED, **told}) + "\n")
        return
    table = "\n".join(_page(orders, found))
    sys.stdout.write(table + "\n")
    if page is not None:
        write_into(page, NAME, table)


@contextmanager
def drawn(*, orders: int, now: datetime) -> Iterator[Context]:
    """Make a demo shop whose dice are known, in a folder that goes with it."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'shop.db'}")
        migrate(engine)
        demo.make(engine, orders=orders, seed=SEED, now=now)
        with session_factory(engine)() as session:
            yield _owner(session, now)
        engine.dispose()


def held(
    ctx: Context, *, orders: int, now: datetime
) -> Iterator[tuple[str, Held | HeldDemand | HeldElasticities]]:
    """Yield each score by name, held against the truth of the shop it is asked in."""
    truth = true_chances(seed=SEED, orders=orders, now=now)
    yield "risk", risk_of(ctx, truth)
    yield "recovery", recovery_of(ctx, truth)
    yield "demand", hold_demand(ctx, seed=SEED, orders=orders, now=now)
    learnt = elasticity.DEFINITION.train(ctx, None, _quiet)
    loaded = elasticity.DEFINITION.load(learnt.arrays, learnt.settings)
    yield "elasticity", hold_elasticities(loaded, seed=SEED, orders=orders, now=now)


def risk_of(ctx: Context, truth: TrueChances) -> Held:
    """Return the risk of orders beside the chances they were drawn with."""
    learnt = rto_risk.train(ctx, None, _quiet)
    fitted = rto_risk.load(learnt.arrays, learnt.settings)
    return hold_risk(ctx, fitted, learnt.evaluation, truth)


def recovery_of(ctx: Context, truth: TrueChances) -> Held:
    """Return the chance of the next attempt beside the chances it was drawn with."""
    rows, known = ndr_recovery.rows_of(ctx, _quiet)
    learnt = ndr_recovery.learn(rows, known, name="ndr_recovery")
    orders = _orders_of_cases(ctx)
    return hold_recovery(
        ndr_recovery.load(learnt.arrays, learnt.settings), rows,
        [orders[case] for case in rows.case.tolist()], learnt.evaluation, truth,
    )  # fmt: skip


def _owner(session: Session, now: datetime) -> Context:
    shop = session.scalars(select(ShopRow).order_by(ShopRow.id).limit(1)).one()
    actor = Actor(
        shop_id=shop.id, person_id=1, name="Owner", role=Role.OWNER,
        permissions=PERMISSIONS[Role.OWNER],
    )  # fmt: skip
    return Context(session=session, actor=actor, now=now)


def _orders_of_cases(ctx: Context) -> dict[int, int]:
    """Return case → its order, counted from the shop's first."""
    first = ctx.session.scalars(
        select(OrderRow.id)
        .where(OrderRow.shop_id == ctx.actor.shop_id)
        .order_by(OrderRow.id)
        .limit(1)
    ).one()
    rows = ctx.session.execute(
        select(NdrCaseRow.id, ShipmentRow.order_id)
        .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
        .where(NdrCaseRow.shop_id == ctx.actor.shop_id)
    )
    return {case: order - first for case, order in rows}


def _quiet(_: str, __: float) -> None: ...


def _page(orders: int, found: dict[str, Any]) -> Iterator[str]:
    yield f"A demo shop of {orders:,} orders (seed {SEED}), drawn anew; `superecom bench truth`."
    yield ""
    yield "| score | figure | learnt | who knows the dice | plain |"
    yield "|---|---|--:|--:|--:|"
    for name, of in (("rto_risk", found["risk"]), ("ndr_recovery", found["recovery"])):
        yield f"| `{name}` | AUC | {of.score:.4f} | {of.possible:.4f} | 0.5000 |"
        yield (
            f"| | AUC of who knows all but how each buyer leans | | "
            f"{of.possible_of_strangers:.4f} | |"
        )
        yield f"| | correlation with the true log odds | {of.agreement:.3f} | 1.000 | |"
        yield (
            f"| | log odds of cash above prepaid | {of.told_gap:.2f} | {of.true_gap:.2f} | 0.00 |"
        )
    yield from _of_demand(found["demand"])
    yield from _of_elasticity(found["elasticity"])


def _of_demand(of: HeldDemand) -> Iterator[str]:
    yield (
        f"| `demand` | WAPE of totals of 28 days | {of.totals:.3f} | {of.possible:.3f} "
        f"| {of.naive:.3f} |"
    )
    yield f"| | RMSE of days, pieces | {of.daily:.3f} | {of.daily_possible:.3f} | |"
    yield f"| | WAPE of totals against the true rates | {of.gap:.3f} | 0.000 | |"
    for level, share in of.coverage.items():
        yield f"| | days within the {level} % interval | {share:.1%} | {level}.0% | |"


def _of_elasticity(of: HeldElasticities) -> Iterator[str]:
    yield (
        f"| `price_elasticity` | mean distance from the true one, {of.count} products "
        f"| {of.error:.3f} | 0.000 | {of.flat:.3f} |"
    )
    yield f"| | bias (below 0 is told too strong) | {of.bias:+.3f} | 0.000 | |"
    yield f"| | true ones within the 80 % interval | {of.covered:.1%} | 80.0% | |"
    for name, (told, true) in of.by_category.items():
        yield f"| | mean of {name} | {told:.2f} | {true:.2f} | |"
