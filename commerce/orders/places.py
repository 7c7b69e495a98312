"""SQL about where an order goes."""

from collections.abc import Mapping

from sqlalchemy import select

from commerce.context import Context
from commerce.db.tables import AddressRow, OrderRow

_WRITTEN = (
    "name", "line1", "line2", "landmark", "city", "state", "pincode", "country", "phone",
)  # fmt: skip


def address_of(ctx: Context, order: OrderRow) -> AddressRow:
    """Return the address an order goes to now."""
    return ctx.session.scalars(
        select(AddressRow).where(
            AddressRow.shop_id == ctx.actor.shop_id, AddressRow.id == order.address_id
        )
    ).one()


def on_one_line(address: AddressRow) -> str:
    """Return an address as it stands on a label, with who receives it."""
    parts = (
        address.name, address.line1, address.line2, address.landmark, address.city, address.state,
        address.pincode,
    )  # fmt: skip
    return ", ".join(part for part in parts if part)


def address_like(ctx: Context, was: AddressRow, changed: Mapping[str, str | None]) -> int:
    """Return the customer's address that is as `was` but for what changed; add it where new."""
    wanted = {part: changed.get(part, getattr(was, part)) for part in _WRITTEN}
    known = ctx.session.scalar(
        select(AddressRow.id)
        .where(
            AddressRow.shop_id == ctx.actor.shop_id,
            AddressRow.customer_id == was.customer_id,
            *(getattr(AddressRow, part) == value for part, value in wanted.items()),
        )
        .order_by(AddressRow.id)
        .limit(1)
    )
    if known is not None:
        return known
    row = AddressRow(shop_id=ctx.actor.shop_id, customer_id=was.customer_id, **wanted)
    ctx.session.add(row)
    ctx.session.flush()
    return row.id
