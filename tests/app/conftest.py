"""A demo shop as the command makes it, once."""

from pathlib import Path

import pytest

from tests.app.test_processes import superecom


@pytest.fixture(scope="session")
def small_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a small demo shop, to copy."""
    home = tmp_path_factory.mktemp("small-demo")
    superecom("demo", "--orders", "400", home=home)
    return home
