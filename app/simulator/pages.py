"""The simulator's page, and what it asks and presses."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

Json = dict[str, Any]

STATIC: Final = Path(__file__).parent / "static"
_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}  # fmt: skip
_MOST_BYTES: Final = 20_000


@dataclass(frozen=True, slots=True)
class NotPossible(Exception):
    """What was pressed is not there any more, or not yet."""

    said: str


class Play(Protocol):
    """What the page shows and does."""

    def state(self) -> Json:
        """Return all that is to be seen."""
        ...

    def say(self, who: str, text: str, place: str) -> None:
        """Let somebody write.

        Raises:
            NotPossible: There is nobody of that name.
        """
        ...

    def press(self, who: str, of: str, choice: str) -> None:
        """Let somebody press a button.

        Raises:
            NotPossible: There is no such button any more.
        """
        ...

    def home(self) -> None:
        """Open the agent's home tab."""
        ...

    def submit(self, values: Mapping[str, str]) -> None:
        """Send the form that is open before the agent."""
        ...

    def fail(self) -> None:
        """Have the courier fail to deliver the parcel.

        Raises:
            NotPossible: It is not out for delivery.
        """
        ...

    def order(self) -> None:
        """Have the customer order something for cash, and be asked to confirm it."""
        ...


def pages(play: Play) -> Starlette:
    """Return the page and what it asks, to be served under `/simulator`."""

    async def page(request: Request) -> Response:
        del request
        return FileResponse(STATIC / "simulator.html", headers=_HEADERS)

    async def state(request: Request) -> Response:
        del request
        return JSONResponse(await run_in_threadpool(play.state), headers=_HEADERS)

    async def act(request: Request) -> Response:
        trouble = _trouble(request)
        body = b"" if trouble else await request.body()
        if trouble or len(body) > _MOST_BYTES:
            return JSONResponse({"trouble": trouble or "That is too long."}, 403)
        try:
            told = dict(json.loads(body).items())
            await run_in_threadpool(_act, play, request.path_params["what"], told)
        except NotPossible as error:
            return JSONResponse({"trouble": error.said}, 409)
        except (ValueError, KeyError, AttributeError, TypeError):
            return JSONResponse({"trouble": "That could not be understood."}, 400)
        return JSONResponse({})

    return Starlette(
        routes=[
            Route("/", page),
            Route("/state", state),
            Route("/{what:str}", act, methods=["POST"]),
            Mount("/static", StaticFiles(directory=STATIC)),
        ]
    )


def _act(play: Play, what: str, told: Mapping[str, Any]) -> None:
    match what:
        case "say":
            play.say(str(told["who"]), str(told["text"])[:1000], str(told.get("place", "")))
        case "press":
            play.press(str(told["who"]), str(told["of"]), str(told["choice"]))
        case "home":
            play.home()
        case "submit":
            play.submit({str(key): str(value) for key, value in told["values"].items()})
        case "fail":
            play.fail()
        case "order":
            play.order()
        case _:
            raise ValueError(what)


def _trouble(request: Request) -> str:
    """Tell why a request is not our own page's; another site must not play here."""
    kind = request.headers.get("content-type", "").partition(";")[0]
    origin = request.headers.get("origin", "")
    host = request.headers.get("host", "")
    if kind != "application/json" or origin.partition("://")[2] != host:
        return "Only the simulator's own page may do this."
    return ""
