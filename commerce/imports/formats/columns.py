"""Lists of any make, told by their columns: orders, tracking, stock, products, prices, reviews.

Each column has the headers it usually stands under. What stands under another is found by a
guess that a person confirms (`guessing`), or named by them.
"""

import re
from datetime import datetime

from commerce.imports.content import (
    Buyer,
    ListedPrice,
    OrderContent,
    PriceContent,
    ProductContent,
    ReviewContent,
    StockContent,
    TrackingContent,
)
from commerce.imports.formats import lined, shiprocket
from commerce.imports.formats.lined import Dialect, column
from commerce.imports.formats.statuses import shipment_status
from commerce.imports.sheet import Column, Format, Looks, Row
from commerce.imports.types import RowRefused
from commerce.money import Money
from commerce.vocabulary import SalesChannel, ShipmentStatus

MARKETPLACES = (
    "Amazon", "Amazon FBA", "Flipkart", "Meesho", "Myntra", "Ajio", "Nykaa", "Snapdeal", "Paytm",
    "Limeroad", "JioMart", "Tata Cliq", "Shopify", "WooCommerce", "Website",
)  # fmt: skip
"""Whose MRP and price a product master may tell, each in a column of its own."""

_NUMBER = Looks.NUMBER
_SKU_HEADERS = (
    "SKU", "SKU Code", "Seller SKU", "Variant SKU", "Item SKU", "SKU ID", "Product SKU",
    "Channel SKU", "Master SKU", "Item SKU Code", "Product Code", "Item Code", "Style Code",
)  # fmt: skip
_AWB_HEADERS = (
    "AWB", "AWB Code", "AWB Number", "AWB No", "Tracking ID", "Tracking Number", "Tracking No",
    "Waybill", "Waybill Number", "Waybill No", "Docket No", "Consignment No",
)  # fmt: skip


def _orders() -> Format[OrderContent]:
    return Format(
        kind="orders",
        name="columns",
        group_by="number",
        gathers=True,
        subject="number",
        one_of=("total", "line_total", "unit_price"),
        read=_read_order,
        columns=(
            column("number", "Order Number", "Order No", "Order ID", "Order", "Order Ref",
                   "Order Code", "Invoice No", "Invoice Number", "Sale Order", "Order Item ID",
                   looks=Looks.CODE, required=True),
            column("placed_at", "Order Date", "Date", "Created At", "Placed At", "Purchase Date",
                   "Ordered On", "Order Created At", "Created", "Order Time",
                   looks=Looks.DATE, required=True),
            column("status", "Order Status", "Status", "Order State"),
            column("channel", "Channel", "Sales Channel", "Marketplace", "Platform", "Source"),
            column("source_id", "Source ID", "Channel Order ID", "Marketplace Order ID"),
            column("name", "Customer Name", "Buyer Name", "Buyer", "Customer", "Name",
                   "Ship To Name", "Consignee Name", "Party Name"),
            column("phone", "Phone", "Mobile", "Customer Phone", "Buyer Phone", "Contact",
                   "Contact No", "Phone Number", "Mobile Number", "Customer Mobile",
                   looks=Looks.PHONE),
            column("email", "Email", "Customer Email", "Buyer Email", "E-mail",
                   looks=Looks.EMAIL),
            column("address", "Address", "Shipping Address", "Address Line 1", "Ship Address",
                   "Delivery Address", "Customer Address", "Ship Address 1"),
            column("address2", "Address Line 2", "Address 2", "Ship Address 2", "Landmark"),
            column("city", "City", "Ship City", "Shipping City", "Customer City", "Town"),
            column("state", "State", "Ship State", "Shipping State", "Customer State",
                   "Province"),
            column("pincode", "Pincode", "Pin Code", "Zip", "Postal Code", "Ship Postal Code",
                   "PIN", "Postcode", "Customer Pincode", looks=Looks.PINCODE),
            column("country", "Country", "Ship Country"),
            column("sku", *_SKU_HEADERS, looks=Looks.CODE),
            column("title", "Product Name", "Product", "Item", "Item Name", "Description",
                   "Title", "Product Title", "Item Description", "Style", "Particulars"),
            column("quantity", "Quantity", "Qty", "PCS", "Pieces", "Units", "Nos",
                   looks=_NUMBER),
            column("unit_price", "Unit Price", "Rate", "Price", "Selling Price", "Item Price",
                   "Price Per Unit", looks=_NUMBER),
            column("line_total", "Item Total", "Line Total", "Line Amount", "Gross Amt",
                   "Gross Amount", "Item Amount", "Amount", looks=_NUMBER),
            column("line_discount", "Item Discount", "Line Discount", looks=_NUMBER),
            column("shipping", "Shipping", "Shipping Fee", "Shipping Charges", "Delivery Charges",
                   "Shipping Amount", "Freight", looks=_NUMBER),
            column("discount", "Discount", "Discount Amount", "Order Discount", "Coupon Discount",
                   looks=_NUMBER),
            column("tax", "Tax", "GST", "Tax Amount", "GST Amount", "Taxes", looks=_NUMBER),
            column("total", "Total", "Order Total", "Grand Total", "Order Value", "Order Amount",
                   "Total Amount", "Invoice Amount", "Net Amount", "Bill Amount", looks=_NUMBER),
            column("refunded", "Refund Amount", "Refunded", "Refund", looks=_NUMBER),
            column("payment", "Payment Method", "Payment Mode", "Payment", "Payment Type",
                   "Mode of Payment"),
            column("cod", "COD", "Is COD", "Cash On Delivery"),
            column("currency", "Currency"),
            column("cancelled_at", "Cancelled At", "Cancellation Date", "Cancelled On",
                   looks=Looks.DATE),
            column("shipped_at", "Shipped At", "Dispatch Date", "Shipped On", "Ship Date",
                   looks=Looks.DATE),
            column("delivered_at", "Delivered At", "Delivered On", "Delivery Date",
                   looks=Looks.DATE),
            column("tags", "Tags"),
            column("note", "Note", "Notes", "Remarks", "Comments"),
        ),
    )  # fmt: skip


def _read_order(rows: tuple[Row, ...]) -> OrderContent:
    return lined.reader(Dialect(channel=_channel(rows[0])))(rows)


def _channel(row: Row) -> SalesChannel:
    """Return where an order was placed: as its column says, or as its number's shape tells."""
    said = re.sub(r"[\W_]+", "", row.text("channel").casefold())
    for channel in SalesChannel:
        if said and channel.value.casefold() in said:
            return channel
    if not said and _AMAZON_NUMBER.fullmatch(row.text("number")):
        return SalesChannel.AMAZON
    return SalesChannel.CUSTOM


_AMAZON_NUMBER = re.compile(r"\d{3}-\d{7}-\d{7}", re.ASCII)


def _tracking_columns(*required: str) -> tuple[Column, ...]:
    known = (
        column("awb", *_AWB_HEADERS, looks=Looks.CODE),
        column("order", "Channel Order ID", "Order ID", "Order Number", "Order No",
               "Reference No", "Reference Number", "Client Order ID", "Order",
               looks=Looks.CODE),
        column("status", "Current Status", "Status", "Shipment Status", "Tracking Status",
               "Delivery Status", "Scan", "Scan Status", "Latest Status", "Courier Status",
               "Activity"),
        column("code", "Status Code", "Scan Code", "NSL Code"),
        column("at", "Status Date", "Last Scan Date", "Scan Date", "Last Update",
               "Last Updated", "Updated At", "Status Updated At", "Status Date Time",
               "Last Status Date", "Event Time", "Event Date", "Scan Time", "Timestamp",
               "Date Time", "Date", "Current Status Date", "Last Scan Date Time",
               looks=Looks.DATE),
        column("location", "Location", "Scan Location", "Current Location", "Last Location",
               "Scanned Location", "Hub", "Last Scan Location"),
        column("remark", "Remarks", "Remark", "Instructions", "Status Remark",
               "Courier Remarks", "Last Remark"),
        column("courier", "Courier", "Courier Company", "Courier Name", "Courier Partner",
               "Partner Name", "Master Courier", "Logistics", "Carrier"),
        column("picked_up_at", "Pickedup Timestamp", "Pickup Date", "Picked Up At",
               "Picked Up Date", "Pickup Time", "Order Shipped Date", "Ship Date", "Shipped On",
               looks=Looks.DATE),
        column("out_for_delivery_at", "Out For Delivery Date", "OFD Date", "First OFD Date",
               "First Out For Delivery Date", looks=Looks.DATE),
        column("delivered_at", "Order Delivered Date", "Delivered Date", "Delivered At",
               "Delivery Date", "Delivered On", "Date Of Delivery", looks=Looks.DATE),
        column("promised_at", "EDD", "Expected Delivery Date", "Promised Date",
               "Estimated Delivery Date", "Promised Delivery Date", looks=Looks.DATE),
        column("rto_at", "RTO Initiated Date", "RTO Date", "RTO Marked Date",
               looks=Looks.DATE),
        column("rto_delivered_at", "RTO Delivered Date", "Returned Date", "RTO Delivery Date",
               looks=Looks.DATE),
        column("created_at", "AWB Assigned Date", "Shipment Created At", "Manifest Date",
               "Shiprocket Created At", "Created At", "Booking Date", looks=Looks.DATE),
        column("attempts", "Attempts", "Attempt Count", "No of Attempts", "Delivery Attempts",
               "NDR Attempts", looks=_NUMBER),
        column("collect", "COD Amount", "Collectable Amount", "COD Value", "Amount to Collect",
               "COD Payble Amount", looks=_NUMBER),
        column("weight", "Weight (KG)", "Charged Weight", "Weight", "Applied Weight",
               "Weight (Kgs)", "Dead Weight", looks=_NUMBER),
    )  # fmt: skip
    return tuple(
        Column(name=one.name, headers=one.headers, looks=one.looks, required=one.name in required)
        for one in known
    )


def _read_tracking(rows: tuple[Row, ...]) -> TrackingContent:
    row = rows[0]
    row.check()
    awb = re.sub(r"\s+", "", row.identifier("awb"))
    if not awb:
        raise RowRefused("error-imports-no-awb", column=row.header("awb"))
    said = row.text("status")
    status = shipment_status(said)
    if status is None:
        raise RowRefused(
            "error-imports-unknown-status", column=row.header("status"), cell=said[:60]
        )
    times = {
        name: row.moment(name).at if row.has(name) else None
        for name in ("picked_up_at", "out_for_delivery_at", "delivered_at", "promised_at",
                     "rto_at", "rto_delivered_at", "created_at", "at")
    }  # fmt: skip
    remark = row.text("remark")
    return TrackingContent(
        line=row.line, awb=awb,
        order_number=row.identifier("order").removeprefix("#").strip(),
        courier=shiprocket.courier(row.text("courier")), status=status,
        raw_code=row.text("code", 40), raw_text=f"{said}: {remark}" if remark else said,
        at=_happened_at(row, status, times), location=row.text("location", 255),
        picked_up_at=times["picked_up_at"], out_for_delivery_at=times["out_for_delivery_at"],
        delivered_at=times["delivered_at"], promised_at=times["promised_at"],
        rto_at=times["rto_at"],
        attempts=row.count("attempts") if row.has("attempts") else None,
        collect=row.amount("collect") if row.has("collect") else None,
        weight_grams=weight_grams(row, "weight"),
    )  # fmt: skip


def _happened_at(row: Row, status: ShipmentStatus, times: dict[str, datetime | None]) -> datetime:
    """Return when a parcel came to its status: as told, else by the date that status has."""
    own = {
        ShipmentStatus.DELIVERED: "delivered_at",
        ShipmentStatus.RTO_DELIVERED: "rto_delivered_at",
        ShipmentStatus.RTO_INITIATED: "rto_at",
        ShipmentStatus.OUT_FOR_DELIVERY: "out_for_delivery_at",
        ShipmentStatus.PICKED_UP: "picked_up_at",
    }.get(status, "at")
    passed = (
        "rto_delivered_at", "delivered_at", "rto_at", "out_for_delivery_at", "picked_up_at",
        "created_at",
    )  # fmt: skip
    for name in ("at", own, *passed):
        found = times[name]
        if found is not None:
            return found
    raise RowRefused("error-imports-no-moment", column=row.header("at"))


def weight_grams(row: Row, name: str) -> int | None:
    """Return a weight in grams; kilograms where the header says so, or nothing weighs so little.

    Raises:
        RowRefused: It is no weight.
    """
    if not row.has(name):
        return None
    header = row.header(name).casefold()
    said = re.sub(r"\s*(kgs?|gms?|grams?|g)\.?$", "", row.text(name).casefold())
    unit = row.text(name).casefold()[len(said) :].strip() or header
    if not re.fullmatch(r"\d{1,7}(?:\.\d{1,4})?", said, re.ASCII):
        raise RowRefused("error-imports-no-amount", column=row.header(name), cell=said[:40])
    number = float(said)
    in_grams = re.search(r"\bg(m|ms|ram|rams)?\b|grams?", unit) is not None
    if not in_grams and ("kg" in unit or number < 25):
        if "kg" not in unit:
            row.reading.notes.add("imports-note-weight", row.line, row.text(name))
        number *= 1000
    return round(number)


def _read_stock(rows: tuple[Row, ...]) -> StockContent:
    row = rows[0]
    row.check()
    return StockContent(
        line=row.line, sku=_sku(row), warehouse=row.text("warehouse", 255),
        city=row.text("city", 255), on_hand=row.count("on_hand"),
        at=row.moment("at").at if row.has("at") else None,
    )  # fmt: skip


def _sku(row: Row) -> str:
    sku = row.identifier("sku", longest=255)
    if not sku:
        raise RowRefused("error-imports-no-sku", column=row.header("sku"))
    return sku


def _marketplace_columns() -> tuple[Column, ...]:
    return tuple(
        column(f"{what}_{re.sub(r'[^a-z]', '', market.lower())}", *headers, looks=_NUMBER)
        for market in MARKETPLACES
        for what, headers in (
            ("mrp", (f"{market} MRP", f"MRP {market}")),
            ("price", (f"{market} Price", f"{market} Selling Price", f"{market} SP")),
        )
    )


def _read_product(rows: tuple[Row, ...]) -> ProductContent:
    row = rows[0]
    row.check()
    sku = _sku(row)
    style = row.text("style", 255)
    title = row.text("title", 255) or style or sku
    options = [row.text(name) for name in ("color", "size")]
    listed = tuple(
        ListedPrice(marketplace=market, mrp=mrp, price=price)
        for market in MARKETPLACES
        for key in [re.sub(r"[^a-z]", "", market.lower())]
        for mrp, price in [(_money(row, f"mrp_{key}"), _money(row, f"price_{key}"))]
        if mrp is not None or price is not None
    )
    mrp = _money(row, "mrp")
    told = [one.mrp for one in listed if one.mrp is not None]
    if mrp is None and told:
        mrp = min(told, key=lambda one: one.minor)
        if len({one.minor for one in told}) > 1:
            row.reading.notes.add("imports-note-mrp-lowest", row.line, sku)
    price = _money(row, "price")
    if price is not None and mrp is not None and price.minor > mrp.minor:
        raise RowRefused("error-imports-above-mrp", price=price, mrp=mrp)
    return ProductContent(
        line=row.line, sku=sku, product=(style or title) if style else title,
        title=", ".join([title, *(one for one in options if one and one not in title)])[:255],
        category=row.text("category", 40).casefold(), hsn=row.text("hsn", 40),
        tax=re.sub(r"[%\s]|gst", "", row.text("tax", 40).casefold()), price=price,
        cost=_money(row, "cost"), mrp=mrp, weight_grams=weight_grams(row, "weight"),
        is_active=_is_active(row), listed=listed,
    )  # fmt: skip


def _money(row: Row, name: str) -> Money | None:
    if not row.has(name):
        return None
    found = row.amount(name)
    if found.minor < 0:
        raise RowRefused("error-imports-negative", amount=found)
    return found


def _is_active(row: Row) -> bool | None:
    said = row.text("active").casefold()
    if not said:
        return None
    return said not in ("no", "n", "false", "0", "inactive", "draft", "archived", "discontinued")


def _read_price(rows: tuple[Row, ...]) -> PriceContent:
    row = rows[0]
    row.check()
    sku = _sku(row)
    price = row.amount("price")
    if price.minor <= 0:
        raise RowRefused("error-imports-negative", amount=price)
    return PriceContent(
        line=row.line, sku=sku, competitor=row.text("competitor", 255), price=price,
        at=row.moment("at").at if row.has("at") else None,
    )  # fmt: skip


def _read_review(rows: tuple[Row, ...]) -> ReviewContent:
    row = rows[0]
    row.check()
    sku, product = row.identifier("sku", longest=255), row.text("product", 255)
    if not sku and not product:
        raise RowRefused("error-imports-no-sku", column=row.header("sku"))
    said = row.text("rating")
    stars = said.count("★")
    found = re.fullmatch(r"([1-5])(?:\.0+)?(?:\s*/\s*5|\s*stars?)?", said.lower(), re.ASCII)
    if found is None and not 1 <= stars <= 5:
        raise RowRefused("error-imports-no-rating", column=row.header("rating"), cell=said[:40])
    words = [row.text("headline"), row.text("text")]
    return ReviewContent(
        line=row.line, sku=sku, product=product,
        rating=int(found[1]) if found else stars,
        text="\n".join(word for word in words if word)[:10_000], at=row.moment("at").at,
        buyer=Buyer(
            name=row.text("customer", 255), phone=row.phone("phone"),
            email=row.text("email", 255).lower() or None,
        ),
    )  # fmt: skip


ORDERS = _orders()

TRACKING: Format[TrackingContent] = Format(
    kind="tracking", name="columns", subject="awb", read=_read_tracking,
    columns=_tracking_columns("awb", "status"),
    one_of=("at", "delivered_at", "picked_up_at", "created_at"),
)  # fmt: skip

SHIPROCKET_ORDERS: Format[TrackingContent] = Format(
    kind="tracking", name="shiprocket", subject="awb", read=_read_tracking,
    columns=_tracking_columns("awb", "status", "order", "delivered_at", "picked_up_at"),
)  # fmt: skip
"""Shiprocket's report of all shipments: it has NDR columns too, but a row for every parcel."""

STOCK: Format[StockContent] = Format(
    kind="stock", name="columns", subject="sku", read=_read_stock,
    columns=(
        column("sku", *_SKU_HEADERS, looks=Looks.CODE, required=True),
        column("warehouse", "Warehouse", "Warehouse Code", "Warehouse Name", "Location",
               "Facility", "Fulfilment Center", "Fulfillment Center", "Godown", "Store",
               "Facility Code", "Location Code"),
        column("city", "Warehouse City", "City"),
        column("on_hand", "Quantity", "Stock", "Qty", "On Hand", "Stock On Hand", "Inventory",
               "Available", "Available Stock", "Closing Stock", "Physical Stock",
               "Available Quantity", "Current Stock", "Stock Quantity", "In Stock", "Balance Qty",
               looks=_NUMBER, required=True),
        column("at", "As On", "Stock Date", "Updated At", "Date", looks=Looks.DATE),
    ),
)  # fmt: skip

PRODUCTS: Format[ProductContent] = Format(
    kind="products", name="columns", subject="sku", read=_read_product,
    one_of=("title", "style", "mrp", *(one.name for one in _marketplace_columns())),
    columns=(
        column("sku", *_SKU_HEADERS, looks=Looks.CODE, required=True),
        column("style", "Style ID", "Style", "Parent SKU", "Design No.", "Style No"),
        column("title", "Product Name", "Title", "Product Title", "Product", "Name", "Item Name",
               "Description", "Item Description", "Variant Title", "Catalog"),
        column("category", "Category", "Product Category", "Product Type", "Type"),
        column("color", "Color", "Colour"),
        column("size", "Size"),
        column("hsn", "HSN", "HSN Code", "HSN/SAC"),
        column("tax", "GST Rate", "GST %", "Tax Rate", "GST", "Tax Class"),
        column("mrp", "MRP", "Max Retail Price", "Compare At Price", "Variant Compare At Price",
               "Final MRP", "Final MRP Old", "MRP Old", looks=_NUMBER),
        column("price", "Selling Price", "Price", "Sale Price", "Offer Price", "Variant Price",
               "Our Price", "SP", looks=_NUMBER),
        column("cost", "Cost Price", "Cost", "Purchase Price", "Cost Per Item", "Buying Price",
               "Transfer Price", "TP", "TP 1", "Landed Cost", looks=_NUMBER),
        column("weight", "Weight (g)", "Weight (gm)", "Weight Grams", "Variant Grams",
               "Weight (kg)", "Weight", looks=_NUMBER),
        column("active", "Active", "Status", "Is Active", "Listing Status"),
        *_marketplace_columns(),
    ),
)  # fmt: skip

PRICES: Format[PriceContent] = Format(
    kind="prices", name="columns", subject="sku", read=_read_price,
    columns=(
        column("sku", *_SKU_HEADERS, "Our SKU", looks=Looks.CODE, required=True),
        column("price", "Price", "Selling Price", "New Price", "Competitor Price", "Offer Price",
               "Sale Price", "Their Price", "Listed Price", looks=_NUMBER, required=True),
        column("competitor", "Competitor", "Competitor Name", "Seller", "Sold By", "Website",
               "Competitor Seller"),
        column("at", "Date", "Checked On", "Price Date", "Effective From", "Seen At", "As On",
               "Captured At", looks=Looks.DATE),
    ),
)  # fmt: skip

REVIEWS: Format[ReviewContent] = Format(
    kind="reviews", name="columns", subject="sku", read=_read_review,
    one_of=("sku", "product"),
    columns=(
        column("sku", *_SKU_HEADERS, "Product Handle", looks=Looks.CODE),
        column("product", "Product", "Product Name", "Product Title", "Title of Product",
               "Item", "Item Name"),
        column("rating", "Rating", "Stars", "Star Rating", "Review Rating", "Score",
               looks=_NUMBER, required=True),
        column("headline", "Review Title", "Headline", "Title"),
        column("text", "Review", "Review Text", "Comment", "Body", "Review Body", "Content",
               "Feedback", "Review Content"),
        column("at", "Date", "Review Date", "Created At", "Reviewed On", "Posted On",
               "Submitted At", looks=Looks.DATE, required=True),
        column("customer", "Reviewer", "Reviewer Name", "Customer Name", "Customer", "Author",
               "Name"),
        column("email", "Email", "Reviewer Email", "Customer Email", looks=Looks.EMAIL),
        column("phone", "Phone", "Customer Phone", "Mobile", looks=Looks.PHONE),
    ),
)  # fmt: skip
