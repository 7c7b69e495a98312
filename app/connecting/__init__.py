"""Which messengers are set up: each is a file here, and a folder in `channels`."""

from collections.abc import Callable
from typing import Final

from app.connecting.slack import connect_slack
from app.messengers import Messengers
from app.settings import Settings
from channels.connected import Connected

Connector = Callable[[Settings, Messengers], Connected | None]
"""Returns a messenger connected as the settings say, or `None` where they say nothing of it.

It imports the vendor's library only where it is set up. Raises `Refused` for settings that cannot
work, saying what would.
"""


def _telegram(settings: Settings, messengers: Messengers) -> Connected | None:
    if not settings.telegram_token.get_secret_value():
        return None
    from app.connecting.telegram import connect_telegram

    return connect_telegram(settings, messengers)


CONNECTORS: Final[tuple[Connector, ...]] = (connect_slack, _telegram)


def connect(messengers: Messengers, settings: Settings) -> None:
    """Connect every messenger that is set up.

    Raises:
        Refused: What is set of one cannot work.
    """
    for connector in CONNECTORS:
        connected = connector(settings, messengers)
        if connected is not None:
            messengers.connect(connected)
