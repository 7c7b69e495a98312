"""Adding up what reviews say, decided without a database."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from commerce.reviews.types import FEWEST, Complaint, Month, Moods, ProductMood, Review
from commerce.scoring.opinions import Aspect, aspects
from commerce.scoring.pooling import Seen, pooled
from commerce.scoring.sentiment import Mood

QUOTES: Final = 2
WORST: Final = 5
_LONGEST_QUOTE: Final = 160
_MONTHS: Final = 12
_NUMBERS: Final = re.compile(r"\+?\d[\d\s-]{5,}\d")
_ADDRESSES: Final = re.compile(r"\S+@\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A review with what was read from it."""

    review: Review
    mood: Mood
    aspects: Mapping[Aspect, bool]
    """What it is about, and of each whether it complains."""


def read(
    reviews: Sequence[Review], moods_of: Callable[[Sequence[str]], Sequence[Mood]]
) -> list[Read]:
    """Read reviews; one without words is what its stars say."""
    moods = moods_of([review.text for review in reviews])
    return [
        Read(
            review=review,
            mood=mood if review.text.strip() else of_stars(review.rating),
            aspects=aspects(review.text),
        )
        for review, mood in zip(reviews, moods, strict=True)
    ]


def of_stars(stars: int) -> Mood:
    """Return what stars say where nothing else does."""
    if stars >= 4:
        return Mood.POSITIVE
    return Mood.NEGATIVE if stars <= 2 else Mood.NEUTRAL


def moods(told: Sequence[Read]) -> Moods:
    """Count reviews by what they are."""
    counted = Counter(one.mood for one in told)
    return Moods(
        count=len(told), negative=counted[Mood.NEGATIVE], neutral=counted[Mood.NEUTRAL],
        positive=counted[Mood.POSITIVE],
        stars=sum(one.review.rating for one in told) / len(told) if told else None,
    )  # fmt: skip


def complaints(now: Sequence[Read], before: Sequence[Read]) -> tuple[Complaint, ...]:
    """Return what is complained of, most first."""
    found = []
    for aspect in Aspect:
        about = [one for one in now if aspect in one.aspects]
        bad = [one for one in about if one.aspects[aspect]]
        earlier = sum(one.aspects.get(aspect, False) for one in before)
        if bad:
            found.append(
                Complaint(
                    aspect=aspect, count=len(bad), mentioned=len(about),
                    share=len(bad) / len(now) if len(now) >= FEWEST else None,
                    before=earlier / len(before) if len(before) >= FEWEST else None,
                    quotes=quotes([one.review.text for one in bad]),
                )
            )  # fmt: skip
    return tuple(sorted(found, key=lambda one: (-one.count, one.aspect)))


def praised(now: Sequence[Read]) -> tuple[tuple[Aspect, int], ...]:
    """Return what good reviews speak well of, most first."""
    counted = Counter(
        aspect
        for one in now
        if one.mood is Mood.POSITIVE
        for aspect, bad in one.aspects.items()
        if not bad
    )
    return tuple(counted.most_common())


def worst(told: Sequence[Read]) -> tuple[ProductMood, ...]:
    """Return the products with the highest share of negative reviews, few pulled to all."""
    by_product: dict[int, list[Read]] = {}
    for one in told:
        by_product.setdefault(one.review.product_id, []).append(one)
    every = Seen(hits=sum(one.mood is Mood.NEGATIVE for one in told), n=len(told))
    found = []
    for those in by_product.values():
        bad = sum(one.mood is Mood.NEGATIVE for one in those)
        rate = pooled([every, Seen(hits=bad, n=len(those))], strength=float(FEWEST))
        if rate.sayable and bad:
            stars = sum(one.review.rating for one in those) / len(those)
            found.append(
                ProductMood(
                    product=those[0].review.product, count=len(those), stars=stars, negative=rate
                )
            )
    found.sort(key=lambda one: (-one.negative.value, one.product))
    return tuple(found[:WORST])


def months(told: Sequence[Read], zone: ZoneInfo) -> tuple[Month, ...]:
    """Return the last months of reviews, oldest first."""
    by_month: dict[str, list[Read]] = {}
    for one in told:
        by_month.setdefault(f"{one.review.at.astimezone(zone):%Y-%m}", []).append(one)
    return tuple(
        Month(month=name, moods=moods(by_month[name])) for name in sorted(by_month)[-_MONTHS:]
    )


def quotes(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the first few different texts, shortened, without phone numbers and addresses."""
    different = dict.fromkeys(" ".join(text.split()) for text in texts)
    return tuple(_shown(text) for text in list(different)[:QUOTES])


def _shown(text: str) -> str:
    hidden = _ADDRESSES.sub("•••", _NUMBERS.sub("•••", text))
    return hidden if len(hidden) <= _LONGEST_QUOTE else hidden[: _LONGEST_QUOTE - 1] + "…"
