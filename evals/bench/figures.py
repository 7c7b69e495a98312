"""What turns cost, and how two kinds of them compare."""

from dataclasses import dataclass
from statistics import mean, median


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Of one turn, in milliseconds."""

    cpu: float
    wall: float


@dataclass(frozen=True, slots=True)
class Costs:
    """Of the turns of one conversation, in order."""

    turns: tuple[Cost, ...]

    def first(self) -> Cost:
        """Turns 11 to 30; the ten before them load what is loaded once."""
        return _typical(self.turns[10:30])

    def last(self) -> Cost:
        """The last twenty turns."""
        return _typical(self.turns[-20:])


def _typical(turns: tuple[Cost, ...]) -> Cost:
    """Return mean CPU, as the system counts it in ticks of 10 ms, and median wall time."""
    return Cost(cpu=mean(t.cpu for t in turns), wall=median(t.wall for t in turns))
