"""Signed requests to programs whose address somebody typed in.

The address is looked up once and exactly that one is called, so that a name that means something
else a moment later (DNS rebinding) leads nowhere; only public addresses are called, and no redirect
is followed.
"""

import hashlib
import hmac
import ipaddress
import json
import socket
from collections.abc import Callable, Sequence
from typing import Final
from urllib.parse import urlsplit

import httpx

from commerce.errors import Rejected, Unavailable
from commerce.ports import WebhookCall

SECONDS: Final = 10.0
_AGAIN: Final = frozenset({408, 409, 425, 429})
"""Answers, beside the other side's own failures, after which asking again is worth it."""

Resolve = Callable[[str, int], Sequence[str]]


def signature(secret: bytes, key: str, body: bytes) -> str:
    """Return what proves that a request is ours: HMAC-SHA256 of its key, a dot and its body."""
    return hmac.new(secret, key.encode() + b"." + body, hashlib.sha256).hexdigest()


def addresses(host: str, port: int) -> Sequence[str]:
    """Return the IP addresses of a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


class HttpWebhooks:
    """Fills `commerce.ports.Webhooks`."""

    def __init__(
        self, secret: Callable[[], bytes], *, resolve: Resolve = addresses,
        transport: httpx.BaseTransport | None = None,
    ) -> None:  # fmt: skip
        """Take what reads the secret of which each shop's own is made."""
        self._secret = secret
        self._resolve = resolve
        self._transport = transport

    def secret_of(self, shop_id: int) -> str:
        """Return the secret that a shop's requests are signed with."""
        return hmac.new(self._secret(), f"shop:{shop_id}".encode(), hashlib.sha256).hexdigest()

    def call(self, call: WebhookCall) -> str:
        """Tell one program and return the status it answered.

        Raises:
            Unavailable: Nobody answered; asking again is safe.
            Rejected: The address is not public, or the program said no.
        """
        parts = urlsplit(call.url)
        host, port = parts.hostname or "", parts.port or 443
        if parts.scheme != "https" or not host:
            raise Rejected("error-workflow-private-address", host=host or call.url)
        address = self._public(host, port)
        body = json.dumps(dict(call.body), ensure_ascii=False, sort_keys=True).encode()
        named = f"[{address}]" if ":" in address else address
        headers = {
            "Host": host if port == 443 else f"{host}:{port}",
            "Content-Type": "application/json",
            "Idempotency-Key": call.key,
            "X-SuperEcom-Signature": signature(
                self.secret_of(call.shop_id).encode(), call.key, body
            ),
        }
        try:
            with httpx.Client(
                timeout=SECONDS, follow_redirects=False, trust_env=False, transport=self._transport
            ) as client:
                answer = client.post(
                    f"https://{named}:{port}{parts.path or '/'}"
                    + (f"?{parts.query}" if parts.query else ""),
                    content=body, headers=headers, extensions={"sni_hostname": host},
                )  # fmt: skip
        except httpx.HTTPError as error:
            raise Unavailable("error-workflow-webhook-silent", host=host) from error
        if answer.is_success:
            return str(answer.status_code)
        if answer.status_code >= 500 or answer.status_code in _AGAIN:
            raise Unavailable("error-workflow-webhook-silent", host=host)
        raise Rejected("error-workflow-webhook-refused", host=host, status=str(answer.status_code))

    def _public(self, host: str, port: int) -> str:
        """Return the address to call; every address of the host must be public."""
        try:
            found = self._resolve(host, port)
        except OSError as error:
            raise Unavailable("error-workflow-webhook-silent", host=host) from error
        if not found or not all(_is_public(one) for one in found):
            raise Rejected("error-workflow-private-address", host=host)
        return found[0]


def _is_public(address: str) -> bool:
    one = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(one, ipaddress.IPv6Address) and one.ipv4_mapped is not None:
        one = one.ipv4_mapped
    return one.is_global and not one.is_multicast
