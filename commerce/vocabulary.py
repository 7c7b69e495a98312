"""The platform's closed words. Values are stored and exchanged as they stand here."""

from enum import StrEnum


class OrderStatus(StrEnum):
    """Where an order stands."""

    PENDING = "Pending"
    CONFIRMED = "Confirmed"
    PROCESSING = "Processing"
    SHIPPED = "Shipped"
    DELIVERED = "Delivered"
    CANCELLED = "Cancelled"
    RETURNED = "Returned"
    RTO = "RTO"
    ON_HOLD = "OnHold"
    FAILED = "Failed"


class ShipmentStatus(StrEnum):
    """Where a parcel stands."""

    CREATED = "Created"
    MANIFESTED = "Manifested"
    PICKED_UP = "PickedUp"
    IN_TRANSIT = "InTransit"
    REACHED_DESTINATION = "ReachedDestination"
    OUT_FOR_DELIVERY = "OutForDelivery"
    DELIVERED = "Delivered"
    DELIVERY_FAILED = "DeliveryFailed"
    RTO_INITIATED = "RTOInitiated"
    RTO_IN_TRANSIT = "RTOInTransit"
    RTO_DELIVERED = "RTODelivered"
    CANCELLED = "Cancelled"
    LOST = "Lost"


class NdrReason(StrEnum):
    """Why the courier could not deliver, in the platform's words."""

    CUSTOMER_NOT_AVAILABLE = "CustomerNotAvailable"
    CUSTOMER_REFUSED = "CustomerRefused"
    INCORRECT_ADDRESS = "IncorrectAddress"
    FUTURE_DELIVERY_REQUESTED = "FutureDeliveryRequested"
    CUSTOMER_UNREACHABLE = "CustomerUnreachable"
    PREMISES_CLOSED = "PremisesClosed"
    CUSTOMER_OUT_OF_STATION = "CustomerOutOfStation"
    COD_NOT_READY = "CODNotReady"
    ADDRESS_CHANGE_REQUESTED = "AddressChangeRequested"
    PRODUCT_DAMAGED = "ProductDamaged"
    OPEN_DELIVERY_REQUESTED = "OpenDeliveryRequested"
    SECURITY_RESTRICTION = "SecurityRestriction"
    WEATHER_ISSUE = "WeatherIssue"
    OTHER = "Other"


class NdrStatus(StrEnum):
    """Where an NDR case stands."""

    OPEN = "Open"
    ASSIGNED = "Assigned"
    CUSTOMER_CONTACTED = "CustomerContacted"
    REATTEMPT_SCHEDULED = "ReattemptScheduled"
    REATTEMPT_IN_PROGRESS = "ReattemptInProgress"
    DELIVERED = "Delivered"
    RTO_INITIATED = "RTOInitiated"
    CLOSED_DELIVERED = "ClosedDelivered"
    CLOSED_RTO = "ClosedRTO"
    CLOSED_ADDRESS_UPDATED = "ClosedAddressUpdated"
    ESCALATED = "Escalated"


OPEN_NDR_STATUSES = (
    NdrStatus.OPEN,
    NdrStatus.ASSIGNED,
    NdrStatus.CUSTOMER_CONTACTED,
    NdrStatus.REATTEMPT_SCHEDULED,
    NdrStatus.REATTEMPT_IN_PROGRESS,
    NdrStatus.ESCALATED,
)
"""A case in one of these still waits for its parcel to be delivered or sent back."""


class NdrActionType(StrEnum):
    """What was done about an NDR case."""

    PHONE_CALL = "PhoneCall"
    WHATSAPP_MESSAGE = "WhatsAppMessage"
    SMS = "SMS"
    EMAIL = "Email"
    REATTEMPT_REQUESTED = "ReattemptRequested"
    ADDRESS_UPDATED = "AddressUpdated"
    RTO_INITIATED = "RTOInitiated"
    ESCALATED = "Escalated"
    REMARK_ADDED = "RemarkAdded"
    REASSIGNED = "Reassigned"
    CALLBACK_SCHEDULED = "CallbackScheduled"


class NdrOutcome(StrEnum):
    """What the customer said when reached."""

    WILL_ACCEPT = "WillAccept"
    WRONG_ADDRESS = "WrongAddress"
    RESCHEDULE = "Reschedule"
    REFUSE = "Refuse"
    NOT_REACHABLE = "NotReachable"
    NO_RESPONSE = "NoResponse"


class MessageChannel(StrEnum):
    """How a customer can be written to."""

    WHATSAPP = "whatsapp"
    SMS = "sms"
    EMAIL = "email"


class Priority(StrEnum):
    """How soon a case should be worked."""

    URGENT = "Urgent"
    HIGH = "High"
    NORMAL = "Normal"


class PaymentMethod(StrEnum):
    """How the customer pays."""

    COD = "COD"
    CARD = "Card"
    UPI = "UPI"
    NET_BANKING = "NetBanking"
    WALLET = "Wallet"
    EMI = "EMI"
    BANK_TRANSFER = "BankTransfer"
    OTHER = "Other"


class PaymentStatus(StrEnum):
    """Whether the money has come."""

    PENDING = "Pending"
    PAID = "Paid"
    FAILED = "Failed"
    REFUNDED = "Refunded"
    PARTIALLY_REFUNDED = "PartiallyRefunded"
    COD_PENDING = "CODPending"
    COD_COLLECTED = "CODCollected"


class SalesChannel(StrEnum):
    """Where an order was placed."""

    SHOPIFY = "Shopify"
    AMAZON = "Amazon"
    FLIPKART = "Flipkart"
    MEESHO = "Meesho"
    WOOCOMMERCE = "WooCommerce"
    CUSTOM = "Custom"


class CourierType(StrEnum):
    """Who carries a parcel."""

    SHIPROCKET = "Shiprocket"
    DELHIVERY = "Delhivery"
    BLUE_DART = "BlueDart"
    DTDC = "DTDC"
    ECOM_EXPRESS = "EcomExpress"
    XPRESSBEES = "XpressBees"
    SHADOWFAX = "Shadowfax"
    CUSTOM = "Custom"


class DeliverySlot(StrEnum):
    """Part of the day asked for, in the shop's zone."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


SLOT_HOURS = {
    DeliverySlot.MORNING: (9, 13),
    DeliverySlot.AFTERNOON: (13, 17),
    DeliverySlot.EVENING: (17, 21),
}
"""First hour and end hour of each slot."""


class Weekday(StrEnum):
    """A day of the week."""

    MONDAY = "Monday"
    TUESDAY = "Tuesday"
    WEDNESDAY = "Wednesday"
    THURSDAY = "Thursday"
    FRIDAY = "Friday"
    SATURDAY = "Saturday"
    SUNDAY = "Sunday"

    @property
    def number(self) -> int:
        """0 is Monday."""
        return list(type(self)).index(self)

    @property
    def short(self) -> str:
        """`mon` to `sun`, as workflows write it."""
        return self.value[:3].lower()
