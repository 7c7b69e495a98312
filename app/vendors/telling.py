"""How couriers stand, said at the terminal."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Final

from rich.console import Console
from rich.table import Table

from agent.scope import House
from app.settings import Settings
from app.shops import the_shop
from app.vendors.polling import Poller
from app.wiring import house, open_database
from commerce import arrivals, ndr
from commerce.ports import CourierAction
from commerce.vocabulary import CourierType

_MANY: Final = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one connected courier stands."""

    courier: str
    can: list[str]
    """What it can be asked by its connection."""
    cannot: list[str]
    heard: str | None
    """When it last told something by its webhook (ISO); `None` for never."""
    waiting: int
    """Of what it told, what is still to be taken in."""
    given_up: int
    """Of what it told, what could not be taken in."""
    unknown: list[str]
    """Codes and words it told that no table knows, the most seen first, with how often."""
    silent: int
    """Parcels under way without a scan for `SUPERECOM_COURIER_SILENT_HOURS`."""


def status(settings: Settings, *, as_json: bool) -> None:
    """Print how each connected courier stands."""
    with _opened(settings) as rooms:
        found = standings(rooms, settings)
    if as_json:
        print(json.dumps({"couriers": [asdict(one) for one in found]}))  # noqa: T201
        return
    table = Table(show_edge=False)
    for heading in (
        "courier",
        "can be asked",
        "cannot",
        "last told",
        "waits",
        "given up",
        "silent",
    ):
        table.add_column(heading, overflow="fold")
    for one in found:
        table.add_row(
            one.courier, ", ".join(one.can), ", ".join(one.cannot), one.heard or "never",
            str(one.waiting), str(one.given_up), "; ".join(one.unknown), str(one.silent),
        )  # fmt: skip
    console = Console(highlight=False)
    console.print(table if found else "No courier is connected. See docs/couriers/README.md.")


def poll(settings: Settings) -> bool:
    """Ask about silent parcels, print what came, and tell whether everybody answered."""
    console = Console(highlight=False)
    with _opened(settings) as rooms:
        rounds = Poller(rooms, settings).round()
    for one in rounds:
        console.print(
            f"{one.courier}: asked about {one.asked}, {one.new} new scans, {one.moved} moved on."
            + (f" {one.failed}" if one.failed else "")
        )
    if not rounds:
        console.print("No courier is connected. See docs/couriers/README.md.")
    return not any(one.failed for one in rounds)


def standings(rooms: House, settings: Settings) -> list[Standing]:
    """Return how each connected courier stands.

    Raises:
        NotFound: There is no such shop.
    """
    now, found = rooms.clock(), []
    before = now - timedelta(hours=settings.courier_silent_hours)
    with rooms.sessions() as session:
        shop_id = the_shop(session, settings.shop).id
        for name in rooms.ports.trackers:
            door = rooms.ports.courier(name)
            actions = door.actions if door is not None else frozenset[CourierAction]()
            heard, waiting, dead = arrivals.told(
                session, shop_id, f"{arrivals.HOOK}{name.casefold()}"
            )
            silent = ndr.silent_parcels(
                session, shop_id, CourierType(name), before=before, after_id=0, limit=_MANY
            )
            codes = ndr.unmapped_codes(session, shop_id, name)
            unknown = [" ".join(f"{code} {text} ×{seen}".split()) for code, text, seen in codes]
            found.append(
                Standing(
                    courier=str(name),
                    can=[action.value for action in CourierAction if action in actions],
                    cannot=[action.value for action in CourierAction if action not in actions],
                    heard=heard.isoformat(timespec="seconds") if heard else None,
                    waiting=waiting, given_up=dead, silent=len(silent),
                    unknown=unknown,
                )
            )  # fmt: skip
    return found


@contextmanager
def _opened(settings: Settings) -> Iterator[House]:
    engine = open_database(settings)
    try:
        yield house(settings, engine, demo=False)
    finally:
        engine.dispose()
