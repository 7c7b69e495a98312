"""What the shop sells, where it lies, who supplies it and what others charge."""

from typing import Any

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, Id, Minor, Moment, Name, ShopId, Word, ref


class ProductRow(Base):
    """One product; what is sold is its variants."""

    __tablename__ = "products"
    __table_args__ = (Index(None, "shop_id", "category"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    title: Mapped[Name]
    category: Mapped[Word]
    hsn: Mapped[Word]
    tax_class: Mapped[Word]
    """GST rate in percent as text (`5`, `18`), or `apparel` where the price decides."""
    created_at: Mapped[Moment]


class VariantRow(Base):
    """One sellable size, colour or pack, known by its SKU."""

    __tablename__ = "variants"
    __table_args__ = (UniqueConstraint("shop_id", "sku"), Index(None, "shop_id", "product_id"))

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    product_id: Mapped[int] = ref("products")
    sku: Mapped[Name]
    title: Mapped[Name]
    """Product title with the option: `Cotton Kurti, Blue, L`."""
    price_minor: Mapped[Minor]
    cost_minor: Mapped[Minor]
    mrp_minor: Mapped[Minor]
    weight_grams: Mapped[int]
    is_active: Mapped[bool]


class WarehouseRow(Base):
    """A place stock lies."""

    __tablename__ = "warehouses"
    __table_args__ = (UniqueConstraint("shop_id", "code"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    code: Mapped[Word]
    name: Mapped[Name]
    city: Mapped[Name]
    pincode: Mapped[Word]


class StockRow(Base):
    """How many of a variant lie in a warehouse."""

    __tablename__ = "stock"
    __table_args__ = (UniqueConstraint("shop_id", "variant_id", "warehouse_id"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    variant_id: Mapped[int] = ref("variants")
    warehouse_id: Mapped[int] = ref("warehouses")
    on_hand: Mapped[int]
    reserved: Mapped[int]
    """Promised to open orders; `on_hand - reserved` can be sold."""


class StockMovementRow(Base):
    """One change of stock."""

    __tablename__ = "stock_movements"
    __table_args__ = (Index(None, "shop_id", "variant_id", "at"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    variant_id: Mapped[int] = ref("variants")
    warehouse_id: Mapped[int] = ref("warehouses")
    quantity: Mapped[int]
    """Positive in, negative out."""
    reason: Mapped[Word]
    """`sale`, `return`, `purchase`, `correction`, `damage`, `lost`, `found`, `expired`, `sample`,
    `cancelled`."""
    reference: Mapped[Name]
    at: Mapped[Moment]


class SupplierRow(Base):
    """Whom the shop buys from."""

    __tablename__ = "suppliers"

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    name: Mapped[Name]
    city: Mapped[Name]


class SupplierItemRow(Base):
    """A variant as one supplier sells it."""

    __tablename__ = "supplier_items"
    __table_args__ = (UniqueConstraint("shop_id", "supplier_id", "variant_id"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    supplier_id: Mapped[int] = ref("suppliers")
    variant_id: Mapped[int] = ref("variants")
    cost_minor: Mapped[Minor]
    lead_days_mean: Mapped[float]
    lead_days_sd: Mapped[float]
    minimum_quantity: Mapped[int]


class PriceChangeRow(Base):
    """The price of a variant, from a moment on."""

    __tablename__ = "price_changes"
    __table_args__ = (Index(None, "shop_id", "variant_id", "at"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    variant_id: Mapped[int] = ref("variants")
    price_minor: Mapped[Minor]
    at: Mapped[Moment]
    why: Mapped[Word]


class PlannedPriceRow(Base):
    """A price that shall hold from a day to come."""

    __tablename__ = "planned_prices"
    __table_args__ = (Index(None, "status", "due_at"), Index(None, "shop_id", "variant_id"))

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    variant_id: Mapped[int] = ref("variants")
    person_id: Mapped[int] = ref("people")
    """Who asked for it."""
    price_minor: Mapped[Minor]
    due_at: Mapped[Moment]
    status: Mapped[Word]
    """A `commerce.pricing.PriceStatus`."""
    created_at: Mapped[Moment]


class MarketplacePriceRow(Base):
    """What one marketplace shows for a variant: the MRP printed on it, and what it sells for."""

    __tablename__ = "marketplace_prices"
    __table_args__ = (UniqueConstraint("shop_id", "variant_id", "marketplace"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    variant_id: Mapped[int] = ref("variants")
    marketplace: Mapped[Word]
    """As sellers name it: `Amazon`, `Amazon FBA`, `Myntra`."""
    mrp_minor: Mapped[int | None] = mapped_column(BigInteger)
    price_minor: Mapped[int | None] = mapped_column(BigInteger)
    updated_at: Mapped[Moment]


class CompetitorPriceRow(Base):
    """What a competitor asked for the same thing."""

    __tablename__ = "competitor_prices"
    __table_args__ = (Index(None, "shop_id", "variant_id", "at"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    variant_id: Mapped[int] = ref("variants")
    competitor: Mapped[Name]
    price_minor: Mapped[Minor]
    at: Mapped[Moment]


class ReviewRow(Base):
    """What a customer wrote about a product."""

    __tablename__ = "reviews"
    __table_args__ = (Index(None, "shop_id", "product_id", "at"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    product_id: Mapped[int] = ref("products")
    customer_id: Mapped[int | None] = ref("customers")
    rating: Mapped[int]
    """1 to 5."""
    text: Mapped[str]
    language: Mapped[Word]
    at: Mapped[Moment]


class CalendarEventRow(Base):
    """A festival or a sale, by the dates it really fell on that year."""

    __tablename__ = "calendar_events"
    __table_args__ = (Index(None, "shop_id", "first_day"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    name: Mapped[Name]
    kind: Mapped[Word]
    """`festival` or `sale`."""
    first_day: Mapped[Word]
    """ISO date in the shop's zone."""
    last_day: Mapped[Word]
    details: Mapped[dict[str, Any]]
