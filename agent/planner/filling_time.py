"""When: the periods, days and counts of days of a tool's arguments."""

import re
from collections.abc import Sequence

import prompts
from agent.planner.fields import Field
from agent.planner.filling import Filling, take_listed
from agent.planner.recognise import Found
from agent.planner.recognise.found import phrases_of
from agent.planner.recognise.when_patterns import UNTIL
from agent.planner.text import Said, read
from tools.arguments import Kind

_OWNED = (" ka", " ke", " ki", "'s", "todays", " का", " के", " की")
"""After "today": what follows came in then."""
_EITHER_WAY = re.compile(r"(?:kal|kl|parso|parson|parsu|कल|परसों)(?:\s+(?:ka|ke|ki|ko))?")
_PAST_VERBS = frozenset(prompts.lexicon("question_words")["past"])
_WISHES = frozenset(prompts.lexicon("question_words")["commands_last"])

_UP_TO = (["until"], ["till"], ["til"], ["through"], ["upto"], ["tak"], ["tk"], ["तक"])


def fill_time(state: Filling, spot: Field) -> None:
    """Take what was said of when for one argument: "kal" is a period or a day by its kind."""
    readings = [
        f for f in state.found
        # Both days of a range are read from the same letters.
        if f.kind is spot.kind and (state.is_free(f) or (spot.role and state.took(f)))
    ]  # fmt: skip
    if spot.kind is Kind.DAY:
        readings = [
            f for f in readings if f.value >= state.ctx.today and not _of_the_past(state.said, f)
        ]
        readings = _ends_of(state.said, readings, spot)
    if spot.kind is Kind.PERIOD and state.is_queue:
        readings = [f for f in readings if not _is_a_deadline(state.said, f)]
    if spot.kind is Kind.PERIOD and Kind.DAYS in state.kinds:
        # "3 days late" counts days, "in the last 3 days" is a period.
        readings = [f for f in readings if f.score > 0.75 or not _counts(state, f)]
        readings = [f for f in readings if f.role != "older"]
    if spot.kind is Kind.DAYS and Kind.PERIOD in state.kinds:
        readings = [f for f in readings if f.role in ("future", "older") or f.score <= 0.75]
    if spot.kind is Kind.DAYS and not readings:
        _fill_bare_days(state, spot)
    if readings:
        take_listed(state, spot, readings)


def drop_now(state: Filling, fields: Sequence[Field]) -> None:
    """Leave a queue whole where "today" is said of the work and not of what came in.

    "Aaj kin parcel par pehle kaam karu" asks for all that is open now; "aaj ke naye ndr" does not.
    """
    queue = state.is_queue
    spot = next((f for f in fields if f.kind is Kind.PERIOD), None)
    if not queue or spot is None or state.arguments.get(spot.name) != "today":
        return
    tokens = state.said.tokens
    came = phrases_of("dialogue_words", "arrived").find(tokens)
    works = phrases_of("dialogue_words", "to_work").find(tokens)
    today = next(f for f in state.found if f.kind is Kind.PERIOD and f.value == "today")
    owned = state.said.text[today.start : today.end].lower().endswith(_OWNED)
    if not came and (works or not owned):
        del state.arguments[spot.name]


def _of_the_past(said: Said, reading: Found) -> bool:
    """Tell whether a "kal" is yesterday by its clause: "kal delivery wala aaya tha"."""
    if _EITHER_WAY.fullmatch(said.text[reading.start : reading.end].lower()) is None:
        return False
    clause = re.split(r"[,;.!?\n]", said.text[reading.end :])[0]
    for token in read(clause).tokens:
        if token.word in _PAST_VERBS:
            return True
        if token.word in _WISHES:
            return False
    return False


def _is_a_deadline(said: Said, reading: Found) -> bool:
    """Tell whether a "kal" is by when work is due: "kal subah tak kaunse ndr ki deadline"."""
    if _EITHER_WAY.fullmatch(said.text[reading.start : reading.end].lower()) is None:
        return False
    following = [token for token in said.tokens if token.start >= reading.end][:2]
    until = any([token.word] in _UP_TO for token in following)
    return until or bool(phrases_of("dialogue_words", "deadline").find(said.tokens))


def _ends_of(said: Said, readings: Sequence[Found], spot: Field) -> list[Found]:
    """Return the readings for the first or the last of several days, by the argument's name."""
    days = sorted(readings, key=lambda f: f.value)
    if spot.role == "from" and len({f.value for f in days}) == 1:
        days = [f for f in days if not _is_the_last(said, f)]
        readings = days
    if len({f.value for f in days}) < 2 or spot.role not in ("from", UNTIL):
        return [f for f in readings if f.role != UNTIL or spot.role == UNTIL]
    return days[:1] if spot.role == "from" else days[-1:]


def _is_the_last(said: Said, reading: Found) -> bool:
    """Tell whether a day is said to be the last of some: "28 tak", "until the 28th"."""
    before = [token.word for token in said.tokens if token.end <= reading.start][-1:]
    after = [token.word for token in said.tokens if token.start >= reading.end][:1]
    return before in _UP_TO or after in _UP_TO


def _counts(state: Filling, reading: Found) -> bool:
    return any(
        f.kind is Kind.DAYS and (f.start, f.end) == (reading.start, reading.end)
        for f in state.found
    )


def _fill_bare_days(state: Filling, spot: Field) -> None:
    hours = re.search(r"(?i)\b(\d+)\s*(?:hours?|hrs?|ghante)\b", state.said.text)
    if hours and int(hours[1]) >= 24:
        state.take(spot.name, round(int(hours[1]) / 24), hours.span())
