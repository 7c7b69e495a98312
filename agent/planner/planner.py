"""The planner as a chat model: one request in, one thought out."""

import asyncio
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

import structlog

import prompts
from agent.llm import Question, Request, Stream, Thought
from agent.planner.attached import Attached, with_fitting_exports
from agent.planner.choose.model import Chooser, Weights
from agent.planner.deciding import Decider
from agent.planner.following import Follower, said_of
from agent.planner.hearing import Ear
from agent.planner.leaning import leftover
from agent.planner.memory import Memory
from agent.planner.mood import NO_VERBS, Verbs, verbs_of
from agent.planner.recalling import Recalled, expanded, with_more
from agent.planner.recognise.shop import shop_of
from agent.planner.rules import Automating
from agent.planner.splitting import parts_of, requests_in, texts_to_hear, to_the_point
from agent.planner.steps import Step, together
from agent.planner.text import clean
from knowledge.embedding import Embedder, default_embedder
from tools import Tool

log = structlog.get_logger()

SHIPPED = Path(__file__).with_name("weights.npz")


class Planner:
    """The embedded brain. Fills `agent.llm.ChatModel`; needs no key and no network."""

    name = "planner"

    def __init__(self, cache: Path | None, embedder: Embedder | None = None) -> None:
        """Take where to keep weights that had to be trained here; nothing is loaded yet.

        Args:
            cache: A folder of this installation; `None` keeps nothing.
            embedder: `None` takes this machine's own, if it has one.
        """
        self._cache = cache
        self._embedder = embedder
        self._chooser: Chooser | None = None
        self._loading = threading.Lock()
        self._verbs: Mapping[str, Verbs] = {}
        self._versions: Mapping[str, str] = {}

    async def think(self, request: Request, stream: Stream | None = None) -> Thought:
        """Return the next step: calls for a new message, the answer once they have run."""
        if request.outcomes or not request.tools:
            return await self._answer(request, stream)
        step = await self._plan(request)
        if step.text and not step.calls and stream is not None:
            stream(step.text)
        return Thought(
            text=step.text if not step.calls else "",
            calls=step.calls,
            question=None if step.calls else step.question,
            brain=self.name,
            sure=step.sure if step.calls else 0.0,
            versions=self._versions,
        )

    async def _answer(self, request: Request, stream: Stream | None) -> Thought:
        """Say what the calls gave; of a message with several parts, ask what is still open."""
        told = (said_of(request, outcome) for outcome in request.outcomes)
        text = " ".join(one for one in told if one)
        if stream is not None and text:
            stream(text)
        question: Question | None = None
        if request.tools and len(parts_of(clean(request.text))) > 1:
            step = await self._plan(request)
            question = step.question
            text = " ".join(part for part in (text, step.text) if part)
        if question is not None:
            text = f"{text}\n\n{question.text}" if text else question.text
        return Thought(text=text, question=question, brain=self.name)

    async def _plan(self, request: Request) -> Step:
        if self._chooser is None:
            await asyncio.to_thread(self._load, request.tools)
        assert self._chooser is not None
        tools = {tool.name: tool for tool in request.tools}
        ear = Ear(self._chooser, self._embedder, shop_of(request.context))
        memory = Memory(request.past, tools)
        verbs = {name: self._verbs.get(name) or NO_VERBS for name in tools}
        decider = Decider(request.context, tools, verbs, memory)
        text = clean(request.text)
        about_files = Attached(decider, ear, request.attachments).step(text)
        if about_files is not None:
            return about_files
        parts = expanded(request.known, text)
        if not parts:
            changed = _changed(with_more(request.known, text), decider, ear)
            return changed or with_fitting_exports(await self._of_words(text, decider, ear))
        return together([await self._of_part(part, decider, ear) for part in parts])

    async def _of_part(self, part: str | Recalled, decider: Decider, ear: Ear) -> Step:
        """Return what a part of a message leads to: what its name stands for, or its words."""
        if isinstance(part, Recalled):
            return Step(calls=part.calls, sure=1.0)
        return with_fitting_exports(await self._of_words(clean(part), decider, ear))

    async def _of_words(self, text: str, decider: Decider, ear: Ear) -> Step:
        unsure = ear.unsure(texts_to_hear(text))
        if unsure:
            # The one slow part; it reads no rows, so the session stays with this thread.
            await asyncio.to_thread(ear.ask_meaning, unsure)
        automated = Automating(decider, ear).step(text)
        if automated is not None:
            return automated
        followed = Follower(decider, ear).step(ear.hear(text))
        if followed is not None:
            return followed
        whole, text = text, to_the_point(ear, decider, text)
        if text != whole and (unsure := ear.unsure([text])):
            await asyncio.to_thread(ear.ask_meaning, unsure)
        if len(parts_of(text)) < 2:
            return decider.decide(ear.hear(text))
        return together([decider.decide(heard) for heard in requests_in(ear, decider, text)])

    async def likely(self, request: Request, most: int) -> Sequence[Tool]:
        """Return the tools that a message is likeliest about, the likeliest first."""
        if self._chooser is None:
            await asyncio.to_thread(self._load, request.tools)
        assert self._chooser is not None
        ear = Ear(self._chooser, self._embedder, shop_of(request.context))
        heard = ear.hear(clean(request.text))
        await asyncio.to_thread(ear.ask_meaning, [heard])
        ranked = sorted(request.tools, key=lambda tool: -heard.shares.get(tool.name, 0.0))
        return ranked[:most]

    def warm(self, tools: Sequence[Tool]) -> None:
        """Load what the first message would wait for; in a thread, while nobody waits."""
        self._load(tools)
        if self._embedder is not None:
            self._embedder.embed(["hello"])

    def _load(self, tools: Sequence[Tool]) -> None:
        with self._loading:
            if self._chooser is None:
                self._load_now(tools)

    def _load_now(self, tools: Sequence[Tool]) -> None:
        if self._embedder is None:
            self._embedder = default_embedder()
        weights = self._weights(tools)
        if self._embedder is not None and weights.embedder != self._embedder.name:
            self._embedder = None
        self._verbs = {
            name: verbs_of(name, weights.triggers, weights.pairs, weights.told)
            for name in weights.classes
        }
        self._versions = {"weights": weights.content[:12]}
        self._chooser = Chooser(weights)

    def _weights(self, tools: Sequence[Tool]) -> Weights:
        """Return shipped weights, those trained here before, or freshly trained ones."""
        needed = {tool.name for tool in tools} & prompts.examples().keys()
        if SHIPPED.is_file():
            weights = Weights.load(SHIPPED)
            if needed <= set(weights.classes):
                return weights
        return self._trained()

    def _trained(self) -> Weights:
        from agent.planner.training import content_hash, train
        from tools import TOOLS

        kept = self._cache / f"planner-{content_hash()[:16]}.npz" if self._cache else None
        if kept is not None and kept.is_file():
            return Weights.load(kept)
        log.info("training the planner; its shipped weights lack a tool")
        weights = train(TOOLS, self._embedder, self._cache)
        if kept is not None:
            weights.save(kept)
        return weights


def _changed(found: tuple[Recalled, str] | None, decider: Decider, ear: Ear) -> Step | None:
    """Return a named request with what was said beside its name: another place, another period.

    `None` where the rest says anything else.
    """
    if found is None or len(found[0].calls) != 1:
        return None
    (before,), heard = found[0].calls, ear.hear(found[1])
    tool = decider.tools.get(before.name)
    filled = decider.fill(tool.name, heard) if tool is not None else None
    if filled is None or not filled.arguments or leftover(heard.said, filled.spans):
        return None
    arguments = {**before.arguments, **filled.arguments}
    return Step(calls=(before.model_copy(update={"arguments": arguments}),), sure=1.0)
