"""How much a shop may give to be quoted, and which document is meant."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from commerce.errors import Ambiguous, NotFound, Refused
from commerce.library.types import Document, NewDocument

MOST_PASSAGES: Final = 5_000
"""Of one shop: a search looks at each."""
MOST_OF_ONE: Final = 1_000
"""Of one document, which is a book of some 200 pages."""
UNDO_FOR: Final = timedelta(days=1)


def check_room(new: NewDocument, there: int) -> None:
    """Make sure that a document has something in it, and that there is room for it.

    Raises:
        Refused: It is empty, or too long, or the shop has too much already.
    """
    if not new.passages:
        raise Refused("error-knowledge-empty", name=new.file_name)
    if len(new.passages) > MOST_OF_ONE:
        raise Refused("error-knowledge-too-long", most=MOST_OF_ONE, count=len(new.passages))
    if there + len(new.passages) > MOST_PASSAGES:
        raise Refused("error-knowledge-full", most=MOST_PASSAGES)


def meant(documents: Sequence[Document], name: str) -> Document:
    """Return the document that somebody calls by its title, its file's name, or part of it.

    Raises:
        NotFound: None is called so.
        Ambiguous: Several are.
    """
    said = name.strip().lower()
    whole = [one for one in documents if said in (one.title.lower(), one.file_name.lower())]
    part = [one for one in documents if said and said in f"{one.title} {one.file_name}".lower()]
    found = whole or part
    if not found:
        raise NotFound("error-knowledge-not-found", name=name)
    if len(found) > 1:
        raise Ambiguous(
            "error-knowledge-several", tuple((one.title, one.title) for one in found), name=name
        )
    return found[0]
