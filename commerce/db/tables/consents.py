"""What customers said about being written to."""

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, Id, Moment, Name, ShopId, Word, ref


class ConsentRow(Base):
    """One time that somebody agreed to be written to, or asked not to be. Rows are only added.

    The latest row of a purpose holds: for every channel, or for the one it names. It is about a
    customer, or about a phone number or address whoever's it is.
    """

    __tablename__ = "consents"
    __table_args__ = (
        Index(None, "shop_id", "customer_id"),
        Index(None, "shop_id", "contact"),
    )

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    customer_id: Mapped[int | None] = ref("customers")
    """`None` where it is about a contact that is nobody's yet."""
    contact: Mapped[Name | None]
    """A phone number in E.164 or an e-mail address; `None` is however the customer is reached."""
    purpose: Mapped[Word]
    """A value of `commerce.customers.Purpose`."""
    channel: Mapped[Word | None]
    """A value of `commerce.vocabulary.MessageChannel`; `None` is all of them."""
    standing: Mapped[Word]
    """A value of `commerce.customers.Standing`."""
    business: Mapped[Name]
    """The name that the customer knew the business by."""
    source: Mapped[Word]
    """Who told it: `team`, `customer` or `file`."""
    words: Mapped[str] = mapped_column(Text)
    """What was said, or where it is written."""
    person_id: Mapped[int | None] = ref("people")
    """Who wrote it down."""
    at: Mapped[Moment]
