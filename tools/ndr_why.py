"""Why an undelivered parcel has the chance it has: each reason in words, and their picture."""

from commerce.context import Context
from commerce.money import Money
from commerce.scoring import Reason, Score
from commerce.words import Value
from tools.cards import ChartCard
from tools.reasons import Reasons, waterfall

MOST_REASONS = 6
"""Reasons that are told one by one; the rest is added up."""
_SHARES = ("ndr_city_returns", "ndr_pincode_recovery")
_LEAST = 0.005
"""A part below half a point is told with the rest."""


def percent(share: float) -> int:
    """Return a share as a whole number of percent."""
    return round(100 * share)


def told(score: Score) -> tuple[tuple[Reason, ...], float]:
    """Return the reasons to tell, strongest first, and what all the others add up to."""
    strong = [one for one in score.reasons if abs(one.points) >= _LEAST][:MOST_REASONS]
    rest = sum(one.points for one in score.reasons) - sum(one.points for one in strong)
    return tuple(strong), rest


def reason_of(ctx: Context, reason: Reason) -> str:
    """Return what was seen, in the trade's words."""
    return ctx.say(f"reason-{reason.feature}", value=_value(ctx, reason))


def strongest(ctx: Context, score: Score, most: int = 3) -> str:
    """Return the strongest reasons with their points, in one line."""
    reasons, _ = told(score)
    return ", ".join(_part(ctx, reason_of(ctx, one), one.points) for one in reasons[:most])


def picture(ctx: Context, score: Score) -> ChartCard:
    """Return the reasons of a score as steps that lead from the average to it."""
    ends = {"percent": percent(score.value), "base": percent(score.base)}
    reasons = Reasons(
        unit="share",
        start=(ctx.say("why-average"), score.base),
        parts=[(reason_of(ctx, one), one.points) for one in score.reasons],
        end=(ctx.say("why-next-attempt"), score.value),
    )
    return waterfall(ctx, ctx.say("ndr-why-title", **ends), reasons)


def facts_of(ctx: Context, score: Score | None) -> dict[str, object] | None:
    """Return a score as plain JSON, every reason with it: base and points add up to the value."""
    if score is None:
        return None
    return {
        "chance": score.value,
        "average": score.base,
        "version": score.version,
        "reasons": [
            {
                "feature": one.feature,
                "value": one.value,
                "points": one.points,
                "text": reason_of(ctx, one),
            }
            for one in score.reasons
        ],
    }


def _part(ctx: Context, label: str, points: float) -> str:
    sign = "minus" if points < 0 else "plus"
    return ctx.say("ndr-why-part", label=label, points=abs(percent(points)), sign=sign)


def _value(ctx: Context, reason: Reason) -> Value:
    match reason.feature, reason.value:
        case _, None:
            return "none"
        case "ndr_reason", str(word):
            return ctx.say(f"ndr-reason-{word}")
        case "ndr_courier", str(word):
            return ctx.say(f"courier-type-{word}")
        case "ndr_value", float(rupees):
            return Money(round(rupees * 100), ctx.currency)
        case _, str(word):
            key = word.replace(" ", "-")
            return f"number-{key}" if key[:1].isdigit() else key
        case name, float(number):
            return percent(number) if name in _SHARES else round(number)
        case _:
            return str(reason.value)
