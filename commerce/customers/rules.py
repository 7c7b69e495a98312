"""How people name a customer or a place, decided without a database."""

import re

import phonenumbers

FORMER_NAMES = {
    "bangalore": "bengaluru", "banglore": "bengaluru", "blr": "bengaluru",
    "bombay": "mumbai", "calcutta": "kolkata", "madras": "chennai", "poona": "pune",
    "gurgaon": "gurugram", "new delhi": "delhi", "dilli": "delhi", "baroda": "vadodara",
    "mysore": "mysuru", "mangalore": "mangaluru", "cochin": "kochi", "calicut": "kozhikode",
    "trivandrum": "thiruvananthapuram", "allahabad": "prayagraj", "benares": "varanasi",
    "banaras": "varanasi", "pondicherry": "puducherry", "simla": "shimla", "vizag":
    "visakhapatnam", "orissa": "odisha", "up": "uttar pradesh", "mp": "madhya pradesh",
    "hp": "himachal pradesh", "ap": "andhra pradesh", "tn": "tamil nadu", "wb": "west bengal",
    "j&k": "jammu and kashmir",
}  # fmt: skip
"""What people still say → the official name, in small letters."""


def spellings(place: str) -> frozenset[str]:
    """Return every spelling, in small letters, under which a city or state may be stored."""
    said = " ".join(place.lower().split())
    official = FORMER_NAMES.get(said, said)
    former = {old for old, new in FORMER_NAMES.items() if new == official}
    return frozenset({said, official} | former)


def is_pincode(text: str) -> bool:
    """Tell an Indian pincode (six digits, the first not 0, perhaps with one space) from a name."""
    return re.fullmatch(r"[1-9]\d{2} ?\d{3}", text.strip()) is not None


def phone_spellings(text: str, region: str = "IN") -> frozenset[str]:
    """Return how a phone number may be stored: E.164, or as it was given.

    Empty where the text is no phone number.
    """
    digits = re.sub(r"\D", "", text)
    if len(digits) < 7 or re.search(r"[a-z]", text, re.IGNORECASE):
        return frozenset()
    found = {text.strip(), digits}
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return frozenset(found)
    found.add(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    return frozenset(found)
