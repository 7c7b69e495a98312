"""All undelivered parcels at a glance, in columns by how far they are."""

from dataclasses import replace

from commerce.context import Context
from commerce.ndr.finding import find_cases
from commerce.ndr.types import NdrList, NdrQueue, NdrSearch

COLUMNS = (
    NdrQueue.UNTOUCHED,
    NdrQueue.CONTACTED,
    NdrQueue.SCHEDULED,
    NdrQueue.ESCALATED,
    NdrQueue.CLOSED,
)
"""From left to right; every case stands in exactly one."""


def board(ctx: Context, search: NdrSearch) -> dict[NdrQueue, NdrList]:
    """Return each column of the board, with its first cases; the search's own queue is ignored.

    Without a period, settled cases are those of the last 30 days.
    """
    return {queue: find_cases(ctx, replace(search, queue=queue)) for queue in COLUMNS}
