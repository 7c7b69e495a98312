"""Documents as people read them: whole, in order, the passage that was quoted among the others."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from commerce.access import Permission
from commerce.context import Context
from commerce.errors import NotFound
from commerce.library import Passage
from knowledge.searching import readable


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One document that somebody may read."""

    key: str
    """What the keys of its passages begin with."""
    title: str
    of_shop: bool
    for_customers: bool
    passages: tuple[Passage, ...]


def papers(ctx: Context) -> tuple[Paper, ...]:
    """Return all documents that the actor may read, the shop's own first."""
    ctx.require(Permission.KNOWLEDGE_READ)
    return tuple(_paper(key, some) for key, some in groupby(readable(ctx), _document))


def paper(ctx: Context, key: str) -> Paper:
    """Return the document that a key leads to, which is its own or one of a passage of it.

    Raises:
        NotFound: There is none, or it is not for them.
    """
    for one in papers(ctx):
        if key == one.key or any(key == passage.key for passage in one.passages):
            return one
    raise NotFound("error-knowledge-gone")


def address(passage: Passage) -> str:
    """Return the path of the page on which a passage stands among the others."""
    return f"/knowledge/{passage.key}"


def _document(passage: Passage) -> str:
    return "/".join(passage.key.split("/")[:2])


def _paper(key: str, some: Iterable[Passage]) -> Paper:
    passages = tuple(some)
    return Paper(
        key=key, title=passages[0].title, of_shop=passages[0].of_shop,
        for_customers=passages[0].for_customers, passages=passages,
    )  # fmt: skip
