"""Inventory decisions: which product is meant, and which will not last."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from rapidfuzz import fuzz, process

from commerce.inventory.types import Pace, Reservation, StockReason, StockStep, Variant
from commerce.money import Money

PACE_DAYS = 30
"""The pace of sales is measured over this many days up to now."""

UNDO_ADJUST_FOR = timedelta(hours=24)
"""A wrong count is often noticed only at the end of the day."""

MOVED_AS = {
    StockReason.COUNT: "correction",
    StockReason.OTHER: "correction",
    StockReason.RECEIVED: "purchase",
}
"""The reason of a stock movement, where it has a word of its own."""

_STEPS = {
    StockReason.COUNT: StockStep.SET,
    StockReason.RECEIVED: StockStep.ADD,
    StockReason.RETURN: StockStep.ADD,
    StockReason.FOUND: StockStep.ADD,
    StockReason.DAMAGE: StockStep.REMOVE,
    StockReason.LOST: StockStep.REMOVE,
    StockReason.EXPIRED: StockStep.REMOVE,
    StockReason.SAMPLE: StockStep.REMOVE,
}
"""What a number of pieces means with each reason, where nobody says."""

SAME_WORD = 80.0
"""`rapidfuzz.fuzz.ratio` from which two words count as the same word spelt differently."""

_NOISE = frozenset({
    "a", "an", "the", "of", "for", "in", "my", "our", "all", "any", "some", "please",
    "stock", "sku", "product", "products", "item", "items", "piece", "pieces", "pcs",
    "unit", "units", "size", "colour", "color",
    "ka", "ki", "ke", "ko", "me", "mein", "wala", "wali", "wale", "vala", "vali", "vale",
    "kitna", "kitne", "kitni", "maal",
})  # fmt: skip
"""Words beside a product's name that tell no product apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A variant and how well it fits what was said."""

    variant: Variant
    score: float
    """0 to 100: the mean over the words that were said."""
    is_complete: bool
    """Every word that was said is found in it."""


def squashed(text: str) -> str:
    """Return letters and digits alone, in small letters: `KRT-Blu M` and `krtblum` are one."""
    return "".join(character for character in text.lower() if character.isalnum())


def words(text: str) -> list[str]:
    """Return the words that can tell products apart, in small letters."""
    found = re.findall(r"\w+", text.lower())
    return [word for word in found if word not in _NOISE] or found


def by_sku(text: str, variants: Sequence[Variant]) -> list[Variant]:
    """Return variants whose SKU is, or else begins with, what was said, ignoring punctuation."""
    said = squashed(text)
    same = [variant for variant in variants if squashed(variant.sku) == said]
    looks_like_a_sku = len(said) >= 4 and any(c.isdigit() or c == "-" for c in text)
    if same or not looks_like_a_sku:
        return same
    return [variant for variant in variants if squashed(variant.sku).startswith(said)]


def by_title(text: str, variants: Sequence[Variant]) -> list[Variant]:
    """Return variants whose own or whose product's title is exactly what was said."""
    said = squashed(text)
    return [v for v in variants if said in (squashed(v.title), squashed(v.product_title))]


def fits(text: str, variants: Sequence[Variant]) -> list[Fit]:
    """Return the variants that share words with what was said, the best first.

    A word counts where a word of the title begins with it or is spelt nearly like it
    (`SAME_WORD`), so that "blu kurtis" finds blue kurtis.
    """
    said = words(text)
    titles = {v.id: frozenset(words(f"{v.title} {v.product_title} {v.sku}")) for v in variants}
    vocabulary = list(frozenset().union(*titles.values())) if titles else []
    near = [_near(word, vocabulary) for word in said]
    # "1" or "M" alone brings nothing near: half the shop has one.
    telling = [word for word in said if len(word) > 2] or said
    found = []
    for variant in variants:
        best = [max((n.get(w, 0.0) for w in titles[variant.id]), default=0.0) for n in near]
        if any(score for score, word in zip(best, said, strict=True) if word in telling):
            score = sum(best) / len(best)
            found.append(Fit(variant=variant, score=score, is_complete=all(best)))
    return sorted(found, key=lambda fit: (-fit.score, fit.variant.title, fit.variant.sku))


def _near(word: str, vocabulary: Sequence[str]) -> dict[str, float]:
    """Return the words of a vocabulary that may be meant by a word, and how nearly."""
    singular = word.removesuffix("s") if len(word) > 3 else word
    near = {w: 95.0 for w in vocabulary if len(singular) >= 3 and w.startswith(singular)}
    if word in vocabulary:
        near[word] = 100.0
    if len(word) >= 4 and not word.isdigit():
        for known, score, _ in process.extract(
            word, vocabulary, scorer=fuzz.ratio, score_cutoff=SAME_WORD, limit=20
        ):
            near[known] = max(near.get(known, 0.0), score)
    return near


def pace(variant: Variant, *, free: int, sold: int, revenue: Money) -> Pace:
    """Measure how long a variant lasts: `days_left = free / (sold / PACE_DAYS)`, never below 0.

    `sold` must be above 0: what never sells never runs out.
    """
    per_day = sold / PACE_DAYS
    return Pace(
        variant=variant,
        free=free,
        sold=sold,
        revenue=revenue,
        per_day=per_day,
        days_left=max(0.0, free / per_day),
    )


def running_low(paces: Iterable[Pace], *, days: int) -> list[Pace]:
    """Return what lasts fewer than `days`: sold out first, then the soonest, then the dearest."""
    low = [pace for pace in paces if pace.days_left < days]
    return sorted(low, key=lambda p: (p.days_left, -p.revenue.minor, p.variant.sku))


def share_out(kept: Sequence[Reservation], quantity: int) -> list[Reservation]:
    """Say from which shelves `quantity` pieces come back, never more than each keeps.

    `kept` is what each shelf keeps for all orders, in the order to take from. Fewer come back
    where fewer are kept; shelves that give nothing are left out.
    """
    shares = []
    for shelf in kept:
        share = min(max(shelf.quantity, 0), quantity)
        quantity -= share
        if share:
            shares.append(replace(shelf, quantity=share))
    return shares


def step_of(step: StockStep | None, reason: StockReason | None, quantity: int) -> StockStep | None:
    """Return how a number of pieces is meant; `None` where neither sign nor reason tells.

    A negative number always takes away.
    """
    if quantity < 0:
        return StockStep.REMOVE
    return step or (_STEPS.get(reason) if reason else None)


def reason_of(reason: StockReason | None, step: StockStep) -> StockReason:
    """Return why a shelf is changed, where nobody says: setting it is a count."""
    return reason or (StockReason.COUNT if step is StockStep.SET else StockReason.OTHER)


def pieces_after(on_hand: int, step: StockStep, quantity: int) -> int:
    """Return how many pieces lie there afterwards; below zero where too many would be taken."""
    match step:
        case StockStep.ADD:
            return on_hand + quantity
        case StockStep.REMOVE:
            return on_hand - abs(quantity)
        case StockStep.SET:
            return quantity
