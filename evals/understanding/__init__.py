"""How well the planner understands sentences it has never seen: right tool, right arguments.

`superecom evals understanding` measures `fresh_dev` and `fresh_held`, which were written apart from
the examples that train the planner, in five languages. `fresh_dev` may be worked on; `fresh_held`
is only measured; `blind_dev` and `blind_held` likewise, written later from the catalogue of tools
alone (`--set blind_held`), and later again `third_dev` and `third_held`. The other files were
looked at before, and flatter the planner.
"""

from evals.understanding.scoring import Case, Grade, grade, read_cases

__all__ = ["Case", "Grade", "grade", "read_cases"]
