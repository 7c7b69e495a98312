"""A reply says only what the turn knows, and claims only what a receipt proves."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.honesty import checked
from agent.llm import CallOutcome, PastTurn, ToolCall
from commerce.money import Money
from commerce.words import say, write_date, write_money, write_number, write_percent
from tools.arguments import Kind
from tools.base import Mention
from tools.cards import Column, TableCard

FACTS: dict[str, Any] = {
    "period": {"name": "last_7_days", "first_day": "2026-11-16", "last_day": "2026-11-22"},
    "revenue": 98450,
    "average": 1231.625,
    "rto_share": 0.085,
    "growth": -12.4,
    "budget": 1250000,
    "stock": 118450,
    "orders": [
        {"number": "1001", "sku": "KRT-BLU-M", "total": 799, "payment": "COD", "awb": "1490876543"},
        {"number": "1002", "sku": "SAR-R-2", "total": 1499.5, "payment": "COD", "awb": "AB12CD"},
        {"number": "ORD-77", "sku": "JUT-9", "total": 500, "payment": "UPI", "awb": "99"},
    ],
    "promised_at": "2026-11-23T12:30:00Z",
    "slot": "evening",
    "phone": "+919812345678",
    "rating": 4.2,
    "best_hour": 19,
    "nothing": [],
}


def call(
    name: str = "find_orders", facts: dict[str, Any] | None = None, **given: Any
) -> CallOutcome:
    """Return a finished call."""
    settings: dict[str, Any] = {"status": "done", "facts": FACTS if facts is None else facts}
    settings.update(given)
    arguments = settings.pop("arguments", {})
    return CallOutcome(call=ToolCall(id="0.0", name=name, arguments=arguments), **settings)


HONEST = """
Revenue was ₹98,450 from 16 Nov to 22 Nov 2026.
Revenue was Rs. 98450 in the last 7 days.
You made 98,450 rupees.
Revenue: ₹98,450.00
It is about ₹98.5k, or ₹0.98 lakh.
Your budget is ₹12.5 lakh.
Your budget is 12.5 lakhs, that is ₹12,50,000.
Budget ₹0.125 crore hai.
Stock is worth ₹1.2 lakh.
RTO is 8.5%.
RTO share is 0.085, that is 8.5 percent.
RTO 8.5 pratishat hai, yaani 9% ke aas paas.
Sales fell by 12.4%, a change of -12.4%.
The average order is ₹1,231.63, about ₹1,232.
There are 3 orders, 2 of them COD and 1 UPI.
Total of these 3 is ₹2,798.50.
1. Order 1001 for ₹799
2) Order #1002 for ₹1,499.50
- ORD-77 (₹500)
The 2nd order is 1002.
SKU KRT-BLU-M and SAR-R-2 are low; JUT-9 too.
AWB 1490876543 and ab12cd are late.
It will arrive on 23 Nov by 6:00 pm.
It will arrive on 23/11/2026.
It will arrive on 23-11-26, at 18:00.
Arriving 23rd November, 6 PM.
Arriving Nov 23, 2026.
16–22 Nov mein 3 orders aaye.
Nov 16 to 22, 2026 was a slow week.
November 2026 was fine, and 2026 will be too.
2026-11-23 shaam 5 baje se 9 baje tak.
The evening slot is 5–9 PM.
Call between 5 and 9 pm on +91 98123 45678.
Call 98123 45678.
Best time to call is 7 pm.
Rated 4.2/5 by buyers, we are here 24x7 for B2B and D2C.
There are 0 returns.
राजस्व ₹९८,४५० रहा, 16 नवंबर से 22 नवंबर 2026.
आरटीओ 8.5% है, 22 नव॰ 2026 तक।
Order 1001 ka total ₹799 hai, kal tak pahunch jayega.
Namaste! Main orders, parcels aur stock mein madad kar sakta hoon.
I can cancel it for you; shall I?
Which order do you mean?
""".strip().splitlines()


@pytest.mark.parametrize("text", HONEST)
def test_what_the_facts_say_stands_however_it_is_written(text: str) -> None:
    assert checked(text, outcomes=[call()]).text == text


INVENTED = """
Revenue was ₹99,450.
Revenue was ₹984,50,000.
Revenue was ₹98,451.
Revenue was ₹9.8 lakh.
Your budget is ₹12.5 crore.
RTO is 8.7%.
RTO is 85%.
There are 4 orders.
Order 1003 is on its way.
AWB 1490876544 is late.
SKU KRT-999-M is low.
It will arrive on 24 Nov.
It will arrive on 23 Dec 2026.
It will arrive on 23/10/2026.
It arrives at 8:15 pm.
The week was 15–22 Nov.
October 2026 was better.
In 2024 it was better.
The 5th order is late.
Call 98765 43210.
It is ₹1,001.
It takes 45 days.
The rating is 4.8.
राजस्व ₹९९,४५० रहा।
Isme 36 orders hain.
""".strip().splitlines()


@pytest.mark.parametrize("text", INVENTED)
def test_what_no_fact_says_is_taken_out(text: str) -> None:
    result = checked(f"Here is what I found for you. {text}", outcomes=[call()])
    assert result.text == "Here is what I found for you."
    assert result.removed == (text,)


def test_where_little_is_left_the_tools_speak() -> None:
    says = "You had 3 orders worth ₹2,798.50 in the last 7 days."
    result = checked("You had 5 orders worth ₹9,999.", outcomes=[call(says=says)])
    assert result.text == says


def test_where_the_tools_said_nothing_we_say_that_we_do_not_know() -> None:
    result = checked("You had 5 orders.", outcomes=[], language="hi-Latn")
    assert result.text == say("hi-Latn", "honesty-cannot-say")


def test_a_headline_without_its_list_is_not_left_standing() -> None:
    result = checked("Here are your orders:\n1. 5551\n2. 5552", outcomes=[call(says="3 orders.")])
    assert result.text == "3 orders."


def test_of_a_list_only_the_invented_lines_go() -> None:
    text = "Your orders by value:\n1. 1001, ₹799\n2. 5552, ₹800\n3. ORD-77, ₹500\n\nAnything else?"
    result = checked(text, outcomes=[call()])
    assert result.text == (
        "Your orders by value:\n1. 1001, ₹799\n3. ORD-77, ₹500\n\nAnything else?"
    )
    assert result.removed == ("5552, ₹800",)


def test_the_persons_own_figures_may_be_repeated() -> None:
    text = "I could not find order 4242 above ₹50,000."
    question = "4242 kahan hai? 50k se upar wala"
    assert checked(text, outcomes=[call()], question_text=question).text == text
    assert checked(text, outcomes=[call()]).removed == (text,)


def test_an_order_number_is_no_amount_of_money() -> None:
    assert checked("Order 1001 is for ₹799.", outcomes=[call()]).removed == ()
    assert checked("It is worth ₹1001.", outcomes=[call()]).removed


def test_figures_of_cards_mentions_arguments_and_earlier_turns_are_known() -> None:
    table = TableCard(title="Late", columns=(Column(label="AWB"),), rows=(("777000111",),))
    named = Mention(kind=Kind.ORDER, id="3131", label="Asha, ₹640")
    outcome = call(facts={}, mentions=(named,), arguments={"min_total": 5000})
    past = PastTurn(text="show 9090", reply="₹120", outcomes=(call(facts={"total": 121}),))
    text = "777000111, 3131 (₹640), above ₹5,000, 9090 for ₹120 or ₹121."
    assert checked(text, outcomes=[outcome], cards=[table], past=[past]).text == text


def test_today_may_always_be_said() -> None:
    text = "Today is 22 November 2026."
    assert checked(text, outcomes=[], today=date(2026, 11, 22)).text == text
    assert checked(text, outcomes=[]).removed == (text,)


def test_a_moment_is_told_in_the_shops_time() -> None:
    outcome = call(facts={"scanned_at": "2026-11-22T20:00:00+00:00"})
    text = "Last scan: 23 Nov 2026, 1:30 am."
    assert checked(text, outcomes=[outcome]).text == text


# Claims.

CLAIMS = """
I have cancelled order 1001.
I've just cancelled it for you.
Done!
Done, order 1001 will not be shipped.
Ok, done.
All set.
Order 1001 has been cancelled.
Order 1001 cancelled.
Order 1001 is now cancelled.
Cancelled order 1001 successfully.
The refund has been initiated.
Refund processed.
I have refunded the customer.
Your reattempt is booked.
Reattempt has been scheduled for tomorrow.
Delivery rescheduled for tomorrow.
Your order has been successfully put on hold.
The parcel was returned.
Kar diya.
Kar diya hai.
Ho gaya!
Ji, ho gaya sir.
Kaam ho gaya.
Order cancel kar diya.
Order cancel kar diya gaya hai.
Aapka order cancel ho gaya hai.
1001 cancel ho gya.
Maine refund kar diya hai.
Refund ho gaya.
Reattempt book kar diya hai.
Reattempt schedule ho chuka hai.
Order hold kar diya.
Order hold pe kar diya hai.
Parcel wapas bhej diya.
RTO kar diya gaya.
Customer ko message bhej diya hai.
Reattempt lagwa diya hai ji.
Cancel request daal di hai.
Sorted.
Address update kar diya hai.
Address has been updated.
I have updated the address.
A message has been sent to the customer.
ऑर्डर कैंसिल कर दिया है।
ऑर्डर रद्द हो गया।
हो गया।
मैंने रिफंड कर दिया है।
रीअटेम्प्ट बुक कर दिया गया है।
""".strip().splitlines()

CONFIRMED = {"number": "1001", "status": "Confirmed", "total": 799, "can_cancel": True}


@pytest.mark.parametrize("text", CLAIMS)
def test_a_claim_without_a_receipt_is_replaced(text: str) -> None:
    result = checked(
        text, outcomes=[call("show_order", CONFIRMED)], question_text="1001 cancel karo"
    )
    assert result.removed
    assert result.text == say("en", "honesty-cannot-say")


@pytest.mark.parametrize("text", CLAIMS)
def test_a_claim_is_replaced_while_it_waits_for_approval(text: str) -> None:
    waits = call("cancel_order", {"awaiting_approval": "Cancel order 1001"},
                 status="awaiting_approval", arguments={"order": "1001"})  # fmt: skip
    assert checked(text, outcomes=[waits]).text == say("en", "honesty-awaits-approval")


@pytest.mark.parametrize(
    "text",
    [
        "I have cancelled order 1001.",
        "Done!",
        "Order 1001 has been cancelled.",
        "Order 1001 cancel kar diya hai.",
        "Ho gaya.",
        "ऑर्डर 1001 कैंसिल कर दिया है।",
        "Your order has been updated.",
    ],
)
def test_a_claim_with_its_receipt_stands(text: str) -> None:
    done = call("cancel_order", {"number": "1001", "status": "Cancelled"})
    assert checked(text, outcomes=[done], receipts=["R-1"]).text == text


@pytest.mark.parametrize("text", ["I have refunded the customer.", "Reattempt book kar diya hai."])
def test_a_receipt_of_one_thing_proves_no_other(text: str) -> None:
    done = call("cancel_order", {"number": "1001", "status": "Cancelled"})
    assert checked(text, outcomes=[done], receipts=["R-1"]).removed == (text,)


def test_a_receipt_of_one_order_does_not_prove_another() -> None:
    done = call("cancel_order", {"number": "1001"}, arguments={"order": "1001"})
    text = "I have cancelled orders 1001 and 1002."
    asked = {"question_text": "cancel 1001 and 1002"}
    assert checked(text, outcomes=[done], receipts=["R-1"], **asked).removed == (text,)  # type: ignore[arg-type]


def test_what_was_done_and_what_waits_may_stand_in_one_sentence() -> None:
    done = call("cancel_order", {"number": "1001"}, arguments={"order": "1001"})
    waits = call("hold_order", {}, status="awaiting_approval", arguments={"order": "1002"})
    text = "I have cancelled 1001; 1002 waits for your approval."
    assert checked(text, outcomes=[done, waits], receipts=["R-1"]).text == text


READ = """
Order 1001 was cancelled on 20 Nov 2026.
Order 1001 has been cancelled.
Order 1001 is already cancelled.
Order 1001: Cancelled.
1001 cancel ho gaya tha.
Order 1001 cancel ho chuka hai.
Refund ho gaya hai.
ऑर्डर 1001 कैंसिल हो गया है।
It was confirmed earlier.
A reattempt has been scheduled for 23 Nov.
""".strip().splitlines()


@pytest.mark.parametrize("text", READ)
def test_what_the_records_show_to_have_happened_may_be_told(text: str) -> None:
    facts = {
        "number": "1001", "status": "Cancelled", "cancelled_at": "2026-11-20T08:00:00Z",
        "payment_status": "Refunded", "history": [{"what": "Confirmed"}],
        "ndr_status": "ReattemptScheduled", "reattempt_on": "2026-11-23",
    }  # fmt: skip
    assert checked(text, outcomes=[call("show_order", facts)]).text == text


def test_another_orders_cancellation_does_not_show_this_ones() -> None:
    facts = {"orders": [{"number": "1001", "status": "Confirmed"},
                        {"number": "1002", "status": "Cancelled"}]}  # fmt: skip
    lie, truth = "Order 1001 has been cancelled.", "Order 1002 has been cancelled."
    assert checked(f"{lie} {truth}", outcomes=[call(facts=facts)]).text == truth


def test_what_was_done_before_may_be_told_again() -> None:
    done = call("cancel_order", {"number": "1001"}, arguments={"order": "1001"})
    past = [PastTurn(text="cancel 1001", reply="Cancelled.", outcomes=(done,))]
    text = "Yes, I have cancelled order 1001."
    assert checked(text, outcomes=[], past=past).text == text
    lie = "Yes, I have cancelled order 1002."
    assert checked(lie, outcomes=[], past=past, question_text="1002 too").removed == (lie,)


NO_CLAIM = """
Shall I cancel it?
Kya cancel kar diya jaye?
Kya ise cancel kar diya hai?
It will be cancelled once you approve.
Once it has been cancelled, the money goes back.
Agar cancel ho gaya to refund milega.
Nothing has been cancelled.
No order has been cancelled yet.
It has not been cancelled.
Order cancel nahi hua.
I could not cancel it.
Aap bolein to cancel kar dunga.
Cancel karne ke liye aapki haan chahiye.
The customer refused the parcel.
Parcel kal deliver ho gaya.
Stock khatam ho gaya.
Delivery attempt fail ho gaya.
The parcel is delayed because nobody was at home.
A confirmed order can be cancelled or held.
""".strip().splitlines()


@pytest.mark.parametrize("text", NO_CLAIM)
def test_questions_plans_and_other_news_are_no_claims(text: str) -> None:
    assert checked(text, outcomes=[call("show_order", CONFIRMED)]).text == text


def test_the_tools_own_words_always_stand() -> None:
    says = "Order 1001 cancel kar diya gaya hai. Refund 5-7 din mein aayega."
    assert checked(says, outcomes=[call("cancel_order", {}, says=says)]).text == says
    reply = f"Ji. {says}\nAur kuch?"
    assert checked(reply, outcomes=[call("cancel_order", {}, says=says)]).text == reply


# Whatever the facts are.

WRITTEN: dict[str, Any] = {
    "money": [
        lambda n: write_money(Money(n * 100)),
        lambda n: f"Rs. {n}",
        lambda n: f"{write_number(n)} rupees",
        lambda n: f"₹{n:,}",
    ],
    "count": [str, write_number, lambda n: f"{n} pcs"],
    "share": [write_percent, lambda s: f"{100 * s:.1f} percent", lambda s: f"{100 * s:.0f}%"],
    "day": [
        write_date,
        lambda d: write_date(d, "hi"),
        date.isoformat,
        lambda d: f"{d:%d/%m/%Y}",
        lambda d: f"{d:%B} {d.day}, {d.year}",
        lambda d: f"{d.day} {d:%b}",
        lambda d: f"{d:%d-%m-%y}",
    ],
    "id": [str, lambda i: f"#{i}", lambda i: f"order {i}", str.lower],
}
IDS = st.from_regex(r"\A(?:[A-Z]{2,4}-?)?[1-9][0-9]{3,10}\Z").map(str)
VALUES = {
    "money": st.integers(0, 10**8),
    "count": st.integers(0, 10**5),
    "share": st.floats(0, 1).map(lambda share: round(share, 4)),
    "day": st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    "id": IDS,
}


@st.composite
def told(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """Return a text composed of facts, and the facts."""
    facts: dict[str, Any] = {}
    parts = []
    for number, kind in enumerate(draw(st.lists(st.sampled_from(sorted(VALUES)), min_size=1))):
        value = draw(VALUES[kind])
        facts[f"fact{'abcdefghijklmnopqrstuvwxyz'[number % 26]}"] = (
            value.isoformat() if isinstance(value, date) else value
        )
        facts = {f"x{key}" if key in facts else key: each for key, each in facts.items()}
        facts[f"{kind}_{'i' * (number + 1)}"] = facts.popitem()[1]
        parts.append(draw(st.sampled_from(WRITTEN[kind]))(value))
    between = draw(st.sampled_from([". It is ", ", and then ", "; also ", "\n- ", " hai, aur "]))
    return f"It is {between.join(parts)}.", facts


@given(told())
def test_a_text_made_of_facts_is_never_changed(made: tuple[str, dict[str, Any]]) -> None:
    text, facts = made
    assert checked(text, outcomes=[call(facts=facts)]).text == text


@given(st.integers(2_000, 10**8), st.sampled_from(WRITTEN["money"]))
def test_an_amount_that_is_off_by_one_is_always_taken_out(amount: int, write: Any) -> None:
    text = f"The total is {write(amount + 1)}."
    assert checked(text, outcomes=[call(facts={"total": amount})]).removed == (text,)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 30)), st.sampled_from(WRITTEN["day"]))
def test_a_day_that_is_off_by_one_is_always_taken_out(day: date, write: Any) -> None:
    text = f"It comes on {write(day + timedelta(days=1))}."
    assert checked(text, outcomes=[call(facts={"on": day.isoformat()})]).removed == (text,)


@given(st.text(max_size=200))
def test_no_text_breaks_the_check_or_grows(text: str) -> None:
    result = checked(text, outcomes=[call(facts={"total": Decimal("10.50")}, says="Ten.")])
    assert result.text == text or result.removed


@pytest.mark.parametrize(
    "said",
    [
        "There are three orders.",
        "Teen order hain.",
        "तीन ऑर्डर हैं।",
        "One of the orders is late.",
        "Asha Rao paid for it.",
        "It goes with Blue Dart.",
        "Please Note: Cash on Delivery orders come back more often.",
        "Good morning, Meera Joshi.",
    ],
)
def test_counts_in_words_and_names_that_are_known_stay(said: str) -> None:
    known = {**FACTS, "customer": "Asha Rao", "courier": "BlueDart"}
    kept = checked(said, outcomes=[call(facts=known)], known=("Meera Joshi",))
    assert kept.text == said


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("All is well here today. Forty orders are late.", "All is well here today."),
        ("Sab theek chal raha hai. Chalis parcel late hain.", "Sab theek chal raha hai."),
        ("आज सब ठीक चल रहा है। चालीस पार्सल लेट हैं।", "आज सब ठीक चल रहा है।"),
        ("I looked at all of it. The buyer is Vikram Shah.", "I looked at all of it."),
        ("I looked at all of it. Xpress Bees has it.", "I looked at all of it."),
    ],
)
def test_counts_in_words_and_names_that_nothing_shows_are_taken_out(said: str, left: str) -> None:
    assert checked(said, outcomes=[call()]).text == left


def test_an_essay_that_no_tool_was_called_for_is_off_the_subject() -> None:
    essay = "Once upon a time there was a shop by the sea. " * 12
    assert checked(essay, outcomes=[]).text == say("en", "honesty-off-work")
    assert checked(essay, outcomes=[call()]).text == essay


def test_a_marker_that_leads_to_no_passage_is_taken_out() -> None:
    facts = {"passages": [{"marker": "[1]", "text": "Kurtis come back for nine days."}]}
    found = call("search_knowledge", facts)

    said = "Kurtis come back for nine days [1]. Worn ones do not [4]."
    assert checked(said, outcomes=[found]).text == (
        "Kurtis come back for nine days [1]. Worn ones do not."
    )


def test_a_marker_that_two_passages_have_is_taken_out() -> None:
    facts = {"passages": [{"marker": "[1]", "text": "Kurtis come back for nine days."}]}
    both = [call("search_knowledge", facts), call("search_knowledge", facts)]

    assert checked("Nine days it is [1].", outcomes=both).text == "Nine days it is."
