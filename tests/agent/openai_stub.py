"""An OpenAI-compatible provider on this machine, scripted, for tests over real HTTP.

    with StubProvider(Says("Hello."), Fails(429, retry_after="1")) as provider:
        brain = OpenAIBrain(api_key="k", model="m", base_url=provider.url)

Each request takes the next step of the script. A step may also be a function of the request's body
that returns a step; `otherwise` answers whatever comes once the script is over, so that a whole
assistant can talk to it. `provider.requests` holds what it was sent.

`python -m tests.agent.openai_stub` serves one that repeats what tools say, to try the product with.
"""

import json
import socket
import threading
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

import uvicorn
from fastapi import FastAPI, Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

Body = dict[str, Any]


@dataclass(frozen=True)
class Says:
    """Words, streamed in the given pieces."""

    text: str
    pieces: int = 3
    finish: str = "stop"


@dataclass(frozen=True)
class Call:
    """One tool call; `arguments` as an object, or as the text a confused model would write."""

    name: str
    arguments: Mapping[str, Any] | str = field(default_factory=dict)
    id: str = ""

    @property
    def written(self) -> str:
        """The arguments as they go over the wire."""
        if isinstance(self.arguments, str):
            return self.arguments
        return json.dumps(self.arguments)


@dataclass(frozen=True)
class Calls:
    """Tool calls made at once, their pieces interleaved when streamed."""

    calls: tuple[Call, ...]
    text: str = ""
    numbered: bool = True
    """Whether streamed pieces carry an index, as OpenAI's do and some servers' do not."""

    @classmethod
    def of(cls, *calls: Call, text: str = "") -> Self:
        """Return calls made at once."""
        return cls(calls, text)


@dataclass(frozen=True)
class Refuses:
    """The model declines."""

    text: str = "I cannot help with that."


@dataclass(frozen=True)
class Fails:
    """An HTTP error."""

    status: int
    retry_after: str | None = None
    code: str | None = None
    message: str = "Something is wrong."


@dataclass(frozen=True)
class Hangs:
    """No answer until the client gives up."""


@dataclass(frozen=True)
class CutsOff:
    """The connection ends in the middle of the answer, or before its first byte."""

    after: str = ""
    status_sent: bool = True


@dataclass(frozen=True)
class Raw:
    """Bytes as they stand."""

    body: str
    media_type: str = "application/json"


Step = Says | Calls | Refuses | Fails | Hangs | CutsOff | Raw
Script = Step | Callable[[Body], Step]


@dataclass(frozen=True)
class Seen:
    """One request as it came."""

    body: Body
    headers: Mapping[str, str]

    @property
    def messages(self) -> list[Body]:
        """The conversation it carried."""
        return list(self.body["messages"])

    @property
    def tools(self) -> list[str]:
        """The names of the tools it offered."""
        return [tool["function"]["name"] for tool in self.body.get("tools", ())]


class StubProvider:
    """Serves the script on 127.0.0.1 while the `with` block runs."""

    def __init__(self, *script: Script, otherwise: Script | None = None) -> None:
        self.requests: list[Seen] = []
        self._script = deque(script)
        self._otherwise = otherwise
        self._socket = socket.socket()
        self._server = uvicorn.Server(
            uvicorn.Config(
                self.app(),
                log_level="critical",
                lifespan="off",
                ws="none",
                timeout_graceful_shutdown=1,
            )
        )
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True
        )

    @property
    def url(self) -> str:
        """What to give as `base_url`."""
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}/v1"

    def __enter__(self) -> Self:
        self._socket.bind(("127.0.0.1", 0))
        # It listens from now on: what connects before the server is up waits in the backlog.
        self._socket.listen()
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()

    def play(self, *script: Script) -> None:
        """Add steps to the script."""
        self._script.extend(script)

    def forget(self) -> None:
        """Begin anew: an empty script, and no requests seen."""
        self._script.clear()
        self.requests.clear()

    def assert_complete(self) -> None:
        """Fail where steps of the script were never asked for."""
        assert not self._script, f"{len(self._script)} steps of the script were not reached."

    def app(self) -> FastAPI:
        """Return the provider as a web application."""
        app = FastAPI()

        @app.post("/v1/chat/completions")
        async def complete(request: Request) -> Response:
            body = await request.json()
            self.requests.append(Seen(body, dict(request.headers)))
            step = self._next(body)
            if isinstance(step, Hangs):
                while (await request.receive())["type"] != "http.disconnect":
                    pass
            return _response(step, streamed=bool(body.get("stream")))

        return app

    def _next(self, body: Body) -> Step:
        step = self._script.popleft() if self._script else self._otherwise
        if step is None:
            return Fails(501, message="The script is over.")
        return step(body) if callable(step) else step


def unanswered_calls(messages: list[Body]) -> list[str]:
    """Return the ids of calls that are not answered right after they were made.

    Providers refuse a conversation that has one.
    """
    missing: list[str] = []
    waiting: list[str] = []
    for message in messages:
        if message["role"] == "tool" and message["tool_call_id"] in waiting:
            waiting.remove(message["tool_call_id"])
            continue
        missing += waiting
        waiting = [call["id"] for call in message.get("tool_calls") or ()]
    return missing + waiting


def repeats_what_tools_say(body: Body) -> Step:
    """Answer with the sentences of this turn's tools; a step for `otherwise`."""
    said: list[str] = []
    for message in reversed(body["messages"]):
        if message["role"] != "tool":
            break
        data = message["content"].split("<data>\n")[1].split("\n</data>")[0]
        said.insert(0, json.loads(data)["says"])
    return Says(" ".join(filter(None, said)) or "How can I help with the shop?")


class _Aborted(Response):
    """A response whose connection ends before it does."""

    def __init__(self, chunks: list[str], *, status_sent: bool, streamed: bool) -> None:
        super().__init__()
        self._chunks = chunks
        self._status_sent = status_sent
        self._media_type = "text/event-stream" if streamed else "application/json"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what there is and return early; the server then drops the connection."""
        if not self._status_sent:
            raise ConnectionAbortedError
        headers = [(b"content-type", self._media_type.encode()), (b"content-length", b"100000")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        for chunk in self._chunks:
            await send({"type": "http.response.body", "body": chunk.encode(), "more_body": True})


def _response(step: Step, *, streamed: bool) -> Response:
    match step:
        case Fails():
            headers = {"retry-after": step.retry_after} if step.retry_after else {}
            error = {"message": step.message, "type": "error", "code": step.code}
            return JSONResponse({"error": error}, step.status, headers)
        case Raw():
            return Response(step.body, media_type=step.media_type)
        case CutsOff():
            begun = [_event(_delta(content=step.after))] if streamed and step.after else []
            return _Aborted(begun, status_sent=step.status_sent, streamed=streamed)
        case Hangs():
            return Response(status_code=499)
    if not streamed:
        return JSONResponse(_whole(step))
    return StreamingResponse(_events(step), media_type="text/event-stream")


async def _events(step: Says | Calls | Refuses) -> AsyncIterator[str]:
    for chunk in _chunks(step):
        yield _event(chunk)
    yield "data: [DONE]\n\n"


_USAGE = {"prompt_tokens": 120, "completion_tokens": 15, "total_tokens": 135}


def _whole(step: Says | Calls | Refuses) -> Body:
    message: Body = {"role": "assistant", "content": None}
    finish = "stop"
    match step:
        case Says():
            message["content"], finish = step.text, step.finish
        case Refuses():
            message["refusal"] = step.text
        case Calls():
            message["content"] = step.text or None
            message["tool_calls"] = [
                {
                    "id": call.id or f"call_{index}",
                    "type": "function",
                    "function": {"name": call.name, "arguments": call.written},
                }
                for index, call in enumerate(step.calls)
            ]
            finish = "tool_calls"
    choice = {"index": 0, "message": message, "finish_reason": finish}
    return {
        "id": "chatcmpl-stub", "object": "chat.completion", "created": 1, "model": "stub",
        "choices": [choice], "usage": _USAGE,
    }  # fmt: skip


def _chunks(step: Says | Calls | Refuses) -> Iterator[Body]:
    yield _delta(role="assistant", content="")
    match step:
        case Says():
            size = max(1, -(-len(step.text) // step.pieces))
            for at in range(0, len(step.text), size):
                yield _delta(content=step.text[at : at + size])
            yield _chunk({}, step.finish)
        case Refuses():
            yield _delta(refusal=step.text)
            yield _chunk({}, "stop")
        case Calls():
            if step.text:
                yield _delta(content=step.text)
            yield from _call_pieces(step)
            yield _chunk({}, "tool_calls")
    yield {**_chunk({}, None), "choices": [], "usage": _USAGE}


def _call_pieces(step: Calls) -> Iterator[Body]:
    """Begin every call, then give the first and then the second halves of their arguments."""
    if not step.numbered:
        for number, call in enumerate(step.calls):
            made = {"name": call.name, "arguments": call.written}
            whole = {"id": call.id or f"call_{number}", "type": "function", "function": made}
            yield _delta(tool_calls=[whole])
        return
    for index, call in enumerate(step.calls):
        begun = {"name": call.name, "arguments": ""}
        named = {"id": call.id or f"call_{index}", "type": "function", "function": begun}
        yield _delta(tool_calls=[{"index": index, **named}])
    halves = [(call.written, len(call.written) // 2) for call in step.calls]
    for index, (text, middle) in enumerate(halves):
        yield _delta(tool_calls=[{"index": index, "function": {"arguments": text[:middle]}}])
    for index, (text, middle) in enumerate(halves):
        yield _delta(tool_calls=[{"index": index, "function": {"arguments": text[middle:]}}])


def _delta(**delta: Any) -> Body:
    return _chunk(delta, None)


def _chunk(delta: Body, finish: str | None) -> Body:
    return {
        "id": "chatcmpl-stub", "object": "chat.completion.chunk", "created": 1, "model": "stub",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
    }  # fmt: skip


def _event(chunk: Body) -> str:
    return f"data: {json.dumps(chunk)}\n\n"


if __name__ == "__main__":
    uvicorn.run(StubProvider(otherwise=repeats_what_tools_say).app(), host="127.0.0.1", port=8089)
