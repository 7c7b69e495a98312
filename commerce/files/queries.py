"""All SQL of files."""

from datetime import datetime

from sqlalchemy import CursorResult, delete, exists, select, update

from commerce.context import Context
from commerce.db.tables import FileRow, OrderFileRow, PersonRow
from commerce.files.types import FileKind, OrderFile, StoredFile


def add(
    ctx: Context, *, file_id: str, name: str, kind: FileKind, size: int, sha256: str,
    expires_at: datetime | None,
) -> None:  # fmt: skip
    """Write a file of the actor down."""
    ctx.session.add(
        FileRow(
            id=file_id, shop_id=ctx.actor.shop_id, person_id=ctx.actor.person_id, name=name,
            kind=kind.value, size=size, sha256=sha256, at=ctx.now, expires_at=expires_at,
        )
    )  # fmt: skip
    ctx.session.flush()


def of_id(ctx: Context, file_id: str) -> tuple[StoredFile, bool, bool] | None:
    """Return a file of the shop, whether it is a customer's, and whether an order has it."""
    with_order = exists().where(
        OrderFileRow.shop_id == ctx.actor.shop_id, OrderFileRow.file_id == FileRow.id
    )
    found = ctx.session.execute(
        select(FileRow, PersonRow.customer_id, with_order)
        .join(PersonRow, PersonRow.id == FileRow.person_id)
        .where(
            FileRow.shop_id == ctx.actor.shop_id,
            FileRow.id == file_id,
            PersonRow.shop_id == ctx.actor.shop_id,
        )
    ).one_or_none()
    if found is None:
        return None
    row, customer_id, is_linked = found
    return _stored(row), customer_id is not None, bool(is_linked)


def take_expired(ctx: Context, most: int) -> list[str]:
    """Forget files of the shop that nobody can open any more, and return their ids."""
    gone = list(
        ctx.session.scalars(
            select(FileRow.id)
            .where(FileRow.shop_id == ctx.actor.shop_id, FileRow.expires_at <= ctx.now)
            .limit(most)
        )
    )
    if gone:
        ctx.session.execute(
            delete(FileRow).where(FileRow.shop_id == ctx.actor.shop_id, FileRow.id.in_(gone))
        )
    return gone


def of_order(ctx: Context, order_id: int) -> list[OrderFile]:
    """Return the files kept with an order, and who put each there."""
    found = ctx.session.execute(
        select(FileRow, OrderFileRow.at, PersonRow.name)
        .join(OrderFileRow, OrderFileRow.file_id == FileRow.id)
        .join(PersonRow, PersonRow.id == OrderFileRow.person_id)
        .where(
            FileRow.shop_id == ctx.actor.shop_id,
            OrderFileRow.shop_id == ctx.actor.shop_id,
            OrderFileRow.order_id == order_id,
            PersonRow.shop_id == ctx.actor.shop_id,
        )
        .order_by(OrderFileRow.id)
    )
    return [OrderFile(file=_stored(row), at=at, by=by) for row, at, by in found]


def link(ctx: Context, order_id: int, file_id: str) -> None:
    """Keep a file with an order, for as long as the order is kept."""
    ctx.session.execute(
        update(FileRow)
        .where(FileRow.shop_id == ctx.actor.shop_id, FileRow.id == file_id)
        .values(expires_at=None)
    )
    ctx.session.add(
        OrderFileRow(
            shop_id=ctx.actor.shop_id, order_id=order_id, file_id=file_id,
            person_id=ctx.actor.person_id, at=ctx.now,
        )
    )  # fmt: skip
    ctx.session.flush()


def unlink(ctx: Context, order_id: int, file_id: str) -> bool:
    """Take a file away from an order, and tell whether it was there."""
    done = ctx.session.execute(
        delete(OrderFileRow).where(
            OrderFileRow.shop_id == ctx.actor.shop_id,
            OrderFileRow.order_id == order_id,
            OrderFileRow.file_id == file_id,
        )
    )
    return isinstance(done, CursorResult) and done.rowcount > 0


def _stored(row: FileRow) -> StoredFile:
    return StoredFile(
        id=row.id, shop_id=row.shop_id, person_id=row.person_id, name=row.name,
        kind=FileKind(row.kind), size=row.size, sha256=row.sha256, at=row.at,
        expires_at=row.expires_at,
    )  # fmt: skip
