"""Meesho's orders export (Supplier Panel > Orders), as it comes: a row a sub-order.

The buyer is not named, only their state; Meesho collects at the door itself. The price is the one
after the supplier's discount, what the supplier earns before Meesho's deductions. Meesho writes
`Commision` in some exports and `Commission` in others.

| Reason for Credit Entry | we say |
|---|---|
| PENDING, HOLD | Pending, OnHold |
| READY_TO_SHIP | Processing |
| SHIPPED, LOST | Shipped |
| DELIVERED | Delivered |
| RTO_INITIATED, RTO_LOCKED, RTO_COMPLETE, RTO_OFD | RTO |
| RETURN_INITIATED, DOOR_STEP_EXCHANGED | Returned |
| CANCELLED | Cancelled |
"""

from commerce.imports.content import OrderContent
from commerce.imports.formats.lined import Dialect, column, reader
from commerce.imports.sheet import Format, Looks
from commerce.vocabulary import SalesChannel

FORMAT: Format[OrderContent] = Format(
    kind="orders",
    name="meesho",
    group_by="number",
    gathers=True,
    subject="number",
    read=reader(Dialect(channel=SalesChannel.MEESHO, collects=True)),
    columns=(
        column("status", "Reason for Credit Entry", "Order Status", "Live Order Status",
               required=True),
        column("number", "Sub Order No", "Sub Order Number", "Suborder No", required=True,
               looks=Looks.CODE),
        column("placed_at", "Order Date", required=True, looks=Looks.DATE),
        column("state", "Customer State"),
        column("pincode", "Pincode", "Customer Pincode", looks=Looks.PINCODE),
        column("title", "Product Name"),
        column("sku", "SKU", "Supplier SKU"),
        column("size", "Size"),
        column("quantity", "Quantity", required=True, looks=Looks.NUMBER),
        column("unit_price", "Supplier Discounted Price (Incl GST and Commision)",
               "Supplier Discounted Price (Incl GST and Commission)",
               "Supplier Discounted Price",
               "Supplier Listed Price (Incl. GST + Commission)", "Supplier Listed Price",
               required=True, looks=Looks.NUMBER),
        column("packet", "Packet Id"),
    ),
)  # fmt: skip
