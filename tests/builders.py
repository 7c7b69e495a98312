"""Rows for tests: each builder fills in what the test does not care about."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count

from sqlalchemy.orm import Session

from commerce.access import PERMISSIONS, Actor, Role
from commerce.context import Context
from commerce.db.tables import (
    AddressRow,
    CustomerRow,
    NdrAttemptRow,
    NdrCaseRow,
    OrderHistoryRow,
    OrderItemRow,
    OrderRow,
    PersonRow,
    ProductRow,
    ScanRow,
    ShipmentRow,
    ShopRow,
    StockRow,
    SupplierItemRow,
    SupplierRow,
    VariantRow,
    WarehouseRow,
)
from commerce.ports import Ports
from commerce.vocabulary import (
    CourierType,
    NdrReason,
    NdrStatus,
    OrderStatus,
    PaymentMethod,
    PaymentStatus,
    Priority,
    SalesChannel,
    ShipmentStatus,
)

_serial = count(1001)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """A shop under test."""

    session: Session
    id: int
    now: datetime
    ports: Ports

    @classmethod
    def open(cls, session: Session, *, now: datetime, name: str = "Test Shop") -> "Shop":
        """Found a shop."""
        row = ShopRow(
            name=name, currency="INR", zone="Asia/Kolkata", is_demo=False, settings={},
            created_at=now - timedelta(days=400),
        )  # fmt: skip
        session.add(row)
        session.flush()
        return cls(session=session, id=row.id, now=now, ports=Ports())

    def context(self, actor: Actor | None = None, language: str = "en") -> Context:
        """Return what a business function runs in; by default the owner asks."""
        return Context(
            session=self.session,
            actor=actor or self.actor(Role.OWNER),
            now=self.now,
            language=language,
            channel="test",
            ports=self.ports,
        )

    def at(self, now: datetime) -> "Shop":
        """Return the same shop at another time."""
        return replace(self, now=now)

    def with_ports(self, ports: Ports) -> "Shop":
        """Return the same shop with outside services connected."""
        return replace(self, ports=ports)

    def person(
        self, role: Role, *, name: str = "", customer: CustomerRow | None = None
    ) -> PersonRow:
        """Add someone who talks to the assistant."""
        row = PersonRow(
            shop_id=self.id, name=name or f"{role.value} {next(_serial)}", role=role.value,
            language="", email=None, phone=None, customer_id=customer.id if customer else None,
            password_hash=None, skills={}, is_active=True, created_at=self.now,
        )  # fmt: skip
        self.session.add(row)
        self.session.flush()
        return row

    def actor(self, role: Role, *, customer: CustomerRow | None = None) -> Actor:
        """Add someone and return them as who asks."""
        row = self.person(role, customer=customer)
        return Actor(
            shop_id=self.id, person_id=row.id, name=row.name, role=role,
            permissions=PERMISSIONS[role], customer_id=row.customer_id,
        )  # fmt: skip

    def customer(
        self, name: str = "Asha Rao", *, phone: str = "", language: str = "en"
    ) -> CustomerRow:
        """Add a buyer."""
        row = CustomerRow(
            shop_id=self.id, name=name, phone=phone or f"+91981{next(_serial):07d}", email=None,
            language=language, created_at=self.now - timedelta(days=300),
        )  # fmt: skip
        self.session.add(row)
        self.session.flush()
        return row

    def address(
        self, customer: CustomerRow, *, city: str = "Pune", state: str = "Maharashtra",
        pincode: str = "411001", line1: str = "12 MG Road",
    ) -> AddressRow:  # fmt: skip
        """Add a place to send things to."""
        row = AddressRow(
            shop_id=self.id, customer_id=customer.id, name=customer.name, line1=line1, line2="",
            landmark="", city=city, state=state, pincode=pincode, country="IN",
            phone=customer.phone,
        )  # fmt: skip
        self.session.add(row)
        self.session.flush()
        return row

    def warehouse(self, code: str = "PUN", city: str = "Pune") -> WarehouseRow:
        """Add a warehouse."""
        row = WarehouseRow(
            shop_id=self.id, code=code, name=f"{city} warehouse", city=city, pincode="411001"
        )
        self.session.add(row)
        self.session.flush()
        return row

    def variant(
        self, sku: str = "", title: str = "Cotton Kurti, Blue, M", *, price: int = 799,
        cost: int = 300, mrp: int = 1299, category: str = "apparel",
    ) -> VariantRow:  # fmt: skip
        """Add something to sell; amounts in rupees."""
        product = ProductRow(
            shop_id=self.id, title=title.split(",")[0], category=category, hsn="6211",
            tax_class="apparel", created_at=self.now - timedelta(days=400),
        )  # fmt: skip
        self.session.add(product)
        self.session.flush()
        row = VariantRow(
            shop_id=self.id, product_id=product.id, sku=sku or f"SKU-{next(_serial)}", title=title,
            price_minor=price * 100, cost_minor=cost * 100, mrp_minor=mrp * 100, weight_grams=300,
            is_active=True,
        )  # fmt: skip
        self.session.add(row)
        self.session.flush()
        return row

    def stock(
        self, variant: VariantRow, warehouse: WarehouseRow, *, on_hand: int = 10, reserved: int = 0
    ) -> StockRow:
        """Put pieces on a shelf."""
        row = StockRow(
            shop_id=self.id, variant_id=variant.id, warehouse_id=warehouse.id, on_hand=on_hand,
            reserved=reserved,
        )  # fmt: skip
        self.session.add(row)
        self.session.flush()
        return row

    def supplies(
        self, variant: VariantRow, *, cost: int = 200, lead_days: float = 7.0, lead_sd: float = 1.0,
        minimum: int = 1,
    ) -> SupplierItemRow:  # fmt: skip
        """Add somebody who sells a variant to the shop; `cost` in rupees."""
        supplier = SupplierRow(shop_id=self.id, name="Jaipur Textiles", city="Jaipur")
        self.session.add(supplier)
        self.session.flush()
        row = SupplierItemRow(
            shop_id=self.id, supplier_id=supplier.id, variant_id=variant.id, cost_minor=cost * 100,
            lead_days_mean=lead_days, lead_days_sd=lead_sd, minimum_quantity=minimum,
        )  # fmt: skip
        self.session.add(row)
        self.session.flush()
        return row

    def order(
        self, number: str = "", *, customer: CustomerRow | None = None,
        address: AddressRow | None = None, status: OrderStatus = OrderStatus.CONFIRMED,
        payment: PaymentMethod = PaymentMethod.COD, paid: PaymentStatus | None = None,
        channel: SalesChannel = SalesChannel.SHOPIFY, variant: VariantRow | None = None,
        quantity: int = 1, total: int = 799, placed_at: datetime | None = None,
    ) -> OrderRow:  # fmt: skip
        """Add an order of one line; `total` in rupees."""
        customer = customer or self.customer()
        address = address or self.address(customer)
        if paid is None:
            paid = PaymentStatus.COD_PENDING if payment is PaymentMethod.COD else PaymentStatus.PAID
        placed = placed_at or self.now - timedelta(hours=3)
        row = OrderRow(
            shop_id=self.id, number=number or str(next(_serial)), sales_channel=channel.value,
            source_id=str(next(_serial)), customer_id=customer.id, address_id=address.id,
            status=status.value, payment_method=payment.value, payment_status=paid.value,
            currency="INR", subtotal_minor=total * 100, discount_minor=0, shipping_minor=0,
            tax_minor=0, total_minor=total * 100, refunded_minor=0, placed_at=placed,
            hold_reason=None, cancelled_at=None, cancel_reason=None, tags=[], note="",
        )  # fmt: skip
        self.session.add(row)
        self.session.flush()
        self.session.add_all(
            [
                OrderItemRow(
                    shop_id=self.id, order_id=row.id, variant_id=variant.id if variant else None,
                    sku=variant.sku if variant else "", title=variant.title if variant else "Kurti",
                    quantity=quantity, unit_price_minor=total * 100 // quantity, discount_minor=0,
                    tax_minor=0,
                ),
                OrderHistoryRow(
                    shop_id=self.id, order_id=row.id, status=OrderStatus.PENDING.value, at=placed,
                    person_id=None, reason="",
                ),
            ]
        )  # fmt: skip
        self.session.flush()
        return row

    def parcel(
        self, order: OrderRow | None = None, *, awb: str = "",
        status: ShipmentStatus = ShipmentStatus.IN_TRANSIT,
        courier: CourierType = CourierType.DELHIVERY, attempts: int = 0,
        shipped: timedelta = timedelta(days=3), promised: timedelta = timedelta(days=1),
    ) -> ShipmentRow:  # fmt: skip
        """Send an order; `shipped` is how long ago, `promised` how far ahead (may be negative)."""
        order = order or self.order(
            status=OrderStatus.SHIPPED, placed_at=self.now - timedelta(days=4)
        )
        cod = order.total_minor if order.payment_method == PaymentMethod.COD else 0
        row = ShipmentRow(
            shop_id=self.id, order_id=order.id, awb=awb or f"{next(_serial)}00000",
            status=status.value, courier=courier.value, warehouse_id=None, cod_minor=cod,
            weight_grams=300,
            attempts=attempts, created_at=self.now - shipped, picked_up_at=self.now - shipped,
            promised_at=self.now + promised, out_for_delivery_at=None,
            delivered_at=self.now if status is ShipmentStatus.DELIVERED else None, rto_at=None,
            last_scan_at=self.now - timedelta(hours=5), last_location="Pune Hub",
        )  # fmt: skip
        self.session.add(row)
        self.session.flush()
        self.session.add(
            ScanRow(
                shop_id=self.id, shipment_id=row.id, at=self.now - timedelta(hours=5),
                status=status.value, raw_code="", raw_text=status.value, location="Pune Hub",
            )
        )  # fmt: skip
        self.session.flush()
        return row

    def ndr_case(
        self, parcel: ShipmentRow | None = None, *,
        reason: NdrReason = NdrReason.CUSTOMER_NOT_AVAILABLE, attempts: int = 1,
        status: NdrStatus = NdrStatus.OPEN, opened: timedelta = timedelta(hours=6),
        raw_code: str = "EOD-11", assignee: PersonRow | None = None,
    ) -> NdrCaseRow:  # fmt: skip
        """Let a delivery fail; `opened` is how long ago."""
        parcel = parcel or self.parcel(status=ShipmentStatus.DELIVERY_FAILED, attempts=attempts)
        at = self.now - opened
        row = NdrCaseRow(
            shop_id=self.id, shipment_id=parcel.id, order_id=parcel.order_id, status=status.value,
            reason=reason.value, priority=Priority.HIGH.value, attempts=attempts, opened_at=at,
            last_attempt_at=at, due_at=at + timedelta(hours=24), reattempt_on=None,
            reattempt_slot=None, assignee_id=assignee.id if assignee else None, closed_at=None,
        )  # fmt: skip
        self.session.add(row)
        self.session.flush()
        self.session.add(
            NdrAttemptRow(
                shop_id=self.id, case_id=row.id, number=attempts, at=at, reason=reason.value,
                raw_code=raw_code, raw_text=reason.value, remark="",
            )
        )  # fmt: skip
        self.session.flush()
        return row
