"""The demo shop's courier."""

from collections.abc import Callable
from hashlib import sha256
from threading import Lock

from commerce.errors import Rejected
from commerce.ports import CourierAction, Instruction

MOST_ATTEMPTS = 3
"""Couriers go to a door at most three times."""


def _nobody(_awb: str) -> bool:
    return False


class DemoCourier:
    """Fills `commerce.ports.Courier`. Remembers for as long as the process runs."""

    actions = frozenset(CourierAction)

    def __init__(self, refused_with_otp: Callable[[str], bool] = _nobody) -> None:
        """Take what tells whether an AWB's customer confirmed the refusal with an OTP."""
        self._refused_with_otp = refused_with_otp
        self._asked: dict[str, list[Instruction]] = {}
        self._lock = Lock()

    def instruct(self, instruction: Instruction) -> str:
        """Accept one request, and return a reference that its key alone decides.

        Raises:
            Rejected: A real courier would say no.
        """
        with self._lock:
            before = self._asked.setdefault(instruction.awb, [])
            if all(earlier.key != instruction.key for earlier in before):
                self._refuse_the_hopeless(instruction, before)
                before.append(instruction)
        return f"DEMO-{sha256(instruction.key.encode()).hexdigest()[:10].upper()}"

    def _refuse_the_hopeless(self, wanted: Instruction, before: list[Instruction]) -> None:
        if wanted.action is not CourierAction.REATTEMPT:
            return
        asked = [earlier.action for earlier in before]
        if CourierAction.RETURN_TO_ORIGIN in asked:
            raise Rejected("error-courier-already-returning", awb=wanted.awb)
        if self._refused_with_otp(wanted.awb):
            raise Rejected("error-ndr-refusal-verified", awb=wanted.awb)
        if asked.count(CourierAction.REATTEMPT) >= MOST_ATTEMPTS:
            raise Rejected("error-ndr-no-attempt-left", awb=wanted.awb, attempts=MOST_ATTEMPTS)
