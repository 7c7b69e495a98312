"""`superecom scores`: what is learnt from the shop's history, and what that is worth."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.backtests import COMMANDS

group = typer.Typer(
    help="Learn scores from the shop's own history, look at what they are worth, and choose which "
    "version is served. A score that knows no more than its plain baseline is not served.",
    no_args_is_help=True,
)
backtests = typer.Typer(
    help="Try a score on a file of your own, CSV or Parquet: learnt from its earlier rows, judged "
    "on its later ones, beside plain baselines. Nothing is kept and no shop is needed.",
    no_args_is_help=True,
)
group.add_typer(backtests, name="backtest")
for _word, _command in COMMANDS:
    backtests.command(_word)(_command)

Names = Annotated[
    list[str] | None, typer.Argument(metavar="[SCORE]...", help="Which scores; all by default.")
]
Name = Annotated[str, typer.Argument(metavar="SCORE", help="A score, as `report` names it.")]
Number = Annotated[int, typer.Argument(metavar="VERSION", min=1, help="A version's number.")]
Shop = Annotated[str, typer.Option(help="Name of the shop, where there are several.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@group.command("train")
def train(
    names: Names = None,
    shop: Shop = "",
    if_older: Annotated[
        float | None,
        typer.Option(metavar="DAYS", help="Leave out what was learnt within so many days."),
    ] = None,
    as_json: AsJson = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", help="Print nothing, take the lowest priority.")
    ] = False,
) -> None:
    """Learn new versions from the shop's history; each is served only if it is the better one."""
    from app import scores

    scores.train_some(
        names or (), shop=shop, if_older=if_older, as_json=as_json, quiet=quiet
    )  # fmt: skip


@group.command("report")
def report(
    to: Annotated[
        Path | None, typer.Argument(dir_okay=False, help="A Markdown file to write it to.")
    ] = None,
    shop: Shop = "",
    as_json: AsJson = False,
) -> None:
    """Tell what each score is worth on time it had not seen, beside its plain baseline."""
    from app import scores

    scores.report(to, shop=shop, as_json=as_json)


@group.command("compare")
def compare(
    name: Name,
    one: Number,
    other: Number,
    shop: Shop = "",
    as_json: AsJson = False,
) -> None:
    """Put two versions of a score side by side."""
    from app import scores

    scores.compare(name, one, other, shop=shop, as_json=as_json)


@group.command("promote")
def promote(name: Name, version: Number, shop: Shop = "") -> None:
    """Serve a version of your choice."""
    from app import scores

    scores.promote(name, version, shop=shop)


@group.command("rollback")
def rollback(name: Name, shop: Shop = "") -> None:
    """Serve again the version that was served before."""
    from app import scores

    scores.roll_back(name, shop=shop)


@group.command("drift")
def drift(names: Names = None, shop: Shop = "", as_json: AsJson = False) -> None:
    """Tell how far the last weeks lie from what each served score learnt from."""
    from app import scores

    scores.drift(names or (), shop=shop, as_json=as_json)
