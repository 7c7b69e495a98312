"""What is told of conversations."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One conversation in a list."""

    id: str
    title: str
    at: datetime
    """When somebody last spoke in it."""
    found: str = ""
    """Of a search: the text of the latest message in which the words stand."""
    is_named: bool = False
    """Whether its title is the person's own, not its first words."""
    is_put_away: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A link to one reply."""

    id: str
    person_id: int
    """Who shared it."""
    by: str
    """Their name."""
    customer_id: int | None
    """Whose answer it is, where a customer asked."""
    tools: tuple[str, ...]
    """What whoever opens it may use."""
    asked: str
    """The message that was answered."""
    body: dict[str, object]
    """The reply, as JSON."""
    at: datetime
    """When it was answered."""
