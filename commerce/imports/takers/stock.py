"""How much lies where, from a list: each shelf set to what was counted, the difference moved."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from commerce.context import Context
from commerce.db.tables import StockMovementRow, StockRow, WarehouseRow
from commerce.imports import queries
from commerce.imports.content import StockContent
from commerce.imports.notes import Notes
from commerce.imports.reading import Read
from commerce.imports.types import RowRefused, Verdict
from commerce.money import Money


@dataclass(slots=True)
class Stock:
    """Takes counts in, a batch at a time. No shelf may come twice in one batch."""

    ctx: Context
    notes: Notes
    source_name: str
    stale: bool = False
    """This very file was taken in before: shelves have moved on since, and stay."""
    _warehouses: dict[str, list[int]] = field(default_factory=dict)
    """Code, name or city → ids; read at the first row."""
    _are_read: bool = False
    _codes: list[str] = field(default_factory=list)
    _opened: set[str] = field(default_factory=set)
    """Warehouses that this file brought."""
    _said: dict[tuple[int, int], int] = field(default_factory=dict)
    """(variant, warehouse) → what this file has said of it already."""

    def key(self, content: StockContent) -> str:
        """Return by what two records are the same shelf."""
        return f"{content.sku}\n{_squashed(content.warehouse)}"

    def money(self, content: StockContent) -> Money:
        """Return what a record counts in the totals: nothing."""
        return Money(0, self.ctx.currency)

    def day(self, content: StockContent) -> date:
        """Return the day a record belongs to."""
        return self.ctx.local(content.at or self.ctx.now).date()

    def take(self, batch: Sequence[Read[StockContent]]) -> list[Verdict | RowRefused]:
        """Set each shelf to what was counted."""
        ctx = self.ctx
        variants = queries.variants(ctx, {read.content.sku for read in batch})
        shelves = {
            (row.variant_id, row.warehouse_id): row
            for row in queries.shelves(ctx, set(variants.values()))
        }
        new: list[queries.Values] = []
        changed: dict[int, queries.Values] = {}
        moves: list[queries.Values] = []
        verdicts: list[Verdict | RowRefused] = []
        for read in batch:
            try:
                place = self._place(read.content, variants)
                verdict = self._check(place, read.content)
            except RowRefused as refused:
                verdicts.append(refused)
                continue
            there = shelves.get(place)
            before = there.on_hand if there else 0
            if verdict is not None or (there is not None and before == read.content.on_hand):
                verdicts.append(verdict or Verdict.UNCHANGED)
                continue
            variant_id, warehouse_id = place
            on_hand = read.content.on_hand
            if there is None:
                new.append({"variant_id": variant_id, "warehouse_id": warehouse_id,
                            "on_hand": on_hand, "reserved": 0})  # fmt: skip
            else:
                changed[there.id] = {"on_hand": on_hand}
                if there.reserved > on_hand:
                    self.notes.add("imports-note-reserved", read.line, read.content.sku)
            if on_hand != before:
                moves.append(
                    {"variant_id": variant_id, "warehouse_id": warehouse_id,
                     "quantity": on_hand - before, "reason": "correction",
                     "reference": self.source_name[:255],
                     "at": min(read.content.at or ctx.now, ctx.now)}
                )  # fmt: skip
            verdicts.append(Verdict.CHANGED if there else Verdict.ADDED)
        queries.add(ctx, StockRow, new)
        queries.change_many(ctx, StockRow, changed)
        queries.add(ctx, StockMovementRow, moves)
        return verdicts

    def _place(self, content: StockContent, variants: dict[str, int]) -> tuple[int, int]:
        variant_id = variants.get(content.sku)
        if variant_id is None:
            raise RowRefused("error-imports-unknown-sku", sku=content.sku[:80])
        return variant_id, self._warehouse(content)

    def _check(self, place: tuple[int, int], content: StockContent) -> Verdict | None:
        """Return UNCHANGED for what was said already or is stale; `None` for what is news.

        Raises:
            RowRefused: The file said another number of the same shelf.
        """
        said = self._said.setdefault(place, content.on_hand)
        if said != content.on_hand:
            raise RowRefused("error-imports-counted-twice", sku=content.sku[:80], one=said,
                             other=content.on_hand)  # fmt: skip
        if self.stale:
            return Verdict.UNCHANGED
        return None

    def _warehouse(self, content: StockContent) -> int:
        """Return the warehouse of a code, name or city; without one, the only one there is.

        A shop that has no warehouse yet gets those its first list names.

        Raises:
            RowRefused: There is none of that name, or several are meant.
        """
        if not self._are_read:
            self._read_warehouses()
        known, said = self._warehouses, _squashed(content.warehouse)
        found = known.get(said, [])
        if not said:
            found = sorted({one for ids in known.values() for one in ids})
            if len(found) != 1:
                key = "error-imports-no-warehouse" if found else "error-imports-no-warehouses"
                raise RowRefused(key, known=", ".join(self._codes))
        if not found and (not self._codes or self._opened):
            return self._open(content)
        if len(found) != 1:
            raise RowRefused(
                "error-imports-unknown-warehouse", warehouse=content.warehouse[:80],
                known=", ".join(self._codes),
            )  # fmt: skip
        return found[0]

    def _read_warehouses(self) -> None:
        known: dict[str, list[int]] = {}
        rows = queries.warehouses(self.ctx)
        for row in rows:
            for name in {_squashed(row.code), _squashed(row.name), _squashed(row.city)} - {""}:
                known.setdefault(name, []).append(row.id)
        for row in rows:
            known[_squashed(row.code)] = [row.id]
        self._warehouses, self._codes = known, [row.code for row in rows]
        self._are_read = True

    def _open(self, content: StockContent) -> int:
        name = content.warehouse
        code = name[:40]
        (warehouse_id,) = queries.add_with_ids(
            self.ctx, WarehouseRow,
            [{"code": code, "name": name, "city": content.city or name, "pincode": ""}],
        )  # fmt: skip
        self.notes.add("imports-note-warehouse-made", content.line, name)
        self._opened.add(code)
        self._codes.append(code)
        self._warehouses[_squashed(name)] = [warehouse_id]
        return warehouse_id


def _squashed(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
