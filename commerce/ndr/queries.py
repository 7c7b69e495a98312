"""All SQL of undelivered parcels. Each statement is limited to the orders the actor may see."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, TypeVarTuple

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from commerce import customers, figures
from commerce.context import Context
from commerce.db.tables import (
    AddressRow,
    CustomerRow,
    NdrActionRow,
    NdrAssignmentRow,
    NdrAttemptRow,
    NdrCaseRow,
    OrderHistoryRow,
    OrderItemRow,
    OrderRow,
    PersonRow,
    ScanRow,
    ShipmentRow,
    UnmappedCodeRow,
)
from commerce.money import Money
from commerce.ndr.types import (
    Contact,
    NdrCase,
    NdrQueue,
    NdrSearch,
    NdrSort,
    OtherAddress,
    OwnParcel,
    Reach,
    Tally,
)
from commerce.scope import own_orders
from commerce.vocabulary import (
    OPEN_NDR_STATUSES,
    CourierType,
    DeliverySlot,
    NdrActionType,
    NdrOutcome,
    NdrReason,
    NdrStatus,
    OrderStatus,
    PaymentMethod,
    Priority,
    ShipmentStatus,
)

DELIVERED = (NdrStatus.DELIVERED, NdrStatus.CLOSED_DELIVERED)
RETURNED = (NdrStatus.RTO_INITIATED, NdrStatus.CLOSED_RTO)

_STATUSES: Mapping[NdrQueue, tuple[NdrStatus, ...]] = {
    NdrQueue.OPEN: OPEN_NDR_STATUSES,
    NdrQueue.OVERDUE: OPEN_NDR_STATUSES,
    NdrQueue.DUE_TODAY: OPEN_NDR_STATUSES,
    NdrQueue.DUE_TOMORROW: OPEN_NDR_STATUSES,
    NdrQueue.UNASSIGNED: OPEN_NDR_STATUSES,
    NdrQueue.UNTOUCHED: (NdrStatus.OPEN, NdrStatus.ASSIGNED),
    NdrQueue.CONTACTED: (NdrStatus.CUSTOMER_CONTACTED,),
    NdrQueue.SCHEDULED: (NdrStatus.REATTEMPT_SCHEDULED, NdrStatus.REATTEMPT_IN_PROGRESS),
    NdrQueue.ESCALATED: (NdrStatus.ESCALATED,),
    NdrQueue.DELIVERED: DELIVERED,
    NdrQueue.RETURNED: RETURNED,
    NdrQueue.CLOSED: tuple(s for s in NdrStatus if s not in OPEN_NDR_STATUSES),
    NdrQueue.ALL: tuple(NdrStatus),
}

_SORTS: Mapping[NdrSort, tuple[ColumnElement[Any], ...]] = {
    NdrSort.DUE: (NdrCaseRow.due_at.asc(), OrderRow.total_minor.desc(), NdrCaseRow.id.asc()),
    NdrSort.VALUE: (OrderRow.total_minor.desc(), NdrCaseRow.due_at.asc(), NdrCaseRow.id.asc()),
    NdrSort.NEWEST: (NdrCaseRow.opened_at.desc(), NdrCaseRow.id.desc()),
}
_SORTED: Mapping[NdrSort, tuple[ColumnElement[Any], ...]] = {
    **_SORTS,
    NdrSort.WORTH: _SORTS[NdrSort.DUE],
}
"""What they are worth is not in the database (`ndr.queue`)."""

_A_MOMENT = timedelta(microseconds=1)
"""What was opened at this very moment counts too."""

RECENTLY = timedelta(days=90)
"""How far back settled cases tell how such cases end."""

_CONTACT_KINDS = (
    NdrActionType.PHONE_CALL,
    NdrActionType.WHATSAPP_MESSAGE,
    NdrActionType.SMS,
    NdrActionType.EMAIL,
)

_Assignee = aliased(PersonRow)
_Columns = TypeVarTuple("_Columns")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRows:
    """The rows that one undelivered parcel stands in, for a write."""

    case: NdrCaseRow
    shipment: ShipmentRow
    order: OrderRow


# -- lists ---------------------------------------------------------------------------------------


def counts(ctx: Context, search: NdrSearch, midnight: datetime) -> list[tuple[str, int, int, int]]:
    """Return reason, number of cases, their value in minor units and how many are overdue.

    Args:
        ctx: Who asks.
        search: Which cases; `sort` and `limit` do not matter.
        midnight: The end of the shop's day.
    """
    if _is_settled(search):
        return _added_up(ctx, search, midnight)
    overdue = and_(NdrCaseRow.status.in_(OPEN_NDR_STATUSES), NdrCaseRow.due_at < ctx.now)
    statement = _reaching(
        search,
        select(
            NdrCaseRow.reason,
            func.count(NdrCaseRow.id),
            func.sum(OrderRow.total_minor),
            func.sum(case((overdue, 1), else_=0)),
        ).join(OrderRow, OrderRow.id == NdrCaseRow.order_id),
    )
    statement = statement.where(*_conditions(ctx, search, midnight)).group_by(NdrCaseRow.reason)
    return [
        (reason, number, int(value), int(late))
        for reason, number, value, late in ctx.session.execute(statement)
    ]


def _is_settled(search: NdrSearch) -> bool:
    """Tell whether a search is of cases that are over, or of all, which daily figures tell of."""
    return (
        search.queue in (NdrQueue.DELIVERED, NdrQueue.RETURNED, NdrQueue.CLOSED, NdrQueue.ALL)
        and search.period is not None
        and search.place is None
        and search.assignee_id is None
    )


def _added_up(
    ctx: Context, search: NdrSearch, midnight: datetime
) -> list[tuple[str, int, int, int]]:
    """Return what `counts` does from days added up; only open cases are overdue, and those few."""
    overdue: dict[str, int] = {}
    if search.queue is NdrQueue.ALL:
        late = counts(ctx, replace(search, queue=NdrQueue.OVERDUE), midnight)
        overdue = {reason: number for reason, number, _, _ in late}
    assert search.period is not None
    facts = figures.facts(ctx, figures.CASES, search.period.start, search.period.end, by_day=False)
    columns = facts.table.c
    chosen: list[ColumnElement[bool]] = [columns.status.in_(_STATUSES[search.queue])]
    if search.reason is not None:
        chosen.append(columns.reason == search.reason)
    if search.courier is not None:
        chosen.append(columns.courier == search.courier)
    found = ctx.session.execute(
        select(columns.reason, func.sum(columns.cases), func.sum(columns.value_minor))
        .where(*chosen)
        .group_by(columns.reason),
        facts.values,
    )
    return [
        (reason, int(number), int(value), overdue.get(reason, 0)) for reason, number, value in found
    ]


def cases(ctx: Context, search: NdrSearch, midnight: datetime) -> list[NdrCase]:
    """Return the cases of a search that it asks to show, in its order."""
    statement = (
        _select_cases(ctx)
        .where(*_conditions(ctx, search, midnight))
        .order_by(*_SORTED[search.sort])
        .limit(search.limit)
    )
    return [_case(ctx, *row) for row in ctx.session.execute(statement)]


def cases_by_id(ctx: Context, ids: Collection[int]) -> list[NdrCase]:
    """Return cases by their ids, in no order."""
    statement = _select_cases(ctx).where(NdrCaseRow.id.in_(ids))
    return [_case(ctx, *row) for row in ctx.session.execute(statement)]


def cases_of(ctx: Context, parcel_ids: Collection[int]) -> list[NdrCase]:
    """Return all cases of parcels, the newest first."""
    statement = (
        _select_cases(ctx)
        .where(NdrCaseRow.shipment_id.in_(parcel_ids))
        .order_by(NdrCaseRow.opened_at.desc(), NdrCaseRow.id.desc())
    )
    return [_case(ctx, *row) for row in ctx.session.execute(statement)]


def open_cases(ctx: Context, limit: int) -> list[NdrCase]:
    """Return open cases, those due first first."""
    statement = (
        _select_cases(ctx)
        .where(NdrCaseRow.status.in_(OPEN_NDR_STATUSES))
        .order_by(*_SORTS[NdrSort.DUE])
        .limit(limit)
    )
    return [_case(ctx, *row) for row in ctx.session.execute(statement)]


def open_cases_with(ctx: Context, awbs: Collection[str]) -> list[NdrCase]:
    """Return the open cases of parcels by their AWBs."""
    statement = _select_cases(ctx).where(
        ShipmentRow.awb.in_(awbs), NdrCaseRow.status.in_(OPEN_NDR_STATUSES)
    )
    return [_case(ctx, *row) for row in ctx.session.execute(statement)]


def people_called(ctx: Context, name: str) -> list[tuple[int, str, str]]:
    """Return id, name and role of the team's people whose name has every word of this one."""
    spaced = func.lower(" " + PersonRow.name)
    return list(
        ctx.session.execute(
            select(PersonRow.id, PersonRow.name, PersonRow.role)
            .where(
                PersonRow.shop_id == ctx.actor.shop_id,
                PersonRow.customer_id.is_(None),
                PersonRow.is_active,
                *(spaced.contains(f" {word}", autoescape=True) for word in name.lower().split()),
            )
            .order_by(PersonRow.name)
            .limit(10)
        )
    )


def name_of(ctx: Context, person_id: int | None) -> str | None:
    """Return what someone of the shop is called."""
    if person_id is None:
        return None
    return ctx.session.scalar(
        select(PersonRow.name).where(
            PersonRow.shop_id == ctx.actor.shop_id, PersonRow.id == person_id
        )
    )


def open_cases_of(ctx: Context, assignee_id: int) -> int:
    """Return how many open cases someone has."""
    return (
        ctx.session.scalar(
            select(func.count(NdrCaseRow.id)).where(
                NdrCaseRow.shop_id == ctx.actor.shop_id,
                NdrCaseRow.assignee_id == assignee_id,
                NdrCaseRow.status.in_(OPEN_NDR_STATUSES),
            )
        )
        or 0
    )


# -- one case ------------------------------------------------------------------------------------


def rows(ctx: Context, case_id: int, *, lock: bool) -> CaseRows | None:
    """Return the rows of a case; `lock` holds them until the transaction ends."""
    return _rows(ctx.session, ctx.actor.shop_id, case_id, own_orders(ctx), lock=lock)


def rows_of_shop(session: Session, shop_id: int, case_id: int) -> CaseRows | None:
    """Return the rows of a case for the worker, who serves every shop."""
    return _rows(session, shop_id, case_id, OrderRow.shop_id == shop_id, lock=True)


def last_attempt(ctx: Context, case_id: int) -> tuple[str, str, datetime] | None:
    """Return raw code, raw text and moment of the latest failed attempt of a case."""
    return ctx.session.execute(
        select(NdrAttemptRow.raw_code, NdrAttemptRow.raw_text, NdrAttemptRow.at)
        .where(NdrAttemptRow.shop_id == ctx.actor.shop_id, NdrAttemptRow.case_id == case_id)
        .order_by(NdrAttemptRow.number.desc(), NdrAttemptRow.id.desc())
        .limit(1)
    ).first()


def actions_of(session: Session, shop_id: int, case_id: int) -> Sequence[NdrActionRow]:
    """Return what was done about a case, the newest first."""
    return session.scalars(
        select(NdrActionRow)
        .where(NdrActionRow.shop_id == shop_id, NdrActionRow.case_id == case_id)
        .order_by(NdrActionRow.id.desc())
    ).all()


def add_action(
    ctx: Context,
    case_id: int,
    kind: NdrActionType,
    *,
    remark: str,
    outcome: NdrOutcome | None = None,
    details: dict[str, Any] | None = None,
) -> None:
    """Write down what was done about a case."""
    ctx.session.add(
        NdrActionRow(
            shop_id=ctx.actor.shop_id, case_id=case_id, kind=kind.value, at=ctx.now,
            person_id=ctx.actor.person_id or None, outcome=outcome.value if outcome else None,
            remark=remark, details=details or {},
        )
    )  # fmt: skip


def add_assignment(
    ctx: Context, case_id: int, person_id: int, method: str, expected_minor: int | None
) -> None:
    """Write down that a case became somebody's."""
    ctx.session.add(
        NdrAssignmentRow(
            shop_id=ctx.actor.shop_id, case_id=case_id, person_id=person_id,
            given_by=ctx.actor.person_id or None, method=method, expected_minor=expected_minor,
            at=ctx.now,
        )
    )  # fmt: skip


def drop_assignment(ctx: Context, case_id: int, person_id: int) -> None:
    """Take the latest giving of a case to somebody away, as it was undone."""
    row = ctx.session.scalar(
        select(NdrAssignmentRow)
        .where(
            NdrAssignmentRow.shop_id == ctx.actor.shop_id,
            NdrAssignmentRow.case_id == case_id,
            NdrAssignmentRow.person_id == person_id,
        )
        .order_by(NdrAssignmentRow.at.desc(), NdrAssignmentRow.id.desc())
        .limit(1)
    )
    if row is not None:
        ctx.session.delete(row)


def add_history(ctx: Context, rows: CaseRows, reason: str) -> None:
    """Add the order's present status to its story."""
    ctx.session.add(history_row(rows, ctx.now, reason, ctx.actor.person_id))


def history_row(
    rows: CaseRows, at: datetime, reason: str, person_id: int | None = None
) -> OrderHistoryRow:
    """Return the step of the story that says where the order stands now."""
    return OrderHistoryRow(
        shop_id=rows.order.shop_id, order_id=rows.order.id, status=rows.order.status, at=at,
        person_id=person_id, reason=reason,
    )  # fmt: skip


# -- reaching the customer -----------------------------------------------------------------------


def reach_of(ctx: Context, case_id: int) -> Reach:
    """Return how the customer of a case can be written to."""
    row, address_phone, number = ctx.session.execute(
        select(CustomerRow, AddressRow.phone, OrderRow.number)
        .join(OrderRow, OrderRow.customer_id == CustomerRow.id)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .join(NdrCaseRow, NdrCaseRow.order_id == OrderRow.id)
        .where(own_orders(ctx), NdrCaseRow.shop_id == ctx.actor.shop_id, NdrCaseRow.id == case_id)
    ).one()
    what = titles_of(ctx, [number]).get(number, [])
    return Reach(
        name=row.name, language=row.language, phone=address_phone or row.phone, email=row.email,
        order_number=number, what=", ".join(what),
    )  # fmt: skip


# -- what advice rests on ------------------------------------------------------------------------


def customer_of(ctx: Context, case_id: int) -> tuple[int, int, int, int]:
    """Return ids of the case's customer, order, address and parcel."""
    return ctx.session.execute(
        select(OrderRow.customer_id, OrderRow.id, OrderRow.address_id, NdrCaseRow.shipment_id)
        .join(NdrCaseRow, NdrCaseRow.order_id == OrderRow.id)
        .where(own_orders(ctx), NdrCaseRow.shop_id == ctx.actor.shop_id, NdrCaseRow.id == case_id)
    ).one()


def history(ctx: Context, customer_id: int, but_order: int) -> Tally:
    """Return how many of a customer's other orders were delivered, of those and returned ones."""
    delivered, over = ctx.session.execute(
        select(
            func.coalesce(
                func.sum(case((OrderRow.status == OrderStatus.DELIVERED, 1), else_=0)), 0
            ),
            func.count(OrderRow.id),
        ).where(
            own_orders(ctx),
            OrderRow.customer_id == customer_id,
            OrderRow.id != but_order,
            OrderRow.status.in_((OrderStatus.DELIVERED, OrderStatus.RTO)),
        )
    ).one()
    return Tally(well=int(delivered), of=over)


def contacts(ctx: Context, customer_id: int, limit: int = 50) -> list[tuple[int, Contact]]:
    """Return case id and each try to reach a customer, the newest first."""
    found = ctx.session.execute(
        select(NdrActionRow.case_id, NdrActionRow.kind, NdrActionRow.outcome, NdrActionRow.at)
        .join(NdrCaseRow, NdrCaseRow.id == NdrActionRow.case_id)
        .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
        .where(
            own_orders(ctx),
            NdrCaseRow.shop_id == ctx.actor.shop_id,
            NdrActionRow.shop_id == ctx.actor.shop_id,
            OrderRow.customer_id == customer_id,
            NdrActionRow.kind.in_(_CONTACT_KINDS),
            NdrActionRow.outcome.is_not(None),
        )
        .order_by(NdrActionRow.at.desc(), NdrActionRow.id.desc())
        .limit(limit)
    )
    return [
        (
            case_id,
            Contact(kind=NdrActionType(kind), outcome=NdrOutcome(outcome), at=ctx.local(at)),
        )
        for case_id, kind, outcome, at in found
        if outcome is not None
    ]


def other_address(ctx: Context, customer_id: int, but_address: int) -> OtherAddress | None:
    """Return where else this customer took the most orders, or `None`."""
    here = ctx.session.execute(
        select(AddressRow.line1, AddressRow.pincode).where(
            AddressRow.shop_id == ctx.actor.shop_id, AddressRow.id == but_address
        )
    ).one()
    taken = (
        select(OrderRow.address_id, func.count(OrderRow.id).label("delivered"))
        .where(
            own_orders(ctx),
            OrderRow.customer_id == customer_id,
            OrderRow.status == OrderStatus.DELIVERED,
            OrderRow.address_id != but_address,
        )
        .group_by(OrderRow.address_id)
        .subquery()
    )
    found = ctx.session.execute(
        select(AddressRow, taken.c.delivered)
        .join(taken, taken.c.address_id == AddressRow.id)
        .where(
            AddressRow.shop_id == ctx.actor.shop_id,
            or_(AddressRow.line1 != here.line1, AddressRow.pincode != here.pincode),
        )
        .order_by(taken.c.delivered.desc(), AddressRow.id.desc())
        .limit(1)
    ).first()
    if found is None:
        return None
    row, delivered = found
    written = customers.queries.address(row).written
    return OtherAddress(written=written, pincode=row.pincode, delivered=delivered)


def went_out_before(ctx: Context, shipment_id: int, moment: datetime) -> datetime | None:
    """Return when a parcel last went out for delivery before a moment, if the scans say."""
    return ctx.session.scalar(
        select(func.max(ScanRow.at, type_=ScanRow.at.type)).where(
            ScanRow.shop_id == ctx.actor.shop_id,
            ScanRow.shipment_id == shipment_id,
            ScanRow.status == ShipmentStatus.OUT_FOR_DELIVERY,
            ScanRow.at <= moment,
        )
    )


def was_under_way(ctx: Context, shipment_id: int, moment: datetime) -> bool:
    """Tell whether the scans follow a parcel at all before a moment."""
    moving = (ShipmentStatus.IN_TRANSIT, ShipmentStatus.REACHED_DESTINATION)
    found = ctx.session.scalar(
        select(ScanRow.id)
        .where(
            ScanRow.shop_id == ctx.actor.shop_id,
            ScanRow.shipment_id == shipment_id,
            ScanRow.status.in_(moving),
            ScanRow.at <= moment,
        )
        .limit(1)
    )
    return found is not None


def settled_like(ctx: Context, reason: NdrReason, attempts: int, since: datetime) -> Tally:
    """Return how many cases of a reason and attempt, opened since, were delivered, of settled."""
    facts = figures.facts(
        ctx, figures.CASES, since, ctx.now + _A_MOMENT, by_day=False, of_shop=True
    )
    columns = facts.table.c
    well = case((columns.status.in_(DELIVERED), columns.cases), else_=0)
    delivered, settled = ctx.session.execute(
        select(*(func.coalesce(func.sum(number), 0) for number in (well, columns.cases))).where(
            columns.reason == reason,
            columns.attempts == attempts,
            columns.status.in_((*DELIVERED, *RETURNED)),
        ),
        facts.values,
    ).one()
    return Tally(well=int(delivered), of=int(settled))


# -- the customer's own --------------------------------------------------------------------------


def own_parcels(ctx: Context, numbers: Collection[str]) -> dict[str, list[OwnParcel]]:
    """Return order number → its parcels, the oldest first."""
    is_open = and_(
        NdrCaseRow.shipment_id == ShipmentRow.id,
        NdrCaseRow.shop_id == ctx.actor.shop_id,
        NdrCaseRow.status.in_(OPEN_NDR_STATUSES),
    )
    found: dict[str, list[OwnParcel]] = {}
    for number, row, case_row in ctx.session.execute(
        select(OrderRow.number, ShipmentRow, NdrCaseRow)
        .join(ShipmentRow, ShipmentRow.order_id == OrderRow.id)
        .outerjoin(NdrCaseRow, is_open)
        .where(
            own_orders(ctx),
            ShipmentRow.shop_id == ctx.actor.shop_id,
            OrderRow.number.in_(numbers),
        )
        .order_by(ShipmentRow.id)
    ):
        found.setdefault(number, []).append(_own_parcel(row, case_row))
    return found


def titles_of(ctx: Context, numbers: Collection[str]) -> dict[str, list[str]]:
    """Return order number → what was bought."""
    found: dict[str, list[str]] = {}
    for number, title, quantity in ctx.session.execute(
        select(OrderRow.number, OrderItemRow.title, OrderItemRow.quantity)
        .join(OrderItemRow, OrderItemRow.order_id == OrderRow.id)
        .where(
            own_orders(ctx),
            OrderItemRow.shop_id == ctx.actor.shop_id,
            OrderRow.number.in_(numbers),
        )
        .order_by(OrderItemRow.id)
    ):
        found.setdefault(number, []).append(title if quantity == 1 else f"{title} × {quantity}")
    return found


# -- codes ---------------------------------------------------------------------------------------


def count_unmapped(
    ctx: Context, courier: str, raw_code: str, raw_text: str, *, times: int = 1
) -> None:
    """Add to how often an unknown code was seen."""
    row = ctx.session.scalar(
        select(UnmappedCodeRow).where(
            UnmappedCodeRow.shop_id == ctx.actor.shop_id,
            UnmappedCodeRow.courier == courier,
            UnmappedCodeRow.raw_code == raw_code,
            UnmappedCodeRow.raw_text == raw_text,
        )
    )
    if row is None:
        row = UnmappedCodeRow(
            shop_id=ctx.actor.shop_id, courier=courier, raw_code=raw_code, raw_text=raw_text,
            seen=0, first_at=ctx.now, last_at=ctx.now,
        )  # fmt: skip
        ctx.session.add(row)
    row.seen += times
    row.last_at = ctx.now


def _rows(
    session: Session, shop_id: int, case_id: int, reachable: ColumnElement[bool], *, lock: bool
) -> CaseRows | None:
    statement = (
        select(NdrCaseRow, ShipmentRow, OrderRow)
        .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
        .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
        .where(reachable, NdrCaseRow.shop_id == shop_id, NdrCaseRow.id == case_id)
        .execution_options(populate_existing=True)
    )
    found = session.execute(statement.with_for_update() if lock else statement).first()
    return CaseRows(case=found[0], shipment=found[1], order=found[2]) if found else None


# -- pieces --------------------------------------------------------------------------------------


def chosen(ctx: Context, search: NdrSearch, midnight: datetime) -> list[ColumnElement[bool]]:
    """Return what a search asks, for statements that join orders, parcels and addresses.

    `midnight` ends the shop's day.
    """
    return _conditions(ctx, search, midnight)


def _conditions(ctx: Context, search: NdrSearch, midnight: datetime) -> list[ColumnElement[bool]]:
    chosen = [own_orders(ctx), NdrCaseRow.shop_id == ctx.actor.shop_id]
    statuses = _STATUSES[search.queue]
    are_open = set(OPEN_NDR_STATUSES).issuperset(statuses)
    if search.queue is not NdrQueue.ALL:
        stands = NdrCaseRow.status.in_(statuses)
        # Open cases are few and found by where they stand; said as a case, settled ones are not.
        chosen.append(stands if are_open else case((stands, 1), else_=0) == 1)
    if search.queue is NdrQueue.OVERDUE:
        chosen.append(NdrCaseRow.due_at < ctx.now)
    if search.queue is NdrQueue.DUE_TODAY:
        chosen.append(NdrCaseRow.due_at < midnight)
    if search.queue is NdrQueue.DUE_TOMORROW:
        chosen.append(NdrCaseRow.due_at < midnight + timedelta(days=1))
    if search.queue is NdrQueue.UNASSIGNED:
        chosen.append(NdrCaseRow.assignee_id.is_(None))
    if search.reason is not None:
        chosen.append(NdrCaseRow.reason == search.reason)
    if search.courier is not None:
        chosen += [ShipmentRow.shop_id == ctx.actor.shop_id, ShipmentRow.courier == search.courier]
    if search.assignee_id is not None:
        chosen.append(NdrCaseRow.assignee_id == search.assignee_id)
    if search.place is not None:
        chosen.append(customers.at_place(ctx, search.place))
    if search.period is not None:
        opened: Any = NdrCaseRow.opened_at
        if are_open:  # Not to be looked for by it, as few as they are.
            opened = func.coalesce(opened, opened)
        chosen += [opened >= search.period.start, opened < search.period.end]
    return chosen


def _reaching(search: NdrSearch, statement: Select[*_Columns]) -> Select[*_Columns]:
    """Join what the search's conditions speak of, and no more."""
    if search.courier is not None:
        statement = statement.join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
    if search.place is not None:
        statement = statement.join(AddressRow, AddressRow.id == OrderRow.address_id)
    return statement


def _select_cases(
    ctx: Context,
) -> Select[NdrCaseRow, str, str, str, int, str, str, str, str]:
    return (
        select(
            NdrCaseRow,
            ShipmentRow.awb,
            ShipmentRow.courier,
            OrderRow.number,
            OrderRow.total_minor,
            OrderRow.payment_method,
            CustomerRow.name,
            AddressRow.city,
            _Assignee.name,
        )
        .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
        .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
        .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .outerjoin(_Assignee, _Assignee.id == NdrCaseRow.assignee_id)
        .where(own_orders(ctx), NdrCaseRow.shop_id == ctx.actor.shop_id)
    )


def _case(
    ctx: Context,
    row: NdrCaseRow,
    awb: str,
    courier: str,
    number: str,
    total_minor: int,
    payment: str,
    customer: str,
    city: str,
    assignee: str | None,
) -> NdrCase:
    return NdrCase(
        id=row.id, awb=awb, order_number=number, courier=CourierType(courier), customer=customer,
        city=city, status=NdrStatus(row.status), reason=NdrReason(row.reason),
        priority=Priority(row.priority), attempts=row.attempts,
        value=Money(total_minor, ctx.currency), is_cod=payment == PaymentMethod.COD,
        opened_at=row.opened_at, last_attempt_at=row.last_attempt_at, due_at=row.due_at,
        reattempt_on=date.fromisoformat(row.reattempt_on) if row.reattempt_on else None,
        reattempt_slot=DeliverySlot(row.reattempt_slot) if row.reattempt_slot else None,
        assignee=assignee, closed_at=row.closed_at,
    )  # fmt: skip


def _own_parcel(row: ShipmentRow, waiting: NdrCaseRow | None) -> OwnParcel:
    on = waiting.reattempt_on if waiting else None
    slot = waiting.reattempt_slot if waiting else None
    return OwnParcel(
        awb=row.awb, courier=CourierType(row.courier), status=ShipmentStatus(row.status),
        promised_at=row.promised_at, delivered_at=row.delivered_at, waits=waiting is not None,
        reattempt_on=date.fromisoformat(on) if on else None,
        reattempt_slot=DeliverySlot(slot) if slot else None,
    )  # fmt: skip
