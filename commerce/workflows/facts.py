"""The values of fields for what a run is about, and what conditions make of them."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from commerce.context import Context
from commerce.money import Money
from commerce.workflows.definition import All, Any_, Compare, Condition, Not, Plain
from commerce.workflows.events import LOW_STOCK, THRESHOLD
from commerce.workflows.fields import Op
from commerce.workflows.lookups import Lookups
from commerce.workflows.queries_facts import Found

Facts = Mapping[str, Any]
"""Field → value; a field without a value is left out."""

_PIECES: Final = "order.pieces"
_OF_PARCELS: Final = frozenset(["parcel", "ndr"])
_ALL: Final = frozenset(["order", _PIECES, "parcel", "ndr", "customer", "product", "score"])
"""What fields that have to be looked up belong to."""
_TOLD: Final = "told"
"""What all others belong to."""
_BOUGHT_NOTHING: Final[Mapping[str, Any]] = {
    "customer.orders": 0,
    "customer.delivered": 0,
    "customer.came_back": 0,
    "customer.spent": 0.0,
    "customer.is_new": True,
}
_PINCODE = re.compile(r"[1-9][0-9]{5}", re.ASCII)
_PLACE = re.compile(r"\{([^{}]*)\}")


def gather(
    ctx: Context, about: tuple[str, str], event: Mapping[str, Any], values: Mapping[str, Any]
) -> dict[str, Any]:
    """Return every field that a run can look at now.

    Args:
        ctx: Who asks.
        about: The kind and name of what it is about.
        event: What happened, by the names after `event.`.
        values: What the run remembers, by whole names such as `wait.happened`.
    """
    return dict(AsNeeded(ctx, about, event, values))


class AsNeeded(Mapping[str, Any]):
    """The fields that a run could look at now, each group looked up when it is first asked for."""

    def __init__(
        self, ctx: Context, about: tuple[str, str], event: Mapping[str, Any],
        values: Mapping[str, Any], among: Lookups | None = None,
    ) -> None:  # fmt: skip
        """Take what `gather` takes, and what it is looked up together with; nothing is yet."""
        self._ctx = ctx
        self._about = about
        self._event = event
        self._values = values
        self._among = among or Lookups(ctx, (about,))
        self._known: dict[str, Any] = {}
        self._groups: set[str] = set()

    def __getitem__(self, name: str) -> Any:
        self._look_up({_group(name)})
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        self._look_up({*_ALL, _TOLD})
        return iter(self._known)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _look_up(self, groups: set[str]) -> None:
        wanted = groups - self._groups
        if not wanted:
            return
        self._groups |= wanted
        facts = _told(self._ctx, self._event, self._values) if _TOLD in wanted else {}
        if wanted & _ALL:
            facts |= _looked_up(self._ctx, self._about, wanted, self._among)
            if "product.threshold" in facts and self._event.get("kind") == LOW_STOCK:
                facts["product.threshold"] = self._event.get("value", THRESHOLD)
        self._known |= {name: value for name, value in facts.items() if value is not None}


def _group(field: str) -> str:
    """Return what is looked up together with a field; what need not be is told together."""
    group = field if field == _PIECES else field.partition(".")[0]
    return group if group in _ALL else _TOLD


def _told(ctx: Context, event: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **{f"event.{part}": value for part, value in event.items()},
        "shop.name": ctx.shop_name,
        "shop.today": ctx.today.isoformat(),
        **values,
    }


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


def _looked_up(
    ctx: Context, about: tuple[str, str], groups: Collection[str], among: Lookups
) -> dict[str, Any]:
    match about:
        case ("parcel", awb):
            facts: dict[str, Any] = {}
            if _OF_PARCELS & set(groups):
                facts = _parcel(ctx, among.parcels.get(awb), groups, among)
            if set(groups) - _OF_PARCELS:
                number = among.order_of_parcel.get(awb)
                facts |= _order(ctx, number, groups, among) if number is not None else {}
            return facts
        case ("order", number):
            facts = _order(ctx, number, groups, among)
            if _OF_PARCELS & set(groups) and number in among.orders:
                parcel = among.newest_parcels.get(among.orders[number].id)
                facts |= _parcel(ctx, parcel, groups, among)
            return facts
        case ("customer", name) if name.isdecimal():
            return _customer(ctx, int(name), among)
        case ("product", sku):
            return _product(sku, among)
    return {}


def _order(ctx: Context, number: str, groups: Collection[str], among: Lookups) -> dict[str, Any]:
    row = among.orders.get(number)
    if row is None:
        return {}
    facts: dict[str, Any] = {}
    if "order" in groups:
        facts |= _of_order(row, ctx.now)
    if _PIECES in groups:
        facts[_PIECES] = among.pieces.get(row.id, 0)
    if "customer" in groups:
        facts |= _customer(ctx, row.customer_id, among)
    if "score" in groups:
        chance = among.risks.get(row.id)
        facts["score.rto_risk"] = round(chance * 100) if chance is not None else None
    return facts


def _of_order(row: Found, now: datetime) -> dict[str, Any]:
    return {
        "order.number": row.number,
        "order.status": row.status,
        "order.total": float(Money(row.total_minor, row.currency).major),
        "order.payment_method": row.payment_method,
        "order.payment_status": row.payment_status,
        "order.channel": row.sales_channel,
        "order.tags": list(row.tags),
        "order.city": row.city,
        "order.state": row.state,
        "order.pincode": row.pincode,
        "order.address_complete": is_complete(row.line1, row.pincode, row.country),
        "order.hours_old": _hours(row.placed_at, now),
    }


def is_complete(line: str, pincode: str, country: str) -> bool:
    """Tell whether an address can be found: a house or a street, and in India a pincode."""
    long_enough = len(line.strip()) >= 8
    return long_enough and (country not in ("IN", "India", "") or bool(_PINCODE.fullmatch(pincode)))


def _parcel(
    ctx: Context, row: Found | None, groups: Collection[str], among: Lookups
) -> dict[str, Any]:
    if row is None:
        return {}
    facts = _of_parcel(ctx, row) if "parcel" in groups else {}
    if "ndr" in groups and (case := among.cases.get(row.id)) is not None:
        facts |= _of_case(ctx, case)
    return facts


def _of_parcel(ctx: Context, row: Found) -> dict[str, Any]:
    late = _hours(row.promised_at, row.delivered_at or ctx.now)
    return {
        "parcel.awb": row.awb,
        "parcel.status": row.status,
        "parcel.courier": row.courier,
        "parcel.attempts": row.attempts,
        "parcel.cod": float(Money(row.cod_minor, ctx.currency).major),
        "parcel.hours_late": max(0.0, late) if late is not None else None,
        "parcel.hours_silent": _hours(row.last_scan_at, ctx.now),
    }


def _of_case(ctx: Context, case: Found) -> dict[str, Any]:
    return {
        "ndr.reason": case.reason,
        "ndr.status": case.status,
        "ndr.priority": case.priority,
        "ndr.attempts": case.attempts,
        "ndr.assignee": case.assignee,
        "ndr.hours_open": _hours(case.opened_at, ctx.now),
        "ndr.hours_left": _hours(ctx.now, case.due_at),
    }


def _customer(ctx: Context, customer_id: int, among: Lookups) -> dict[str, Any]:
    row = among.customers.get(customer_id)
    if row is None:
        return {}
    facts = {"customer.name": row.name, "customer.language": row.language or None}
    bought = among.buying.get(customer_id)
    if bought is None:
        return {**facts, **_BOUGHT_NOTHING}
    hours = _hours(bought.last_at, ctx.now) or 0
    return facts | {
        "customer.orders": bought.orders,
        "customer.delivered": bought.delivered,
        "customer.came_back": bought.came_back,
        "customer.spent": float(Money(int(bought.spent_minor), ctx.currency).major),
        "customer.is_new": bought.orders <= 1,
        "customer.days_since_order": int(hours // 24),
    }


def _product(sku: str, among: Lookups) -> dict[str, Any]:
    found = among.products.get(sku)
    if found is None:
        return {}
    return {
        "product.sku": found.sku,
        "product.title": found.title,
        "product.pieces": int(found.pieces),
        "product.threshold": THRESHOLD,
    }


def _hours(since: datetime | None, until: datetime | None) -> float | None:
    if since is None or until is None:
        return None
    return round((until - since).total_seconds() / 3600, 1)
