"""Socket Mode: we open a socket to Slack, where Slack cannot reach us."""

import asyncio
from typing import Final

import structlog
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from channels.slack.receive import Receiver

log = structlog.get_logger()

_AGAIN: Final = 10.0
"""Seconds before a socket that could not be opened is tried again."""


async def listen(receiver: Receiver, *, app_token: str, base_url: str) -> None:
    """Take what Slack sends over a socket, until cancelled; one that breaks is opened anew."""

    async def take(client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        answer = SocketModeResponse(envelope_id=request.envelope_id)
        match request.type:
            case "events_api":
                await receiver.event(request.payload)
            case "slash_commands":
                await receiver.command(request.payload)
            case "interactive":
                answer.payload = dict(await receiver.interaction(request.payload)) or None
            case _:
                return
        # What failed above is not acknowledged, and Slack sends it again.
        await client.send_socket_mode_response(answer)

    web = AsyncWebClient(base_url=base_url)
    client = SocketModeClient(app_token=app_token, web_client=web)
    client.socket_mode_request_listeners.append(take)
    try:
        while True:
            try:
                await client.connect()  # type: ignore[no-untyped-call] # slack_sdk
                break
            except Exception as error:
                log.warning("slack's socket does not open", exc_info=error)
                await asyncio.sleep(_AGAIN)
        await asyncio.Event().wait()
    finally:
        await client.close()  # type: ignore[no-untyped-call] # slack_sdk
