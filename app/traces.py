"""OpenTelemetry traces of turns, by the semantic conventions for generative AI.

`invoke_agent` is a turn, `chat` a thought, `execute_tool` a step of a tool call:
https://opentelemetry.io/docs/specs/semconv/gen-ai/. What was said is left out unless the settings
ask for it. OpenTelemetry is an extra, and is imported only where traces are on.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from agent.watching import CallNote, ThoughtNote, TurnNote
from app.settings import Settings
from commerce.errors import Refused

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Span, Tracer

AGENT = "superecom"
_PROVIDERS = {"openai": "openai"}


class Traces:
    """Opens a span around what it watches (`agent.watching.Watcher`)."""

    def __init__(self, provider: "TracerProvider", *, model: str, content: bool = False) -> None:
        """Take where spans go.

        Args:
            provider: Made by `exporting`, or by a test.
            model: The LLM's name, for its spans.
            content: Whether to record what was said and what tools found.
        """
        self._provider = provider
        self._tracer: Tracer = provider.get_tracer("superecom")
        self._model = model
        self._content = content

    def close(self) -> None:
        """Send what is left."""
        self._provider.shutdown()

    @contextmanager
    def turn(self, note: TurnNote) -> Iterator[None]:
        """Trace a turn."""
        known = {
            "gen_ai.operation.name": "invoke_agent",
            "gen_ai.provider.name": AGENT,
            "gen_ai.agent.name": AGENT,
            "gen_ai.conversation.id": note.conversation,
            "superecom.turn": note.turn,
            "superecom.channel": note.channel,
            "superecom.role": note.role,
            "superecom.language": note.language,
        }
        with self._span(f"invoke_agent {AGENT}", known) as span:
            self._say(span, "gen_ai.input.messages", [_message("user", note.text)])
            try:
                yield
            finally:
                span.set_attribute("superecom.brain", note.brain)
                span.set_attribute("superecom.outcome", note.outcome)
                if note.outcome == "failed":
                    self._fail(span, "turn_failed")

    @contextmanager
    def thought(self, note: ThoughtNote) -> Iterator[None]:
        """Trace a thought."""
        from opentelemetry.trace import SpanKind

        asked = self._model if note.brain == "openai" else note.brain
        known = {
            "gen_ai.operation.name": "chat",
            "gen_ai.provider.name": _PROVIDERS.get(note.brain, AGENT),
            "gen_ai.request.model": asked,
            "superecom.tools": len(note.request.tools),
        }
        kind = SpanKind.CLIENT if note.brain == "openai" else SpanKind.INTERNAL
        with self._span(f"chat {asked}", known, kind) as span:
            self._say(span, "gen_ai.input.messages", [_message("user", note.request.text)])
            try:
                yield
            finally:
                self._thought_of(span, note)

    @contextmanager
    def call(self, note: CallNote) -> Iterator[None]:
        """Trace a step of a tool call."""
        known = {
            "gen_ai.operation.name": "execute_tool",
            "gen_ai.tool.name": note.tool,
            "gen_ai.tool.type": "function",
            "gen_ai.tool.call.id": f"{note.turn}:{note.call.id}",
            "superecom.effect": note.effect,
        }
        with self._span(f"execute_tool {note.tool}", known) as span:
            self._say(span, "gen_ai.tool.call.arguments", note.call.arguments)
            try:
                yield
            finally:
                span.set_attribute("superecom.outcome", note.status)
                self._say(span, "gen_ai.tool.call.result", note.facts)
                if note.status == "failed":
                    self._fail(span, "tool_failed")

    def _thought_of(self, span: "Span", note: ThoughtNote) -> None:
        thought = note.thought
        if thought is None:
            self._fail(span, "brain_failed")
            return
        answered = thought.brain or note.brain
        span.set_attribute(
            "gen_ai.response.model", self._model if answered == "openai" else answered
        )
        span.set_attribute("gen_ai.usage.input_tokens", thought.usage.tokens_in)
        span.set_attribute("gen_ai.usage.output_tokens", thought.usage.tokens_out)
        span.set_attribute(
            "gen_ai.response.finish_reasons", ["tool_calls" if thought.calls else "stop"]
        )
        if answered != note.brain:
            self._fail(span, "brain_failed")
        self._say(span, "gen_ai.output.messages", [_message("assistant", thought.text)])

    @contextmanager
    def _span(self, name: str, known: dict[str, Any], kind: Any = None) -> Iterator["Span"]:
        from opentelemetry.trace import SpanKind

        # An exception's words may repeat what people said: only its type is kept.
        with self._tracer.start_as_current_span(
            name,
            kind=kind or SpanKind.INTERNAL,
            attributes=known,
            record_exception=False,
            set_status_on_exception=False,
        ) as span:
            try:
                yield span
            except BaseException as error:
                self._fail(span, type(error).__name__)
                raise

    def _fail(self, span: "Span", kind: str) -> None:
        from opentelemetry.trace import StatusCode

        span.set_attribute("error.type", kind)
        span.set_status(StatusCode.ERROR)

    def _say(self, span: "Span", name: str, value: object) -> None:
        if self._content:
            span.set_attribute(name, json.dumps(value, ensure_ascii=False, default=str))


def exporting(settings: Settings) -> Traces | None:
    """Return what sends traces by OTLP, or `None` where they are off.

    Raises:
        Refused: Traces are on, and OpenTelemetry is not installed.
    """
    if settings.traces == "off":
        return None
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ModuleNotFoundError as error:
        raise Refused("error-no-opentelemetry") from error
    provider = TracerProvider(resource=Resource.create({"service.name": "superecom-assistant"}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return Traces(provider, model=settings.openai_model, content=settings.traces_content)


def _message(role: str, text: str) -> dict[str, Any]:
    return {"role": role, "parts": [{"type": "text", "content": text}]}
