"""Two shops that look alike from outside, and whose every word tells whose it is."""

import io
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from commerce import conversations, files, people
from commerce.access import Actor, Role
from commerce.context import Context
from commerce.db.tables import (
    AddressRow,
    ApprovalRow,
    AuditRow,
    Base,
    CompetitorPriceRow,
    CustomerRow,
    DelegationRow,
    HandOverRow,
    MarketplacePriceRow,
    NdrActionRow,
    NdrAttemptRow,
    NdrCaseRow,
    OrderItemRow,
    OrderRow,
    PaymentRow,
    PersonRow,
    ReviewRow,
    ScanRow,
    ShipmentRow,
    VariantRow,
    WarehouseRow,
)
from commerce.files import Shelf
from commerce.ports import Ports
from commerce.vocabulary import (
    NdrActionType,
    OrderStatus,
    PaymentMethod,
    ShipmentStatus,
)
from integrations.demo_courier import DemoCourier
from integrations.demo_payments import DemoPayments
from tests.builders import Shop

FIRST = "Zebrano"
SECOND = "Quokkari"
"""A word of each shop, in everything it writes."""

_BUYERS = {
    FIRST: ("Tamborin", "Welkinto", "Jaspurro"),
    SECOND: ("Okapolis", "Vexillum", "Hyalinko"),
}
"""A word of each of a shop's buyers, in everything that is theirs."""

STAFF_ONLY = "Backroomo"
"""Stands in what agents write down for one another."""

SHARED_PHONE = "+919876500001"
"""The first buyers of both shops have it, and so does the third of the first: a household."""

_serial = count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """Who asks, and the words they must never read."""

    name: str
    actor: Actor
    conversation: str
    foreign: frozenset[str]


@dataclass(slots=True, kw_only=True)
class House:
    """One of the two shops."""

    shop: Shop
    word: str
    buyers: dict[str, CustomerRow] = field(default_factory=dict)
    """By their word."""
    numbers: list[str] = field(default_factory=list)
    awbs: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Both shops, and everybody in them."""

    session: Session
    houses: tuple[House, House]
    everybody: tuple[Someone, ...]
    sent: list[str]
    """Ids of the files that everybody sent, one each."""
    shops: dict[tuple[str, object], int]
    """Whose every row is, by table and id."""
    owners: dict[tuple[str, object], int]
    """Of which buyer a row speaks, by table and id; rows of no buyer are left out."""

    def of(self, house: House) -> list[Someone]:
        """Return everybody of one shop."""
        return [one for one in self.everybody if one.actor.shop_id == house.shop.id]

    def context(self, someone: Someone, language: str = "en") -> Context:
        """Return what a tool runs in when someone asks."""
        house = next(one for one in self.houses if one.shop.id == someone.actor.shop_id)
        return replace(
            house.shop.context(someone.actor, language), conversation_id=someone.conversation
        )


def build(session: Session, now: datetime, shelf: Shelf) -> World:
    """Make both shops and commit them; what they send and take out lies on the shelf."""
    ports = Ports(
        couriers={"*": DemoCourier()}, messengers={"*": _Messenger()}, payments=DemoPayments(),
        shelf=shelf,
    )  # fmt: skip
    houses = tuple(
        _house(Shop.open(session, now=now, name=f"{word} Stores").with_ports(ports), word)
        for word in (FIRST, SECOND)
    )
    session.flush()
    everybody = tuple(someone for house in houses for someone in _people(house))
    for house in houses:
        _talk(house, [one for one in everybody if one.actor.shop_id == house.shop.id])
    sent = [_send(house, someone) for house in houses for someone in everybody
            if someone.actor.shop_id == house.shop.id]  # fmt: skip
    session.commit()
    assert len(houses) == 2
    return World(
        session=session, houses=houses, everybody=everybody, sent=sent, shops=_shops(session),
        owners=_owners(session),
    )  # fmt: skip


class _Messenger:
    def send(self, letter: Any) -> str:
        return letter.key  # type: ignore[no-any-return]


def _house(shop: Shop, word: str) -> House:
    house = House(shop=shop, word=word)
    warehouse = shop.warehouse("MAIN", "Pune")
    warehouse.name = f"{word} shed"
    variants = [
        shop.variant(sku, f"{word} Kurti, Blue, {size}")
        for sku, size in (("KURTI-1", "M"), ("KURTI-2", "L"), (f"{word[:3]}-9", "S"))
    ]
    for variant in variants:
        shop.stock(variant, warehouse, on_hand=20, reserved=4)
        _prices(shop, variant, word)
    for place, mark in enumerate(_BUYERS[word]):
        house.buyers[mark] = _buyer(house, mark, place, variants, warehouse)
    return house


def _buyer(
    house: House, mark: str, place: int, variants: list[VariantRow], warehouse: WarehouseRow
) -> CustomerRow:
    shop, first = house.shop, house.word == FIRST
    shared = place == 0 or (place == 2 and first)
    customer = shop.customer(
        f"Asha {mark}", phone=SHARED_PHONE if shared else f"+9199{8 if first else 7}650000{place}"
    )
    customer.email = "asha@example.in" if place == 0 else f"{mark.lower()}@example.in"
    address = shop.address(customer, line1=f"{mark} Bhavan, 12 MG Road")
    address.landmark, address.line2 = f"near {mark} school", house.word
    session = shop.session
    for step, status in enumerate(
        (OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.ON_HOLD, OrderStatus.SHIPPED,
         OrderStatus.SHIPPED, OrderStatus.DELIVERED, OrderStatus.CANCELLED)
    ):  # fmt: skip
        serial = 1_000 + 10 * place + step
        # The same numbers in both shops, but for one that is each shop's own.
        number = f"{house.word[0]}{serial}" if step == 1 else str(serial)
        paid = step == 1
        order = shop.order(
            number, customer=customer, address=address, status=status,
            payment=PaymentMethod.UPI if paid else PaymentMethod.COD,
            variant=variants[step % len(variants)], total=799,
            placed_at=shop.now - timedelta(hours=3 + 20 * step),
        )  # fmt: skip
        order.note, order.tags = f"{mark} wants it wrapped", [mark.lower()]
        order.hold_reason = f"{mark} to call" if status is OrderStatus.ON_HOLD else None
        house.numbers.append(number)
        if status in (OrderStatus.SHIPPED, OrderStatus.DELIVERED):
            _parcel(house, order, mark, failed=step == 4, awb=f"7788{serial}00", hub=warehouse)
        if paid:
            session.add(
                PaymentRow(
                    shop_id=shop.id, order_id=order.id, kind="refund",
                    request_key=f"{mark}-{serial}", amount_minor=100, discount_minor=0,
                    status="asked", person_id=_clerk(shop, house.word).id,
                    reference=f"{mark}-reference", error=None, created_at=shop.now,
                    expires_at=None, checked_at=shop.now, settled_at=None,
                )
            )  # fmt: skip
    session.add(
        ReviewRow(
            shop_id=shop.id, product_id=variants[0].product_id, customer_id=customer.id, rating=2,
            text=f"{mark} says it shrank", language="en", at=shop.now - timedelta(days=2),
        )
    )  # fmt: skip
    session.flush()
    return customer


def _parcel(
    house: House, order: OrderRow, mark: str, *, failed: bool, awb: str, hub: WarehouseRow
) -> None:
    shop = house.shop
    status = (
        ShipmentStatus.DELIVERY_FAILED
        if failed
        else ShipmentStatus.DELIVERED
        if order.status == OrderStatus.DELIVERED
        else ShipmentStatus.IN_TRANSIT
    )
    parcel = shop.parcel(order, awb=awb, status=status, attempts=int(failed))
    parcel.last_location, parcel.warehouse_id = f"{mark} hub", hub.id
    house.awbs.append(awb)
    if not failed:
        return
    case = shop.ndr_case(parcel, assignee=_clerk(shop, house.word))
    shop.session.execute(
        update(NdrAttemptRow)
        .where(NdrAttemptRow.shop_id == shop.id, NdrAttemptRow.case_id == case.id)
        .values(raw_text=f"{mark} not at home", remark=f"{mark} remark")
    )
    shop.session.add(
        NdrActionRow(
            shop_id=shop.id, case_id=case.id, kind=NdrActionType.PHONE_CALL.value, at=shop.now,
            person_id=_clerk(shop, house.word).id, outcome=None,
            remark=f"{mark} was rude {STAFF_ONLY}", details={},
        )
    )  # fmt: skip


def _clerk(shop: Shop, word: str) -> PersonRow:
    found = (
        shop.session.query(PersonRow)
        .filter(PersonRow.shop_id == shop.id, PersonRow.role == Role.NDR_AGENT.value)
        .first()
    )
    return found or shop.person(Role.NDR_AGENT, name=f"Imran {word}")


def _prices(shop: Shop, variant: VariantRow, word: str) -> None:
    shop.session.add_all(
        [
            MarketplacePriceRow(
                shop_id=shop.id, variant_id=variant.id, marketplace="Amazon", mrp_minor=150_000,
                price_minor=140_000, updated_at=shop.now,
            ),
            CompetitorPriceRow(
                shop_id=shop.id, variant_id=variant.id, competitor=f"{word} rival",
                price_minor=70_000, at=shop.now,
            ),
        ]
    )  # fmt: skip


def _people(house: House) -> list[Someone]:
    other = SECOND if house.word == FIRST else FIRST
    elsewhere = frozenset({other, *_BUYERS[other]})
    found = []
    for role in Role:
        if role is Role.CUSTOMER:
            continue
        row = (
            _clerk(house.shop, house.word)
            if role is Role.NDR_AGENT
            else house.shop.person(role, name=f"{role.value} {house.word}")
        )
        found.append(_someone(house, row, f"{house.word} {role.value}", elsewhere))
    for mark, customer in house.buyers.items():
        row = house.shop.person(Role.CUSTOMER, name=customer.name, customer=customer)
        others = set(_BUYERS[house.word]) - {mark} | {STAFF_ONLY}
        found.append(_someone(house, row, f"{house.word} buyer {mark}", elsewhere | others))
    return found


def _someone(house: House, row: PersonRow, name: str, foreign: frozenset[str]) -> Someone:
    actor = people.actor_by_id(house.shop.session, house.shop.id, row.id)
    assert actor is not None
    conversation = f"talk-{house.word.lower()}-{next(_serial):04d}"
    conversations.open_conversation(
        house.shop.session, actor, conversation=conversation, channel="web",
        title=f"{house.word} talk", now=house.shop.now,
    )  # fmt: skip
    return Someone(name=name, actor=actor, conversation=conversation, foreign=foreign)


def _talk(house: House, somebody: list[Someone]) -> None:
    """Let there be requests that wait, people who want a person, and lines in the log."""
    shop = house.shop
    owner, manager = somebody[0].actor, somebody[2].actor
    buyers = [one for one in somebody if one.actor.customer_id is not None]
    for one in (*buyers, somebody[3]):
        mark = one.name.rpartition(" ")[2] if one in buyers else house.word
        shop.session.add_all(
            [
                HandOverRow(
                    shop_id=shop.id, conversation_id=one.conversation,
                    person_id=one.actor.person_id, reason=f"{mark} is cross", status="open",
                    taken_by=None, at=shop.now,
                ),
                _approval(shop, one, mark),
                AuditRow(
                    shop_id=shop.id, person_id=one.actor.person_id, on_behalf_of=None,
                    action="cancel_order", subject="1000", before={"status": mark},
                    after={"status": "Cancelled"}, why=f"{mark} asked", channel="web",
                    turn_id=None, at=shop.now,
                ),
            ]
        )  # fmt: skip
    shop.session.add(
        DelegationRow(
            shop_id=shop.id, from_person_id=owner.person_id, to_person_id=manager.person_id,
            starts_at=shop.now - timedelta(days=1), ends_at=shop.now + timedelta(days=1),
            revoked_at=None, created_at=shop.now,
        )
    )  # fmt: skip


def _send(house: House, one: Someone) -> str:
    """Let someone send a sheet that would change the stock, with a word of theirs in it."""
    mark = one.name.rpartition(" ")[2] if one.actor.customer_id is not None else house.word
    sheet = f"SKU,Warehouse,On hand,Note\nKURTI-1,MAIN,7,{mark}\n{mark},MAIN,1,\n"
    ctx = house.shop.context(one.actor)
    stream = io.BytesIO(sheet.encode())
    return files.keep(ctx, files.shelf_of(ctx), stream, name=f"{mark}.csv").id


def _approval(shop: Shop, one: Someone, mark: str) -> ApprovalRow:
    serial = next(_serial)
    return ApprovalRow(
        id=f"approval-{serial}", shop_id=shop.id, conversation_id=one.conversation,
        turn_id=f"turn-{serial}", call_id="0", person_id=one.actor.person_id, tool="cancel_order",
        effect="write", arguments={"order": "1000", "reason": mark}, arguments_hash="",
        preview={
            "title": f"Cancel for {mark}",
            "differences": [{"label": "Why", "before": "", "after": mark}],
            "change": {
                "subject_kind": "order", "subject": "1000", "before": {}, "after": {},
                "at_stake": None, "items": 1, "undo_for": None, "warnings": [],
            },
            "arguments": None,
        },
        needs=["orders:write"], at_stake_minor=79_900, items=1, status="pending",
        created_at=shop.now, expires_at=shop.now + timedelta(hours=1), decided_by=None,
        decided_for=None, decided_at=None,
    )  # fmt: skip


_OF = {
    "customers": CustomerRow.id,
    "addresses": AddressRow.customer_id,
    "orders": OrderRow.customer_id,
}


def _shops(session: Session) -> dict[tuple[str, object], int]:
    return {
        (table.name, id): shop
        for table in Base.metadata.tables.values()
        if {"id", "shop_id"} <= set(table.columns.keys())
        for id, shop in session.execute(
            table.select().with_only_columns(table.c.id, table.c.shop_id)
        )
    }


def _owners(session: Session) -> dict[tuple[str, object], int]:
    """Return of which buyer each row speaks, following its keys to a customer."""
    owners: dict[tuple[str, object], int] = {}
    for name, column in _OF.items():
        table = Base.metadata.tables[name]
        for id, customer in session.execute(table.select().with_only_columns(table.c.id, column)):
            owners[name, id] = customer
    for row, key, of in (
        (OrderItemRow, "order_id", "orders"),
        (ShipmentRow, "order_id", "orders"),
        (NdrCaseRow, "order_id", "orders"),
        (PaymentRow, "order_id", "orders"),
        (ScanRow, "shipment_id", "shipments"),
    ):
        table = Base.metadata.tables[row.__tablename__]
        for id, parent in session.execute(
            table.select().with_only_columns(table.c.id, table.c[key])
        ):
            owners[row.__tablename__, id] = owners[of, parent]
    for id, customer in session.execute(
        PersonRow.__table__.select().with_only_columns(PersonRow.id, PersonRow.customer_id)
    ):
        if customer is not None:
            owners["people", id] = customer
    return owners
