"""The shop's own documents, which may be quoted: policies, answers, price lists in words."""

from dataclasses import replace

from commerce.access import Permission, Role
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Refused
from commerce.library import queries, rules
from commerce.library.types import PRODUCT, Document, NewDocument, Passage
from commerce.records import audit, happened

__all__ = [
    "PRODUCT",
    "Document",
    "NewDocument",
    "Passage",
    "add",
    "documents",
    "edition",
    "passages",
    "plan_add",
    "plan_remove",
    "remove",
    "undo_add",
    "undo_remove",
]


def documents(ctx: Context) -> tuple[Document, ...]:
    """Return the shop's documents, the newest first."""
    ctx.require(Permission.KNOWLEDGE_READ)
    return tuple(one for one in queries.documents(ctx) if _may_read(ctx, one.for_customers))


def edition(ctx: Context) -> tuple[int, ...]:
    """Return what differs whenever the shop's documents do."""
    return queries.edition(ctx)


def passages(ctx: Context) -> tuple[Passage, ...]:
    """Return all passages of the shop, for the index; who asks is told of those they may read."""
    ctx.require(Permission.KNOWLEDGE_READ)
    return tuple(queries.passages(ctx))


def plan_add(ctx: Context, new: NewDocument) -> Change:
    """Say what adding a document would change.

    Raises:
        Refused: It is empty, too long, or there already; or the shop has too much.
    """
    ctx.require(Permission.KNOWLEDGE_WRITE)
    there = queries.title_of_same(ctx, new.sha256)
    if there is not None:
        raise Refused("error-knowledge-there", title=there)
    rules.check_room(new, queries.passages_there(ctx))
    after = {
        "document": None, "title": new.title, "file": new.file_name,
        "passages": len(new.passages), "for_customers": new.for_customers,
    }  # fmt: skip
    return Change(
        subject_kind="knowledge", subject=new.title, before=dict.fromkeys(after), after=after,
        undo_for=rules.UNDO_FOR,
    )  # fmt: skip


def add(ctx: Context, new: NewDocument) -> Change:
    """Keep a document and its passages.

    Raises:
        Refused: As of `plan_add`.
    """
    change = plan_add(ctx, new)
    number = queries.add(ctx, new)
    made = replace(change, after={**change.after, "document": number})
    happened(ctx, "knowledge.added", new.title, document=number, passages=len(new.passages))
    audit(ctx, "add_knowledge", made)
    return made


def undo_add(ctx: Context, change: Change) -> Change:
    """Take an added document away again.

    Raises:
        Refused: It is not there any more.
    """
    return _set(ctx, change, int(change.after["document"]), removed=True, action="undo_add")


def plan_remove(ctx: Context, name: str) -> Change:
    """Say which document would be taken away.

    Raises:
        NotFound: None is called so.
        Ambiguous: Several are.
    """
    ctx.require(Permission.KNOWLEDGE_WRITE)
    one = rules.meant(queries.documents(ctx), name)
    before = {
        "document": one.id, "title": one.title, "file": one.file_name,
        "passages": one.passages, "for_customers": one.for_customers,
    }  # fmt: skip
    return Change(
        subject_kind="knowledge", subject=one.title, before=before, after=dict.fromkeys(before),
        undo_for=rules.UNDO_FOR,
    )  # fmt: skip


def remove(ctx: Context, name: str) -> Change:
    """Take a document away, so that nobody is told of it any more.

    Raises:
        NotFound: None is called so.
        Ambiguous: Several are.
    """
    change = plan_remove(ctx, name)
    queries.set_removed(ctx, int(change.before["document"]), removed=True)
    happened(ctx, "knowledge.removed", change.subject, document=change.before["document"])
    audit(ctx, "remove_knowledge", change)
    return change


def undo_remove(ctx: Context, change: Change) -> Change:
    """Put a document back.

    Raises:
        Refused: It is there already.
    """
    return _set(ctx, change, int(change.before["document"]), removed=False, action="undo_remove")


def _set(ctx: Context, change: Change, number: int, *, removed: bool, action: str) -> Change:
    ctx.require(Permission.KNOWLEDGE_WRITE)
    if not queries.set_removed(ctx, number, removed=removed):
        raise Refused("error-knowledge-moved-on", title=change.subject)
    back = replace(change, before=change.after, after=change.before, undo_for=None, warnings=())
    kind = "knowledge.removed" if removed else "knowledge.added"
    happened(ctx, kind, change.subject, document=number)
    audit(ctx, f"{action}_knowledge", back)
    return back


def _may_read(ctx: Context, for_customers: bool) -> bool:
    return for_customers or ctx.actor.role is not Role.CUSTOMER
