"""Messages that make a rule: "when …, do …", and the answers to what a rule still lacked."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from rapidfuzz import fuzz

from agent.llm import Question
from agent.planner.deciding import Decider
from agent.planner.fields import enum_phrases
from agent.planner.hearing import Ear, Heard
from agent.planner.leaning import act_of, chosen_number
from agent.planner.memory import Memory
from agent.planner.negating import has_negation
from agent.planner.recognise.pointers import POINTER
from agent.planner.rules.actions import actions_of
from agent.planner.rules.changing import changed, changes_something, masked
from agent.planner.rules.tags import Tagged, tag
from agent.planner.rules.writing import Ask, write_rule
from agent.planner.steps import Step, call
from agent.planner.text import read
from agent.planner.workflow_named import spoken_of, workflow_in
from commerce import workflows
from commerce.errors import NotFound
from commerce.workflows import Definition
from tools.arguments import Kind
from tools.base import Effect
from tools.cards import Button
from tools.workflow_arguments import LibraryName

MAKES = "create_workflow"
CHANGES = "change_workflow"
_IDS = (Kind.ORDER, Kind.PARCEL)
_SURE = 0.4
"""From here on, out of 1, the choice of the tool alone says that a rule is meant."""
_LIKE_A_LABEL = 85
_EITHER = 0.5
"""From here on, out of 1, a pause or a new start of something is meant."""
_LOOKS = 0.7
"""From here on, out of 1, something is to be looked at, whatever was spoken of before."""
_SHORTEST = 5
_ABOUT_ONE = (
    CHANGES, "show_workflow", "list_workflows", "dry_run_workflow", "workflow_runs",
    "pause_workflow", "resume_workflow", "retire_workflow", "retry_run", "cancel_run",
)  # fmt: skip
"""Tools about a workflow that is there: what they hear makes no new one."""
_OF_REPORTS = frozenset(["report", "reports", "schedule", "schedules", "subscription", "summary"])
_SHORT = 12
"""Words of a message that may lean on the workflow spoken of: "make it 6 hours"."""
_TO_CHANGE = frozenset(
    [
        "change", "changed", "instead", "jagah", "jaga", "badlo", "badal", "raise", "lower",
        "increase", "decrease", "reduce", "badha", "badhao", "ghata", "ghatao", "limit", "edit",
        "update", "remove", "drop", "delete", "hata", "hatao", "nikalo", "rather", "bound",
        "rakho", "wait", "waiting", "actually", "no", "step", "chalao", "run", "begin", "start",
        "jodo", "ubah", "ganti", "غير", "بدل",
    ]
)  # fmt: skip
"""Words by which something is changed, beside what it is changed to."""
_TO_COME = frozenset(
    ["aaye", "aane", "aate", "aata", "hone", "ho", "jaye", "lage", "kare", "karta", "kre", "mile",
     "milne", "badle", "bane", "nikle", "likhe", "maange"]
)  # fmt: skip
"""Verbs of what may happen: "ndr aate hi", "stock kam ho jaye to"."""
_HINDI = frozenset(["ne", "ka", "ki", "ke", "ko", "karo", "kar", "do", "dena", "hai", "ho"])
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
        self._shop = ear.shop

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
        if self._is_rule(heard):
            return self._written(text, {})
        return self._of_library(heard) or self._switched(heard) or self._changed(asked, heard)

    def _switched(self, heard: Heard) -> Step | None:
        """Return the pause or the new start of a workflow, where a report may be meant by the verb.

        "Pause the COD one" names a workflow, and "pause it" leans on the one spoken of.
        """
        if heard.said.text.endswith("?") or has_negation(heard.said):
            return None
        if set(heard.said.words) & _OF_REPORTS:
            return None
        for verb in ("pause", "resume"):
            name = f"{verb}_workflow"
            share = sum(
                heard.shares.get(f"{verb}_{what}", 0.0) for what in ("workflow", "schedule")
            )
            if share < _EITHER or name not in self._decider.tools:
                continue
            named = workflow_in(self._ctx, heard.said)
            leans = len(heard.said.tokens) <= _SHORTEST
            of_late = spoken_of(_last(self._decider.memory)) if leans else None
            meant = named[0] if named is not None else of_late
            if meant is not None:
                return Step(calls=(call(self._decider.tools[name], {"workflow": meant}),))
        return None

    # --- changes ----------------------------------------------------------------------------------

    def _of_library(self, heard: Heard) -> Step | None:
        """Return one of the library with what is to be otherwise: "… chalu karo, 6 ghante"."""
        best = max(heard.shares, key=lambda name: heard.shares[name], default="")
        hits = enum_phrases(LibraryName).find(heard.said.tokens)
        if best != MAKES or len({hit.value for hit in hits}) != 1:
            return None
        tokens = heard.said.tokens
        tagged = tag(heard.said, self._shop)
        for hit in hits:
            tagged = masked(tagged, tokens[hit.first].start, tokens[hit.last - 1].end)
        if not changes_something(tagged):
            return None
        definition = changed(
            self._ctx, workflows.from_library(hits[0].value), tagged, self._shop.words.states
        )
        if definition is None:
            return None
        return self._call(MAKES, definition)

    def _changed(self, asked: Question | None, heard: Heard) -> Step | None:
        """Return a workflow's definition changed by what is said, or ask what shall differ."""
        if CHANGES not in self._decider.tools or act_of(heard.said) is not None:
            return None
        best = max(heard.shares, key=lambda name: heard.shares[name], default="")
        chosen = best == CHANGES and heard.shares[best] >= _SURE
        waited = asked is not None and asked.tool == CHANGES and asked.argument == "definition"
        of_late = spoken_of(_last(self._decider.memory))
        leans = of_late is not None and self._may_lean(heard, best)
        if not (chosen or waited or leans):
            return None
        tagged = tag(heard.said, self._shop)
        actions_of(tagged)  # The name of a tag, the words of a note: not strange.
        if not (chosen or waited) and _strange(tagged):
            return None
        name = str(asked.arguments["workflow"]) if waited and asked is not None else None
        named = workflow_in(self._ctx, heard.said, by_name=True)
        if name is None and named is not None:
            name = named[0]
            if chosen:
                tagged = masked(tagged, *named[1:])
        name = name or spoken_of(self._decider.memory)
        there = self._definition(name) if name is not None else None
        if there is None or name is None:
            return None
        definition, tool = there
        new = None
        if changes_something(tagged):
            new = changed(self._ctx, definition, tagged, self._shop.words.states)
        if new is not None:
            return self._call(tool, new)
        if not chosen:
            return None
        text = self._ctx.say("rule-ask-change", title=definition.title)
        question = Question(
            text=text, tool=CHANGES, argument="definition", arguments={"workflow": name}
        )
        return Step(question=question)

    def _may_lean(self, heard: Heard, best: str) -> bool:
        """Tell whether a message may be about what was spoken of, and is no look at something."""
        if len(heard.said.tokens) > _SHORT or _names_things(heard):
            return False
        tool = self._decider.tools.get(best)
        looks = tool is not None and tool.effect is Effect.READ
        return not looks or heard.shares[best] < _LOOKS

    def _definition(self, name: str) -> tuple[Definition, str] | None:
        """Return what a workflow does now, and by which tool it is to be changed.

        One that still waits for its yes is asked for anew.
        """
        try:
            return workflows.show(self._ctx, name).definition, CHANGES
        except NotFound:
            pass
        for turn in reversed(self._decider.memory.past):
            for outcome in reversed(turn.outcomes):
                given = outcome.call.arguments
                kept = given.get("definition")
                if isinstance(kept, dict) and kept.get("name") == name:
                    return workflows.parse(kept), MAKES
                if given.get("library") == name:
                    return workflows.from_library(name), MAKES
        return None

    def _call(self, tool: str, definition: Definition) -> Step:
        given = {"definition": workflows.plain(definition)}
        return Step(calls=(call(self._decider.tools[tool], given),))

    # --- new ones ---------------------------------------------------------------------------------

    def _is_rule(self, heard: Heard) -> bool:
        """Tell whether a message says what shall be done whenever something happens."""
        best = max(heard.shares, key=lambda name: heard.shares[name], default="")
        about_one = best in _ABOUT_ONE and heard.shares[best] >= _EITHER
        if about_one or _names_things(heard):
            return False
        if says_rule(tag(heard.said, self._shop)):
            return True
        if enum_phrases(LibraryName).find(heard.said.tokens):
            return False
        return best == MAKES and heard.shares[best] >= _SURE

    def _written(self, text: str, answers: Mapping[str, Any]) -> Step:
        rule = write_rule(self._ctx, text, self._shop, answers)
        if isinstance(rule, Ask):
            return self._asks(rule, text, answers)
        return self._call(MAKES, rule)

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


def _is_supposed(tagged: Tagged, words: Sequence[str]) -> bool:
    """Tell whether it is said how things should be done: "orders above 20k should be tagged"."""
    supposed = any(pair in (("should", "be"), ("must", "be")) for pair in pairwise(words))
    return supposed and bool(tagged.of("do")) and bool(tagged.of("number", "channel", "pay", "is"))


def _is_then(tagged: Tagged, words: Sequence[str]) -> bool:
    """Tell whether an event is followed by its "then": "mana kiya to Imran ko de do"."""
    ends = {t.last for t in tagged.of("event", "bad", "reason")}
    dos = tagged.of("do")
    thens = [n for n, word in enumerate(words) if word in ("to", "toh", "tab")]
    follows = any(n in ends or n - 1 in ends for n in thens if any(do.first > n for do in dos))
    return follows and bool(_HINDI & set(words))


def _last(memory: Memory) -> Memory:
    """Return the memory of the last turn alone."""
    return Memory(list(memory.past)[-1:], memory.tools)


def _strange(tagged: Tagged) -> bool:
    """Tell whether a message has words that no change of a rule would have."""
    return any(read(word).words[0] not in _TO_CHANGE for word in tagged.unknown())


def _names_things(heard: Heard) -> bool:
    """Tell whether an order or a parcel is named: what is then said is said of that one."""
    return any(f.kind in _IDS and f.role != POINTER and f.score > 0.9 for f in heard.found)


def says_rule(tagged: Tagged) -> bool:
    """Tell whether words say what to do whenever something happens, and not once or now."""
    if tagged.said.text.endswith("?") or not tagged.of("do", "report", "by", "url"):
        return False
    words = [token.word for token in tagged.tokens]
    if set(words[:2]) & _QUESTIONS:
        return False
    dos = {t.value for t in tagged.of("do")} or {"send"}
    cues = {t.value for t in tagged.of("cue")}
    events = tagged.of("event", "bad", "reason")
    looks = tagged.of("number", "pay", "is", "channel", "courier", "nth")
    if set(words) & _CALLED and (events or looks or tagged.of("clock")):
        return True
    if tagged.of("clock", "weekday") and not tagged.of("report"):
        # A report in a rhythm has its own tool; a list that is gone through has none.
        return bool(tagged.of("list")) and bool(tagged.of("clock"))
    if _is_to_come(tagged, words) or ("when" in cues and (events or looks)):
        return True
    if _is_supposed(tagged, words) or _is_then(tagged, words):
        return True
    if tagged.of("later", within=(0, 2)) and (events or tagged.of("field")):
        return True
    every = cues & {"if", "always"} or set(words) & _EVERY
    # "Agar 249 ka kar dein to batao" wonders: a bare number and a "tell me" make no rule.
    wonders = dos == {"send"} and not tagged.of("pay", "is", "channel", "courier", "by", "room")
    if every and (events or (looks and not wonders)) and not dos & _OF_MANY:
        return True
    return bool(cues & {"if", "always"} and events)


def _is_to_come(tagged: Tagged, words: Sequence[str]) -> bool:
    """Tell whether something is spoken of that may happen: "ndr aate hi", "adhoora ho to"."""
    return any(
        words[n] in _TO_COME
        for t in tagged.of("event", "bad", "is", "reason")
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
