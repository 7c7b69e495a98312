"""What a price should be, and what another would bring, in chat."""

from typing import Any

from commerce import pricing
from commerce.access import Permission
from commerce.context import Context
from commerce.money import Money
from commerce.pricing import Advice, Effect, Part, Simulation, Verdict
from tools import facts
from tools.arguments import Kind, Product, Rupees
from tools.base import Arguments, Mention, ToolResult, tool
from tools.cards import Button, Card, ChartCard, Column, Series, TableCard, Tap, TextCard
from tools.reasons import Reasons, waterfall


class AdviseOnPrice(Arguments):
    """Of what."""

    product: Product


@tool(Permission.PRICES_WRITE)
def advise_on_price(ctx: Context, args: AdviseOnPrice) -> ToolResult:
    """Say what the price of one variant should be, such as EAR-PBT-BLA, and why; by SKU is best.

    From how its sales followed its prices, freed of seasons: the best price for profit after GST,
    commission, shipping and returns, within MRP, margin floor, competitors and GST steps, with 80 %
    intervals; it refuses where the history cannot say. For a price the person names prefer
    simulate_price; for what competitors ask compare_prices; to change it set_price.
    """
    advice = pricing.advise(ctx, args.product)
    cards: list[Card] = []
    if advice.now is not None and advice.best is not None:
        cards.append(_effects_table(ctx, advice, _compared(advice)))
        if advice.parts:
            cards.append(_parts_chart(ctx, advice.parts))
        cards.append(_curve(ctx, advice))
    cards += _why_card(ctx, advice)
    return ToolResult(
        facts=_advice_facts(ctx, advice)
        | {"why": _reasons_said(ctx, advice.parts, _why_card(ctx, advice))},
        says=_advice_says(ctx, advice), cards=tuple(cards),
        mentions=(_mention(advice),),
    )  # fmt: skip


class SimulatePrice(Arguments):
    """Of what, and which price."""

    product: Product
    price: Rupees


@tool(Permission.PRICES_WRITE)
def simulate_price(ctx: Context, args: SimulatePrice) -> ToolResult:
    """Tell what a price the person names would bring, changing nothing: what if KRT-1 was ₹749.

    Pieces, profit and margin in 30 days beside today's, with 80 % intervals, and every guard that
    it would go through. For what it should be prefer advise_on_price; to change it set_price.
    """
    price = Money.of(str(args.price), ctx.currency)
    simulation = pricing.simulate(ctx, args.product, price)
    advice = simulation.advice
    cards: list[Card] = []
    if advice.now is not None and simulation.at is not None:
        cards.append(_effects_table(ctx, advice, (("now", advice.now), ("then", simulation.at))))
        cards.append(_parts_chart(ctx, simulation.parts))
    cards += _why_card(ctx, advice)
    return ToolResult(
        facts=_advice_facts(ctx, advice)
        | {
            "simulated": _effect_facts(simulation.at),
            "price_rupees": facts.rupees(price),
            "unit_profit_rupees": _rupees(simulation.unit_profit),
            "margin": round(simulation.margin, 4),
            "gst_percent": simulation.gst_percent,
            "simulated_parts": _parts_facts(simulation.parts),
            "warnings": list(simulation.warnings),
            "why": _reasons_said(ctx, simulation.parts, _why_card(ctx, advice)),
        },
        says="\n".join((_simulation_says(ctx, simulation, price), *simulation.warnings)),
        cards=tuple(cards),
        mentions=(_mention(advice),),
    )


def _mention(advice: Advice) -> Mention:
    variant = advice.comparison.variant
    return Mention(kind=Kind.PRODUCT, id=variant.sku, label=variant.title)


def _advice_facts(ctx: Context, advice: Advice) -> dict[str, Any]:
    known, costs = advice.known, advice.costs
    return {
        "sku": advice.comparison.variant.sku,
        "title": advice.comparison.variant.title,
        "current_price_rupees": facts.rupees(advice.comparison.variant.price),
        "mrp_rupees": facts.rupees(advice.comparison.mrp),
        "verdict": advice.verdict.value,
        "reason": _doubt(advice) if advice.verdict is Verdict.UNKNOWN else None,
        "pieces_last_30_days": advice.pieces,
        "elasticity": None
        if known is None
        else {
            "value": round(known.elasticity, 2),
            "low_80": round(known.low, 2),
            "high_80": round(known.high, 2),
            "category": known.category,
            "category_value": round(known.category_elasticity, 2),
            "prices_seen": known.prices,
            "pieces_seen": known.sold,
            "score_version": known.version,
            "doubts": [doubt.value for doubt in known.doubts],
        },
        "now": _effect_facts(advice.now),
        "best": _effect_facts(advice.best),
        "first_step": _effect_facts(advice.step),
        "held_by": [guard.value for guard in advice.guards],
        "parts_of_the_gain": _parts_facts(advice.parts),
        "lowest_price_rupees": facts.rupees(advice.floor),
        "costs": {
            "piece_rupees": _rupees(costs.cost),
            "commission_share": round(costs.commission, 4),
            "shipping_rupees": _rupees(costs.shipping),
            "return_shipping_rupees": _rupees(costs.return_shipping),
            "comes_back_share": round(costs.comes_back, 4),
        },
        "markdowns": [
            {
                "after_days": step.after_days,
                "price_rupees": facts.rupees(step.price),
                "percent_off": step.percent_off,
            }
            for step in advice.markdowns
        ],
    }


def _effect_facts(effect: Effect | None) -> dict[str, Any] | None:
    if effect is None:
        return None
    return {
        "price_rupees": _rupees(effect.price),
        "gst_percent": effect.gst_percent,
        "margin": round(effect.margin, 4),
        "pieces": round(effect.pieces, 1),
        "pieces_low_80": round(effect.pieces_low, 1),
        "pieces_high_80": round(effect.pieces_high, 1),
        "profit_rupees": _rupees(effect.profit),
        "profit_low_80_rupees": _rupees(effect.profit_low),
        "profit_high_80_rupees": _rupees(effect.profit_high),
        "gain_rupees": _rupees(effect.gain),
        "gain_low_80_rupees": _rupees(effect.gain_low),
        "gain_high_80_rupees": _rupees(effect.gain_high),
    }


def _parts_facts(parts: tuple[Part, ...]) -> list[dict[str, Any]]:
    return [{"part": part.name, "rupees": _rupees(part.amount)} for part in parts]


def _rupees(minor: float) -> float:
    return round(minor / 100, 2)


def _whole_rupees(minor: float) -> float:
    return float(round(minor / 100))


def _money(ctx: Context, minor: float) -> Money:
    """Return an estimate in whole rupees: paise would claim to know more."""
    return Money(round(minor / 100) * 100, ctx.currency)


def _doubt(advice: Advice) -> str:
    """Return why nothing can be said, as a word of the messages."""
    if advice.known is None:
        return "untrained"
    if advice.known.doubts:
        return advice.known.doubts[0].name.lower().replace("_", "-")
    return "unsold"


def _advice_says(ctx: Context, advice: Advice) -> str:
    variant, best = advice.comparison.variant, advice.best
    sentence = ctx.say(
        "price-advice-says", verdict=advice.verdict.value, title=variant.title,
        price=variant.price, best=_money(ctx, best.price if best else 0),
        gain=_money(ctx, best.gain if best else 0), low=_money(ctx, best.gain_low if best else 0),
        high=_money(ctx, best.gain_high if best else 0),
        pieces=round(best.pieces) if best else 0, sold=advice.pieces, why=_doubt(advice),
    )  # fmt: skip
    more = []
    if advice.step is not None:
        more.append(ctx.say("price-advice-step", step=_money(ctx, advice.step.price)))
    if advice.markdowns:
        more.append(
            ctx.say(
                "price-advice-markdown", steps=len(advice.markdowns),
                first=advice.markdowns[0].price, last=advice.markdowns[-1].price,
            )
        )  # fmt: skip
    return "\n".join((sentence, *more))


def _simulation_says(ctx: Context, simulation: Simulation, price: Money) -> str:
    advice, at = simulation.advice, simulation.at
    return ctx.say(
        "price-simulated-says", known=int(at is not None), title=advice.comparison.variant.title,
        price=price, today=advice.comparison.variant.price, why=_doubt(advice),
        pieces=round(at.pieces) if at else 0, sold=advice.pieces,
        side="more" if at and at.gain >= 0 else "less",
        gain=_money(ctx, abs(at.gain) if at else 0), low=_money(ctx, at.gain_low if at else 0),
        high=_money(ctx, at.gain_high if at else 0), unit=_money(ctx, simulation.unit_profit),
        margin=round(simulation.margin * 100, 1), gst=simulation.gst_percent,
    )  # fmt: skip


def _compared(advice: Advice) -> tuple[tuple[str, Effect], ...]:
    found = [("now", advice.now), ("step", advice.step)]
    if advice.verdict in (Verdict.RAISE, Verdict.LOWER):
        found.append(("best", advice.best))
    return tuple((name, effect) for name, effect in found if effect is not None)


def _effects_table(ctx: Context, advice: Advice, rows: tuple[tuple[str, Effect], ...]) -> TableCard:
    def amount(minor: float) -> str:
        return ctx.say("price-amount", amount=_money(ctx, minor))

    variant = advice.comparison.variant
    shown = tuple(
        (
            ctx.say(f"price-row-{name}"),
            amount(one.price),
            ctx.say(
                "price-range", value=round(one.pieces), low=round(one.pieces_low),
                high=round(one.pieces_high),
            ),
            ctx.say("price-percent", percent=round(one.margin * 100, 1)),
            amount(one.profit),
            ctx.say(
                "price-range", value=_money(ctx, one.gain), low=_money(ctx, one.gain_low),
                high=_money(ctx, one.gain_high),
            ),
        )
        for name, one in rows
    )  # fmt: skip
    wanted = next((one for name, one in rows if name in ("step", "then")), None) or (
        advice.best if advice.verdict in (Verdict.RAISE, Verdict.LOWER) else None
    )
    return TableCard(
        title=ctx.say("price-title", title=variant.title, sku=variant.sku),
        columns=(
            Column(label=ctx.say("price-column-choice")),
            *(
                Column(label=ctx.say(f"price-column-{name}"), align="end")
                for name in ("price", "pieces", "margin", "profit", "gain")
            ),
        ),
        rows=shown,
        note=ctx.say("price-effects-note"),
        buttons=() if wanted is None else (_set_button(ctx, variant.sku, wanted.price),),
    )


def _set_button(ctx: Context, sku: str, minor: int) -> Button:
    label = ctx.say("price-button-set", price=Money(minor, ctx.currency))
    return Button(
        label=label, says=label,
        tap=Tap(kind="call", tool="set_price", arguments={"product": sku, "price": minor // 100}),
    )  # fmt: skip


def _parts_chart(ctx: Context, parts: tuple[Part, ...]) -> ChartCard:
    """Draw what makes up the gain, by the piece and by more or fewer pieces."""
    gain = sum(part.amount for part in parts)
    reasons = Reasons(
        unit="money",
        start=(ctx.say("why-price-now"), 0.0),
        parts=[(ctx.say(f"price-part-{part.name}"), _whole_rupees(part.amount)) for part in parts],
        end=(ctx.say("why-price-then"), _whole_rupees(gain)),
    )
    return waterfall(ctx, ctx.say("price-parts-title"), reasons)


def _reasons_said(ctx: Context, parts: tuple[Part, ...], why: list[TextCard]) -> str:
    """Return what makes up the gain and what it rests on, as one answer to "why?"."""
    told = (_parts_chart(ctx, parts).alt,) if parts else ()
    return "\n".join((*told, *(card.body for card in why)))


def _curve(ctx: Context, advice: Advice) -> ChartCard:
    """Draw profit against price with its band, and where today's, the best and others' prices lie.

    A mark stands on the curve at the price nearest to what it marks.
    """
    curve = advice.curve
    marks = {"now": advice.comparison.variant.price.minor, "mrp": advice.comparison.mrp.minor}
    if advice.best is not None and advice.verdict in (Verdict.RAISE, Verdict.LOWER):
        marks["best"] = advice.best.price
    if advice.comparison.rivals:
        marks["rival"] = advice.comparison.rivals[0].price.minor
    spots = {
        name: min(range(len(curve)), key=lambda k: abs(curve[k].price - minor))
        for name, minor in marks.items()
        if curve[0].price * 0.98 <= minor <= curve[-1].price * 1.02
    }
    lines = [("profit", [one.profit for one in curve])]
    lines += [("low", [one.profit_low for one in curve])]
    lines += [("high", [one.profit_high for one in curve])]
    series = [
        Series(name=ctx.say(f"price-curve-{name}"), values=tuple(map(_rupees, values)))
        for name, values in lines
    ]
    series += [
        Series(
            name=ctx.say(f"price-mark-{name}"),
            values=tuple(_rupees(one.profit) if k == spot else None for k, one in enumerate(curve)),
        )
        for name, spot in spots.items()
    ]
    return ChartCard(
        title=ctx.say("price-curve-title"), shape="band", unit="money", currency=ctx.currency,
        labels=tuple(ctx.say("price-amount", amount=_money(ctx, one.price)) for one in curve),
        series=tuple(series),
        alt=ctx.say(
            "price-curve-alt", title=advice.comparison.variant.title,
            low=_money(ctx, curve[0].price), high=_money(ctx, curve[-1].price),
        ),
    )  # fmt: skip


def _why_card(ctx: Context, advice: Advice) -> list[TextCard]:
    """Return what the answer rests on: the elasticity, the costs, and what held the price."""
    costs, known = advice.costs, advice.known
    lines = []
    if known is not None:
        lines.append(
            ctx.say(
                "price-why-elasticity", value=round(-known.elasticity, 1),
                low=round(-known.high, 1), high=round(-known.low, 1), prices=known.prices,
                sold=known.sold, category=known.category,
                usual=round(-known.category_elasticity, 1),
                strong=int(known.elasticity < -4),
            )
        )  # fmt: skip
    lines.append(
        ctx.say(
            "price-why-costs", cost=_money(ctx, costs.cost),
            commission=round(costs.commission * 100, 1), shipping=_money(ctx, costs.shipping),
            back=_money(ctx, costs.return_shipping), returns=round(costs.comes_back * 100, 1),
        )
    )  # fmt: skip
    lines += [ctx.say("price-guard", guard=guard.value) for guard in advice.guards]
    return [TextCard(title=ctx.say("price-why-title"), body="\n".join(lines))]
