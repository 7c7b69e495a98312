"""Couriers and payment providers that tell by themselves, and are asked where they do not."""

from collections.abc import Callable, Sequence
from typing import Final

from app.settings import Settings
from app.vendors.hooks import Hooks
from app.vendors.polling import Poller

HEAR_EVERY: Final = 1.0
"""Seconds between looks for what vendors told."""
_MINUTE: Final = 60.0


def vendor_work(
    hooks: Hooks, poller: Poller, settings: Settings
) -> Sequence[tuple[float, Callable[[], object]]]:
    """Return what is to be done in the background, with the seconds between two times."""
    work: list[tuple[float, Callable[[], object]]] = [(HEAR_EVERY, hooks.work_off)]
    if settings.courier_poll_minutes:
        work.append((settings.courier_poll_minutes * _MINUTE, poller.round))
    return work
