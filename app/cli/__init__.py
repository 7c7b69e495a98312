"""The command line. Commands import what they need when they run, so that `--help` is quick."""

import sys
from importlib.metadata import entry_points

import typer

from app.cli import (
    ask,
    chat,
    couriers,
    deliveries,
    demo,
    exports,
    imports,
    knowledge,
    operations,
    people,
    privacy,
    proof,
    scores,
    serve,
    shop,
    templates,
    workflows,
)

cli = typer.Typer(
    name="superecom",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    help="Ask your shop, and act with approval: orders, parcels, NDR, stock, reports.\n\n"
    "Start with **superecom demo**, then **superecom chat** or **superecom serve**.",
)
cli.command("ask")(ask.ask)
cli.command("chat")(chat.chat)
cli.command("serve")(serve.serve)
cli.command("worker")(serve.worker)
cli.command("demo")(demo.demo)
cli.command("shop")(shop.shop)
cli.command("person")(shop.person)
cli.command("link")(shop.link)
cli.command("proof")(proof.proof)
cli.command("verify")(proof.verify)
cli.command("doctor")(operations.doctor)
cli.command("backup")(operations.backup)
cli.command("restore")(operations.restore)
cli.command("migrate")(operations.migrate)
cli.add_typer(imports.group, name="import")
cli.add_typer(exports.group, name="export")
cli.add_typer(scores.group, name="scores")
cli.add_typer(couriers.group, name="couriers")
cli.add_typer(templates.group, name="templates")
cli.add_typer(deliveries.group, name="deliveries")
cli.add_typer(people.group, name="people")
cli.add_typer(workflows.group, name="workflows")
cli.add_typer(privacy.group, name="privacy")
cli.add_typer(knowledge.group, name="knowledge")


def whole() -> typer.Typer:
    """Return the command line with the commands that packages above `app` add to it."""
    for command in entry_points(group="superecom.commands"):
        if command.name not in {known.name for known in cli.registered_commands}:
            cli.command(command.name)(command.load())
    return cli


def main() -> None:
    """Run the command line; what went wrong is one sentence, not a traceback."""
    try:
        whole()()
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        said = _in_a_sentence(error)
        if said is None:
            raise
        typer.secho(said, fg="red", err=True)
        sys.exit(1)


def _in_a_sentence(error: Exception) -> str | None:
    """Return what a person can act on; `None` for what is our own fault."""
    from pydantic import ValidationError

    from commerce.errors import CommerceError

    if isinstance(error, CommerceError):
        return str(error)
    if isinstance(error, ValidationError) and error.title == "Settings":
        wrong = (f"SUPERECOM_{str(e['loc'][0]).upper()}: {e['msg']}" for e in error.errors())
        return "A setting is wrong. " + "; ".join(wrong) + ". See docs/reference/settings.md."
    return None
