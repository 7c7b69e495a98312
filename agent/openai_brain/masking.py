"""Personal data stays here: a provider reads stand-ins, and what it answers is put right again.

Phone numbers, e-mail addresses, UPI handles, card and bank numbers are found by how they are
written, street addresses by the field that holds them and by their words (`places`), names of
buyers by what the shop knows and how they are said (`people`). The same value has the same stand-in
throughout a request, so that a model can still tell two customers apart, and pass a number on to a
tool without ever having read it.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from agent.openai_brain.people import pattern_of
from agent.openai_brain.places import addresses

_FIELDS: Mapping[str, str] = {
    "line1": "ADDRESS", "line2": "ADDRESS", "landmark": "ADDRESS", "written": "ADDRESS",
    "address": "ADDRESS", "street": "ADDRESS",
    "phone": "PHONE", "email": "EMAIL", "upi": "UPI",
}  # fmt: skip
"""Fields of facts and arguments whose whole text is personal, whatever it looks like."""

_MAY_BE_OURS = ("PHONE", "CARD")
"""Kinds whose digits may be the number of an order or a parcel."""
_OTHER_DIGITS = str.maketrans("०१२३४५६७८९٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 3)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_UPI = re.compile(r"(?<![\w.+-])[\w.+-]{2,}@[A-Za-z][A-Za-z0-9]{1,}(?![\w.]*@)")
_CARD = re.compile(r"(?<![\w-])(?:\d[ -]?){12,18}\d(?![\w-])")
_AADHAAR = re.compile(r"(?<![\w-])(?<!\d )[2-9]\d{3}[ -]\d{4}[ -]\d{4}(?![\w-]| \d)")
_ACCOUNT = re.compile(
    r"(?i)(?:a/?c|acct|account|khata|खाता|खाते)\W{0,3}(?:no|num(?:ber)?|नंबर)?\W{0,4}"
    r"(\d[\d -]{7,20}\d)"
)
_IFSC = re.compile(r"(?<!\w)[A-Za-z]{4}0[A-Za-z0-9]{6}(?!\w)")
_PHONE = re.compile(
    r"(?<![\w-])(?:(?:\+|00)?91[ -]?|0)?[6-9]\d{4}[ -]?\d{5}(?![\w-])"
    r"|(?<!\w)\+\d{1,3}[ -]?\d[\d -]{5,11}\d(?![\w-])"
)
_STAND_IN = re.compile(r"\[\s*([A-Z]{3,7})[ _-](\d{1,4})\s*\]")
_LONGEST = 24
"""Characters of a stand-in at the most, however oddly a model writes it."""


def _of_luhn(digits: str) -> bool:
    """Tell whether a card number's check digit is right (ISO/IEC 7812-1, annex B)."""
    double = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(double)) % 10 == 0


def _is_card(written: str) -> bool:
    digits = re.sub(r"\D", "", written)
    if re.fullmatch(r"\d{4}([ -])\d{4}\1\d{4}\1\d{4}", written):
        return True  # Grouped as on a card, be it mistyped.
    return len(digits) in (15, 16, 19) and digits[0] in "3456" and _of_luhn(digits)


@dataclass(slots=True)
class Mask:
    """What one request keeps from the provider.

    Args:
        keep: Tells of a number written like a phone's whether it is the shop's own (an order, a
            parcel), which the model needs to read.
        names: Of people, which no text may tell.
    """

    keep: Callable[[str], bool] = lambda _: False
    names: Collection[str] = ()
    _named: re.Pattern[str] | None = field(init=False)
    _values: dict[str, str] = field(default_factory=dict)
    """Stand-in → what it stands for."""
    _known: dict[tuple[str, str], str] = field(default_factory=dict)
    """Kind and value → stand-in."""

    def __post_init__(self) -> None:
        """Make ready to find the names."""
        self._named = pattern_of(self.names)

    def text(self, text: str) -> str:
        """Return a text without what is personal in it."""
        # A stand-in that somebody typed must not be taken for one of ours.
        text = _STAND_IN.sub(lambda m: f"({m[1]} {m[2]})", text)
        plain = text.translate(_OTHER_DIGITS)
        spots: list[tuple[int, int, str]] = []
        for start, end, kind in (*_found(plain), *self._names_in(text)):
            is_free = all(end <= first or start >= last for first, last, _ in spots)
            if is_free and not (kind in _MAY_BE_OURS and self.keep(text[start:end])):
                spots.append((start, end, kind))
        parts, at = [], 0
        for start, end, kind in sorted(spots):
            parts += [text[at:start], self._stand_in(kind, text[start:end])]
            at = end
        return "".join((*parts, text[at:]))

    def data(self, value: Any, *, of: str = "") -> Any:
        """Return facts or arguments, any JSON, without what is personal in them.

        Args:
            of: The field that holds `value`.
        """
        match value:
            case dict():
                return {key: self.data(each, of=str(key)) for key, each in value.items()}
            case list() | tuple():
                return [self.data(each, of=of) for each in value]
            case str() if value and of in _FIELDS:
                return self._stand_in(_FIELDS[of], value)
            case str():
                return self.text(value)
            case _:
                return value

    def restored(self, value: Any) -> Any:
        """Return what a provider wrote, any JSON, with the real values again.

        A stand-in that was never given out stays as it is: no value is guessed.
        """
        match value:
            case dict():
                return {key: self.restored(each) for key, each in value.items()}
            case list():
                return [self.restored(each) for each in value]
            case str():
                return _STAND_IN.sub(self._restore, value)
            case _:
                return value

    def streamed(self, stream: Callable[[str], None]) -> "Unmasking":
        """Return a stream that puts stand-ins right although they come in pieces."""
        return Unmasking(self, stream)

    def _names_in(self, text: str) -> Iterable[tuple[int, int, str]]:
        for match in self._named.finditer(text) if self._named else ():
            yield *match.span(), "NAME"

    def _restore(self, match: re.Match[str]) -> str:
        return self._values.get(f"[{match[1]}_{match[2]}]", match[0])

    def _stand_in(self, kind: str, value: str) -> str:
        known = self._known.get((kind, value))
        if known is None:
            number = 1 + sum(1 for of, _ in self._known if of == kind)
            known = self._known[kind, value] = f"[{kind}_{number}]"
            self._values[known] = value
        return known


@dataclass(slots=True)
class Unmasking:
    """Hands words on as they come, and holds back what may be half a stand-in."""

    mask: Mask
    stream: Callable[[str], None]
    _held: str = ""

    def __call__(self, piece: str) -> None:
        """Take the next piece."""
        text = self._held + piece
        opened = text.rfind("[")
        is_open = opened >= 0 and "]" not in text[opened:] and len(text) - opened <= _LONGEST
        cut = opened if is_open else len(text)
        self._held = text[cut:]
        if cut:
            self.stream(self.mask.restored(text[:cut]))

    def end(self) -> None:
        """Hand on what was held back: it was no stand-in."""
        if self._held:
            self.stream(self.mask.restored(self._held))
            self._held = ""


def _found(plain: str) -> Iterable[tuple[int, int, str]]:
    """Give what looks personal, what is surest first."""
    if "@" in plain:
        for match in _EMAIL.finditer(plain):
            yield *match.span(), "EMAIL"
        for match in _UPI.finditer(plain):
            yield *match.span(), "UPI"
    for match in _ACCOUNT.finditer(plain):
        yield *match.span(1), "ACCOUNT"
    for match in _IFSC.finditer(plain):
        yield *match.span(), "ACCOUNT"
    for match in _CARD.finditer(plain):
        if _is_card(match[0]):
            yield *match.span(), "CARD"
    for match in _AADHAAR.finditer(plain):
        yield *match.span(), "AADHAAR"
    for match in _PHONE.finditer(plain):
        yield *match.span(), "PHONE"
    for start, end in addresses(plain):
        yield start, end, "ADDRESS"
