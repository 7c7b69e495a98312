"""A shop whose couriers can be asked."""

import pytest

from commerce.ports import Ports
from integrations.demo_courier import DemoCourier
from tests.builders import Shop


@pytest.fixture
def connected(shop: Shop) -> Shop:
    """The shop with the demo courier behind every courier's name."""
    return shop.with_ports(Ports(couriers={"*": DemoCourier()}))
