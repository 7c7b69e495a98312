"""Every table, imported in one place so Alembic sees them all."""

from commerce.db.tables.approvals import ApprovalLimitRow, DelegationRow, SecondPersonRow
from commerce.db.tables.base import Base, UtcDateTime
from commerce.db.tables.catalogue import (
    CalendarEventRow,
    CompetitorPriceRow,
    MarketplacePriceRow,
    PriceChangeRow,
    ProductRow,
    ReviewRow,
    StockMovementRow,
    StockRow,
    SupplierItemRow,
    SupplierRow,
    VariantRow,
    WarehouseRow,
)
from commerce.db.tables.conversations import (
    ApprovalRow,
    ConversationRow,
    HandOverRow,
    MessageRow,
    ReceiptRow,
    SharedAnswerRow,
    ToolCallRow,
    TurnRow,
)
from commerce.db.tables.customers import AddressRow, CustomerRow, CustomerWordRow
from commerce.db.tables.figures import (
    DailyCasesRow,
    DailyOrderPlacesRow,
    DailyOrdersRow,
    DailyParcelPlacesRow,
    DailyParcelsRow,
    DailySalesRow,
    FigureBookRow,
    FigureStrikeRow,
)
from commerce.db.tables.files import FileRow, OrderFileRow
from commerce.db.tables.imports import ImportMappingRow, ImportRunRow
from commerce.db.tables.orders import OrderHistoryRow, OrderItemRow, OrderRow
from commerce.db.tables.parcels import (
    NdrActionRow,
    NdrAttemptRow,
    NdrCaseRow,
    ScanRow,
    ShipmentRow,
    UnmappedCodeRow,
)
from commerce.db.tables.payments import PaymentRow
from commerce.db.tables.records import AuditRow, AuditSealRow, EventRow, OutboxRow
from commerce.db.tables.shops import ChannelIdentityRow, PersonRow, ShopRow, SignInRow

__all__ = [
    "AddressRow",
    "ApprovalLimitRow",
    "ApprovalRow",
    "AuditRow",
    "AuditSealRow",
    "Base",
    "CalendarEventRow",
    "ChannelIdentityRow",
    "CompetitorPriceRow",
    "ConversationRow",
    "CustomerRow",
    "CustomerWordRow",
    "DailyCasesRow",
    "DailyOrderPlacesRow",
    "DailyOrdersRow",
    "DailyParcelPlacesRow",
    "DailyParcelsRow",
    "DailySalesRow",
    "DelegationRow",
    "EventRow",
    "FigureBookRow",
    "FigureStrikeRow",
    "FileRow",
    "HandOverRow",
    "ImportMappingRow",
    "ImportRunRow",
    "MarketplacePriceRow",
    "MessageRow",
    "NdrActionRow",
    "NdrAttemptRow",
    "NdrCaseRow",
    "OrderFileRow",
    "OrderHistoryRow",
    "OrderItemRow",
    "OrderRow",
    "OutboxRow",
    "PaymentRow",
    "PersonRow",
    "PriceChangeRow",
    "ProductRow",
    "ReceiptRow",
    "ReviewRow",
    "ScanRow",
    "SecondPersonRow",
    "SharedAnswerRow",
    "ShipmentRow",
    "ShopRow",
    "SignInRow",
    "StockMovementRow",
    "StockRow",
    "SupplierItemRow",
    "SupplierRow",
    "ToolCallRow",
    "TurnRow",
    "UnmappedCodeRow",
    "UtcDateTime",
    "VariantRow",
    "WarehouseRow",
]
