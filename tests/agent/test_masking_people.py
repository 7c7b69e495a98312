"""Names of buyers, and addresses typed into the chat, in the scripts that people write in."""

import pytest

from agent.llm import CallOutcome, PastTurn, Request, ToolCall
from agent.openai_brain import OpenAIBrain
from agent.openai_brain.masking import Mask
from agent.openai_brain.people import names_in
from commerce.access import Role
from tests.agent.openai_stub import Call, Calls, StubProvider
from tests.builders import Shop
from tools import TOOLS
from tools.arguments import Kind
from tools.base import Mention


def asked(shop: Shop, text: str, **given: object) -> Request:
    settings = {"language": "hi", "past": (), "outcomes": (), "tools": tuple(TOOLS), **given}
    return Request(text=text, context=shop.context(), **settings)  # type: ignore[arg-type]


def masked(shop: Shop, text: str) -> str:
    return Mask(names=names_in(asked(shop, text))).text(text)


@pytest.mark.parametrize(
    ("said", "hidden"),
    [
        ("mera pata hai makaan 7, station road, Jaipur 302001",
         "mera pata hai [ADDRESS_1], [ADDRESS_2], Jaipur 302001"),
        ("मकान नंबर १२, गांधी नगर, जयपुर 302001 पर भेजो",
         "[ADDRESS_1], [ADDRESS_2], जयपुर 302001 पर भेजो"),
        ("शिव मंदिर के पास, वार्ड 4, सीकर", "[ADDRESS_1], [ADDRESS_2], सीकर"),
        ("पता फ्लैट 201, दूसरी मंज़िल, सूर्या अपार्टमेंट है", "पता [ADDRESS_1], [ADDRESS_2], [ADDRESS_3] है"),
        ("address badal do: 22 park street, Kolkata", "address badal do: [ADDRESS_1], Kolkata"),
        ("H.No. 4-5/12, 3rd Cross, Indiranagar, Bengaluru 560038",
         "[ADDRESS_1], [ADDRESS_2], [ADDRESS_3], Bengaluru 560038"),
        ("Flat 3B, MG Road, near City Mall, Pune",
         "[ADDRESS_1], [ADDRESS_2], near [ADDRESS_3], Pune"),
        ("Jl. Sudirman No. 12, Jakarta", "[ADDRESS_1], Jakarta"),
        ("شقة 4، شارع الملك فهد، الرياض", "[ADDRESS_1]، [ADDRESS_2]، الرياض"),
    ],
)  # fmt: skip
def test_a_typed_address_is_hidden_part_by_part_and_its_city_stays(said: str, hidden: str) -> None:
    mask = Mask()
    assert mask.text(said) == hidden
    assert mask.restored(hidden) == said


@pytest.mark.parametrize(
    "said",
    [
        "flat 20% off and flat 500 off", "orders to MG Road", "sector 5 ke orders dikhao",
        "12 parcels on the road", "send 5 kurtis to Nehru Nagar", "address galat hai",
        "ghar pe koi nahi tha, 2 baje aana", "पता गलत है, घर पर कोई नहीं था", "रोड पर 12 पार्सल हैं",
        "another address nearby. For open delivery", "block 3 orders of 500 rupees",
    ],
)  # fmt: skip
def test_places_counts_and_offers_are_no_addresses(said: str) -> None:
    assert Mask().text(said) == said


@pytest.mark.parametrize(
    ("said", "hidden"),
    [
        ("मेरा नाम सुनीता देवी है", "मेरा नाम [NAME_1] है"),
        ("श्रीमती कमला देवी का पार्सल कहाँ है", "श्रीमती [NAME_1] का पार्सल कहाँ है"),
        ("शर्मा जी को फोन करो", "[NAME_1] जी को फोन करो"),
        ("ग्राहक का नाम हरप्रीत सिंह था", "ग्राहक का नाम [NAME_1] था"),
        ("my name is Ramesh Iyer and i ordered", "my name is [NAME_1] and i ordered"),
        ("mera naam Farida Begum, Kolkata se", "mera naam [NAME_1], Kolkata se"),
        ("nama saya Budi Santoso", "nama saya [NAME_1]"),
    ],
)
def test_what_is_said_to_be_a_name_is_hidden(shop: Shop, said: str, hidden: str) -> None:
    assert masked(shop, said) == hidden


@pytest.mark.parametrize(
    "said",
    ["जी हाँ, भेज दो", "नाम बदलें", "पूरा नाम लिखें", "haan ji bhej do", "order ka naam galat hai",
     "मुझे परेशानी है, शिकायत दर्ज करो"],
)  # fmt: skip
def test_ordinary_words_are_left_as_they_are(shop: Shop, said: str) -> None:
    assert masked(shop, said) == said


def test_a_customer_of_the_shop_is_known_in_either_script(shop: Shop, other_shop: Shop) -> None:
    shop.customer("Sunita Sharma")
    other_shop.customer("Kamlesh Yadav")
    assert masked(shop, "सुनीता शर्मा का ऑर्डर") == "[NAME_1] का ऑर्डर"
    assert masked(shop, "sunita ka order") == "[NAME_1] ka order"
    assert masked(shop, "कमलेश का ऑर्डर") == "कमलेश का ऑर्डर"


def test_a_customer_written_down_in_devanagari_is_known(shop: Shop) -> None:
    shop.customer("हरप्रीत सिंह")
    assert masked(shop, "हरप्रीत सिंह का रिफंड कर दो") == "[NAME_1] का रिफंड कर दो"


def test_the_teams_own_names_stay(shop: Shop) -> None:
    shop.customer("Neha Rao")
    shop.person(Role.NDR_AGENT, name="Neha Gupta")
    assert masked(shop, "assign 1042 to neha") == "assign 1042 to neha"


def test_a_name_that_a_tool_gave_is_hidden_wherever_it_stands(shop: Shop) -> None:
    call = ToolCall(id="1", name="show_order", arguments={"order": "1042"})
    outcome = CallOutcome(
        call=call, status="done", says="1042 is Lakshmi Menon's.",
        facts={"customer": {"name": "Lakshmi Menon", "phone": "+919845012345"}},
        mentions=(Mention(kind=Kind.CUSTOMER, id="1042", label="Lakshmi Menon"),),
    )  # fmt: skip
    past = PastTurn(text="order 1042", reply="1042 is Lakshmi Menon's.", outcomes=(outcome,))
    mask = Mask(names=names_in(asked(shop, "write to lakshmi", past=(past,))))
    assert mask.text(past.reply) == "1042 is [NAME_1]'s."
    assert mask.text("write to lakshmi") == "write to [NAME_2]"
    assert mask.data(outcome.facts) == {"customer": {"name": "[NAME_1]", "phone": "[PHONE_1]"}}


async def test_a_provider_reads_neither_name_nor_address_and_the_tool_gets_both(
    shop: Shop,
) -> None:
    shop.customer("Sunita Sharma")
    said = "सुनीता शर्मा का पता बदलो: मकान नंबर 12, गांधी नगर, जयपुर 302001"
    with StubProvider() as provider:
        brain = OpenAIBrain(api_key="none", model="stub", base_url=provider.url)
        arguments = {"customer": "[NAME_1]", "line1": "[ADDRESS_1], [ADDRESS_2]", "city": "जयपुर"}
        provider.play(Calls((Call("correct_address", arguments),)))
        try:
            thought = await brain.think(asked(shop, said))
        finally:
            await brain.aclose()
        sent = provider.requests[0].messages[-1]["content"]
    assert [word for word in ("सुनीता", "शर्मा", "मकान", "गांधी") if word in sent] == []
    assert "[NAME_1] का पता बदलो: [ADDRESS_1], [ADDRESS_2], जयपुर 302001" in sent
    assert thought.calls[0].arguments == {
        "customer": "सुनीता शर्मा", "line1": "मकान नंबर 12, गांधी नगर", "city": "जयपुर",
    }  # fmt: skip
