"""The board of undelivered parcels in chat: all of them at a glance, by how far they are."""

from commerce import ndr, parcels
from commerce.access import Permission
from commerce.context import Context
from commerce.money import Money
from commerce.ndr import NdrCase, NdrList, NdrQueue, NdrSearch, NdrSort
from tools import facts
from tools.arguments import Courier, Kind, Limit, Period, Person
from tools.base import Arguments, Mention, ToolResult, tool
from tools.cards import BoardCard, BoardColumn, BoardItem, Button, Tap
from tools.ndr import case_facts, due, parcel_button

_OPEN = tuple(queue for queue in ndr.COLUMNS if queue is not NdrQueue.CLOSED)


class NdrBoard(Arguments):
    """Whose board, and how much of each column."""

    assignee: Person | None = None
    courier: Courier | None = None
    period: Period | None = None
    limit: Limit = 8


@tool(Permission.NDR_READ)
def ndr_board(ctx: Context, args: NdrBoard) -> ToolResult:
    """Show undelivered parcels (NDR) as a board: columns by how far each case is.

    For "ndr board", "kanban of ndr", "how far are my cases". The limit is for each column; the
    period is when they failed first. For a list cut by reason, place or status prefer list_ndr;
    for one parcel advise_on_ndr.
    """
    courier = parcels.find_courier(args.courier) if args.courier else None
    person = ndr.find_person(ctx, args.assignee) if args.assignee else None
    search = NdrSearch(
        courier=courier, assignee_id=person[0] if person else None,
        period=facts.resolved(ctx, args.period), limit=args.limit, sort=NdrSort.WORTH,
    )  # fmt: skip
    columns = ndr.board(ctx, search)
    what = (
        person[1] if person else "",
        ctx.say(f"courier-type-{courier}") if courier else "",
    )
    closed = columns[NdrQueue.CLOSED].period
    cases = [case for found in columns.values() for case in found.cases]
    return ToolResult(
        facts={
            "assignee": person[1] if person else None,
            "courier": courier.value if courier else None,
            "period": facts.days_of(search.period),
            "closed_period": facts.days_of(closed),
            "open": sum(columns[queue].count for queue in _OPEN),
            "overdue": sum(columns[queue].overdue for queue in _OPEN),
            "value_rupees": facts.rupees(_worth(ctx, columns)),
            "columns": [
                {
                    "column": queue.value,
                    "count": found.count,
                    "value_rupees": facts.rupees(found.value),
                    "parcels": [case_facts(ctx, case) for case in found.cases],
                }
                for queue, found in columns.items()
            ],
        },
        says=_found(ctx, ", ".join(part for part in what if part), columns),
        cards=(_card(ctx, args, ", ".join(part for part in what if part), columns),),
        mentions=tuple(
            Mention(kind=Kind.PARCEL, id=case.awb, label=case.order_number) for case in cases
        ),
    )


def _worth(ctx: Context, columns: dict[NdrQueue, NdrList]) -> Money:
    return Money(sum(columns[queue].value.minor for queue in _OPEN), ctx.currency)


def _found(ctx: Context, what: str, columns: dict[NdrQueue, NdrList]) -> str:
    parts = [
        ctx.say("ndr-board-part", count=columns[queue].count, column=queue.value)
        for queue in _OPEN
        if columns[queue].count
    ]
    return ctx.say(
        "ndr-board-found",
        what=what or "none",
        open=sum(columns[queue].count for queue in _OPEN),
        value=_worth(ctx, columns),
        columns=", ".join(parts),
        overdue=sum(columns[queue].overdue for queue in _OPEN),
    )


def _card(ctx: Context, args: NdrBoard, what: str, columns: dict[NdrQueue, NdrList]) -> BoardCard:
    closed = columns[NdrQueue.CLOSED].period
    title = ctx.say("ndr-board-title")
    late = any(columns[queue].overdue for queue in _OPEN)
    return BoardCard(
        title=f"{title} · {what}" if what else title,
        columns=tuple(_column(ctx, args, queue, found) for queue, found in columns.items()),
        note=ctx.say("ndr-board-note", first=closed.first_day, last=closed.last_day)
        if closed
        else "",
        buttons=(_list(ctx, args, NdrQueue.OVERDUE, ctx.say("ndr-board-overdue")),) if late else (),
    )


def _column(ctx: Context, args: NdrBoard, queue: NdrQueue, found: NdrList) -> BoardColumn:
    left = found.count - len(found.cases)
    return BoardColumn(
        id=queue.value,
        label=ctx.say(f"ndr-board-column-{queue}"),
        count=found.count,
        value=ctx.say("ndr-amount", amount=found.value) if found.count else "",
        items=tuple(_item(ctx, case) for case in found.cases),
        more=_list(ctx, args, queue, ctx.say("ndr-board-more", count=left)) if left else None,
    )


def _item(ctx: Context, case: NdrCase) -> BoardItem:
    waits = due(ctx, case)
    late = waits and case.due_at < ctx.now
    reason = ctx.say(f"ndr-reason-{case.reason}")
    return BoardItem(
        id=case.awb,
        title=case.order_number,
        text=ctx.say("ndr-board-attempt", reason=reason, attempts=case.attempts),
        value=ctx.say("ndr-amount", amount=case.value),
        due=waits,
        tone="bad" if late else "plain",
        assignee=case.assignee or "",
        tap=parcel_button(ctx, "advise", "advise_on_ndr", case.awb),
    )


def _list(ctx: Context, args: NdrBoard, queue: NdrQueue, label: str) -> Button:
    """Offer the whole of a column as a list."""
    filters = args.model_dump(mode="json", exclude_none=True, exclude={"limit"})
    return Button(
        label=label,
        says=ctx.say("ndr-board-overdue-says")
        if queue is NdrQueue.OVERDUE
        else ctx.say("ndr-board-more-says", queue=ctx.say(f"ndr-queue-{queue}")),
        tap=Tap(
            kind="call", tool="list_ndr", arguments={**filters, "status": queue.value, "limit": 50}
        ),
    )
