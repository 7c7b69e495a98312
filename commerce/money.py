"""Amounts of money, exact to the minor unit."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Self

MINOR_DIGITS = {
    "INR": 2, "AED": 2, "SAR": 2, "QAR": 2, "SGD": 2, "MYR": 2, "THB": 2, "PHP": 2, "IDR": 2,
    "USD": 2, "KWD": 3, "BHD": 3, "OMR": 3, "VND": 0,
}  # fmt: skip
"""Digits after the point by ISO 4217 code (CLDR)."""


@dataclass(frozen=True, order=True, slots=True)
class Money:
    """An amount as whole minor units (paise, fils) of an ISO 4217 currency."""

    minor: int
    currency: str = "INR"

    @classmethod
    def of(cls, major: Decimal | int | str, currency: str = "INR") -> Self:
        """Return `major` units (rupees, dinars) as money, half a minor unit rounded up."""
        scaled = Decimal(major).scaleb(MINOR_DIGITS[currency])
        return cls(int(scaled.quantize(Decimal(1), rounding=ROUND_HALF_UP)), currency)

    @property
    def major(self) -> Decimal:
        """The amount in major units, exact."""
        return Decimal(self.minor).scaleb(-MINOR_DIGITS[self.currency])

    def __add__(self, other: "Money") -> "Money":
        self._same_currency(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._same_currency(other)
        return Money(self.minor - other.minor, self.currency)

    def _same_currency(self, other: "Money") -> None:
        if self.currency != other.currency:
            raise ValueError(f"Cannot mix {self.currency} and {other.currency}.")
