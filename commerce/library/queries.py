"""All SQL of the shop's own documents."""

from sqlalchemy import func, select, update

from commerce.context import Context
from commerce.db.tables import KnowledgeDocumentRow, KnowledgePassageRow, PersonRow
from commerce.library.types import Document, NewDocument, Passage


def add(ctx: Context, new: NewDocument) -> int:
    """Write a document and its passages down, and return its id."""
    row = KnowledgeDocumentRow(
        shop_id=ctx.actor.shop_id, person_id=ctx.actor.person_id, title=new.title,
        file_name=new.file_name, sha256=new.sha256, for_customers=new.for_customers,
        passages=len(new.passages), at=ctx.now, removed_at=None,
    )  # fmt: skip
    ctx.session.add(row)
    ctx.session.flush()
    ctx.session.add_all(
        KnowledgePassageRow(
            shop_id=ctx.actor.shop_id, document_id=row.id, position=position,
            heading=one.heading[:255], text=one.text, questions=list(one.questions),
            embedder=one.embedder, vectors=one.vectors,
        )
        for position, one in enumerate(new.passages)
    )  # fmt: skip
    ctx.session.flush()
    return row.id


def documents(ctx: Context) -> list[Document]:
    """Return the shop's documents that are told of, the newest first."""
    rows = ctx.session.execute(
        select(KnowledgeDocumentRow, PersonRow.name)
        .join(PersonRow, PersonRow.id == KnowledgeDocumentRow.person_id)
        .where(
            KnowledgeDocumentRow.shop_id == ctx.actor.shop_id,
            PersonRow.shop_id == ctx.actor.shop_id,
            KnowledgeDocumentRow.removed_at.is_(None),
        )
        .order_by(KnowledgeDocumentRow.id.desc())
    )
    return [
        Document(
            id=row.id, title=row.title, file_name=row.file_name,
            for_customers=row.for_customers, passages=row.passages, at=row.at, by=by,
        )
        for row, by in rows
    ]  # fmt: skip


def title_of_same(ctx: Context, sha256: str) -> str | None:
    """Return the title under which the same file is there already."""
    return ctx.session.scalar(
        select(KnowledgeDocumentRow.title)
        .where(
            KnowledgeDocumentRow.shop_id == ctx.actor.shop_id,
            KnowledgeDocumentRow.sha256 == sha256,
            KnowledgeDocumentRow.removed_at.is_(None),
        )
        .limit(1)
    )


def passages_there(ctx: Context) -> int:
    """Return how many passages the shop has."""
    found = ctx.session.scalar(
        select(func.sum(KnowledgeDocumentRow.passages)).where(
            KnowledgeDocumentRow.shop_id == ctx.actor.shop_id,
            KnowledgeDocumentRow.removed_at.is_(None),
        )
    )
    return int(found or 0)


def set_removed(ctx: Context, document_id: int, *, removed: bool) -> bool:
    """Take a document away or put it back, and tell whether that changed anything."""
    was = KnowledgeDocumentRow.removed_at.is_(None)
    changed = ctx.session.scalars(
        update(KnowledgeDocumentRow)
        .where(
            KnowledgeDocumentRow.shop_id == ctx.actor.shop_id,
            KnowledgeDocumentRow.id == document_id,
            was if removed else ~was,
        )
        .values(removed_at=ctx.now if removed else None)
        .returning(KnowledgeDocumentRow.id)
    )
    return changed.one_or_none() is not None


def edition(ctx: Context) -> tuple[int, ...]:
    """Return what changes whenever the shop's documents do: the ids of those told of."""
    return tuple(
        ctx.session.scalars(
            select(KnowledgeDocumentRow.id)
            .where(
                KnowledgeDocumentRow.shop_id == ctx.actor.shop_id,
                KnowledgeDocumentRow.removed_at.is_(None),
            )
            .order_by(KnowledgeDocumentRow.id)
        )
    )


def passages(ctx: Context) -> list[Passage]:
    """Return all passages of the shop's documents that are told of."""
    rows = ctx.session.execute(
        select(KnowledgePassageRow, KnowledgeDocumentRow)
        .join(KnowledgeDocumentRow, KnowledgeDocumentRow.id == KnowledgePassageRow.document_id)
        .where(
            KnowledgePassageRow.shop_id == ctx.actor.shop_id,
            KnowledgeDocumentRow.shop_id == ctx.actor.shop_id,
            KnowledgeDocumentRow.removed_at.is_(None),
        )
        .order_by(KnowledgePassageRow.document_id, KnowledgePassageRow.position)
    )
    return [
        Passage(
            key=f"shop/{document.id}/{row.id}", title=document.title, heading=row.heading,
            text=row.text, questions=tuple(row.questions), source=document.file_name,
            for_customers=document.for_customers, embedder=row.embedder, vectors=row.vectors,
        )
        for row, document in rows
    ]  # fmt: skip
