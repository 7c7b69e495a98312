"""Messages that lean on what was said before: answers, corrections, "and last month?", "why?"."""

from collections.abc import Sequence
from typing import Any

from rapidfuzz import fuzz

from agent.llm import CallOutcome, Question, Request, ToolCall
from agent.planner import thresholds
from agent.planner.correcting import Correction, rules_out
from agent.planner.deciding import Decider
from agent.planner.fields import Field, fields_of
from agent.planner.fill import values_for
from agent.planner.filling import Filled, plain
from agent.planner.hearing import Ear, Heard
from agent.planner.leaning import (
    act_of,
    begins_with,
    chosen_number,
    leftover,
    points_at,
    says,
)
from agent.planner.recognise.amounts import bare_number
from agent.planner.recognise.pointers import POINTER
from agent.planner.shortcuts import named_here
from agent.planner.steps import Step, call
from agent.planner.text import read
from tools.arguments import Kind
from tools.base import Effect, Tool
from tools.cards import Button

_IDS = (Kind.ORDER, Kind.PARCEL)
_IN_OWN_WORDS = (
    Kind.REASON, Kind.LANDMARK, Kind.NOTE, Kind.ADDRESS, Kind.NAME, Kind.CONTACT,
    Kind.SHORTCUT,
    Kind.QUESTION,
)  # fmt: skip
_BY_NAME = (Kind.PRODUCT, Kind.CUSTOMER, Kind.PLACE, Kind.WAREHOUSE, Kind.PERSON)
_NUMBERS = (Kind.MONEY, Kind.DAYS, Kind.QUANTITY, Kind.LIMIT)
_EXPLAINED_BY = {
    "explain_risk": "explain_risk", "review_order": "explain_risk", "risky_orders": "explain_risk",
    "advise_on_ndr": "advise_on_ndr",
    "forecast_demand": "forecast_demand", "plan_reorder": "forecast_demand",
    "forecast_revenue": "forecast_revenue",
    "advise_on_price": "advise_on_price", "compare_prices": "advise_on_price",
    "simulate_price": "simulate_price", "set_price": "advise_on_price",
    "show_customer": "show_customer", "list_customers": "show_customer",
}  # fmt: skip
"""Tool → the one whose answer holds the reasons of its score, in the fact `why`."""
_SHORT_WHY = 7
"""Words of a question that may lean on the score before it: "itna risk kyun hai"."""
_LIKE_A_LABEL = 88
"""Similarity, out of 100, from which a typed answer is taken for an option's label."""


def said_of(request: Request, outcome: CallOutcome) -> str:
    """Return the words of a call's answer; its reasons where "why?" was asked of the one before."""
    reasons = outcome.facts.get("why")
    if not isinstance(reasons, str) or not reasons:
        return outcome.says
    latest = (o for turn in reversed(request.past) for o in reversed(turn.outcomes))
    before = next(latest, None)
    asked = read(request.text)
    leans = before is not None and _EXPLAINED_BY.get(before.call.name) == outcome.call.name
    is_why = says(asked, "why") and len(asked.tokens) <= _SHORT_WHY
    return reasons if leans and is_why else outcome.says


class Follower:
    """Understands a message by the conversation; `None` where it stands on its own."""

    def __init__(self, decider: Decider, ear: Ear) -> None:
        self._decider = decider
        self._ear = ear
        self._ctx = decider.ctx
        self._memory = decider.memory
        self._tools = decider.tools

    def step(self, heard: Heard) -> Step | None:
        """Return what a message means in this conversation."""
        act = act_of(heard.said) or ("why" if self._asks_why(heard) else None)
        question = self._memory.question
        if question is not None and act not in ("never_mind", "no"):
            answered = self._answer(question, heard, act)
            if answered is not None:
                return answered
        if act is not None and (done := self._act(act, heard)) is not None:
            return done
        if act is None and (name := self._names(heard)) is not None:
            return Step(calls=(call(self._tools["remember"], {"name": name}),))
        corrected = Correction(self._decider, self._ear).step(heard) if act is None else None
        return corrected or self._continuation(heard) or self._bare_id(heard)

    def _names(self, heard: Heard) -> str | None:
        """Return what was shown last is to be called from now on, where that is said."""
        if "remember" not in self._tools or self._memory.last_call is None:
            return None
        ids = any(f.kind in _IDS and f.role != POINTER for f in heard.found)
        return None if ids else named_here(heard.said)

    # --- answers to what was asked ------------------------------------------------------------

    def _answer(self, question: Question, heard: Heard, act: str | None) -> Step | None:
        if act == "yes":
            return self._agreed(question)
        option = self._option(question, heard)
        if option is not None:
            return self._pressed(option)
        if not question.argument or question.tool not in self._tools:
            return None
        return self._completed(question, heard)

    def _agreed(self, question: Question) -> Step | None:
        if question.tool in self._tools and not question.argument:
            tool = self._tools[question.tool]
            return Step(calls=(call(tool, dict(question.arguments)),))
        if len(question.options) == 1:
            return self._pressed(question.options[0])
        return Step(question=question) if question.options and question.argument else None

    def _option(self, question: Question, heard: Heard) -> Button | None:
        options = question.options
        if not options:
            return None
        text = heard.said.text.lower().strip(" .!")
        for option in options:
            if text in (option.label.lower(), option.says.lower()):
                return option
        place = points_at(heard.found)
        number = chosen_number(heard.said)
        if place is None and number is not None and 1 <= number <= len(options):
            place = number - 1
        if place is not None and -len(options) <= place < len(options) and self._is_short(heard):
            return options[place]
        alike = max(options, key=lambda option: fuzz.ratio(text, option.label.lower()))
        return alike if fuzz.ratio(text, alike.label.lower()) >= _LIKE_A_LABEL else None

    def _pressed(self, option: Button) -> Step | None:
        tap = option.tap
        if tap is not None and tap.kind == "call" and tap.tool in self._tools:
            return Step(calls=(call(self._tools[tap.tool], dict(tap.arguments)),))
        return self._decider.decide(self._ear.hear(option.says))

    def _completed(self, question: Question, heard: Heard) -> Step | None:
        tool = self._tools[question.tool]
        spot = next((s for s in fields_of(tool.arguments) if s.name == question.argument), None)
        if spot is None or self._is_a_request_of_its_own(tool, heard):
            return None
        values = self._values(spot, heard)
        filled = self._decider.fill(tool.name, heard)
        more = filled.arguments
        if not values:
            # "On which day?" - "1043": the question stands, about the other parcel.
            if not more or leftover(heard.said, filled.spans):
                return None
            return self._decider.carry_out(Filled(tool, {**question.arguments, **more}))
        known = {**more, **question.arguments, spot.name: values[0]}
        also = ((spot.name, tuple(values[1:])),) if len(values) > 1 else ()
        return self._decider.carry_out(Filled(tool, known, also=also))

    def _values(self, spot: Field, heard: Heard) -> list[Any]:
        said = heard.said
        if spot.kind in _IN_OWN_WORDS:
            return [said.text[:300]]
        if spot.kind in _IDS and (place := points_at(heard.found)) is not None:
            shown = self._memory.shown(spot.kind)
            return [shown[place].id] if -len(shown) <= place < len(shown) else []
        values = values_for(self._ctx, spot, said, heard.found)
        if not values and spot.kind in _NUMBERS and (number := bare_number(said)):
            values = [plain(number.value)]
        if not values and spot.kind in _BY_NAME and len(said.tokens) <= 6:
            words = [token.raw for token in leftover(said, ())]
            values = [" ".join(words)] if words else []
        return values

    def _is_a_request_of_its_own(self, tool: Tool, heard: Heard) -> bool:
        """Tell whether somebody asks for something else instead of answering."""
        readings, _, _, _ = self._decider.weigh(heard)
        if len(leftover(heard.said, [(f.start, f.end) for f in heard.found])) < 2:
            return False
        other = readings[0] if readings and readings[0].tool.name != tool.name else None
        if other is None or other.share < thresholds.MEANT_AT_ALL:
            return False  # The likeliest that this role may ask for, and still hardly meant.
        return other.score >= thresholds.STANDS_ALONE

    def _is_short(self, heard: Heard) -> bool:
        return len(heard.said.tokens) <= 6

    # --- yes, no, why, again ----------------------------------------------------------------

    def _act(self, act: str, heard: Heard) -> Step | None:
        match act:
            case "never_mind":
                # "Nahi chahiye" to nothing that was asked is about the parcel itself.
                asked = self._memory.question is not None
                given_up = None if asked else self._decider.unwanted(heard)
                if given_up is not None:
                    return given_up
                return Step(text=self._ctx.say("planner-never-mind"))
            case "no":
                return Step(text=self._ctx.say("planner-left-alone"))
            case "yes":
                return Step(text=self._ctx.say("planner-nothing-waits"))
            case "why":
                return self._why()
            case "again" | "more":
                return self._again(more=act == "more")
        return None

    def _why(self) -> Step | None:
        """Explain the thing the talk is about by the tool that tells most of it."""
        call_before = self._memory.last_call
        if call_before is None:
            return None
        explained = self._reasons_of(call_before)
        if explained is not None:
            return explained
        for kind in _IDS[::-1]:
            about = self._memory.focus(kind)
            if about is None:
                continue
            heard = self._ear.hear(f"why is {about} stuck, what should be done")
            readings, _, _, _ = self._decider.weigh(heard)
            for reading in readings:
                required = [s for s in fields_of(reading.tool.arguments) if s.required]
                is_read = reading.tool.effect is Effect.READ
                if is_read and required and not reading.filled.missing:
                    return self._decider.carry_out(reading.filled)
        return Step(text=self._ctx.say("planner-why"))

    def _asks_why(self, heard: Heard) -> bool:
        """Tell whether a short question asks for the reasons of the score told last."""
        before = self._memory.last_call
        if before is None or before.name not in _EXPLAINED_BY or not says(heard.said, "why"):
            return False
        named = [f for f in heard.found if f.role != POINTER]
        if named or len(heard.said.tokens) > _SHORT_WHY:
            return False
        readings, _, _, _ = self._decider.weigh(heard)
        top = readings[0] if readings else None
        if top is None or top.tool.name in (before.name, *_EXPLAINED_BY.values()):
            return True
        # What names something of its own ("why did sales fall") stands on its own.
        return not (top.filled.arguments and top.score >= thresholds.STANDS_ALONE)

    def _reasons_of(self, before: ToolCall) -> Step | None:
        """Ask again for the score told last, or the first of a list, as its reasons and picture."""
        tool = self._tools.get(_EXPLAINED_BY.get(before.name, ""))
        if tool is None or self._waits(before):
            return None
        if tool.name == before.name:
            return Step(calls=(call(tool, dict(before.arguments)),))
        spot = next(s for s in fields_of(tool.arguments) if s.required)
        subject = before.arguments.get(spot.name)
        if subject is None and spot.kind is not None:
            shown = self._memory.shown(spot.kind)
            subject = shown[0].id if shown else None
        return None if subject is None else Step(calls=(call(tool, {spot.name: subject}),))

    def _again(self, *, more: bool) -> Step | None:
        before = self._memory.last_call
        if before is None or self._tools[before.name].effect is not Effect.READ:
            return None
        arguments = dict(before.arguments)
        model = self._tools[before.name].arguments.model_fields
        if more and {"skip", "limit"} <= model.keys():
            step = arguments.get("limit", model["limit"].default)
            arguments["skip"] = arguments.get("skip", 0) + step
        return Step(calls=(call(self._tools[before.name], arguments),))

    # --- "and last month?", "no, 15th", "same for Delhi" ----------------------------------------

    def _continuation(self, heard: Heard) -> Step | None:
        before = self._memory.last_call
        if before is None:
            return None
        tool = self._tools[before.name]
        filled = self._decider.fill(tool.name, heard)
        new = {k: v for k, v in filled.arguments.items() if not self._is_own_words(tool, k)}
        reads = tool.effect is Effect.READ
        pointed = any(f.role == POINTER for f in heard.found)
        if not new or pointed or leftover(heard.said, filled.spans, looking=reads):
            return None
        if self._commands_another(tool, heard):
            return None
        ids = {s.name for s in fields_of(tool.arguments) if s.kind in _IDS}
        corrects = begins_with(heard.said, "no")
        adds = begins_with(heard.said, "also") or says(heard.said, "also")
        amends = self._waits(before) and not ids & new.keys()
        if not reads and (rules_out(heard.said) or not (corrects or adds or amends)):
            return None
        merged = self._merged(before, new, ids, corrects=corrects, write=not reads)
        return self._decider.carry_out(
            Filled(tool, merged, filled.spans, filled.also, filled.unplaced), heard
        )

    def _merged(
        self, before: ToolCall, new: dict[str, Any], ids: set[str], *, corrects: bool, write: bool
    ) -> dict[str, Any]:
        """Return the call before with what is new; another order takes nothing of a write along."""
        kept = {k: v for k, v in before.arguments.items() if k not in ("skip",)}
        if write and ids & new.keys() and not corrects:
            tool = self._tools[before.name]
            kept = {k: v for k, v in kept.items() if not self._is_own_words(tool, k)}
        return {**kept, **new}

    def _waits(self, before: ToolCall) -> bool:
        """Tell whether the call before is still to be approved, so that it can be put right."""
        outcomes = [o for turn in self._memory.past[-1:] for o in turn.outcomes]
        return any(o.call == before and o.status == "awaiting_approval" for o in outcomes)

    def _commands_another(self, tool: Tool, heard: Heard) -> bool:
        """Tell whether a verb of another tool is said: "cancel it" after a list of orders."""
        readings, _, _, _ = self._decider.weigh(heard)
        if not readings or readings[0].tool.name == tool.name:
            return False
        verbs = self._decider.verbs[readings[0].tool.name]
        named = any(verbs.named_by(token) for token in heard.said.tokens)
        return named and readings[0].score >= thresholds.STANDS_ALONE

    def _is_own_words(self, tool: Tool, name: str) -> bool:
        kinds = {spot.name: spot.kind for spot in fields_of(tool.arguments)}
        return kinds.get(name) in _IN_OWN_WORDS

    def _bare_id(self, heard: Heard) -> Step | None:
        """Show what an id alone names."""
        ids = [f for f in heard.found if f.kind in _IDS and f.role != POINTER]
        if not ids or leftover(heard.said, [(f.start, f.end) for f in ids]):
            return None
        if any(f.score > 0.75 and f.kind not in _IDS for f in heard.found):
            return None
        kind = ids[0].kind
        reads = [tool for tool in self._tools.values() if self._shows(tool, kind)]
        reads = reads or [tool for tool in self._tools.values() if self._shows(tool, None)]
        if not reads:
            return None
        tool = max(reads, key=lambda tool: heard.shares.get(tool.name, 0.0))
        return self._decider.carry_out(self._decider.fill(tool.name, heard))

    def _shows(self, tool: Tool, kind: Kind | None) -> bool:
        required = [spot for spot in fields_of(tool.arguments) if spot.required]
        wanted: Sequence[Kind | None] = (kind,) if kind else _IDS
        return tool.effect is Effect.READ and len(required) == 1 and required[0].kind in wanted
