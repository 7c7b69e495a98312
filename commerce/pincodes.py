"""Where in India a pincode lies, as far as its first digits tell.

The first two digits name a postal circle, the third a region of it. Source: India Post, "Pincode:
general scheme" (nine regions, 22 circles), with the small territories that lie within another
circle's numbers. Nothing is said of what is not listed: it may be right.
"""

import re

_CIRCLES: dict[str, tuple[str, ...]] = {
    "11": ("Delhi",),
    "12": ("Haryana",),
    "13": ("Haryana",),
    "14": ("Punjab",),
    "15": ("Punjab",),
    "16": ("Chandigarh", "Punjab", "Haryana"),
    "17": ("Himachal Pradesh",),
    "18": ("Jammu and Kashmir",),
    "19": ("Jammu and Kashmir", "Ladakh"),
    **dict.fromkeys(("20", "21", "22", "23", "27", "28"), ("Uttar Pradesh",)),
    "24": ("Uttar Pradesh", "Uttarakhand"),
    "25": ("Uttar Pradesh",),
    "26": ("Uttar Pradesh", "Uttarakhand"),
    **dict.fromkeys(("30", "31", "32", "33", "34"), ("Rajasthan",)),
    "36": ("Gujarat", "Dadra and Nagar Haveli and Daman and Diu"),
    "37": ("Gujarat",),
    "38": ("Gujarat",),
    "39": ("Gujarat", "Dadra and Nagar Haveli and Daman and Diu"),
    **dict.fromkeys(("41", "42", "43", "44"), ("Maharashtra",)),
    "40": ("Maharashtra", "Goa"),
    **dict.fromkeys(("45", "46", "47", "48"), ("Madhya Pradesh",)),
    "49": ("Chhattisgarh",),
    "50": ("Telangana",),
    "51": ("Andhra Pradesh",),
    "52": ("Andhra Pradesh",),
    "53": ("Andhra Pradesh", "Puducherry"),
    **dict.fromkeys(("56", "57", "58", "59"), ("Karnataka",)),
    "60": ("Tamil Nadu", "Puducherry"),
    **dict.fromkeys(("61", "62", "63", "64"), ("Tamil Nadu",)),
    "67": ("Kerala", "Puducherry"),
    "68": ("Kerala", "Lakshadweep"),
    "69": ("Kerala",),
    **dict.fromkeys(("70", "71", "72"), ("West Bengal",)),
    "73": ("West Bengal", "Sikkim"),
    "74": ("West Bengal", "Andaman and Nicobar Islands"),
    **dict.fromkeys(("75", "76", "77"), ("Odisha",)),
    "78": ("Assam",),
    **dict.fromkeys(("80", "84", "85"), ("Bihar",)),
    **dict.fromkeys(("81", "82"), ("Bihar", "Jharkhand")),
    "83": ("Jharkhand",),
}

_REGIONS: dict[str, tuple[str, ...]] = {
    "194": ("Ladakh",),
    "403": ("Goa",),
    "605": ("Puducherry", "Tamil Nadu"),
    "737": ("Sikkim",),
    "744": ("Andaman and Nicobar Islands",),
    "790": ("Arunachal Pradesh",),
    "791": ("Arunachal Pradesh",),
    "792": ("Arunachal Pradesh",),
    "793": ("Meghalaya",),
    "794": ("Meghalaya",),
    "795": ("Manipur",),
    "796": ("Mizoram",),
    "797": ("Nagaland",),
    "798": ("Nagaland",),
    "799": ("Tripura",),
}


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


def states_of(pincode: str) -> tuple[str, ...]:
    """Return the states a pincode may lie in; none where its first digits do not tell."""
    digits = pincode.replace(" ", "")
    if not is_pincode(digits):
        return ()
    return _REGIONS.get(digits[:3]) or _CIRCLES.get(digits[:2]) or ()


def lies_in(pincode: str, state: str) -> bool:
    """Tell whether a pincode may lie in a state, however the state is called or spelt.

    Where the digits do not tell, or nobody says the state, it may.
    """
    known = states_of(pincode)
    if not known or not state.strip():
        return True
    said = {_plain(name) for name in spellings(state)}
    return any(said & {_plain(name) for name in spellings(one)} for one in known)


def _plain(name: str) -> str:
    """Return a state's name by its letters: `J & K` and `and` are written in many ways."""
    return "".join(letter for letter in name.replace(" and ", "").lower() if letter.isalpha())
