"""All SQL of files."""

from sqlalchemy import select

from commerce.context import Context
from commerce.db.tables import FileRow, PersonRow
from commerce.files.types import FileKind, StoredFile


def add(ctx: Context, *, file_id: str, name: str, kind: FileKind, size: int, sha256: str) -> None:
    """Write a file of the actor down."""
    ctx.session.add(
        FileRow(
            id=file_id,
            shop_id=ctx.actor.shop_id,
            person_id=ctx.actor.person_id,
            name=name,
            kind=kind.value,
            size=size,
            sha256=sha256,
            at=ctx.now,
        )
    )
    ctx.session.flush()


def of_id(ctx: Context, file_id: str) -> tuple[StoredFile, bool] | None:
    """Return a file of the shop, and whether it is a customer's."""
    found = ctx.session.execute(
        select(FileRow, PersonRow.customer_id)
        .join(PersonRow, PersonRow.id == FileRow.person_id)
        .where(
            FileRow.shop_id == ctx.actor.shop_id,
            FileRow.id == file_id,
            PersonRow.shop_id == ctx.actor.shop_id,
        )
    ).one_or_none()
    if found is None:
        return None
    row, customer_id = found
    file = StoredFile(
        id=row.id,
        shop_id=row.shop_id,
        person_id=row.person_id,
        name=row.name,
        kind=FileKind(row.kind),
        size=row.size,
        sha256=row.sha256,
        at=row.at,
    )
    return file, customer_id is not None
