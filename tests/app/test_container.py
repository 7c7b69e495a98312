"""The files that containers are made from say what they must; building them is for elsewhere."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

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
