"""Messages that make a rule: "when …, do …", and the answers to what a rule still lacked."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from rapidfuzz import fuzz

from agent.llm import Question
from agent.planner.deciding import Decider
from agent.planner.fields import enum_phrases
from agent.planner.hearing import Ear, Heard
from agent.planner.leaning import act_of, chosen_number
from agent.planner.recognise.pointers import POINTER
from agent.planner.recognise.shop import shop_of
from agent.planner.rules.tags import Tagged, tag
from agent.planner.rules.writing import Ask, write_rule
from agent.planner.steps import Step, call
from commerce import workflows
from tools.arguments import Kind
from tools.cards import Button
from tools.workflow_arguments import LibraryName

MAKES = "create_workflow"
_IDS = (Kind.ORDER, Kind.PARCEL)
_SURE = 0.4
"""From here on, out of 1, the choice of the tool alone says that a rule is meant."""
_LIKE_A_LABEL = 85
_TO_COME = frozenset(
    ["aaye", "aane", "aate", "aata", "hone", "ho", "jaye", "lage", "kare", "karta", "kre", "mile",
     "milne", "badle", "bane", "nikle", "likhe", "maange"]
)  # fmt: skip
"""Verbs of what may happen: "ndr aate hi", "stock kam ho jaye to"."""
_EVERY = frozenset(["every", "each", "har", "setiap", "كل"])
_CALLED = frozenset(["workflow", "automation", "rule", "niyam", "otomasi", "alur"])
_OF_MANY = frozenset(["hold", "confirm", "cancel", "assign", "reattempt"])
"""What is also done once to many things at a time: "hold every order above 40k" may be that."""
_QUESTIONS = frozenset(
    ["will", "did", "does", "was", "were", "kab", "kyun", "why", "what", "kya", "how", "kaise"]
)


class Automating:
    """Understands a message that makes a rule; `None` where it makes none."""

    def __init__(self, decider: Decider, ear: Ear) -> None:
        self._decider = decider
        self._ear = ear
        self._ctx = decider.ctx
        self._shop = shop_of(decider.ctx)

    def step(self, text: str) -> Step | None:
        """Return the call that makes a rule, or the question for what it lacks."""
        if MAKES not in self._decider.tools:
            return None
        heard = self._ear.hear(text)
        asked = self._decider.memory.question
        if asked is not None and asked.tool == MAKES and "rule" in asked.arguments:
            answered = self._answered(asked, heard)
            if answered is not None:
                return answered
        return self._written(text, {}) if self._is_rule(heard) else None

    def _is_rule(self, heard: Heard) -> bool:
        """Tell whether a message says what shall be done whenever something happens."""
        named = [f for f in heard.found if f.kind in _IDS and f.role != POINTER and f.score > 0.9]
        if named:
            return False
        if says_rule(tag(heard.said, self._shop)):
            return True
        if enum_phrases(LibraryName).find(heard.said.tokens):
            return False
        best = max(heard.shares, key=lambda name: heard.shares[name], default="")
        return best == MAKES and heard.shares[best] >= _SURE

    def _written(self, text: str, answers: Mapping[str, Any]) -> Step:
        rule = write_rule(self._ctx, text, self._shop, answers)
        if isinstance(rule, Ask):
            return self._asks(rule, text, answers)
        tool = self._decider.tools[MAKES]
        return Step(calls=(call(tool, {"definition": workflows.plain(rule)}),))

    def _asks(self, ask: Ask, text: str, answers: Mapping[str, Any]) -> Step:
        return Step(
            question=Question(
                text=self._ctx.say(ask.key, **ask.values),
                options=tuple(Button(label=label, says=label) for _, label in ask.options),
                tool=MAKES,
                argument="definition",
                arguments={
                    "rule": text, "answers": dict(answers), "slot": ask.slot,
                    "options": [[value, label] for value, label in ask.options],
                },
            )
        )  # fmt: skip

    # --- answers ----------------------------------------------------------------------------------

    def _answered(self, asked: Question, heard: Heard) -> Step | None:
        act = act_of(heard.said)
        if act in ("never_mind", "no"):
            return None
        slot = str(asked.arguments["slot"])
        text = str(asked.arguments["rule"])
        if slot == "words":
            # Said anew, whole.
            return self._written(heard.said.text, {}) if self._is_rule(heard) else None
        value = _chosen(asked, heard, agreed=act == "yes")
        if value is None:
            value = self._said(slot, heard)
        if value is None:
            return self._written(heard.said.text, {}) if self._is_rule(heard) else None
        return self._written(text, {**asked.arguments["answers"], slot: value})

    def _said(self, slot: str, heard: Heard) -> Any:
        """Return what an answer in own words gives."""
        tagged = tag(heard.said, self._shop)
        wanted = {
            "by": ("by",), "to": ("person", "room", "to"), "event": ("event",), "at": ("clock",),
            "wait": ("length",), "url": ("url",),
        }.get(slot.rpartition("-")[2])  # fmt: skip
        if wanted is not None:
            values = [t.value for t in tagged.of(*wanted)]
            return values[0] if values else None
        text = heard.said.text.strip(" .\"'")
        match slot:
            case "do":
                return text if tagged.of("do", "report", "by") else None
            case "tag-tag":
                return text if len(text) <= 40 else None
            case "add_note-note":
                return text[:300]
            case "text":
                return text if re.fullmatch(r"[a-z][a-z0-9_-]{0,99}", text) else None
        return None


def says_rule(tagged: Tagged) -> bool:
    """Tell whether words say what to do whenever something happens, and not once or now."""
    if tagged.said.text.endswith("?") or not tagged.of("do", "report", "by", "url"):
        return False
    words = [token.word for token in tagged.tokens]
    if set(words[:2]) & _QUESTIONS:
        return False
    dos = {t.value for t in tagged.of("do")} or {"send"}
    cues = {t.value for t in tagged.of("cue")}
    events = tagged.of("event", "reason")
    looks = tagged.of("number", "pay", "is", "channel", "courier", "nth")
    if set(words) & _CALLED and (events or looks or tagged.of("clock")):
        return True
    if tagged.of("clock", "weekday") and not tagged.of("report"):
        # A report in a rhythm has its own tool; a list that is gone through has none.
        return bool(tagged.of("list")) and bool(tagged.of("clock"))
    if _is_to_come(tagged, words) or ("when" in cues and (events or looks)):
        return True
    if tagged.of("later", within=(0, 2)) and (events or tagged.of("field")):
        return True
    every = cues & {"if", "always"} or set(words) & _EVERY
    if every and (events or looks) and not dos & _OF_MANY:
        return True
    return bool(cues & {"if", "always"} and events)


def _is_to_come(tagged: Tagged, words: Sequence[str]) -> bool:
    """Tell whether something is spoken of that may happen: "ndr aate hi", "adhoora ho to"."""
    return any(
        words[n] in _TO_COME
        for t in tagged.of("event", "is", "reason")
        for n in range(t.first, t.last)
    )


def _chosen(asked: Question, heard: Heard, *, agreed: bool) -> Any:
    """Return the option that an answer picks: by its words, by its place, by a plain yes."""
    options = [(value, str(label)) for value, label in asked.arguments["options"]]
    if not options:
        return None
    if agreed and len(options) == 1:
        return options[0][0]
    text = heard.said.text.lower().strip(" .!")
    for value, label in options:
        if text in (label.lower(), str(value).lower()):
            return value
    place = chosen_number(heard.said)
    if place is not None and 1 <= place <= len(options):
        return options[place - 1][0]
    best = max(options, key=lambda one: fuzz.ratio(text, one[1].lower()))
    return best[0] if fuzz.ratio(text, best[1].lower()) >= _LIKE_A_LABEL else None


