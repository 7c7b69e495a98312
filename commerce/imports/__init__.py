"""Real files in: orders, tracking, failed deliveries, stock, products, prices, reviews.

A file's way: `reader` (encoding, delimiter, workbook: rows), `sheet` and `cells` (columns by name,
cells with one reading), `opening` (which of `formats`, or a guess that is asked), `survey` (how its
dates are meant), a format (rows to records), one of `takers` (records against what the shop has).
A new kind of file is a new format; a new kind of record is a new taker. `staging` does it with
files that people send, and `runs` takes it back.
"""

from commerce.imports.importing import NEEDS, Progress, detect, read_in
from commerce.imports.opening import BY_COLUMNS, FORMATS, Opened, open_file
from commerce.imports.runs import plan_undo, run_of, runs, undo
from commerce.imports.staging import (
    StagedFile,
    binding,
    fields,
    keep_mapping,
    mappings,
    preview,
    run,
    save_mapping,
    stage,
    staged,
)
from commerce.imports.types import (
    KINDS,
    ColumnMatch,
    Counts,
    ImportOutcome,
    Kind,
    Options,
    Preview,
    Question,
    ReasonCount,
    Refusal,
    RowRefused,
    Run,
    SavedMapping,
    Totals,
    UndoTerms,
)

__all__ = [
    "BY_COLUMNS",
    "FORMATS",
    "KINDS",
    "NEEDS",
    "ColumnMatch",
    "Counts",
    "ImportOutcome",
    "Kind",
    "Opened",
    "Options",
    "Preview",
    "Progress",
    "Question",
    "ReasonCount",
    "Refusal",
    "RowRefused",
    "Run",
    "SavedMapping",
    "StagedFile",
    "Totals",
    "UndoTerms",
    "binding",
    "detect",
    "fields",
    "keep_mapping",
    "mappings",
    "open_file",
    "plan_undo",
    "preview",
    "read_in",
    "run",
    "run_of",
    "runs",
    "save_mapping",
    "stage",
    "staged",
    "undo",
]
