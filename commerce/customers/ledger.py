"""SQL about what customers said of being written to. Lines are only added."""

from collections.abc import Sequence

from sqlalchemy import or_, select

from commerce.context import Context
from commerce.db.tables import ConsentRow, CustomerRow


def lines(ctx: Context, customer_id: int, contact: str | None = None) -> Sequence[ConsentRow]:
    """Return what was said by a customer, or by whoever has a contact, the latest first."""
    whose = ConsentRow.customer_id == customer_id
    if contact is not None:
        whose = or_(whose, ConsentRow.contact == contact)
    return ctx.session.scalars(
        select(ConsentRow)
        .where(ConsentRow.shop_id == ctx.actor.shop_id, whose)
        .order_by(ConsentRow.at.desc(), ConsentRow.id.desc())
    ).all()


def add(
    ctx: Context,
    customer_id: int,
    *,
    purpose: str,
    channel: str | None,
    standing: str,
    source: str,
    words: str,
) -> None:
    """Add a line."""
    ctx.session.add(
        ConsentRow(
            shop_id=ctx.actor.shop_id, customer_id=customer_id, contact=None, purpose=purpose,
            channel=channel, standing=standing, business=ctx.shop_name, source=source, words=words,
            person_id=ctx.actor.person_id, at=ctx.now,
        )
    )  # fmt: skip


def name_of(ctx: Context, customer_id: int) -> str | None:
    """Return a customer's name, or `None` where the shop has no such customer."""
    return ctx.session.scalar(
        select(CustomerRow.name).where(
            CustomerRow.shop_id == ctx.actor.shop_id, CustomerRow.id == customer_id
        )
    )
