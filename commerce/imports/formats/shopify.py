"""Shopify's own order export (Admin > Orders > Export), as it comes.

An order is as many rows as it has lines. Its own columns stand on its first row; the others repeat
only `Name`, `Email`, `Created at` and their line. Old and new spellings of the headers are known
(`Cancelled at`, `Canceled at`). `Subtotal` is what the lines come to after discounts.

What Shopify calls things is mapped here, and nowhere else:

| Shopify says | we say |
|---|---|
| `Cancelled at` filled | Cancelled |
| fulfilled, refunded | Returned (the money went back after it was sent) |
| fulfilled | Shipped: it left; whether it arrived, the courier knows |
| partial, in progress | Processing |
| on hold | OnHold |
| restocked | Cancelled |
| not sent, paid, authorized, partially paid or partially refunded | Confirmed |
| not sent, pending | Pending: a COD order still to be confirmed, or money still to come |
| not sent, voided or expired | Failed |
| not sent, refunded | Cancelled |

Cash on delivery: pending and partially paid are CODPending, paid is CODCollected. Otherwise:
pending, authorized and partially paid are Pending. Voided and expired are Failed either way.
"""

import re
from datetime import datetime

from commerce.imports import rules
from commerce.imports.content import Amounts, Buyer, Line, OrderContent, Place, Step
from commerce.imports.formats.words import payment_method
from commerce.imports.sheet import Column, Format, Looks, Row
from commerce.imports.types import RowRefused
from commerce.money import Money
from commerce.vocabulary import OrderStatus, PaymentMethod, PaymentStatus, SalesChannel

_BETWEEN = re.compile(r"[\s-]+")
_INNER_SPACE = re.compile(r"(?<=\d) (?=\d)")
_PINCODE = re.compile(r"[1-9]\d{5}", re.ASCII)
_ORDER_ROW = ("total", "financial_status")
"""Columns that only the first row of an order fills."""

_UNSENT = {"", "unfulfilled", "scheduled", "pending", "open", "request_declined"}
_PART_SENT = {"partial", "partially_fulfilled", "in_progress"}
_FINANCIAL = {
    "paid", "pending", "refunded", "partially_refunded", "voided", "authorized", "partially_paid",
    "expired", "unpaid",
}  # fmt: skip
_UNSENT_STATUS = {
    "pending": OrderStatus.PENDING,
    "unpaid": OrderStatus.PENDING,
    "voided": OrderStatus.FAILED,
    "expired": OrderStatus.FAILED,
    "refunded": OrderStatus.CANCELLED,
}
_PAYMENT_STATUS = {
    "paid": PaymentStatus.PAID,
    "refunded": PaymentStatus.REFUNDED,
    "partially_refunded": PaymentStatus.PARTIALLY_REFUNDED,
    "voided": PaymentStatus.FAILED,
    "expired": PaymentStatus.FAILED,
}


def order_status(*, fulfillment: str, financial: str, cancelled: bool) -> OrderStatus | None:
    """Return where an order stands, by the table above; `None` where a word is unknown."""
    if financial not in _FINANCIAL:
        return None
    if cancelled or fulfillment == "restocked":
        return OrderStatus.CANCELLED
    if fulfillment == "fulfilled":
        return OrderStatus.RETURNED if financial == "refunded" else OrderStatus.SHIPPED
    if fulfillment in _PART_SENT:
        return OrderStatus.PROCESSING
    if fulfillment == "on_hold":
        return OrderStatus.ON_HOLD
    if fulfillment in _UNSENT:
        return _UNSENT_STATUS.get(financial, OrderStatus.CONFIRMED)
    return None


def payment_status(financial: str, method: PaymentMethod) -> PaymentStatus:
    """Return whether the money has come, by the table above."""
    if method is PaymentMethod.COD:
        if financial == "paid":
            return PaymentStatus.COD_COLLECTED
        if financial not in _PAYMENT_STATUS:
            return PaymentStatus.COD_PENDING
    return _PAYMENT_STATUS.get(financial, PaymentStatus.PENDING)


def read(rows: tuple[Row, ...]) -> OrderContent:
    """Make one order of its rows.

    Raises:
        RowRefused: Something in it has no single reading, or its amounts do not add up.
    """
    first = _first_row(rows)
    currency = first.text("currency")
    if currency and currency.upper() != first.reading.currency:
        raise RowRefused(
            "error-imports-currency", theirs=currency[:10], ours=first.reading.currency
        )
    cancelled_at = first.moment("cancelled_at").at if first.has("cancelled_at") else None
    financial, fulfillment = _word(first, "financial_status"), _word(first, "fulfillment_status")
    status = order_status(
        fulfillment=fulfillment, financial=financial, cancelled=cancelled_at is not None
    )
    if status is None:
        raise RowRefused(
            "error-imports-status", financial=financial[:40], fulfillment=fulfillment[:40]
        )
    method = payment_method(first.text("payment_method"))
    lines = tuple(_line(row) for row in rows if row.has("line_title") or row.has("line_sku"))
    placed_at = first.moment("created_at").at
    return OrderContent(
        number=_number(first),
        channel=SalesChannel.SHOPIFY,
        source_id=first.identifier("id", longest=255),
        buyer=_buyer(first),
        place=_place(first),
        status=status,
        payment_method=method,
        payment_status=payment_status(financial, method),
        amounts=_amounts(first, lines, repeated=first is not rows[-1] and _is_order(rows[-1])),
        placed_at=placed_at,
        cancelled_at=cancelled_at,
        tags=tuple(tag.strip() for tag in first.text("tags").split(",") if tag.strip()),
        note=first.text("notes"),
        lines=lines,
        steps=_steps(first, status, placed_at, cancelled_at),
    )


def _is_order(row: Row) -> bool:
    return any(row.has(name) for name in _ORDER_ROW)


def _first_row(rows: tuple[Row, ...]) -> Row:
    """Return the row that carries the order's own columns, having checked all of them.

    Raises:
        RowRefused: No row carries them, two rows say different things, or one is too wide.
    """
    for row in rows:
        row.check()
    first = rows[0]
    if not first.has("name"):
        raise RowRefused("error-imports-no-number", column=first.header("name"))
    if not _is_order(first):
        raise RowRefused("error-imports-no-first-row", number=_number(first))
    for row in rows[1:]:
        for name in ("id", "total", "created_at"):
            if row.has(name) and row.text(name) != first.text(name):
                raise RowRefused(
                    "error-imports-two-orders", number=_number(first), column=row.header(name)
                )
    return first


def _number(row: Row) -> str:
    return row.identifier("name").removeprefix("#").strip()


def _word(row: Row, name: str) -> str:
    return _BETWEEN.sub("_", row.text(name).lower())


def _line(row: Row) -> Line:
    nothing = Money(0, row.reading.currency)
    return Line(
        sku=row.text("line_sku", 255),
        title=row.text("line_title", 255),
        quantity=row.count("line_quantity"),
        unit_price_minor=row.amount("line_price").minor,
        discount_minor=row.amount("line_discount", blank=nothing).minor,
    )


def _buyer(row: Row) -> Buyer:
    """Return who bought: whoever the bill goes to, else whoever receives it."""
    phones = (row.phone(name) for name in ("billing_phone", "phone", "shipping_phone"))
    return Buyer(
        name=row.text("billing_name", 255) or row.text("shipping_name", 255),
        phone=next((phone for phone in phones if phone), None),
        email=row.text("email", 255).lower() or None,
    )


def _place(row: Row) -> Place:
    """Return where it goes; what is not sent anywhere has no shipping address."""
    shipped = any(row.has(f"shipping_{part}") for part in ("name", "address1", "city", "zip"))
    side = "shipping" if shipped else "billing"
    pincode = _INNER_SPACE.sub("", row.identifier(f"{side}_zip"))
    country = row.text(f"{side}_country", 40)
    if country.upper() in ("IN", "INDIA") and not _PINCODE.fullmatch(pincode):
        row.reading.notes.add("imports-note-pincode", row.line, pincode)
    return Place(
        name=row.text(f"{side}_name", 255),
        line1=row.text(f"{side}_address1") or row.text(f"{side}_street"),
        line2=row.text(f"{side}_address2"),
        city=row.text(f"{side}_city", 255),
        state=row.text(f"{side}_province_name", 255) or row.text(f"{side}_province", 255),
        pincode=pincode,
        country=country,
        phone=row.phone(f"{side}_phone") or row.phone("phone"),
    )


def _amounts(row: Row, lines: tuple[Line, ...], *, repeated: bool) -> Amounts:
    nothing = Money(0, row.reading.currency)
    if not lines:
        raise RowRefused("error-imports-no-lines", number=_number(row))
    told = rules.Told(
        subtotal=row.amount("subtotal"),
        discount=row.amount("discount", blank=nothing),
        shipping=row.amount("shipping", blank=nothing),
        tax=row.amount("taxes", blank=nothing),
        duties=row.amount("duties", blank=nothing),
        total=row.amount("total"),
        refunded=row.amount("refunded", blank=nothing),
    )
    found = rules.reconcile(told, lines)
    if not found.lines_agree:
        if repeated:
            raise RowRefused("error-imports-told-twice", number=_number(row))
        row.reading.notes.add("imports-note-lines", row.line, _number(row))
    if found.rounded:
        row.reading.notes.add("imports-note-rounded", row.line, _number(row))
    return found.amounts


def _steps(
    row: Row, status: OrderStatus, placed_at: datetime, cancelled_at: datetime | None
) -> tuple[Step, ...]:
    """Return what the export tells of the order's past, and where it stands now."""
    sent = status not in (OrderStatus.PROCESSING, OrderStatus.ON_HOLD)
    told = (
        (OrderStatus.CONFIRMED, "paid_at", status is OrderStatus.CONFIRMED),
        (OrderStatus.SHIPPED, "fulfilled_at", sent),
    )
    steps = [
        Step(status=known, at=max(row.moment(name).at, placed_at))
        for known, name, counts in told
        if counts and row.has(name)
    ]
    if cancelled_at is not None:
        steps.append(Step(status=OrderStatus.CANCELLED, at=max(cancelled_at, placed_at)))
    steps.sort(key=lambda step: (step.status is status, step.at))
    steps.insert(0, Step(status=OrderStatus.PENDING, at=placed_at))
    if steps[-1].status is not status:
        steps.append(Step(status=status, at=steps[-1].at))
    return tuple(steps)


def _same(name: str, header: str, looks: Looks = Looks.TEXT, *, required: bool = False) -> Column:
    return Column(name=name, headers=(header,), required=required, looks=looks)


def _address(side: str) -> tuple[Column, ...]:
    parts = (
        "Name", "Street", "Address1", "Address2", "City", "Zip", "Province", "Province Name",
        "Country", "Phone",
    )  # fmt: skip
    return tuple(
        _same(f"{side.lower()}_{part.lower().replace(' ', '_')}", f"{side} {part}")
        for part in parts
    )


FORMAT: Format[OrderContent] = Format(
    kind="orders",
    name="shopify",
    group_by="name",
    subject="name",
    read=read,
    columns=(
        _same("name", "Name", required=True),
        _same("email", "Email", Looks.EMAIL),
        _same("financial_status", "Financial Status", required=True),
        _same("paid_at", "Paid at", Looks.DATE),
        _same("fulfillment_status", "Fulfillment Status", required=True),
        Column(name="fulfilled_at", headers=("Fulfilled at", "Fulfillment Date"), looks=Looks.DATE),
        _same("currency", "Currency"),
        _same("subtotal", "Subtotal", Looks.NUMBER, required=True),
        _same("shipping", "Shipping"),
        _same("taxes", "Taxes"),
        _same("total", "Total", Looks.NUMBER, required=True),
        _same("discount", "Discount Amount"),
        _same("created_at", "Created at", Looks.DATE, required=True),
        _same("line_quantity", "Lineitem quantity", Looks.NUMBER, required=True),
        _same("line_title", "Lineitem name", required=True),
        _same("line_price", "Lineitem price", Looks.NUMBER, required=True),
        _same("line_sku", "Lineitem sku"),
        _same("line_discount", "Lineitem discount"),
        *_address("Billing"),
        *_address("Shipping"),
        _same("notes", "Notes"),
        Column(name="cancelled_at", headers=("Cancelled at", "Canceled at"), looks=Looks.DATE),
        _same("payment_method", "Payment Method"),
        _same("refunded", "Refunded Amount"),
        _same("id", "Id"),
        _same("tags", "Tags"),
        _same("phone", "Phone", Looks.PHONE),
        _same("duties", "Duties"),
    ),
)
