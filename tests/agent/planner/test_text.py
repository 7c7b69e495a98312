import pytest

from agent.planner.spelling import romanise
from agent.planner.text import detect_language, for_meaning, read
from commerce.spelling import fold


@pytest.mark.parametrize(
    "text",
    ["how many orders came today", "please cancel it", "where is my parcel", "is the order late"],
)
def test_english_is_told_from_its_own_words(text: str) -> None:
    assert detect_language(text) == "en"


@pytest.mark.parametrize(
    "text",
    ["aaj kitne order aaye", "order 1042 cancel kar do", "mera parcel kidhar h", "kab ayega"],
)
def test_hinglish_is_told_by_its_hindi_words(text: str) -> None:
    assert detect_language(text) == "hi-Latn"


def test_devanagari_is_hindi() -> None:
    assert detect_language("आज कितने ऑर्डर आए") == "hi"


@pytest.mark.parametrize("text", ["1042", "ok", "SE-10042", "", "cancel 1042", "👍"])
def test_ids_and_borrowed_words_tell_no_language(text: str) -> None:
    assert detect_language(text) is None


def test_digits_of_every_script_are_read_alike() -> None:
    assert read("१०४२ और ٢٠٠").words[0] == "1042"


def test_stretched_words_are_shortened() -> None:
    assert read("plzzzz cancel kardooo").words == ["plz", "cancel", "kardo"]


def test_numbers_grouped_the_indian_way_are_one_word() -> None:
    assert read("above 1,50,000").tokens[1].number == 150_000


def test_a_list_of_ids_is_several_words() -> None:
    assert read("1042,1043").words == ["1042", "1043"]


@pytest.mark.parametrize(("typed", "usual"), [("pichhley", "pichle"), ("btaao", "batao")])
def test_spellings_of_one_hindi_word_are_one_word(typed: str, usual: str) -> None:
    assert read(typed).tokens[0].fold == read(usual).tokens[0].fold


def test_a_slip_of_a_word_of_the_trade_is_mended() -> None:
    assert read("cancle").tokens[0].fold == fold("cancel")


def test_devanagari_is_read_as_people_type_it() -> None:
    assert [romanise(word) for word in ["कल", "के", "ऑर्डर", "दिखाओ"]] == [
        "kal", "ke", "order", "dikhao",
    ]  # fmt: skip


def test_the_embedder_reads_hinglish_in_devanagari_with_english_left_alone() -> None:
    assert for_meaning("pichle hafte kitne orders aaye") == "पिछले हफ्ते कितने orders आए"
