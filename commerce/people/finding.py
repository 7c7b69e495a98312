"""Somebody of the shop, by the name people use."""

from commerce.context import Context
from commerce.db.tables import PersonRow
from commerce.errors import Ambiguous, NotFound
from commerce.people import queries

_MYSELF = frozenset({"me", "myself", "main", "mujhe", "mera", "मैं", "मुझे"})


def find_colleague(ctx: Context, words: str, *, also_disabled: bool = False) -> PersonRow:
    """Return the person of the shop that words name: a name, part of it, an e-mail, or `me`.

    Raises:
        NotFound: Nobody of the shop is called so; the message says who there is.
        Ambiguous: Several are.
    """
    said = " ".join(words.split()).casefold()
    if said in _MYSELF:
        mine = queries.staff_row(ctx, ctx.actor.person_id)
        if mine is not None:
            return mine
    rows = [row for row in queries.staff_rows(ctx) if row.is_active or also_disabled]
    exact = [row for row in rows if said in (row.name.casefold(), row.email, row.phone)]
    fitting = exact or [row for row in rows if _fits(row.name.casefold(), said)]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        names = ", ".join(row.name for row in rows[:12])
        raise NotFound("error-people-nobody", name=words, names=names)
    choices = tuple(
        (row.email or row.name, f"{row.name} ({row.email or row.role})") for row in fitting
    )
    raise Ambiguous("error-people-several", choices, name=words)


def _fits(name: str, said: str) -> bool:
    parts = name.split()
    return bool(said) and all(any(p.startswith(word) for p in parts) for word in said.split())
