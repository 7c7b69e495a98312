"""`superecom bench`."""


def bench() -> None:
    """Measure a turn beside a plain agent."""
