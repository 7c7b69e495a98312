"""Which product or warehouse is meant by what a person says."""

from collections.abc import Collection

from commerce.context import Context
from commerce.errors import Ambiguous, NotFound
from commerce.inventory import queries, rules
from commerce.inventory.types import Variant, Warehouse

CHOICES = 5
"""How many products a question back offers."""


def matching_variants(ctx: Context, text: str) -> tuple[Variant, ...]:
    """Return every variant that a SKU, or a title or part of it, may mean, the best first.

    Raises:
        NotFound: Nothing in the shop comes near.
        Ambiguous: Nothing fits all that was said; the choices come near.
    """
    if exact := queries.variants(ctx, sku=text.strip()):
        return tuple(exact)
    sold = queries.variants(ctx)
    if named := rules.by_sku(text, sold) or rules.by_title(text, sold):
        return tuple(named)
    fits = rules.fits(text, sold)
    if complete := [fit for fit in fits if fit.is_complete]:
        best = complete[0].score
        return tuple(fit.variant for fit in complete if fit.score == best)
    near = tuple(fit.variant for fit in fits if fit.score >= 50.0)
    if not near:
        raise NotFound("error-product-not-found", product=text)
    raise Ambiguous("error-product-nearest", _choices(near), product=text)


def find_variants(ctx: Context, text: str) -> tuple[Variant, ...]:
    """Return the variants of the one product that a SKU, or a title or part of it, means.

    Raises:
        NotFound: Nothing in the shop comes near.
        Ambiguous: Several products fit, or none fits all that was said.
    """
    found = matching_variants(ctx, text)
    if len({variant.product_id for variant in found}) > 1:
        raise Ambiguous("error-product-ambiguous", _choices(found), product=text)
    return found


def find_warehouse(ctx: Context, text: str) -> Warehouse:
    """Return the warehouse of a code, a name or a city.

    Raises:
        NotFound: There is none; the message names those there are.
        Ambiguous: Several are in that city.
    """
    known = queries.warehouses(ctx)
    said = rules.squashed(text)
    found = [w for w in known if rules.squashed(w.code) == said] or [
        w
        for w in known
        if said in (rules.squashed(w.name), rules.squashed(w.city))
        or rules.squashed(w.city) in said
    ]
    if not found:
        raise NotFound(
            "error-warehouse-not-found",
            warehouse=text,
            known=", ".join(f"{w.code} ({w.city})" for w in known),
        )
    if len(found) > 1:
        choices = tuple((w.code, f"{w.name} ({w.code})") for w in found)
        raise Ambiguous("error-warehouse-ambiguous", choices, warehouse=text)
    return found[0]


def _choices(variants: Collection[Variant]) -> tuple[tuple[str, str], ...]:
    """Return one choice a product: the title, or the SKU where a title would not tell."""
    products: dict[int, list[Variant]] = {}
    for variant in variants:
        products.setdefault(variant.product_id, []).append(variant)
    titles = [found[0].product_title for found in products.values()]
    return tuple(
        (found[0].sku if titles.count(title) > 1 else title, title)
        for found, title in list(zip(products.values(), titles, strict=True))[:CHOICES]
    )
