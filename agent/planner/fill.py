"""A tool's arguments, filled from what was found in a sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import prompts
from agent.planner.clocks import clock_in
from agent.planner.fields import Field, enum_phrases, fields_of
from agent.planner.filling import Filled, Filling, plain, take_listed, take_values
from agent.planner.filling_time import drop_now, fill_time
from agent.planner.free_text import address_in, landmark_in, note_in, reason_in
from agent.planner.lengths import cases_in, length_in, open_hours_in, run_in
from agent.planner.memory import Memory
from agent.planner.mood import NO_VERBS, Verbs
from agent.planner.new_names import contact_in, name_in
from agent.planner.recognise import Found
from agent.planner.recognise.found import number_of, phrases_of
from agent.planner.recognise.pointers import POINTER, THESE, place_of
from agent.planner.shortcuts import new_shortcut_in, shortcut_named
from agent.planner.text import Said
from agent.planner.workflow_named import workflow_in
from commerce import lookup, memory
from commerce.access import Permission, Role
from commerce.context import Context
from commerce.parcels import ParcelMoment
from commerce.schedules import Cadence
from commerce.vocabulary import SLOT_HOURS, DeliverySlot, Weekday
from tools.arguments import Kind
from tools.base import Effect, Tool
from tools.inventory import EVERYWHERE

_IDS = (Kind.ORDER, Kind.PARCEL)
_IN_OWN_WORDS = (Kind.REASON, Kind.LANDMARK, Kind.NOTE, Kind.ADDRESS, Kind.QUESTION)
_SURE = 0.75
_MOST_PIECES = 100_000
_WHOLE = 100
_ORDERS = frozenset(prompts.lexicon("id_words")["order"])


def fill(
    ctx: Context,
    tool: Tool,
    said: Said,
    found: Sequence[Found],
    verbs: Verbs = NO_VERBS,
    memory: Memory | None = None,
) -> Filled:
    """Return a tool's arguments as a sentence says them; the rest keep their defaults."""
    fields = fields_of(tool.arguments)
    said_as_sets = _phrases_of_sets(said, fields)
    kept = [
        f for f in found
        if not _denied(said, f, found)
        # "Per kota" is by city in Indonesian, whatever town is called Kota.
        and not (f.kind is Kind.PLACE and any(f.overlaps(*span) for span in said_as_sets))
    ]  # fmt: skip
    state = Filling(ctx=ctx, said=said, found=kept, memory=memory)
    state.kinds = {f.kind for f in fields if f.kind is not None}
    state.has_bounds = any(f.role in ("min", "max") for f in fields)
    state.is_queue = Permission.NDR_READ in tool.needs
    state.pays = tool.effect is Effect.MONEY and {Kind.MONEY, Kind.ORDER} <= state.kinds
    if tool.effect is not Effect.READ:
        state.action = tool.name.partition("_")[0]
    for spot in sorted((f for f in fields if f.kind is not None), key=_turn):
        _fill_kind(state, spot)
        if spot.kind is Kind.CUSTOMER and tool.effect is not Effect.READ:
            _fill_by_their_order(state, spot)
    drop_now(state, fields)
    _fill_enums(state, fields)
    _fill_moment(state, fields)
    _fill_cadence(state, fields)
    for spot in fields:
        if spot.kind in _IN_OWN_WORDS and spot.name not in state.arguments:
            _fill_text(state, spot, verbs)
    return Filled(
        tool=tool,
        arguments=state.arguments,
        spans=tuple(state.spans),
        also=tuple(state.also.items()),
        unplaced=tuple(_unplaced(state)),
        doubtful=tuple(s.name for s in fields if not s.required and s.name in state.doubtful),
    )


def values_for(ctx: Context, spot: Field, said: Said, found: Sequence[Found]) -> list[Any]:
    """Return what a sentence offers for one argument, as an answer to a question for it."""
    state = Filling(ctx=ctx, said=said, found=found, kinds={spot.kind} if spot.kind else set())
    if spot.words is not None:
        _fill_enums(state, (spot,))
    else:
        _fill_kind(state, spot)
    first = [state.arguments[spot.name]] if spot.name in state.arguments else []
    return first + [plain(value) for value in state.also.get(spot.name, ())]


def _turn(spot: Field) -> int:
    """Ids first, then bounds, then the rest: what is surest takes its letters first."""
    written = (Kind.OPEN_HOURS, Kind.CLOCK, Kind.LENGTH, Kind.CASES, Kind.RUN)
    order = (
        *written,
        Kind.ORDER,
        Kind.PARCEL,
        Kind.PHONE,
        Kind.MONEY,
        Kind.LIMIT,
        Kind.PERIOD,
        Kind.DAY,
    )
    if spot.kind is Kind.DAY and spot.required:
        # Of "parso" and a day that must be known, it is that day.
        return order.index(Kind.PERIOD) - 1
    return order.index(spot.kind) if spot.kind in order else len(order)


def _fill_kind(state: Filling, spot: Field) -> None:
    match spot.kind:
        case Kind.ORDER | Kind.PARCEL:
            _fill_id(state, spot)
        case Kind.MONEY:
            _fill_money(state, spot)
        case Kind.PERSON:
            _fill_person(state, spot)
        case Kind.DAYS | Kind.PERIOD | Kind.DAY:
            fill_time(state, spot)
        case Kind.CITY | Kind.PINCODE:
            _fill_part_of_address(state, spot)
        case Kind.NAME | Kind.CONTACT:
            _fill_new(state, spot)
        case Kind.SHORTCUT:
            _fill_shortcut(state, spot)
        case Kind.PERCENT if spot.role == "min":
            _fill_least_share(state, spot)
        case Kind.WAREHOUSE if not any(f.kind is Kind.WAREHOUSE for f in state.found):
            _fill_everywhere(state, spot)
        case Kind.WORKFLOW:
            if (named := workflow_in(state.ctx, state.said)) is not None:
                state.take(spot.name, named[0], named[1:])
        case Kind.OPEN_HOURS | Kind.LENGTH | Kind.CASES | Kind.CLOCK | Kind.RUN:
            _fill_written(state, spot)
        case Kind.REASON | Kind.LANDMARK | Kind.NOTE | Kind.ADDRESS | Kind.QUESTION | None:
            return
        case _:
            _fill_plainly(state, spot, spot.kind)


def _fill_written(state: Filling, spot: Field) -> None:
    """Take what is known by how it is written, whatever else its digits may be."""
    readers = {
        Kind.OPEN_HOURS: open_hours_in, Kind.LENGTH: length_in, Kind.CASES: cases_in,
        Kind.CLOCK: clock_in, Kind.RUN: run_in,
    }  # fmt: skip
    assert spot.kind is not None
    found = readers[spot.kind](state.said)
    if found is not None and not any(s < found[2] and found[1] < e for s, e in state.spans):
        state.take(spot.name, found[0], found[1:])


def _fill_shortcut(state: Filling, spot: Field) -> None:
    """Take a name that is remembered already, or what something is to be called."""
    known = memory.known(state.ctx.session, state.ctx.actor.shop_id, state.ctx.actor.person_id)
    name = shortcut_named(state.said, known.shortcuts)
    if name is None and state.action == "remember":
        name = new_shortcut_in(state.said)
    if name is not None:
        first = state.said.text.casefold().find(name.casefold())
        state.take(spot.name, name, (first, first + len(name)) if first >= 0 else None)


def _fill_everywhere(state: Filling, spot: Field) -> None:
    """Take all warehouses where that is said, which a default would narrow."""
    tokens = state.said.tokens
    for hit in phrases_of("dialogue_words", "everywhere").find(tokens):
        span = (tokens[hit.first].start, tokens[hit.last - 1].end)
        state.take(spot.name, EVERYWHERE, span)
        return


def _fill_new(state: Filling, spot: Field) -> None:
    if spot.kind is Kind.NAME:
        name = name_in(state.said)
        if name is not None:
            state.take(spot.name, name, None)
    elif (contact := contact_in(state.said)) is not None:
        state.take(spot.name, contact[0], contact[1:])


def _fill_id(state: Filling, spot: Field) -> None:
    ids = [f for f in state.found if f.kind in _IDS and state.is_free(f)]
    if state.pays and _is_an_amount(state, ids):
        return
    if not ids or ids[0].role == POINTER:
        _fill_pointed_at(state, spot, ids[:1])
        return
    best = max(f.score for f in ids)
    ids = [f for f in ids if f.score >= min(best, 0.8) - 0.01] or ids
    values = list(dict.fromkeys(_id_value(state.ctx, spot, reading) for reading in ids))
    take_values(state, spot, values, ids)


def _is_an_amount(state: Filling, ids: Sequence[Found]) -> bool:
    """Tell whether a number that is no order of the shop is money: "give 300 back on the order".

    The order is then spoken of elsewhere, away from the number.
    """
    if len(ids) != 1 or ids[0].role == POINTER or ids[0].score >= _SURE:
        return False
    spoken = [t for t in state.said.tokens if t.word in _ORDERS]
    gap = len("order #")
    return any(t.start > ids[0].end or t.end + gap < ids[0].start for t in spoken)


def _fill_by_their_order(state: Filling, spot: Field) -> None:
    """Take an order for the customer whose it is, where no other argument wants it."""
    if spot.name in state.arguments or state.kinds & set(_IDS):
        return
    for reading in state.found:
        if reading.kind is Kind.ORDER and reading.role != POINTER and state.is_free(reading):
            state.take(spot.name, reading.value, (reading.start, reading.end))
            return


def _fill_part_of_address(state: Filling, spot: Field) -> None:
    """Take a city or a pincode out of the places that were named."""
    digits = spot.kind is Kind.PINCODE
    for reading in state.found:
        is_pincode = str(reading.value).replace(" ", "").isdigit()
        if reading.kind is Kind.PLACE and is_pincode is digits and state.is_free(reading):
            state.take(spot.name, reading.value, (reading.start, reading.end))
            return


def _fill_pointed_at(state: Filling, spot: Field, pointers: Sequence[Found]) -> None:
    for pointer in pointers:
        state.spans.append((pointer.start, pointer.end))
        if state.memory is not None and spot.many and pointer.value == THESE:
            _fill_shown(state, spot, pointer)
        elif state.memory is not None and spot.kind is not None:
            value = state.memory.pointed_at(spot.kind, place_of(pointer.value))
            if value is not None:
                reading = replace(pointer, value=value, kind=state.memory.kind_of(value, spot.kind))
                one = _id_value(state.ctx, spot, reading)
                state.arguments[spot.name] = [one] if spot.many else one


def _fill_shown(state: Filling, spot: Field, pointer: Found) -> None:
    """Take all that was shown last, for "in sabko" and "all of these"."""
    assert state.memory is not None
    assert spot.kind is not None
    shown = [replace(pointer, value=m.id, kind=m.kind) for m in state.memory.shown(spot.kind)]
    values = list(dict.fromkeys(_id_value(state.ctx, spot, reading) for reading in shown))
    if values:
        state.arguments[spot.name] = values


def _id_value(ctx: Context, spot: Field, reading: Found) -> str:
    """Return what the argument takes: an order argument takes the parcel's order."""
    if spot.kind is Kind.ORDER and reading.kind is Kind.PARCEL:
        return lookup.order_of_parcel(ctx, reading.value) or str(reading.value)
    return str(reading.value)


def _fill_money(state: Filling, spot: Field) -> None:
    for reading in state.found:
        # Where a tool has no bounds, "up to 3000" is simply its amount.
        # "50 kam kar do" is no price; where the price must be known, it is asked for.
        relative = reading.role == "change" and spot.required
        fits = reading.role == spot.role or not (state.has_bounds or relative)
        bound = reading.kind is Kind.MONEY and fits
        # A range gives both bounds from the same letters.
        shared = (reading.start, reading.end) in state.spans
        if bound and (state.is_free(reading) or shared):
            state.take(spot.name, reading.value, (reading.start, reading.end))
            return
    unnamed = state.pays and not any(f.kind in _IDS and state.took(f) for f in state.found)
    if unnamed or not state.kinds & set(_IDS):
        _fill_bare_money(state, spot)


def _fill_bare_money(state: Filling, spot: Field) -> None:
    """Take a bare number for an amount where it cannot be an order: "limit 20000"."""
    for reading in state.found:
        number = str(reading.value)
        unsure = not state.pays or reading.score < _SURE
        if reading.kind in _IDS and number.isdecimal() and unsure and state.is_free(reading):
            state.take(spot.name, int(number), (reading.start, reading.end))
            return


def _fill_least_share(state: Filling, spot: Field) -> None:
    """Take a bound of at most 100: "above 70 on the risk scale", "risk over 60%"."""
    for reading in state.found:
        bound = reading.kind is Kind.MONEY and reading.role == "min" and reading.value <= _WHOLE
        if (bound or reading.kind is Kind.PERCENT) and state.is_free(reading):
            state.take(spot.name, int(reading.value), (reading.start, reading.end))
            return


def _fill_person(state: Filling, spot: Field) -> None:
    named = [f for f in state.found if f.kind is Kind.PERSON and state.is_free(f)]
    if named:
        state.take(spot.name, named[0].value, (named[0].start, named[0].end))
        return
    tokens = state.said.tokens
    if spot.name == "assignee" and state.action == "assign":
        for hit in phrases_of("dialogue_words", "to_me").find(tokens):
            state.take(spot.name, "me", (tokens[hit.first].start, tokens[hit.last - 1].end))
            return
    for hit in phrases_of("dialogue_words", "mine").find(tokens):
        text = " ".join(token.word for token in tokens[hit.first : hit.last])
        explicit = hit.last - hit.first > 1 or text == "mine"
        agent = state.ctx.actor.role is Role.NDR_AGENT
        if (explicit or agent) and text not in ("me", "mujhe"):
            state.take(spot.name, "me", (tokens[hit.first].start, tokens[hit.last - 1].end))
            return


def _fill_plainly(state: Filling, spot: Field, kind: Kind) -> None:
    readings = [f for f in state.found if f.kind is kind and state.is_free(f)]
    if kind is Kind.PLACE and Kind.WAREHOUSE in state.kinds:
        taken = [f for f in state.found if f.kind is Kind.WAREHOUSE]
        readings = [f for f in readings if not any(f.overlaps(t.start, t.end) for t in taken)]
    if readings:
        take_listed(state, spot, readings)
    elif kind is Kind.QUANTITY and spot.required:
        _fill_bare_quantity(state, spot)


def _fill_bare_quantity(state: Filling, spot: Field) -> None:
    """Take the only number that is nothing else: "yoga mat 40 kar do", "+10", "EAR-BLK -2"."""
    numbers = [
        token for token in state.said.tokens
        if token.is_number and token.number == int(token.number)
        and not any(f.overlaps(token.start, token.end) for f in state.found if f.score >= _SURE)
    ]  # fmt: skip
    if len(numbers) == 1 and 0 < numbers[0].number <= _MOST_PIECES:
        token = numbers[0]
        less = re.search(r"(?:^|\s)-\s?$", state.said.text[: token.start])
        sign = -1 if less else 1
        state.take(spot.name, sign * int(token.number), (token.start, token.end))


def _fill_enums(state: Filling, fields: Sequence[Field]) -> None:
    """Give each phrase of a closed set to one argument, the longest phrase first."""
    tokens = state.said.tokens
    hits = [
        (hit.last - hit.first, -order, spot, hit)
        for order, spot in enumerate(fields)
        if spot.words is not None
        for hit in enum_phrases(spot.words).find(tokens)
        if not _is_the_action(state, hit.value)
    ]
    for _, _, spot, hit in sorted(hits, key=lambda entry: entry[:2], reverse=True):
        span = (tokens[hit.first].start, tokens[hit.last - 1].end)
        taken = any(start < span[1] and span[0] < end for start, end in state.spans)
        if spot.name not in state.arguments and not taken and not _negated(tokens, hit.first):
            state.take(spot.name, hit.value, span)
    for spot in fields:
        if spot.words is DeliverySlot and spot.name not in state.arguments:
            _fill_hour(state, spot)


def _phrases_of_sets(said: Said, fields: Sequence[Field]) -> list[tuple[int, int]]:
    """Return where phrases of two words and more of a tool's closed sets stand."""
    tokens = said.tokens
    return [
        (tokens[hit.first].start, tokens[hit.last - 1].end)
        for spot in fields if spot.words is not None
        for hit in enum_phrases(spot.words).find(tokens) if hit.last - hit.first > 1
    ]  # fmt: skip


def _fill_moment(state: Filling, fields: Sequence[Field]) -> None:
    """Let a period be of what is said to have happened: what was delivered yesterday came then.

    Unless another moment is named: "sent last week and delivered".
    """
    moment = next((spot for spot in fields if spot.words is ParcelMoment), None)
    outcome = state.arguments.get("outcome")
    dated = any(spot.kind is Kind.PERIOD and spot.name in state.arguments for spot in fields)
    if moment is None or moment.name in state.arguments or not dated:
        return
    if outcome in (ParcelMoment.DELIVERED.value, ParcelMoment.RTO.value):
        state.take(moment.name, outcome, None)


def _fill_cadence(state: Filling, fields: Sequence[Field]) -> None:
    """Let what comes on one day of the week come every week: "every friday at 6"."""
    often = next((spot for spot in fields if spot.words is Cadence), None)
    weekday = any(s.words is Weekday and s.name in state.arguments for s in fields)
    if often is not None and weekday and often.name not in state.arguments:
        state.take(often.name, Cadence.WEEKLY.value, None)


def _is_the_action(state: Filling, value: str) -> bool:
    """Tell whether a status is what a write makes: "cancel all unpaid" is of none cancelled."""
    made = value.lower().removeprefix("on")
    return bool(state.action) and made.startswith(state.action)


def _negated(tokens: Sequence[Any], first: int) -> bool:
    before = tokens[first - 1].word if first else ""
    if before == "be" and first > 1 and tokens[first - 2].word == "to":
        return True
    return before in ("not", "non", "isn't", "isnt", "except", "without", "excluding")


def _fill_hour(state: Filling, spot: Field) -> None:
    """Read an hour of the day as its part of the day: `5 baje`, `after 6 pm`."""
    for token, unit in zip(state.said.tokens, state.said.tokens[1:], strict=False):
        hour = number_of(token)
        if hour is None or unit.word not in ("baje", "bje", "pm", "am", "p.m", "a.m", "oclock"):
            continue
        # A courier comes by day: 1 to 8 "baje" is after noon.
        after_noon = unit.word.startswith("p") or (unit.word[0] != "a" and hour < 9)
        hour = hour + 12 if after_noon and hour < 12 else hour
        for slot, (first, last) in SLOT_HOURS.items():
            if first <= hour < last:
                state.take(spot.name, slot.value, (token.start, unit.end))


def _fill_text(state: Filling, spot: Field, verbs: Verbs) -> None:
    readers = {
        Kind.REASON: reason_in, Kind.LANDMARK: landmark_in, Kind.NOTE: note_in,
        Kind.ADDRESS: address_in,
    }  # fmt: skip
    assert spot.kind is not None
    if spot.kind is Kind.QUESTION:
        # All that was said is the question: what it names was placed by being said.
        if state.said.text:
            state.take(spot.name, state.said.text[:500], (0, len(state.said.text)))
        return
    words = readers[spot.kind](state.said, state.spans, verbs)
    if words is not None:
        state.take(spot.name, words, None)
    elif spot.required and spot.kind is Kind.REASON and state.said.text:
        state.take(spot.name, state.said.text[:300], None)


def _unplaced(state: Filling) -> list[Found]:
    """Return surely found values whose letters no argument took."""
    said = [f for f in state.found if f.score >= 0.8 and f.role != POINTER]
    left = [f for f in said if state.is_free(f)]
    return [
        f for f in left if not any(f.overlaps(o.start, o.end) for o in left if o.score > f.score)
    ]


def _denied(said: Said, reading: Found, found: Sequence[Found]) -> bool:
    """Tell whether a value is ruled out: the 1042 of "not 1042, 1043"."""
    before = [token.word for token in said.tokens if token.end <= reading.start][-1:]
    others = [f for f in found if f.kind is reading.kind and f.start > reading.end]
    return bool(others) and before in (["not"], ["nahi"], ["nhi"], ["instead"])
