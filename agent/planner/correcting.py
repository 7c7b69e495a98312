"""Putting right what was just asked or done: "sorry, make that tomorrow", "kal nahi parso"."""

from dataclasses import dataclass

from agent.llm import ToolCall
from agent.planner.deciding import Decider
from agent.planner.fields import fields_of
from agent.planner.filling import Filled
from agent.planner.hearing import Ear, Heard
from agent.planner.leaning import FILLERS, leftover
from agent.planner.mood import Mood, mood_of
from agent.planner.negating import has_negation
from agent.planner.recognise.found import phrases_of
from agent.planner.recognise.pointers import POINTER, place_of
from agent.planner.steps import Step
from agent.planner.text import Said, read
from tools.arguments import Kind
from tools.base import Effect, Tool

_IDS = (Kind.ORDER, Kind.PARCEL)
_IN_OWN_WORDS = (Kind.REASON, Kind.LANDMARK)
_MOST_WORDS = 14

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Correction:
    """A message that says what was meant instead of the last call."""

    decider: Decider
    ear: Ear

    def step(self, heard: Heard) -> Step | None:
        """Return the last call again with what is corrected; `None` where nothing is.

        Whatever the message says besides must be its own small words or the verb of that call,
        commanded: a prohibition, a question or a wish for something else is heard as itself.
        """
        before = self._before()
        if before is None or len(heard.said.tokens) > _MOST_WORDS:
            return None
        cues = _cues(heard.said)
        replaced = _replaced(heard)
        if not cues and not replaced:
            return None
        tool = self.decider.tools[before.name]
        meant = self.ear.hear(_without(heard.said, [*cues, *replaced]))
        new, spans = self._said_anew(tool, meant)
        if not new or not self._is_only_that(tool, meant, spans):
            return None
        merged = {k: v for k, v in before.arguments.items() if k != "skip"} | new
        return self.decider.carry_out(Filled(tool, merged))

    def _before(self) -> ToolCall | None:
        """Return the only call of the last turn: of several, nobody knows which is meant."""
        past = self.decider.memory.past
        outcomes = past[-1].outcomes if past else ()
        if len(outcomes) != 1 or outcomes[0].call.name not in self.decider.tools:
            return None
        return outcomes[0].call

    def _said_anew(self, tool: Tool, meant: Heard) -> tuple[dict[str, object], list[Span]]:
        filled = self.decider.fill(tool.name, meant)
        new = {
            spot.name: filled.arguments[spot.name]
            for spot in fields_of(tool.arguments)
            if spot.name in filled.arguments and spot.kind not in _IN_OWN_WORDS
        }
        spans = list(filled.spans)
        pointers = [f for f in meant.found if f.role == POINTER]
        places = [f for f in pointers if place_of(f.value) is not None]
        if not pointers:
            return new, spans
        spans += [(f.start, f.end) for f in pointers]
        for spot in fields_of(tool.arguments):
            if spot.kind not in _IDS or spot.kind is None or not spot.required:
                continue
            # "It" is what is corrected, and names nothing new.
            new.pop(spot.name, None)
            value = places and self.decider.memory.pointed_at(spot.kind, place_of(places[-1].value))
            if value:
                new[spot.name] = value
        return new, spans

    def _is_only_that(self, tool: Tool, meant: Heard, spans: list[Span]) -> bool:
        verbs = self.decider.verbs[tool.name]
        left = leftover(meant.said, spans, looking=tool.effect is Effect.READ)
        words = [token for token in left if token.word not in FILLERS]
        if any(not verbs.named_by(token) for token in words):
            return False
        if tool.effect is Effect.READ:
            return True
        if words:
            return mood_of(meant.said, verbs) is Mood.COMMAND
        return not has_negation(meant.said) and not meant.said.text.endswith("?")


def rules_out(said: Said) -> bool:
    """Tell whether more than the no at its start is a no: "nahi, 1043 nahi" wishes nothing."""
    return has_negation(read(_without(said, _cues(said))))


def _cues(said: Said) -> list[Span]:
    """Return the words that say that something was wrong, and a no at the start."""
    tokens = said.tokens
    hits = [*phrases_of("dialogue_words", "correction").find(tokens)]
    at = 0
    for hit in phrases_of("dialogue_words", "no").find(tokens[:4]):
        if hit.first != at or tokens[hit.first].word in ("dont", "don't"):
            break
        hits.append(hit)
        at = hit.last
    return [(tokens[hit.first].start, tokens[hit.last - 1].end) for hit in hits]


def _replaced(heard: Heard) -> list[Span]:
    """Return values that are taken back: the "kal nahi" of "kal nahi parso"."""
    tokens, spans = heard.said.tokens, []
    for index, token in enumerate(tokens):
        if token.word not in ("nahi", "nhi", "nahin", "नहीं") or index == 0:
            continue
        before = [f for f in heard.found if f.end == tokens[index - 1].end]
        after = [f for f in heard.found if f.start >= token.end]
        if before and {f.kind for f in before} & {f.kind for f in after}:
            spans.append((min(f.start for f in before), token.end))
    return spans


def _without(said: Said, spans: list[Span]) -> str:
    text = said.text
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return read(" ".join(text.split()).strip(" ,.;:-")).text
