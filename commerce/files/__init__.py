"""Files: sheets to read in, pictures and papers people send, results made for them."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import BinaryIO

from commerce.context import Context
from commerce.errors import NotFound, Refused
from commerce.files import queries, rules
from commerce.files.shelf import Shelf
from commerce.files.types import FileKind, OrderFile, StoredFile

__all__ = [
    "MADE_FOR",
    "FileKind",
    "OrderFile",
    "Shelf",
    "StoredFile",
    "find",
    "keep",
    "link",
    "make",
    "of_order",
    "shelf_of",
    "unlink",
]

MADE_FOR = timedelta(days=7)
"""How long a file that was made for somebody can be fetched."""
MADE_BYTES = 100 * 1024 * 1024
_IN_MEMORY = 1024 * 1024
_CLEARED_AT_ONCE = 50


def shelf_of(ctx: Context) -> Shelf:
    """Return where the bytes of files lie.

    Raises:
        Refused: No files are kept here.
    """
    if not isinstance(ctx.ports.shelf, Shelf):
        raise Refused("error-files-not-kept")
    return ctx.ports.shelf


def keep(
    ctx: Context, shelf: Shelf, stream: BinaryIO, *, name: str, keep_for: timedelta | None = None
) -> StoredFile:
    """Keep a file of the actor: its bytes on the shelf, its facts in the database.

    Args:
        ctx: Whose it is.
        shelf: Where its bytes go.
        stream: Its bytes.
        name: What its sender calls it.
        keep_for: After this it is thrown away; `None` keeps it.

    Raises:
        BadFile: It is empty, too big, or of a kind that nothing here reads.
    """
    with shelf.taking(ctx.actor.shop_id, stream) as taken:
        kind = rules.kind_of(taken.path, name)
        queries.add(
            ctx, file_id=taken.id, name=rules.clean_name(name, kind), kind=kind, size=taken.size,
            sha256=taken.sha256, expires_at=ctx.now + keep_for if keep_for else None,
        )  # fmt: skip
        return find(ctx, taken.id)


def make(ctx: Context, write: Callable[[BinaryIO], object], *, name: str) -> StoredFile:
    """Make a file for the actor, to be fetched within `MADE_FOR`.

    Whoever makes one also throws away what has expired in the shop.

    Raises:
        BadFile: It became too big.
        Refused: No files are kept here.
    """
    shelf = shelf_of(ctx)
    for expired in queries.take_expired(ctx, _CLEARED_AT_ONCE):
        shelf.path_of(ctx.actor.shop_id, expired).unlink(missing_ok=True)
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as stream:
        write(stream)  # type: ignore[arg-type]  # It is a binary file in all but its declared type.
        stream.seek(0)
        roomy = replace(shelf, most=MADE_BYTES)
        return keep(ctx, roomy, stream, name=name, keep_for=MADE_FOR)  # type: ignore[arg-type]


def find(ctx: Context, file_id: str) -> StoredFile:
    """Return a file that the actor may open.

    That is their own; and, for who sees orders, a customer's and one kept with an order.

    Raises:
        NotFound: No such file, it has expired, or it is not for them.
    """
    found = queries.of_id(ctx, file_id)
    if found is None:
        raise NotFound("error-file-not-found")
    file, of_customer, with_order = found
    shared = of_customer or with_order
    gone = file.expires_at is not None and file.expires_at <= ctx.now
    if gone or not rules.may_open(ctx.actor, person_id=file.person_id, shared=shared):
        raise NotFound("error-file-not-found")
    return file


def of_order(ctx: Context, order_id: int) -> tuple[OrderFile, ...]:
    """Return the files kept with one of the shop's orders, the oldest first.

    The caller has made sure that the actor may see the order.
    """
    return tuple(queries.of_order(ctx, order_id))


def link(ctx: Context, order_id: int, file_id: str) -> None:
    """Keep a file with an order; the caller has made sure of both."""
    queries.link(ctx, order_id, file_id)


def unlink(ctx: Context, order_id: int, file_id: str) -> bool:
    """Take a file away from an order, and tell whether it was there."""
    return queries.unlink(ctx, order_id, file_id)
