"""Print how well the planner understands: `python -m evals.understanding [--misses] [FILE]`."""

import asyncio
import sys

from agent.planner import Planner
from evals.understanding.scoring import grade, read_cases, table
from evals.understanding.shop import open_shop


def main() -> None:
    """Grade one file of sentences."""
    names = [word for word in sys.argv[1:] if not word.startswith("-")]
    cases = read_cases(names[0] if names else "first_light")
    with open_shop() as contexts:
        planner = Planner(None)
        asyncio.run(grade(planner, contexts, cases[:1]))  # Loading is not thinking.
        grades = asyncio.run(grade(planner, contexts, cases))
    for line in table(grades):
        sys.stdout.write(f"{line}\n")
    if "--misses" in sys.argv:
        for miss in (g for g in grades if not g.right_arguments):
            sys.stdout.write(
                f"{miss.case.language:8}{miss.case.role.value:9}{miss.case.text!r}: "
                f"wanted {miss.case.tools[0]}, got {miss.got} {miss.wrong or miss.arguments}\n"
            )


if __name__ == "__main__":
    main()
