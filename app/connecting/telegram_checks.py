"""What a doctor looks at of Telegram: settings, and with leave the Bot API itself."""

import asyncio
import re
from collections.abc import Iterator
from typing import Final

from app.settings import Settings
from app.vendors.checks import Finding

_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{16,256}")
_SET: Final = "SUPERECOM_TELEGRAM_SECRET"


def telegram_findings(settings: Settings, *, ask: bool) -> Iterator[Finding]:
    """Look at everything, where Telegram is set up; with `ask`, ask the Bot API."""
    if not settings.telegram_token.get_secret_value():
        return
    yield _way_in(settings)
    if ask:
        yield asyncio.run(_asked(settings))
    else:
        yield Finding("telegram", "ok", "set up, not asked (--ask-vendors asks)")


def _way_in(settings: Settings) -> Finding:
    name = "telegram updates"
    if settings.telegram_updates == "polling":
        return Finding(name, "ok", "asked for, by one server")
    from app.connecting.telegram import secrets_of

    secrets = secrets_of(settings)
    if not secrets or not all(_SECRET.fullmatch(secret) for secret in secrets):
        fix = f"Set {_SET} to 16 to 256 letters of A-Z, a-z, 0-9, _ and -."
        return Finding(name, "fail", "the webhook's secret is none", fix)
    if not settings.public_url.startswith("https://"):
        fix = "Set SUPERECOM_PUBLIC_URL, with https, or SUPERECOM_TELEGRAM_UPDATES=polling."
        return Finding(name, "fail", "at an address that Telegram cannot reach", fix)
    both = ", two secrets" if len(secrets) > 1 else ""
    return Finding(name, "ok", f"{settings.public_url.rstrip('/')}/hooks/telegram/updates{both}")


async def _asked(settings: Settings) -> Finding:
    from channels.telegram.line import InvalidToken, Line, TelegramError

    line = Line(settings.telegram_token.get_secret_value(), settings.telegram_api_url)
    try:
        me = await line.ask(line.bot.get_me())
        hook = await line.ask(line.bot.get_webhook_info())
    except InvalidToken:
        fix = "Take the token that @BotFather wrote, and set SUPERECOM_TELEGRAM_TOKEN."
        return Finding("telegram", "fail", "does not know the token", fix)
    except TelegramError as error:
        fix = "Look at the network."
        return Finding("telegram", "fail", f"does not answer ({type(error).__name__})", fix)
    finally:
        await line.close()
    if hook.last_error_message and settings.telegram_updates == "webhook":
        fix = "Look at the address and its certificate, and start the server anew."
        return Finding("telegram", "warn", f"could not post: {hook.last_error_message}", fix)
    return Finding("telegram", "ok", f"@{me.username} is ours")
