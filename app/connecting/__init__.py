"""Which messengers are set up: each is a file here, and a folder in `channels`."""

from collections.abc import Callable
from typing import Final

from app.messengers import Messengers
from app.settings import Settings
from channels.connected import Connected

Connector = Callable[[Settings, Messengers], Connected | None]
"""Returns a messenger connected as the settings say, or `None` where they say nothing of it.

It imports the vendor's library only where it is set up. Raises `Refused` for settings that cannot
work, saying what would.
"""


def _slack(settings: Settings, messengers: Messengers) -> Connected | None:
    if not settings.slack_bot_token.get_secret_value():
        return None
    from app.connecting.slack import connect_slack

    return connect_slack(settings, messengers)


def _telegram(settings: Settings, messengers: Messengers) -> Connected | None:
    if not settings.telegram_token.get_secret_value():
        return None
    from app.connecting.telegram import connect_telegram

    return connect_telegram(settings, messengers)


def _whatsapp(settings: Settings, messengers: Messengers) -> Connected | None:
    if not settings.whatsapp_carrier:
        return None
    from app.connecting.whatsapp import connect_whatsapp

    return connect_whatsapp(settings, messengers)


def _sms(settings: Settings, messengers: Messengers) -> Connected | None:
    if not settings.sms_number:
        return None
    from app.connecting.sms import connect_sms

    return connect_sms(settings, messengers)


def _email(settings: Settings, messengers: Messengers) -> Connected | None:
    if not settings.email_host:
        return None
    from app.connecting.email import connect_email

    return connect_email(settings, messengers)


CONNECTORS: Final[tuple[Connector, ...]] = (_slack, _telegram, _whatsapp, _sms, _email)


def connect(messengers: Messengers, settings: Settings) -> None:
    """Connect every messenger that is set up.

    Raises:
        Refused: What is set of one cannot work.
    """
    for connector in CONNECTORS:
        connected = connector(settings, messengers)
        if connected is not None:
            messengers.connect(connected)
