"""What shops and marketplaces call where an order stands and how it is paid, in our words."""

import re
from functools import lru_cache

from commerce.vocabulary import OrderStatus, PaymentMethod, PaymentStatus

_STATUSES = (
    (OrderStatus.RTO, r"\brto\b|return(ed|ing)? to (seller|origin|shipper)|rejected by buyer"),
    (OrderStatus.RETURNED, r"refund|return|exchange"),
    (OrderStatus.CANCELLED, r"cancel|trash|void"),
    (OrderStatus.FAILED, r"fail(ed)?$|declined|expired"),
    (OrderStatus.ON_HOLD, r"\bhold\b"),
    (OrderStatus.SHIPPED, r"not delivered|undelivered|delivery (attempt )?failed"),
    (OrderStatus.DELIVERED, r"delivered|complete|fulfilled$"),
    (OrderStatus.PROCESSING, r"unshipped|unfulfilled|ready to (ship|dispatch)|packed|manifest"
                             r"|pick ?up (pending|scheduled)|waiting for pick"),
    (OrderStatus.SHIPPED, r"shipp(ed|ing)|in ?transit|dispatched|out for delivery|picked ?up"
                          r"|\blost\b|damaged|reached"),
    (OrderStatus.CONFIRMED, r"confirm|accepted|approved|\bpaid\b"),
    (OrderStatus.PROCESSING, r"process"),
    (OrderStatus.PENDING, r"pending|\bnew\b|placed|created|unpaid|awaiting|on-?draft|open"),
)  # fmt: skip
"""Looked for in this order: `Shipped - Returned to Seller` is RTO, `unshipped` is not shipped."""

_METHODS = (
    (PaymentMethod.COD, r"\bcod\b|cash on delivery|cash.on.delivery|pay on delivery"),
    (PaymentMethod.UPI, r"\bupi\b|\bg(oogle )?pay\b|\bbhim\b|phone ?pe"),
    (PaymentMethod.NET_BANKING, r"net ?banking"),
    (PaymentMethod.EMI, r"\bemis?\b|pay ?later|simpl\b|snapmint|lazypay"),
    (PaymentMethod.BANK_TRANSFER, r"bank (deposit|transfer)|\bneft\b|\bimps\b|\brtgs\b|\bbacs\b"),
    (PaymentMethod.WALLET, r"wallets?\b|mobikwik|amazon pay"),
    (PaymentMethod.CARD, r"\bcards?\b|shopify.payments|\bstripe\b|\bvisa\b|mastercard|rupay"),
)
"""What is looked for in the name of a gateway. One that names several, or none, is Other; cash on
delivery anywhere is COD, since the rest is collected at the door."""

_NOT_PAID = frozenset({"", "0", "no", "n", "false"})


@lru_cache(maxsize=1024)
def order_status(said: str) -> OrderStatus | None:
    """Return where an order stands; `None` where no word of it is known."""
    words = " ".join(re.sub(r"[\W_]+", " ", said.lower()).split()).removeprefix("wc ")
    return next((status for status, known in _STATUSES if re.search(known, words)), None)


@lru_cache(maxsize=1024)
def payment_method(said: str) -> PaymentMethod:
    """Return how an order is paid, from the gateways a shop names (`A + B` where several)."""
    words = re.sub(r"gift.?card", "", said.lower())
    found = [method for method, pattern in _METHODS if re.search(pattern, words)]
    if PaymentMethod.COD in found:
        return PaymentMethod.COD
    return found[0] if len(found) == 1 else PaymentMethod.OTHER


def is_cod(said: str) -> bool | None:
    """Tell whether a column of its own says cash on delivery; `None` where it says nothing."""
    word = said.strip().lower()
    if not word:
        return None
    return word not in _NOT_PAID and not re.search(r"prepaid|online|non.?cod", word)


def payment_status(method: PaymentMethod, status: OrderStatus, *, refunded: bool) -> PaymentStatus:
    """Return whether the money has come, as far as where the order stands tells.

    A marketplace collects at the door itself, so its orders count as paid from the start.
    """
    if status in (OrderStatus.CANCELLED, OrderStatus.FAILED):
        return PaymentStatus.REFUNDED if refunded else PaymentStatus.FAILED
    if refunded or status is OrderStatus.RETURNED:
        return PaymentStatus.REFUNDED
    if method is PaymentMethod.COD:
        match status:
            case OrderStatus.DELIVERED:
                return PaymentStatus.COD_COLLECTED
            case OrderStatus.RTO:
                return PaymentStatus.FAILED
            case _:
                return PaymentStatus.COD_PENDING
    return PaymentStatus.PENDING if status is OrderStatus.PENDING else PaymentStatus.PAID
