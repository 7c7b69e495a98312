"""The API holds to its own description, whatever it is sent, by whoever is signed in.

Two shops that look alike stand behind it, so that what it says of another's shows.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from channels.web.security import proof_for
from tests.channels.web.two_shops import two_shops
from tests.safety.asking import aimed
from tests.safety.world import FIRST, Someone
from tools import TOOLS, Effect

# The server's own thread draws random numbers while cases are made.
pytestmark = pytest.mark.filterwarnings(
    "ignore:Do not use the `random` module:hypothesis.errors.HypothesisDeprecationWarning"
)

CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance,
    response_schema_conformance,
]  # fmt: skip
ELSEWHERE = ("/events", "/sign-out")
"""How paths end that have tests of their own: one never ends, one ends the session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """The running API, its description, and who is signed in on which browser."""

    address: str
    described: Any
    browsers: dict[str, tuple[Someone, requests.Session]]
    sent: list[str]
    """Ids of files that they sent."""

    def call(self, case: Any, by: str) -> None:
        """Send a case as the page of someone would, and hold the answer to the description."""
        someone, browser = self.browsers[by]
        headers = dict(browser.headers)
        if case.method == "POST" and case.media_type is None:
            headers["Content-Type"] = "application/json"  # As the page's script sends it.
        answer = case.call(base_url=self.address, session=browser, headers=headers)
        case.validate_response(answer, checks=CHECKS)
        _tells_nothing_of_another(someone, answer.text)


@pytest.fixture(scope="module")
def api(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    """The API, with everybody of both shops signed in."""
    with two_shops(sqlite_template, tmp_path_factory.mktemp("contract")) as web:
        browsers = {
            name: (someone, _browser(web.address, web.secrets[name]))
            for name, someone in web.everybody.items()
        }
        yield Api(
            address=web.address, described=schemathesis.openapi.from_dict(web.app.openapi()),
            browsers=browsers, sent=web.sent,
        )  # fmt: skip
        for _, browser in browsers.values():
            browser.close()


def _tells_nothing_of_another(someone: Someone, answer: str) -> None:
    heard = answer.casefold()
    assert [word for word in someone.foreign if word.casefold() in heard] == []


def _browser(address: str, secret: str) -> requests.Session:
    browser = requests.Session()
    browser.headers.update(
        {
            "Origin": address,
            "X-CSRF-Token": proof_for(secret),
            "Cookie": f"superecom-session={secret}",
        }
    )
    return browser


OWNER, BUYER = f"{FIRST} Owner", f"{FIRST} buyer Tamborin"


@pytest.mark.parametrize(
    ("who", "mode"),
    [
        (OWNER, GenerationMode.POSITIVE),
        (BUYER, GenerationMode.POSITIVE),
        (OWNER, GenerationMode.NEGATIVE),
    ],
    ids=["an owner, right", "a customer, right", "an owner, wrong"],
)
def test_the_api_does_as_it_says(api: Api, who: str, mode: GenerationMode) -> None:
    for found in api.described.get_all_operations():
        operation = found.ok()
        if operation.path.endswith(ELSEWHERE):
            continue

        @seed(20261122)
        @settings(
            max_examples=8, database=None, deadline=None, phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(case=operation.as_strategy(generation_mode=mode))
        def holds(case: Any) -> None:
            api.call(case, who)

        with suppress(Unsatisfiable):  # What takes nothing cannot be sent anything wrong.
            holds()


@pytest.mark.parametrize("who", [OWNER, BUYER], ids=["owner", "customer"])
def test_a_look_from_a_page_tells_nothing_of_another(api: Api, who: str) -> None:
    someone, browser = api.browsers[who]
    for tool in TOOLS:
        for arguments in aimed(tool, api.sent)[:3]:
            body: dict[str, Any] = {"tool": tool.name, "arguments": arguments}
            answer = browser.post(f"{api.address}/api/look", json=body)
            assert answer.status_code == 200
            ours = tool.open_to(someone.actor) and tool.effect is Effect.READ
            assert ours or answer.json()["status"] == "refused"
            if not any(word in str(arguments) for word in someone.foreign):
                _tells_nothing_of_another(someone, answer.text)
