"""Takes what Telegram sends: updates that it posts to us, or that we ask it for."""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from telegram import Update

from channels.inbound import Inbound, Media
from channels.telegram.line import LONG_POLL, PATIENCE, Line, TelegramError
from channels.telegram.updates import ALLOWED, CHANNEL, Me, Pressed, inbound_of, update_of
from commerce import words
from commerce.errors import BadFile

log = structlog.get_logger()

MOST_BYTES: Final = 1_000_000
"""Telegram's own updates are far smaller."""
HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"
PATH: Final = "/updates"
"""Under `/hooks/telegram`."""

_PAUSE = 5.0
_LONGEST_PAUSE = 300.0

Keep = Callable[[Sequence[Inbound]], Awaitable[None]]
IsOurs = Callable[[str, str], bool]
"""Tells whether a button's token belongs to something that was brought to an address."""


class Receiver:
    """Keeps what comes in, and answers each pressed button at once."""

    def __init__(
        self, *, line: Line, me: Me, secrets: Sequence[str], keep: Keep, is_ours: IsOurs,
        clock: Callable[[], datetime],
    ) -> None:  # fmt: skip
        """Take where things go.

        Args:
            line: The connection to the Bot API.
            me: The bot.
            secrets: Any of them is right, as while one is exchanged.
            keep: Makes messages safe.
            is_ours: Looks a button up; may read the database.
            clock: Tells the time.
        """
        self._line = line
        self._me = me
        self._secrets = [secret.encode() for secret in secrets]
        self._keep = keep
        self._is_ours = is_ours
        self._clock = clock

    @property
    def routes(self) -> tuple[Route, ...]:
        """Its webhook."""
        return (Route(PATH, self._posted, methods=["POST"]),)

    async def fetch(self, media: Media) -> bytes:
        """Fetch a file that was sent along.

        Raises:
            BadFile: Telegram does not give it out.
        """
        try:
            return await self._line.ask(self._download(media.id))
        except TelegramError as error:
            if type(error).__name__ != "BadRequest":
                raise
            raise BadFile("error-telegram-file") from error

    async def set_webhook(self, url: str) -> None:
        """Have Telegram post to us, and learn what the bot is called; tried until it is done."""
        bot, secret = self._line.bot, self._secrets[0].decode()
        await self._until_done(
            lambda: self._line.ask(
                bot.set_webhook(url, secret_token=secret, allowed_updates=list(ALLOWED))
            )
        )
        await self._introduce()

    async def poll(self) -> None:
        """Ask for updates until cancelled. What was kept is not asked for again."""
        bot = self._line.bot
        await self._until_done(lambda: self._line.ask(bot.delete_webhook()))
        await self._introduce()
        after, pause = 0, _PAUSE
        while True:
            try:
                after = await self._poll_once(after)
                pause = _PAUSE
            except TelegramError as error:
                log.warning("asking Telegram failed", why=str(error))
                await asyncio.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)

    async def _poll_once(self, after: int) -> int:
        bot = self._line.bot
        updates = await self._line.ask(
            bot.get_updates(
                offset=after, timeout=timedelta(seconds=LONG_POLL), allowed_updates=list(ALLOWED),
                read_timeout=PATIENCE,
            )
        )  # fmt: skip
        for update in updates:
            said = await self._take(update)
            if said is not None:
                await self._line.ask(bot.answer_callback_query(**said))
        return max((update.update_id + 1 for update in updates), default=after)

    async def _posted(self, request: Request) -> Response:
        sent = request.headers.get(HEADER, "").encode()
        # Every secret is compared, so that the time it takes tells nothing of which was near.
        if not max([hmac.compare_digest(sent, secret) for secret in self._secrets]):
            return Response(status_code=403)
        whole = bytearray()
        async for piece in request.stream():
            whole += piece
            if len(whole) > MOST_BYTES:
                return Response(status_code=413)
        try:
            body = json.loads(whole)
        except ValueError:
            return Response(status_code=400)
        update = update_of(body) if isinstance(body, dict) else None
        said = await self._take(update) if update is not None else None
        # Telegram takes the answer to a pressed button as the answer to its own request.
        return JSONResponse({"method": "answerCallbackQuery", **said} if said else {})

    async def _take(self, update: Update) -> dict[str, Any] | None:
        """Keep what an update says; return what to answer to a button that was pressed."""
        came = inbound_of(update, self._me, self._clock())
        match came:
            case None:
                return None
            case Inbound():
                await self._keep([came])
                return None
            case Pressed(inbound=None):
                return _gone(came)
            case Pressed(inbound=pressed):
                assert pressed is not None, "The case before took the other."
                if not await asyncio.to_thread(self._is_ours, pressed.address, came.token):
                    return _gone(came)
                await self._keep([pressed])
                return {"callback_query_id": came.query}

    async def _download(self, file_id: str) -> bytes:
        file = await self._line.bot.get_file(file_id)
        return bytes(await file.download_as_bytearray())

    async def _introduce(self) -> None:
        me = await self._until_done(lambda: self._line.ask(self._line.bot.get_me()))
        self._me.username = me.username or ""

    async def _until_done(self, step: Callable[[], Awaitable[Any]]) -> Any:
        pause = _PAUSE
        while True:
            try:
                return await step()
            except TelegramError as error:
                log.warning("Telegram did not answer", why=str(error), channel=CHANNEL)
                await asyncio.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)


def _gone(pressed: Pressed) -> dict[str, Any]:
    language = pressed.language if pressed.language in words.LANGUAGES else words.FALLBACK
    said = words.say(language, "telegram-button-gone")
    return {"callback_query_id": pressed.query, "text": said, "show_alert": False}
