"""Brings things to people on Slack, by its Web API."""

import http.client
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Final, Protocol

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from agent.messages import Reply
from channels.contents import Content, RedrawBody, content_of
from channels.slack.privacy import is_private
from channels.slack.render import Frame, Json, messages_of
from commerce import words
from commerce.deliveries import DeliveryKind, Later, Outgoing, Part, Refusal, Withheld
from tools import pictures

_KEYS: Final = uuid.UUID("5a1fb0c2-7d0f-4f7e-9a55-4b1f5e0f7c11")
_AWAY: Final = frozenset({"not_in_channel", "channel_not_found", "user_not_in_channel"})
"""The assistant is not where the answer should go; its direct messages always are."""
_TRY_AGAIN: Final = frozenset(
    {
        "ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable",
        "request_timeout", "team_added_to_org", "upload_failed",
        # Somebody can mend these while it waits.
        "invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive",
        "missing_scope",
    }
)  # fmt: skip
_NOT_THERE: Final = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
"""Somebody deleted the message, or the workspace lets nothing be changed: it stays as it is."""
_PLAIN: Final = frozenset(
    {
        "channel_not_found", "not_in_channel", "is_archived", "user_not_found", "user_disabled",
        "msg_too_long", "invalid_blocks", "restricted_action", "cannot_dm_bot",
        "message_not_found", "file_not_found",
    }
)  # fmt: skip
"""Refusals that are told in words of their own: `slack-refused-<error>`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """Something that was brought before."""

    outgoing: Outgoing
    provider_ids: Sequence[str]
    """As `SlackSender.send` returned them, in order."""


class Books(Protocol):
    """What the sender must look up."""

    def asker(self, outgoing: Outgoing) -> str | None:
        """Return the Slack user whose conversation it is said in; `None` outside of one."""
        ...

    def brought(self, delivery: int) -> Brought | None:
        """Return what was brought before under a number."""
        ...

    def file(self, shop_id: int, file: str) -> bytes | None:
        """Return the bytes of a file of the shop's shelf; `None` where they are gone."""
        ...


class SlackSender:
    """Fills `commerce.deliveries.Sender`."""

    def __init__(self, client: WebClient, books: Books) -> None:
        """Take a client that does not retry by itself: what is retried here has a key."""
        self._client = client
        self._books = books
        self._direct: dict[str, str] = {}

    def parts(self, outgoing: Outgoing, now: datetime) -> Sequence[Part]:
        """Return the messages, pictures and files that make it up, in order.

        Raises:
            Withheld: It is for one person of a channel, and nobody knows for whom.
        """
        if outgoing.kind is DeliveryKind.REDRAW:
            return [{"of": outgoing.body["of"]}]
        content = content_of(outgoing.kind, outgoing.body)
        messages = messages_of(content, _frame(outgoing, content))
        if not _is_for_one(outgoing, content):
            return [{**one, "language": content.language} for one in messages]
        only = self._books.asker(outgoing)
        if only is None:
            raise Withheld(words.say(words.FALLBACK, "slack-nobody-asked"))
        return [{**one, "language": content.language, "only": only} for one in messages]

    def send(self, outgoing: Outgoing, part: Part, key: str) -> str:
        """Hand over one message and return its channel and time, which are Slack's id of it.

        Raises:
            Later: Slack is away, asks to wait, or does not let us in at present.
            Refusal: Slack will never take it.
        """
        try:
            if "of" in part:
                return self._redraw(outgoing)
            if "chart" in part or "file" in part:
                return self._upload(outgoing, part)
            return self._post(outgoing, part, key)
        except SlackApiError as error:
            raise _ours(error) from error
        except (SlackClientError, OSError, http.client.HTTPException) as error:
            raise Later(f"Slack: {type(error).__name__}") from error

    def direct(self, user: str) -> str:
        """Return the channel of direct messages with somebody, opened once.

        Raises:
            SlackApiError: Slack does not open it.
        """
        found = self._direct.get(user)
        if found is None:
            opened: Any = self._client.conversations_open(users=user)["channel"]
            found = self._direct[user] = str(opened["id"])
        return found

    def _post(self, outgoing: Outgoing, part: Part, key: str) -> str:
        channel, thread = self._place(outgoing.address)
        message = {"text": part.get("text", ""), "blocks": part["blocks"]}
        only = part.get("only")
        try:
            if only is not None:
                told = self._client.chat_postEphemeral(
                    channel=channel, user=only, thread_ts=thread, **message
                )
                return f"{channel}:e{told['message_ts']}"
            return self._say(channel, thread, message, key)
        except SlackApiError as error:
            asker = only or self._books.asker(outgoing)
            if _code(error) not in _AWAY or asker is None:
                raise
            return self._say(self.direct(asker), None, message, key)

    def _say(self, channel: str, thread: str | None, message: Json, key: str) -> str:
        told = self._client.chat_postMessage(
            channel=channel, thread_ts=thread, unfurl_links=False, unfurl_media=False,
            # Slack's own clients send this so that a message sent twice is posted once.
            client_msg_id=str(uuid.uuid5(_KEYS, key)),
            metadata={"event_type": "superecom_delivery", "event_payload": {"key": key}},
            **message,
        )  # fmt: skip
        return f"{told['channel']}:{told['ts']}"

    def _upload(self, outgoing: Outgoing, part: Part) -> str:
        only = part.get("only")
        where = (self.direct(only), None) if only else self._place(outgoing.address)
        channel, thread = where
        if "chart" in part:
            card = pictures.card_in(part["chart"])
            data: bytes | None = pictures.png(card, language=part["language"])
            name, says = "chart.png", card.title
        else:
            data = self._books.file(outgoing.shop_id, part["file"])
            name, says = part["name"], part["says"]
        if data is None:
            raise Refusal(words.say(words.FALLBACK, "slack-refused-file_not_found"))
        sent: Any = self._client.files_upload_v2(
            content=data, filename=name, title=says.partition("\n")[0],
            alt_txt=part.get("alt"), channel=channel, thread_ts=thread,
        )  # fmt: skip
        return str(sent["files"][0]["id"])

    def _redraw(self, outgoing: Outgoing) -> str:
        told = RedrawBody.model_validate(outgoing.body)
        before = self._books.brought(told.of)
        if before is None:
            return f"nothing:{told.of}"
        content = content_of(before.outgoing.kind, before.outgoing.body)
        frame = _frame(before.outgoing, content, gone=frozenset(told.gone), note=told.note)
        messages = messages_of(content, frame)
        for message, id_ in zip(messages, before.provider_ids, strict=False):
            channel, _, ts = id_.rpartition(":")
            # What only one person saw cannot be drawn again, and a file stays as it is.
            if "blocks" in message and channel and not ts.startswith("e"):
                self._draw_again(channel, ts, message)
        return f"again:{told.of}"

    def _draw_again(self, channel: str, ts: str, message: Json) -> None:
        try:
            self._client.chat_update(
                channel=channel, ts=ts, text=message["text"], blocks=message["blocks"]
            )
        except SlackApiError as error:
            if _code(error) not in _NOT_THERE:
                raise

    def _place(self, address: str) -> tuple[str, str | None]:
        """Return the channel of an address, and the thread in it."""
        channel, _, rest = address.partition(":")
        if rest and not rest[0].isdigit():
            return self.direct(rest), None
        return channel, rest or None


def _frame(
    outgoing: Outgoing, content: Content, *, gone: frozenset[str] = frozenset(), note: str = ""
) -> Frame:
    language = content.language or words.FALLBACK
    return Frame(
        delivery=outgoing.id, address=outgoing.address, say=partial(words.say, language),
        gone=gone, note=note,
    )  # fmt: skip


def _is_for_one(outgoing: Outgoing, content: Content) -> bool:
    """Tell whether only who asked may see it: by what it holds, or as they asked by a command."""
    if outgoing.address[0] not in "CG":
        return False
    if outgoing.kind is DeliveryKind.PROMPT:
        return False
    by_command = ":" not in outgoing.address
    return by_command or is_private(Reply.model_validate(outgoing.body), content)


def _code(error: SlackApiError) -> str:
    response: Any = error.response
    return str(response.get("error", "")) if response is not None else ""


def _ours(error: SlackApiError) -> Later | Refusal:
    """Return what an error of Slack's means to us."""
    code = _code(error)
    status = getattr(error.response, "status_code", 200)
    headers: Mapping[str, str] = getattr(error.response, "headers", None) or {}
    if status == http.client.TOO_MANY_REQUESTS:
        asked = {name.lower(): value for name, value in headers.items()}.get("retry-after", "")
        seconds = float(asked) if asked.isdecimal() else None
        return Later("Slack: 429", code="ratelimited", seconds=seconds)
    if code in _TRY_AGAIN or status >= http.client.INTERNAL_SERVER_ERROR:
        return Later(f"Slack: {code or status}", code=code or str(status))
    key = f"slack-refused-{code}" if code in _PLAIN else "slack-refused"
    return Refusal(words.say(words.FALLBACK, key, code=code), code=code)
