"""What a provider never reads, and what comes back right all the same."""

import pytest

from agent.openai_brain.masking import Mask


@pytest.mark.parametrize(
    ("said", "hidden"),
    [
        ("call 98450 12345 today", "call [PHONE_1] today"),
        ("call +91-9845012345", "call [PHONE_1]"),
        ("मेरा नंबर ९८४५०१२३४५ है", "मेरा नंबर [PHONE_1] है"),
        ("اتصل على +971 50 123 4567 الآن", "اتصل على [PHONE_1] الآن"),
        ("bhej do asha.k+1@gmail.co.in pe", "bhej do [EMAIL_1] pe"),
        ("refund to asha@okaxis please", "refund to [UPI_1] please"),
        ("card 4111 1111 1111 1111", "card [CARD_1]"),
        ("a/c no. 00123456789012, IFSC HDFC0001234", "a/c no. [ACCOUNT_1], IFSC [ACCOUNT_2]"),
        ("aadhaar 2345 6789 0123", "aadhaar [AADHAAR_1]"),
    ],
)
def test_what_is_personal_is_hidden(said: str, hidden: str) -> None:
    assert Mask().text(said) == hidden


@pytest.mark.parametrize(
    "said",
    [
        "cancel SE-119998 worth ₹12,50,000",
        "where is 1490812345678901 on 2026-11-22",
        "pincode 560001, 24x7, 50,000 rupees",
        "card 4111111111111112",
    ],
)
def test_orders_amounts_and_pincodes_are_left_as_they_are(said: str) -> None:
    assert Mask().text(said) == said


def test_a_tracking_number_that_looks_like_a_phone_is_left_where_the_shop_knows_it() -> None:
    mask = Mask(keep={"9845012345"}.__contains__)
    assert mask.text("track 9845012345, call 9845054321") == "track 9845012345, call [PHONE_1]"


def test_fields_that_hold_an_address_are_hidden_whole() -> None:
    mask = Mask()
    facts = {
        "address": {"written": "12, MG Road", "city": "Pune"},
        "customers": [{"phone": "98••21"}],
    }
    assert mask.data(facts) == {
        "address": {"written": "[ADDRESS_1]", "city": "Pune"},
        "customers": [{"phone": "[PHONE_1]"}],
    }


def test_one_value_has_one_stand_in_and_comes_back() -> None:
    mask = Mask()
    assert mask.text("9845012345, 9845054321, 9845012345") == "[PHONE_1], [PHONE_2], [PHONE_1]"
    call = {"phone": "[PHONE_2]", "orders": ["[phone 2]", "[ PHONE-1 ]"]}
    assert mask.restored(call) == {"phone": "9845054321", "orders": ["[phone 2]", "9845012345"]}


def test_a_stand_in_nobody_gave_out_is_no_value() -> None:
    assert Mask().restored("call [PHONE_1]") == "call [PHONE_1]"


def test_a_stand_in_typed_by_a_person_is_not_taken_for_one_of_ours() -> None:
    mask = Mask()
    assert mask.text("[PHONE_1] or 9845012345") == "(PHONE 1) or [PHONE_1]"


def test_streamed_words_come_back_right_though_they_are_cut_anywhere() -> None:
    mask, heard = Mask(), list[str]()
    mask.text("9845012345")
    stream = mask.streamed(heard.append)
    for piece in ("Call [PH", "ONE", "_1] now [or lat", "er"):
        stream(piece)
    stream.end()
    assert "".join(heard) == "Call 9845012345 now [or later"
    assert all("[PH" not in piece for piece in heard)
