"""Orders from files whose every row is one line of an order, the order's own columns again on each.

So are the exports of WooCommerce's plugins, Amazon's and Meesho's reports and most lists that
people keep themselves. They differ in what columns are called and in which amounts stand for a
line and which for the whole order; a `Dialect` says that, and the rest is here.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from commerce.imports import rules
from commerce.imports.content import Amounts, Buyer, Line, OrderContent, Place, Step
from commerce.imports.formats import words
from commerce.imports.rules import Reconciled
from commerce.imports.sheet import Column, Looks, Row
from commerce.imports.survey import refuse_apart, without_repeats
from commerce.imports.types import RowRefused
from commerce.money import Money
from commerce.vocabulary import OrderStatus, PaymentMethod, SalesChannel

Statuses = Callable[[str], OrderStatus | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How one seller's door tells orders."""

    channel: SalesChannel
    statuses: Statuses = words.order_status
    of_line: frozenset[str] = frozenset()
    """Amounts that stand on a row for that row's line; others stand for the order, again on each
    row."""
    collects: bool = False
    """A marketplace collects at the door itself: what it does not call COD counts as prepaid."""


def reader(dialect: Dialect) -> Callable[[tuple[Row, ...]], OrderContent]:
    """Return what makes one order of its rows, as a dialect tells them."""

    def read(rows: tuple[Row, ...]) -> OrderContent:
        return _read(rows, dialect)

    return read


def _read(rows: tuple[Row, ...], dialect: Dialect) -> OrderContent:
    """Make one order of its rows.

    Raises:
        RowRefused: Something in it has no single reading, or its amounts do not add up.
    """
    for row in rows:
        row.check()
    rows, repeated = without_repeats(rows)
    first = rows[0]
    number = _number(first)
    if repeated:
        first.reading.notes.add("imports-note-repeated", first.line, number)
    refuse_apart(rows, "placed_at")
    if "total" not in dialect.of_line:
        refuse_apart(rows, "total")
    _check_currency(rows)
    placed_at = first.moment("placed_at").at
    alive = tuple(row for row in rows if not _is_cancelled(row, dialect))
    if alive and len(alive) < len(rows):
        first.reading.notes.add("imports-note-cancelled-line", first.line, number)
    status = _status(alive or rows, dialect)
    taken = alive if alive and status is not OrderStatus.CANCELLED else rows
    lines = tuple(_line(row, dead=not alive) for row in taken if _is_line(row))
    if not lines:
        raise RowRefused("error-imports-no-lines", number=number)
    amounts = _amounts(taken, lines, dialect, dead=not alive)
    method = _method(first, dialect)
    cancelled_at = _cancelled_at(first, status)
    return OrderContent(
        number=number,
        channel=dialect.channel,
        source_id=first.identifier("source_id", longest=255) or number,
        buyer=_buyer(first, dialect, number),
        place=_place(first),
        status=status,
        payment_method=method,
        payment_status=words.payment_status(
            method, status, refunded=amounts.refunded.minor >= amounts.total.minor > 0
        ),
        amounts=amounts,
        placed_at=placed_at,
        cancelled_at=cancelled_at,
        tags=tuple(tag.strip() for tag in first.text("tags").split(",") if tag.strip()),
        note=first.text("note"),
        lines=lines,
        steps=_steps(first, status, placed_at, cancelled_at),
    )


def _number(row: Row) -> str:
    number = row.identifier("number").removeprefix("#").strip()
    if not number:
        raise RowRefused("error-imports-no-number", column=row.header("number"))
    return number


def _check_currency(rows: tuple[Row, ...]) -> None:
    for row in rows:
        theirs, ours = row.text("currency"), row.reading.currency
        if theirs and theirs.upper() not in (ours, _SIGNS.get(ours, ours)):
            raise RowRefused("error-imports-currency", theirs=theirs[:10], ours=ours)


_SIGNS = {"INR": "\u20b9"}


def _is_cancelled(row: Row, dialect: Dialect) -> bool:
    said = row.text("item_status") or row.text("status")
    if said and dialect.statuses(said) is OrderStatus.CANCELLED:
        return True
    return row.has("quantity") and row.count("quantity") == 0


def _status(rows: tuple[Row, ...], dialect: Dialect) -> OrderStatus:
    """Return where an order stands by its lines: as far as the one that is least far."""
    found = []
    for row in rows:
        said = row.text("status")
        status = dialect.statuses(said) if said else OrderStatus.PENDING
        if status is None:
            raise RowRefused(
                "error-imports-unknown-status", column=row.header("status"), cell=said[:60]
            )
        found.append(status)
    if "status" not in rows[0].places:
        rows[0].reading.notes.add("imports-note-no-status", rows[0].line)
    return min(found, key=_FAR.index)


_FAR = (
    OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.ON_HOLD, OrderStatus.PROCESSING,
    OrderStatus.SHIPPED, OrderStatus.DELIVERED, OrderStatus.RTO, OrderStatus.RETURNED,
    OrderStatus.FAILED, OrderStatus.CANCELLED,
)  # fmt: skip


def _is_line(row: Row) -> bool:
    return row.has("title") or row.has("sku")


def _line(row: Row, *, dead: bool) -> Line:
    """Return a row's line; of an order that was called off, amounts may be blank."""
    nothing = Money(0, row.reading.currency)
    quantity = row.count("quantity") if row.has("quantity") else 1
    discount = row.amount("line_discount", blank=nothing)
    unit, off = nothing.minor, abs(discount.minor)
    if row.has("unit_price"):
        unit = row.amount("unit_price").minor
    elif row.has("line_total") or not dead:
        unit, rest = _shared(row, quantity)
        off += rest
    return Line(
        sku=_sku(row), title=(row.text("title", 255) or row.text("sku", 255)), quantity=quantity,
        unit_price_minor=unit, discount_minor=off,
    )  # fmt: skip


def _sku(row: Row) -> str:
    """Return a SKU without what a panel writes before it: `SKU:  2X-3C0F-KNJE`."""
    return re.sub(r"^sku\s*:\s*", "", row.text("sku", 255), flags=re.I)


def _shared(row: Row, quantity: int) -> tuple[int, int]:
    """Return the price of a piece, and what its pieces come to beyond the line's amount."""
    name = "line_total" if row.has("line_total") or not row.has("total") else "total"
    if not row.has(name):
        raise RowRefused("error-imports-no-price", column=row.header("line_total"))
    whole = row.amount(name).minor
    unit = -(-whole // max(1, quantity))
    return unit, unit * max(1, quantity) - whole


def _amounts(
    rows: tuple[Row, ...], lines: tuple[Line, ...], dialect: Dialect, *, dead: bool
) -> Amounts:
    first = rows[0]
    nothing = Money(0, first.reading.currency)

    def told(name: str) -> Money:
        if name not in dialect.of_line:
            said = [row for row in rows if row.has(name)]
            return row_amount(said[0], name) if said else nothing
        return Money(sum(row_amount(row, name).minor for row in rows), nothing.currency)

    def row_amount(row: Row, name: str) -> Money:
        # Discounts and refunds are written below zero by some.
        found = row.amount(name, blank=nothing)
        return Money(abs(found.minor), found.currency) if name in _UNSIGNED else found

    gross = sum(line.quantity * line.unit_price_minor for line in lines)
    off = sum(line.discount_minor for line in lines)
    shipping, tax, discount = told("shipping"), told("tax"), told("discount")
    shipping_off = told("shipping_discount")
    refunded = told("refunded")
    currency = nothing.currency
    if "total" in dialect.of_line or not any(row.has("total") for row in rows):
        net = gross - off - discount.minor + shipping.minor - shipping_off.minor
        if dead:
            return Amounts(
                subtotal=Money(gross, currency), discount=Money(gross, currency),
                shipping=nothing, tax=nothing, total=nothing, refunded=refunded,
            )  # fmt: skip
        if net < 0:
            raise RowRefused("error-imports-negative", amount=Money(net, currency))
        return Amounts(
            subtotal=Money(gross, currency),
            discount=Money(off + discount.minor + shipping_off.minor, currency),
            shipping=shipping, tax=tax, total=Money(net, currency), refunded=refunded,
        )  # fmt: skip
    found = _reconciled(told("total"), gross - off, off, discount, shipping, tax, refunded, lines)
    if not found.lines_agree:
        first.reading.notes.add("imports-note-lines", first.line, _number(first))
    if found.rounded:
        first.reading.notes.add("imports-note-rounded", first.line, _number(first))
    return found.amounts


_UNSIGNED = frozenset({"discount", "shipping_discount", "refunded"})


def _reconciled(
    total: Money, net: int, off: int, discount: Money, shipping: Money, tax: Money,
    refunded: Money, lines: tuple[Line, ...],
) -> Reconciled:  # fmt: skip
    """Check the amounts of an order, whether a file takes refunds and discounts off already."""
    nothing = Money(0, total.currency)
    told = [
        rules.Told(
            subtotal=Money(subtotal, total.currency), discount=Money(less, total.currency),
            shipping=shipping, tax=tax, duties=nothing, total=whole, refunded=refunded,
        )
        for whole in dict.fromkeys((total, total + refunded))
        for subtotal, less in dict.fromkeys(
            ((net, discount.minor + off), (net - discount.minor, discount.minor + off), (net, off))
        )
        if subtotal >= 0
    ]  # fmt: skip
    for attempt in told[:-1]:
        try:
            return rules.reconcile(attempt, lines)
        except RowRefused:
            continue
    if not told:
        raise RowRefused("error-imports-negative", amount=Money(net, total.currency))
    try:
        return rules.reconcile(told[-1], lines)
    except RowRefused:
        # What is said of it is best said of the plainest reading.
        return rules.reconcile(told[0], lines)


def _method(row: Row, dialect: Dialect) -> PaymentMethod:
    if is_cod := words.is_cod(row.text("cod")):
        return PaymentMethod.COD
    said = row.text("payment")
    if is_cod is False and not said:
        return PaymentMethod.OTHER
    return words.payment_method(said)


def _cancelled_at(row: Row, status: OrderStatus) -> datetime | None:
    if status is not OrderStatus.CANCELLED:
        return None
    for name in ("cancelled_at", "updated_at", "placed_at"):
        if row.has(name):
            return row.moment(name).at
    return None


def _steps(
    row: Row, status: OrderStatus, placed_at: datetime, cancelled_at: datetime | None
) -> tuple[Step, ...]:
    """Return what the file tells of the order's past, and where it stands now."""
    steps = [Step(status=OrderStatus.PENDING, at=placed_at)]
    for known, name in (
        (OrderStatus.SHIPPED, "shipped_at"), (OrderStatus.DELIVERED, "delivered_at"),
    ):  # fmt: skip
        if row.has(name) and status not in (OrderStatus.PENDING, OrderStatus.CANCELLED):
            steps.append(Step(status=known, at=max(row.moment(name).at, placed_at)))
    if steps[-1].status is not status:
        at = cancelled_at or (row.moment("updated_at").at if row.has("updated_at") else None)
        steps.append(Step(status=status, at=max(at or steps[-1].at, steps[-1].at)))
    return tuple(steps)


def _buyer(row: Row, dialect: Dialect, number: str) -> Buyer:
    """Return who bought; where a marketplace does not say, the order stands for them."""
    phone = row.phone("phone") or row.phone("shipping_phone")
    email = row.text("email", 255).lower() or None
    name = _name(row, "") or _name(row, "shipping_")
    if not (name or phone or email):
        name = f"{dialect.channel.value} {number}"
    return Buyer(name=name, phone=phone, email=email)


def _name(row: Row, side: str) -> str:
    whole = row.text(f"{side}name", 255)
    return whole or f"{row.text(f'{side}first_name')} {row.text(f'{side}last_name')}".strip()[:255]


def _place(row: Row) -> Place:
    """Return where it goes: the shipping columns, else the buyer's own."""
    shipped = any(row.has(f"shipping_{part}") for part in ("address", "city", "pincode"))
    side = "shipping_" if shipped else ""
    pincode = re.sub(r"(?<=\d) (?=\d)", "", row.identifier(f"{side}pincode"))
    country = row.text(f"{side}country", 40) or "IN"
    if pincode and country.upper() in ("IN", "INDIA") and not _PINCODE.fullmatch(pincode):
        row.reading.notes.add("imports-note-pincode", row.line, pincode)
    return Place(
        name=_name(row, side) or _name(row, ""),
        line1=row.text(f"{side}address"),
        line2=" ".join(filter(None, (row.text(f"{side}address2"), row.text(f"{side}address3")))),
        city=row.text(f"{side}city", 255).rstrip(" ,"),
        state=row.text(f"{side}state", 255).rstrip(" ,"),
        pincode=pincode,
        country="IN" if country.upper() == "INDIA" else country,
        phone=row.phone(f"{side}phone") or row.phone("phone"),
    )


_PINCODE = re.compile(r"[1-9]\d{5}", re.ASCII)


def column(name: str, *headers: str, looks: Looks = Looks.TEXT, required: bool = False) -> Column:
    """Return a column of a format and the headers it may stand under."""
    return Column(name=name, headers=headers, required=required, looks=looks)
