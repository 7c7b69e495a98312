"""What the tests of workflows share."""

import pytest
from sqlalchemy import Engine

from tests.builders import Shop
from tests.commerce.workflows.floor import Floor


@pytest.fixture
def floor(engine: Engine, shop: Shop) -> Floor:
    """Return a shop's floor, with nothing on it yet."""
    return Floor.open(engine, shop)
