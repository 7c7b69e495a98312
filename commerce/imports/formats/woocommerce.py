"""WooCommerce order exports, a row an item, as its usual export plugins write them.

WooCommerce has no order export of its own. Read as they come are Advanced Order Export
(`Order Number`, `First Name (Billing)`, `Quantity (- Refund)`) and Customer/Order CSV Export
(`order_number`, `billing_first_name`, `item_quantity`), both with one row an item.

| WooCommerce says | we say |
|---|---|
| Pending payment | Pending |
| Processing | Confirmed: paid, or cash on delivery, and to be sent |
| On hold | OnHold |
| Completed | Delivered: the shop has nothing left to do |
| Cancelled, Failed, Refunded | Cancelled, Failed, Returned |
"""

from commerce.imports.content import OrderContent
from commerce.imports.formats import words
from commerce.imports.formats.lined import Dialect, column, reader
from commerce.imports.sheet import Format, Looks
from commerce.vocabulary import OrderStatus, SalesChannel


def status(said: str) -> OrderStatus | None:
    """Return where an order stands, by the table above."""
    found = words.order_status(said)
    return OrderStatus.CONFIRMED if found is OrderStatus.PROCESSING else found


FORMAT: Format[OrderContent] = Format(
    kind="orders",
    name="woocommerce",
    group_by="number",
    gathers=True,
    subject="number",
    one_of=("title", "sku"),
    read=reader(Dialect(channel=SalesChannel.WOOCOMMERCE, statuses=status)),
    columns=(
        column("number", "Order Number", "order_number", "Order Number (formatted)",
               "order_number_formatted", required=True, looks=Looks.CODE),
        column("source_id", "Order ID", "order_id"),
        column("status", "Order Status", "status", "order_status", required=True),
        column("placed_at", "Order Date", "order_date", "date", "Date Created", required=True,
               looks=Looks.DATE),
        column("shipped_at", "Completed Date", "completed_date", looks=Looks.DATE),
        column("note", "Customer Note", "customer_note", "order_comments"),
        column("first_name", "First Name (Billing)", "billing_first_name", required=True),
        column("last_name", "Last Name (Billing)", "billing_last_name"),
        column("name", "Full Name (Billing)", "billing_full_name"),
        column("email", "Email (Billing)", "billing_email", looks=Looks.EMAIL),
        column("phone", "Phone (Billing)", "billing_phone", looks=Looks.PHONE),
        column("address", "Address 1&2 (Billing)", "Address 1 (Billing)", "billing_address_1"),
        column("address2", "Address 2 (Billing)", "billing_address_2"),
        column("city", "City (Billing)", "billing_city"),
        column("state", "State Name (Billing)", "State Code (Billing)", "billing_state"),
        column("pincode", "Postcode (Billing)", "billing_postcode", looks=Looks.PINCODE),
        column("country", "Country Code (Billing)", "billing_country", "Country Name (Billing)"),
        column("shipping_first_name", "First Name (Shipping)", "shipping_first_name"),
        column("shipping_last_name", "Last Name (Shipping)", "shipping_last_name"),
        column("shipping_name", "Full Name (Shipping)"),
        column("shipping_phone", "Phone (Shipping)", "shipping_phone", looks=Looks.PHONE),
        column("shipping_address", "Address 1&2 (Shipping)", "Address 1 (Shipping)",
               "shipping_address_1"),
        column("shipping_address2", "Address 2 (Shipping)", "shipping_address_2"),
        column("shipping_city", "City (Shipping)", "shipping_city"),
        column("shipping_state", "State Name (Shipping)", "State Code (Shipping)",
               "shipping_state"),
        column("shipping_pincode", "Postcode (Shipping)", "shipping_postcode",
               looks=Looks.PINCODE),
        column("shipping_country", "Country Code (Shipping)", "shipping_country",
               "Country Name (Shipping)"),
        column("payment", "Payment Method Title", "Payment Method", "payment_method_title",
               "payment_method"),
        column("currency", "Order Currency", "order_currency", "currency"),
        column("discount", "Cart Discount Amount", "Order Discount Amount", "discount_total",
               looks=Looks.NUMBER),
        column("shipping", "Order Shipping Amount", "shipping_total", "order_shipping",
               looks=Looks.NUMBER),
        column("tax", "Order Total Tax Amount", "tax_total", "Order Tax Amount",
               looks=Looks.NUMBER),
        column("refunded", "Order Refund Amount", "refunded_total", looks=Looks.NUMBER),
        column("total", "Order Total Amount", "order_total", "Order Total", required=True,
               looks=Looks.NUMBER),
        column("sku", "SKU", "item_sku"),
        column("line_id", "Item #", "item_id"),
        column("title", "Item Name", "item_name", "Name", "Product Name"),
        column("quantity", "Quantity", "Quantity (- Refund)", "item_quantity", required=True,
               looks=Looks.NUMBER),
        column("unit_price", "Item Cost", "Item Price", looks=Looks.NUMBER),
        column("line_total", "Order Line (w/o tax)", "Order Line Subtotal", "item_subtotal",
               "item_total", looks=Looks.NUMBER),
    ),
)  # fmt: skip
