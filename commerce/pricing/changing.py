"""Changing a price now or on a day to come, taking that back, and what it did."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.orm import Session, sessionmaker

from commerce import inventory, records, settings
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.db import begin_write
from commerce.db.tables import EventRow, PriceChangeRow
from commerce.errors import NotFound, Refused
from commerce.money import Money
from commerce.pricing import advising, queries, rules
from commerce.pricing.types import Measured, PriceStatus, PriceStep
from commerce.records import audit, happened

SET, UNDONE = "set", "undone"
_LONGEST_AHEAD = timedelta(days=365)
_LATELY = timedelta(days=30)
_MEASURE_FROM, _MEASURE_MOST = 14, 28


def plan_set(ctx: Context, product: str, price: Money, on: date | None = None) -> Change:
    """Say what another price would change, without changing it.

    Raises:
        NotFound: No such product.
        Ambiguous: Several fit.
        Refused: It is above the MRP, below the least margin, the same, or the day is no good.
    """
    ctx.require(Permission.PRICES_WRITE)
    return _plan(ctx, product, price, on, lock=False)[1]


def set_price(ctx: Context, product: str, price: Money, on: date | None = None) -> Change:
    """Give a variant another price, now or from the beginning of a day to come.

    Raises:
        NotFound: No such product.
        Ambiguous: Several fit.
        Refused: It is above the MRP, below the least margin, the same, or the day is no good.
    """
    ctx.require(Permission.PRICES_WRITE)
    ware, change = _plan(ctx, product, price, on, lock=True)
    due = change.after.get("due_at")
    if due is not None:
        queries.plan(ctx, ware.id, price.minor, datetime.fromisoformat(due))
        happened(ctx, "price.planned", change.subject, price=price.minor, due_at=due)
        audit(ctx, "plan_price", change)
        return change
    queries.write_price(ctx, ware.id, price.minor, SET)
    happened(ctx, "price.changed", change.subject, before=ware.price, price=price.minor)
    audit(ctx, "set_price", change)
    there = queries.ware(ctx, ware.id).price
    return replace(change, after={**change.after, "price_minor": there})


def undo_set(ctx: Context, change: Change) -> Change:
    """Give a variant its earlier price back, or plan it no longer.

    Raises:
        NotFound: No such variant any more.
        Refused: Its price has changed since, or the planned day has come.
    """
    ctx.require(Permission.PRICES_WRITE)
    variant_id = queries.variant_id_of(ctx, change.subject)
    if variant_id is None:
        raise NotFound("error-product-not-found", product=change.subject)
    back = replace(
        change, before=change.after, after=change.before, undo_for=None, warnings=(), at_stake=None
    )
    due = change.after.get("due_at")
    if due is not None:
        _call_off(ctx, variant_id, datetime.fromisoformat(due), change.after["price_minor"])
        if change.before.get("due_at"):
            queries.plan(ctx, variant_id, change.before["price_minor"], datetime.fromisoformat(due))
        audit(ctx, "undo_plan_price", back)
        return back
    ware = queries.ware(ctx, variant_id, lock=True)
    if ware.price != change.after["price_minor"]:
        raise Refused("error-price-moved-on", price=Money(ware.price, ctx.currency))
    queries.write_price(ctx, variant_id, change.before["price_minor"], UNDONE)
    happened(ctx, "price.change_undone", change.subject, price=change.before["price_minor"])
    audit(ctx, "undo_set_price", back)
    return back


def plan_cancel(ctx: Context, product: str, on: date | None = None) -> Change:
    """Say which planned price would be called off.

    Raises:
        NotFound: No such product, or nothing is planned for it.
        Ambiguous: Several products fit.
    """
    ctx.require(Permission.PRICES_WRITE)
    variant = advising.one_variant(ctx, product)
    day = _begins(ctx, on) if on else None
    waiting = queries.planned(ctx, variant.id, due_at=day)
    if not waiting:
        raise NotFound("error-price-nothing-planned", title=variant.title)
    row = waiting[0]
    due = row.due_at.isoformat()
    return Change(
        subject_kind="price", subject=variant.sku,
        before={"price_minor": row.price_minor, "due_at": due},
        after={"price_minor": variant.price.minor, "due_at": None}, undo_for=rules.UNDO_FOR,
    )  # fmt: skip


def cancel_planned(ctx: Context, product: str, on: date | None = None) -> Change:
    """Call off the next planned price of a variant, or that of one day.

    Raises:
        NotFound: No such product, or nothing is planned for it.
        Ambiguous: Several products fit.
    """
    change = plan_cancel(ctx, product, on)
    variant_id = queries.variant_id_of(ctx, change.subject)
    assert variant_id is not None
    due = datetime.fromisoformat(change.before["due_at"])
    _call_off(ctx, variant_id, due, change.before["price_minor"])
    happened(ctx, "price.plan_cancelled", change.subject, due_at=change.before["due_at"])
    audit(ctx, "cancel_planned_price", change)
    return change


def undo_cancel_planned(ctx: Context, change: Change) -> Change:
    """Plan a price again that was called off.

    Raises:
        NotFound: No such variant any more.
        Refused: Its day has passed, or another price is planned for it.
    """
    ctx.require(Permission.PRICES_WRITE)
    variant_id = queries.variant_id_of(ctx, change.subject)
    if variant_id is None:
        raise NotFound("error-product-not-found", product=change.subject)
    due = datetime.fromisoformat(change.before["due_at"])
    if due <= ctx.now or queries.planned(ctx, variant_id, due_at=due):
        raise Refused("error-price-plan-moved-on")
    queries.plan(ctx, variant_id, change.before["price_minor"], due)
    back = replace(change, before=change.after, after=change.before, undo_for=None)
    audit(ctx, "undo_cancel_planned_price", back)
    return back


def list_changes(
    ctx: Context, product: str | None = None, *, days: int = 30, limit: int = 20
) -> tuple[PriceStep, ...]:
    """Return prices that wait for their day, then changes of some days, the latest first.

    Raises:
        NotFound: No such product.
        Ambiguous: Several fit.
    """
    ctx.require(Permission.STOCK_READ)
    ids = None
    if product is not None:
        ids = [variant.id for variant in inventory.find_variants(ctx, product)]
    waiting = [row for row in queries.planned(ctx) if ids is None or row.variant_id in ids]
    names = queries.names(ctx, {row.variant_id for row in waiting})
    steps = [
        PriceStep(
            sku=names[row.variant_id][0], title=names[row.variant_id][1],
            status=PriceStatus.SCHEDULED, at=row.due_at,
            before=Money(names[row.variant_id][2], ctx.currency),
            price=Money(row.price_minor, ctx.currency), why=SET,
        )
        for row in waiting
    ]  # fmt: skip
    made = queries.changes(ctx, ids, ctx.now - timedelta(days=days), limit)
    steps += [_made(ctx, row, sku, title, category) for row, sku, title, category in made]
    return tuple(steps[:limit])


def apply_due(sessions: sessionmaker[Session], now: datetime, limit: int = 200) -> int:
    """Make the planned prices whose day has come the prices, and return how many were looked at.

    One that is above the MRP by now is refused, and said so in the audit log.
    """
    with sessions() as session:
        waiting = queries.due(session, now, limit)
    for planned_id, shop_id in waiting:
        with sessions() as session:
            begin_write(session, shop_id)
            _apply(session, shop_id, planned_id, now)
            session.commit()
    return len(waiting)


def _apply(session: Session, shop_id: int, planned_id: int, now: datetime) -> None:
    found = queries.due_one(session, shop_id, planned_id)
    if found is None:
        return
    row, variant = found
    before, fits = variant.price_minor, not variant.mrp_minor or (
        row.price_minor <= variant.mrp_minor
    )  # fmt: skip
    row.status = (PriceStatus.APPLIED if fits else PriceStatus.REFUSED).value
    if fits and before != row.price_minor:
        variant.price_minor = row.price_minor
        session.add(
            PriceChangeRow(
                shop_id=shop_id, variant_id=variant.id, price_minor=row.price_minor, at=now, why=SET
            )
        )
    kind = "price.changed" if fits else "price.plan_refused"
    payload = {"before": before, "price": row.price_minor}
    session.add(EventRow(shop_id=shop_id, kind=kind, subject=variant.sku, payload=payload, at=now))
    records.note(
        session, shop_id=shop_id, action="set_price" if fits else "refuse_planned_price",
        subject=variant.sku, now=now, person_id=row.person_id, before={"price_minor": before},
        after={"price_minor": row.price_minor if fits else before},
    )  # fmt: skip


def _plan(
    ctx: Context, product: str, price: Money, on: date | None, *, lock: bool
) -> tuple[queries.Ware, Change]:
    variant = advising.one_variant(ctx, product)
    ware = queries.ware(ctx, variant.id, lock=lock)
    advising.refuse_illegal(ware, price)
    chosen = settings.price_rules(ctx)
    costs = advising.costs_of(ctx, ware, chosen)
    floor = rules.floor_price(costs, chosen)
    if ware.cost and price.minor < floor:
        raise Refused(
            "error-price-below-floor", price=price, floor=Money(floor, ctx.currency),
            percent=round(chosen.least_margin * 100, 1),
        )  # fmt: skip
    due = _due(ctx, on)
    waiting = queries.planned(ctx, ware.id, due_at=due) if due else []
    same = waiting[0].price_minor if waiting else ware.price if due is None else None
    if same == price.minor:
        raise Refused("error-price-same", title=ware.title, price=price)
    rivals = advising.fresh_rivals(advising.compared(ctx, variant), ctx.now)
    sold = queries.pieces(ctx, ware.id, ctx.now - _LATELY, ctx.now)
    before: dict[str, object] = {"price_minor": ware.price}
    after: dict[str, object] = {"price_minor": price.minor}
    if due is not None:
        before = {
            "price_minor": waiting[0].price_minor if waiting else ware.price,
            "due_at": due.isoformat() if waiting else None,
        }
        after["due_at"] = due.isoformat()
    return ware, Change(
        subject_kind="price", subject=ware.sku, before=before, after=after,
        at_stake=Money(abs(price.minor - ware.price) * max(sold, 1), ctx.currency),
        undo_for=rules.UNDO_FOR,
        warnings=advising.warnings(ctx, ware, price, rivals, chosen, costs),
    )  # fmt: skip


def _due(ctx: Context, on: date | None) -> datetime | None:
    """Return when a day begins; `None` for now."""
    if on is None or on == ctx.today:
        return None
    if not ctx.today < on <= ctx.today + _LONGEST_AHEAD:
        raise Refused("error-price-day", day=on)
    return _begins(ctx, on)


def _begins(ctx: Context, day: date) -> datetime:
    return datetime.combine(day, time(), ctx.zone).astimezone(UTC)


def _call_off(ctx: Context, variant_id: int, due: datetime, minor: int) -> None:
    waiting = queries.planned(ctx, variant_id, due_at=due, lock=True)
    if not waiting or waiting[0].price_minor != minor:
        raise Refused("error-price-plan-moved-on")
    for row in waiting:
        row.status = PriceStatus.CANCELLED.value
    ctx.session.flush()


def _made(ctx: Context, row: PriceChangeRow, sku: str, title: str, category: str) -> PriceStep:
    before = queries.price_at(ctx, row.variant_id, row.at - timedelta(seconds=1))
    return PriceStep(
        sku=sku, title=title, status=PriceStatus.APPLIED, at=row.at,
        before=None if before is None else Money(before, ctx.currency),
        price=Money(row.price_minor, ctx.currency), why=row.why,
        measured=_measured(ctx, row, category) if row.why in (SET, UNDONE, "import") else None,
    )  # fmt: skip


def _measured(ctx: Context, row: PriceChangeRow, category: str) -> Measured | None:
    days = min((ctx.now - row.at).days, _MEASURE_MOST)
    if days < _MEASURE_FROM:
        return None
    span = timedelta(days=days)
    sides = ((row.at - span, row.at), (row.at, row.at + span))
    own = [queries.pieces(ctx, row.variant_id, *side) for side in sides]
    rest = [queries.category_pieces(ctx, category, row.variant_id, *side) for side in sides]
    return rules.measured(days, (own[0], own[1]), (rest[0], rest[1]))


def worth_telling(steps: Iterable[PriceStep]) -> int:
    """Return of how many changes it can be said what they did."""
    return sum(step.measured is not None for step in steps)
