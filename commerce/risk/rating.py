"""Rating orders, and keeping for all open orders of a shop what the score says of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from commerce.access import the_shop_itself
from commerce.context import Context
from commerce.db import begin_write
from commerce.db.tables import ShopRow
from commerce.errors import Refused
from commerce.ports import Ports
from commerce.risk import queries, rules
from commerce.risk.types import Basis
from commerce.scoring import Score, Version, rto_risk, served
from commerce.scoring.rto_orders import Seen

NEWS: Final = timedelta(days=2)
"""An order placed no longer ago than this is told as rated."""
_EVER: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Rated:
    """An order with its score, what it was made of, and on how much its rates rest."""

    order_id: int
    score: Score
    row: rules.Row
    bases: dict[str, Basis]


def rate_open(sessions: sessionmaker[Session], ports: Ports, now: datetime) -> int:
    """Rate open orders that nobody rated yet, the newest of each shop, and write it down.

    Safe to run in any number of processes: what two say of an order is the same.

    Returns:
        How many were rated; 0 as well where nothing was learnt that would tell.
    """
    with sessions() as session:
        shops = [(shop.id, ZoneInfo(shop.zone)) for shop in session.scalars(select(ShopRow))]
    return sum(_rate(sessions, ports, now, *shop) for shop in shops)


def _rate(
    sessions: sessionmaker[Session], ports: Ports, now: datetime, shop_id: int, zone: ZoneInfo
) -> int:
    with sessions() as session:
        ctx = Context(
            session=session, actor=the_shop_itself(shop_id), now=now, zone=zone, ports=ports
        )
        found = served(ctx, rto_risk.DEFINITION)
        if found is None:
            return 0
        version = found[1].number
        ids = queries.unrated(ctx, version, _EVER, now, rules.MOST)
        found_chances = chances(ctx, ids)
    if found_chances:
        with sessions() as session:
            begin_write(session, shop_id)
            queries.keep(session, shop_id, version, found_chances, now)
            session.commit()
    return len(found_chances)


def the_score(ctx: Context) -> tuple[rto_risk.RtoRisk, Version]:
    """Return the score that is served.

    Raises:
        Refused: Nothing was learnt yet that would tell.
    """
    found = served(ctx, rto_risk.DEFINITION)
    if found is None:
        raise Refused("error-risk-not-learnt")
    return found


def rated(ctx: Context, ids: Sequence[int]) -> list[Rated]:
    """Return orders with their scores, by their ids.

    Raises:
        Refused: Nothing was learnt yet that would tell.
    """
    fitted, version = the_score(ctx)
    order_ids, seen = fitted.asked(ctx, ids)
    rows = _rows(seen, len(order_ids))
    scores = rules.scored(fitted.card, rows, name=rto_risk.NAME, version=version.number)
    return [
        Rated(order_id, score, row, _bases(seen, place))
        for place, (order_id, score, row) in enumerate(
            zip(order_ids.tolist(), scores, rows, strict=True)
        )
    ]


def chances(ctx: Context, ids: Sequence[int]) -> dict[int, float]:
    """Return the chances alone of orders by their ids: of many thousands a second.

    Raises:
        Refused: Nothing was learnt yet that would tell.
    """
    fitted, _ = the_score(ctx)
    if not ids:
        return {}
    order_ids, seen = fitted.asked(ctx, ids)
    if not len(order_ids):
        return {}
    found = rules.chances(fitted.card, seen.columns)
    return dict(zip(order_ids.tolist(), found.tolist(), strict=True))


def _rows(seen: Seen, count: int) -> list[rules.Row]:
    """Return columns as rows, what is not known as `None`."""
    listed = {name: values.tolist() for name, values in seen.columns.items()}
    return [
        {name: _known(values[place]) for name, values in listed.items()} for place in range(count)
    ]


def _known(value: Any) -> float | str | None:
    if isinstance(value, str):
        return value or None
    return None if value != value else float(value)


def _bases(seen: Seen, place: int) -> dict[str, Basis]:
    return {
        name: Basis(came_back=int(seen.hits[name][place]), n=int(counts[place]))
        for name, counts in seen.counts.items()
    }
