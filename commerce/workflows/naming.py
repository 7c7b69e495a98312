"""Which workflow somebody means by a name, a title, or some of its words."""

import re
from collections.abc import Sequence

from commerce.access import Permission
from commerce.context import Context
from commerce.errors import Ambiguous
from commerce.workflows import queries
from commerce.workflows.managing import find

_LIKE = 85
"""Out of 100: from here on a name that is not quite right is taken for the one that is."""


def called(ctx: Context, said: str) -> str:
    """Return the name of the workflow that is meant.

    Raises:
        NotAllowed: The actor may not read reports.
        NotFound: Nothing is called so; the message says which there are.
        Ambiguous: Several may be meant.
    """
    ctx.require(Permission.REPORTS_READ)
    known = [(row.name, row.title) for row in queries.all_of(ctx.session, ctx.actor.shop_id)]
    meant = likely(said, known)
    if len(meant) > 1:
        names = dict(known)
        raise Ambiguous(
            "error-workflow-several",
            tuple((name, names[name]) for name in meant),
            said=said,
            names=", ".join(meant),
        )
    return find(ctx, meant[0] if meant else said).name


def likely(said: str, known: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Return the names that may be meant, of pairs of name and title: one, several or none."""
    from rapidfuzz import fuzz

    wanted = _plain(said)
    exact = [name for name, title in known if wanted in (_plain(name), _plain(title))]
    if exact or not wanted:
        return tuple(exact)
    words = set(wanted.split())
    within = [n for n, title in known if words <= {*_plain(n).split(), *_plain(title).split()}]
    if within:
        return tuple(within)
    alike = {n: max(fuzz.ratio(wanted, _plain(n)), fuzz.ratio(wanted, _plain(t))) for n, t in known}
    best = max(alike.values(), default=0.0)
    return tuple(name for name, score in alike.items() if score == best >= _LIKE)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w\u0900-\u097f]+", text.casefold()))
