"""Telling other programs: signed, and nobody inside the house."""

import json
from collections.abc import Sequence

import httpx
import pytest

from commerce.errors import Rejected, Unavailable
from commerce.ports import WebhookCall
from integrations.webhooks import HttpWebhooks, signature

CALL = WebhookCall(key="wf:7:0", shop_id=1, url="https://example.org/in?x=1", body={"order": "A-1"})


class Program:
    """The other side."""

    def __init__(self, status: int = 200) -> None:
        self.status = status
        self.heard: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.heard.append(request)
        return httpx.Response(self.status, headers={"Location": "https://10.0.0.1/"})


def webhooks(program: Program, *addresses: str) -> HttpWebhooks:
    def resolve(host: str, port: int) -> Sequence[str]:
        return addresses

    return HttpWebhooks(lambda: b"secret", resolve=resolve, transport=httpx.MockTransport(program))


def test_a_program_is_told_at_the_address_that_was_looked_up_and_can_prove_who_told() -> None:
    program = Program()
    ours = webhooks(program, "93.184.215.14")
    assert ours.call(CALL) == "200"
    [request] = program.heard
    assert str(request.url) == "https://93.184.215.14/in?x=1"
    assert request.headers["Host"] == "example.org"
    assert request.extensions["sni_hostname"] == "example.org"
    body = request.read()
    assert json.loads(body) == {"order": "A-1"}
    own = signature(ours.secret_of(1).encode(), "wf:7:0", body)
    assert request.headers["X-SuperEcom-Signature"] == own
    assert ours.secret_of(1) != ours.secret_of(2)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "::1", "fd00::1", "fe80::1%eth0", "::ffff:10.0.0.1", "224.0.0.1",
    ],
)  # fmt: skip
def test_no_address_inside_is_called(address: str) -> None:
    program = Program()
    with pytest.raises(Rejected):
        webhooks(program, "93.184.215.14", address).call(CALL)
    assert program.heard == []


def test_a_redirect_is_a_no() -> None:
    program = Program(302)
    with pytest.raises(Rejected):
        webhooks(program, "93.184.215.14").call(CALL)
    assert len(program.heard) == 1


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_program_in_trouble_is_asked_again_later(status: int) -> None:
    with pytest.raises(Unavailable):
        webhooks(Program(status), "93.184.215.14").call(CALL)
