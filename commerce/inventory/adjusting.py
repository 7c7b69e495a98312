"""Putting the pieces on a shelf right, and taking that back."""

from dataclasses import replace

from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Ambiguous, NotFound, Refused
from commerce.inventory import finding, queries, rules
from commerce.inventory.types import Place, StockReason, StockStep
from commerce.money import Money
from commerce.records import audit, happened


def plan_adjust(
    ctx: Context,
    product: str,
    quantity: int,
    *,
    step: StockStep | None = None,
    reason: StockReason | None = None,
    warehouse: str | None = None,
) -> Change:
    """Say what changing the pieces on a shelf would do, without doing it.

    Args:
        ctx: Who asks.
        product: SKU or title of one variant.
        quantity: Pieces to add, to take off (also below zero), or that lie there now.
        step: How `quantity` is meant; `None` lets the reason tell.
        reason: Why; `None` is a count where the pieces are set.
        warehouse: Where; `None` where there is but one place it can be.

    Raises:
        NotFound: No such product or warehouse.
        Ambiguous: Several variants or warehouses fit.
        Refused: More would be taken than lie there, or it cannot be told how the number is meant.
    """
    return _plan(ctx, product, quantity, step, reason, warehouse, lock=False)[1]


def adjust(
    ctx: Context,
    product: str,
    quantity: int,
    *,
    step: StockStep | None = None,
    reason: StockReason | None = None,
    warehouse: str | None = None,
) -> Change:
    """Change the pieces on a shelf, and write the movement down.

    Arguments and errors are those of `plan_adjust`.
    """
    place, change = _plan(ctx, product, quantity, step, reason, warehouse, lock=True)
    why = StockReason(change.after["reason"])
    pieces = change.after["on_hand"] - place.on_hand
    moved_as = rules.MOVED_AS.get(why, why.value)
    queries.move(ctx, place, pieces, reason=moved_as, reference=ctx.turn_id or "")
    happened(ctx, "stock.adjusted", change.subject, pieces=pieces, reason=why.value)
    audit(ctx, "adjust_stock", change, why=why.value)
    return _read_back(ctx, change)


def undo_adjust(ctx: Context, change: Change) -> Change:
    """Put back the pieces that a change made more or fewer.

    Raises:
        NotFound: No such variant or warehouse any more.
        Refused: Pieces have come or gone since.
    """
    ctx.require(Permission.STOCK_WRITE)
    place = _of_change(ctx, change, lock=True)
    if place.on_hand != change.after["on_hand"]:
        raise Refused("error-stock-moved-on", place=place.name, pieces=place.on_hand)
    before = change.before["on_hand"]
    queries.move(
        ctx, place, before - place.on_hand, reason="correction", reference=ctx.turn_id or ""
    )
    back = replace(
        change, before=change.after, after=change.before, undo_for=None,
        warnings=_warnings(ctx, place, before),
    )  # fmt: skip
    happened(ctx, "stock.adjust_undone", change.subject, pieces=before - place.on_hand)
    audit(ctx, "undo_adjust_stock", back)
    return _read_back(ctx, back)


def _plan(
    ctx: Context,
    product: str,
    quantity: int,
    step: StockStep | None,
    reason: StockReason | None,
    warehouse: str | None,
    *,
    lock: bool,
) -> tuple[Place, Change]:
    ctx.require(Permission.STOCK_WRITE)
    meant = rules.step_of(step, reason, quantity)
    if meant is None:
        raise Refused("error-stock-how", pieces=quantity)
    place = _place(ctx, product, warehouse, lock=lock)
    pieces = rules.pieces_after(place.on_hand, meant, quantity)
    if pieces < 0:
        raise Refused(
            "error-stock-below-zero", place=place.name, pieces=place.on_hand, taken=abs(quantity)
        )
    if pieces == place.on_hand:
        raise Refused("error-stock-same", place=place.name, pieces=pieces)
    why = rules.reason_of(reason, meant)
    moved = abs(pieces - place.on_hand)
    return place, Change(
        subject_kind="stock",
        subject=place.name,
        before={"on_hand": place.on_hand, "reason": None},
        after={"on_hand": pieces, "reason": why.value},
        at_stake=Money(place.cost.minor * moved, place.cost.currency),
        undo_for=rules.UNDO_ADJUST_FOR,
        warnings=_warnings(ctx, place, pieces),
    )


def _warnings(ctx: Context, place: Place, pieces: int) -> tuple[str, ...]:
    if pieces >= place.reserved:
        return ()
    return (
        ctx.say("stock-warning-oversold", place=place.name, pieces=pieces, reserved=place.reserved),
    )


def _place(ctx: Context, product: str, warehouse: str | None, *, lock: bool) -> Place:
    found = finding.find_variants(ctx, product)
    if len(found) > 1:
        choices = tuple((variant.sku, variant.title) for variant in found[:10])
        raise Ambiguous("error-product-which-variant", choices, product=product)
    return queries.place(ctx, found[0].id, _warehouse(ctx, found[0].id, warehouse), lock=lock)


def _warehouse(ctx: Context, variant_id: int, said: str | None) -> int:
    """Return the id of the warehouse that was named, or of the only one there can be."""
    if said is not None:
        return finding.find_warehouse(ctx, said).id
    shelves = queries.shelves(ctx, [variant_id], None).get(variant_id, [])
    known = [shelf.warehouse for shelf in shelves] or queries.warehouses(ctx)
    if not known:
        raise NotFound("error-no-warehouse")
    if len(known) > 1:
        choices = tuple((w.code, f"{w.name} ({w.code})") for w in known)
        raise Ambiguous("error-warehouse-which", choices)
    return known[0].id


def _of_change(ctx: Context, change: Change, *, lock: bool) -> Place:
    """Return the shelf that a change speaks of."""
    sku, _, code = change.subject.rpartition(" @ ")
    found = queries.variants(ctx, sku=sku)
    if not found:
        raise NotFound("error-product-not-found", product=sku)
    return queries.place(ctx, found[0].id, finding.find_warehouse(ctx, code).id, lock=lock)


def _read_back(ctx: Context, change: Change) -> Change:
    """Return the change with what lies on the shelf now."""
    there = _of_change(ctx, change, lock=False)
    return replace(change, after={**change.after, "on_hand": there.on_hand})
