"""How sure the planner must be, written once. Shares run from 0 to 1.

Set on examples held out by template and on kinds of failure, not on single sentences.
"""

WORDS_ALONE = 0.85
"""From here on the n-gram model decides without the meaning being asked."""

READ = 0.53
"""A read is answered from here on, and offered as a choice below."""

READ_PAST_A_WORD = 0.715
"""And from here on where a word that nobody taught is left: it may narrow what is asked."""

WRITE = 0.55
"""A write is proposed from here on, and only with a word that asks for it."""

WRITE_UNSAID = 0.85
"""A write whose own words were not said is proposed only from here on."""

WRITE_COMMANDED = 0.66
"""And from here on where the sentence commands in its form: "send it back"."""

OFFER = 0.12
"""Readings below are not even offered as a choice."""

CLOSED = 2.5
"""By how much a tool of other roles must lead before somebody is told that it is not theirs."""

SPOKEN_OF = 0.04
"""From here on a write is looked at as what a question may be about."""

WISHED_TOO = 0.25
"""From here on a commanded write is asked about, although a read is likelier."""

SURELY_READ = 0.9
"""From here on a verb at the start is taken for a status: "rto orders this week"."""

TALK = 0.45
"""A greeting or thanks is answered as one from here on."""

STANDS_ALONE = 0.60
"""Half a message is a request of its own from here on."""

MEANT_AT_ALL = 0.30
"""Among all tools of all roles; below it nothing else was asked for than what was asked back."""

SURE_NAME = 0.75
"""Below, a name found in a sentence may be another word: as a filter it is asked about."""

NOT_PLACED = {
    "id": 0.08, "product": 0.35, "courier": 0.5, "place": 0.5, "money": 0.5, "period": 0.7,
    "day": 0.6, "days": 0.8, "phone": 0.7, "customer": 0.4,
}  # fmt: skip
"""What is left of a tool's score when it cannot take a value that was said."""

OTHER_ID = 0.3
"""What is left of a tool for an order when the number that was said is a courier's."""

NOT_PACKED = 0.15
"""What is left of advice on a failed delivery where the order has no parcel yet."""

ONLY_NARROWS = 0.1
"""What is left of a list of other things where it is asked which thing is first of its kind."""

OF_SOMEBODY_UNKNOWN = 0.3
"""What is left where nothing was said that the tool takes, but a name of nobody in the shop was."""

PLACED = 1.2
"""What a tool gains for each value it takes, up to three: what was said is about it."""

LACKING = 0.75
"""What is left when a required argument is neither said nor pointed at."""

MANY = 3
"""Things beside the first, from which a change is asked for once for all of them."""

MOST_CALLS = 5
"""Calls of one message; more is a mistake or a burden."""
