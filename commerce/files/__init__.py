"""Files: sheets to read in, pictures and papers people send, results made for them."""

from typing import BinaryIO

from commerce.context import Context
from commerce.errors import NotFound
from commerce.files import queries, rules
from commerce.files.shelf import Shelf
from commerce.files.types import FileKind, StoredFile

__all__ = ["FileKind", "Shelf", "StoredFile", "find", "keep"]


def keep(ctx: Context, shelf: Shelf, stream: BinaryIO, *, name: str) -> StoredFile:
    """Keep a file of the actor: its bytes on the shelf, its facts in the database.

    Raises:
        BadFile: It is empty, too big, or of a kind that nothing here reads.
    """
    with shelf.taking(ctx.actor.shop_id, stream) as taken:
        kind = rules.kind_of(taken.path, name)
        called = rules.clean_name(name, kind)
        queries.add(
            ctx, file_id=taken.id, name=called, kind=kind, size=taken.size, sha256=taken.sha256
        )
        return find(ctx, taken.id)


def find(ctx: Context, file_id: str) -> StoredFile:
    """Return a file that the actor may open: their own, or a customer's for who sees orders.

    Raises:
        NotFound: No such file, or not for them.
    """
    found = queries.of_id(ctx, file_id)
    if found is None or not rules.may_open(
        ctx.actor, person_id=found[0].person_id, of_customer=found[1]
    ):
        raise NotFound("error-file-not-found")
    return found[0]
