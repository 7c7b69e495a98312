"""The shop's own words."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDays:
    """A festival or sale by the days it fell on, inclusive, in the shop's zone."""

    name: str
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopVocabulary:
    """Names that people of one shop use.

    Holds no customer's name: those are asked for one by one, in the actor's scope.
    """

    titles: tuple[str, ...] = ()
    """Titles of products and of their variants, each once."""
    skus: tuple[str, ...] = ()
    warehouses: tuple[tuple[str, str, str], ...] = ()
    """Code, name and city of each."""
    people: tuple[str, ...] = ()
    """Names of the team."""
    cities: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    events: tuple[NamedDays, ...] = ()
    """Latest first."""
    order_shapes: frozenset[str] = field(default_factory=frozenset)
    """What order numbers look like, each digit written `9`: `9999`, `SE-99999`."""
