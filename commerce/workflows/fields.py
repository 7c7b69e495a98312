"""What a workflow can look at: every field by name, with its type and what it comes from.

The builder, the chat and the checks all read this list. Names are said by the catalogue's messages
`workflow-field-<subject>-<name>`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

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


class FieldType(StrEnum):
    """What kind of value a field has, and so how it can be compared."""

    MONEY = "money"
    """In whole currency units: 1000 is ₹1,000."""
    NUMBER = "number"
    TEXT = "text"
    CHOICE = "choice"
    YES_NO = "yes_no"
    WORDS = "words"
    """Several short texts, such as tags."""


class Op(StrEnum):
    """How a field is compared with a value."""

    IS = "is"
    IS_NOT = "is_not"
    ABOVE = "above"
    AT_LEAST = "at_least"
    BELOW = "below"
    AT_MOST = "at_most"
    ONE_OF = "one_of"
    NONE_OF = "none_of"
    HAS = "has"
    """A text holds a text, or a list holds a word."""
    HAS_NOT = "has_not"
    KNOWN = "known"
    """With `true` or `false`: whether there is any value."""


_ORDER: Final = (Op.ABOVE, Op.AT_LEAST, Op.BELOW, Op.AT_MOST)
OPS: Final[Mapping[FieldType, tuple[Op, ...]]] = {
    FieldType.MONEY: (Op.IS, Op.IS_NOT, *_ORDER, Op.KNOWN),
    FieldType.NUMBER: (Op.IS, Op.IS_NOT, *_ORDER, Op.KNOWN),
    FieldType.TEXT: (Op.IS, Op.IS_NOT, Op.ONE_OF, Op.NONE_OF, Op.HAS, Op.HAS_NOT, Op.KNOWN),
    FieldType.CHOICE: (Op.IS, Op.IS_NOT, Op.ONE_OF, Op.NONE_OF, Op.KNOWN),
    FieldType.YES_NO: (Op.IS, Op.KNOWN),
    FieldType.WORDS: (Op.HAS, Op.HAS_NOT, Op.KNOWN),
}
"""Which comparisons a type allows, the likeliest first."""


class Subject(StrEnum):
    """What a run is about. Who has one has also what it leads to (`REACHES`)."""

    ORDER = "order"
    PARCEL = "parcel"
    CUSTOMER = "customer"
    PRODUCT = "product"
    SHOP = "shop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing a condition or a text can name."""

    name: str
    type: FieldType
    choices: tuple[str, ...] = ()

    @property
    def of(self) -> str:
        """What it belongs to: `order` of `order.total`."""
        return self.name.partition(".")[0]

    @property
    def words(self) -> str:
        """The key of what it is called."""
        return "workflow-field-" + self.name.replace(".", "-").replace("_", "-")


REACHES: Final[Mapping[Subject, tuple[str, ...]]] = {
    Subject.ORDER: ("order", "parcel", "ndr", "customer", "score"),
    Subject.PARCEL: ("parcel", "order", "ndr", "customer", "score"),
    Subject.CUSTOMER: ("customer",),
    Subject.PRODUCT: ("product",),
    Subject.SHOP: (),
}
"""Whose fields a run about something can name, beside `event`, `wait` and `shop`."""

EVERYWHERE: Final = ("event", "wait", "shop")


def _fields() -> tuple[Field, ...]:
    money, number, text = FieldType.MONEY, FieldType.NUMBER, FieldType.TEXT
    choice, yes_no, words = FieldType.CHOICE, FieldType.YES_NO, FieldType.WORDS

    def of(subject: str, **types: FieldType | type[StrEnum]) -> tuple[Field, ...]:
        return tuple(
            Field(name=f"{subject}.{name}", type=kind)
            if isinstance(kind, FieldType)
            else Field(name=f"{subject}.{name}", type=choice, choices=tuple(kind))
            for name, kind in types.items()
        )

    return (
        *of(
            "order", number=text, status=OrderStatus, total=money, payment_method=PaymentMethod,
            payment_status=PaymentStatus, channel=SalesChannel, pieces=number, tags=words,
            city=text, state=text, pincode=text, address_complete=yes_no, hours_old=number,
        ),
        *of(
            "parcel", awb=text, status=ShipmentStatus, courier=CourierType, attempts=number,
            cod=money, hours_late=number, hours_silent=number,
        ),
        *of(
            "ndr", reason=NdrReason, status=NdrStatus, priority=Priority, attempts=number,
            assignee=text, hours_open=number, hours_left=number,
        ),
        *of(
            "customer", name=text, language=text, orders=number, delivered=number,
            came_back=number, spent=money, is_new=yes_no, days_since_order=number,
        ),
        *of("product", sku=text, title=text, pieces=number, threshold=number),
        *of("score", rto_risk=number),
        *of(
            "event", kind=text, reason=text, status=text, rating=number, text=text, channel=text,
            value=number,
        ),
        *of("wait", happened=yes_no),
        *of("shop", name=text, today=text),
    )  # fmt: skip


FIELDS: Final[Mapping[str, Field]] = {field.name: field for field in _fields()}
"""Every field by its name."""


def fields_for(subject: Subject) -> tuple[Field, ...]:
    """Return what a run about something can look at."""
    reached = {*REACHES[subject], *EVERYWHERE}
    return tuple(field for field in FIELDS.values() if field.of in reached)
