"""`superecom scores backtest sentiment`: how well reviews of one's own are told apart."""

from pathlib import Path
from typing import Annotated

import typer


def sentiment(
    file: Annotated[Path, typer.Argument(help="CSV or Parquet.")],
    text: Annotated[str, typer.Option(metavar="COL", help="What was written.")],
    label: Annotated[
        str,
        typer.Option(metavar="COL", help="Stars, words such as positive, 0 and 1, or -1, 0 and 1."),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Learn from some of the reviews, judge on the others, beside counting words and no learning.

    A fixed fifth is judged on; of few reviews each is, by readers that learnt from the others.
    """
    from app.cli.backtests.printing import show
    from app.cli.backtests.reading import Column, read
    from commerce.scoring.sentiment_learning import backtest_sentiment
    from knowledge.embedding import default_embedder

    columns = read(file, [Column(text), Column(label)])
    embedder = default_embedder()
    found = backtest_sentiment(
        columns[text].tolist(), columns[label].tolist(), embed=embedder.embed if embedder else None
    )
    show(found, as_json=as_json, title=f"Sentiment · {file.name}")
