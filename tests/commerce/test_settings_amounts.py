"""Rupees, hours and the rule of cancelling as people write them."""

import pytest

from commerce.errors import Refused
from commerce.settings import Setting, rules


@pytest.mark.parametrize(
    ("setting", "said", "kept"),
    [
        (Setting.RETURN_COSTS, "₹ 1,200", "1200"),
        (Setting.ASKING_COSTS, "30 rupaye", "30"),
        (Setting.COURIER_CUT_OFF, "8 pm", "20"),
        (Setting.COURIER_CUT_OFF, "18:00", "18"),
        (Setting.WORKING_HOURS, "9 am to 7 pm", "9-19"),
        (Setting.WORKING_HOURS, "10-18", "10-18"),
        (Setting.WORKING_HOURS, "10 se 6 tak", "10-18"),
        (Setting.AUTO_CANCEL, "80% above 3000, 5 a day", "80/3000/5"),
        (Setting.AUTO_CANCEL, "risk 70 percent and ₹2,500", "70/2500/10"),
        (Setting.AUTO_CANCEL, "75%", "75/0/10"),
        (Setting.AUTO_CANCEL, "band karo", "off"),
    ],
)
def test_what_is_written_is_understood(setting: Setting, said: str, kept: str) -> None:
    assert rules.read(setting, said) == kept


@pytest.mark.parametrize(
    ("setting", "said", "why"),
    [
        (Setting.RETURN_COSTS, "0", "error-setting-rupees"),
        (Setting.RETURN_COSTS, "90000", "error-setting-rupees"),
        (Setting.COURIER_CUT_OFF, "25", "error-setting-hour"),
        (Setting.WORKING_HOURS, "19-9", "error-setting-hours"),
        (Setting.AUTO_CANCEL, "10% above 100", "error-setting-cancel-rule"),
        (Setting.AUTO_CANCEL, "on", "error-setting-cancel-rule"),
        (Setting.AUTO_CANCEL, "80%, 9000 a day", "error-setting-cancel-rule"),
    ],
)
def test_what_no_shop_can_mean_is_refused(setting: Setting, said: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        rules.read(setting, said)
    assert refused.value.key == why
