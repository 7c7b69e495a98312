"""Orders from a file: compared with what the shop has, then added or brought up to date."""

from collections.abc import Sequence
from dataclasses import asdict, astuple, dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from commerce import records, words
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import OrderHistoryRow, OrderItemRow, OrderRow
from commerce.imports import queries, rules
from commerce.imports.content import Line, OrderContent
from commerce.imports.notes import Notes
from commerce.imports.reading import Added, Read
from commerce.imports.takers import buyers
from commerce.imports.takers.buyers import Wanted
from commerce.imports.types import RowRefused, Verdict
from commerce.money import Money
from commerce.parcels import journeys
from commerce.vocabulary import OrderStatus, PaymentStatus, SalesChannel


@dataclass(frozen=True, slots=True, kw_only=True)
class _Update:
    """What a file changes on an order the shop has."""

    stored: Any
    content: OrderContent
    values: dict[str, Any]
    new_lines: bool

    @property
    def moves(self) -> bool:
        """Whether the order's status changes."""
        return "status" in self.values


@dataclass(frozen=True, slots=True)
class Orders:
    """Takes orders in, a batch at a time. No number may come twice in one batch."""

    ctx: Context
    notes: Notes
    source_name: str
    added: Added = field(default_factory=Added)

    def key(self, content: OrderContent) -> str:
        """Return by what two records are the same thing."""
        return content.number

    def money(self, content: OrderContent) -> Money:
        """Return what a record counts in the totals."""
        return content.amounts.total

    def day(self, content: OrderContent) -> date:
        """Return the day a record belongs to, in the shop's zone."""
        return self.ctx.local(content.placed_at).date()

    def take(self, batch: Sequence[Read[OrderContent]]) -> list[Verdict | RowRefused]:
        """Add what is new, update what moved on, and say of each what became of it."""
        stored = queries.orders(self.ctx, [read.content.number for read in batch])
        kept = queries.lines(self.ctx, [order.id for order in stored.values()])
        self._note_moved_addresses(batch, stored)
        verdicts: list[Verdict | RowRefused] = []
        new: list[OrderContent] = []
        updates: list[_Update] = []
        for read in batch:
            there = stored.get(read.content.number)
            if there is None:
                new.append(read.content)
                verdicts.append(Verdict.ADDED)
                continue
            try:
                update = self._compare(read, there, kept[there.id])
            except RowRefused as refused:
                verdicts.append(refused)
                continue
            verdicts.append(Verdict.CHANGED if update else Verdict.UNCHANGED)
            if update:
                updates.append(update)
        variants = queries.variants(
            self.ctx, {line.sku for read in batch for line in read.content.lines if line.sku}
        )
        self._add(new, variants)
        for update in updates:
            self._update(update, variants)
        return verdicts

    def _note_moved_addresses(
        self, batch: Sequence[Read[OrderContent]], stored: dict[str, Any]
    ) -> None:
        """Say which orders go elsewhere here; who changed the address last, no file tells."""
        ids = {order.address_id for order in stored.values()}
        ours = {row.id: buyers.label(row) for row in queries.addresses(self.ctx, ids=ids)}
        for read in batch:
            there = stored.get(read.content.number)
            if there and ours.get(there.address_id) != buyers.label(read.content.place):
                self.notes.add("imports-note-address", read.line, read.content.number)

    def _compare(self, read: Read[OrderContent], there: Any, kept: list[Line]) -> _Update | None:
        """Return what the file changes; `None` where it says nothing new.

        Raises:
            RowRefused: The number is that of another order.
        """
        content = read.content
        _check_same_order(content, there)
        wanted = _wanted(content, there)
        theirs, ours = content.payment_status, PaymentStatus(there.payment_status)
        if rules.payment_is_behind(theirs, ours):
            self.notes.add("imports-note-payment-behind", read.line, content.number)
            del wanted["payment_method"], wanted["payment_status"]
        status = OrderStatus(there.status)
        if content.status is not status:
            if content.status in journeys.MAY_BECOME[status]:
                wanted |= _moved(content, self._reason())
            else:
                self.notes.add("imports-note-status-behind", read.line, content.number)
        values = {name: value for name, value in wanted.items() if getattr(there, name) != value}
        new_lines = not _same_lines(content.lines, kept)
        if not values and not new_lines:
            return None
        return _Update(stored=there, content=content, values=values, new_lines=new_lines)

    def _update(self, update: _Update, variants: dict[str, int]) -> None:
        ctx, there = self.ctx, update.stored
        if update.values:
            queries.change(ctx, OrderRow, there.id, update.values)
        if update.new_lines:
            queries.drop_lines(ctx, there.id)
            queries.add(ctx, OrderItemRow, _items(there.id, update.content.lines, variants))
        if update.moves:
            last = update.content.steps[-1]
            queries.add(ctx, OrderHistoryRow, [self._history(there.id, last.status, last.at)])
        before = {name: _plain(getattr(there, name)) for name in update.values}
        after = {name: _plain(value) for name, value in update.values.items()}
        if update.new_lines:
            after["lines"] = [asdict(line) for line in update.content.lines]
        change = Change(subject_kind="order", subject=there.number, before=before, after=after)
        records.audit(ctx, "import_orders", change, why=self._reason())
        records.happened(ctx, "order.updated", there.number, **after)

    def _add(self, new: Sequence[OrderContent], variants: dict[str, int]) -> None:
        people = buyers.settle(
            self.ctx,
            [Wanted(buyer=one.buyer, place=one.place, since=one.placed_at) for one in new],
        )
        ids = queries.add_with_ids(
            self.ctx,
            OrderRow,
            [
                self._row(content, customer_id, address_id)
                for content, (customer_id, address_id) in zip(new, people, strict=True)
            ],
        )
        self.added.note("orders", ids)
        items: list[queries.Values] = []
        history: list[queries.Values] = []
        for order_id, content in zip(ids, new, strict=True):
            items += _items(order_id, content.lines, variants)
            history += [self._history(order_id, step.status, step.at) for step in content.steps]
        queries.add(self.ctx, OrderItemRow, items)
        queries.add(self.ctx, OrderHistoryRow, history)
        for content in new:
            # What came in lately is news; a shop's past is not.
            if content.placed_at > self.ctx.now - rules.NEWS:
                records.happened(self.ctx, "order.created", content.number)

    def _row(self, content: OrderContent, customer_id: int, address_id: int) -> queries.Values:
        return {
            "number": content.number,
            "customer_id": customer_id,
            "address_id": address_id,
            "status": content.status.value,
            "placed_at": content.placed_at,
            "hold_reason": (self._reason() if content.status is OrderStatus.ON_HOLD else None),
            "cancelled_at": content.cancelled_at,
            "cancel_reason": self._reason() if content.cancelled_at else None,
            "tags": list(content.tags),
            "note": content.note,
            "payment_method": content.payment_method.value,
            "payment_status": content.payment_status.value,
            **_sold(content),
            "refunded_minor": content.amounts.refunded.minor,
        }

    def _history(self, order_id: int, status: OrderStatus, at: datetime) -> queries.Values:
        return {
            "order_id": order_id,
            "status": status.value,
            "at": at,
            "person_id": self.ctx.actor.person_id,
            "reason": self._reason(),
        }

    def _reason(self) -> str:
        return _from_file(self.ctx.language, self.source_name)


@lru_cache(maxsize=16)
def _from_file(language: str, name: str) -> str:
    """Return where an order comes from, said once for all rows of a file."""
    return words.say(language, "imports-from-file", name=name)


def _check_same_order(content: OrderContent, there: Any) -> None:
    """Refuse a file's order whose number is that of another.

    An order that a courier's report brought (channel Custom, no id) is the shop's own.
    """
    ours = SalesChannel(there.sales_channel)
    if ours is SalesChannel.CUSTOM and not there.source_id:
        return
    other_id = content.source_id and there.source_id and content.source_id != there.source_id
    if ours is not content.channel or other_id:
        raise RowRefused("error-imports-other-order", number=content.number, channel=ours.value)


def _wanted(content: OrderContent, there: Any) -> dict[str, Any]:
    """Return what the order would be by the file, leaving what only the shop knows."""
    return {
        **_sold(content),
        "source_id": content.source_id or there.source_id,
        "payment_method": content.payment_method.value,
        "payment_status": content.payment_status.value,
        "refunded_minor": max(content.amounts.refunded.minor, there.refunded_minor),
        "tags": rules.merged_tags(there.tags, content.tags),
        "note": rules.merged_note(there.note, content.note),
    }


def _sold(content: OrderContent) -> dict[str, Any]:
    """Return what was sold for how much, and where."""
    amounts = content.amounts
    return {
        "sales_channel": content.channel.value,
        "source_id": content.source_id,
        "currency": amounts.total.currency,
        "subtotal_minor": amounts.subtotal.minor,
        "discount_minor": amounts.discount.minor,
        "shipping_minor": amounts.shipping.minor,
        "tax_minor": amounts.tax.minor,
        "total_minor": amounts.total.minor,
    }


def _moved(content: OrderContent, reason: str) -> dict[str, Any]:
    """Return what a new status brings with it."""
    values: dict[str, Any] = {"status": content.status.value, "hold_reason": None}
    if content.status is OrderStatus.ON_HOLD:
        values["hold_reason"] = reason
    if content.status is OrderStatus.CANCELLED:
        values["cancelled_at"] = content.cancelled_at or content.steps[-1].at
        values["cancel_reason"] = reason
    return values


def _items(order_id: int, lines: Sequence[Line], variants: dict[str, int]) -> list[queries.Values]:
    return [
        {
            "order_id": order_id,
            "variant_id": variants.get(line.sku),
            "tax_minor": 0,
            "sku": line.sku,
            "title": line.title,
            "quantity": line.quantity,
            "unit_price_minor": line.unit_price_minor,
            "discount_minor": line.discount_minor,
        }
        for line in lines
    ]


def _same_lines(theirs: Sequence[Line], ours: Sequence[Line]) -> bool:
    return sorted(map(astuple, theirs)) == sorted(map(astuple, ours))


def _plain(value: Any) -> Any:
    """Return a value as the JSON of the audit log keeps it."""
    return value.isoformat() if isinstance(value, datetime) else value
