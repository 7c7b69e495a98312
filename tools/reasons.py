"""Why a score is what it is: from where it starts over each reason to where it ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from commerce.context import Context
from tools.cards import ChartCard, Series
from tools.charts import text_at

Step = tuple[str, float]
"""What it is called, and how much."""
_LEAST = 0.005
"""Of the largest value: steps below it are told together."""
_MOST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Steps that add up: `start + Σ parts == end`, the strongest first."""

    unit: Literal["money", "count", "share"]
    start: Step
    parts: Sequence[Step]
    end: Step


def waterfall(ctx: Context, title: str, reasons: Reasons) -> ChartCard:
    """Return the picture of a sum of reasons, and the sum in a sentence as its `alt`."""
    parts = _told(ctx, reasons)
    steps = (reasons.start, *parts, reasons.end)
    card = ChartCard(
        title=title, shape="waterfall", unit=reasons.unit, currency=ctx.currency,
        labels=tuple(label for label, _ in steps), alt="",
        series=(Series(name=ctx.say("why-points"), values=tuple(value for _, value in steps)),),
    )  # fmt: skip
    return card.model_copy(update={"alt": _said(ctx, card)})


def _told(ctx: Context, reasons: Reasons) -> list[Step]:
    """Return the steps told one by one, and what all others add up to."""
    largest = max(abs(value) for _, value in (reasons.start, *reasons.parts, reasons.end))
    told = [one for one in reasons.parts if abs(one[1]) >= _LEAST * largest][:_MOST]
    rest = reasons.end[1] - reasons.start[1] - sum(value for _, value in told)
    return [*told, (ctx.say("why-rest"), rest)] if abs(rest) >= _LEAST * largest else told


def _said(ctx: Context, card: ChartCard) -> str:
    series = card.series[0]
    texts = [text_at(card, series, at, ctx.language) for at in range(len(card.labels))]
    parts = [
        ctx.say("why-part", what=label, by=text)
        for label, text in zip(card.labels[1:-1], texts[1:-1], strict=True)
    ]
    return ctx.say(
        "why-told", start=card.labels[0], low=texts[0], parts="; ".join(parts) or "none",
        end=card.labels[-1], high=texts[-1],
    )  # fmt: skip
