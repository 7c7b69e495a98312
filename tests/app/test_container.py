"""The files that containers are made from say what they must; building them is for elsewhere."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from app.cli import whole
from app.settings import Settings

ROOT = Path(__file__).parents[2]
LOCKED = re.compile(r"^([a-z0-9._-]+==[^ ;\\]+)", re.MULTILINE)


@pytest.fixture
def services() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
    found: dict[str, Any] = read["services"]
    return found


def test_what_is_installed_is_locked_as_what_is_tested() -> None:
    server, tested = (
        set(LOCKED.findall((ROOT / name).read_text()))
        for name in ("requirements-server.lock", "requirements-dev.lock")
    )
    assert server <= tested
    assert any(package.startswith("psycopg==") for package in server)


def test_the_image_is_installed_by_hash_and_run_by_nobody_special() -> None:
    written = (ROOT / "Dockerfile").read_text()
    assert "--require-hashes -r requirements-server.lock" in written
    assert re.search(r"^USER superecom$", written, re.MULTILINE)
    assert "HEALTHCHECK" in written


def test_nothing_starts_before_the_schema_is_there(services: dict[str, Any]) -> None:
    for name in ("app", "worker"):
        waits = services[name]["depends_on"]["migrate"]["condition"]
        assert waits == "service_completed_successfully"
    assert services["migrate"]["depends_on"]["postgres"]["condition"] == "service_healthy"


def test_no_password_is_written_down_and_only_the_own_machine_is_let_in(
    services: dict[str, Any],
) -> None:
    assert services["postgres"]["environment"]["POSTGRES_PASSWORD"].startswith("${")
    ports = [port for service in services.values() for port in service.get("ports", ())]
    assert ports == ["127.0.0.1:8000:8000"]
    assert all(services[name]["cap_drop"] == ["ALL"] for name in ("app", "worker", "migrate"))


def test_what_is_run_is_a_command_with_options_it_has(services: dict[str, Any]) -> None:
    commands = get_command(whole()).commands  # type: ignore[attr-defined]  # It is a group.
    for name in ("app", "worker", "migrate"):
        program, command, *options = services[name]["command"]
        assert program == "superecom"
        commands[command].make_context(command, options)


def test_every_setting_that_is_given_is_one_there_is(services: dict[str, Any]) -> None:
    written = (ROOT / "Dockerfile").read_text()
    given = {*re.findall(r"\b(SUPERECOM_[A-Z_]+)=", written), *services["app"]["environment"]}
    assert given >= {"SUPERECOM_HOME", "SUPERECOM_DATABASE_URL"}
    assert given <= {f"SUPERECOM_{name}".upper() for name in Settings.model_fields}


def test_what_the_image_is_made_of_is_there_and_not_left_out() -> None:
    ignored = (ROOT / ".dockerignore").read_text().split()
    copied = re.findall(r"^COPY (?!--from)(\S+) ", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    for name in (*copied, *packages, "pyproject.toml", project["project"]["readme"]):
        assert (ROOT / name).exists(), name
        assert name not in ignored, name


def test_every_volume_that_is_used_is_kept(services: dict[str, Any]) -> None:
    kept = yaml.safe_load((ROOT / "compose.yaml").read_text())["volumes"]
    used = {at.split(":")[0] for one in services.values() for at in one.get("volumes", ())}
    assert used == set(kept)
