"""What goes together: what buyers of the same things bought as well, beyond chance."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from math import sqrt
from typing import Final

from commerce.access import Permission
from commerce.context import Context
from commerce.customers import queries

LATEST: Final = 10_000
"""Delivered orders of the shop that are looked at, the latest."""
FEWEST: Final = 10
"""Buyers of both from which they are spoken of."""
MOST: Final = 3
_SURE: Final = 4.0
"""Standard deviations by which a share must lie above the usual one: many pairs are tried."""
_LIKELY: Final = 1.96
"""Standard deviations of the interval that is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlsoBought:
    """A product, and what speaks for it."""

    product: str
    because: str
    """The product they bought."""
    n: int
    """Buyers of both."""
    of: int
    """Buyers of the product they bought."""
    low: float
    """Of the share of those buyers: the low end of what it may be (Wilson 1927, 95 %)."""
    high: float
    lift: float
    """How many times as often as among all buyers."""
    cosine: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What goes with one product."""

    buyers: int
    """Of the product, in the orders that were looked at."""
    looked_at: int
    """Buyers of anything in them."""
    shown: tuple[AlsoBought, ...]


def also_bought(ctx: Context, customer_id: int) -> tuple[AlsoBought, ...]:
    """Return what buyers of a customer's products bought as well, the surest first."""
    ctx.require(Permission.ORDERS_READ)
    theirs = queries.products_kept(ctx, customer_id)
    if not theirs:
        return ()
    return _named(ctx, likely(queries.products_by_buyer(ctx, LATEST), theirs)[:MOST])


def bought_with(ctx: Context, product_id: int, *, limit: int = MOST) -> Together:
    """Return what buyers of a product bought as well, the surest first.

    Nothing is shown of a product with fewer than `FEWEST` buyers, and no pair that chance explains.
    """
    ctx.require(Permission.ORDERS_READ)
    bought = queries.products_by_buyer(ctx, LATEST)
    return Together(
        buyers=len({buyer for buyer, product in bought if product == product_id}),
        looked_at=len({buyer for buyer, _ in bought}),
        shown=_named(ctx, likely(bought, {product_id})[:limit]),
    )


def likely(
    bought: Iterable[tuple[int, int]], theirs: Collection[int]
) -> list[tuple[int, int, int, int, float, float]]:
    """Return what goes with a customer's products: it, with which, both, of, lift, cosine.

    The share of buyers must lie above that of all buyers by more than chance (Wilson 1927, score
    interval), so that what simply sells well is not proposed to everybody.

    Args:
        bought: Customer and product, each pair once.
        theirs: What the customer has.
    """
    buyers: dict[int, set[int]] = defaultdict(set)
    for customer, product in bought:
        buyers[product].add(customer)
    everybody = len(set().union(*buyers.values())) if buyers else 0
    best: dict[int, tuple[float, tuple[int, int, int, int, float, float]]] = {}
    for mine in theirs:
        of = len(buyers.get(mine, ()))
        for product in buyers.keys() - set(theirs):
            both = len(buyers[mine] & buyers[product]) if of >= FEWEST else 0
            usual = len(buyers[product]) / everybody
            surely = _low(both, of, z=_SURE) / usual if both >= FEWEST else 0.0
            if surely > 1.0 and surely > best.get(product, (0.0,))[0]:
                cosine = both / sqrt(of * len(buyers[product]))
                best[product] = (surely, (product, mine, both, of, both / of / usual, cosine))
    ranked = sorted(best.values(), key=lambda one: (-one[0], one[1]))
    return [told for _, told in ranked]


def _named(
    ctx: Context, found: Iterable[tuple[int, int, int, int, float, float]]
) -> tuple[AlsoBought, ...]:
    pairs = list(found)
    names = queries.product_titles(ctx, {one for pair in pairs for one in pair[:2]})
    return tuple(
        AlsoBought(
            product=names[product], because=names[because], n=both, of=of,
            low=_low(both, of, z=_LIKELY), high=1 - _low(of - both, of, z=_LIKELY),
            lift=lift, cosine=cosine,
        )
        for product, because, both, of, lift, cosine in pairs
    )  # fmt: skip


def _low(hits: int, n: int, *, z: float) -> float:
    """Return the low end of Wilson's interval of a share."""
    share = hits / n
    middle = share + z * z / (2 * n)
    return (middle - z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))) / (1 + z * z / n)
