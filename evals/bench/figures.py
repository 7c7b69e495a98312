"""What turns cost, and how two kinds of them compare."""

from dataclasses import dataclass
from statistics import median


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
        """The median of the first tenth, its very first turn left out: it loads things."""
        return _median(self.turns[1 : max(6, len(self.turns) // 10)])

    def last(self) -> Cost:
        """The median of the last tenth."""
        return _median(self.turns[-max(5, len(self.turns) // 10) :])


def _median(turns: tuple[Cost, ...]) -> Cost:
    return Cost(cpu=median(t.cpu for t in turns), wall=median(t.wall for t in turns))
