"""What a doctor looks at of Slack: settings, and with leave the workspace itself."""

from collections.abc import Iterator
from typing import Any, Final

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from app.connecting.slack import secrets_of
from app.settings import Settings
from app.vendors.checks import Finding

SCOPES: Final = frozenset(
    {
        "app_mentions:read", "channels:history", "channels:read", "chat:write", "commands",
        "files:read", "files:write", "groups:history", "groups:read", "im:history", "im:write",
    }
)  # fmt: skip
"""As in the manifest of `docs/channels/slack.md`."""
_LETTERS: Final = 32


def slack_findings(settings: Settings, *, ask: bool) -> Iterator[Finding]:
    """Look at everything, where Slack is set up; with `ask`, ask the workspace."""
    token = settings.slack_bot_token.get_secret_value()
    if not token:
        return
    yield from _token(settings, token) if ask else _unasked(token)
    yield _way_in(settings)


def _unasked(token: str) -> Iterator[Finding]:
    if token.startswith("xoxb-"):
        yield Finding("slack", "ok", "set up, not asked (--ask-vendors asks)")
    else:
        yield Finding(
            "slack", "fail", "the token is no bot's",
            "Take the Bot User OAuth Token (xoxb-…) of OAuth & Permissions.",
        )  # fmt: skip


def _token(settings: Settings, token: str) -> Iterator[Finding]:
    client = WebClient(token, base_url=settings.slack_api_url, timeout=10, retry_handlers=[])
    try:
        told: Any = client.auth_test()
    except SlackApiError as error:
        fix = "Install the app anew, and set SUPERECOM_SLACK_BOT_TOKEN."
        yield Finding("slack", "fail", f"does not let us in ({error.response['error']})", fix)
        return
    except (SlackClientError, OSError) as error:
        fix = "Look at the network and Slack's status."
        yield Finding("slack", "fail", f"does not answer ({type(error).__name__})", fix)
        return
    headers = {name.lower(): value for name, value in told.headers.items()}
    granted = {scope.strip() for scope in headers.get("x-oauth-scopes", "").split(",")}
    if missing := sorted(SCOPES - granted):
        fix = "Add the scopes under OAuth & Permissions, and install the app anew."
        yield Finding("slack", "fail", f"lacks {', '.join(missing)}", fix)
    else:
        yield Finding("slack", "ok", f"{told['team']} lets us in")
    if settings.slack_handover_channel:
        yield _channel(client, settings.slack_handover_channel)


def _channel(client: WebClient, channel: str) -> Finding:
    name, fix = "slack hand-overs", f"/invite the app in {channel}, or set another channel."
    try:
        told: Any = client.conversations_info(channel=channel)
    except SlackApiError as error:
        return Finding(name, "fail", f"{channel}: {error.response['error']}", fix)
    if not told["channel"].get("is_member"):
        return Finding(name, "fail", f"the app is not in {channel}", fix)
    if not told["channel"].get("is_private"):
        fix = "Customers' words are shown there: make the channel private."
        return Finding(name, "warn", f"everybody of the workspace can read {channel}", fix)
    return Finding(name, "ok", f"shown in {channel}")


def _way_in(settings: Settings) -> Finding:
    name, secrets = "slack requests", secrets_of(settings)
    socket = bool(settings.slack_app_token.get_secret_value())
    if not secrets:
        if socket:
            return Finding(name, "ok", "by Socket Mode")
        fix = "Set SUPERECOM_SLACK_SIGNING_SECRET, from the Basic Information of the app."
        return Finding(name, "fail", "nothing tells them from others'", fix)
    if min(map(len, secrets)) < _LETTERS:
        fix = "Copy the Signing Secret of Basic Information, all 32 letters."
        return Finding(name, "warn", "the signing secret is too short to be Slack's", fix)
    if socket:
        return Finding(name, "ok", "by Socket Mode, and by webhook")
    if not settings.public_url.startswith("https://"):
        fix = "Set SUPERECOM_PUBLIC_URL, with https, or use Socket Mode."
        return Finding(name, "warn", "at an address that Slack cannot reach", fix)
    both = ", two secrets" if len(secrets) > 1 else ""
    return Finding(name, "ok", f"{settings.public_url.rstrip('/')}/hooks/slack/…{both}")
