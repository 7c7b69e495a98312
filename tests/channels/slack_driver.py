"""Slack, as the suite of all channels drives it."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import count
from typing import Any
from urllib.parse import urlencode

from starlette.types import ASGIApp

from app.connecting import Connector
from app.connecting.slack import connect_slack
from app.doubles.slack import BOT, TEAM, Json, SlackDouble
from tests.channels.driver import Post

USER = "U1ASHA"


class SlackDriver:
    """Fills `tests.channels.driver.Driver`."""

    channel = "slack"
    sender = f"{TEAM}:{USER}"
    address = "D1ASHA"
    receives = True
    is_timed = True

    def __init__(self) -> None:
        self.connector: Connector = connect_slack
        self.vendor = SlackDouble()
        self.vendor.join(USER, "Asha")
        self.vendor.direct(USER)
        self._ids = count(1)

    @property
    def app(self) -> ASGIApp:
        """The Web API."""
        return self.vendor.app

    def settings(self, vendor: str) -> Mapping[str, Any]:
        """Return the settings, while the signing secret is exchanged."""
        return {
            "slack_bot_token": self.vendor.token, "slack_api_url": f"{vendor}/api/",
            "slack_signing_secret": f"the-next-secret, {self.vendor.secret}",
        }  # fmt: skip

    def says(self, text: str, at: datetime) -> Post:
        """Return a direct message."""
        return self.event({"type": "message", "text": text}, at)

    def replies(self, text: str, to: str, at: datetime) -> Post:
        """Return a message in the thread beneath another."""
        thread = to.rpartition(":")[2]
        return self.event({"type": "message", "text": text, "thread_ts": thread}, at)

    def sends_unknown(self, at: datetime) -> Post:
        """Return a file that is not there any more."""
        files = [{"id": "F1", "mode": "tombstone"}]
        return self.event({"type": "message", "subtype": "file_share", "files": files}, at)

    def presses(self, token: str, at: datetime) -> Post:
        """Return a pressed button of a direct message."""
        number = next(self._ids)
        payload = {
            "type": "block_actions", "team": {"id": TEAM}, "user": {"id": USER, "team_id": TEAM},
            "container": {"type": "message", "channel_id": self.address, "message_ts": "1.0"},
            "actions": [
                {"type": "button", "action_id": "a", "action_ts": f"{number}.0", "value": token}
            ],
        }  # fmt: skip
        body = urlencode({"payload": json.dumps(payload)}).encode()
        return self._signed("/hooks/slack/interactivity", body, at, self.vendor)

    def with_wrong_secret(self, post: Post) -> Post:
        """Return it as somebody else signs it."""
        when = float(post.headers["X-Slack-Request-Timestamp"])
        headers = SlackDouble(secret="somebody-elses").signed(post.body, when)
        return Post(path=post.path, body=post.body, headers=headers)

    def tampered(self, post: Post) -> Post:
        """Return it with another letter in its body."""
        body = post.body[:-2] + b"X" + post.body[-1:]
        return Post(path=post.path, body=body, headers=post.headers)

    def taken(self) -> Sequence[str]:
        """Return what the person sees of the assistant."""
        return [one.words for one in self.vendor.seen_by(USER)]

    def tokens(self) -> Sequence[str]:
        """Return what the last message's buttons carry."""
        return [one["value"] for one in self.vendor.seen_by(USER)[-1].buttons]

    def fail(self, times: int) -> None:
        """Be down."""
        for _ in range(times):
            self.vendor.plan("chat.postMessage", "internal_error")

    def limit(self, seconds: int) -> bool:
        """Ask for patience."""
        self.vendor.plan("chat.postMessage", "ratelimited", seconds=seconds)
        return True

    def event(self, event: Json, at: datetime, *, event_id: str = "") -> Post:
        """Return an event of the person's direct messages, signed."""
        number = next(self._ids)
        ts = f"{int(at.timestamp())}.{number:06d}"
        told = {"user": USER, "channel": self.address, "channel_type": "im", "ts": ts, **event}
        body = {
            "type": "event_callback", "team_id": TEAM, "event": told,
            "event_id": event_id or f"Ev{number:04d}",
            "authorizations": [{"team_id": TEAM, "user_id": BOT}],
        }  # fmt: skip
        return self._signed("/hooks/slack/events", json.dumps(body).encode(), at, self.vendor)

    def _signed(self, path: str, body: bytes, at: datetime, vendor: SlackDouble) -> Post:
        return Post(path=path, body=body, headers=vendor.signed(body, at.timestamp()))
