"""Print how well a brain understands: `python -m evals.understanding [OPTIONS] [FILE]`.

`--misses` lists what went wrong; `--brain openai` asks the LLM of the settings, without the planner
behind it; `--every N` takes each Nth sentence, for a model that is slow.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence

from agent.errors import BrainFailed
from agent.llm import ChatModel, Request, Stream, Thought
from agent.planner import Planner
from app.settings import Settings
from app.wiring import open_llm
from commerce.access import Role
from commerce.context import Context
from evals.understanding.scoring import Case, Grade, grade, read_cases, table
from evals.understanding.shop import open_shop


def main() -> None:
    """Grade one file of sentences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", default="first_light")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--brain", choices=("planner", "openai"), default="planner")
    parser.add_argument("--every", type=int, default=1)
    given = parser.parse_args()
    cases = read_cases(given.file)[:: given.every]
    with open_shop() as contexts:
        grades = asyncio.run(_graded(given.brain, contexts, cases))
    for line in table(grades):
        sys.stdout.write(f"{line}\n")
    if given.misses:
        for miss in (g for g in grades if not g.right_arguments):
            sys.stdout.write(
                f"{miss.case.language:8}{miss.case.role.value:9}{miss.case.text!r}: "
                f"wanted {miss.case.tools[0]}, got {miss.got} {miss.wrong or miss.arguments}\n"
            )


async def _graded(brain: str, contexts: dict[Role, Context], cases: Sequence[Case]) -> list[Grade]:
    planner = Planner(None)
    await grade(planner, contexts, cases[:1])  # Loading is not thinking.
    if brain == "planner":
        return await grade(planner, contexts, cases)
    async with open_llm(Settings(), planner) as model:
        return await grade(_Lenient(model), contexts, cases)


class _Lenient:
    """Lets an answer that could not be used count as none."""

    def __init__(self, model: ChatModel) -> None:
        self.name = model.name
        self._model = model

    async def think(self, request: Request, stream: Stream | None = None) -> Thought:
        """Return the next step, or an empty one."""
        try:
            return await self._model.think(request, stream)
        except BrainFailed:
            return Thought()


if __name__ == "__main__":
    main()
