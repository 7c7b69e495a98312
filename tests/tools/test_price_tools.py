"""Advice on prices as people see it, with an elasticity that was learnt."""

from pathlib import Path

import numpy as np
import pytest

from commerce.db.tables import VariantRow
from commerce.ports import Ports
from commerce.scoring import Scorers, Store, Trained
from commerce.scoring.blobs import FileBlobs
from commerce.scoring.elasticity import DEFINITION
from commerce.scoring.price_response import Doubt
from commerce.scoring.types import Evaluation
from tests.builders import Shop
from tools.cards import ChartCard, TableCard
from tools.price_advice import AdviseOnPrice, SimulatePrice, advise_on_price, simulate_price
from tools.price_changes import ListPriceChanges, SetPrice, list_price_changes, set_price


def _learnt(shop: Shop, folder: Path, elasticity: float, *doubts: Doubt) -> Shop:
    """Return the shop with a served elasticity of KRT-1."""
    store = Store(FileBlobs(folder / "scores"))
    one = np.ones(1)
    trained = Trained(
        arrays={
            "item": one * elasticity, "item_se": one * 0.2, "own": one * elasticity,
            "group": one * elasticity, "group_se": one * 0.1, "group_of": np.zeros(1, np.intp),
            "doubts": np.array([[d in doubts for d in Doubt]]), "prices": one * 8,
            "sold": one * 400,
            "beside": np.array([0.5, 0.0]),
        },
        features=("price",),
        evaluation=Evaluation(decides="x", figures=(), baseline="last rate", rows=1),
        rows=1, data_hash="x", settings={"sku": ["KRT-1"], "categories": ["apparel"]},
    )  # fmt: skip
    version = store.add(shop.id, DEFINITION.name, trained, shop.now)
    store.serve(shop.id, DEFINITION.name, version.number)
    kurti = shop.variant("KRT-1", "Cotton Kurti", price=799, cost=300, mrp=1299)
    _sell(shop, kurti)
    return shop.with_ports(Ports(scorers=Scorers(store)))


def _sell(shop: Shop, variant: VariantRow) -> None:
    shop.order(variant=variant, quantity=50, total=39_950)


def test_a_price_that_buyers_hardly_follow_is_advised_to_rise_in_steps(
    shop: Shop, tmp_path: Path
) -> None:
    shop = _learnt(shop, tmp_path, -1.2)
    result = advise_on_price.run(shop.context(), AdviseOnPrice(product="KRT-1"))
    assert result.facts["verdict"] == "raise"
    assert result.facts["best"]["price_rupees"] == 949
    assert result.facts["held_by"] == ["far", "daily_step"]
    assert result.facts["first_step"]["price_rupees"] == 829
    parts = sum(part["rupees"] for part in result.facts["parts_of_the_gain"])
    assert parts == pytest.approx(result.facts["best"]["gain_rupees"], abs=0.05)
    table, reasons, curve = result.cards[:3]
    assert isinstance(table, TableCard)
    assert isinstance(reasons, ChartCard)
    assert isinstance(curve, ChartCard)
    assert table.buttons[0].says == "Set to ₹829"
    assert [series.name for series in curve.series] == [
        "Profit", "Low end", "High end", "Today", "Best",
    ]  # fmt: skip


def test_what_history_cannot_say_is_not_said(shop: Shop, tmp_path: Path) -> None:
    shop = _learnt(shop, tmp_path, -1.2, Doubt.FLAT_PRICE)
    result = advise_on_price.run(shop.context(), AdviseOnPrice(product="KRT-1"))
    assert result.facts["verdict"] == "unknown"
    assert result.facts["best"] is None
    assert result.says == (
        "Cotton Kurti: I cannot say what another price than ₹799 would bring: its price has hardly "
        "ever moved."
    )


def test_a_price_somebody_names_is_tried_and_nothing_changes(shop: Shop, tmp_path: Path) -> None:
    shop = _learnt(shop, tmp_path, -2.0)
    result = simulate_price.run(shop.context(), SimulatePrice.model_validate(
        {"product": "KRT-1", "price": 719}
    ))  # fmt: skip
    assert result.facts["simulated"]["pieces"] == pytest.approx(50 * (719 / 799) ** -2, abs=0.1)
    assert result.facts["simulated"]["gain_rupees"] < 0
    assert result.facts["warnings"] == ["This moves the price by 10%; your limit for a day is 5%."]
    found = list_price_changes.run(shop.context(), ListPriceChanges())
    assert found.facts["count"] == 0


@pytest.mark.parametrize("language", ["en", "hi", "hi-Latn"])
def test_a_price_is_set_in_every_language(shop: Shop, tmp_path: Path, language: str) -> None:
    ctx = _learnt(shop, tmp_path, -2.0).context(language=language)
    asked = SetPrice.model_validate({"product": "KRT-1", "price": 779})
    assert set_price.preview is not None
    assert "₹779" in set_price.preview(ctx, asked).differences[0].after
    result = set_price.run(ctx, asked)
    assert "₹779" in result.says
    (change,) = list_price_changes.run(ctx, ListPriceChanges()).facts["changes"]
    assert (change["price_rupees"], change["status"]) == (779, "Applied")
