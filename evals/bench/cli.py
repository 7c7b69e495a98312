"""`superecom bench`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from app.settings import Settings


def bench(
    what: Annotated[
        str,
        typer.Argument(
            help="`channels`: whole turns by a messenger, with the server killed half-way; "
            "`assignment`: who should take which undelivered parcel, simulated; "
            "`alerts`: which spoilt days are told, and which ordinary ones; "
            "`workflows`: thousands of runs that wait; "
            "`talk`: what an LLM is sent in one long conversation; "
            "`truth`: scores beside what the demo shop was drawn from."
        ),
    ] = "",
    turns: Annotated[int, typer.Option(min=50, help="Turns of one conversation.")] = 200,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    reads: Annotated[
        bool, typer.Option("--reads", help="Measure every read tool instead of whole turns.")
    ] = False,
    here: Annotated[
        bool,
        typer.Option("--here", help="With --reads or --scores: on the shop in SUPERECOM_HOME."),
    ] = False,
    orders: Annotated[
        int,
        typer.Option(
            min=200, help="With --reads, --scores or truth: orders of the shop that is made."
        ),
    ] = 20_000,
    rounds: Annotated[int, typer.Option(min=1, help="With --reads: times each call is made.")] = 3,
    write: Annotated[
        Path | None,
        typer.Option(
            help="With --reads or truth: put the table into this page, such as "
            "docs/performance.md or docs/scores.md."
        ),
    ] = None,
    forecasts: Annotated[
        bool, typer.Option("--forecasts", help="Measure forecasts of 5,000 SKUs beside AutoETS.")
    ] = False,
    scores: Annotated[
        bool,
        typer.Option("--scores", help="Measure the score of an order beside plain scikit-learn."),
    ] = False,
    only: Annotated[str, typer.Option(help="With --reads: this tool alone.")] = "",
    conversations: Annotated[
        int, typer.Option(min=10, max=2_000, help="With channels: how many people write.")
    ] = 500,
    rate: Annotated[
        float, typer.Option(min=1, max=200, help="With channels: turns a second, at first.")
    ] = 15.0,
    waiting: Annotated[
        int, typer.Option(min=100, help="With workflows: how many runs wait.")
    ] = 10_000,
    database_url: Annotated[
        str,
        typer.Option(help="With channels: an empty PostgreSQL database, for two server processes."),
    ] = "",
    servers: Annotated[
        int,
        typer.Option(
            min=0,
            max=8,
            help="With channels: server processes; 0 is one on SQLite and two on PostgreSQL.",
        ),
    ] = 0,
) -> None:
    """Measure a whole turn beside a plain agent's, in one run, as ratios.

    Ours: HTTP in, planner, one tool over the demo shop, everything durable in SQLite, reply out.
    The plain one: LangGraph's StateGraph and ToolNode with AsyncSqliteSaver, two model calls that
    cost nothing, one tool that runs one query; no HTTP, no approval, no history of its own.

    With --reads: every read tool with every kind of argument, p50 and p95 in milliseconds, beside
    the plain query of its hardest question, as the table in docs/performance.md.

    With --scores: one order scored with its reasons, a batch of them, and both beside what plain
    scikit-learn takes for the same rows, as ratios.

    With channels: questions posted as Telegram does, at a bounded rate and then at the edge, to
    real servers on this machine that are killed half-way; what was lost or said twice.

    With workflows: that many runs wait four hours, on the durable engine and beside it by a plain
    loop over the same engine: starts a second, memory, idle processor, how late they wake.

    With talk: one conversation of --turns turns with a double of an LLM's provider; the tokens of
    the prompt at its first turn, in its middle and at its end.

    With assignment: the settled cases of the shop in SUPERECOM_HOME given out round robin, by the
    platform's published score and by expected rupees, with agents' success drawn and hidden.

    With truth: a demo shop is made and learnt from; how near scores come to the hidden parameters
    that it was drawn from, and how near these allow.

    With alerts: days of the shop in SUPERECOM_HOME, half of them spoilt on purpose; how many are
    told and how many ordinary ones are, beside rules of a fixed percentage.
    """
    if what == "channels":
        from evals.bench import channels

        channels.run(
            conversations=conversations,
            rate=rate,
            database_url=database_url,
            as_json=as_json,
            servers=servers,
        )
        return
    if what == "assignment":
        from evals.bench import assignment

        assignment.run(as_json=as_json)
        return
    if what == "alerts":
        from evals.bench import alerts

        alerts.run(as_json=as_json)
        return
    if what == "workflows":
        from evals.bench import workflows

        workflows.run(waiting, as_json=as_json)
        return
    if what == "talk":
        from evals.bench import talk

        talk.run(turns=turns, as_json=as_json)
        return
    if what == "truth":
        from evals.bench import truth

        truth.run(orders=orders, as_json=as_json, page=write)
        return
    if what:
        raise typer.BadParameter(
            f"{what!r} cannot be measured; channels, assignment, alerts, workflows, talk and "
            "truth can."
        )
    if forecasts:
        from evals.bench import forecasts as forecasting

        forecasting.run(as_json=as_json)
        return
    if scores:
        from evals.bench import scores as scoring

        scoring.run(settings=_here() if here else None, orders=orders, as_json=as_json)
        return
    if reads:
        from evals.bench import reads as reading

        reading.run(settings=_here() if here else None, orders=orders, rounds=rounds,
                    as_json=as_json, only=only, page=write)  # fmt: skip
        return
    from evals.bench.running import run

    run(turns=turns, as_json=as_json)


def _here() -> "Settings":
    from app.settings import Settings

    return Settings()
