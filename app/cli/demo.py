"""`superecom demo`: the demo shop."""

from typing import Annotated

import typer


def demo(
    orders: Annotated[
        int, typer.Option(min=200, max=5_000_000, help="How many orders to make.")
    ] = 20_000,
    seed: Annotated[int, typer.Option(help="The same seed on the same day: the same shop.")] = 7,
    sample: Annotated[
        int, typer.Option(min=0, max=1000, help="Print this many of each kind of id, make nothing.")
    ] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print as one JSON object.")] = False,
    if_missing: Annotated[
        bool, typer.Option("--if-missing", help="Be content where a shop is there already.")
    ] = False,
    scores: Annotated[
        bool | None,
        typer.Option(
            "--scores/--no-scores",
            help="Learn scores when it is made; by default where it has 2,000 to 200,000 orders.",
        ),
    ] = None,
) -> None:
    """Make a believable Indian shop to try everything on, or list what is in it (--sample).

    The parameters it was made from are kept in demo-truth.json in SUPERECOM_HOME.
    """
    from app import demo_shop

    if sample:
        demo_shop.print_sample(sample, as_json=as_json)
    else:
        demo_shop.make(orders=orders, seed=seed, if_missing=if_missing, scores=scores)
