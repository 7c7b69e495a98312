"""A bare yes or no decides what waits; anything more goes to the brain."""

import pytest

from agent.consent import Consent, consent, objects, takes_back

YES = """
haan | yes | Yes! | YES | ok kar do | haan bhai kar do | theek hai
approve | 👍 | 👍🏽 | ✅ | haan ji | ji haan | ji | ok | okay | k | sure
go ahead | yes please | yes, go ahead | no problem go ahead
No problem, go ahead! | kardo | kr do | kar dijiye | haan kar do please
thik h | theek hai kar do | haaaan | yesss | yup | yeah sure | of course
bilkul | zaroor | haan bilkul kar do | kar do na | karo na | haan na
do it | please do it | approved | approve kar do bhai | confirm | done
chalega | kyun nahi | why not | koi dikkat nahi kar do | ok bhai
accha theek hai | manzoor hai | sounds good | ok 👍 | haan 🙏 | yes thanks
ok thank you | that's fine | हाँ | हां | जी हाँ | ठीक है | हाँ कर दो
कर दीजिए | ज़रूर | मंज़ूर है | ठीक है कर दो | हाँ भाई कर दो | نعم
موافق | ya | setuju | oke lanjutkan | chalo kar do
""".replace("\n", "|")

NO = """
no | No. | nope | nahi | nahin | nhi | nahi ji | mat karo | Mat karo!
rehne do | cancel mat karo | ruko | ruk jao | na karo | na | no no
nahi nahi | nahi mat karo | don't | don’t do it | do not | no thanks
no need | not now | abhi nahi | ok rehne do | theek hai mat karo
haan rehne do | accha rehne do | haan mat karo | 👎 | ❌ | decline | reject
bhai mat karo | please don't | don't cancel it | cancel nahi karna | wait
hold on | stop | leave it | chhodo | jaane do | zarurat nahi | ok no
नहीं | मत करो | रहने दो | रुको | ना करो | नहीं मत करो | لا | tidak
jangan
""".replace("\n", "|")

NEITHER = """
cancel | cancel kar do | cancel it | haan? | ok? | yes but tomorrow
haan lekin kal | haan kal | kal kar do | haan 1001 cancel kar do | yes 2
no yes | haan nahi | haan ya nahi | yes or no | mat ruko | don't wait
don't stop | pata nahi | hmm | hm | maybe | later | baad mein | shayad
thanks | bhai | please | ... | ? | 🙏 | show order | kyu
ok and what about the other one
yes cancel the first and hold the second one please | refund bhi kar do
haan refund kar do | yes if it is not shipped
no problem with the order, where is it | nahi pata | haan batao
yes show me | theek hai kya | what | why | kyun | stock | हाँ लेकिन कल
हाँ? | क्या | नमस्ते | no wait | not sure | order | haan order
""".replace("\n", "|")


def _listed(table: str) -> list[str]:
    return [entry.strip() for entry in table.split("|") if entry.strip()]


@pytest.mark.parametrize("text", _listed(YES))
def test_a_bare_yes_is_a_yes(text: str) -> None:
    assert consent(text) is Consent.YES


@pytest.mark.parametrize("text", _listed(NO))
def test_a_bare_no_is_a_no(text: str) -> None:
    assert consent(text) is Consent.NO


@pytest.mark.parametrize("text", ["", *_listed(NEITHER)])
def test_what_says_more_or_less_than_yes_or_no_is_neither(text: str) -> None:
    assert consent(text) is None


@pytest.mark.parametrize(
    ("text", "action", "meant"),
    [
        ("haan cancel kar do", "cancel_order", Consent.YES),
        ("yes cancel it", "cancel_order", Consent.YES),
        ("ok cancel the order", "cancel_order", Consent.YES),
        ("theek hai rto kar do", "return_to_origin", Consent.YES),
        ("order cancel mat karo", "cancel_order", Consent.NO),
        ("nahi, cancel mat karo", "cancel_order", Consent.NO),
        ("cancel", "cancel_order", None),
        ("cancel kar do", "cancel_order", None),
        ("cancel it", "cancel_order", None),
        ("haan cancel kar do", "hold_order", None),
        ("haan lekin kal cancel kar do", "cancel_order", None),
    ],
)
def test_the_words_of_what_waits_add_nothing_to_a_clear_answer(
    text: str, action: str, meant: Consent | None
) -> None:
    assert consent(text, action) is meant


def test_two_short_messages_sent_in_a_burst_are_one_answer() -> None:
    assert consent("haan\nkar do") is Consent.YES


def test_seven_words_are_a_sentence_and_no_bare_answer() -> None:
    assert consent("haan haan haan haan haan haan haan") is None


@pytest.mark.parametrize(
    "text", ["nahi, parso", "no, the 15th", "nahi nahi kal nahi parso", "no no the other order"]
)
def test_a_no_that_goes_on_objects(text: str) -> None:
    assert objects(text)


@pytest.mark.parametrize(
    "text", ["no problem go ahead", "how many kurtis", "note it down", "parso nahi aaya", ""]
)
def test_what_does_not_begin_with_a_no_does_not_object(text: str) -> None:
    assert not objects(text)


@pytest.mark.parametrize(
    "text", ["undo", "Undo!", "please undo that", "take it back", "wapas le lo bhai", "वापस ले लो"]
)
def test_a_bare_undo_takes_back(text: str) -> None:
    assert takes_back(text)


@pytest.mark.parametrize(
    "text", ["undo?", "undo 1042", "undo the refund of asha", "wapas", "paise wapas lo usse", ""]
)
def test_anything_more_than_undo_goes_to_the_brain(text: str) -> None:
    assert not takes_back(text)
