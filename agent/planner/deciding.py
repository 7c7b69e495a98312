"""From one heard sentence to a step: which tool, with what, and whether to ask first."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import prompts
from agent.planner import asking, thresholds
from agent.planner.choose.features import is_unknown
from agent.planner.completing import Completing
from agent.planner.fields import Field, enum_phrases, fields_of
from agent.planner.filling import Filled
from agent.planner.hearing import Heard
from agent.planner.leaning import small_words
from agent.planner.mood import Mood, Verbs, commands, demands, mood_of
from agent.planner.narrowing import amount_beside, amount_in_doubt, left_out, not_placed
from agent.planner.phrasing import shows_by_number
from agent.planner.ranking import first_of
from agent.planner.recognise.found import phrases_of
from agent.planner.recognise.pointers import POINTER
from agent.planner.steps import Step, call
from agent.planner.text import Said, read
from agent.planner.weighing import OWN_AFFAIRS, Reading, customer_in
from commerce.reports import ReportMetric
from tools.arguments import Kind
from tools.base import Effect, Tool

POLITE = ("greeting", "thanks", "bye")
"""Those that may stand around a request and mean nothing more."""

_CLAUSE = re.compile(r"[,;.:\n]\s+|\s-\s")
_FUTURE = re.compile(r"\b(?:will|gonna|\w+(?:enge|ega|egi|unga)|hoga|honge|hogi)\b")
_IDS = (Kind.ORDER, Kind.PARCEL)
_LOOKS = frozenset(prompts.lexicon("dialogue_words")["look"])
_MANY = frozenset(prompts.lexicon("dialogue_words")["many"])
_MONEY = frozenset(prompts.lexicon("dialogue_words")["money"])


@dataclass(slots=True)
class Decider(Completing):
    """Decides for one turn."""

    def decide(self, heard: Heard) -> Step:
        """Return what a sentence leads to."""
        readings, talk, outside, closed = self.weigh(heard)
        if (refused := self.unwanted(heard)) is not None:
            return refused
        best = readings[0].score if readings else 0.0
        name, share = max(talk.items(), key=lambda item: item[1], default=("", 0.0))
        if share >= thresholds.TALK and share > max(best, outside, closed):
            return self._talk(name)
        if not readings or max(outside, closed) >= best:
            staff = self.ctx.actor.customer_id is None
            key = "planner-not-yours" if closed > outside and staff else "planner-cannot"
            return asking.tell(self.ctx, key, self.tools)
        if readings[0].tool.effect is Effect.READ:
            return self._read(heard, readings)
        return self._write(heard, readings)

    def unwanted(self, heard: Heard) -> Step | None:
        """Let a customer give up an order they want no more, in whatever words they say it."""
        tool = self.tools.get("refuse_delivery") or self.tools.get("hand_over")
        if self.ctx.actor.customer_id is None or tool is None:
            return None
        hits = phrases_of("dialogue_words", "unwanted").find(heard.said.tokens)
        if any(token.word in _MONEY for token in heard.said.tokens):
            return None  # "Paisa wapas" is about money, not about a parcel.
        # "Wapas bhejo kal" wants it again.
        # A number may be anybody's: that is answered by what the role may do.
        if not hits or any(f.kind in (Kind.DAY, *_IDS) and f.role != POINTER for f in heard.found):
            return None
        named = {t.fold for hit in hits for t in heard.said.tokens[hit.first : hit.last]}
        mood = mood_of(heard.said, Verbs(frozenset(named), frozenset()), asking_is_wishing=True)
        plainly = any(hit.last - hit.first > 1 for hit in hits)
        if mood in (Mood.ASKS, Mood.REPORTS) or (mood is Mood.NEGATED and not plainly):
            return None
        return Step(calls=(call(tool, {"reason": heard.said.text[:300]}),))

    def carry_out(self, filled: Filled, heard: Heard | None = None) -> Step:
        """Return the calls of a chosen tool, or the question for what it lacks."""
        filled = self.one_by_one(self.sound(self.completed(filled, heard)))
        filled = self.of_the_same_days(filled, heard)
        for spot in filled.missing:
            return self._ask(filled, spot, heard)
        if (unchosen := _unchosen(filled)) is not None:
            return self._ask(filled, unchosen, heard)
        if heard is not None and (measure := _unmeasured(filled, heard)) is not None:
            return self._ask(filled, measure, heard)
        if heard is not None and (late := self._of_the_future(filled, heard)):
            return asking.no_future(self.ctx, filled, late)
        if heard is not None and (amount := amount_in_doubt(heard, filled)) is not None:
            beside = amount_beside(heard, filled, self.verbs[filled.tool.name])
            if beside is None:
                return self._ask(filled, amount, heard)
            filled = filled.given({amount.name: beside})
        if heard is not None and (left := self._not_placed(filled, heard)):
            return asking.as_wide(self.ctx, filled, left)
        if heard is not None and (left := self._left_out(filled, heard)):
            return asking.without(self.ctx, filled, left)
        if filled.doubtful:
            return asking.which(self.ctx, (filled, filled.without_doubt))
        if (together := self._under_one_yes(filled)) is not None:
            return together
        calls = [call(filled.tool, filled.arguments)]
        for name, values in filled.also:
            calls += [call(filled.tool, {**filled.arguments, name: value}) for value in values]
        self.carry(filled)
        return Step(calls=tuple(calls[: thresholds.MOST_CALLS]))

    def _not_placed(self, filled: Filled, heard: Heard) -> tuple[str, ...]:
        """Return what may narrow a change of many things and is in none of its arguments."""
        if not _changes_many(filled):
            return ()
        return not_placed(heard, filled, self.verbs[filled.tool.name])

    def _left_out(self, filled: Filled, heard: Heard) -> tuple[str, ...]:
        """Return by what a read was to be narrowed and cannot be."""
        return left_out(heard, filled) if filled.tool.effect is Effect.READ else ()

    def _under_one_yes(self, filled: Filled) -> Step | None:
        """Ask once for a change of many things, where a tool does to many what this does to one."""
        many = self.tools.get(f"{filled.tool.name}s")
        if many is None or len(filled.also) != 1 or len(filled.also[0][1]) < thresholds.MANY:
            return None
        name, others = filled.also[0]
        kind = next(s.kind for s in fields_of(filled.tool.arguments) if s.name == name)
        takes = [s.name for s in fields_of(many.arguments) if s.many and s.kind is kind]
        shared = filled.arguments.keys() & many.arguments.model_fields.keys() - {name}
        kept = {key: filled.arguments[key] for key in shared}
        if not takes:
            return None
        self.carry(filled)
        named = {takes[0]: [filled.arguments[name], *others]}
        return Step(calls=(call(many, {**kept, **named}),))

    def _read(self, heard: Heard, readings: Sequence[Reading]) -> Step:
        spoken_of = self._asked_about(heard, readings)
        if spoken_of is not None:
            return self._look_instead(heard, [spoken_of, *readings])
        wished = self._wished_too(heard, readings) or self._wished_of_many(heard, readings)
        if wished is not None:
            return self._make_sure(heard, [wished, *(r for r in readings if r is not wished)])
        best = self._ready_for_customers(readings)
        bar = thresholds.READ_PAST_A_WORD if self._passes_over(heard, best) else thresholds.READ
        if best.score + self._looked_at_too(heard, readings) >= bar:
            return replace(self.carry_out(best.filled, heard), sure=min(best.score, 1.0))
        return self._offer(heard, readings)

    def _looked_at_too(self, heard: Heard, readings: Sequence[Reading]) -> float:
        """Return what speaks for a change where one only wants to see: "show confirmed orders".

        Its verb tells how the things are that are looked for, and speaks for their list as well.
        """
        if not _LOOKS & set(heard.said.words):
            return 0.0
        return max((r.score for r in readings if r.tool.effect is not Effect.READ), default=0.0)

    def _passes_over(self, heard: Heard, best: Reading) -> bool:
        """Tell whether a word that nobody taught is left beside what a reading takes."""
        filled = self.completed(best.filled, heard)
        values = [str(value) for value in filled.arguments.values()]
        return any(
            is_unknown(token)
            and not any(start <= token.start < end for start, end in filled.spans)
            and not any(token.raw in value for value in values)
            for token in heard.said.tokens
        )

    def _asked_about(self, heard: Heard, readings: Sequence[Reading]) -> Reading | None:
        """Return the write whose verb a question names, where the best read is not of its thing.

        "Can 1042 be cancelled?" is about an order, whatever else is likely.
        """
        best = self._id_kinds(readings[0])
        for reading in readings[1:]:
            if reading.tool.effect is Effect.READ or reading.score < thresholds.SPOKEN_OF:
                continue
            mood = mood_of(heard.said, self.verbs[reading.tool.name])
            kinds = self._id_kinds(reading)
            verbs = self.verbs[reading.tool.name]
            named = any(verbs.named_by(token) for token in heard.said.tokens)
            asked = named and mood in (Mood.ASKS, Mood.REPORTS)
            if asked and kinds and best and not kinds & best:
                return reading
        return None

    def _wished_too(self, heard: Heard, readings: Sequence[Reading]) -> Reading | None:
        """Return a write that is commanded by its verb and nearly as likely as the best read."""
        if _LOOKS & set(heard.said.words):
            return None
        for reading in readings[1:]:
            writes = reading.tool.effect is not Effect.READ
            if writes and reading.score >= thresholds.WISHED_TOO:
                if self._is_only_described(heard, reading.tool.name, readings[0]):
                    return None
                if reading.filled.unplaced and not readings[0].filled.unplaced:
                    return None  # "Paid by UPI this week" is of a week, and pays no order.
                mood = mood_of(heard.said, self.verbs[reading.tool.name])
                return reading if mood is Mood.COMMAND else None
        return None

    def _is_only_described(self, heard: Heard, write: str, read: Reading) -> bool:
        """Tell whether a write's verb is only how things are: the "on hold" of "orders on hold"."""
        said = [t for t in heard.said.tokens if self.verbs[write].named_by(t)]
        spans = read.filled.spans
        return bool(said) and all(any(s <= t.start < e for s, e in spans) for t in said)

    def _wished_of_many(self, heard: Heard, readings: Sequence[Reading]) -> Reading | None:
        """Return a write that is commanded of many things at once: "cancel all pending orders".

        Each thing is asked for; a list of what is already cancelled would be no answer.
        """
        words = heard.said.words
        if _LOOKS & set(words) or any(f.kind in _IDS for f in heard.found):
            return None
        lacking: Reading | None = None
        for reading in readings[1:]:
            tool, name = reading.tool, reading.tool.name
            if tool.effect is Effect.READ or reading.score < thresholds.SPOKEN_OF:
                continue
            first = next((t for t in heard.said.tokens if t.word not in small_words()), None)
            leads = first is not None and self.verbs[name].named_by(first)
            leads = leads and readings[0].score < thresholds.SURELY_READ
            if not (leads or _MANY & set(words)):
                continue
            if mood_of(heard.said, self.verbs[name]) is Mood.COMMAND:
                if not reading.filled.missing:
                    return reading
                lacking = lacking or reading
        return lacking

    def _id_kinds(self, reading: Reading) -> set[Kind]:
        fields = fields_of(reading.tool.arguments)
        return {s.kind for s in fields if s.required and s.kind in _IDS and s.kind is not None}

    def _ready_for_customers(self, readings: Sequence[Reading]) -> Reading:
        """Prefer, for customers, what needs no number of a read that lacks it: they know none."""
        best = readings[0]
        if self.ctx.actor.customer_id is None or not best.filled.missing:
            return best
        ready = [r for r in readings if not r.filled.missing and r.tool.effect is Effect.READ]
        near = ready[0] if ready and ready[0].score >= thresholds.OFFER else self._own_orders(best)
        # Where is it, and what did I order: for one who knows no number they are one question.
        return replace(near, score=near.score + best.score) if near else best

    def _own_orders(self, best: Reading) -> Reading | None:
        """Return the list of a customer's orders in place of the question which one is meant."""
        own = self.tools.get("my_orders")
        if own is None or not self._id_kinds(best) or len(best.filled.missing) > 1:
            return None
        return Reading(Filled(tool=own, arguments={}), 0.0, 0.0)

    def _offer(self, heard: Heard, readings: Sequence[Reading]) -> Step:
        near = [self.completed(r.filled, heard) for r in readings if r.score >= thresholds.OFFER]
        ready = [filled for filled in near if not filled.missing][:3]
        if ready:
            return asking.which(self.ctx, ready)
        return asking.tell(self.ctx, "planner-not-understood", self.tools)

    def _write(self, heard: Heard, readings: Sequence[Reading]) -> Step:
        best = readings[0]
        own = set(best.tool.needs) <= OWN_AFFAIRS
        about = _without_own_words(heard, best.filled)
        mood = mood_of(about, self.verbs[best.tool.name], asking_is_wishing=own)
        if _writes_down(best.tool) and mood is not Mood.ASKS:
            return self._told(best, heard)
        if _changes_many(best.filled) and self._says_only_how_they_are(heard, best):
            return self._look_instead(heard, readings)
        match mood:
            case Mood.COMMAND if best.score >= thresholds.WRITE:
                return self.carry_out(best.filled, heard)
            case Mood.UNSAID if best.score >= self._bar(about):
                return self.carry_out(best.filled, heard)
            case Mood.REPORTS if _is_corrected(best):
                return self.carry_out(best.filled, heard)
            case Mood.UNSAID if _takes_many(best.tool) and (reads := _reads(readings)):
                # "Pull up all orders of Asha" names no change: it is the list that is wanted.
                return self._read(heard, reads)
            case Mood.NEGATED:
                return self._left_alone()
            case Mood.REPORTS if self.verbs[best.tool.name].told and best.score >= thresholds.WRITE:
                return self.carry_out(best.filled, heard)
            case Mood.ASKS | Mood.REPORTS if self._is_harmless(best.tool):
                # "When does my money come?" is a person's to answer: nothing is changed by asking.
                return self.carry_out(best.filled, heard)
            case Mood.ASKS | Mood.REPORTS:
                return self._look_instead(heard, readings)
        return self._make_sure(heard, readings)

    def _bar(self, about: Said) -> float:
        """Return how sure a write must be whose own words were not said.

        A sentence that commands in its form wants something done; which it is, the card shows.
        """
        return thresholds.WRITE_COMMANDED if commands(about) else thresholds.WRITE_UNSAID

    def _is_harmless(self, tool: Tool) -> bool:
        """Tell whether a customer's tool asks nobody first and needs nothing: calling a person."""
        required = any(spot.required for spot in fields_of(tool.arguments))
        return self.ctx.actor.customer_id is not None and not tool.asks_first and not required

    def _says_only_how_they_are(self, heard: Heard, best: Reading) -> bool:
        """Tell whether the verb is a status and nothing commands: "orders to Pune on hold"."""
        tokens, verbs = heard.said.tokens, self.verbs[best.tool.name]
        sets = [s.words for s in fields_of(best.tool.arguments) if s.words is not None]
        hits = [
            hit for words in sets for hit in enum_phrases(words).find(tokens)
            # "On hold", "confirmed": the bare "hold" and "cancel" command.
            if hit.last - hit.first > 1 or tokens[hit.first].word.endswith("ed")
        ]  # fmt: skip
        places = [place for place, token in enumerate(tokens) if verbs.named_by(token)]
        described = all(any(h.first <= place < h.last for h in hits) for place in places)
        commands = any(demands(read(part)) for part in _CLAUSE.split(heard.said.text))
        return bool(places) and described and not commands

    def _told(self, best: Reading, heard: Heard) -> Step:
        """Write down what is told; where it may mean something else, ask."""
        if best.score >= thresholds.WRITE:
            return self.carry_out(best.filled, heard)
        return self._make_sure(heard, [best])

    def _make_sure(self, heard: Heard, readings: Sequence[Reading]) -> Step:
        """Ask before a write that is not certain; a missing id is asked for first."""
        filled = self.sound(self.completed(readings[0].filled, heard))
        for spot in filled.missing:
            return self._ask(filled, spot, heard)
        others = [
            self.completed(r.filled, heard)
            for r in readings[1:3] if r.score >= thresholds.OFFER
        ]  # fmt: skip
        return asking.confirm(self.ctx, filled, others)

    def _look_instead(self, heard: Heard, readings: Sequence[Reading]) -> Step:
        """Answer a question about a write by showing what it is about."""
        about = [r for r in readings if r.tool.effect is Effect.READ]
        about += self._reads_not_weighed(heard, {r.tool.name for r in readings})
        wanted = readings[0].filled
        if _changes_many(wanted) and (listed := self._listing(wanted, about)):
            return self.carry_out(listed, heard)
        kinds = {s.kind for s in fields_of(wanted.tool.arguments) if s.required}
        near = {r.tool.name: self._nearness(r, kinds, heard) for r in about}
        for reading in sorted(about, key=lambda r: -near[r.tool.name]):
            if near[reading.tool.name] > 0:
                return self.carry_out(reading.filled, heard)
        return self._make_sure(heard, readings)

    def _listing(self, wanted: Filled, reads: Sequence[Reading]) -> Filled | None:
        """Return the list of what a change of many would change, by what they take in common."""
        shared = [
            (len(wanted.arguments.items() & r.filled.arguments.items()), r.score, r.filled)
            for r in reads if not r.filled.missing and not wanted.also
        ]  # fmt: skip
        best = max(shared, key=lambda entry: entry[:2], default=None)
        likely = best is not None and (best[0] or best[1] >= thresholds.OFFER)
        return best[2] if best is not None and likely else None

    def _nearness(self, reading: Reading, kinds: set[Kind | None], heard: Heard) -> float:
        """Return how much a read tells about the thing that a write would change.

        What is asked for by name comes first, then what shows a thing by its bare number.
        """
        required = [s for s in fields_of(reading.tool.arguments) if s.required]
        ids = [s for s in required if s.kind in _IDS]
        if not ids or len(required) > 1:
            return 0.0
        same = any(spot.kind in kinds for spot in ids)
        verbs = self.verbs[reading.tool.name]
        named = any(verbs.named_by(token) for token in heard.said.tokens)
        shows = 0.6 if shows_by_number(reading.tool) else 0.0
        return reading.score + (2.0 if same else 0.5) + (1.0 if named else shows)

    def _reads_not_weighed(self, heard: Heard, names: Iterable[str]) -> list[Reading]:
        return [
            Reading(self.fill(name, heard), 0.0, 0.0)
            for name, tool in self.tools.items()
            if name not in set(names) and tool.effect is Effect.READ
        ]

    def _left_alone(self) -> Step:
        return Step(text=self.ctx.say("planner-left-alone"))

    def _talk(self, name: str) -> Step:
        if name in ("help", "greeting", "who_are_you"):
            return asking.tell(self.ctx, f"planner-{name.replace('_', '-')}", self.tools)
        return Step(text=self.ctx.say(f"planner-{name}"))

    def _ask(self, filled: Filled, spot: Field, heard: Heard | None) -> Step:
        """Ask for what is missing; of a customer who was named, offer the open orders."""
        known: Sequence[str] = ()
        name = customer_in(heard) if spot.kind in _IDS else None
        if name is not None and filled.tool.effect is not Effect.READ:
            known = self._open_orders(name)
        return asking.ask_for(self.ctx, filled, spot, self.memory, known)

    def _open_orders(self, customer: str) -> Sequence[str]:
        find = self.tools.get("find_orders")
        if find is None:
            return ()
        wanted = {"customer": customer, "status": "Open", "limit": asking.MOST_OPTIONS}
        found = find.run(self.ctx, find.arguments.model_validate(wanted))
        return [mention.id for mention in found.mentions if mention.kind is Kind.ORDER]

    def _of_the_future(self, filled: Filled, heard: Heard) -> str | None:
        """Return the period argument of a tool that was asked about days to come."""
        spots = {s.kind: s.name for s in fields_of(filled.tool.arguments)}
        if Kind.PERIOD not in spots or Kind.DAY in spots or Kind.DAYS in spots:
            return None
        name = spots[Kind.PERIOD]
        ahead = [
            f for f in heard.found if f.kind in (Kind.DAY, Kind.DAYS) and f.role == "future"
            and not any(f.overlaps(*span) for span in filled.spans)
        ]  # fmt: skip
        if ahead and name not in filled.arguments:
            return name
        either = any(f.role == "either" and f.value != "today" for f in heard.found
                     if f.kind is Kind.PERIOD)  # fmt: skip
        return name if either and _FUTURE.search(heard.said.text.lower()) else None


def _changes_many(filled: Filled) -> bool:
    """Tell whether a tool changes all that fit something."""
    arguments = filled.tool.arguments
    return filled.tool.effect is not Effect.READ and "as_shown" in arguments.model_fields


def _unchosen(filled: Filled) -> Field | None:
    """Return what says which things, of a change of many where nothing chooses them."""
    fields = fields_of(filled.tool.arguments)
    chosen = any(s.name in filled.arguments for s in fields if s.kind is not Kind.REASON)
    reads = filled.tool.effect is Effect.READ
    return None if reads or chosen else next((s for s in fields if s.many), None)


def _unmeasured(filled: Filled, heard: Heard) -> Field | None:
    """Return the measure of a report that ranks things by something that was not understood."""
    spot = next((s for s in fields_of(filled.tool.arguments) if s.words is ReportMetric), None)
    if spot is None or spot.name in filled.arguments or first_of(heard.said) is None:
        return None
    return spot


def _without_own_words(heard: Heard, filled: Filled) -> Said:
    """Return a message without its note, address and products, where a "not" forbids nothing.

    A yoga mat is a thing, though "mat" is Hindi for "do not".
    """
    said, text = heard.said, heard.said.text
    for spot in fields_of(filled.tool.arguments):
        if spot.kind in (Kind.NOTE, Kind.ADDRESS) and (words := filled.arguments.get(spot.name)):
            text = text.replace(str(words), " ")
    for thing in heard.found:
        if thing.kind is Kind.PRODUCT and (thing.start, thing.end) in filled.spans:
            text = text.replace(said.text[thing.start : thing.end], " ")
    return said if text == said.text else read(text)


def _is_corrected(best: Reading) -> bool:
    """Tell whether a new address was told: "my address has changed, it is now …"."""
    spots = [s for s in fields_of(best.tool.arguments) if s.kind is Kind.ADDRESS]
    return best.score >= thresholds.WRITE and any(s.name in best.filled.arguments for s in spots)


def _writes_down(tool: Tool) -> bool:
    """Tell whether a tool keeps what it is told about a thing, such as a call, or who tells it."""
    about = any(spot.kind in _IDS for spot in fields_of(tool.arguments) if spot.required)
    return (
        (about or tool.own)
        and tool.effect is Effect.WRITE
        and not tool.asks_first
        and tool.undo is not None
    )


def _takes_many(tool: Tool) -> bool:
    """Tell whether a tool changes many things at once."""
    return any(spot.many for spot in fields_of(tool.arguments))


def _reads(readings: Sequence[Reading]) -> list[Reading]:
    return [reading for reading in readings if reading.tool.effect is Effect.READ]
