"""Changing prices in chat: now, on a day, back again, and what that did."""

from datetime import date, datetime
from typing import Any

from commerce import pricing
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.money import Money
from commerce.pricing import PriceStep
from tools import facts
from tools.arguments import Day, Days, Kind, Limit, Product, Rupees
from tools.base import Arguments, Effect, Mention, Preview, ToolResult, tool
from tools.cards import Column, Difference, TableCard


class SetPrice(Arguments):
    """Of what, to what, and from which day; without one, now."""

    product: Product
    price: Rupees
    on: Day | None = None


def _preview_set(ctx: Context, args: SetPrice) -> Preview:
    change = pricing.plan_set(ctx, args.product, _price(ctx, args), args.on)
    return Preview(
        title=ctx.say("price-set-title", sku=change.subject),
        differences=_differences(ctx, change), change=change,
    )  # fmt: skip


@tool(
    Permission.PRICES_WRITE, effect=Effect.MONEY, preview=_preview_set, undo=pricing.undo_set
)  # fmt: skip
def set_price(ctx: Context, args: SetPrice) -> ToolResult:
    """Change the price of one variant, such as KRT-BLU-M to 749; by SKU is best.

    With `on` it changes by itself at the beginning of that day. Never above the MRP nor below the
    shop's least margin. To see what it would bring first prefer simulate_price or advise_on_price.
    """
    change = pricing.set_price(ctx, args.product, _price(ctx, args), args.on)
    due = _due(ctx, change.after)
    sentence = ctx.say(
        "price-set-says", sku=change.subject, price=_of(ctx, change.after),
        before=_of(ctx, change.before), later=int(due is not None), day=(due or ctx.today),
    )  # fmt: skip
    return ToolResult(
        facts={
            "sku": change.subject,
            "before_rupees": facts.rupees(_of(ctx, change.before)),
            "price_rupees": facts.rupees(_of(ctx, change.after)),
            "from_day": due.isoformat() if due else None,
            "warnings": list(change.warnings),
        },
        says="\n".join((sentence, *change.warnings)),
        mentions=(Mention(kind=Kind.PRODUCT, id=change.subject, label=change.subject),),
        change=change,
    )


class ListPriceChanges(Arguments):
    """Of what, and how far back."""

    product: Product | None = None
    days: Days = 60
    limit: Limit = 15


@tool(Permission.STOCK_READ)
def list_price_changes(ctx: Context, args: ListPriceChanges) -> ToolResult:
    """List prices that are planned, and those changed lately with what each change did to sales.

    What it did is measured beside the rest of its category, from two weeks after the change on. For
    prices of competitors prefer compare_prices; who changed a price tells search_audit_log.
    """
    steps = pricing.list_changes(ctx, args.product, days=args.days, limit=args.limit)
    planned = sum(step.status is pricing.PriceStatus.SCHEDULED for step in steps)
    return ToolResult(
        facts={
            "count": len(steps),
            "planned": planned,
            "days": args.days,
            "changes": [_step_facts(ctx, step) for step in steps],
        },
        says=ctx.say(
            "price-changes-says", count=len(steps) - planned, planned=planned, days=args.days,
            measured=pricing.worth_telling(steps),
        ),
        cards=(_table(ctx, steps),) if steps else (),
        mentions=tuple(
            Mention(kind=Kind.PRODUCT, id=step.sku, label=step.title) for step in steps
        ),
    )  # fmt: skip


class CancelPriceChange(Arguments):
    """Of what, and which day where several are planned."""

    product: Product
    on: Day | None = None


def _preview_cancel(ctx: Context, args: CancelPriceChange) -> Preview:
    change = pricing.plan_cancel(ctx, args.product, args.on)
    return Preview(
        title=ctx.say("price-cancel-title", sku=change.subject),
        differences=_differences(ctx, change), change=change,
    )  # fmt: skip


@tool(
    Permission.PRICES_WRITE, effect=Effect.WRITE, preview=_preview_cancel,
    undo=pricing.undo_cancel_planned,
)  # fmt: skip
def cancel_price_change(ctx: Context, args: CancelPriceChange) -> ToolResult:
    """Call off a planned price before its day comes, such as that of KRT-BLU-M on Diwali.

    To put back a price that holds already prefer set_price with the earlier one.
    """
    change = pricing.cancel_planned(ctx, args.product, args.on)
    due = _due(ctx, change.before) or ctx.local(ctx.now)
    return ToolResult(
        facts={
            "sku": change.subject,
            "called_off_rupees": facts.rupees(_of(ctx, change.before)),
            "day": due.isoformat(),
        },
        says=ctx.say(
            "price-cancelled-says", sku=change.subject, price=_of(ctx, change.before), day=due
        ),
        mentions=(Mention(kind=Kind.PRODUCT, id=change.subject, label=change.subject),),
        change=change,
    )


def _price(ctx: Context, args: SetPrice) -> Money:
    return Money.of(str(args.price), ctx.currency)


def _of(ctx: Context, side: dict[str, Any]) -> Money:
    return Money(int(side["price_minor"]), ctx.currency)


def _due(ctx: Context, side: dict[str, Any]) -> date | None:
    due = side.get("due_at")
    return ctx.local(datetime.fromisoformat(due)).date() if due else None


def _differences(ctx: Context, change: Change) -> tuple[Difference, ...]:
    found = [
        Difference(
            label=ctx.say("price-column-price"),
            before=ctx.say("price-amount", amount=_of(ctx, change.before)),
            after=ctx.say("price-amount", amount=_of(ctx, change.after)),
        )
    ]
    due_before, due = _due(ctx, change.before), _due(ctx, change.after)
    if due_before or due:
        found.append(
            Difference(
                label=ctx.say("price-difference-day"),
                before=ctx.say("price-day", day=due_before) if due_before else "–",
                after=ctx.say("price-day", day=due) if due else "–",
            )
        )
    return tuple(found)


def _step_facts(ctx: Context, step: PriceStep) -> dict[str, Any]:
    done = step.measured
    return {
        "sku": step.sku,
        "title": step.title,
        "status": step.status.value,
        "at": facts.moment(ctx, step.at),
        "before_rupees": None if step.before is None else facts.rupees(step.before),
        "price_rupees": facts.rupees(step.price),
        "why": step.why,
        "effect_on_pieces": None
        if done is None
        else {
            "share": round(done.effect, 3),
            "low_80": round(done.low, 3),
            "high_80": round(done.high, 3),
            "pieces_before": done.before,
            "pieces_after": done.after,
            "days": done.days,
        },
    }


def _table(ctx: Context, steps: tuple[PriceStep, ...]) -> TableCard:
    return TableCard(
        title=ctx.say("price-changes-title"),
        columns=(
            Column(label=ctx.say("price-column-product")),
            Column(label=ctx.say("price-column-when")),
            Column(label=ctx.say("price-column-before"), align="end"),
            Column(label=ctx.say("price-column-price"), align="end"),
            Column(label=ctx.say("price-column-status")),
            Column(label=ctx.say("price-column-effect"), align="end"),
        ),
        rows=tuple(_row(ctx, step) for step in steps),
        note=ctx.say("price-changes-note"),
    )


def _row(ctx: Context, step: PriceStep) -> tuple[str, ...]:
    done = step.measured
    return (
        step.title,
        ctx.say("price-day", day=ctx.local(step.at).date()),
        "–" if step.before is None else ctx.say("price-amount", amount=step.before),
        ctx.say("price-amount", amount=step.price),
        ctx.say(f"price-status-{step.status}"),
        "–"
        if done is None
        else ctx.say(
            "price-measured", value=round(done.effect * 100), low=round(done.low * 100),
            high=round(done.high * 100),
        ),
    )  # fmt: skip
