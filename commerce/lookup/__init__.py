"""What exists in the shop, for understanding what people write: read-only, in the actor's scope."""

from commerce.lookup.queries import (
    customers_named,
    has_parcel,
    having_words,
    number_ends,
    open_cases,
    order_exists,
    order_of_parcel,
    orders_ending,
    parcel_exists,
    recent_orders,
    words_of_customers,
)
from commerce.lookup.types import NamedDays, ShopVocabulary
from commerce.lookup.vocabulary import vocabulary

__all__ = [
    "NamedDays",
    "ShopVocabulary",
    "customers_named",
    "has_parcel",
    "having_words",
    "number_ends",
    "open_cases",
    "order_exists",
    "order_of_parcel",
    "orders_ending",
    "parcel_exists",
    "recent_orders",
    "vocabulary",
    "words_of_customers",
]
