"""Who carries parcels, how well, and in what words each reports a failure."""

from dataclasses import dataclass

import numpy as np

from app.demo.data import words
from app.demo.dice import Flags, Floats

Word = tuple[str, str]
"""A courier's raw code and the text it prints."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Couriers:
    """One entry a courier; arrays and lists run alike."""

    names: list[str]
    share: Floats
    days: Floats
    failure: Floats
    fake: Floats
    sundays: Flags
    awb_prefix: list[str]
    awb_digits: list[int]
    codes: list[dict[str, list[Word]]]
    """By platform reason."""
    scans: list[dict[str, Word]]
    """By shipment status."""

    def awb(self, courier: int, serial: int) -> str:
        """Return a tracking number in the courier's own shape; two serials never share one."""
        digits = self.awb_digits[courier]
        # An odd multiplier not divisible by five visits every number below 10^digits once.
        scrambled = (serial * 7_368_787 + 1_299_709) % 10**digits
        return f"{self.awb_prefix[courier]}{scrambled:0{digits}d}"


def read() -> Couriers:
    """Read the couriers' file."""
    file = words("couriers.toml")
    entries = list(file.values())
    return Couriers(
        names=list(file),
        share=np.array([float(entry["share"]) for entry in entries]),
        days=np.array([float(entry["days"]) for entry in entries]),
        failure=np.array([float(entry["failure"]) for entry in entries]),
        fake=np.array([float(entry["fake"]) for entry in entries]),
        sundays=np.array([bool(entry["sundays"]) for entry in entries]),
        awb_prefix=[entry["awb"][0] for entry in entries],
        awb_digits=[int(entry["awb"][1]) for entry in entries],
        codes=[
            {reason: [(code, text) for code, text in found] for reason, found in e["codes"].items()}
            for e in entries
        ],
        scans=[
            {status: (code, text) for status, (code, text) in entry["scans"].items()}
            for entry in entries
        ],
    )
