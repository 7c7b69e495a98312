"""`superecom evals`."""


def evals() -> None:
    """Grade the assistant by scripted conversations."""
