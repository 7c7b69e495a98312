"""Documents that may be quoted, and the passages they were cut into."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

PRODUCT: Final = "product"
"""Where a passage comes with the product, before its key's first slash."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What can be quoted at once: some sentences under one heading."""

    key: str
    """`product/<document>/<heading>` or `shop/<document>/<passage>`; a link leads to it."""
    title: str
    """Of the document."""
    heading: str
    text: str
    questions: tuple[str, ...] = ()
    """What people ask that it answers, as far as the document says, in any language."""
    versions: Mapping[str, str] = field(default_factory=dict)
    """The same in other languages, by language."""
    source: str = ""
    """Where the document has it from; empty where it says nothing of that."""
    for_customers: bool = False
    embedder: str = ""
    vectors: bytes = b""
    """Half-precision floats: one row for the text, one for each question."""

    @property
    def of_shop(self) -> bool:
        """Whether a shop gave it, rather than coming with the product."""
        return not self.key.startswith(f"{PRODUCT}/")

    @property
    def name(self) -> str:
        """Document and heading, as a source is named."""
        return self.title if self.title == self.heading else f"{self.title} › {self.heading}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document of the shop."""

    id: int
    title: str
    file_name: str
    for_customers: bool
    passages: int
    at: datetime
    by: str
    """The name of who added it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDocument:
    """A document that was read and cut, but is not written down yet."""

    title: str
    file_name: str
    sha256: str
    for_customers: bool
    passages: tuple[Passage, ...]
    """Their keys are empty: they have none yet."""
