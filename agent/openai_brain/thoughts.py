"""What a provider answered, whole or in pieces, as a thought."""

import json
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ConfigDict

from agent.errors import BrainFailed
from agent.llm import Stream, Thought, ToolCall, Usage

MALFORMED = "not_valid_json"
"""The only argument of a call whose arguments were no JSON object: what was written instead.

No tool has an argument of this name, so that the call fails its check like any other bad call, and
the model is told to mend it."""

_MOST_MALFORMED = 500


class _Wire(BaseModel):
    # The SDK hands on whatever came, unchecked; compatible servers leave out much of it.
    model_config = ConfigDict(from_attributes=True, extra="ignore")


class _Function(_Wire):
    name: str | None = None
    arguments: Any = None


class _CallPiece(_Wire):
    index: int | None = None
    id: str | None = None
    function: _Function | None = None


class _Words(_Wire):
    content: str | None = None
    refusal: str | None = None
    tool_calls: list[_CallPiece] | None = None


class _Choice(_Wire):
    delta: _Words | None = None
    message: _Words | None = None
    finish_reason: str | None = None


class _Counted(_Wire):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None


class _Piece(_Wire):
    choices: list[_Choice] | None = None
    usage: _Counted | None = None


@dataclass(slots=True)
class _Call:
    id: str = ""
    name: str = ""
    arguments: Any = ""
    """The text so far; from some servers the object itself."""


@dataclass(slots=True)
class Answer:
    """An answer as it is put together from its pieces."""

    stream: Stream | None = None
    _text: str = ""
    _refusal: str = ""
    _usage: Usage = field(default_factory=Usage)
    _finished: bool = False
    _calls: list[_Call] = field(default_factory=list)
    _by_index: dict[int, _Call] = field(default_factory=dict)

    def take(self, came: object) -> None:
        """Add a piece of a streamed answer, or the one piece of a whole one.

        Words go to the stream as they come.

        Raises:
            ValueError: It is nothing that a provider would say.
        """
        piece = _Piece.model_validate(came)
        if piece.usage is not None:
            self._usage = Usage(
                tokens_in=piece.usage.prompt_tokens or 0,
                tokens_out=piece.usage.completion_tokens or 0,
            )
        for choice in (piece.choices or ())[:1]:
            self._finished |= bool(choice.finish_reason) or choice.message is not None
            if choice.message is not None:
                self._take_words(choice.message, whole=True)
            elif choice.delta is not None:
                self._take_words(choice.delta, whole=False)

    def thought(self, brain: str) -> Thought:
        """Return the whole as a thought.

        Raises:
            BrainFailed: It is cut off, empty, or the model declined.
        """
        if not self._finished:
            raise BrainFailed("The provider's answer ended before it was complete.")
        if self._refusal and not self._calls:
            raise BrainFailed("The model declined to answer.")
        calls = tuple(_call(index, call) for index, call in enumerate(self._calls))
        text = self._text.strip()
        if not calls and not text:
            raise BrainFailed("The provider's answer was empty.")
        return Thought(text=text, calls=calls, usage=self._usage, brain=brain)

    def used(self, size: int) -> Usage | None:
        """Return what the answer took; `None` where none had begun.

        Not every server counts, and an answer that is cut off is never counted: then it is reckoned
        from the request's size in bytes and the letters that came.
        """
        if self._usage.tokens_in or self._usage.tokens_out:
            return self._usage
        if not (self._text or self._calls or self._finished):
            return None
        written = self._text + "".join(str(call.arguments) for call in self._calls)
        return Usage(tokens_in=size // 4, tokens_out=-(-len(written.encode()) // 4))

    def _take_words(self, words: _Words, *, whole: bool) -> None:
        self._refusal += words.refusal or ""
        if words.content:
            self._text += words.content
            if self.stream is not None:
                self.stream(words.content)
        for number, piece in enumerate(words.tool_calls or ()):
            self._take_call(piece, number if whole else piece.index)

    def _take_call(self, piece: _CallPiece, index: int | None) -> None:
        call = self._call_of(piece, index)
        call.id = call.id or piece.id or ""
        made = piece.function or _Function()
        call.name += made.name or ""
        if isinstance(made.arguments, str) and isinstance(call.arguments, str):
            call.arguments += made.arguments
        elif made.arguments is not None:
            call.arguments = made.arguments

    def _call_of(self, piece: _CallPiece, index: int | None) -> _Call:
        """Return the call that a piece belongs to.

        Not every server numbers its calls; some give each the number 0, but an id of its own.
        """
        if index is not None:
            call = self._by_index.get(index)
        else:
            call = self._calls[-1] if self._calls and not piece.id else None
        if call is None or (piece.id and call.id and piece.id != call.id):
            call = _Call()
            self._calls.append(call)
            if index is not None:
                self._by_index[index] = call
        return call


def _call(index: int, call: _Call) -> ToolCall:
    return ToolCall(
        id=call.id or f"call{index}", name=call.name, arguments=_arguments(call.arguments)
    )


def _arguments(written: Any) -> dict[str, Any]:
    """Read a call's arguments. An argument that is null is left out, which means the same."""
    read = written
    if isinstance(written, str):
        try:
            read = json.loads(written or "{}")
        except ValueError:
            read = None
    if not isinstance(read, dict):
        return {MALFORMED: str(written)[:_MOST_MALFORMED]}
    return {str(name): value for name, value in read.items() if value is not None}
