"""What a price should be, as far as the shop's own history tells."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from commerce import inventory, settings
from commerce.access import Permission
from commerce.context import Context
from commerce.errors import Ambiguous, Refused
from commerce.inventory import Variant
from commerce.money import Money
from commerce.pricing import queries, rules
from commerce.pricing.types import (
    Advice,
    Comparison,
    Costs,
    Effect,
    Guard,
    Known,
    Markdown,
    Simulation,
    Verdict,
)
from commerce.scoring import served
from commerce.scoring.elasticity import DEFINITION
from commerce.scoring.pooling import Seen, pooled
from commerce.settings import PriceRules

_LATELY = timedelta(days=30)
_PAST = timedelta(days=180)
_DEAD = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """Everything that is known of one variant's price."""

    comparison: Comparison
    ware: queries.Ware
    costs: Costs
    rules: PriceRules
    known: Known | None
    se: float
    pieces: int
    rivals: tuple[int, ...]
    """Prices of competitors that are not old."""

    @property
    def speaks(self) -> bool:
        """Whether it can be said what sells at another price."""
        return self.known is not None and not self.known.doubts and self.pieces > 0

    def at(self, price: float) -> Effect:
        """Return what a price would bring."""
        assert self.known is not None
        return rules.effect(
            self.costs, self.pieces, self.ware.price, price, self.known.elasticity, self.se
        )


def advise(ctx: Context, product: str) -> Advice:
    """Return what a variant's price should be, within all that holds it, and why.

    Raises:
        NotAllowed: The actor may not change prices; costs and margins are in the answer.
        NotFound: No such product.
        Ambiguous: Several fit.
    """
    return _advice(ctx, _case(ctx, product))


def simulate(ctx: Context, product: str, price: Money) -> Simulation:
    """Return what one price would bring.

    Raises:
        NotAllowed: The actor may not change prices.
        NotFound: No such product.
        Ambiguous: Several fit.
        Refused: It is nothing, or above the MRP.
    """
    case = _case(ctx, product)
    refuse_illegal(case.ware, price)
    at = case.at(price.minor) if case.speaks else None
    parts = rules.parts(case.costs, case.pieces, case.ware.price, at) if at is not None else ()
    return Simulation(
        advice=_advice(ctx, case), at=at, unit_profit=rules.unit_profit(case.costs, price.minor),
        gst_percent=rules.gst_percent(case.ware.tax_class, price.minor),
        margin=rules.margin(case.costs, price.minor), parts=parts,
        warnings=warnings(ctx, case.ware, price, case.rivals, case.rules, case.costs),
    )  # fmt: skip


def one_variant(ctx: Context, product: str) -> Variant:
    """Return the one variant a person means.

    Raises:
        NotFound: No such product.
        Ambiguous: Several fit, or it has several sizes or colours.
    """
    found = inventory.find_variants(ctx, product)
    if len(found) > 1:
        choices = tuple((variant.sku, variant.title) for variant in found[:10])
        raise Ambiguous("error-product-which-variant", choices, product=product)
    return found[0]


def refuse_illegal(ware: queries.Ware, price: Money) -> None:
    """Refuse what may never be asked.

    Raises:
        Refused: It is nothing, or above the MRP (Legal Metrology Act 2009, s. 36).
    """
    if price.minor <= 0:
        raise Refused("error-price-nothing")
    if ware.mrp and price.minor > ware.mrp:
        raise Refused("error-price-above-mrp", price=price, mrp=Money(ware.mrp, price.currency))


def costs_of(ctx: Context, ware: queries.Ware, chosen: PriceRules) -> Costs:
    """Return what a piece costs the shop, by where it sells and how often it comes back."""
    sold = queries.channels(ctx, ware.id, ctx.now - _PAST)
    total = sum(sold.values())
    kept = {name: chosen.commissions.get(name, chosen.other_commission) for name in sold}
    commission = (
        sum(kept[name] * count for name, count in sold.items()) / total
        if total
        else chosen.other_commission
    )
    levels = queries.came_back(ctx, ware.category, ware.id, ctx.now - _PAST)
    back = pooled(Seen(hits=hits, n=n) for hits, n in levels).value if levels[0][1] else 0.0
    return Costs(
        cost=ware.cost, tax_class=ware.tax_class, commission=commission,
        shipping=chosen.shipping_rupees * 100, return_shipping=chosen.return_shipping_rupees * 100,
        comes_back=back,
    )  # fmt: skip


def fresh_rivals(comparison: Comparison, now: datetime) -> tuple[int, ...]:
    """Return competitors' prices that are not old, in minor units."""
    return tuple(r.price.minor for r in comparison.rivals if not rules.is_stale(r.seen_at, now))


def compared(ctx: Context, variant: Variant) -> Comparison:
    """Return one variant's price beside its MRP and the competitors'."""
    return Comparison(
        variant=variant, mrp=queries.mrps(ctx, [variant.id])[variant.id],
        rivals=queries.latest_rival_prices(ctx, [variant.id]).get(variant.id, ()),
    )  # fmt: skip


def warnings(
    ctx: Context, ware: queries.Ware, price: Money, rivals: tuple[int, ...], chosen: PriceRules,
    costs: Costs,
) -> tuple[str, ...]:  # fmt: skip
    """Return a sentence for each guard that a price would go through."""
    today, currency = ware.price, price.currency
    found = []
    step = abs(price.minor - today) / today if today else 0.0
    if step > rules.NEEDS_A_LOOK:
        found.append(ctx.say("price-warning-far", percent=round(step * 100)))
    elif step > chosen.daily_step + 1e-9:
        found.append(
            ctx.say(
                "price-warning-step", percent=round(step * 100, 1),
                most=round(chosen.daily_step * 100, 1),
            )
        )  # fmt: skip
    if rules.crosses_tax_step(ware.tax_class, today, price.minor):
        at_step = rules.unit_profit(costs, rules.TAX_STEP)
        less = at_step - rules.unit_profit(costs, price.minor)
        found.append(
            ctx.say(
                "price-warning-tax", step=Money(rules.TAX_STEP, currency),
                less=Money(max(round(less), 0), currency), worse=int(less > 0),
            )
        )  # fmt: skip
    if rivals:
        usual = sum(rivals) / len(rivals)
        index = price.minor / usual
        if not chosen.band_low <= index <= chosen.band_high:
            found.append(
                ctx.say(
                    "price-warning-band", percent=round(abs(index - 1) * 100, 1),
                    side="below" if index < 1 else "above", usual=Money(round(usual), currency),
                )
            )  # fmt: skip
    last = queries.last_change(ctx, ware.id)
    if last is not None and ctx.now - last < timedelta(days=chosen.rest_days):
        found.append(
            ctx.say("price-warning-rest", days=(ctx.now - last).days, rest=chosen.rest_days)
        )
    return tuple(found)


def _case(ctx: Context, product: str) -> _Case:
    ctx.require(Permission.PRICES_WRITE)
    variant = one_variant(ctx, product)
    ware = queries.ware(ctx, variant.id)
    chosen = settings.price_rules(ctx)
    comparison = compared(ctx, variant)
    known, se = _known(ctx, ware.sku)
    return _Case(
        comparison=comparison, ware=ware, costs=costs_of(ctx, ware, chosen), rules=chosen,
        known=known, se=se, pieces=queries.pieces(ctx, ware.id, ctx.now - _LATELY, ctx.now),
        rivals=fresh_rivals(comparison, ctx.now),
    )  # fmt: skip


def _known(ctx: Context, sku: str) -> tuple[Known | None, float]:
    found = served(ctx, DEFINITION)
    one = found[0].by_sku.get(sku) if found else None
    if found is None or one is None:
        return None, 0.0
    return Known(
        elasticity=one.value, low=one.low, high=one.high, category=one.category,
        category_elasticity=one.category_value, prices=one.prices, sold=one.sold,
        version=found[1].number, doubts=one.doubts,
    ), one.se  # fmt: skip


def _advice(ctx: Context, case: _Case) -> Advice:
    floor = rules.floor_price(case.costs, case.rules)
    now = best = step = None
    curve: tuple[Effect, ...] = ()
    guards: tuple[Guard, ...] = ()
    verdict = Verdict.UNKNOWN
    if case.speaks:
        now = case.at(case.ware.price)
        best, curve, guards = _best(case, floor)
        verdict = _verdict(now, best)
        step = _first_step(case, best) if verdict in (Verdict.RAISE, Verdict.LOWER) else None
        if step is not None:
            guards = (*guards, Guard.DAILY_STEP)
    shown = best if verdict in (Verdict.RAISE, Verdict.LOWER) else None
    return Advice(
        comparison=case.comparison, verdict=verdict, costs=case.costs, known=case.known,
        pieces=case.pieces, now=now, best=best, step=step, guards=guards,
        parts=rules.parts(case.costs, case.pieces, case.ware.price, shown) if shown else (),
        curve=curve, floor=Money(floor, ctx.currency), markdowns=_markdowns(ctx, case, floor),
    )  # fmt: skip


def _best(case: _Case, floor: int) -> tuple[Effect, tuple[Effect, ...], tuple[Guard, ...]]:
    today = case.ware.price
    low, high, low_guard, high_guard = rules.bounds(
        today, case.ware.mrp, floor, case.rivals, case.rules
    )
    prices = rules.endings(low, high, case.rules)
    inside = sorted({*prices, *([today] if low <= today <= high else [])}) or [today]
    # Sure gains first: among prices whose low end is no loss, the best middle.
    tried = [case.at(price) for price in inside]
    best = max(tried, key=lambda one: one.profit)
    guards = []
    if best.price == inside[-1] and best.price != today:
        guards.append(high_guard)
    if best.price == inside[0] and best.price != today:
        guards.append(low_guard)
    if best.price <= rules.TAX_STEP and rules.crosses_tax_step(
        case.ware.tax_class, best.price, max(high, best.price)
    ):
        guards.append(Guard.TAX_CLIFF)
    wide = rules.endings(
        max(today * 0.75, 100), min(today * 1.25, case.ware.mrp or today * 1.25), case.rules
    )
    marks = sorted({today, best.price, *wide[:: max(len(wide) // 20, 1)]})
    return best, tuple(case.at(price) for price in marks), tuple(dict.fromkeys(guards))


def _verdict(now: Effect, best: Effect) -> Verdict:
    worth = best.gain > rules.WORTH_IT * abs(now.profit) and best.gain_low > 0
    if best.price == now.price or not worth:
        return Verdict.KEEP
    return Verdict.RAISE if best.price > now.price else Verdict.LOWER


def _first_step(case: _Case, best: Effect) -> Effect | None:
    today, most = case.ware.price, case.rules.daily_step
    if abs(best.price - today) <= today * most:
        return None
    low, high = sorted((today, best.price))
    low, high = max(low, round(today * (1 - most))), min(high, round(today * (1 + most)))
    near = [price for price in rules.endings(low, high, case.rules) if price != today]
    if not near:
        return None
    return case.at(max(near) if best.price > today else min(near))


def _markdowns(ctx: Context, case: _Case, floor: int) -> tuple[Markdown, ...]:
    """Return steps down for what lies and was not sold for a season; none below the floor."""
    if queries.free_pieces(ctx, case.ware.id) <= 0:
        return ()
    if queries.pieces(ctx, case.ware.id, ctx.now - _DEAD, ctx.now):
        return ()
    found = []
    for days, percent in rules.LADDER:
        price = case.ware.price * (100 - percent) // 100
        nice = [p for p in rules.endings(price * 0.97, price, case.rules) if p >= floor]
        if nice:
            found.append(
                Markdown(after_days=days, price=Money(nice[-1], ctx.currency), percent_off=percent)
            )
    return tuple(found)
