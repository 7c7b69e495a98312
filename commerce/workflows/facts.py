"""The values of fields for what a run is about, and what conditions make of them."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from commerce.context import Context
from commerce.db.tables import AddressRow, CustomerRow, OrderRow
from commerce.money import Money
from commerce.workflows import queries_facts
from commerce.workflows.definition import All, Any_, Compare, Condition, Not, Plain
from commerce.workflows.fields import Op

Facts = Mapping[str, Any]
"""Field → value; a field without a value is left out."""

_PIECES: Final = "order.pieces"
_ALL: Final = frozenset(["order", _PIECES, "parcel", "ndr", "customer", "product", "score"])
"""What fields that have to be looked up belong to."""
_PINCODE = re.compile(r"[1-9][0-9]{5}", re.ASCII)
_PLACE = re.compile(r"\{([^{}]*)\}")


def gather(
    ctx: Context, about: tuple[str, str], event: Mapping[str, Any], values: Mapping[str, Any],
    wanted: Collection[str] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Return every field that a run can look at now.

    Args:
        ctx: Who asks.
        about: The kind and name of what it is about.
        event: What happened, by the names after `event.`.
        values: What the run remembers, by whole names such as `wait.happened`.
        wanted: Only these fields are looked up; `None` is all.
    """
    kind, name = about
    groups = _ALL if wanted is None else {_group(field) for field in wanted}
    facts: dict[str, Any] = {f"event.{part}": value for part, value in event.items()}
    facts |= {"shop.name": ctx.shop_name, "shop.today": ctx.today.isoformat(), **values}
    if not groups & _ALL:
        return {name: value for name, value in facts.items() if value is not None}
    if kind == "parcel":
        number = queries_facts.order_of_parcel(ctx, name)
        facts |= _order(ctx, number, name, groups) if number is not None else {}
    elif kind == "order":
        facts |= _order(ctx, name, None, groups)
    elif kind == "customer" and name.isdecimal():
        row = queries_facts.customer(ctx, int(name))
        facts |= _customer(ctx, row) if row is not None else {}
    elif kind == "product":
        facts |= _product(ctx, name)
    return {name: value for name, value in facts.items() if value is not None}


class AsNeeded(Mapping[str, Any]):
    """The fields that a run could look at now, each group looked up when it is first asked for."""

    def __init__(
        self, ctx: Context, about: tuple[str, str], event: Mapping[str, Any],
        values: Mapping[str, Any],
    ) -> None:  # fmt: skip
        """Take what `gather` takes; nothing is looked up yet."""
        self._gather = (ctx, about, event, values)
        self._known: dict[str, Any] = {}
        self._groups: set[str] = set()

    def __getitem__(self, name: str) -> Any:
        group = _group(name)
        if group not in self._groups:
            self._groups.add(group)
            self._known |= gather(*self._gather, wanted=(name,))
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(gather(*self._gather))

    def __len__(self) -> int:
        return len(gather(*self._gather))


def _group(field: str) -> str:
    """Return what is looked up together with a field."""
    return field if field == _PIECES else field.partition(".")[0]


def holds(condition: Condition | None, facts: Facts) -> bool:
    """Tell whether a condition is so; what is not known is unlike anything."""
    match condition:
        case None:
            return True
        case All():
            return all(holds(part, facts) for part in condition.all)
        case Any_():
            return any(holds(part, facts) for part in condition.any)
        case Not():
            return not holds(condition.negated, facts)
        case Compare():
            return _compare(condition, facts.get(condition.field))


def fill(text: str, facts: Facts) -> str:
    """Return a text with its fields put in; one without a value is left empty."""
    return _PLACE.sub(lambda found: written(facts.get(found[1])), text)


def written(value: Any) -> str:
    """Return a field's value as a text has it."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, float):
        return f"{value:g}" if value % 1 else f"{value:.0f}"
    return "" if value is None else str(value)


def _compare(compare: Compare, value: Any) -> bool:
    if compare.op is Op.KNOWN:
        return (value not in (None, "", [])) is compare.value
    wanted = compare.value
    if value is None:
        return compare.op in (Op.IS_NOT, Op.NONE_OF, Op.HAS_NOT)
    several = wanted if isinstance(wanted, tuple) else (wanted,)
    match compare.op:
        case Op.IS | Op.ONE_OF:
            return any(_same(value, one) for one in several)
        case Op.IS_NOT | Op.NONE_OF:
            return not any(_same(value, one) for one in several)
        case Op.HAS | Op.HAS_NOT:
            return _has(value, str(wanted)) is (compare.op is Op.HAS)
        case Op.ABOVE:
            return bool(value > wanted)
        case Op.AT_LEAST:
            return bool(value >= wanted)
        case Op.BELOW:
            return bool(value < wanted)
        case Op.AT_MOST:
            return bool(value <= wanted)


def _same(value: Any, wanted: Plain) -> bool:
    if isinstance(value, str):
        return value.casefold() == str(wanted).casefold()
    return bool(value == wanted)


def _has(value: Any, wanted: str) -> bool:
    if isinstance(value, list):
        return wanted.casefold() in (str(one).casefold() for one in value)
    return wanted.casefold() in str(value).casefold()


def _order(ctx: Context, number: str, awb: str | None, groups: Collection[str]) -> dict[str, Any]:
    found = queries_facts.order(ctx, number)
    if found is None:
        return {}
    row, customer, address = found
    facts: dict[str, Any] = {}
    if "order" in groups:
        facts |= _of_order(row, address, ctx.now)
    if _PIECES in groups:
        facts[_PIECES] = queries_facts.pieces(ctx, row.id)
    if "customer" in groups:
        facts |= _customer(ctx, customer)
    if {"parcel", "ndr"} & set(groups):
        facts |= _parcel(ctx, row.id, awb)
    if "score" in groups:
        chance = queries_facts.risk(ctx, row.id)
        facts["score.rto_risk"] = round(chance * 100) if chance is not None else None
    return facts


def _of_order(row: OrderRow, address: AddressRow, now: datetime) -> dict[str, Any]:
    return {
        "order.number": row.number,
        "order.status": row.status,
        "order.total": float(Money(row.total_minor, row.currency).major),
        "order.payment_method": row.payment_method,
        "order.payment_status": row.payment_status,
        "order.channel": row.sales_channel,
        "order.tags": list(row.tags),
        "order.city": address.city,
        "order.state": address.state,
        "order.pincode": address.pincode,
        "order.address_complete": is_complete(address.line1, address.pincode, address.country),
        "order.hours_old": _hours(row.placed_at, now),
    }


def is_complete(line: str, pincode: str, country: str) -> bool:
    """Tell whether an address can be found: a house or a street, and in India a pincode."""
    long_enough = len(line.strip()) >= 8
    return long_enough and (country not in ("IN", "India", "") or bool(_PINCODE.fullmatch(pincode)))


def _parcel(ctx: Context, order_id: int, awb: str | None) -> dict[str, Any]:
    row = queries_facts.parcel(ctx, order_id, awb)
    if row is None:
        return {}
    late = _hours(row.promised_at, row.delivered_at or ctx.now)
    facts = {
        "parcel.awb": row.awb,
        "parcel.status": row.status,
        "parcel.courier": row.courier,
        "parcel.attempts": row.attempts,
        "parcel.cod": float(Money(row.cod_minor, ctx.currency).major),
        "parcel.hours_late": max(0.0, late) if late is not None else None,
        "parcel.hours_silent": _hours(row.last_scan_at, ctx.now),
    }
    found = queries_facts.case(ctx, row.id)
    if found is None:
        return facts
    case, assignee = found
    left = _hours(ctx.now, case.due_at)
    return facts | {
        "ndr.reason": case.reason,
        "ndr.status": case.status,
        "ndr.priority": case.priority,
        "ndr.attempts": case.attempts,
        "ndr.assignee": assignee,
        "ndr.hours_open": _hours(case.opened_at, ctx.now),
        "ndr.hours_left": left,
    }


def _customer(ctx: Context, row: CustomerRow) -> dict[str, Any]:
    bought = queries_facts.buying(ctx, row.id)
    last: datetime | None = bought["last_at"]
    hours = _hours(last, ctx.now)
    return {
        "customer.name": row.name,
        "customer.language": row.language or None,
        "customer.orders": bought["orders"],
        "customer.delivered": bought["delivered"],
        "customer.came_back": bought["came_back"],
        "customer.spent": float(Money(bought["spent_minor"], ctx.currency).major),
        "customer.is_new": bought["orders"] <= 1,
        "customer.days_since_order": int(hours // 24) if hours is not None else None,
    }


def _product(ctx: Context, sku: str) -> dict[str, Any]:
    found = queries_facts.product(ctx, sku)
    if found is None:
        return {}
    return {
        "product.sku": found[0],
        "product.title": found[1],
        "product.pieces": found[2],
        "product.threshold": queries_facts.THRESHOLD,
    }


def _hours(since: datetime | None, until: datetime | None) -> float | None:
    if since is None or until is None:
        return None
    return round((until - since).total_seconds() / 3600, 1)
