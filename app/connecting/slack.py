"""Slack, connected as the settings say."""

import asyncio
from collections.abc import Sequence
from urllib.parse import urlsplit

import httpx
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from app.connecting.slack_desk import SlackDesk
from app.connecting.slack_hand_overs import HandOvers
from app.messengers import Messengers
from app.settings import Settings
from app.shops import the_shop
from channels.connected import Connected
from channels.inbound import Inbound, Media
from channels.slack import CHANNEL, Receiver, SlackSender
from commerce.errors import BadFile, Refused

SECONDS = 20
"""Longest wait for Slack to take one message."""


def connect_slack(settings: Settings, messengers: Messengers) -> Connected | None:
    """Return Slack connected, or `None` where no token is set.

    Raises:
        Refused: There is a token, and nothing by which Slack's own requests are known.
    """
    token = settings.slack_bot_token.get_secret_value()
    if not token:
        return None
    socket = settings.slack_app_token.get_secret_value()
    secrets = secrets_of(settings)
    if not secrets and not socket:
        raise Refused("error-slack-settings", missing="SUPERECOM_SLACK_SIGNING_SECRET")
    rooms = messengers.rooms
    with rooms.sessions() as session:
        shop = the_shop(session, settings.shop).id
    # What is retried has a key of its own, so the client must not retry by itself.
    client = WebClient(token, base_url=settings.slack_api_url, timeout=SECONDS, retry_handlers=[])
    desk = SlackDesk(rooms, shop, hand_overs=settings.slack_handover_channel)
    sender = SlackSender(client, desk)
    desk.opens_direct(sender.direct)

    async def keep(inbounds: Sequence[Inbound]) -> None:
        await messengers.intake.keep(shop, inbounds)

    receiver = Receiver(client=client, secrets=secrets, keep=keep, desk=desk, clock=rooms.clock)

    async def run() -> None:
        beside = []
        if settings.slack_handover_channel:
            beside.append(HandOvers(rooms, shop, settings.slack_handover_channel).run())
        if socket:
            from channels.slack.socket import listen

            beside.append(listen(receiver, app_token=socket, base_url=settings.slack_api_url))
        await asyncio.gather(*beside)

    most = settings.file_megabytes * 1024 * 1024

    async def fetch(media: Media) -> bytes:
        return await fetched(client, media, most)

    return Connected(
        channel=CHANNEL, sender=sender, routes=receiver.routes if secrets else (), run=run,
        fetch=fetch, close=receiver.close,
    )  # fmt: skip


def secrets_of(settings: Settings) -> list[str]:
    """Return the signing secrets, any of which is right."""
    named = settings.slack_signing_secret.get_secret_value().split(",")
    return [secret.strip() for secret in named if secret.strip()]


async def fetched(client: WebClient, media: Media, most: int) -> bytes:
    """Return a file that somebody sent, from Slack and nowhere else.

    Raises:
        BadFile: Slack does not give it out, it lies elsewhere, or it is too large.
        slack_sdk.errors.SlackClientError, httpx.HTTPError: It cannot be fetched now.
    """
    try:
        answer = await asyncio.to_thread(client.files_info, file=media.id)
    except SlackApiError as error:
        if error.response.get("error") in ("file_not_found", "file_deleted", "access_denied"):
            raise BadFile("error-file-not-found") from error
        raise
    address = str((answer["file"] or {}).get("url_private_download", ""))
    if not _is_slacks(address, client.base_url):
        raise BadFile("error-file-not-found")
    headers = {"Authorization": f"Bearer {client.token}"}
    async with (
        httpx.AsyncClient(timeout=SECONDS, follow_redirects=False) as web,
        web.stream("GET", address, headers=headers) as given,
    ):
        given.raise_for_status()
        if given.headers.get("content-type", "").startswith("text/html"):
            # A page to sign in: the app lacks the scope files:read.
            raise BadFile("error-file-not-found")
        data = b""
        async for piece in given.aiter_bytes():
            data += piece
            if len(data) > most:
                raise BadFile("error-file-too-big", megabytes=most // (1024 * 1024))
    return data


def _is_slacks(address: str, api: str) -> bool:
    at, of = urlsplit(address), urlsplit(api)
    if at.netloc == of.netloc:
        return True
    host = at.hostname or ""
    return at.scheme == "https" and (host == "slack.com" or host.endswith(".slack.com"))
