"""`superecom bench`."""

from typing import Annotated

import typer


def bench(
    turns: Annotated[int, typer.Option(min=50, help="Turns of one conversation.")] = 200,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure a whole turn beside a plain agent's, in one run, as ratios.

    Ours: HTTP in, planner, one tool over the demo shop, everything durable in SQLite, reply out.
    The plain one: LangGraph's StateGraph and ToolNode with AsyncSqliteSaver, two model calls that
    cost nothing, one tool that runs one query; no HTTP, no approval, no history of its own.
    """
    from evals.bench.running import run

    run(turns=turns, as_json=as_json)
