"""Every table, imported in one place so Alembic sees them all."""

from commerce.db.tables.alerts import AlertRow, AlertTellingRow, AlertWishRow
from commerce.db.tables.approvals import ApprovalLimitRow, DelegationRow, SecondPersonRow
from commerce.db.tables.asking import ChannelProofRow, CustomerPromptRow
from commerce.db.tables.assignment import AgentLeaveRow, NdrAssignmentRow
from commerce.db.tables.base import Base, UtcDateTime
from commerce.db.tables.catalogue import (
    CalendarEventRow,
    CompetitorPriceRow,
    MarketplacePriceRow,
    PlannedPriceRow,
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
from commerce.db.tables.consents import ConsentRow
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
from commerce.db.tables.customers import (
    AddressRow,
    CustomerFigureRow,
    CustomerRow,
    CustomerStrikeRow,
    CustomerWordRow,
)
from commerce.db.tables.deliveries import ArrivalRow, DeliveryPartRow, DeliveryRow
from commerce.db.tables.figures import (
    DailyCasesRow,
    DailyFirstAttemptsRow,
    DailyLanesRow,
    DailyLaneTransitsRow,
    DailyOrderPlacesRow,
    DailyOrdersRow,
    DailyParcelPlacesRow,
    DailyParcelsRow,
    DailySalesRow,
    DailyTransitsRow,
    FigureBookRow,
    FigureStrikeRow,
)
from commerce.db.tables.files import FileRow, OrderFileRow
from commerce.db.tables.imports import ImportMappingRow, ImportRunRow
from commerce.db.tables.library import KnowledgeDocumentRow, KnowledgePassageRow
from commerce.db.tables.memories import PersonMemoryRow
from commerce.db.tables.messaging import EarlyNoteRow, MessageTemplateRow
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
from commerce.db.tables.privacy import ErasureRow
from commerce.db.tables.records import AuditRow, AuditSealRow, EventRow, OutboxRow
from commerce.db.tables.risks import OrderRiskRow
from commerce.db.tables.schedules import ReportScheduleRow
from commerce.db.tables.score_files import ScoreFileRow
from commerce.db.tables.shops import ChannelIdentityRow, PersonRow, ShopRow, SignInRow
from commerce.db.tables.sla import ShopHolidayRow, SlaTermRow
from commerce.db.tables.spending import LlmSpendingRow
from commerce.db.tables.workflows import (
    TaskRow,
    WorkflowEventRow,
    WorkflowRow,
    WorkflowRunRow,
    WorkflowStepRow,
    WorkflowVersionRow,
)

__all__ = [
    "AddressRow",
    "AgentLeaveRow",
    "AlertRow",
    "AlertTellingRow",
    "AlertWishRow",
    "ApprovalLimitRow",
    "ApprovalRow",
    "ArrivalRow",
    "AuditRow",
    "AuditSealRow",
    "Base",
    "CalendarEventRow",
    "ChannelIdentityRow",
    "ChannelProofRow",
    "CompetitorPriceRow",
    "ConsentRow",
    "ConversationRow",
    "CustomerFigureRow",
    "CustomerPromptRow",
    "CustomerRow",
    "CustomerStrikeRow",
    "CustomerWordRow",
    "DailyCasesRow",
    "DailyFirstAttemptsRow",
    "DailyLaneTransitsRow",
    "DailyLanesRow",
    "DailyOrderPlacesRow",
    "DailyOrdersRow",
    "DailyParcelPlacesRow",
    "DailyParcelsRow",
    "DailySalesRow",
    "DailyTransitsRow",
    "DelegationRow",
    "DeliveryPartRow",
    "DeliveryRow",
    "EarlyNoteRow",
    "ErasureRow",
    "EventRow",
    "FigureBookRow",
    "FigureStrikeRow",
    "FileRow",
    "HandOverRow",
    "ImportMappingRow",
    "ImportRunRow",
    "KnowledgeDocumentRow",
    "KnowledgePassageRow",
    "LlmSpendingRow",
    "MarketplacePriceRow",
    "MessageRow",
    "MessageTemplateRow",
    "NdrActionRow",
    "NdrAssignmentRow",
    "NdrAttemptRow",
    "NdrCaseRow",
    "OrderFileRow",
    "OrderHistoryRow",
    "OrderItemRow",
    "OrderRiskRow",
    "OrderRow",
    "OutboxRow",
    "PaymentRow",
    "PersonMemoryRow",
    "PersonRow",
    "PlannedPriceRow",
    "PriceChangeRow",
    "ProductRow",
    "ReceiptRow",
    "ReportScheduleRow",
    "ReviewRow",
    "ScanRow",
    "ScoreFileRow",
    "SecondPersonRow",
    "SharedAnswerRow",
    "ShipmentRow",
    "ShopHolidayRow",
    "ShopRow",
    "SignInRow",
    "SlaTermRow",
    "StockMovementRow",
    "StockRow",
    "SupplierItemRow",
    "SupplierRow",
    "TaskRow",
    "ToolCallRow",
    "TurnRow",
    "UnmappedCodeRow",
    "UtcDateTime",
    "VariantRow",
    "WarehouseRow",
    "WorkflowEventRow",
    "WorkflowRow",
    "WorkflowRunRow",
    "WorkflowStepRow",
    "WorkflowVersionRow",
]
