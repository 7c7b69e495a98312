"""Telegram, connected as the settings say."""

import re
from collections.abc import Sequence

from app.messengers import Messengers
from app.settings import Settings
from app.shops import the_shop
from channels.connected import Connected
from channels.inbound import Inbound
from channels.telegram import CHANNEL, PATH, Line, Me, Receiver, TelegramSender
from commerce.errors import Refused

_TOKEN = re.compile(r"(\d{1,19}):[\w-]{10,}")


def connect_telegram(settings: Settings, messengers: Messengers) -> Connected | None:
    """Return Telegram connected, or `None` where no token is set.

    Raises:
        Refused: The token is none, or it is to come by webhook and nobody could tell whose it is.
    """
    token = settings.telegram_token.get_secret_value().strip()
    if not token:
        return None
    found = _TOKEN.fullmatch(token)
    if found is None:
        raise Refused("error-telegram-token")
    posted = settings.telegram_updates == "webhook"
    secrets = secrets_of(settings)
    if posted:
        _check(settings, secrets)
    rooms = messengers.rooms
    with rooms.sessions() as session:
        shop = the_shop(session, settings.shop).id
    line = Line(token, settings.telegram_api_url)

    async def keep(inbounds: Sequence[Inbound]) -> None:
        await messengers.intake.keep(shop, inbounds)

    def is_ours(address: str, token: str) -> bool:
        return messengers.brought(CHANNEL, address, token) is not None

    receiver = Receiver(
        line=line, me=Me(int(found[1])), secrets=secrets, keep=keep, is_ours=is_ours,
        clock=rooms.clock,
    )  # fmt: skip

    async def run() -> None:
        if posted:
            public = settings.public_url.rstrip("/")
            await receiver.set_webhook(f"{public}/hooks/{CHANNEL}{PATH}")
        else:
            await receiver.poll()

    return Connected(
        channel=CHANNEL, sender=TelegramSender(line, messengers.read_file), run=run,
        fetch=receiver.fetch, routes=receiver.routes if posted else (), close=line.close,
        at_once=8,
    )  # fmt: skip


def secrets_of(settings: Settings) -> list[str]:
    """Return the secrets of the webhook, any of which is right."""
    named = settings.telegram_secret.get_secret_value().split(",")
    return [secret.strip() for secret in named if secret.strip()]


def _check(settings: Settings, secrets: Sequence[str]) -> None:
    named = {"SUPERECOM_PUBLIC_URL": settings.public_url, "SUPERECOM_TELEGRAM_SECRET": secrets}
    missing = ", ".join(name for name, value in named.items() if not value)
    if missing:
        raise Refused("error-telegram-settings", missing=missing)
