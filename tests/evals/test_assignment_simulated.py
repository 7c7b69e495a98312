"""Ways to give parcels to agents, simulated."""

from dataclasses import replace

import numpy as np

from commerce.vocabulary import NdrReason
from evals.bench import assignment
from evals.bench.assignment import Kind


def _kinds() -> list[Kind]:
    rng = np.random.default_rng(0)
    reasons = list(NdrReason)[:6]
    return [
        Kind(
            reason=reasons[int(rng.integers(6))], is_cod=bool(rng.random() < 0.6),
            language=("hi", "en", "ta")[int(rng.integers(3))], attempts=int(rng.integers(1, 4)),
            stake_minor=int(rng.lognormal(11, 0.5)), hour=float(rng.uniform(8, 22)), base=0.5,
        )
        for _ in range(assignment.LEARN + assignment.TRY)
    ]  # fmt: skip


def test_where_agents_differ_expected_rupees_bring_more_than_taking_turns() -> None:
    found = assignment.simulate(_kinds(), assignment.WORLDS[1], 3)
    assert found["expected rupees"].rupees > 1.05 * found["round robin"].rupees
    assert found["round robin"].spread == 1.0


def test_every_case_is_begun_by_somebody_even_in_a_flood() -> None:
    flood = replace(assignment.WORLDS[0], load=3.0)
    found = assignment.simulate(_kinds(), flood, 4)
    assert all(one.late > 0.5 for one in found.values())
