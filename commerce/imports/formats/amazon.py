"""Amazon.in order reports from Seller Central, as they come: tab-separated text.

Read are All Orders (`amazon-order-id`, `item-price`), New and Unshipped Orders (`order-id`,
`order-item-id`, `recipient-name`), and the sale report that panels make of them (`Order ID`,
`ASIN`, `Qty`, `Amount`). In All Orders, Amazon names no buyer: the order stands for them.

`item-price` is what all pieces of a row come to, GST within. Amazon collects cash itself, so that
only what it calls COD is COD here. A row whose item was cancelled is left out; an order of such
rows alone is Cancelled.

| Amazon says | we say |
|---|---|
| Pending | Pending |
| Unshipped | Confirmed |
| Shipped, Shipping; out for delivery, picked up, lost, damaged | Shipped |
| Shipped - Delivered to Buyer | Delivered |
| Shipped - Returned or Returning to Seller, Rejected by Buyer | RTO |
| Cancelled | Cancelled |
"""

from commerce.imports.content import OrderContent
from commerce.imports.formats import words
from commerce.imports.formats.lined import Dialect, column, reader
from commerce.imports.sheet import Column, Format, Looks
from commerce.vocabulary import OrderStatus, SalesChannel


def status(said: str) -> OrderStatus | None:
    """Return where an order stands, by the table above."""
    found = words.order_status(said)
    if found is OrderStatus.PROCESSING:
        return OrderStatus.CONFIRMED
    return found


_DIALECT = Dialect(
    channel=SalesChannel.AMAZON,
    statuses=status,
    of_line=frozenset({"shipping", "discount", "shipping_discount", "tax", "total"}),
    collects=True,
)


def _columns(*required: str) -> tuple[Column, ...]:
    known = (
        column("number", "amazon-order-id", "order-id", "Order ID", looks=Looks.CODE),
        column("line_id", "order-item-id", "amazon-order-item-id"),
        column("placed_at", "purchase-date", "Date", looks=Looks.DATE),
        column("updated_at", "last-updated-date", looks=Looks.DATE),
        column("status", "order-status", "Status"),
        column("item_status", "item-status"),
        column("name", "buyer-name"),
        column("email", "buyer-email", looks=Looks.EMAIL),
        column("phone", "buyer-phone-number", looks=Looks.PHONE),
        column("shipping_name", "recipient-name"),
        column("shipping_phone", "ship-phone-number", looks=Looks.PHONE),
        column("shipping_address", "ship-address-1"),
        column("shipping_address2", "ship-address-2"),
        column("shipping_address3", "ship-address-3"),
        column("shipping_city", "ship-city"),
        column("shipping_state", "ship-state"),
        column("shipping_pincode", "ship-postal-code", looks=Looks.PINCODE),
        column("shipping_country", "ship-country"),
        column("sku", "sku"),
        column("asin", "asin"),
        column("title", "product-name", "Category", "Style"),
        column("quantity", "quantity", "quantity-purchased", "Qty", looks=Looks.NUMBER),
        column("currency", "currency"),
        column("line_total", "item-price", "Amount", looks=Looks.NUMBER),
        column("tax", "item-tax", looks=Looks.NUMBER),
        column("shipping", "shipping-price", looks=Looks.NUMBER),
        column("discount", "item-promotion-discount", looks=Looks.NUMBER),
        column("shipping_discount", "ship-promotion-discount", looks=Looks.NUMBER),
        column("payment", "payment-method", "payment-method-details"),
        column("ordered_as", "ship-service-level"),
    )
    return tuple(
        Column(name=one.name, headers=one.headers, looks=one.looks, required=one.name in required)
        for one in known
    )


FORMAT: Format[OrderContent] = Format(
    kind="orders",
    name="amazon",
    group_by="number",
    gathers=True,
    subject="number",
    read=reader(_DIALECT),
    one_of=("asin", "line_id"),
    columns=_columns("number", "placed_at", "sku", "quantity", "line_total", "ordered_as"),
)
