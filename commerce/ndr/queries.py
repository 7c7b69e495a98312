"""All SQL of undelivered parcels."""

from sqlalchemy import select

from commerce.context import Context
from commerce.db.tables import UnmappedCodeRow


def count_unmapped(ctx: Context, courier: str, raw_code: str, raw_text: str) -> None:
    """Add one to how often an unknown code was seen."""
    row = ctx.session.scalar(
        select(UnmappedCodeRow).where(
            UnmappedCodeRow.shop_id == ctx.actor.shop_id,
            UnmappedCodeRow.courier == courier,
            UnmappedCodeRow.raw_code == raw_code,
            UnmappedCodeRow.raw_text == raw_text,
        )
    )
    if row is None:
        row = UnmappedCodeRow(
            shop_id=ctx.actor.shop_id, courier=courier, raw_code=raw_code, raw_text=raw_text,
            seen=0, first_at=ctx.now, last_at=ctx.now,
        )  # fmt: skip
        ctx.session.add(row)
    row.seen += 1
    row.last_at = ctx.now
