"""What the shop has, out of the chat as a file: the same lists with the same filters."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Annotated, Any, BinaryIO

from pydantic import Field

from commerce import exports, files, ndr, parcels, people
from commerce.access import Permission
from commerce.context import Context
from commerce.customers import CustomerSegment
from commerce.errors import Refused
from commerce.exports import Cell, SheetKind, Table
from commerce.ndr import NdrQueue, NdrSearch
from commerce.orders import OrderFilter, PaymentKind
from commerce.parcels import ParcelMoment, ParcelOutcome, ParcelPayment, ParcelSearch
from commerce.periods import Period as Span
from commerce.records import Action, AuditSearch
from commerce.vocabulary import NdrReason, SalesChannel
from tools import facts
from tools.arguments import (
    Courier,
    Customer,
    Days,
    Kind,
    Parcel,
    Period,
    Person,
    Place,
    Product,
    Rupees,
    Warehouse,
)
from tools.base import Arguments, Mention, ToolResult, tool
from tools.files import file_card
from tools.order_list import OrderChoice, search_of

MOST_ROWS = 50_000
"""Rows of a file made in a conversation; the command line writes files of any length."""


class ExportOf(StrEnum):
    """Which list a file is made of."""

    ORDERS = "orders"
    PARCELS = "parcels"
    NDR = "ndr"
    STOCK = "stock"
    LOW_STOCK = "low_stock"
    DEAD_STOCK = "dead_stock"
    CUSTOMERS = "customers"
    AUDIT = "audit"


_COMMON = ("what", "format")
FILTERS: Mapping[ExportOf, tuple[str, ...]] = {
    ExportOf.ORDERS: (
        "period", "status", "payment", "channel", "place", "customer", "product", "min_total",
        "max_total",
    ),
    ExportOf.PARCELS: ("period", "payment", "courier", "place", "outcome", "by"),
    ExportOf.NDR: ("period", "queue", "reason", "courier", "assignee", "place"),
    ExportOf.STOCK: ("product", "warehouse"),
    ExportOf.LOW_STOCK: ("days",),
    ExportOf.DEAD_STOCK: ("days",),
    ExportOf.CUSTOMERS: ("segment",),
    ExportOf.AUDIT: ("period", "person", "subject", "action"),
}  # fmt: skip
"""By what each list can be narrowed."""

_LISTED_BY: Mapping[str, tuple[ExportOf, Mapping[str, str]]] = {
    "find_orders": (ExportOf.ORDERS, {}),
    "list_parcels": (ExportOf.PARCELS, {}),
    "list_ndr": (ExportOf.NDR, {"status": "queue"}),
    "ndr_board": (ExportOf.NDR, {}),
    "check_stock": (ExportOf.STOCK, {}),
    "low_stock": (ExportOf.LOW_STOCK, {}),
    "dead_stock": (ExportOf.DEAD_STOCK, {}),
    "list_customers": (ExportOf.CUSTOMERS, {}),
    "search_audit_log": (ExportOf.AUDIT, {}),
}
"""The tool that lists → what it lists, and its arguments that are called otherwise here."""
_OF_THE_PAGE = ("limit", "skip", "after", "sort")


class ExportData(Arguments):
    """Which list, as what, and narrowed by what; only filters of that list."""

    what: ExportOf
    format: SheetKind = SheetKind.XLSX
    period: Period | None = None
    status: Annotated[OrderFilter | None, Field(description="Of orders.")] = None
    queue: Annotated[NdrQueue | None, Field(description="Of NDR; open unless told.")] = None
    payment: Annotated[PaymentKind | None, Field(description="Of orders and parcels.")] = None
    channel: Annotated[SalesChannel | None, Field(description="Of orders.")] = None
    place: Place | None = None
    customer: Customer | None = None
    min_total: Rupees | None = None
    max_total: Rupees | None = None
    product: Product | None = None
    courier: Courier | None = None
    outcome: Annotated[ParcelOutcome | None, Field(description="Of parcels.")] = None
    by: Annotated[
        ParcelMoment | None, Field(description="Of parcels: what lies in the period.")
    ] = None
    reason: Annotated[NdrReason | None, Field(description="Of NDR.")] = None
    assignee: Annotated[Person | None, Field(description="Of NDR: whose they are.")] = None
    warehouse: Warehouse | None = None
    segment: Annotated[CustomerSegment | None, Field(description="Of customers.")] = None
    days: Annotated[Days | None, Field(description="Of low_stock and dead_stock.")] = None
    person: Annotated[Person | None, Field(description="Of the audit log: who did it.")] = None
    subject: Annotated[Parcel | None, Field(description="Of the audit log: about what.")] = None
    action: Annotated[Action | None, Field(description="Of the audit log.")] = None


@tool(
    Permission.ORDERS_READ,
    Permission.PARCELS_READ,
    Permission.NDR_READ,
    Permission.STOCK_READ,
    Permission.AUDIT_READ,
)
def export_data(ctx: Context, args: ExportData) -> ToolResult:
    """Make a file (xlsx or csv) of a whole list, to be downloaded: orders, NDR, stock and more.

    For "orders of October in Excel", "download the NDR list", "ye list excel me do" (the filters of
    the list that was shown last). The file is for the person alone and can be fetched for a week.
    To look at a list in the chat prefer find_orders, list_parcels, list_ndr.
    """
    if ctx.turn_id is None:
        raise Refused("error-export-in-chat")
    _check_filters(ctx, args)
    period = facts.resolved(ctx, args.period)
    table = _table(ctx, args, period)
    name = _name(ctx, args, period)
    rows = 0

    def write(stream: BinaryIO) -> None:
        nonlocal rows
        bounded = replace(table, rows=_bounded(table))
        rows = exports.write(bounded, stream, args.format, zone=ctx.zone)

    made = files.make(ctx, write, name=f"{name}.{args.format}")
    what = ctx.say(f"export-of-{args.what}")
    span = period if period and period.name != "all_time" else None
    says = ctx.say(
        "export-made", what=what, count=rows, name=made.name,
        period="none" if span is None else "days", first=span.first_day if span else None,
        last=span.last_day if span else None,
    )  # fmt: skip
    note = ctx.say("export-note", count=rows)
    return ToolResult(
        facts={
            "count": rows,
            "what": args.what.value,
            "format": args.format.value,
            "period": facts.days_of(period),
            "filters": args.model_dump(
                mode="json", exclude={"what", "format", "period"}, exclude_none=True
            ),
            "file": made.id,
            "name": made.name,
            "size_bytes": made.size,
            "expires_at": facts.moment(ctx, made.expires_at),
        },
        says=says,
        cards=(file_card(ctx, made, title=what, note=note),),
        mentions=(Mention(kind=Kind.FILE, id=made.id, label=made.name),),
    )


def of_list(name: str, arguments: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return what exports the very list that a call showed; `None` where that cannot be."""
    if name not in _LISTED_BY:
        return None
    what, renamed = _LISTED_BY[name]
    narrowed = {
        renamed.get(key, key): value
        for key, value in arguments.items()
        if key not in _OF_THE_PAGE and value is not None
    }
    if set(narrowed) - set(FILTERS[what]):
        return None
    return {"what": what.value, **narrowed}


def _check_filters(ctx: Context, args: ExportData) -> None:
    """Refuse a filter that the list does not have: left out silently, the file would say too much.

    Raises:
        Refused: There is one.
    """
    said = args.model_dump(exclude_none=True, exclude=set(_COMMON))
    wrong = [name for name in said if name not in FILTERS[args.what]]
    if wrong:
        raise Refused(
            "error-export-filter", what=ctx.say(f"export-of-{args.what}"),
            filters=", ".join(wrong), known=", ".join(FILTERS[args.what]),
        )  # fmt: skip


def _table(ctx: Context, args: ExportData, period: Span | None) -> Table:
    match args.what:
        case ExportOf.ORDERS:
            chosen = args.model_dump(include=set(FILTERS[ExportOf.ORDERS]))
            wanted = search_of(ctx, OrderChoice.model_validate(chosen), period)
            return exports.orders(ctx, wanted=wanted)
        case ExportOf.PARCELS:
            return exports.parcels(ctx, wanted=_parcels(ctx, args, period))
        case ExportOf.NDR:
            return exports.ndr(ctx, wanted=_cases(ctx, args, period))
        case ExportOf.STOCK:
            return exports.stock(ctx, product=args.product, warehouse=args.warehouse)
        case ExportOf.LOW_STOCK:
            return exports.low_stock(ctx, days=args.days or 7)
        case ExportOf.DEAD_STOCK:
            return exports.dead_stock(ctx, days=args.days or 90)
        case ExportOf.CUSTOMERS:
            return exports.buyers(ctx, segment=args.segment)
        case ExportOf.AUDIT:
            ctx.require(Permission.AUDIT_READ)
            person = (
                people.find_colleague(ctx, args.person, also_disabled=True) if args.person else None
            )
            search = AuditSearch(
                person=person.id if person else None, subject=args.subject, action=args.action,
                period=period,
            )  # fmt: skip
            return exports.audit(ctx, search)


def _parcels(ctx: Context, args: ExportData, period: Span | None) -> ParcelSearch:
    if args.payment not in (None, PaymentKind.COD, PaymentKind.PREPAID):
        raise Refused("error-export-paid-parcels", payment=ctx.say(f"payment-kind-{args.payment}"))
    return ParcelSearch(
        by=args.by or ParcelMoment.SENT, outcome=args.outcome or ParcelOutcome.ALL, period=period,
        payment=ParcelPayment(args.payment.value) if args.payment else None,
        courier=parcels.find_courier(args.courier) if args.courier else None, place=args.place,
    )  # fmt: skip


def _cases(ctx: Context, args: ExportData, period: Span | None) -> NdrSearch:
    ctx.require(Permission.NDR_READ)
    person = ndr.find_person(ctx, args.assignee) if args.assignee else None
    return NdrSearch(
        queue=args.queue or NdrQueue.OPEN, reason=args.reason,
        courier=parcels.find_courier(args.courier) if args.courier else None,
        assignee_id=person[0] if person else None, place=args.place, period=period,
    )  # fmt: skip


def _bounded(table: Table) -> Any:
    """Yield a table's rows, and stop where there are too many for a file made in passing."""
    row: Sequence[Cell]
    for number, row in enumerate(table.rows, start=1):
        if number > MOST_ROWS:
            raise Refused("error-export-too-long", most=MOST_ROWS)
        yield row


def _name(ctx: Context, args: ExportData, period: Span | None) -> str:
    """Return a file's name: what is in it, and of which days."""
    if period is None or period.name == "all_time":
        days = ctx.today.isoformat()
    elif period.first_day == period.last_day:
        days = period.first_day.isoformat()
    else:
        days = f"{period.first_day.isoformat()}_{period.last_day.isoformat()}"
    parts = [args.what.value.replace("_", "-"), args.status, args.queue, args.outcome, days]
    return "-".join(str(part) for part in parts if part)
