"""Scores of undelivered parcels where a shop asks for advice, on both databases."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

import numpy as np
import pytest

from commerce import ndr, settings
from commerce.ndr import NdrSearch, NdrSort, holdout
from commerce.ports import Ports
from commerce.scoring import Evaluation, Figure, Scorers, Store, Trained
from commerce.scoring.additive import FeatureKind, Scorecard
from commerce.scoring.ndr_rows import FEATURES, Places
from commerce.settings import Setting
from commerce.vocabulary import NdrStatus, PaymentMethod
from tests.builders import Shop
from tools.ndr import AdviseOnNdr, ListNdr, advise_on_ndr, list_ndr

PREPAID_HELPS = {"ndr_payment": {"cod": 0.0, "prepaid": 2.0}}


@dataclass
class Shelf:
    """Bytes in memory."""

    kept: dict[str, bytes] = field(default_factory=dict)

    def get(self, key: str) -> bytes | None:
        return self.kept.get(key)

    def put(self, key: str, data: bytes) -> None:
        self.kept[key] = data

    def put_new(self, key: str, data: bytes) -> bool:
        return self.kept.setdefault(key, data) is data

    def names(self, folder: str) -> list[str]:
        inside = [key for key in self.kept if key.startswith(f"{folder}/")]
        return sorted(key.rpartition("/")[2] for key in inside)


def _card(points: Mapping[str, Mapping[str, float]]) -> Scorecard:
    edges, tables = [], []
    for one in FEATURES:
        own = points.get(one.name, {})
        names = np.array(sorted(own), dtype=np.str_)
        is_word = one.kind is FeatureKind.CATEGORY
        edges.append(names if is_word else np.array([], dtype=np.float64))
        values = [own[name] for name in names.tolist()] if is_word else [0.0]
        tables.append(np.array([*values, 0.0]))
    return Scorecard(features=FEATURES, edges=tuple(edges), points=tuple(tables), base=-1.0)


def _serving(shop: Shop) -> Shop:
    places = Places(
        city=np.array(["Pune"]), city_returns=np.array([0.3]), all_returns=0.25,
        pincode=np.array(["411001"]), pincode_recovery=np.array([0.4]), all_recovery=0.35,
    )  # fmt: skip
    figure = Figure(name="log loss", score=0.3)
    trained = Trained(
        arrays={**_card(PREPAID_HELPS).dump(), **places.dump()},
        features=tuple(one.name for one in FEATURES),
        evaluation=Evaluation(decides="log loss", figures=(figure,), baseline="rate", rows=1),
        rows=1, data_hash="", settings={"says": {"": {"WillAccept": 1.0}}},
    )  # fmt: skip
    store = Store(Shelf())
    store.add(shop.id, "ndr_recovery", trained, shop.now)
    store.serve(shop.id, "ndr_recovery", 1)
    return shop.with_ports(Ports(scorers=Scorers(store)))


@pytest.fixture
def scored(shop: Shop) -> Shop:
    """A shop whose prepaid parcels are delivered far more often than its COD ones."""
    return _serving(shop)


def _case(shop: Shop, number: str, *, prepaid: bool, rupees: int, hours_left: int = 12) -> str:
    payment = PaymentMethod.UPI if prepaid else PaymentMethod.COD
    parcel = shop.parcel(shop.order(number, total=rupees, payment=payment))
    shop.ndr_case(parcel, opened=timedelta(hours=24 - hours_left))
    return parcel.awb


def test_the_chance_is_told_with_every_reason_and_they_add_up(scored: Shop) -> None:
    awb = _case(scored, "1042", prepaid=True, rupees=1500)
    advice = ndr.advise(scored.context(), awb)
    assert advice.outlook is not None
    assert advice.outlook.recovery is not None
    chance = advice.outlook.recovery
    assert chance.value == pytest.approx(0.7311, abs=1e-4)
    assert chance.base + sum(one.points for one in chance.reasons) == pytest.approx(chance.value)
    assert chance.reasons[0].feature == "ndr_payment"


def test_what_would_change_it_is_told_for_a_parcel_that_is_to_be_paid(scored: Shop) -> None:
    awb = _case(scored, "1042", prepaid=False, rupees=1500)
    outlook = ndr.advise(scored.context(), awb).outlook
    assert outlook is not None
    assert outlook.recovery is not None
    assert outlook.recovery.value == pytest.approx(0.2689, abs=1e-4)
    assert outlook.prepaid == pytest.approx(0.7311, abs=1e-4)


def test_the_queue_stands_by_chance_times_rupees_and_time_left(scored: Shop) -> None:
    _case(scored, "1", prepaid=False, rupees=1000, hours_left=1)
    _case(scored, "2", prepaid=True, rupees=1000)
    _case(scored, "3", prepaid=True, rupees=3000)
    found = ndr.find_cases(scored.context(), NdrSearch(sort=NdrSort.WORTH)).cases
    assert [case.order_number for case in found] == ["3", "2", "1"]
    assert found[0].place == pytest.approx(0.73106 * 3000 / 1.5, rel=1e-3)


def test_without_scores_the_queue_stands_as_it_is_due(shop: Shop) -> None:
    _case(shop, "1", prepaid=False, rupees=1000, hours_left=1)
    _case(shop, "2", prepaid=True, rupees=3000)
    found = ndr.find_cases(shop.context(), NdrSearch(sort=NdrSort.WORTH)).cases
    assert [(case.order_number, case.chance) for case in found] == [("1", None), ("2", None)]


def test_another_shop_hears_nothing_of_these_scores(scored: Shop, other_shop: Shop) -> None:
    awb = _case(other_shop, "77", prepaid=True, rupees=1500)
    theirs = other_shop.with_ports(scored.ports)
    assert ndr.advise(theirs.context(), awb).outlook is None


def test_a_case_that_is_held_out_gets_no_chance(scored: Shop) -> None:
    cases = [_case(scored, str(n), prepaid=True, rupees=1000 + n) for n in range(30)]
    settings.change_setting(scored.context(), Setting.NDR_HOLD_OUT, "50 %")
    advices = [ndr.advise(scored.context(), awb) for awb in cases]
    assert {advice.is_held_out for advice in advices} == {True, False}
    assert all((advice.outlook is None) is advice.is_held_out for advice in advices)


def test_what_the_scores_brought_is_told_beside_the_cases_held_out(shop: Shop) -> None:
    settings.change_setting(shop.context(), Setting.NDR_HOLD_OUT, "50")
    rows = [shop.ndr_case(opened=timedelta(0)) for _ in range(40)]
    held = [row for row in rows if holdout.is_held_out(row.id, 50)]
    for row in rows:
        row.status = (NdrStatus.CLOSED_RTO if row in held else NdrStatus.CLOSED_DELIVERED).value
    found = ndr.compare(shop.context())
    assert found is not None
    assert (found.held_out.n, found.scored.n) == (len(held), 40 - len(held))
    assert found.difference == 1.0
    assert found.is_clear


def test_the_card_foresees_and_pictures_why(scored: Shop) -> None:
    awb = _case(scored, "1042", prepaid=True, rupees=2500)
    result = advise_on_ndr.run(scored.context(), AdviseOnNdr(parcel=awb))
    assert [card.kind for card in result.cards] == ["ndr", "chart"]
    assert "73% (27% on average)" in result.says
    listed = list_ndr.run(scored.context(), ListNdr())
    assert listed.facts["parcels"][0]["chance"] == pytest.approx(0.7311, abs=1e-4)
