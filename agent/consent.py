"""Whether a message is a bare yes or no, the answer to an approval that waits.

A yes changes the business, so only a message that is nothing else counts: what adds a condition, a
time, a number or a question goes to the brain. When in doubt it is neither.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache

MOST_WORDS = 6


class Consent(StrEnum):
    """What a bare answer means."""

    YES = "yes"
    NO = "no"


class _Mood(StrEnum):
    YES = "yes"
    """Yes, whatever else is said."""
    SOFT = "soft"
    """Yes alone, and only politeness before a no: "ok, rehne do"."""
    NO = "no"
    """No to a question; with a yes beside it, nobody knows."""
    DONT = "dont"
    """Leave it, whatever else is said: "haan, rehne do"."""
    UNSURE = "unsure"
    """Neither, though its words look like one: "mat ruko" is no "ruko"."""
    FILLER = "filler"


_PHRASES: Mapping[_Mood, str] = {
    _Mood.YES: """
        yes|y|ya|yaa|yes yes|yess|yeah|yea|yep|yup|yupp|aye|sure|of course|ofcourse|certainly|
        definitely|absolutely|go ahead|go for it|go on|proceed|please proceed|do it|do that|
        do so|please do|just do it|yes do it|approve|approved|i approve|approve it|approve this|
        approve kar do|approve karo|approve kardo|approve kar dijiye|approved hai|confirm|
        confirmed|confirm it|confirm kar do|confirm karo|confirm kardo|i confirm|agreed|i agree|
        agree|accept|accepted|lgtm|looks good|sounds good|why not|no problem|no problems|no issue|
        no issues|np|no objection|no objections|
        haan|haa|ha|han|haanji|haan ji|hanji|han ji|haa ji|ji haan|ji haa|ji ha|ji han|hn|hnji|
        haan haan|ji|jee|ji ji|bilkul|bilkul sahi|zaroor|jarur|zarur|jaroor|kar do|kardo|krdo|
        kr do|kar de|karde|krde|kr de|kar dein|kar den|kar dena|kardena|kar dijiye|kardijiye|
        kar dijie|kar do na|kardo na|karo na|karo|kro|kijiye|kijie|kar dalo|kar daalo|kar lo|
        karlo|kar lijiye|karwa do|karva do|ho jaye|ho jaaye|hone do|chalega|chalegi|chalta hai|
        manzoor|manzoor hai|manjoor|manjoor hai|mujhe manzoor hai|koi dikkat nahi|koi dikkat nahin|
        koi problem nahi|koi problem nahin|kyun nahi|kyon nahi|kyu nahi|kyun nahin|haan na|ha na|
        हां|हा|हाँ जी|हां जी|जी हां|जी|जी हा|हां हां|ठीक है कर दो|कर दो|कर दे|कर दें|कर दीजिए|कर दीजिये|
        करो|कीजिए|बिल्कुल|बिलकुल|ज़रूर|मंज़ूर|मंज़ूर है|मंजूर है|हो जाए|करवा दो|अप्रूव|अप्रूव कर दो|कोई दिक्कत नहीं|
        क्यों नहीं|
        نعم|ايوه|أيوه|أيوة|اي|أجل|موافق|موافقة|اكيد|أكيد|طبعا|تفضل|
        iya|iyaa|setuju|lanjut|lanjutkan|silakan|boleh|tentu|👍|✅|👌|✔|🆗|💯
    """,
    _Mood.SOFT: """
        ok|okay|okey|okie|okk|okkk|k|kk|oke|okeh|alright|all right|right|fine|thats fine|
        that is fine|it is fine|its fine|great|perfect|good|cool|done|correct|
        theek|thik|theek hai|thik hai|theek h|thik h|tik hai|teek hai|thk hai|tk hai|thike|theekhai|
        thikhai|thikai|theek he|thik he|sahi|sahi hai|sahi h|badhiya|accha theek hai|
        ठीक|ठीक है|ठीक हैं|सही|सही है|बढ़िया|ओके|تمام|حسنا|baik|baiklah
    """,
    _Mood.NO: """
        no|n|noo|nooo|nope|nah|na|naa|na na|no no|never|no thanks|no thank you|no need|
        nahi|nahin|nahee|nai|nhi|nahi ji|ji nahi|ji nahin|nahi nahi|nahi chahiye|nahin chahiye|
        bilkul nahi|bilkul nahin|kabhi nahi|abhi nahi|abhi nahin|not now|not yet|not today|
        zaroorat nahi|zarurat nahi|jarurat nahi|koi zaroorat nahi|koi zarurat nahi|
        नहीं|नही|ना|न|जी नहीं|नहीं जी|नहीं नहीं|बिल्कुल नहीं|अभी नहीं|नहीं चाहिए|ज़रूरत नहीं|
        لا|لا شكرا|كلا|ليس الآن|tidak|enggak|nggak|gak|ngga|tidak usah|tak usah|👎|❌|🚫|✖
    """,
    _Mood.DONT: """
        dont|do not|dont do it|do not do it|dont do that|do not do that|please dont|stop|stop it|
        wait|hold on|leave it|let it be|forget it|skip it|decline|declined|decline it|reject|
        rejected|reject it|deny|denied|disapprove|
        nahi karna|nahin karna|nahi karo|nahi karna hai|mat|mat karo|mat kro|mat kar|mat karna|
        mat karein|mat kijiye|mat kariye|mat karna abhi|na karo|na karna|na karen|na kijiye|
        rehne do|rehne de|rehne dein|rehne dijiye|rahne do|rahne de|rahne dijiye|rhne do|rhne de|
        chhodo|chodo|choro|chhod do|chod do|chor do|jaane do|jane do|ruko|ruk|ruk jao|rukiye|
        ruk jaiye|ruko zara|zara ruko|thehro|theharo|cancel mat karo|cancel mat karna|
        cancel mat kro|cancel na karo|cancel nahi karna|dont cancel|do not cancel|dont cancel it|
        do not cancel it|no dont|
        मत|मत करो|मत करना|मत कीजिए|न करो|ना करो|नहीं करना|रहने दो|रहने दीजिए|रुको|रुकिए|रुक जाओ|छोड़ो|
        छोड़ दो|जाने दो|कैंसिल मत करो|रद्द मत करो|
        لا تفعل|توقف|انتظر|jangan|jangan dulu|tunggu|stop dulu
    """,
    _Mood.UNSURE: """
        dont wait|do not wait|dont stop|do not stop|mat ruko|ruko mat|mat rukna|mat roko|
        roko mat|मत रुको|cant wait|no wait|na haan|ya na|haan ya na|haan ya nahi|yes or no|
        not bad|not sure|do not know|dont know|pata nahi
    """,
    _Mood.FILLER: """
        bhai|bhaiya|bhaiyya|bhaisahab|bro|boss|dear|sir|madam|maam|mam|yaar|yar|dost|team|please|
        plz|pls|plss|kindly|thanks|thank you|thankyou|thx|ty|dhanyavad|dhanyavaad|shukriya|
        it|this|that|ise|isko|ye|yeh|usko|use|isse|then|to|toh|so|just|now|accha|acha|achha|arre|
        are|arey|oh|ohh|ah|well|hey|chalo|chal|bas|hi|koi baat nahi|koi baat nahin|jaldi|jaldi se|
        aap|tum|i said|भाई|भैया|जी हुज़ूर|सर|मैडम|यार|प्लीज़|कृपया|इसे|इसको|ये|यह|तो|अच्छा|अरे|चलो|धन्यवाद|
        शुक्रिया|बस|من فضلك|شكرا|لو سمحت|tolong|dong|deh|saja|pak|bu|mas|mbak|🙏|🙂|😊|😀|😃
    """,
}

_TAKE_BACK = """
    undo|undo it|undo that|undo this|undo karo|undo kar do|undo kardo|undo kr do|undo krdo|
    undo kar dijiye|undo the last|undo the last one|undo last action|undo what you did|
    undo what you just did|revert|revert it|revert that|revert this|revert karo|revert kar do|
    take it back|take that back|take this back|reverse it|reverse that|roll it back|roll back|
    rollback|put it back|put that back|put it back as it was|back to how it was|
    wapas lo|wapas le lo|vapas lo|vapas le lo|wapis lo|wapis le lo|wapas kar lo|
    isko wapas lo|ise wapas lo|usko wapas lo|wo wapas lo|jaisa tha waisa kar do|
    jaisa tha waisa hi kar do|pehle jaisa kar do|pehle jaisa karo|pehle wala kar do|
    ulta kar do|palat do|anadu karo|
    वापस लो|वापस ले लो|इसको वापस लो|इसे वापस लो|उसको वापस लो|उसे वापस लो|अनडू|अनडू करो|अनडू कर दो|
    पहले जैसा कर दो|पहले जैसा करो|जैसा था वैसा कर दो|पलट दो|
    تراجع|ألغ آخر خطوة|batalkan yang tadi|urungkan
"""

_EMOJI = "👍✅👌✔🆗💯👎❌🚫✖🙏🙂😊😀😃"
_IGNORED = re.compile(r"[\U0001F3FB-\U0001F3FF\uFE0E\uFE0F\u200B-\u200F\u2060]")
_QUESTION = re.compile(r"[?؟？]")
_QUOTES = re.compile(r"[’‘'`´]")
_WORD = re.compile(rf"[{_EMOJI}]|[^\W_]+(?:[\u0900-\u0903\u093C-\u094F\u0951-\u0957]+[^\W_]*)*")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_CANCEL = frozenset({"cancel", "cancle", "cancell", "कैंसिल", "कैंसल", "रद्द"})
_BESIDE_CANCEL = frozenset(
    [
        "kar",
        "karo",
        "kardo",
        "do",
        "de",
        "kr",
        "krdo",
        "kro",
        "karna",
        "kijiye",
        "dijiye",
        "the",
        "request",
        "करो",
        "कर",
        "दो",
        "दे",
        "दीजिए",
        "कीजिए",
        "करना",
    ]
)
_DO = frozenset(
    {"kar", "karo", "kardo", "do", "kr", "krdo", "kro", "karna", "it", "करो", "कर", "दो"}
)


def consent(text: str, action: str = "") -> Consent | None:
    """Return what a message answers; `None` where it is not wholly a yes or a no.

    Args:
        action: The tool that waits for the answer, such as `cancel_order`. Its own words then add
            nothing to a clear yes ("haan cancel kar do"). Alone they remain no answer.
    """
    if _QUESTION.search(text) or re.search(r"\d", text):
        return None
    words = _words(text)
    if not 0 < len(words) <= MOST_WORDS:
        return None
    moods = _moods(words, _action_words(action))
    if moods is None or _Mood.UNSURE in moods:
        return None
    said = moods - {_Mood.FILLER}
    if _Mood.DONT in said:
        return Consent.NO
    if said in ({_Mood.NO}, {_Mood.NO, _Mood.SOFT}):
        return Consent.NO
    return Consent.YES if said and _Mood.NO not in said else None


def calls_off(text: str) -> bool:
    """Tell whether a message is a bare "cancel", with nothing but politeness and "kar do" beside.

    Of what waits it means no, unless what waits is itself a cancellation: then nobody knows.
    """
    if _QUESTION.search(text) or re.search(r"\d", text):
        return False
    words = _words(text)
    rest = [word for word in words if word not in _CANCEL]
    if not 0 < len(words) <= MOST_WORDS or len(rest) == len(words):
        return False
    known = _known()
    return all(word in _BESIDE_CANCEL or known.get((word,)) is _Mood.FILLER for word in rest)


def takes_back(text: str) -> bool:
    """Tell whether a message is a bare "undo": what was just done shall be as it was before."""
    if _QUESTION.search(text) or re.search(r"\d", text):
        return False
    return _stripped(_words(text)) in _taking_back()


def objects(text: str) -> bool:
    """Tell whether a message begins with a no and goes on: "nahi, parso", "no, the other one".

    What waits is then not what the person wants, whatever else they say.
    """
    words = _words(text)
    known = _known()
    for size in range(min(4, len(words)), 0, -1):
        mood = known.get(words[:size])
        if mood is not None:
            return mood in (_Mood.NO, _Mood.DONT)
    return False


def _moods(words: tuple[str, ...], action: frozenset[str]) -> set[_Mood] | None:
    """Read the words as known phrases, longest first; `None` where one is not known."""
    known = _known()
    moods: set[_Mood] = set()
    named = False
    at = 0
    while at < len(words):
        for size in range(min(4, len(words) - at), 0, -1):
            mood = known.get(words[at : at + size])
            if mood is not None:
                moods.add(mood)
                at += size
                break
        else:
            if words[at] not in action:
                return None
            named = True
            at += 1
    # "Cancel kar do" names what waits but does not say yes to it: it may be a new request.
    if named and not _clearly(moods, words):
        return None
    return moods


def _clearly(moods: set[_Mood], words: tuple[str, ...]) -> bool:
    """Tell whether there is a yes or no beside the mere "do" of "cancel kar do"."""
    if moods & {_Mood.NO, _Mood.DONT, _Mood.SOFT}:
        return True
    known = _known()
    return any(known.get((word,)) is _Mood.YES and word not in _DO for word in words)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_plain(text)))


def _plain(text: str) -> str:
    """Write a message in one way: small letters, no nukta, "haaaan" as "haan"."""
    folded = _IGNORED.sub("", unicodedata.normalize("NFC", text).casefold())
    decomposed = unicodedata.normalize("NFD", _QUOTES.sub("", folded))
    hindi = decomposed.replace("\u093c", "").replace("\u0901", "\u0902")
    return _STRETCHED.sub(r"\1\1", unicodedata.normalize("NFC", hindi))


def _action_words(action: str) -> frozenset[str]:
    if not action:
        return frozenset()
    words = {*action.split("_"), "the", "order", "parcel"}
    if "return" in words:
        words |= {"rto", "wapas"}
    return frozenset(words)


@cache
def _known() -> Mapping[tuple[str, ...], _Mood]:
    return {words: mood for mood, phrases in _PHRASES.items() for words in _listed(phrases)}


@cache
def _taking_back() -> frozenset[tuple[str, ...]]:
    return frozenset(_stripped(words) for words in _listed(_TAKE_BACK))


def _stripped(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words without the fillers at their ends, as messages are looked up."""
    known = _known()
    while words and known.get(words[:1]) is _Mood.FILLER:
        words = words[1:]
    while words and known.get(words[-1:]) is _Mood.FILLER:
        words = words[:-1]
    return words


def _listed(phrases: str) -> Iterable[tuple[str, ...]]:
    return (_words(phrase) for phrase in phrases.split("|") if phrase.strip())
