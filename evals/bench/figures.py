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
        """The first tenth, its very first turn left out: it loads things."""
        return _typical(self.turns[1 : max(11, len(self.turns) // 10)])

    def last(self) -> Cost:
        """The last tenth."""
        return _typical(self.turns[-max(10, len(self.turns) // 10) :])


def _typical(turns: tuple[Cost, ...]) -> Cost:
    """Return mean CPU, as the system counts it in ticks of 10 ms, and median wall time."""
    return Cost(cpu=mean(t.cpu for t in turns), wall=median(t.wall for t in turns))
