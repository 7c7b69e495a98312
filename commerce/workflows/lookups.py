"""What some things lead to, each kind of row read once for all of them, when it is asked for.

A run looks at one thing; a dry run looks at thousands, and may not ask for each by itself.
"""

from collections.abc import Collection
from functools import cached_property

from commerce.context import Context
from commerce.workflows import queries_facts
from commerce.workflows.queries_facts import Found


class Lookups:
    """Orders, parcels, cases, customers and products that some things are or lead to."""

    def __init__(self, ctx: Context, about: Collection[tuple[str, str]]) -> None:
        """Take what will be asked about: kinds and names; nothing is looked up yet."""
        self._ctx = ctx
        self._about = about

    def _named(self, kind: str) -> set[str]:
        return {name for of, name in self._about if of == kind}

    @cached_property
    def order_of_parcel(self) -> dict[str, str]:
        """AWB → order number."""
        return queries_facts.orders_of_parcels(self._ctx, self._named("parcel"))

    @cached_property
    def orders(self) -> dict[str, Found]:
        """Order number → the order, with where it goes."""
        numbers = self._named("order")
        if any(kind == "parcel" for kind, _ in self._about):
            numbers |= set(self.order_of_parcel.values())
        return queries_facts.orders(self._ctx, numbers)

    @cached_property
    def pieces(self) -> dict[int, int]:
        """Order → how many pieces it has."""
        return queries_facts.pieces(self._ctx, self._order_ids)

    @cached_property
    def risks(self) -> dict[int, float]:
        """Order → the chance that it comes back."""
        return queries_facts.risks(self._ctx, self._order_ids)

    @cached_property
    def newest_parcels(self) -> dict[int, Found]:
        """Order → its newest parcel."""
        return {row.order_id: row for row in queries_facts.parcels(self._ctx, self._order_ids)}

    @cached_property
    def parcels(self) -> dict[str, Found]:
        """AWB → the parcel."""
        return queries_facts.parcels_called(self._ctx, self._named("parcel"))

    @cached_property
    def cases(self) -> dict[int, Found]:
        """Parcel → its latest case, and whose it is."""
        found = [row.id for row in self.parcels.values()]
        if self._named("order"):
            found += [row.id for row in self.newest_parcels.values()]
        return queries_facts.cases(self._ctx, found)

    @cached_property
    def customers(self) -> dict[int, Found]:
        """Customers' names and languages."""
        return queries_facts.customers(self._ctx, self._customer_ids)

    @cached_property
    def buying(self) -> dict[int, Found]:
        """Customer → what their orders come to."""
        return queries_facts.buying(self._ctx, self._customer_ids)

    @cached_property
    def products(self) -> dict[str, Found]:
        """SKU → the variant, and the pieces that can be sold."""
        return queries_facts.products(self._ctx, self._named("product"))

    @cached_property
    def _order_ids(self) -> list[int]:
        return [row.id for row in self.orders.values()]

    @cached_property
    def _customer_ids(self) -> set[int]:
        named = {int(name) for name in self._named("customer") if name.isdecimal()}
        if any(kind in ("order", "parcel") for kind, _ in self._about):
            named |= {row.customer_id for row in self.orders.values()}
        return named
