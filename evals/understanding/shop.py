"""A small shop for sentences to speak of: the same orders, parcels, products and people always."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from commerce.access import PERMISSIONS, Actor, Role
from commerce.context import Context
from commerce.db import migrate, open_engine, session_factory
from commerce.db.tables import (
    AddressRow,
    CustomerRow,
    OrderRow,
    PersonRow,
    ProductRow,
    ShipmentRow,
    ShopRow,
    VariantRow,
    WarehouseRow,
)

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
"""Sunday, 22 November 2026, in the afternoon in India."""

_PRODUCTS = (
    ("Cotton Kurti", "Blue, M", "KUR-BLU-M"), ("Cotton Kurti", "Red, L", "KUR-RED-L"),
    ("Silk Saree", "Green", "SAR-GRN"), ("Steel Bottle", "1 Litre", "BOT-1L"),
    ("Bluetooth Earbuds", "Black", "EAR-BLK"), ("Yoga Mat", "Purple", "MAT-PUR"),
    ("Linen Shirt", "White, 40", "SHI-WHI-40"), ("Table Lamp", "Brass", "LAM-BRS"),
)  # fmt: skip
_CITIES = (
    ("Pune", "Maharashtra", "411001"), ("Mumbai", "Maharashtra", "400001"),
    ("Bengaluru", "Karnataka", "560034"), ("Delhi", "Delhi", "110011"),
    ("Jaipur", "Rajasthan", "302001"), ("Lucknow", "Uttar Pradesh", "226001"),
)  # fmt: skip
_CUSTOMERS = ("Asha Rao", "Priya Sharma", "Rahul Verma", "Fatima Sheikh", "Arjun Nair", "Neha Jain")
_TEAM = (
    ("Rohan Das", Role.NDR_AGENT), ("Meena Pillai", Role.OPERATOR), ("Vikram Singh", Role.MANAGER),
)  # fmt: skip
_AWBS = {"1050": "14892200345", "1052": "77110045231", "1051": "SF2230099871"}


@contextmanager
def open_shop() -> Iterator[dict[Role, Context]]:
    """Make the shop in a folder of its own, and yield what each role asks in."""
    with TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'shop.db'}")
        migrate(engine)
        with session_factory(engine)() as session:
            yield _furnish(session)
        engine.dispose()


def _furnish(session: Session) -> dict[Role, Context]:
    shop = ShopRow(
        name="Understanding", currency="INR", zone="Asia/Kolkata", is_demo=False, settings={},
        created_at=NOW,
    )  # fmt: skip
    session.add(shop)
    session.flush()
    _products(session, shop.id)
    customers = _orders(session, shop.id)
    for name, role in _TEAM:
        _person(session, shop.id, name, role)
    contexts = {}
    for role in Role:
        customer = customers[0] if role is Role.CUSTOMER else None
        person = _person(session, shop.id, f"Kavita {role.value}", role, customer)
        actor = Actor(
            shop_id=shop.id, person_id=person.id, name=person.name, role=role,
            permissions=PERMISSIONS[role], customer_id=person.customer_id,
        )  # fmt: skip
        contexts[role] = Context(session=session, actor=actor, now=NOW)
    session.commit()
    return contexts


def _person(
    session: Session, shop_id: int, name: str, role: Role, customer: CustomerRow | None = None
) -> PersonRow:
    person = PersonRow(
        shop_id=shop_id, name=name, role=role.value, language="", email=None, phone=None,
        customer_id=customer.id if customer else None, password_hash=None, skills={},
        is_active=True, created_at=NOW,
    )  # fmt: skip
    session.add(person)
    session.flush()
    return person


def _products(session: Session, shop_id: int) -> None:
    titles: dict[str, ProductRow] = {}
    for title, option, sku in _PRODUCTS:
        if title not in titles:
            titles[title] = ProductRow(
                shop_id=shop_id, title=title, category="goods", hsn="6211", tax_class="5",
                created_at=NOW,
            )  # fmt: skip
            session.add(titles[title])
            session.flush()
        session.add(
            VariantRow(
                shop_id=shop_id, product_id=titles[title].id, sku=sku, title=f"{title}, {option}",
                price_minor=79900, cost_minor=30000, mrp_minor=129900, weight_grams=300,
                is_active=True,
            )
        )  # fmt: skip
    for code, name, city in (
        ("BHW", "Bhiwandi Godown", "Bhiwandi"),
        ("BLR", "Hoskote FC", "Hoskote"),
    ):
        session.add(
            WarehouseRow(shop_id=shop_id, code=code, name=name, city=city, pincode="421302")
        )


def _orders(session: Session, shop_id: int) -> list[CustomerRow]:
    customers = []
    for place, name in enumerate(_CUSTOMERS):
        customer = CustomerRow(
            shop_id=shop_id, name=name, phone=f"+91981100000{place}", email=None, language="en",
            created_at=NOW,
        )  # fmt: skip
        session.add(customer)
        session.flush()
        customers.append(customer)
    for index in range(30):
        number, customer = str(1040 + index), customers[index % len(customers)]
        city, state, pincode = _CITIES[index % len(_CITIES)]
        address = AddressRow(
            shop_id=shop_id, customer_id=customer.id, name=customer.name, line1="12 MG Road",
            line2="", landmark="", city=city, state=state, pincode=pincode, country="IN",
            phone=customer.phone,
        )  # fmt: skip
        session.add(address)
        session.flush()
        order = OrderRow(
            shop_id=shop_id, number=number, sales_channel="Shopify", source_id=number,
            customer_id=customer.id, address_id=address.id, status="Shipped",
            payment_method="COD", payment_status="CODPending", currency="INR",
            subtotal_minor=79900, discount_minor=0, shipping_minor=0, tax_minor=0,
            total_minor=79900, refunded_minor=0, placed_at=NOW - timedelta(days=index),
            hold_reason=None, cancelled_at=None, cancel_reason=None, tags=[], note="",
        )  # fmt: skip
        session.add(order)
        session.flush()
        session.add(
            ShipmentRow(
                shop_id=shop_id, order_id=order.id, awb=_AWBS.get(number, f"3480012{number}"),
                courier="Delhivery", status="InTransit", warehouse_id=None, cod_minor=79900,
                weight_grams=300, attempts=1, created_at=NOW, picked_up_at=NOW, promised_at=NOW,
                out_for_delivery_at=None, delivered_at=None, rto_at=None, last_scan_at=NOW,
                last_location="Pune Hub",
            )
        )  # fmt: skip
    return customers
