"""What the shop sells and for how much: product masters, price lists, reviews."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from commerce import records
from commerce.context import Context
from commerce.db.tables import (
    CompetitorPriceRow,
    MarketplacePriceRow,
    PriceChangeRow,
    ProductRow,
    ReviewRow,
    VariantRow,
)
from commerce.imports import queries
from commerce.imports.content import PriceContent, ProductContent, ReviewContent
from commerce.imports.notes import Notes
from commerce.imports.reading import Added, Read
from commerce.imports.rules import NEWS
from commerce.imports.types import RowRefused, Verdict
from commerce.money import Money

_WHY = "import"


@dataclass(slots=True)
class Products:
    """Takes variants in, a batch at a time. No SKU may come twice in one batch."""

    ctx: Context
    notes: Notes
    source_name: str

    def key(self, content: ProductContent) -> str:
        """Return by what two records are the same thing."""
        return content.sku

    def money(self, content: ProductContent) -> Money:
        """Return what a record counts in the totals: nothing."""
        return Money(0, self.ctx.currency)

    def day(self, content: ProductContent) -> date:
        """Return the day a record belongs to: today."""
        return self.ctx.today

    def take(self, batch: Sequence[Read[ProductContent]]) -> list[Verdict | RowRefused]:
        """Add what is new, and bring what is known up to what the master says."""
        ctx = self.ctx
        stored = queries.variant_rows(ctx, {read.content.sku for read in batch})
        products = self._products(
            [read.content for read in batch if read.content.sku not in stored]
        )
        new: list[queries.Values] = []
        added: list[ProductContent] = []
        changed: dict[int, queries.Values] = {}
        prices: list[queries.Values] = []
        verdicts: list[Verdict | RowRefused] = []
        for read in batch:
            content, there = read.content, stored.get(read.content.sku)
            if there is None:
                new.append(self._variant(content, products[content.product]))
                added.append(content)
                verdicts.append(Verdict.ADDED)
                continue
            try:
                values = self._changes(content, there)
            except RowRefused as refused:
                verdicts.append(refused)
                continue
            verdicts.append(Verdict.CHANGED if values else Verdict.UNCHANGED)
            if values:
                changed[there.id] = values
            if "price_minor" in values:
                prices.append(_price_change(ctx, there.id, values["price_minor"]))
        ids = queries.add_with_ids(ctx, VariantRow, new)
        queries.change_many(ctx, VariantRow, changed)
        prices += [
            _price_change(ctx, variant_id, row["price_minor"])
            for variant_id, row in zip(ids, new, strict=True)
        ]
        queries.add(ctx, PriceChangeRow, prices)
        places = {content.sku: variant_id for content, variant_id in zip(added, ids, strict=True)}
        places |= {sku: row.id for sku, row in stored.items()}
        return self._list(batch, places, verdicts)

    def _products(self, new: Sequence[ProductContent]) -> dict[str, int]:
        """Return the product of each title, adding those the shop lacks."""
        known = queries.products_by_title(self.ctx, {content.product for content in new})
        lacking: dict[str, ProductContent] = {}
        for content in new:
            if content.product not in known:
                lacking.setdefault(content.product, content)
        rows = [
            {
                "title": title, "category": content.category or "other", "hsn": content.hsn,
                "tax_class": content.tax, "created_at": self.ctx.now,
            }
            for title, content in lacking.items()
        ]  # fmt: skip
        ids = queries.add_with_ids(self.ctx, ProductRow, rows)
        return known | dict(zip(lacking, ids, strict=True))

    def _variant(self, content: ProductContent, product_id: int) -> queries.Values:
        mrp = content.mrp or content.price
        price = content.price or content.mrp
        if content.price is None and price is not None:
            self.notes.add("imports-note-price-mrp", content.line, content.sku)
        if price is None:
            self.notes.add("imports-note-price-none", content.line, content.sku)
        return {
            "product_id": product_id, "sku": content.sku, "title": content.title,
            "price_minor": price.minor if price else 0,
            "cost_minor": content.cost.minor if content.cost else 0,
            "mrp_minor": mrp.minor if mrp else 0, "weight_grams": content.weight_grams or 0,
            "is_active": content.is_active is not False,
        }  # fmt: skip

    def _changes(self, content: ProductContent, there: Any) -> queries.Values:
        """Return what a master changes on a variant; what it does not say stays.

        Raises:
            RowRefused: The price would be above the MRP.
        """
        told = {
            "price_minor": content.price and content.price.minor,
            "cost_minor": content.cost and content.cost.minor,
            "mrp_minor": content.mrp and content.mrp.minor,
            "weight_grams": content.weight_grams,
            "is_active": content.is_active,
            "title": content.title if content.title != content.sku else None,
        }
        values = {
            name: value
            for name, value in told.items()
            if value is not None and getattr(there, name) != value
        }
        price = values.get("price_minor", there.price_minor)
        mrp = values.get("mrp_minor", there.mrp_minor)
        if mrp and price > mrp and {"price_minor", "mrp_minor"} & values.keys():
            raise RowRefused(
                "error-imports-above-mrp", price=Money(price, self.ctx.currency),
                mrp=Money(mrp, self.ctx.currency),
            )  # fmt: skip
        return values

    def _list(
        self, batch: Sequence[Read[ProductContent]], places: dict[str, int],
        verdicts: list[Verdict | RowRefused],
    ) -> list[Verdict | RowRefused]:  # fmt: skip
        """Write what marketplaces show, and let what changed there count as changed."""
        there = {
            (row.variant_id, row.marketplace): row
            for row in queries.marketplace_prices(self.ctx, set(places.values()))
        }
        new: list[queries.Values] = []
        changed: dict[int, queries.Values] = {}
        for place, read in enumerate(batch):
            if isinstance(verdicts[place], RowRefused):
                continue
            variant_id, moved = places[read.content.sku], False
            for listed in read.content.listed:
                told = {"mrp_minor": listed.mrp and listed.mrp.minor,
                        "price_minor": listed.price and listed.price.minor}  # fmt: skip
                row = there.get((variant_id, listed.marketplace))
                if row is None:
                    new.append({"variant_id": variant_id, "marketplace": listed.marketplace,
                                "updated_at": self.ctx.now, **told})  # fmt: skip
                    moved = True
                    continue
                values = {
                    name: value
                    for name, value in told.items()
                    if value is not None and getattr(row, name) != value
                }
                if values:
                    changed[row.id] = {**values, "updated_at": self.ctx.now}
                    moved = True
            if moved and verdicts[place] is Verdict.UNCHANGED:
                verdicts[place] = Verdict.CHANGED
        queries.add(self.ctx, MarketplacePriceRow, new)
        queries.change_many(self.ctx, MarketplacePriceRow, changed)
        return verdicts


@dataclass(slots=True)
class Prices:
    """Takes prices in, a batch at a time: ours change what is sold for, others' are kept."""

    ctx: Context
    notes: Notes
    source_name: str
    added: Added = field(default_factory=Added)
    stale: bool = False
    """This very file was taken in before: our prices have moved on since, and stay."""
    _said: dict[str, int] = field(default_factory=dict)
    """SKU → our price, as this file has said already."""

    def key(self, content: PriceContent) -> str:
        """Return by what two records are the same thing."""
        return f"{content.sku}\n{content.competitor}\n{content.at}"

    def money(self, content: PriceContent) -> Money:
        """Return what a record counts in the totals: nothing."""
        return Money(0, self.ctx.currency)

    def day(self, content: PriceContent) -> date:
        """Return the day a price was seen, or holds from."""
        return self.ctx.local(content.at or self.ctx.now).date()

    def take(self, batch: Sequence[Read[PriceContent]]) -> list[Verdict | RowRefused]:
        """Change our prices where they differ, and keep those of others."""
        ctx = self.ctx
        stored = queries.variant_rows(ctx, {read.content.sku for read in batch})
        ids = {row.id for row in stored.values()}
        seen = {
            (row.variant_id, row.competitor, row.at): row.price_minor
            for row in queries.competitor_prices(
                ctx, ids, {read.content.at or ctx.now for read in batch}
            )
        }
        changed: dict[int, queries.Values] = {}
        ours: list[queries.Values] = []
        theirs: list[queries.Values] = []
        verdicts: list[Verdict | RowRefused] = []
        for read in batch:
            content, there = read.content, stored.get(read.content.sku)
            try:
                if there is None:
                    raise RowRefused("error-imports-unknown-sku", sku=content.sku[:80])
                if content.competitor:
                    verdicts.append(self._theirs(content, there.id, seen, theirs))
                else:
                    verdicts.append(self._ours(content, there, changed, ours))
            except RowRefused as refused:
                verdicts.append(refused)
        queries.change_many(ctx, VariantRow, changed)
        queries.add(ctx, PriceChangeRow, ours)
        self.added.note("competitor_prices", queries.add_with_ids(ctx, CompetitorPriceRow, theirs))
        return verdicts

    def _ours(
        self, content: PriceContent, there: Any, changed: dict[int, queries.Values],
        changes: list[queries.Values],
    ) -> Verdict:  # fmt: skip
        minor = content.price.minor
        said = self._said.setdefault(content.sku, minor)
        if said != minor:
            raise RowRefused(
                "error-imports-priced-twice", sku=content.sku[:80],
                one=Money(said, self.ctx.currency), other=content.price,
            )  # fmt: skip
        if content.at is not None and content.at > self.ctx.now:
            raise RowRefused("error-imports-price-later", on=self.day(content))
        if there.mrp_minor and minor > there.mrp_minor:
            mrp = Money(there.mrp_minor, self.ctx.currency)
            raise RowRefused("error-imports-above-mrp", price=content.price, mrp=mrp)
        if self.stale or there.price_minor == minor:
            return Verdict.UNCHANGED
        changed[there.id] = {"price_minor": minor}
        changes.append(_price_change(self.ctx, there.id, minor))
        return Verdict.CHANGED

    def _theirs(
        self, content: PriceContent, variant_id: int,
        seen: dict[tuple[int, str, Any], int], new: list[queries.Values],
    ) -> Verdict:  # fmt: skip
        at = content.at or self.ctx.now
        if at > self.ctx.now + timedelta(days=1):
            raise RowRefused("error-imports-price-later", on=self.day(content))
        place = (variant_id, content.competitor, at)
        known = seen.get(place)
        if known is not None and known != content.price.minor:
            raise RowRefused(
                "error-imports-priced-twice", sku=content.sku[:80],
                one=Money(known, self.ctx.currency), other=content.price,
            )  # fmt: skip
        if known is not None:
            return Verdict.UNCHANGED
        seen[place] = content.price.minor
        new.append({"variant_id": variant_id, "competitor": content.competitor,
                    "price_minor": content.price.minor, "at": at})  # fmt: skip
        return Verdict.ADDED


def _price_change(ctx: Context, variant_id: int, minor: int) -> queries.Values:
    return {"variant_id": variant_id, "price_minor": minor, "at": ctx.now, "why": _WHY}


@dataclass(slots=True)
class Reviews:
    """Takes reviews in, a batch at a time; one that is there already stays one."""

    ctx: Context
    notes: Notes
    source_name: str
    added: Added = field(default_factory=Added)

    def key(self, content: ReviewContent) -> str:
        """Return by what two records are the same review."""
        return f"{content.sku or content.product}\n{content.at}\n{content.text}"

    def money(self, content: ReviewContent) -> Money:
        """Return what a record counts in the totals: nothing."""
        return Money(0, self.ctx.currency)

    def day(self, content: ReviewContent) -> date:
        """Return the day it was written, in the shop's zone."""
        return self.ctx.local(content.at).date()

    def take(self, batch: Sequence[Read[ReviewContent]]) -> list[Verdict | RowRefused]:
        """Add the reviews that are new."""
        ctx = self.ctx
        skus = queries.variant_rows(ctx, {read.content.sku for read in batch} - {""})
        named = {read.content.product for read in batch} - {""}
        titles = queries.products_by_title(ctx, named)
        buyers = [read.content.buyer for read in batch]
        customers = queries.customers(
            ctx,
            {one.phone for one in buyers if one.phone},
            {one.email for one in buyers if one.email},
        )
        known = {
            (row.product_id, row.at, row.text)
            for row in queries.reviews(ctx, {read.content.at for read in batch})
        }
        new: list[queries.Values] = []
        verdicts: list[Verdict | RowRefused] = []
        for read in batch:
            content = read.content
            variant = skus.get(content.sku)
            product_id = variant.product_id if variant else titles.get(content.product)
            if product_id is None:
                named_as = (content.sku or content.product)[:80]
                verdicts.append(RowRefused("error-imports-unknown-product", product=named_as))
                continue
            if (product_id, content.at, content.text) in known:
                verdicts.append(Verdict.UNCHANGED)
                continue
            known.add((product_id, content.at, content.text))
            buyer = content.buyer
            customer = next(
                (
                    one.id
                    for one in customers
                    if (buyer.phone and one.phone == buyer.phone)
                    or (buyer.email and one.email == buyer.email)
                ),
                None,
            )
            new.append(
                {"product_id": product_id, "customer_id": customer, "rating": content.rating,
                 "text": content.text, "language": _language(content.text), "at": content.at}
            )  # fmt: skip
            verdicts.append(Verdict.ADDED)
        self.added.note("reviews", queries.add_with_ids(ctx, ReviewRow, new))
        for review in new:
            if review["at"] > ctx.now - NEWS:
                customer_id = review["customer_id"]
                records.happened(
                    ctx, "review.received", str(customer_id or ""), rating=review["rating"],
                    text=str(review["text"])[:500],
                )  # fmt: skip
        return verdicts


def _language(text: str) -> str:
    """Return `hi` for Devanagari, else `en`: which language Latin letters are in, others tell."""
    return "hi" if re.search(r"[\u0900-\u097f]", text) else "en"
