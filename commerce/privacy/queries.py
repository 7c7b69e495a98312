"""All SQL of what is held of a customer, and of erasing it."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    JSON,
    ColumnElement,
    String,
    Table,
    Text,
    and_,
    cast,
    delete,
    false,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session

from commerce.approvals import ApprovalStatus
from commerce.db.tables import (
    AddressRow,
    ApprovalRow,
    ArrivalRow,
    Base,
    ChannelIdentityRow,
    ChannelProofRow,
    ConsentRow,
    ConversationRow,
    CustomerPromptRow,
    CustomerRow,
    DeliveryPartRow,
    DeliveryRow,
    ErasureRow,
    FileRow,
    HandOverRow,
    MessageRow,
    NdrActionRow,
    NdrAttemptRow,
    NdrCaseRow,
    OrderFileRow,
    OrderHistoryRow,
    OrderRow,
    PaymentRow,
    PersonMemoryRow,
    PersonRow,
    ReceiptRow,
    ReviewRow,
    ScanRow,
    SharedAnswerRow,
    ShipmentRow,
    ShopRow,
    SignInRow,
    ToolCallRow,
    TurnRow,
)
from commerce.orders import OrderFilter
from commerce.orders.changing import PaymentStanding
from commerce.orders.counting import has_status
from commerce.parcels.rules import AWAITED
from commerce.privacy import rules
from commerce.privacy.types import Holding, Open, Traces
from commerce.vocabulary import ShipmentStatus

_COMING_BACK = (ShipmentStatus.RTO_INITIATED, ShipmentStatus.RTO_IN_TRANSIT)
_OF_ORDERS: Final = (OrderHistoryRow, ShipmentRow, PaymentRow, NdrCaseRow)
_OF_NOBODY: Final = frozenset(
    one.name
    for one in Base.metadata.sorted_tables
    if one.name.startswith("daily_")
    or one.name
    in {
        "customers", "addresses", "customer_words", "orders", "order_items", "order_history",
        "shipments", "scans", "ndr_cases", "ndr_attempts", "ndr_actions", "payments", "products",
        "variants", "stock", "stock_movements", "shops", "score_files", "knowledge_passages",
        "knowledge_documents", "figure_books", "figure_strikes", "order_risks", "erasures",
    }
)  # fmt: skip
"""Tables that no trace is looked for in: they hold none, or are emptied row by row."""
_CODE: Final = 40
"""Letters of the longest code, such as a status or an AWB."""


def customer(session: Session, shop_id: int, customer_id: int, *, lock: bool = False) -> Any:
    """Return a customer's row, freshly read."""
    asked = (
        select(CustomerRow)
        .where(CustomerRow.shop_id == shop_id, CustomerRow.id == customer_id)
        .execution_options(populate_existing=True)
    )
    return session.scalars(asked.with_for_update() if lock else asked).one()


def still_open(session: Session, shop_id: int, customer_id: int) -> Open:
    """Return what of a customer has not ended."""
    theirs = and_(OrderRow.shop_id == shop_id, OrderRow.customer_id == customer_id)
    moving = select(ShipmentRow.order_id).where(
        ShipmentRow.shop_id == shop_id, ShipmentRow.status.in_((*AWAITED, *_COMING_BACK))
    )
    orders = session.scalars(
        select(OrderRow.number)
        .where(theirs, or_(has_status(OrderFilter.OPEN), OrderRow.id.in_(moving)))
        .order_by(OrderRow.id)
    )
    payments = session.scalars(
        select(OrderRow.number)
        .join(PaymentRow, PaymentRow.order_id == OrderRow.id)
        .where(
            theirs,
            PaymentRow.shop_id == shop_id,
            PaymentRow.status.in_(
                (PaymentStanding.ASKED, PaymentStanding.OPEN, PaymentStanding.ACCEPTED)
            ),
        )
        .distinct()
        .order_by(OrderRow.number)
    )
    waiting = session.scalar(
        select(func.count())
        .select_from(ApprovalRow)
        .where(
            ApprovalRow.shop_id == shop_id,
            ApprovalRow.status == ApprovalStatus.PENDING,
            ApprovalRow.person_id.in_(_people(shop_id, customer_id)),
        )
    )
    return Open(orders=tuple(orders), payments=tuple(payments), approvals=waiting or 0)


def traces(session: Session, shop_id: int, customer_id: int) -> Traces:
    """Return by what a customer can be told; a number or address that is somebody else's is not."""
    row = customer(session, shop_id, customer_id)
    places = session.scalars(
        select(AddressRow).where(
            AddressRow.shop_id == shop_id, AddressRow.customer_id == customer_id
        )
    ).all()
    people = session.scalars(select(PersonRow).where(PersonRow.id.in_(_people(shop_id, row.id))))
    identities = set(
        session.scalars(
            select(ChannelIdentityRow.external_id).where(
                ChannelIdentityRow.shop_id == shop_id,
                ChannelIdentityRow.person_id.in_(_people(shop_id, customer_id)),
            )
        )
    )
    names, phones, emails = {row.name}, {row.phone}, {row.email}
    for person in people:
        names.add(person.name)
        phones.add(person.phone)
        emails.add(person.email)
    names |= {place.name for place in places}
    phones |= {place.phone for place in places} | identities
    lines = {line for p in places for line in (p.line1, p.line2, p.landmark)}
    return Traces(
        names=_only_theirs(session, shop_id, customer_id, names, "name"),
        phones=_only_theirs(session, shop_id, customer_id, phones, "phone"),
        emails=frozenset(one for one in emails if one),
        lines=_only_theirs(session, shop_id, customer_id, lines, "line1", "line2", "landmark"),
    )


def _only_theirs(
    session: Session, shop_id: int, customer_id: int, values: Collection[str | None], *fields: str
) -> frozenset[str]:
    """Return those values that no other customer, and nobody of the team, has as well."""
    told = {one.strip() for one in values if one and one.strip()}
    others: set[str] = set()
    for table, of in ((AddressRow, AddressRow.customer_id), (CustomerRow, CustomerRow.id)):
        for name in fields:
            column = getattr(table, name, None)
            if column is not None:
                others |= set(
                    session.scalars(
                        select(column)
                        .where(table.shop_id == shop_id, of != customer_id, column.in_(told))
                        .distinct()
                    )
                )
    for name in fields:
        column = getattr(PersonRow, name, None)
        if column is not None:
            team = PersonRow.customer_id.is_distinct_from(customer_id)
            others |= set(
                session.scalars(
                    select(column).where(PersonRow.shop_id == shop_id, team, column.in_(told))
                )
            )
    return frozenset(told - others)


def holding(session: Session, shop_id: int, customer_id: int) -> Holding:
    """Return all rows that are kept of a customer, as plain JSON."""
    people = _people(shop_id, customer_id)
    talks = _talks(shop_id, customer_id)
    orders = _orders(shop_id, customer_id)
    own: dict[str, tuple[Any, ColumnElement[bool]]] = {
        "addresses": (AddressRow, AddressRow.customer_id == customer_id),
        "orders": (OrderRow, OrderRow.customer_id == customer_id),
        "parcels": (ShipmentRow, ShipmentRow.order_id.in_(orders)),
        "payments": (PaymentRow, PaymentRow.order_id.in_(orders)),
        "messages": (MessageRow, MessageRow.conversation_id.in_(talks)),
        "consents": (ConsentRow, ConsentRow.customer_id == customer_id),
        "reviews": (ReviewRow, ReviewRow.customer_id == customer_id),
        "remembered": (PersonMemoryRow, PersonMemoryRow.person_id.in_(people)),
        "files": (FileRow, FileRow.person_id.in_(people)),
    }
    parts = {}
    for name, (table, condition) in own.items():
        rows = session.execute(
            select(*table.__table__.columns)
            .where(table.shop_id == shop_id, condition)
            .order_by(table.id)
        ).mappings()
        parts[name] = tuple(_plain(row) for row in rows)
    row = session.execute(
        select(*CustomerRow.__table__.columns).where(
            CustomerRow.shop_id == shop_id, CustomerRow.id == customer_id
        )
    ).mappings()
    return Holding(customer=_plain(row.one()), parts=parts)


def _plain(row: Any) -> dict[str, Any]:
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in row.items()
        if name != "shop_id"
    }


# -- wishes --------------------------------------------------------------------------------------


def wish(session: Session, shop_id: int, customer_id: int) -> ErasureRow | None:
    """Return the latest wish about a customer that was not taken back."""
    return session.scalar(
        select(ErasureRow)
        .where(
            ErasureRow.shop_id == shop_id,
            ErasureRow.customer_id == customer_id,
            ErasureRow.taken_back_at.is_(None),
        )
        .order_by(ErasureRow.id.desc())
        .limit(1)
        .execution_options(populate_existing=True)
    )


def shops(session: Session) -> Sequence[int]:
    """Return the id of every shop."""
    return session.scalars(select(ShopRow.id).order_by(ShopRow.id)).all()


def due(session: Session, shop_id: int, now: datetime) -> Sequence[int]:
    """Return the ids of a shop's wishes whose time has come, the oldest first."""
    return session.scalars(
        select(ErasureRow.id)
        .where(
            ErasureRow.shop_id == shop_id,
            ErasureRow.done_at.is_(None),
            ErasureRow.taken_back_at.is_(None),
            ErasureRow.due_at <= now,
        )
        .order_by(ErasureRow.id)
    ).all()


def waits(session: Session, shop_id: int, number: int) -> ErasureRow | None:
    """Return a wish that waits still, held until the transaction ends."""
    return session.scalar(
        select(ErasureRow)
        .where(
            ErasureRow.shop_id == shop_id,
            ErasureRow.id == number,
            ErasureRow.done_at.is_(None),
            ErasureRow.taken_back_at.is_(None),
        )
        .with_for_update()
        .execution_options(populate_existing=True)
    )


# -- erasing -------------------------------------------------------------------------------------


def empty_own_rows(
    session: Session, shop_id: int, customer_id: int, found: re.Pattern[str] | None
) -> tuple[Counter[str], tuple[str, ...]]:
    """Empty or delete what is a customer's own; return rows by table, and the files' ids.

    Orders, parcels, money and consents stay, without who it was.
    """
    counts: Counter[str] = Counter()
    files = tuple(
        session.scalars(
            select(FileRow.id).where(
                FileRow.shop_id == shop_id, FileRow.person_id.in_(_people(shop_id, customer_id))
            )
        )
    )
    for table, condition in _deleted(shop_id, customer_id, files):
        counts[table.__tablename__] += _run(
            session, delete(table).where(table.shop_id == shop_id, condition)
        )
    for table, condition, values in _emptied(shop_id, customer_id):
        counts[table.__tablename__] += _run(
            session, update(table).where(table.shop_id == shop_id, condition).values(values)
        )
    if found is not None:
        for table, condition in _told_of_orders(shop_id, customer_id):
            counts[table.__tablename__] += _scrub(
                session, table.__table__, and_(table.shop_id == shop_id, condition), found
            )
    return +counts, files


def _deleted(
    shop_id: int, customer_id: int, files: Sequence[str]
) -> Iterator[tuple[Any, ColumnElement[bool]]]:
    """Yield what is deleted, what names others before them."""
    people, talks = _people(shop_id, customer_id), _talks(shop_id, customer_id)
    turns = select(TurnRow.id).where(TurnRow.shop_id == shop_id, TurnRow.conversation_id.in_(talks))
    messages = select(MessageRow.id).where(
        MessageRow.shop_id == shop_id, MessageRow.conversation_id.in_(talks)
    )
    addresses = select(ChannelIdentityRow.external_id).where(
        ChannelIdentityRow.shop_id == shop_id, ChannelIdentityRow.person_id.in_(people)
    )
    sent = or_(DeliveryRow.conversation_id.in_(talks), DeliveryRow.address.in_(addresses))
    deliveries = select(DeliveryRow.id).where(DeliveryRow.shop_id == shop_id, sent)
    yield DeliveryPartRow, DeliveryPartRow.delivery_id.in_(deliveries)
    yield DeliveryRow, sent
    yield ArrivalRow, or_(ArrivalRow.conversation_id.in_(talks), ArrivalRow.address.in_(addresses))
    yield SharedAnswerRow, SharedAnswerRow.message_id.in_(messages)
    yield ToolCallRow, ToolCallRow.turn_id.in_(turns)
    yield ReceiptRow, ReceiptRow.person_id.in_(people)
    yield ApprovalRow, ApprovalRow.conversation_id.in_(talks)
    yield HandOverRow, HandOverRow.conversation_id.in_(talks)
    yield MessageRow, MessageRow.conversation_id.in_(talks)
    yield TurnRow, TurnRow.conversation_id.in_(talks)
    yield ConversationRow, ConversationRow.person_id.in_(people)
    yield OrderFileRow, OrderFileRow.file_id.in_(files) if files else false()
    yield FileRow, FileRow.id.in_(files) if files else false()
    yield PersonMemoryRow, PersonMemoryRow.person_id.in_(people)
    yield ChannelProofRow, ChannelProofRow.customer_id == customer_id
    yield SignInRow, SignInRow.person_id.in_(people)
    yield ChannelIdentityRow, ChannelIdentityRow.person_id.in_(people)


def _emptied(
    shop_id: int, customer_id: int
) -> Iterator[tuple[Any, ColumnElement[bool], dict[str, Any]]]:
    """Yield the rows that stay, and what is put in them."""
    gone = {"name": rules.GONE, "phone": None}
    yield CustomerPromptRow, CustomerPromptRow.customer_id == customer_id, {"address": None}
    yield ConsentRow, ConsentRow.customer_id == customer_id, {"contact": "", "words": ""}
    yield ReviewRow, ReviewRow.customer_id == customer_id, {"customer_id": None}
    yield (
        AddressRow, AddressRow.customer_id == customer_id,
        {**gone, "line1": "", "line2": "", "landmark": ""},
    )  # fmt: skip
    yield (
        PersonRow, PersonRow.customer_id == customer_id,
        {**gone, "email": None, "password_hash": None, "is_active": False},
    )  # fmt: skip
    yield CustomerRow, CustomerRow.id == customer_id, {**gone, "email": None}
    yield OrderRow, OrderRow.customer_id == customer_id, {"note": ""}


def _told_of_orders(shop_id: int, customer_id: int) -> Iterator[tuple[Any, ColumnElement[bool]]]:
    """Yield what is told of a customer's orders, in words that may name them."""
    orders = _orders(shop_id, customer_id)
    yield OrderRow, OrderRow.customer_id == customer_id
    for table in _OF_ORDERS:
        yield table, table.order_id.in_(orders)
    parcels = select(ShipmentRow.id).where(
        ShipmentRow.shop_id == shop_id, ShipmentRow.order_id.in_(orders)
    )
    cases = select(NdrCaseRow.id).where(
        NdrCaseRow.shop_id == shop_id, NdrCaseRow.order_id.in_(orders)
    )
    yield ScanRow, ScanRow.shipment_id.in_(parcels)
    yield NdrActionRow, NdrActionRow.case_id.in_(cases)
    yield NdrAttemptRow, NdrAttemptRow.case_id.in_(cases)


def take_traces_out(
    session: Session, shop_id: int, wanted: Collection[str], found: re.Pattern[str]
) -> Counter[str]:
    """Take every trace out of all texts of a shop; return how many rows had one, by table."""
    counts: Counter[str] = Counter()
    stored = rules.as_stored(wanted)
    for table in Base.metadata.sorted_tables:
        columns = [] if table.name in _OF_NOBODY or "shop_id" not in table.c else _texts(table)
        if not columns:
            continue
        likely = or_(
            *(
                cast(column, Text).icontains(one, autoescape=True)
                for column in columns
                for one in stored
            )
        )
        counts[table.name] += _scrub(
            session, table, and_(table.c.shop_id == shop_id, likely), found
        )
    return +counts


def _texts(table: Table) -> list[Any]:
    """Return the columns with words in them: no keys, no codes, and none that names a row."""
    return [
        column
        for column in table.columns
        if (isinstance(column.type, JSON) or _holds_words(column.type))
        and not column.primary_key
        and not column.foreign_keys
    ]


def _holds_words(kind: Any) -> bool:
    return isinstance(kind, String) and (kind.length is None or kind.length > _CODE)


def _scrub(
    session: Session, table: Table, condition: ColumnElement[bool], found: re.Pattern[str]
) -> int:
    """Take traces out of some rows' words; return how many had one."""
    keys, columns = list(table.primary_key.columns), _texts(table)
    if not columns:
        return 0
    changed = 0
    rows = session.execute(select(*keys, *columns).where(condition)).all()
    for row in rows:
        told = dict(zip((c.name for c in columns), row[len(keys) :], strict=True))
        clean = {name: rules.without(value, found) for name, value in told.items()}
        values = {name: value for name, value in clean.items() if value != told[name]}
        if not values:
            continue
        same = (key == value for key, value in zip(keys, row[: len(keys)], strict=True))
        session.execute(update(table).where(*same).values(values))
        changed += 1
    return changed


def _run(session: Session, statement: Any) -> int:
    done = session.execute(statement.execution_options(synchronize_session=False))
    return int(getattr(done, "rowcount", 0))


def _people(shop_id: int, customer_id: int) -> Any:
    """Return the ids of who a customer is in conversations."""
    return select(PersonRow.id).where(
        PersonRow.shop_id == shop_id, PersonRow.customer_id == customer_id
    )


def _talks(shop_id: int, customer_id: int) -> Any:
    return select(ConversationRow.id).where(
        ConversationRow.shop_id == shop_id,
        ConversationRow.person_id.in_(_people(shop_id, customer_id)),
    )


def _orders(shop_id: int, customer_id: int) -> Any:
    return select(OrderRow.id).where(
        OrderRow.shop_id == shop_id, OrderRow.customer_id == customer_id
    )
