"""How well the planner understands sentences it has never seen: right tool, right arguments.

`first_light.jsonl` was written apart from the examples that train the planner, and nothing is
tuned on its sentences one by one. `python -m evals.understanding` prints the table.
"""

from evals.understanding.scoring import Case, Grade, grade, read_cases

__all__ = ["Case", "Grade", "grade", "read_cases"]
