"""The queue in the order in which working it brings most, by the scores; plain without them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from commerce.context import Context
from commerce.ndr import chances, holdout, queries, queries_chances, worth
from commerce.ndr.types import NdrCase, NdrSearch, NdrSort
from commerce.vocabulary import OPEN_NDR_STATUSES

MOST_SCORED = 5_000
"""Open cases that are put in order; beyond them, those due first are taken."""
_HOUR = timedelta(hours=1)


def first_cases(ctx: Context, search: NdrSearch, midnight: datetime) -> list[NdrCase]:
    """Return the first cases of a search, each open one with its chance where it is known.

    By `NdrSort.WORTH` they stand as `worth.place` has them; without scores, as they are due.
    """
    if search.sort is NdrSort.WORTH:
        found = _by_worth(ctx, search, midnight)
        if found is not None:
            return found
    return with_chances(ctx, queries.cases(ctx, search, midnight))


def with_chances(ctx: Context, cases: Sequence[NdrCase]) -> list[NdrCase]:
    """Return cases with the chance of each open one that is not held out."""
    held = holdout.percent(ctx)
    asked = [
        case.id
        for case in cases
        if case.status in OPEN_NDR_STATUSES and not holdout.is_held_out(case.id, held)
    ]
    known = chances.of_cases(ctx, asked)
    return [replace(case, chance=known.get(case.id)) for case in cases] if known else list(cases)


def in_order(
    due_first: Sequence[int], places: Mapping[int, float], held_out: Collection[int]
) -> list[int]:
    """Return cases, the highest place first; those held out keep their plain place.

    Args:
        due_first: All cases in the plain order.
        places: `worth.place` of each.
        held_out: Cases that the scores must not move.
    """
    moved = iter(sorted((c for c in due_first if c not in held_out), key=lambda c: -places[c]))
    return [case if case in held_out else next(moved) for case in due_first]


def _by_worth(ctx: Context, search: NdrSearch, midnight: datetime) -> list[NdrCase] | None:
    matching = queries_chances.matching(ctx, search, midnight)[:MOST_SCORED]
    known = chances.of_queue(ctx, [case for case, _, _ in matching])
    if not matching or not known:
        return None
    places = {
        case: worth.place(known[case], total, (due - ctx.now) / _HOUR)
        for case, total, due in matching
    }
    percent = holdout.percent(ctx)
    held = {case for case in places if holdout.is_held_out(case, percent)}
    first = in_order([case for case, _, _ in matching], places, held)[: search.limit]
    rows = {case.id: case for case in queries.cases_by_id(ctx, first)}
    return [
        rows[case] if case in held else replace(rows[case], chance=known[case], place=places[case])
        for case in first
    ]
