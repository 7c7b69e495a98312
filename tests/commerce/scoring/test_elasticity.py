"""What is learnt of a shop's prices, from its own rows and beside the demo shop's hidden truth."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sqlalchemy.orm import Session

from app import demo
from commerce.access import PERMISSIONS, Actor, Role
from commerce.context import Context
from commerce.db import open_engine, session_factory
from commerce.db.tables import CompetitorPriceRow, PriceChangeRow, VariantRow
from commerce.errors import Refused
from commerce.scoring import Store, Verdict, elasticity, train
from commerce.scoring.blobs import FileBlobs
from commerce.scoring.elasticity import DEFINITION, Elasticities
from commerce.scoring.keeping import Scorers
from tests.builders import Shop

_NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def _priced(shop: Shop, variant: VariantRow, rupees: int, days_ago: int, why: str) -> None:
    shop.session.add(
        PriceChangeRow(
            shop_id=shop.id, variant_id=variant.id, price_minor=rupees * 100,
            at=shop.now - timedelta(days=days_ago, hours=6), why=why,
        )
    )  # fmt: skip


def test_a_shops_days_are_told_with_price_sale_and_competitors(
    shop: Shop, other_shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elasticity, "LEAST_LINES", 3)
    kurti = shop.variant("KRT-1", price=700)
    _priced(shop, kurti, 800, 40, "list")
    _priced(shop, kurti, 700, 10, "sale")
    theirs = other_shop.variant("KRT-1")
    _priced(other_shop, theirs, 1, 5, "list")
    for rupees, name in ((900, "Ajio"), (400, "Myntra")):
        shop.session.add(
            CompetitorPriceRow(
                shop_id=shop.id, variant_id=kurti.id, competitor=name, price_minor=rupees * 100,
                at=shop.now - timedelta(days=30),
            )
        )  # fmt: skip
    for days in (20, 15, 5):
        shop.order(variant=kurti, quantity=2, total=1600, placed_at=shop.now - timedelta(days=days))
    other_shop.order(variant=theirs, quantity=9, placed_at=other_shop.now - timedelta(days=6))
    past = elasticity.history(shop.context())
    panel = past.panel
    assert panel.sold.shape == (1, 20)
    assert panel.sold.sum() == 6
    assert (panel.price[0, 0], panel.price[0, -1]) == (80_000, 70_000)
    assert panel.promo is not None
    assert (panel.promo[0, 0], panel.promo[0, -1]) == (0, 1)
    assert panel.rivals is not None
    assert panel.rivals[0, 0] == pytest.approx(60_000)


def test_a_shop_of_few_orders_is_told_so(shop: Shop) -> None:
    with pytest.raises(Refused, match="too little history"):
        elasticity.history(shop.context())


@pytest.fixture(scope="module")
def rangoli(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo shop and its truth."""
    folder = tmp_path_factory.mktemp("prices")
    (folder / "shop.db").write_bytes(sqlite_template.read_bytes())
    engine = open_engine(f"sqlite:///{folder / 'shop.db'}")
    demo.make(engine, orders=20_000, now=_NOW, truth_file=folder / "truth.json")
    engine.dispose()
    return folder


def _owner(session: Session) -> Context:
    actor = Actor(
        shop_id=1, person_id=1, name="Owner", role=Role.OWNER, permissions=PERMISSIONS[Role.OWNER]
    )
    return Context(session=session, actor=actor, now=_NOW)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_demo_shops_hidden_elasticities_are_recovered(rangoli: Path) -> None:
    engine = open_engine(f"sqlite:///{rangoli / 'shop.db'}")
    store = Store(FileBlobs(rangoli / "scores"))
    with session_factory(engine)() as session:
        outcome = train(_owner(session), DEFINITION, store)
    engine.dispose()
    assert outcome.verdict is Verdict.SERVED
    found = Scorers(store).get(1, DEFINITION)
    assert found is not None
    _compare(found[0], json.loads((rangoli / "truth.json").read_text()))


def _compare(learnt: Elasticities, truth: dict[str, Any]) -> None:
    """Hold what was learnt against the truth: intervals cover, and each category is near."""
    told = [(learnt.by_sku[v["sku"]], v["elasticity"]) for v in truth["variants"]]
    held = np.mean([one.low <= true <= one.high for one, true in told])
    assert 0.65 <= held <= 0.97
    assert np.mean([abs(one.value - true) for one, true in told]) < 0.5
    by_category = {one.category: one for one, _ in told}
    for name, true in truth["parameters"]["demand"]["elasticity"].items():
        one = by_category[name]
        assert abs(one.category_value - true) < 3 * one.category_se
