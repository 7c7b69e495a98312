"""What a call of every read tool costs in a shop, beside the plain query of the same question."""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError
from rich.console import Console
from rich.progress import track
from sqlalchemy import Engine, event, func, select, text
from sqlalchemy.orm import Session

from app.settings import Settings
from commerce.access import Role
from commerce.context import Context
from commerce.db import migrate, open_engine, session_factory
from commerce.db.tables import (
    AddressRow,
    CustomerRow,
    NdrCaseRow,
    OrderRow,
    PersonRow,
    ProductRow,
    ShipmentRow,
    ShopRow,
    VariantRow,
    WarehouseRow,
)
from commerce.errors import CommerceError
from commerce.ports import Ports
from commerce.risk import rate_open
from commerce.scoring.keeping import Scorers
from evals.bench.calls import Call, Sample, actor_of, calls
from evals.bench.pages import write_into
from evals.bench.plain import PLAIN
from tools import TOOLS


@dataclass(slots=True)
class Costs:
    """Of all calls of one tool, in milliseconds."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    statements: list[int] = field(default_factory=list)
    worst: tuple[float, str] = (0.0, "")
    refused: int = 0

    def add(self, wall: float, cpu: float, statements: int, what: str) -> None:
        """Count one call."""
        self.wall.append(wall)
        self.cpu.append(cpu)
        self.statements.append(statements)
        self.worst = max(self.worst, (wall, what))


def run(
    *,
    orders: int,
    rounds: int,
    as_json: bool,
    only: str = "",
    page: Path | None = None,
    settings: Settings | None = None,
) -> None:
    """Measure on the shop of some settings, with the scores that are served there.

    Without settings, on a new shop of `orders` orders, in which nothing was learnt.

    With `page`, the table takes the place of what stands there for this kind of database.
    """
    with _shop(settings, orders) as (engine, ports):
        costs, plain, rows = _measure(engine, ports, rounds, only)
        name = engine.dialect.name
    figures = _figures(costs, plain)
    if as_json:
        sys.stdout.write(json.dumps({"database": name, "rows": rows, "tools": figures}) + "\n")
    else:
        table = _table(name, rows, figures)
        sys.stdout.write(table)
        if page is not None:
            write_into(page, name, table)


@contextmanager
def _shop(settings: Settings | None, orders: int) -> Iterator[tuple[Engine, Ports]]:
    from app import demo, wiring

    if settings is not None:
        engine = wiring.open_database(settings)
        yield engine, Ports(scorers=Scorers(wiring.score_store(settings, engine)))
        engine.dispose()
        return

    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'shop.db'}")
        migrate(engine)
        demo.make(engine, orders=orders, now=wiring.utc_now())
        yield engine, Ports()
        engine.dispose()


def _measure(
    engine: Engine, ports: Ports, rounds: int, only: str
) -> tuple[dict[str, Costs], dict[str, float], dict[str, int]]:
    from app.upkeep import spare_the_collector
    from app.wiring import utc_now

    # A running server rates what came in long before anybody asks.
    while rate_open(session_factory(engine), ports, utc_now()):
        pass
    counter = _Counter(engine)
    with session_factory(engine)() as session:
        shop = session.scalars(select(ShopRow).order_by(ShopRow.id).limit(1)).one()
        session.expunge(shop)
        sample = sample_of(session, shop.id)
        ctx = _context(session, shop, sample, Role.OWNER, ports, utc_now())
        made = [c for c in calls(TOOLS, sample, ctx) if only in ("", c.tool.name)]
        costs: dict[str, Costs] = {}
        for number in range(rounds + 1):
            spare_the_collector()
            for call in track(
                made, f"Round {number}", console=Console(stderr=True), transient=True
            ):
                asked = _context(session, shop, sample, call.role, ports, utc_now())
                _time(asked, call, costs.setdefault(call.tool.name, Costs()), counter, number)
        plain = {
            name: _plain(session, sql, shop.id) for name, sql in PLAIN.items() if name in costs
        }
        rows = {
            table.__tablename__: session.scalar(
                select(func.count()).select_from(table).where(table.shop_id == shop.id)
            )
            or 0
            for table in (OrderRow, CustomerRow, ShipmentRow, NdrCaseRow)
        }
    return costs, plain, rows


def _time(ctx: Context, call: Call, costs: Costs, counter: "_Counter", number: int) -> None:
    """Make a call as the agent does; the first round loads what is loaded once."""
    counter.seen = 0
    cpu, wall = time.process_time(), time.perf_counter()
    refused = 0
    try:
        call.tool.run(ctx, call.tool.arguments.model_validate(call.arguments))
    except (CommerceError, ValidationError):
        refused = 1
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    ctx.session.rollback()
    ctx.session.expunge_all()
    if number:
        what = ", ".join(f"{k}={v}" for k, v in call.arguments.items())
        costs.add(1000 * wall, 1000 * cpu, counter.seen, what)
        costs.refused += refused


class _Counter:
    """Counts statements."""

    def __init__(self, engine: Engine) -> None:
        self.seen = 0
        event.listen(engine, "before_cursor_execute", self._one_more)

    def _one_more(self, *_: Any) -> None:
        self.seen += 1


def _plain(session: Session, sql: str, shop_id: int) -> float:
    """Return the milliseconds of the plain query, the better of two."""
    taken = []
    for _ in range(2):
        began = time.perf_counter()
        session.execute(text(sql), {"shop": shop_id}).all()
        taken.append(1000 * (time.perf_counter() - began))
    return min(taken)


def _context(
    session: Session, shop: ShopRow, sample: Sample, role: Role, ports: Ports, now: Any
) -> Context:
    return Context(
        session=session,
        actor=actor_of(role, sample, shop.id, sample["person_id"]),
        now=now,
        shop_name=shop.name,
        zone=ZoneInfo(shop.zone),
        currency=shop.currency,
        channel="bench",
        ports=ports,
    )


def sample_of(session: Session, shop_id: int) -> dict[str, Any]:
    """Return things of the shop to ask for: common ones, rare ones, and some mistyped."""

    def few(column: Any, table: Any, *, most: int = 4, by: Any = None) -> list[Any]:
        query = (
            select(column)
            .where(table.shop_id == shop_id)
            .order_by(table.id if by is None else by)
            .limit(most)
        )
        return list(session.scalars(query))

    newest = few(OrderRow.number, OrderRow, most=3, by=OrderRow.placed_at.desc())
    title = few(ProductRow.title, ProductRow, most=1)[0]
    buyer = session.scalars(
        select(CustomerRow).where(CustomerRow.shop_id == shop_id).limit(1)
    ).one()
    by_city = (
        select(AddressRow.city)
        .where(AddressRow.shop_id == shop_id)
        .group_by(AddressRow.city)
        .order_by(func.count().desc())
    )
    cities = list(session.scalars(by_city))
    case = session.execute(
        select(OrderRow.customer_id, OrderRow.number, ShipmentRow.awb)
        .join(NdrCaseRow, NdrCaseRow.order_id == OrderRow.id)
        .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
        .where(
            OrderRow.shop_id == shop_id,
            NdrCaseRow.shop_id == shop_id,
            ShipmentRow.shop_id == shop_id,
            NdrCaseRow.status == "Open",
        )
        .limit(3)
    ).all()
    surname = buyer.name.split()[-1]
    staff = select(PersonRow).where(PersonRow.shop_id == shop_id, PersonRow.customer_id.is_(None))
    people = list(session.scalars(staff))
    return {
        "orders": [*newest, *few(OrderRow.number, OrderRow, most=2)],
        "own_orders": [case[0].number],
        "own_awbs": [case[0].awb],
        "customer_id": case[0].customer_id,
        "ndr_awbs": [row.awb for row in case],
        "customers": [buyer.name, surname, buyer.name.split()[0][:4], buyer.phone, "Zzyzx"],
        "products": [title, few(VariantRow.sku, VariantRow, most=1)[0], title.split()[-1].lower()],
        "places": [
            cities[0], cities[len(cities) // 2], cities[-1], "Maharashtra",
            *few(AddressRow.pincode, AddressRow, most=1),
        ],
        "couriers": few(ShipmentRow.courier, ShipmentRow, most=2),
        "warehouses": few(WarehouseRow.code, WarehouseRow),
        "people": ["me", people[0].name],
        "person_id": people[0].id,
    }  # fmt: skip


def _figures(costs: dict[str, Costs], plain: dict[str, float]) -> dict[str, dict[str, Any]]:
    return {
        name: {
            "calls": len(cost.wall),
            "p50_ms": round(_share(cost.wall, 0.5), 1),
            "p95_ms": round(_share(cost.wall, 0.95), 1),
            "cpu_p95_ms": round(_share(cost.cpu, 0.95), 1),
            "statements": max(cost.statements),
            "plain_ms": round(plain[name], 1) if name in plain else None,
            "slowest": f"{cost.worst[0]:.0f} ms: {cost.worst[1]}",
            "refused": cost.refused,
        }
        for name, cost in costs.items()
        if cost.wall
    }


def _share(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _table(database: str, rows: dict[str, int], figures: dict[str, dict[str, Any]]) -> str:
    """Return the table that `docs/performance.md` shows."""
    counted = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in rows.items())
    lines = [
        f"{counted}; milliseconds a call; all in one run on {datetime.now(UTC):%d %B %Y}.",
        "",
        "| tool | calls | p50 | p95 | CPU p95 | statements | plain query | slowest call |",
        "|---|--:|--:|--:|--:|--:|--:|---|",
    ]
    for name, row in figures.items():
        plain = "" if row["plain_ms"] is None else f"{row['plain_ms']:,.0f}"
        lines.append(
            f"| `{name}` | {row['calls']} | {row['p50_ms']} | {row['p95_ms']} "
            f"| {row['cpu_p95_ms']} | {row['statements']} | {plain} | {row['slowest']} |"
        )
    return "\n".join(lines) + "\n"
