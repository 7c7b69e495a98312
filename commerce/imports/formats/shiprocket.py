"""An NDR report as Shiprocket's panel exports it, and as other couriers' panels do alike.

One row is the latest failed attempt of one parcel; a report with a row an attempt works as well.
Reports differ in their headers more than in what they say, so each column has its synonyms.
"""

import re
from datetime import datetime

from commerce.imports.content import Buyer, NdrContent, Place
from commerce.imports.sheet import Column, Format, Looks, Row
from commerce.imports.types import RowRefused
from commerce.money import Money
from commerce.vocabulary import CourierType, PaymentMethod

_COURIERS = (
    (CourierType.DELHIVERY, "delhivery"),
    (CourierType.BLUE_DART, "bluedart"),
    (CourierType.DTDC, "dtdc"),
    (CourierType.ECOM_EXPRESS, "ecom"),
    (CourierType.XPRESSBEES, "xpressbees"),
    (CourierType.SHADOWFAX, "shadowfax"),
    (CourierType.SHIPROCKET, "shiprocket"),
)
"""What is looked for in a courier's name: `Delhivery Surface 500gm`, `Xpressbees Air`."""

_LEADING_CODE = re.compile(r"([A-Z]{1,4}-?\d{1,5}|\d{1,5})\s*[-:–]\s*(\S.*)", re.DOTALL)
"""`EOD-11 - Consignee unavailable`."""


def courier(said: str) -> CourierType:
    """Return which courier a name means; one we do not know is Custom."""
    key = re.sub(r"[\W_]+", "", said.casefold())
    return next((known for known, part in _COURIERS if part in key), CourierType.CUSTOM)


def payment(said: str) -> PaymentMethod | None:
    """Return COD, Other for prepaid, or `None` where a report does not say.

    Raises:
        KeyError: It says something else.
    """
    key = re.sub(r"[\W_]+", "", said.casefold())
    return {
        "": None, "cod": PaymentMethod.COD, "cashondelivery": PaymentMethod.COD,
        "prepaid": PaymentMethod.OTHER, "paid": PaymentMethod.OTHER, "pre": PaymentMethod.OTHER,
    }[key]  # fmt: skip


def read(rows: tuple[Row, ...]) -> NdrContent:
    """Make one failed attempt of its row.

    Raises:
        RowRefused: Something in it has no single reading, or what is needed is blank.
    """
    row = rows[0]
    row.check()
    awb = re.sub(r"\s+", "", row.identifier("awb"))
    if not awb:
        raise RowRefused("error-imports-no-awb", column=row.header("awb"))
    code, said = _reason(row)
    status = re.sub(r"[\W_]+", "", row.text("status").casefold())
    return NdrContent(
        line=row.line,
        awb=awb,
        order_number=row.identifier("order").removeprefix("#").strip(),
        courier=courier(row.text("courier")),
        raw_code=code,
        raw_text=said,
        attempt=row.count("attempts") or None if row.has("attempts") else None,
        at=row.moment("at").at,
        remark=row.text("remark"),
        buyer=Buyer(
            name=row.text("customer", 255),
            phone=row.phone("phone"),
            email=row.text("email", 255).lower() or None,
        ),
        place=_place(row),
        payment=_payment(row),
        value=_value(row, "value"),
        collect=_value(row, "collect"),
        product=row.text("product", 255),
        ordered_at=_ordered_at(row),
        settled=re.match(r"(delivered|rto|return|closed)", status) is not None,
    )


def _reason(row: Row) -> tuple[str, str]:
    """Return the courier's code and words; the words alone may carry the code before them."""
    code, said = row.text("code", 40), row.text("reason")
    if not code and not said:
        raise RowRefused("error-imports-no-reason", column=row.header("reason"))
    if not code and (found := _LEADING_CODE.fullmatch(said)):
        return found[1], found[2].strip()
    return code, said


def _payment(row: Row) -> PaymentMethod | None:
    try:
        return payment(row.text("payment"))
    except KeyError as error:
        raise RowRefused(
            "error-imports-payment", column=row.header("payment"), cell=row.text("payment")[:40]
        ) from error


def _value(row: Row, name: str) -> Money | None:
    if not row.has(name):
        return None
    value = row.amount(name)
    if value.minor < 0:
        raise RowRefused("error-imports-negative", amount=value)
    return value


def _ordered_at(row: Row) -> datetime | None:
    return row.moment("ordered_at").at if row.has("ordered_at") else None


def _place(row: Row) -> Place:
    return Place(
        name=row.text("customer", 255),
        line1=row.text("address"),
        line2=row.text("address2"),
        city=row.text("city", 255),
        state=row.text("state", 255),
        pincode=re.sub(r"(?<=\d) (?=\d)", "", row.identifier("pincode")),
        country="IN",
        phone=row.phone("phone"),
    )


def _any(name: str, *headers: str, required: bool = False, looks: Looks = Looks.TEXT) -> Column:
    return Column(name=name, headers=headers, required=required, looks=looks)


FORMAT: Format[NdrContent] = Format(
    kind="ndr",
    name="shiprocket",
    subject="awb",
    read=read,
    columns=(
        _any(
            "awb",
            "AWB",
            "AWB Code",
            "AWB Number",
            "AWB No",
            "Tracking ID",
            "Tracking Number",
            "Waybill",
            "Waybill Number",
            required=True,
            looks=Looks.CODE,
        ),
        _any(
            "order",
            "Channel Order ID",
            "Order ID",
            "Order Number",
            "Order No",
            "Reference No",
            "Order",
        ),
        _any(
            "courier",
            "Courier",
            "Courier Company",
            "Courier Name",
            "Courier Partner",
            "Partner Name",
            "Partner",
            "Master Courier",
        ),
        _any(
            "reason",
            "NDR Reason",
            "Latest NDR Reason",
            "Reason",
            "Undelivered Reason",
            "NDR Remark",
            "Latest NDR Remark",
            required=True,
        ),
        _any("code", "NDR Code", "NDR Reason Code", "Reason Code", "NSL Code", "Status Code"),
        _any(
            "at",
            "NDR Date",
            "NDR Raised At",
            "Latest NDR Date",
            "NDR Raised Date",
            "Last Attempt Date",
            "Attempt Date",
            "Latest Attempt Date",
            required=True,
            looks=Looks.DATE,
        ),
        _any(
            "attempts",
            "Attempts",
            "Attempt Count",
            "NDR Attempts",
            "Attempt",
            "No of Attempts",
            "Total Attempts",
            "NDR Attempt",
        ),
        _any("customer", "Customer Name", "Buyer Name", "Consignee Name", "Customer", "Consignee"),
        _any(
            "phone",
            "Customer Phone",
            "Customer Mobile",
            "Customer Contact",
            "Buyer Phone",
            "Customer Phone Number",
            "Customer Mobile Number",
            "Phone",
            "Mobile",
            "Contact",
            looks=Looks.PHONE,
        ),
        _any("email", "Customer Email", "Buyer Email", "Email", looks=Looks.EMAIL),
        _any(
            "address",
            "Customer Address",
            "Address",
            "Address Line 1",
            "Delivery Address",
            "Shipping Address",
        ),
        _any("address2", "Customer Address 2", "Address Line 2", "Address 2"),
        _any("pincode", "Pincode", "Customer Pincode", "Pin Code", "Zip", "Address Pincode"),
        _any("city", "City", "Customer City", "Address City"),
        _any("state", "State", "Customer State", "Address State"),
        _any("payment", "Payment Method", "Payment Mode", "Payment", "Payment Type"),
        _any("value", "Order Value", "Order Total", "Order Amount", "Amount", "Invoice Value"),
        _any(
            "collect",
            "Collectable Amount",
            "Collectible Amount",
            "COD Amount",
            "COD Value",
            "Amount to Collect",
        ),
        _any("status", "Status", "NDR Status", "Shipment Status", "Current Status"),
        _any("remark", "Remarks", "Remark", "Comments", "Courier Remarks", "NDR Comment"),
        _any("product", "Product Name", "Product", "Product Details", "Products"),
        _any(
            "ordered_at",
            "Order Date",
            "Order Created At",
            "Shiprocket Created At",
            "Channel Created At",
            "Created At",
            looks=Looks.DATE,
        ),
    ),
)
