"""What workflows can begin with or wait for: names people use, and the stored events behind them.

An event of the shop (`commerce.records.happened`) has a finer kind than what a workflow names:
`ndr.received` is a first failed delivery or another one. Names are said by `workflow-event-<name>`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from commerce.workflows.fields import Subject

LOW_STOCK: Final = "stock.low"
THRESHOLD: Final = 10
"""Pieces that can be sold below which stock is low, where a workflow says no other number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One thing that can happen."""

    name: str
    subject: Subject
    kinds: tuple[str, ...]
    """Kinds of stored events; one that ends in `.` is all that begin so."""

    @property
    def words(self) -> str:
        """The key of what it is called."""
        return "workflow-event-" + self.name.replace(".", "-").replace("_", "-")

    def covers(self, kind: str) -> bool:
        """Tell whether a stored event is one of these."""
        return any(kind.startswith(k) if k.endswith(".") else kind == k for k in self.kinds)


def _of(name: str, subject: Subject, *kinds: str) -> EventType:
    return EventType(name=name, subject=subject, kinds=kinds or (name,))


EVENTS: Final[Mapping[str, EventType]] = {
    event.name: event
    for event in (
        _of("order.created", Subject.ORDER),
        _of("order.updated", Subject.ORDER, "order."),
        _of("order.confirmed", Subject.ORDER),
        _of("order.held", Subject.ORDER),
        _of("order.cancelled", Subject.ORDER),
        _of("order.paid", Subject.ORDER),
        _of("order.rated", Subject.ORDER),
        _of("parcel.moved", Subject.PARCEL),
        _of("ndr.received", Subject.PARCEL, "ndr.opened", "ndr.failed_again"),
        _of("ndr.assigned", Subject.PARCEL),
        _of("message.received", Subject.CUSTOMER),
        _of("review.received", Subject.CUSTOMER),
        _of("return.requested", Subject.ORDER),
        _of(LOW_STOCK, Subject.PRODUCT),
        _of("stock.adjusted", Subject.PRODUCT),
        _of("alert.opened", Subject.SHOP),
        _of("task.answered", Subject.SHOP),
    )
}
"""Every event by its name."""


def named(kind: str) -> tuple[str, ...]:
    """Return what a stored event is called in workflows: none, one or several names."""
    return tuple(event.name for event in EVENTS.values() if event.covers(kind))


@dataclass(frozen=True, slots=True, kw_only=True)
class ListType:
    """A list that a loop can go through."""

    name: str
    subject: Subject
    """What each thing of it is."""

    @property
    def words(self) -> str:
        """The key of what it is called."""
        return "workflow-list-" + self.name.replace(".", "-").replace("_", "-")


LISTS: Final[Mapping[str, ListType]] = {
    name: ListType(name=name, subject=subject)
    for name, subject in (
        ("order.parcels", Subject.PARCEL),
        ("customer.open_orders", Subject.ORDER),
        ("orders.unconfirmed", Subject.ORDER),
        ("orders.held", Subject.ORDER),
        ("parcels.late", Subject.PARCEL),
        ("ndr.open", Subject.PARCEL),
        ("ndr.due_soon", Subject.PARCEL),
        ("customers.lapsed", Subject.CUSTOMER),
        ("stock.low", Subject.PRODUCT),
    )
}
"""Every list by its name."""
