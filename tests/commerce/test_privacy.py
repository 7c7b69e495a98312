"""A customer is forgotten: who it was is found nowhere, what the law wants stays."""

import hashlib
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, Text, cast, select
from sqlalchemy.orm import Session

from commerce import customers, privacy, records
from commerce.access import Role
from commerce.customers import Customer, Purpose, Standing
from commerce.db import session_factory
from commerce.db.tables import (
    AddressRow,
    ArrivalRow,
    AuditRow,
    Base,
    ChannelIdentityRow,
    ConsentRow,
    ConversationRow,
    CustomerRow,
    DeliveryRow,
    ErasureRow,
    EventRow,
    FileRow,
    MessageRow,
    OrderRow,
    PersonMemoryRow,
    ReviewRow,
    TaskRow,
    ToolCallRow,
    TurnRow,
)
from commerce.errors import NotAllowed, NotFound, Refused
from commerce.files import Shelf
from commerce.ports import Ports
from commerce.privacy import rules
from commerce.privacy.types import Traces
from commerce.vocabulary import OrderStatus, ShipmentStatus
from tests.builders import Shop

PHONE = "+919812345678"
TRACES = (
    "Zarina Qureshi", "9812345678", "98123 45678", "zarina@example.in", "7 Gulmohar Lane",
    "behind Sitara Mill", "ज़रीना क़ुरैशी",
)  # fmt: skip
FILE = "a" * 32
DAY_AFTER = privacy.BACK_WITHIN + timedelta(minutes=1)


@pytest.fixture
def zarina(shop: Shop) -> CustomerRow:
    """A buyer whose orders have all ended, and who is written of in many places."""
    buyer = shop.customer("Zarina Qureshi", phone=PHONE)
    buyer.email = "zarina@example.in"
    home = shop.address(buyer, line1="7 Gulmohar Lane")
    home.name, home.landmark, home.phone = "ज़रीना क़ुरैशी", "behind Sitara Mill", PHONE
    order = shop.order("Z-1", customer=buyer, address=home, status=OrderStatus.DELIVERED)
    order.note = "call 98123 45678 first"
    shop.parcel(order, awb="ZP1", status=ShipmentStatus.DELIVERED)
    herself = shop.person(Role.CUSTOMER, name="Zarina Qureshi", customer=buyer)
    agent = shop.person(Role.NDR_AGENT, name="Imran Khan")
    _talk(shop, herself.id, "zarina-talk", "is it ZP1? I am Zarina")
    _talk(shop, agent.id, "team-talk", "what did Zarina Qureshi (9812345678) order")
    shop.session.add_all(_rows(shop, buyer.id, herself.id))
    shop.session.flush()
    return buyer


def _talk(shop: Shop, person: int, name: str, text: str) -> None:
    shop.session.add_all(
        [
            ConversationRow(
                id=name, shop_id=shop.id, person_id=person, channel="whatsapp", address=PHONE,
                title=text, created_at=shop.now, updated_at=shop.now,
            ),
            TurnRow(
                id=f"{name}-1", shop_id=shop.id, conversation_id=name, person_id=person,
                status="done", brain="planner", language="en", usage={}, started_at=shop.now,
                memory={"customer": "Zarina Qureshi"},
            ),
            MessageRow(
                shop_id=shop.id, conversation_id=name, direction="in", text=text, body={},
                provider_id=name, turn_id=f"{name}-1", at=shop.now,
            ),
            MessageRow(
                shop_id=shop.id, conversation_id=name, direction="out", text="", at=shop.now,
                provider_id=f"{name}-answer", turn_id=f"{name}-1",
                body={"parts": ["ज़रीना क़ुरैशी, 7 Gulmohar Lane", {"zarina@example.in": 1}]},
            ),
            ToolCallRow(
                shop_id=shop.id, turn_id=f"{name}-1", call_id="1", name="show_customer",
                arguments={"customer": "zarina qureshi"}, effect="read", status="done",
                result={"phone": PHONE}, at=shop.now,
            ),
        ]
    )  # fmt: skip


def _rows(shop: Shop, customer: int, person: int) -> list[Base]:
    return [
        ChannelIdentityRow(
            shop_id=shop.id, person_id=person, channel="whatsapp", external_id=PHONE,
            created_at=shop.now,
        ),
        DeliveryRow(
            shop_id=shop.id, channel="whatsapp", address=PHONE, conversation_id="zarina-talk",
            kind="answer", body={"text": "Hello Zarina Qureshi"}, idempotency_key="z1",
            status="sent", tries=1, created_at=shop.now, next_at=shop.now,
        ),
        ArrivalRow(
            shop_id=shop.id, channel="whatsapp", provider_id="wa-1", address=PHONE,
            conversation_id="zarina-talk", body={"text": "hi"}, status="done", tries=1,
            next_at=shop.now, at=shop.now,
        ),
        EventRow(
            shop_id=shop.id, kind="order.address_changed", subject="Z-1", at=shop.now,
            payload={"to": {"line1": "7 Gulmohar Lane", "phone": "9812345678"}},
        ),
        AuditRow(
            shop_id=shop.id, person_id=person, action="change_address", subject="Z-1", before={},
            after={"name": "ज़रीना क़ुरैशी"}, why="asked by zarina@example.in", channel="web",
            at=shop.now - timedelta(hours=3),
        ),
        TaskRow(
            shop_id=shop.id, key="t1", title="Ring Zarina Qureshi", question=False,
            status="open", subject_kind="order", subject="Z-1", created_at=shop.now, note="",
            due_at=shop.now,
        ),
        PersonMemoryRow(
            shop_id=shop.id, person_id=person, kind="language", key="", value={"language": "hi"},
            said="hindi mein", learnt_at=shop.now,
        ),
        ConsentRow(
            shop_id=shop.id, customer_id=customer, contact=PHONE, purpose=Purpose.OFFERS,
            standing=Standing.WITHDRAWN, business="Shop", source="message", words="STOP",
            at=shop.now,
        ),
        FileRow(
            id=FILE, shop_id=shop.id, person_id=person, name="door of Zarina Qureshi.jpg",
            kind="image", size=4, sha256=hashlib.sha256(b"door").hexdigest(), at=shop.now,
        ),
    ]  # fmt: skip


def erased(engine: Engine, shop: Shop, who: CustomerRow, ports: Ports | None = None) -> int:
    ctx = shop.context(shop.actor(Role.OWNER))
    privacy.ask_erasure(ctx, _as_value(who))
    shop.session.commit()
    return privacy.erase_due(session_factory(engine), ports or Ports(), shop.now + DAY_AFTER)


def _as_value(row: CustomerRow) -> Customer:
    return Customer(id=row.id, name=row.name, phone=row.phone, email=row.email)


def everything(engine: Engine, shop: Shop) -> dict[str, str]:
    """Return every text of every table, by table and column, as it is stored."""
    found: dict[str, str] = {}
    with session_factory(engine)() as session:
        for table in Base.metadata.sorted_tables:
            for column in table.columns if "shop_id" in table.c else ():
                if column.type.python_type in (str, dict, list):
                    asked = select(cast(column, Text)).where(table.c.shop_id == shop.id)
                    texts = session.scalars(asked)
                    told = "\n".join(one for one in texts if one)
                    found[f"{table.name}.{column.name}"] = told
    return found


def test_who_it_was_is_found_in_no_text_of_any_table(
    engine: Engine, shop: Shop, zarina: CustomerRow
) -> None:
    shop.session.commit()
    before = everything(engine, shop)
    wanted = {one for trace in TRACES for one in (trace, json.dumps(trace)[1:-1])}
    assert sum(any(w.lower() in text.lower() for w in wanted) for text in before.values()) > 12
    assert erased(engine, shop, zarina) == 1
    left = {
        place: one
        for place, text in everything(engine, shop).items()
        for one in wanted
        if one.lower() in text.lower()
    }
    assert left == {}


def rows(session: Session, shop: Shop, table: type[Any], *conditions: Any) -> list[Any]:
    asked = select(table).where(table.shop_id == shop.id, *conditions)
    return list(session.scalars(asked.execution_options(populate_existing=True)))


def test_orders_money_and_the_wish_for_no_offers_stay_of_nobody(
    engine: Engine, shop: Shop, zarina: CustomerRow
) -> None:
    erased(engine, shop, zarina)
    with session_factory(engine)() as session:
        (order,) = rows(session, shop, OrderRow, OrderRow.number == "Z-1")
        (who,) = rows(session, shop, CustomerRow, CustomerRow.id == order.customer_id)
        (place,) = rows(session, shop, AddressRow, AddressRow.id == order.address_id)
        assert (order.status, order.total_minor, order.note) == ("Delivered", 79_900, "")
        assert (who.name, who.phone, who.email) == (privacy.GONE, None, None)
        assert (place.city, place.pincode, place.line1) == ("Pune", "411001", "")
        (consent,) = rows(session, shop, ConsentRow)
        assert (consent.standing, consent.contact) == (Standing.WITHDRAWN, "")
        (wish,) = rows(session, shop, ErasureRow)
        assert wish.counts is not None
        assert wish.counts["messages"] >= 2


def test_a_namesake_and_a_shared_number_stay_as_they_are(
    engine: Engine, shop: Shop, zarina: CustomerRow
) -> None:
    namesake = shop.customer("Zarina Qureshi", phone="+919800000001")
    cousin = shop.customer("Salma Bano", phone=PHONE)
    first, second = namesake.id, cousin.id
    _talk(shop, shop.person(Role.MANAGER).id, "other-talk", "Zarina Qureshi, +919812345678")
    assert erased(engine, shop, zarina) == 1
    with session_factory(engine)() as session:
        kept = {row.id: (row.name, row.phone) for row in rows(session, shop, CustomerRow)}
        assert kept[first] == ("Zarina Qureshi", "+919800000001")
        assert kept[second] == ("Salma Bano", PHONE)
        (told,) = rows(session, shop, MessageRow, MessageRow.provider_id == "other-talk")
        assert told.text == "Zarina Qureshi, +919812345678"


def test_another_shop_keeps_what_it_knows_of_the_same_buyer(
    engine: Engine, shop: Shop, other_shop: Shop, zarina: CustomerRow
) -> None:
    same = other_shop.customer("Zarina Qureshi", phone=PHONE)
    _talk(other_shop, other_shop.person(Role.MANAGER).id, "theirs", "Zarina Qureshi")
    assert erased(engine, shop, zarina) == 1
    with session_factory(engine)() as session:
        (theirs,) = rows(session, other_shop, CustomerRow, CustomerRow.id == same.id)
        (told,) = rows(session, other_shop, MessageRow, MessageRow.provider_id == "theirs")
        assert (theirs.phone, told.text) == (PHONE, "Zarina Qureshi")


def test_the_files_of_a_buyer_lie_nowhere_any_more(
    engine: Engine, shop: Shop, zarina: CustomerRow, tmp_path: Path
) -> None:
    shelf = Shelf(root=tmp_path, most=1_000)
    path = shelf.path_of(shop.id, FILE)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"door")
    assert erased(engine, shop, zarina, Ports(shelf=shelf)) == 1
    assert not path.exists()


def test_the_seals_of_the_audit_log_fit_afterwards(
    engine: Engine, shop: Shop, zarina: CustomerRow
) -> None:
    records.seal(shop.session, shop.id, shop.now)
    noted = records.verify(shop.session, shop.id)
    assert noted.broken_after is None
    erased(engine, shop, zarina)
    with session_factory(engine)() as session:
        now = records.verify(session, shop.id)
        assert now.broken_after is None
        assert now.digest != noted.digest
        actions = session.scalars(select(AuditRow.action).where(AuditRow.shop_id == shop.id)).all()
        assert "erase_customer" in actions


def test_for_a_day_it_may_be_taken_back_and_then_no_more(
    engine: Engine, shop: Shop, zarina: CustomerRow
) -> None:
    ctx = shop.context(shop.actor(Role.OWNER))
    change = privacy.ask_erasure(ctx, _as_value(zarina))
    with pytest.raises(Refused, match="already"):
        privacy.ask_erasure(ctx, _as_value(zarina))
    privacy.undo_erasure(ctx, change)
    shop.session.commit()
    later = shop.now + DAY_AFTER
    assert privacy.erase_due(session_factory(engine), Ports(), later) == 0
    assert erased(engine, shop, zarina) == 1
    with pytest.raises(Refused, match="brought back"):
        privacy.undo_erasure(shop.context(shop.actor(Role.OWNER)), change)


def test_nothing_is_erased_while_an_order_is_open_also_one_placed_meanwhile(
    engine: Engine, shop: Shop, zarina: CustomerRow
) -> None:
    ctx = shop.context(shop.actor(Role.OWNER))
    open_one = shop.order("Z-2", customer=zarina, status=OrderStatus.SHIPPED)
    with pytest.raises(Refused, match="Z-2"):
        privacy.plan_erasure(ctx, _as_value(zarina))
    open_one.status = OrderStatus.DELIVERED
    privacy.ask_erasure(ctx, _as_value(zarina))
    shop.order("Z-3", customer=zarina, status=OrderStatus.PENDING)
    shop.session.commit()
    assert privacy.erase_due(session_factory(engine), Ports(), shop.now + DAY_AFTER) == 0


@pytest.mark.parametrize("role", [Role.MANAGER, Role.OPERATOR, Role.NDR_AGENT, Role.VIEWER])
def test_only_who_runs_the_shop_may_have_somebody_erased(
    shop: Shop, zarina: CustomerRow, role: Role
) -> None:
    ctx = shop.context(shop.actor(role))
    with pytest.raises(NotAllowed):
        privacy.plan_erasure(ctx, _as_value(zarina))
    with pytest.raises(NotAllowed):
        privacy.what_is_held(ctx, _as_value(zarina))


def test_what_is_held_is_told_whole(shop: Shop, zarina: CustomerRow) -> None:
    found = privacy.what_is_held(shop.context(shop.actor(Role.OWNER)), _as_value(zarina))
    assert found.customer["phone"] == PHONE
    assert found.counts == {
        "addresses": 1, "orders": 1, "parcels": 1, "payments": 0, "messages": 2, "consents": 1,
        "reviews": 0, "remembered": 1, "files": 1,
    }  # fmt: skip


def test_a_customer_who_was_forgotten_is_a_stranger_when_they_write_again(
    engine: Engine, shop: Shop, zarina: CustomerRow
) -> None:
    erased(engine, shop, zarina)
    with session_factory(engine)() as session:
        assert rows(session, shop, ChannelIdentityRow) == []
    with pytest.raises(NotFound):
        customers.find(shop.context(shop.actor(Role.OWNER)), "Zarina Qureshi")


def test_a_review_stays_and_its_author_goes(
    engine: Engine, shop: Shop, zarina: CustomerRow
) -> None:
    product = shop.variant(title="Kurti").product_id
    shop.session.add(
        ReviewRow(
            shop_id=shop.id, product_id=product, customer_id=zarina.id, rating=4, language="en",
            text="Nice. Zarina Qureshi", at=shop.now,
        )
    )  # fmt: skip
    erased(engine, shop, zarina)
    with session_factory(engine)() as session:
        (row,) = rows(session, shop, ReviewRow)
        assert (row.customer_id, row.text) == (None, f"Nice. {privacy.GONE}")


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("call +91 98123 45678 now", "call +91 [erased] now"),
        ("UTR 19812345678 is no phone", "UTR 19812345678 is no phone"),
        ("ASHA RAO came", "[erased] came"),
        ("Asha Raote came", "Asha Raote came"),
        ("Asha came", "Asha came"),
    ],
)
def test_a_trace_is_a_whole_name_or_number(text: str, clean: str) -> None:
    told = Traces(
        names=frozenset(["Asha Rao", "Asha"]), phones=frozenset(["+919812345678"]),
        emails=frozenset(), lines=frozenset(["Flat 2"]),
    )  # fmt: skip
    found = rules.pattern(rules.needles(told))
    assert found is not None
    assert rules.without(text, found) == clean
