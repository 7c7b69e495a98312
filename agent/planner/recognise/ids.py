"""Order numbers, AWBs, phone numbers and pincodes, told apart by the shop's own data."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import phonenumbers
from phonenumbers import PhoneNumberType

import prompts
from agent.planner.recognise.found import Found
from agent.planner.text import Said, Token
from tools.arguments import Kind

_ORDER_CUES = frozenset(prompts.lexicon("id_words")["order"])
_NUMBER_CUES = frozenset(prompts.lexicon("id_words")["number"])
_PARCEL_CUES = frozenset(prompts.lexicon("id_words")["parcel"])
_PLACE_CUES = frozenset(prompts.lexicon("id_words")["place"])
_AMOUNT_CUES = frozenset(prompts.lexicon("id_words")["amount"])
_DWELLING_CUES = frozenset(prompts.lexicon("id_words")["dwelling"])
_STREET_CUES = frozenset(prompts.lexicon("id_words")["street"])
_ENDS_STREET = frozenset(["ko", "ka", "ki", "ke", "to", "is", "at", "pe", "par", "from"])
_BETWEEN = frozenset(prompts.lexicon("id_words")["between"])
_PHONE = re.compile(r"(?<![\w])(?:\+?91[\s-]?|0)?[6-9]\d{4}[\s-]?\d{5}(?![\w])")
_ID = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9_/-]{1,39}")
_SUM = re.compile(r"\d[\d.,]*\s*(?:[*×÷^]|x(?=\s*\d)|(?<=\s)[+/](?=\s))\s*\d[\d.,]*", re.IGNORECASE)
"""Two numbers that are to be reckoned with: "345 * 22" names no order."""
_DATE_LIKE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class IdBook:
    """How to ask the shop about an id, in the actor's scope."""

    order: Callable[[str], bool]
    parcel: Callable[[str], bool]
    ending: Callable[[str], tuple[str, ...]]
    """Order numbers that end in some digits."""
    shapes: frozenset[str]


def find_ids(said: Said, book: IdBook) -> list[Found]:
    """Return orders, parcels, phones and pincodes; an id nobody knows is still an id."""
    found: list[Found] = list(_phones(said, book))
    taken = [(f.start, f.end) for f in found]
    taken += [match.span() for match in _SUM.finditer(said.text)]
    tokens, index = said.tokens, 0
    while index < len(tokens):
        token = tokens[index]
        index += 1
        if any(token.start < end and start < token.end for start, end in taken):
            continue
        found += _of_token(said, index - 1, book)
    return found


def _of_token(said: Said, index: int, book: IdBook) -> Iterator[Found]:
    token = said.tokens[index]
    raw = token.raw.strip("-/_").replace(",", "")
    if not _ID.fullmatch(raw) or (_DATE_LIKE.fullmatch(raw) and not book.order(raw)):
        return
    cue = _cue(said, index)
    for value in _spellings(raw, book.shapes):
        if book.order(value):
            yield _id(token, value, Kind.ORDER, 0.98)
            return
        if book.parcel(value):
            yield _id(token, value, Kind.PARCEL, 0.98)
            return
    yield from _unknown(token, raw, cue, book)


def _unknown(token: Token, raw: str, cue: str, book: IdBook) -> Iterator[Found]:
    if cue == "dwelling":
        return  # "Flat 302" is no order.
    shape = re.sub(r"\d", "9", raw.upper())
    digits = sum(letter.isdigit() for letter in raw)
    if cue == "place" and re.fullmatch(r"[1-9]\d{5}", raw):
        yield Found(kind=Kind.PLACE, value=raw, start=token.start, end=token.end, score=0.95)
    elif cue in ("order", "parcel", "number") and digits >= 2:
        if cue == "number":
            cue = "parcel" if digits >= 8 and shape not in book.shapes else "order"
        short = book.ending(raw) if raw.isdigit() and shape not in book.shapes else ()
        value = short[0] if len(short) == 1 else raw
        yield _id(token, value, Kind.ORDER if cue == "order" else Kind.PARCEL, 0.9)
    elif shape in book.shapes:
        yield _id(token, raw, Kind.ORDER, 0.85)
    elif _alike(shape, book.shapes):
        yield _id(token, raw, Kind.ORDER, 0.7)
    elif re.fullmatch(r"[1-9]\d{5}", raw):
        yield Found(kind=Kind.PLACE, value=raw, start=token.start, end=token.end, score=0.8)
    elif digits >= 8 or (digits >= 5 and not raw.isalpha() and not raw.isdigit()):
        yield _id(token, raw, Kind.PARCEL, 0.8)
    elif digits >= 3 and raw.isdigit() and cue != "amount":
        yield _id(token, raw, Kind.ORDER, 0.6)


def _spellings(raw: str, shapes: frozenset[str]) -> Iterator[str]:
    """Yield an id as written, and as the shop writes it: `se10042` or `10042` for `SE-10042`."""
    yield raw
    if raw.upper() != raw:
        yield raw.upper()
    bare = re.sub(r"[^A-Za-z0-9]", "", raw).upper()
    digits = re.sub(r"\D", "", raw)
    for shape in sorted(shapes):
        letters = re.sub(r"[^A-Z]", "", shape.upper())
        fits = len(digits) == shape.count("9") and bare in (digits, letters + digits)
        if fits:
            following = iter(digits)
            written = "".join(next(following) if sign == "9" else sign for sign in shape)
            if written != raw:
                yield written
    if bare not in (raw, raw.upper()):
        yield bare


def _alike(shape: str, shapes: frozenset[str]) -> bool:
    """Tell whether a number is at most one digit longer or shorter than the shop's."""
    return any(
        known.replace("9", "") == shape.replace("9", "") and abs(len(known) - len(shape)) <= 1
        for known in shapes
    )


def _cue(said: Said, index: int) -> str:
    """Return what the words just before (or right after) an id say that it is."""
    before = [token.word for token in said.tokens[max(0, index - 3) : index]][::-1]
    after = [token.word for token in said.tokens[index + 1 : index + 2]]
    if before[:1] and before[0] in _DWELLING_CUES:
        return "dwelling"
    if before[:1] and before[0] in _NUMBER_CUES and before[1:2] and before[1] in _DWELLING_CUES:
        return "dwelling"
    ahead = [token.word for token in said.tokens[index + 1 : index + 4]]
    if _STREET_CUES & set(ahead) and not _ENDS_STREET & set(ahead):
        return "dwelling"  # "221 mg road" is no order either.
    for word in before:
        if word in _PLACE_CUES:
            return "place"
        if word in _PARCEL_CUES:
            return "parcel"
        if word in _ORDER_CUES:
            return "order"
        if word not in _NUMBER_CUES and word not in _BETWEEN:
            break
    if before[:1] and before[0] in _NUMBER_CUES:
        return "number"
    if before[:1] and (before[0] in _AMOUNT_CUES or _AMOUNT_CUES & set(before[1:2])):
        return "amount"
    for word in after:
        if word in _PLACE_CUES:
            return "place"
        if word in ("order", "ordr", "oder", "odr"):
            return "order"
        if word in ("parcel", "awb", "shipment"):
            return "parcel"
    return ""


def _phones(said: Said, book: IdBook) -> Iterator[Found]:
    for match in _PHONE.finditer(said.text):
        digits = re.sub(r"\D", "", match[0])
        if book.parcel(digits) or book.order(digits) or book.parcel(match[0]):
            continue
        number = phonenumbers.parse(digits[-10:], "IN")
        mobile = phonenumbers.number_type(number) in (
            PhoneNumberType.MOBILE,
            PhoneNumberType.FIXED_LINE_OR_MOBILE,
        )
        if mobile and _before(said, match.start()) not in _PARCEL_CUES:
            value = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            for kind in (Kind.PHONE, Kind.CUSTOMER):
                yield Found(kind=kind, value=value, start=match.start(), end=match.end(), score=0.9)


def _before(said: Said, start: int) -> str:
    return next((token.word for token in reversed(said.tokens) if token.end <= start), "")


def _id(token: Token, value: str, kind: Kind, score: float) -> Found:
    return Found(
        kind=kind, value=value, start=token.start, end=token.end, score=score, role=kind.value
    )
