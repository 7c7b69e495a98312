"""Thinks by asking a provider that speaks OpenAI's chat completions."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import openai
import structlog

import prompts
from agent.budget import OpenPurse, Purse, most_tokens
from agent.errors import BrainFailed
from agent.llm import Request, Stream, Thought, Usage
from agent.openai_brain import as_schema
from agent.openai_brain.breaker import Breaker
from agent.openai_brain.conversation import messages_of
from agent.openai_brain.instructions import instructions
from agent.openai_brain.masking import Mask
from agent.openai_brain.people import names_in
from agent.openai_brain.retry import RetryPolicy
from agent.openai_brain.schemas import schema_of
from agent.openai_brain.thoughts import Answer
from commerce import lookup
from commerce.context import Context
from tools.base import Tool

log = structlog.get_logger()

_OF_THE_REQUEST = frozenset({400, 413, 422})
"""Refusals that say something of this request, and nothing of the provider."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one thought may take."""

    seconds: float = 40.0
    """For a whole thought, all its requests and pauses together."""
    request_seconds: float = 25.0
    """Without a sign of life from the provider."""
    tokens: int = 4_000
    """Written at the most, what a reasoning model writes to itself among them."""
    retries: RetryPolicy = field(default_factory=RetryPolicy)

    @classmethod
    def within(cls, seconds: float) -> "Limits":
        """Return limits for a whole thought of so long; a slow model is given time to begin."""
        return cls(seconds=seconds, request_seconds=max(cls().request_seconds, 0.6 * seconds))


class OpenAIBrain:
    """Fills `agent.llm.ChatModel`. Used from one event loop, and closed with it.

    Args:
        api_key: May be empty: a server on one's own machine asks for none.
        base_url: Where a compatible server answers, such as `http://127.0.0.1:11434/v1`; `None` is
            OpenAI itself.
        temperature: `None` leaves it to the provider (reasoning models accept nothing else).
        shop_name: What the shop is called in the system prompt. Called in the thread that thinks.
        purse: Watches over what is spent.
        by_schema: The server knows no tools: it answers by a JSON schema, and puts nothing that was
            found into words.
        prompt: The system prompt in place of `prompts/system.md`, with the same `$` blanks.
        sleep: Waits between requests.
        clock: Seconds, for the breaker.
    """

    name = "openai"

    def __init__(
        self,
        *,
        api_key: str,
        model: str,
        base_url: str | None = None,
        limits: Limits | None = None,
        breaker: Breaker | None = None,
        temperature: float | None = None,
        shop_name: Callable[[Context], str] = lambda _: "the shop",
        purse: Purse | None = None,
        prompt: str | None = None,
        by_schema: bool = False,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limits = limits or Limits()
        self._breaker = breaker or Breaker(clock=clock)
        self._shop_name = shop_name
        self._purse = purse or OpenPurse()
        self._prompt = prompt or prompts.load("system")
        self._by_schema = by_schema
        self._sleep = sleep
        self._client = openai.AsyncOpenAI(
            api_key=api_key or "none",
            base_url=base_url,
            max_retries=0,
            timeout=self._limits.request_seconds,
        )
        self._model = model
        # OpenAI's newer models know only the second name, most other servers only the first.
        most = "max_completion_tokens" if base_url is None else "max_tokens"
        self._settings: dict[str, Any] = {most: self._limits.tokens}
        if temperature is not None:
            self._settings["temperature"] = temperature

    async def aclose(self) -> None:
        """Close the connections to the provider."""
        await self._client.close()

    async def think(self, request: Request, stream: Stream | None = None) -> Thought:
        """Ask the provider for the next step.

        Raises:
            BrainFailed: It is down, slow, cut off, declined, or is being left alone for now; or
                the thought could cost more than is left.
        """
        if self._by_schema and request.outcomes:
            return Thought(brain=self.name)  # The tools have said it.
        self._breaker.check()
        mask = Mask(keep=_Own(request).has, names=names_in(request))
        body = self._body(request, mask)
        size = len(json.dumps(body, ensure_ascii=False).encode())
        upcoming = Usage(tokens_in=most_tokens(size), tokens_out=self._limits.tokens)
        await asyncio.to_thread(self._purse.check, request, upcoming)
        unmasked = mask.streamed(stream) if stream is not None and not self._by_schema else None
        answer = Answer(unmasked)
        try:
            await self._answered(body, answer)
        finally:
            usage = answer.used(size)
            if usage is not None:
                usage = await asyncio.to_thread(self._purse.pay, request, usage)
        if unmasked is not None:
            unmasked.end()
        thought = answer.thought(self.name)
        if self._by_schema and request.tools:
            thought = as_schema.thought_of(thought)
        return replace(
            thought,
            text=mask.restored(thought.text),
            calls=tuple(
                call.model_copy(update={"arguments": mask.restored(call.arguments)})
                for call in thought.calls
            ),
            usage=usage or thought.usage,
            versions=self._versions(tuple(request.tools)),
        )

    async def _answered(self, body: dict[str, Any], answer: Answer) -> None:
        """Let the provider answer, and let the breaker know how that went."""
        try:
            async with asyncio.timeout(self._limits.seconds):
                await self._ask(body, answer)
        except TimeoutError:
            self._breaker.failed()
            raise BrainFailed("The provider did not answer in time.") from None
        except openai.APIError as error:
            if getattr(error, "status_code", None) not in _OF_THE_REQUEST:
                self._breaker.failed()
            # The provider's own words may repeat the key or the conversation: they end here.
            raise BrainFailed(_reason(error)) from None
        except ValueError:
            self._breaker.failed()
            raise BrainFailed("The provider's answer could not be read.") from None
        self._breaker.succeeded()

    def _instructions(self, request: Request, mask: Mask) -> str:
        return instructions(request, self._shop_name(request.context), self._prompt, mask)

    def _versions(self, tools: Sequence[Tool]) -> Mapping[str, str]:
        return {
            "prompt": prompts.fingerprint(self._prompt),
            "examples": prompts.version_of_examples(),
            "tools": _version_of(tuple(tools)),
            "model": self._model,
        }

    def _body(self, request: Request, mask: Mask) -> dict[str, Any]:
        messages = [
            {"role": "system", "content": self._instructions(request, mask)},
            *messages_of(request, mask),
        ]
        if self._by_schema and request.tools:
            return {**self._settings, **as_schema.body_of(messages, tuple(request.tools))}
        body = {**self._settings, "messages": messages}
        if request.tools:
            body["tools"] = [schema_of(tool) for tool in request.tools]
        return body

    async def _ask(self, body: dict[str, Any], answer: Answer) -> None:
        """Send the request until it is answered; what has begun to come is not asked for again."""
        tried = 0
        while True:
            tried += 1
            try:
                if answer.stream is None:
                    answer.take(await self._whole(body))
                    return
                chunks = await self._streamed(body)
                break
            except openai.APIError as error:
                pause = self._limits.retries.pause(error, tried=tried)
                if pause is None:
                    raise
                log.info("provider asked again", reason=_reason(error), after_seconds=pause)
                await self._sleep(pause)
        async with chunks:
            async for chunk in chunks:
                answer.take(chunk)

    # Messages and tools go in `extra_body`: given as arguments, the SDK walks through every schema
    # and message again on each call, which costs five times the CPU of the rest of the request.

    async def _whole(self, body: dict[str, Any]) -> Any:
        return await self._client.chat.completions.create(
            model=self._model, messages=[], extra_body=body
        )

    async def _streamed(self, body: dict[str, Any]) -> Any:
        return await self._client.chat.completions.create(
            model=self._model,
            messages=[],
            stream=True,
            stream_options={"include_usage": True},
            extra_body=body,
        )


@dataclass(frozen=True, slots=True)
class _Own:
    """Tells the shop's own numbers from those of people."""

    request: Request

    def has(self, number: str) -> bool:
        """Tell whether a number is of an order or a parcel that the actor may see."""
        ctx = self.request.context
        return lookup.parcel_exists(ctx, number) or lookup.order_exists(ctx, number)


@lru_cache(maxsize=64)
def _version_of(tools: tuple[Tool, ...]) -> str:
    return prompts.fingerprint(json.dumps([schema_of(tool) for tool in tools]))


def _reason(error: openai.APIError) -> str:
    match error:
        case openai.APITimeoutError():
            return "The provider did not answer in time."
        case openai.APIConnectionError():
            return "The provider could not be reached, or cut the connection."
        case openai.APIStatusError(status_code=401 | 403):
            return f"The provider did not accept the key ({error.status_code})."
        case openai.APIStatusError():
            return f"The provider answered {error.status_code}."
        case _:
            return "The provider reported an error."
