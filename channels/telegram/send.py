"""Brings things to people on Telegram, by the Bot API.

The Bot API has no key by which it would know a message it took before: one that is cut off between
there and here comes a second time, and never a third.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    Message,
)
from telegram.constants import ParseMode

from channels.contents import content_of
from channels.telegram.line import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    Line,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from channels.telegram.render import messages_of
from commerce import words
from commerce.deliveries import DeliveryKind, Later, Outgoing, Part, Refusal
from tools import pictures, table_files
from tools.cards import TableCard

ReadFile = Callable[[int, str], bytes | None]
"""Returns the bytes of a shop's file; `None` where they are gone."""

_NOT_THERE: Final = ("chat not found", "user is deactivated", "bot was kicked", "peer_id_invalid")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a message goes, and what hangs on it."""

    chat: int | str
    thread: int | None
    keyboard: InlineKeyboardMarkup | None


class TelegramSender:
    """Fills `commerce.deliveries.Sender`."""

    def __init__(self, line: Line, read_file: ReadFile) -> None:
        """Take the connection, and who reads the shop's files."""
        self._line = line
        self._read_file = read_file

    def parts(self, outgoing: Outgoing, now: datetime) -> Sequence[Part]:
        """Return the messages, pictures and files that make it up, in order."""
        if outgoing.kind is DeliveryKind.REDRAW:
            return []
        return messages_of(content_of(outgoing.kind, outgoing.body), outgoing.id)

    def send(self, outgoing: Outgoing, part: Part, key: str) -> str:
        """Hand over one message and return its chat and number, which are Telegram's id of it.

        Raises:
            Later: Telegram is away, asks to wait, or does not let us in at present.
            Refusal: Telegram will never take it.
        """
        chat, _, thread = outgoing.address.partition(":")
        place = _Place(
            chat=chat, thread=int(thread) if thread else None,
            keyboard=_keyboard(part.get("buttons", ())),
        )  # fmt: skip
        try:
            return self._sent(outgoing, part, place)
        except ChatMigrated as error:
            moved = _Place(chat=error.new_chat_id, thread=None, keyboard=place.keyboard)
            try:
                return self._sent(outgoing, part, moved)
            except TelegramError as again:
                raise _ours(again) from again
        except TelegramError as error:
            raise _ours(error) from error

    def _sent(self, outgoing: Outgoing, part: Part, place: _Place) -> str:
        message = self._line.wait(self._hand_over(outgoing, part, place))
        return f"{message.chat_id}:{message.message_id}"

    async def _hand_over(self, outgoing: Outgoing, part: Part, place: _Place) -> Message:
        bot = self._line.bot
        to: dict[str, Any] = {
            "chat_id": place.chat, "message_thread_id": place.thread,
            "reply_markup": place.keyboard, "parse_mode": ParseMode.HTML,
        }  # fmt: skip
        if "text" in part:
            quiet = LinkPreviewOptions(is_disabled=True)
            return await bot.send_message(text=part["text"], link_preview_options=quiet, **to)
        if "chart" in part:
            card = pictures.card_in(part["chart"])
            picture = pictures.png(card, language=part["language"])
            return await bot.send_photo(photo=picture, caption=part["caption"], **to)
        file = InputFile(self._bytes_of(outgoing, part), filename=part["name"])
        return await bot.send_document(document=file, caption=part["caption"], **to)

    def _bytes_of(self, outgoing: Outgoing, part: Part) -> bytes:
        if "table" in part:
            return table_files.xlsx(TableCard.model_validate(part["table"]))
        data = self._read_file(outgoing.shop_id, part["file"])
        if data is None:
            raise Refusal(words.say(words.FALLBACK, "telegram-refused-file"), code="file")
        return data


def _keyboard(lines: Sequence[Sequence[dict[str, str]]]) -> InlineKeyboardMarkup | None:
    if not lines:
        return None
    return InlineKeyboardMarkup([[_button(one) for one in line] for line in lines])


def _button(drawn: dict[str, str]) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=drawn["text"], callback_data=drawn["callback_data"])


def _ours(error: TelegramError) -> Later | Refusal:
    """Return what an error of Telegram's means to us."""
    match error:
        case RetryAfter():
            asked = error.retry_after
            seconds = asked.total_seconds() if isinstance(asked, timedelta) else float(asked)
            return Later("Telegram: 429", code="429", seconds=seconds)
        case Forbidden():
            return Refusal(words.say(words.FALLBACK, "telegram-refused-blocked"), code="403")
        case BadRequest() if any(word in error.message.lower() for word in _NOT_THERE):
            return Refusal(words.say(words.FALLBACK, "telegram-refused-chat"), code="400")
        case BadRequest():
            said = words.say(words.FALLBACK, "telegram-refused", said=error.message)
            return Refusal(said, code="400")
        case InvalidToken():
            # Somebody can mend the token while it waits.
            return Later("Telegram: the bot's token is not taken", code="401")
        case NetworkError():
            return Later(f"Telegram: {type(error).__name__}", code="network")
        case _:
            return Later(f"Telegram: {error.message}")
