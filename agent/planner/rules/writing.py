"""From the tags of a sentence to a definition, or to the one thing that must still be asked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from agent.planner.recognise import Shop
from agent.planner.rules.actions import Doing, Item, Step, actions_of, lacking
from agent.planner.rules.conditions import Condition, conditions_of, joined
from agent.planner.rules.tags import Tagged, tag
from agent.planner.rules.texts import note_of, text_for, texts_offered
from agent.planner.text import read
from commerce import workflows
from commerce.context import Context
from commerce.vocabulary import Weekday
from commerce.workflows import EVENTS, LISTS, LOW_STOCK, BadDefinition, Definition, Subject

Answers = Mapping[str, Any]
"""What was asked before → what was answered."""

_OF_ORDERS = frozenset(
    ["order", "orders", "pesanan", "buyer", "ordr", "ordar", "ऑर्डर", "طلب", "الطلب"]
)
_OFFERED_EVENTS = ("order.created", "ndr.received", "parcel.moved=Delivered", "stock.low")
_OFFERED_ACTIONS = ("hold", "tell", "task", "assign")
_OFFERED_TIMES = ("09:00", "11:00", "18:00")
_OPS = ("above", "at_least", "below")
_WORDS_IN_NAME = 5
_MOST_PRODUCTS = 8
_PIECES = frozenset(["order.total", "order.pieces"])
"""What a number without more words is of: of stock it is pieces."""
_LOW = frozenset(["below", "at_most"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """The one thing that a rule still lacks."""

    slot: str
    key: str
    """Of the question, in the catalogue."""
    values: Mapping[str, str] = field(default_factory=dict)
    options: tuple[tuple[Any, str], ...] = ()
    """What can be answered: the value, and how a person reads it."""


def write_rule(ctx: Context, text: str, shop: Shop, answers: Answers) -> Definition | Ask:
    """Return what a sentence says as a definition, or what it leaves open.

    Args:
        ctx: Who asks; what they may not do is refused when it is switched on, not here.
        text: The sentence.
        shop: Whose names it may name.
        answers: What was asked about it and answered.
    """
    return _Writer(ctx, shop, tag(read(text), shop), answers).write()


class _Writer:
    """One sentence on its way to a definition."""

    def __init__(self, ctx: Context, shop: Shop, tagged: Tagged, answers: Answers) -> None:
        self._ctx, self._shop, self._tagged, self._answers = ctx, shop, tagged, answers

    def write(self) -> Definition | Ask:
        doing = actions_of(self._tagged)
        if (more := self._answers.get("do")) and not _acts(doing):
            doing.items += actions_of(tag(read(str(more)), self._shop)).items
        looked = conditions_of(self._tagged, doing.spans, self._shop.words.states)
        conditions = list(looked.conditions)
        unknown = self._tagged.unknown()
        if unknown and not self._answers.get("unknown"):
            return self._asks_unknown(unknown)
        if looked.lacks:
            return Ask(slot="words", key="rule-ask-number", values={"number": looked.lacks})
        when = self._when(conditions)
        if isinstance(when, Ask):
            return when
        products = [self._tagged.text(t.first, t.last) for t in self._tagged.of("product")]
        if products and when.get("event") != LOW_STOCK and not self._answers.get("unknown"):
            return self._asks_unknown(products)
        if not _acts(doing):
            return Ask(slot="do", key="rule-ask-do", options=self._labelled("do", _OFFERED_ACTIONS))
        for item in doing.items:
            self._answer(item.step)
        missing = lacking(_acts(doing))
        for slot in missing:
            return self._asks_for(slot)
        if (wait := _endless(doing)) is not None:
            if "wait" not in self._answers:
                return Ask(slot="wait", key="rule-ask-wait", options=_plain("1h", "4h", "1d"))
            doing.items.insert(wait, Item("wait", length=str(self._answers["wait"])))
        listed = self._listed()
        about = LISTS[listed].subject if listed else _subject(when)
        for step in _acts(doing):
            if (ask := self._finish(step, when, conditions, about, listed)) is not None:
                return ask
        return self._definition(when, conditions, doing, listed)

    # --- when -------------------------------------------------------------------------------------

    def _when(self, conditions: list[Condition]) -> dict[str, Any] | Ask:
        if (clock := self._clock()) is not None:
            return clock
        said = self._answers.get("event") or self._event(conditions)
        if said is None:
            return Ask(
                slot="event", key="rule-ask-event", options=self._labelled("event", _OFFERED_EVENTS)
            )
        name, _, status = str(said).partition("=")
        if name == LOW_STOCK:
            return self._stock(conditions)
        if status and not any(one.get("field") == "parcel.status" for one in conditions):
            conditions.append({"field": "parcel.status", "op": "is", "value": status})
        return {"event": name}

    def _stock(self, conditions: list[Condition]) -> dict[str, Any] | Ask:
        """Return when stock is low, taking the threshold out of what is compared."""
        when: dict[str, Any] = {"event": LOW_STOCK}
        for one in [one for one in conditions if one["field"] in _PIECES and one["op"] in _LOW]:
            conditions.remove(one)
            below = int(one["value"]) + (one["op"] == "at_most")
            when["below"] = max(1, below)
        named = self._answers.get("product") or self._products()
        if isinstance(named, Ask):
            return named
        return when | ({"product": named} if named else {})

    def _products(self) -> str | Ask | None:
        """Return the one product that is named, by its SKU or its title."""
        words = self._shop.words
        for named in self._tagged.of("product"):
            parts = set(named.value.casefold().split())
            fits = [one for one in words.skus if one == named.value] or [
                one for one in words.titles if parts <= set(one.casefold().split())
            ]
            if len(fits) > 1 and named.value not in fits:
                options = _plain(*fits[:_MOST_PRODUCTS])
                return Ask(slot="product", key="rule-ask-product", options=options)
            if fits:
                return named.value if named.value in fits else fits[0]
        return None

    def _clock(self) -> dict[str, Any] | Ask | None:
        kinds = {t.value for t in self._tagged.of("clock") if t.value in ("day", "week", "hour")}
        days = [Weekday(t.value).short for t in self._tagged.of("weekday")]
        late = any(
            t.value in ("parcel.hours_late", "parcel=late") for t in self._tagged.of("field", "is")
        )
        if "hour" in kinds:
            return {"cron": "0 * * * *"}
        if not kinds and not days and not (late or self._listed()):
            return None
        times = [t.value for t in self._tagged.of("clock") if ":" in t.value]
        at = times[0] if times else self._answers.get("at")
        if at is None:
            return Ask(slot="at", key="rule-ask-at", options=_plain(*_OFFERED_TIMES))
        if days:
            return {"every": "week", "on": days, "at": at}
        return {"every": "week" if "week" in kinds else "day", "at": at}

    def _event(self, conditions: Sequence[Condition]) -> str | None:
        """Return what begins it: what is named, else what its conditions are of."""
        fields = {str(one.get("field")) for one in conditions}
        named = [t.value for t in self._tagged.of("event")]
        named += ["review.received" for _ in self._tagged.of("bad")]
        others = [one for one in named if one != "order.created"]
        if "score.rto_risk" in fields and not others:
            return "order.rated"
        if others:
            return others[0]
        if any(name.startswith("ndr.") for name in fields):
            return "ndr.received"
        spoken = _OF_ORDERS & {token.word for token in self._tagged.tokens}
        of_orders = any(name.startswith(("order.", "customer.")) for name in fields)
        return "order.created" if named or (spoken and (of_orders or self._has_cue())) else None

    def _has_cue(self) -> bool:
        return bool(self._tagged.of("cue"))

    def _listed(self) -> str | None:
        lists = [t.value for t in self._tagged.of("list")]
        return lists[0] if lists else None

    # --- what is still open -----------------------------------------------------------------------

    def _asks_unknown(self, unknown: Sequence[str]) -> Ask:
        words = " ".join(unknown)
        label = self._ctx.say("rule-without", words=words)
        return Ask(
            slot="unknown", key="rule-ask-unknown", values={"words": words},
            options=(("without", label),),
        )  # fmt: skip

    def _asks_for(self, slot: str) -> Ask:
        options: tuple[tuple[Any, str], ...] = ()
        match slot:
            case "send-by" | "run_report-by":
                options = self._labelled("by", ("whatsapp", "sms", "email", "slack"))
            case "send-to":
                options = self._labelled("to", ("customer", "me"))
            case "assign-to":
                options = self._labelled("to", ("best", "least_loaded"))
        return Ask(slot=slot, key=f"rule-ask-{slot.replace('_', '-')}", options=options)

    def _answer(self, step: Step) -> None:
        """Put in what was answered about an action."""
        for slot, value in self._answers.items():
            do, _, name = slot.partition("-")
            if step.get("do") == do and name and name not in step:
                step[name] = value

    def _labelled(self, kind: str, values: Sequence[str]) -> tuple[tuple[Any, str], ...]:
        return tuple((value, self._label(kind, value)) for value in values)

    def _label(self, kind: str, value: str) -> str:
        match kind:
            case "event":
                name, _, status = value.partition("=")
                key = f"shipment-status-{status}" if status else EVENTS[name].words
            case "by":
                key = f"workflow-by-{value}"
            case "to":
                key = f"workflow-to-{value.replace('_', '-')}"
            case _:
                key = f"rule-option-{value}"
        return self._ctx.say(key)

    # --- putting it together ----------------------------------------------------------------------

    def _finish(
        self, step: Step, when: dict[str, Any], conditions: Sequence[Condition], about: Subject,
        listed: str | None,
    ) -> Ask | None:  # fmt: skip
        """Give an action the words that it needs; return what has to be asked for them."""
        event = str(when.get("event", ""))
        match step["do"]:
            case "send":
                if step["to"] == "team":
                    step["to"] = "me"
                purpose = step.pop("about", "")
                if "template" not in step:
                    text = text_for(step, event, conditions, purpose, listed)
                    text = text or self._answers.get("text")
                    if text is None:
                        return self._asks_text(step)
                    step["template"] = text
                if step["template"] == "notify":
                    step["values"] = {"what": note_of(self._ctx, event, about)}
                if step["template"] in ("review_ask", "win_back"):
                    step["purpose"] = "marketing"
            case "create_task":
                step.setdefault("title", note_of(self._ctx, event, about))
            case "hand_over":
                step.setdefault("reason", note_of(self._ctx, event, about))
            case "ask_approval":
                step.setdefault("ask", note_of(self._ctx, event, about) + "?")
        return None

    def _asks_text(self, step: Step) -> Ask:
        offered = texts_offered(self._ctx, str(step.get("by")))
        return Ask(slot="text", key="rule-ask-text", options=offered)

    def _definition(
        self, when: dict[str, Any], conditions: Sequence[Condition], doing: Doing,
        listed: str | None,
    ) -> Definition | Ask:  # fmt: skip
        branched = any(item.kind == "else" for item in doing.items)
        whole = joined(conditions)
        inside = whole if (branched or listed) else None
        steps = _assembled(doing.items, inside if branched else None)
        if listed:
            within = [{"do": "branch", "if": whole, "then": steps}] if whole else steps
            steps = [{"do": "each", "of": listed, "steps": within}]
        title = self._title(when)
        data: dict[str, Any] = {
            "version": 1, "name": self._name(when, steps), "title": title, "when": when,
            "steps": steps,
        }  # fmt: skip
        if whole is not None and inside is None:
            data["if"] = whole
        try:
            return workflows.parse(data)
        except BadDefinition as error:
            return Ask(
                slot="words", key="rule-ask-again",
                values={"problem": error.in_language(self._ctx.language)},
            )  # fmt: skip

    def _title(self, when: dict[str, Any]) -> str:
        """Return the person's own words, without those that were left out of the rule."""
        if "do" in self._answers and "event" in when:
            event = self._ctx.say(EVENTS[str(when["event"])].words)
            return self._ctx.say("rule-title", event=event, do=str(self._answers["do"]))[:110]
        text = self._tagged.said.text
        if self._answers.get("unknown"):
            for word in self._tagged.unknown():
                text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", " ", text)
        text = " ".join(text.split())[:110].strip(" ,.;")
        return text[:1].upper() + text[1:]

    def _name(self, when: dict[str, Any], steps: Sequence[Step]) -> str:
        """Return a name that says what it does about what, and that the shop has not."""
        first = next((s for s in steps if s["do"] not in ("wait", "branch", "each")), steps[0])
        what = {"set_status": {"OnHold": "hold", "Confirmed": "confirm", "Cancelled": "cancel"}}
        does = what.get(first["do"], {}).get(str(first.get("to")), first["do"])
        about = str(when.get("event", "clock"))
        base = "-".join(re.findall(r"[a-z]+", f"{does} {about}"))[:50]
        taken = {one.name for one in workflows.list_workflows(self._ctx)}
        names = (base, *(f"{base}-{n}" for n in range(2, 200)))
        return next(name for name in names if name not in taken)


def _acts(doing: Doing) -> list[Step]:
    return [item.step for item in doing.items if item.kind == "act"]


def _endless(doing: Doing) -> int | None:
    """Return where a wait is missing: an answer is waited for, and nobody said how long."""
    for n, item in enumerate(doing.items):
        if item.kind in ("unanswered", "answered"):
            waits = [one for one in doing.items[:n] if one.kind == "wait"]
            return None if waits else n
    return None


def _subject(when: dict[str, Any]) -> Subject:
    return EVENTS[when["event"]].subject if "event" in when else Subject.SHOP


def _plain(*values: str) -> tuple[tuple[Any, str], ...]:
    return tuple((value, value) for value in values)


def _assembled(items: Sequence[Item], condition: Condition | None) -> list[Step]:
    """Return steps in their branches: what follows "otherwise", and what follows no answer."""
    steps: list[Step] = []
    lane = steps
    begin = 0
    """Where, in the outermost steps, that begins which an "otherwise" is about."""
    branch: Step | None = None
    for item in items:
        match item.kind:
            case "act" if item.step["do"] == "ask_approval":
                lane.append(dict(item.step))
            case "act":
                lane.append(dict(item.step))
            case "wait":
                if lane is not steps and (branch is None or branch.get("_else")):
                    lane = steps
                lane.append({"do": "wait", "for": item.length})
                begin, branch = len(steps), None
            case "unanswered" | "answered":
                waits = [one for one in steps if one["do"] == "wait"]
                waits[-1]["until"] = "message.received"
                so = item.kind == "answered"
                branch = {
                    "do": "branch", "then": [],
                    "if": {"field": "wait.happened", "op": "is", "value": so},
                }  # fmt: skip
                steps.append(branch)
                lane = branch["then"]
            case "else" if branch is not None:
                lane = branch.setdefault("else", [])
            case "else" if condition is not None:
                made: Step = {"do": "branch", "if": condition, "then": steps[begin:], "else": []}
                made["_else"] = True
                del steps[begin:]
                steps.append(made)
                lane, branch = made["else"], made
    return _cleaned(steps)


def _cleaned(steps: Sequence[Step]) -> list[Step]:
    """Return steps as a definition has them, without what only their making needed.

    What follows a question to the team stands in its yes.
    """
    kept: list[Step] = []
    for n, step in enumerate(steps):
        clean = {key: value for key, value in step.items() if key != "_else"}
        for lane in ("then", "else", "steps"):
            if lane in clean:
                clean[lane] = _cleaned(clean[lane])
        if clean.get("else") == []:
            del clean["else"]
        kept.append(clean)
        if clean["do"] == "ask_approval":
            held = any(one.get("to") == "OnHold" for one in steps[:n])
            released: Step = {"do": "set_status", "to": "Confirmed"} if held else {"do": "stop"}
            clean["then"] = _cleaned(steps[n + 1 :]) or [released]
            break
    return kept
