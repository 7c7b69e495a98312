"""Messages in, replies out over the event stream, nothing lost and nothing doubled."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest

from channels.web import Standing, WebSettings
from tests.channels import cards
from tests.channels.web.conftest import Web
from tests.channels.web.serving import Browserless

TALK = "conversation-1"


class Listening:
    """An open event stream, read one event at a time."""

    def __init__(self, response: httpx.Response) -> None:
        self.status = response.status_code
        self._lines = response.iter_lines() if response.is_success else iter(())

    def next(self, *names: str) -> tuple[str, str, Any]:
        """Return the next event of one of these names: name, id, data."""
        while True:
            name, id, data = self._event()
            if name in names:
                return name, id, data

    def until_reply(self) -> Any:
        return self.next("reply")[2]

    def ends(self) -> bool:
        for _ in self._lines:
            pass
        return True

    def _event(self) -> tuple[str, str, Any]:
        fields = {"id": ""}
        for line in self._lines:
            if not line:
                if "event" in fields:
                    return fields["event"], fields["id"], json.loads(fields["data"])
                continue
            key, _, value = line.partition(": ")
            fields[key] = value
        raise EOFError("The stream ended.")


@contextmanager
def listening(
    browser: Browserless, conversation: str = TALK, after: int = 0, last_event_id: str = ""
) -> Iterator[Listening]:
    path = f"/api/conversations/{conversation}/events?after={after}"
    headers = {"Last-Event-ID": last_event_id} if last_event_id else None
    with browser.client.stream("GET", path, headers=headers) as response:
        yield Listening(response)


def test_a_message_is_answered_over_the_event_stream(web: Web) -> None:
    browser = web.signed_in()
    assert browser.say(TALK, "hello", "message-1").json() == {"received": True}
    with listening(browser) as stream:
        assert stream.next("message")[2]["text"] == "hello"
        reply = stream.until_reply()
    assert reply["text"] == "You said: hello"
    assert reply["reply"]["cards"] == []


def test_words_come_as_they_are_written(web: Web) -> None:
    browser = web.signed_in()
    web.desk.midway.clear()
    browser.say(TALK, "one two three", "message-1")
    with listening(browser) as stream:
        assert stream.next("delta", "reply") == ("delta", "", {"from": 0, "text": "You"})
        web.desk.midway.set()
        assert stream.until_reply()["text"] == "You said: one two three"


def test_somebody_who_looks_late_sees_the_draft_from_its_beginning(web: Web) -> None:
    browser = web.signed_in()
    web.desk.midway.clear()
    browser.say(TALK, "one two three", "message-1")
    with listening(browser) as early:
        early.next("delta")
        with listening(web_twin(web, browser)) as late:
            assert late.next("delta")[2] == {"from": 0, "text": "You"}
        web.desk.midway.set()


def test_whoever_waits_sees_that_the_answer_is_being_written(web: Web) -> None:
    browser = web.signed_in()
    web.desk.gate.clear()
    browser.say(TALK, "hello", "message-1")
    with listening(browser) as stream:
        assert stream.next("typing")[2] == {"on": True}
        web.desk.gate.set()
        web.desk.tell(TALK, "meanwhile")
        assert stream.next("typing")[2] == {"on": False}


def test_cards_arrive_whole_and_facts_stay_inside(web: Web) -> None:
    browser = web.signed_in()
    browser.say(TALK, "everything", "message-1")
    with listening(browser) as stream:
        reply = stream.until_reply()["reply"]
    expected = [card.model_dump(mode="json") for card in cards.BY_WORD["everything"][1]]
    pairs = zip(reply["cards"], expected, strict=True)  # A chart also says how it is drawn.
    assert [{key: card[key] for key in one} for card, one in pairs] == expected
    assert "not for the page" not in json.dumps(reply)


def test_the_same_message_sent_again_is_one_message(web: Web) -> None:
    browser = web.signed_in()
    answers = [browser.say(TALK, "hello", "message-1").json() for _ in range(3)]
    assert answers == [{"received": True}, {"received": False}, {"received": False}]
    assert len(web.desk.received) == 1


def test_several_messages_sent_quickly_are_all_answered_in_order(web: Web) -> None:
    browser = web.signed_in()
    web.desk.gate.clear()
    for number in range(5):
        assert browser.say(TALK, f"line {number}", f"message-{number}").status_code == 202
    web.desk.gate.set()
    with listening(browser) as stream:
        said = [stream.next("message")[2]["text"] for _ in range(5)]
        assert said == [f"line {number}" for number in range(5)]
        assert "line 4" in stream.until_reply()["text"]


def test_a_reconnecting_browser_gets_what_it_missed_once(web: Web) -> None:
    browser = web.signed_in()
    browser.say(TALK, "first", "message-1")
    with listening(browser) as stream:
        _, last, _ = stream.next("reply")
    web.desk.tell(TALK, "told while nobody listened")
    with listening(browser, last_event_id=last) as stream:
        _, id, data = stream.next("message", "reply")
    assert data["text"] == "told while nobody listened"
    assert int(id) > int(last)


def test_a_reply_of_another_process_appears_too(web: Web) -> None:
    browser = web.signed_in()
    browser.say(TALK, "hello", "message-1")
    with listening(browser) as stream:
        stream.until_reply()
        web.desk.tell(TALK, "approved from elsewhere")
        assert stream.until_reply()["text"] == "approved from elsewhere"


def test_two_tabs_see_the_same(web: Web) -> None:
    browser = web.signed_in()
    other = web_twin(web, browser)
    browser.say(TALK, "hello", "message-1")
    with listening(browser) as first, listening(other) as second:
        assert first.until_reply() == second.until_reply()
        other.say(TALK, "from the second tab", "message-2")
        assert first.next("message")[2]["text"] == "from the second tab"
        assert first.until_reply() == second.until_reply()


def test_an_approval_decided_elsewhere_is_told(web: Web) -> None:
    browser = web.signed_in()
    browser.say(TALK, "cancel 1042", "message-1")
    with listening(browser) as stream:
        stream.until_reply()
        web.desk.states[TALK] = [Standing(id="APR-1", state="declined", by="Sunita Patil")]
        _, _, told = stream.next("standing")
    assert told == [{"id": "APR-1", "state": "declined", "by": "Sunita Patil"}]
    page = browser.client.get(f"/api/conversations/{TALK}").json()
    assert page["standings"] == told


def test_a_pressed_button_reaches_the_desk_as_it_was_drawn(web: Web) -> None:
    browser = web.signed_in()
    tap = {"kind": "approve", "id": "APR-1"}
    assert browser.say(TALK, "Yes", "message-1", tap=tap).status_code == 202
    assert web.desk.received[0].tap is not None
    assert web.desk.received[0].tap.id == "APR-1"


def test_the_answers_language_is_fixed_only_by_choice(web: Web) -> None:
    browser = web.signed_in()
    browser.say(TALK, "hello", "message-1")
    browser.client.cookies.set("superecom-language", "hi-Latn", domain="127.0.0.1")
    browser.say(TALK, "hello", "message-2")
    browser.client.cookies.set("superecom-language", "xx", domain="127.0.0.1")
    browser.say(TALK, "hello", "message-3")
    assert [message.language for message in web.desk.received] == [None, "hi-Latn", None]


def test_another_persons_conversation_does_not_exist(web: Web) -> None:
    seller, agent = web.signed_in("Meera Iyer"), web.signed_in("Imran Khan")
    seller.say(TALK, "hello", "message-1")
    assert agent.client.get(f"/api/conversations/{TALK}").status_code == 404
    assert agent.client.get(f"/api/conversations/{TALK}/events").status_code == 404
    assert agent.say(TALK, "let me in", "message-2").status_code == 404
    assert agent.client.get("/api/conversations").json() == {"conversations": [], "more": False}
    missing = agent.client.get("/api/conversations/no-such-one").json()
    assert missing == agent.client.get(f"/api/conversations/{TALK}").json()
    assert len(web.desk.received) == 1


def test_conversations_are_listed_newest_first(web: Web) -> None:
    browser = web.signed_in()
    browser.say(TALK, "the first talk", "message-1")
    browser.say("conversation-2", "the second talk", "message-1")
    listed = browser.client.get("/api/conversations").json()["conversations"]
    assert [one["title"] for one in listed] == ["the second talk", "the first talk"]


def test_a_conversation_is_renamed_and_put_away_by_its_own_person_only(web: Web) -> None:
    seller, agent = web.signed_in("Meera Iyer"), web.signed_in("Imran Khan")
    seller.say(TALK, "the first talk", "message-1")
    path = f"/api/conversations/{TALK}"
    assert agent.post(f"{path}/name", {"name": "theirs"}).status_code == 404
    assert agent.post(f"{path}/away", {"away": True}).status_code == 404
    assert seller.post(f"{path}/name", {"name": "Diwali"}).status_code == 200
    assert seller.post(f"{path}/away", {"away": True}).status_code == 200
    assert seller.client.get("/api/conversations").json()["conversations"] == []
    (away,) = seller.client.get("/api/conversations?away=true").json()["conversations"]
    assert (away["title"], away["named"], away["away"]) == ("Diwali", True, True)


def test_a_long_conversation_is_given_in_pages(web: Web) -> None:
    browser = web.signed_in()
    browser.say(TALK, "hello", "message-1")
    with listening(browser) as stream:
        stream.until_reply()
    for number in range(98):
        web.desk.tell(TALK, f"news {number}")
    newest = browser.client.get(f"/api/conversations/{TALK}").json()
    first = newest["messages"][0]["id"]
    older = browser.client.get(f"/api/conversations/{TALK}?before={first}").json()
    assert (len(newest["messages"]), newest["earlier"]) == (60, True)
    assert (len(older["messages"]), older["earlier"]) == (40, False)
    assert older["messages"][0]["text"] == "hello"
    assert newest["messages"][-1]["text"] == "news 97"


def test_a_failed_answer_is_said_with_a_reference_and_can_be_asked_for_again(web: Web) -> None:
    browser = web.signed_in()
    web.desk.gate.clear()
    browser.say(TALK, "break down", "message-1")
    with listening(browser) as stream:
        stream.next("message")
        web.desk.gate.set()
        says = stream.next("trouble")[2]["says"]
        assert "the script says so" not in says
        assert "reference" in says
        browser.say(TALK, "hello again", "message-2")
        assert stream.until_reply()["text"] == "You said: hello again"


def test_what_a_dead_process_left_unanswered_is_answered_when_somebody_looks(web: Web) -> None:
    browser = web.signed_in()
    browser.say(TALK, "hello", "message-1")
    with listening(browser) as stream:
        stream.until_reply()
    talk = web.desk.talks[TALK]
    left = web.desk.received[0].model_copy(update={"text": "left behind", "provider_id": "m-9"})
    talk.waiting.append(left)
    web.desk._add(TALK, "in", "left behind", None)
    browser.client.get(f"/api/conversations/{TALK}")
    with listening(browser, after=2) as stream:
        assert stream.until_reply()["text"] == "You said: left behind"


def test_signing_out_ends_the_open_streams(web: Web) -> None:
    browser = web.signed_in()
    browser.say(TALK, "hello", "message-1")
    with listening(web_twin(web, browser)) as stream:
        stream.until_reply()
        browser.post("/api/sign-out", {})
        assert stream.ends()


def test_a_session_closed_elsewhere_ends_its_streams_too(web: Web) -> None:
    browser = web.signed_in()
    browser.say(TALK, "hello", "message-1")
    with listening(browser) as stream:
        stream.until_reply()
        web.doors.close(browser.client.cookies["superecom-session"])
        assert stream.ends()


def test_a_silent_stream_says_that_it_is_alive(web: Web) -> None:
    browser = web.signed_in()
    browser.say(TALK, "hello", "message-1")
    with listening(browser) as stream:
        stream.until_reply()
        assert stream.next("heartbeat")[2] == {}


@pytest.mark.parametrize(
    "body",
    [
        {"conversation": TALK, "text": "", "id": "message-1"},
        {"conversation": "../etc", "text": "hi", "id": "message-1"},
        {"conversation": TALK, "text": "hi", "id": "x"},
        {"conversation": TALK, "text": "hi", "id": "message-1", "sender": "web-1"},
        {"conversation": TALK, "text": "hi", "id": "message-1", "tap": {"kind": "sudo"}},
        ["not", "an", "object"],
    ],
)
def test_what_is_not_a_message_is_refused(web: Web, body: object) -> None:
    browser = web.signed_in()
    refused = browser.post("/api/messages", body)
    assert refused.status_code == 422
    assert refused.json()["error"]["code"] == "not-understood"
    assert web.desk.received == []


class TestManyPages:
    @pytest.fixture
    def web_settings(self) -> WebSettings:
        return WebSettings(streams_per_person=2, poll_seconds=0.05)

    def test_one_person_can_hold_only_so_many_streams(self, web: Web) -> None:
        browser = web.signed_in()
        browser.say(TALK, "hello", "message-1")
        twins = [web_twin(web, browser) for _ in range(2)]
        with listening(twins[0]) as first, listening(twins[1]) as second:
            first.until_reply()
            second.until_reply()
            assert browser.client.get(f"/api/conversations/{TALK}/events").status_code == 429


def test_many_conversations_are_answered_side_by_side(web: Web) -> None:
    names = ["Meera Iyer", "Imran Khan", "Sunita Patil", "Asha Rao"]
    replies: dict[str, str] = {}

    def talk(name: str) -> None:
        browser = web.signed_in(name)
        own = f"talk-of-{name.replace(' ', '-')}"
        browser.say(own, f"I am {name}", "message-1")
        with listening(browser, own) as stream:
            replies[name] = stream.until_reply()["text"]

    threads = [threading.Thread(target=talk, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert replies == {name: f"You said: I am {name}" for name in names}


def web_twin(web: Web, browser: Browserless) -> Browserless:
    """Open a second tab of the same browser."""
    twin = web.browser()
    twin.client.cookies = browser.client.cookies
    twin.proof = browser.proof
    return twin


def test_who_is_shut_out_is_told_nothing_more(web: Web) -> None:
    browser = web.signed_in("Imran Khan")
    browser.say(TALK, "hello", "message-1")
    with listening(browser) as stream:
        stream.until_reply()
        web.doors.disable("Imran Khan")
        assert stream.ends()
    assert browser.client.get("/api/conversations").status_code == 401
