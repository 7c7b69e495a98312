"""The simulator as a newcomer plays it: a parcel fails, its customer answers, the agent sees it."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.settings import Settings
from app.simulator import wanted
from tests.app.test_processes import served, shop_rows, superecom

REATTEMPT = """
    SELECT count(*) FROM outbox
    WHERE payload LIKE '%"action": "reattempt"%' AND payload LIKE '%' || ? || '%'
"""
SECONDS = 60.0
"""A busy machine answers late; what never comes still fails."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo shop with parcels on their way."""
    home = tmp_path_factory.mktemp("stage")
    superecom("demo", "--orders", "1500", home=home)
    return home


class Page:
    """The simulator's page, without the browser."""

    def __init__(self, address: str) -> None:
        self.http = httpx.Client(
            base_url=f"{address}/simulator", headers={"Origin": address}, timeout=30
        )
        self.earlier = len(self.phone("customer"))

    def act(self, what: str, **told: Any) -> httpx.Response:
        return self.http.post(f"/{what}", json=told)

    def state(self) -> dict[str, Any]:
        state: dict[str, Any] = self.http.get("/state").json()
        return state

    def phone(self, who: str) -> list[dict[str, Any]]:
        return next(list(one["messages"]) for one in self.state()["phones"] if one["id"] == who)

    def press_first(self, who: str, nth: int) -> None:
        """Press the first button of the nth message that has any, once it has come."""
        message = until(lambda: self.asking(who)[nth:] and self.asking(who)[nth])
        choice = next(b["choices"][0]["id"] for b in message["blocks"] if b["kind"] == "choices")
        assert self.act("press", who=who, of=message["id"], choice=choice).status_code == 200

    def asking(self, who: str) -> list[dict[str, Any]]:
        news = self.phone(who)[self.earlier :]
        return [m for m in news if any(b["kind"] == "choices" for b in m["blocks"])]

    def said(self, who: str) -> str:
        return "\n".join(
            block.get("text", "") for message in self.phone(who) for block in message["blocks"]
        )


def until(found: Callable[[], Any]) -> Any:
    """Wait for something and return it."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if value := found():
            return value
        time.sleep(0.2)
    raise AssertionError("it did not come")


@pytest.fixture(scope="module")
def stage(home: Path) -> Iterator[str]:
    """The address of a process that serves the page."""
    with served(home) as (address, _):
        yield address


@pytest.fixture
def page(stage: str) -> Iterator[Page]:
    """The page, as somebody opens it."""
    page = Page(stage)
    yield page
    page.http.close()


@pytest.mark.slow
def test_another_site_cannot_play(page: Page) -> None:
    foreign = page.http.post("/fail", json={}, headers={"Origin": "https://elsewhere.example"})
    form = page.http.post("/fail", data={"a": "b"})
    assert (foreign.status_code, form.status_code) == (403, 403)
    assert not page.phone("customer")
    assert page.act("press", who="customer", of="x", choice="y").status_code == 409


@pytest.mark.slow
def test_a_customer_answers_a_failed_delivery_and_the_agent_sees_it(page: Page, home: Path) -> None:
    parcel = re.search(r"Parcel (\S+) of order (\S+) for", page.state()["parcel"]["text"])
    assert parcel is not None
    assert page.act("fail").status_code == 200
    page.press_first("customer", 0)  # deliver again
    page.press_first("customer", 1)  # the first day that is possible
    page.press_first("customer", 2)  # yes
    until(lambda: shop_rows(home, REATTEMPT, parcel[1]) == [(1,)])
    assert page.act("say", who="agent", text=f"/order {parcel[2]}", place="").status_code == 200
    until(lambda: parcel[2] in str(page.state()["slack"]["tabs"][1]["messages"]))
    page.act("say", who="seller", text="aaj kitne order aaye?", place="")
    until(lambda: "₹" in page.said("seller"))


@pytest.mark.slow
def test_a_customer_confirms_a_cash_order_by_one_press(page: Page, home: Path) -> None:
    assert page.act("order").status_code == 200
    page.press_first("customer", 0)  # yes, send it
    confirmed = "SELECT status FROM orders WHERE tags LIKE '%customer-confirmed%'"
    until(lambda: shop_rows(home, confirmed) == [("Confirmed",)])


@pytest.mark.parametrize(
    ("changed", "demo"),
    [
        ({}, False),
        ({"simulator": "off"}, True),
        ({"host": "0.0.0.0"}, True),
        ({"public_url": "https://ops.example.in"}, True),
        ({"whatsapp_carrier": "twilio"}, True),
    ],
)
def test_nothing_is_played_beside_a_real_shop_or_for_others(
    changed: dict[str, Any], demo: bool
) -> None:
    assert not wanted(Settings().model_copy(update=changed), demo=demo)
    assert wanted(Settings(), demo=True)
