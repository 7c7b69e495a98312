"""Slack: a workspace on one side, the shop on the other, over HTTP with Slack's own signatures."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.signature import SignatureVerifier
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from agent.llm import Thought
from agent.scripted import ScriptedModel
from app.connecting.slack_checks import SCOPES, slack_findings
from app.connecting.slack_hand_overs import HandOvers
from app.doubles.slack import BOT, Message, SlackDouble
from app.settings import Settings
from channels.inbound import Inbound
from channels.slack import Receiver, markup
from channels.slack.events import FilledIn, Said, SaidInThread, WantsForm
from channels.slack.privacy import OPEN
from channels.slack.receive import MOST_BYTES, Json
from channels.slack.socket import listen
from commerce import people
from commerce.access import Role
from commerce.db.tables import ApprovalRow, ArrivalRow, MessageRow, PersonRow
from commerce.vocabulary import NdrReason, OrderStatus
from tests.agent.conftest import Bench, Chat, Clock
from tests.agent.test_turns import call, calls
from tests.app.test_transcribing import Ear
from tests.builders import Shop
from tests.channels.slack_driver import USER, SlackDriver
from tests.channels.street import Street, street
from tests.channels.web.serving import serving
from tools import TOOLS
from tools.cards import Tap

CHANNEL, DESK = "C1OPS", "C2DESK"
CANCEL = calls(call("cancel_order", order="1042", reason="customer changed her mind"))


@pytest.fixture
def bench(engine: Engine, session: Session, shop: Shop, tmp_path: Path, database_url: str) -> Bench:
    """A shop with an assistant to put together over it."""
    session.commit()
    return Bench(
        engine=engine, session=session, shop=shop, clock=Clock(shop.now),
        runs=tmp_path / "runs.db", url=database_url,
    )  # fmt: skip


@dataclass
class Workspace:
    """A Slack with a shop behind it, in which Asha is the owner."""

    here: Street
    slack: SlackDouble
    bench: Bench
    hand_overs: HandOvers

    async def does(self, act: Callable[..., Any], *args: Any, **more: Any) -> Any:
        """Have somebody do something, see it acknowledged, and wait until it is answered."""
        answer = await asyncio.to_thread(act, *args, **more)
        assert answer.status_code == 200
        await self.settled()
        return answer

    async def settled(self) -> None:
        """Wait until what came is taken in and answered, and bring what was said."""
        await self.here.taken_in()
        await self.here.bring()

    async def looks(self) -> None:
        """Have the channel of hand-overs brought up to date, and what came of it brought."""
        await asyncio.to_thread(self.hand_overs.look)
        await self.here.bring()

    def knows(self, user: str, role: Role, name: str) -> PersonRow:
        """Let somebody in whom the shop knows."""
        person = self.bench.shop.person(role, name=name)
        people.add_identity(self.bench.session, person, "slack", self.slack.join(user, name))
        self.slack.direct(user)
        self.bench.session.commit()
        return person

    def last(self, user: str = USER, channel: str = "") -> Message:
        """Return what the assistant said last to somebody."""
        return self.slack.seen_by(user, channel)[-1]

    def arrivals(self) -> int:
        """Return how many messages were kept."""
        self.bench.session.rollback()
        rows = select(ArrivalRow.id).where(ArrivalRow.shop_id == self.bench.shop.id)
        return len(self.bench.session.scalars(rows).all())


@dataclass
class Elsewhere:
    """Somebody's conversation with the shop on another channel."""

    bench: Bench
    sender: str
    thoughts: tuple[Thought, ...]
    conversation: str = "elsewhere"

    async def says(self, text: str) -> None:
        """Write something, and let it be answered by a process of its own."""
        async with self.bench.assistant(ScriptedModel(*self.thoughts)) as assistant:
            chat = Chat(assistant, self.sender, self.bench.clock, self.conversation)
            await chat.say(text)

    def wants_a_person(self) -> None:
        """Ask for a person of the shop."""
        actor = people.actor_for(self.bench.session, "test", self.sender)
        ctx = replace(self.bench.shop.context(actor), conversation_id=self.conversation)
        people.hand_over(ctx, "my parcel is late")
        self.bench.session.commit()

    def was_told(self) -> list[tuple[str, str]]:
        """Return what people of the shop wrote to them."""
        self.bench.session.rollback()
        bodies = self.bench.session.scalars(
            select(MessageRow.body)
            .where(
                MessageRow.shop_id == self.bench.shop.id, MessageRow.direction == "out",
                MessageRow.conversation_id == self.conversation,
            )
            .order_by(MessageRow.id)
        )  # fmt: skip
        return [(body["by"], body["text"]) for body in bodies if body.get("by")]


@asynccontextmanager
async def workspace(
    bench: Bench, folder: Path, *thoughts: Thought, hears: str = ""
) -> AsyncIterator[Workspace]:
    """Open a workspace before a model that plays a script."""
    driver = SlackDriver()
    slack = driver.vendor
    slack.clock = lambda: bench.clock().timestamp()
    slack.trigger_seconds = 60.0
    for channel in (CHANNEL, DESK):
        slack.open_channel(channel, USER)
    model = ScriptedModel(*thoughts)
    async with street(
        driver, bench, folder, model=model, slack_handover_channel=DESK, transcription_url=hears
    ) as here:
        slack.hooks = f"{here.client.base_url}/hooks/slack"
        hand_overs = HandOvers(here.messengers.rooms, bench.shop.id, DESK)
        yield Workspace(here, slack, bench, hand_overs)


def test_slacks_own_verifier_agrees_with_a_known_signature() -> None:
    signed = SignatureVerifier("test_secret_123").generate_signature(
        timestamp="1700000000", body=b"token=x&team_id=T1&command=%2Fndr&text=today"
    )
    assert signed == "v0=056c20c12e435fe86a38f1a48a69a30a6c5e338609a11d71ba93b76ea2f5a9bb"


def test_every_tool_that_answers_openly_is_a_tool_that_reads() -> None:
    reads = {tool.name for tool in TOOLS if tool.effect == "read"}
    assert reads >= OPEN


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("<@U0BOT> order &lt;1042&gt; &amp; 7", "order <1042> & 7"),
        ("call <tel:+919812345678|98123 45678>", "call 98123 45678"),
        ("see <https://a.in/x|a.in> and <https://b.in>", "see a.in and https://b.in"),
        ("<@U7|ravi> in <#C1|ops>, <!here>", "@ravi in #ops, @here"),
    ],
)
def test_what_people_write_is_read_as_they_see_it(sent: str, read: str) -> None:
    assert markup.plain(sent, without="U0BOT") == read


def test_letters_within_a_word_are_left_alone_so_that_a_sku_can_be_copied() -> None:
    assert markup.escaped("KUR_BLU_M") == "KUR_BLU_M"


async def test_an_event_as_slack_prints_it_is_read_though_fields_are_missing(
    bench: Bench, tmp_path: Path
) -> None:
    async with workspace(bench, tmp_path, Thought(text="None.")) as it:
        event = {
            "type": "message", "user": USER, "text": "How many cats did we herd yesterday?",
            "ts": "1525215129.000001", "channel": "D1ASHA", "event_ts": "1525215129.000001",
            "channel_type": "app_home",
        }  # fmt: skip
        await it.does(it.slack.tell, event, event="Ev0PV52K25", authorizations=None)
        assert it.last().words == "None."


async def test_slack_verifies_the_address_by_a_challenge(bench: Bench, tmp_path: Path) -> None:
    async with workspace(bench, tmp_path) as it:
        body = b'{"type":"url_verification","challenge":"3eZbrw1a"}'
        answer = await it.here.client.post(
            "/hooks/slack/events", content=body, headers=it.slack.signed(body)
        )
        assert answer.json() == {"challenge": "3eZbrw1a"}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Slack-Request-Timestamp": "soon", "X-Slack-Signature": "v0=00"},
        {"X-Slack-Request-Timestamp": "1795338000", "X-Slack-Signature": "v0=¿"},
    ],
)
async def test_headers_that_make_no_sense_are_refused_like_wrong_ones(
    bench: Bench, tmp_path: Path, headers: dict[str, str]
) -> None:
    async with workspace(bench, tmp_path) as it:
        raw = [(name.encode(), value.encode()) for name, value in headers.items()]
        answer = await it.here.client.post("/hooks/slack/events", content=b"{}", headers=raw)
        assert (answer.status_code, answer.content) == (401, b"")
        big = b" " * (MOST_BYTES + 1)
        answer = await it.here.client.post(
            "/hooks/slack/events", content=big, headers=it.slack.signed(big)
        )
        assert (answer.status_code, answer.content) == (401, b"")


async def test_a_retry_is_neither_lost_nor_answered_twice(bench: Bench, tmp_path: Path) -> None:
    async with workspace(bench, tmp_path, Thought(text="Good morning.")) as it:
        await it.does(it.slack.say, USER, "good morning", event="Ev1", again=1)
        await it.does(it.slack.say, USER, "good morning", event="Ev1", again=2)
        assert [one.words for one in it.slack.seen_by(USER)] == ["Good morning."]


async def test_previews_deletions_and_other_bots_are_passed_over(
    bench: Bench, tmp_path: Path
) -> None:
    async with workspace(bench, tmp_path) as it:
        common = {"type": "message", "channel": "D1ASHA", "channel_type": "im"}
        # Slack tells of the preview of a link as of an edit.
        unfurled = {"message": {"user": USER, "text": "x.in"}, "previous_message": {"text": "x.in"}}
        for event in (
            {**common, "subtype": "message_changed", **unfurled},
            {**common, "subtype": "message_deleted", "deleted_ts": "1.0"},
            {**common, "subtype": "bot_message", "bot_id": "B1", "text": "beep"},
            {**common, "user": BOT, "bot_id": "B0", "text": "our own"},
            {"type": "team_join"},
        ):
            assert (await it.does(it.slack.tell, event)).status_code == 200
        assert it.arrivals() == 0


async def test_a_mention_is_answered_in_its_thread_and_other_talk_is_left_alone(
    bench: Bench, tmp_path: Path
) -> None:
    async with workspace(bench, tmp_path, calls(call("business_summary")), Thought()) as it:
        await it.does(it.slack.say, USER, "anybody for lunch?", channel=CHANNEL)
        await it.does(it.slack.say, USER, f"<@{BOT}> how are sales?", channel=CHANNEL)
        asked = it.slack.channels[CHANNEL][1]
        said = it.slack.seen_by(USER, CHANNEL)
        assert {(one.thread, one.only) for one in said} == {(asked.ts, "")}
        assert it.arrivals() == 1


async def test_in_a_channel_a_customers_name_is_shown_only_to_who_asked(
    bench: Bench, tmp_path: Path
) -> None:
    bench.shop.order("1042", customer=bench.shop.customer("Lakshmi Narayanan"))
    show = calls(call("show_order", order="1042"))
    async with workspace(bench, tmp_path, show, Thought()) as it:
        it.slack.join("U9", "Ravi")
        it.slack.members[CHANNEL].add("U9")
        await it.does(it.slack.say, USER, f"<@{BOT}> order 1042", channel=CHANNEL)
        assert "Lakshmi Narayanan" in it.last(channel=CHANNEL).words
        assert it.last(channel=CHANNEL).only == USER
        assert it.slack.seen_by("U9", CHANNEL) == []


async def test_a_command_is_answered_in_direct_messages_where_the_assistant_is_no_member(
    bench: Bench, tmp_path: Path
) -> None:
    bench.shop.order("1042")
    async with workspace(bench, tmp_path) as it:
        it.slack.open_channel("C9", USER, with_bot=False)
        answer = await it.does(it.slack.command, USER, "/order", "1042", channel="C9")
        assert (answer.status_code, answer.content) == (200, b"")
        assert it.slack.seen_by(USER, "C9") == []
        assert "1042" in it.last().words


async def test_a_command_in_a_channel_is_answered_to_who_used_it(
    bench: Bench, tmp_path: Path
) -> None:
    async with workspace(bench, tmp_path) as it:
        await it.does(it.slack.command, USER, "/ndr", channel=CHANNEL)
        assert it.last(channel=CHANNEL).only == USER


async def test_an_approval_is_given_by_a_button_and_the_card_says_by_whom(
    bench: Bench, tmp_path: Path
) -> None:
    order = bench.shop.order("1042")
    async with workspace(bench, tmp_path, CANCEL, Thought(text="Cancelled.")) as it:
        await it.does(it.slack.say, USER, "cancel 1042")
        card = it.last()
        assert card.labels == ["Approve", "Decline", "Edit…"]
        await it.does(it.slack.press, USER, card, "Approve")
        assert bench.status_of(order) == OrderStatus.CANCELLED
        assert card.labels == []
        assert "✓ Approved by" in card.words
        assert card.is_edited


async def test_a_manager_approves_in_direct_messages_what_a_seller_asked_elsewhere(
    bench: Bench, tmp_path: Path
) -> None:
    order = bench.shop.order("1042", total=9000)
    seller = bench.knows(Role.OPERATOR, name="Ravi")
    async with workspace(bench, tmp_path, Thought(text="Cancelled.")) as it:
        await Elsewhere(bench, seller, (CANCEL,)).says("cancel 1042")
        await it.here.bring()
        card = it.last()
        assert "Ravi" in card.words
        assert card.channel == "D1ASHA"
        await it.does(it.slack.press, USER, card, "Approve")
        assert bench.status_of(order) == OrderStatus.CANCELLED
        assert "✓ Approved by" in card.words


async def test_a_request_is_changed_in_a_form_and_asked_anew(bench: Bench, tmp_path: Path) -> None:
    bench.shop.order("1042")
    async with workspace(bench, tmp_path, CANCEL) as it:
        await it.does(it.slack.say, USER, "cancel 1042")
        await it.does(it.slack.press, USER, it.last(), "Edit…")
        fields = {
            block["block_id"]: block["element"].get("initial_value")
            for block in it.slack.views[-1].view["blocks"]
            if block["type"] == "input"
        }
        assert fields == {"order": "1042", "reason": "customer changed her mind"}
        sent = await it.does(it.slack.submit, USER, {"reason": "ordered twice"})
        assert sent.content == b""
        bench.session.rollback()
        asked = bench.session.scalars(
            select(ApprovalRow).where(ApprovalRow.shop_id == bench.shop.id)
            .order_by(ApprovalRow.created_at, ApprovalRow.status.desc())
        ).all()  # fmt: skip
        assert {(one.status, one.arguments["reason"]) for one in asked} == {
            ("replaced", "customer changed her mind"), ("pending", "ordered twice"),
        }  # fmt: skip


async def test_a_form_that_lacks_what_the_tool_needs_says_so_at_the_field(
    bench: Bench, tmp_path: Path
) -> None:
    bench.shop.order("1042")
    async with workspace(bench, tmp_path, CANCEL) as it:
        await it.does(it.slack.say, USER, "cancel 1042")
        await it.does(it.slack.press, USER, it.last(), "Edit…")
        before = it.arrivals()
        sent = await it.does(it.slack.submit, USER, {"order": ""})
        assert sent.json() == {
            "response_action": "errors",
            "errors": {"order": "This cannot be used here. Please correct it."},
        }
        assert it.arrivals() == before


async def test_the_home_tab_shows_the_queue_and_opens_a_case(bench: Bench, tmp_path: Path) -> None:
    bench.shop.ndr_case(reason=NdrReason.CUSTOMER_NOT_AVAILABLE)
    bench.session.commit()
    async with workspace(bench, tmp_path) as it:
        await asyncio.to_thread(it.slack.open_home, USER)
        await asyncio.to_thread(it.slack.until, lambda: it.slack.homes.get(USER))
        await it.does(it.slack.press_home, USER, "Open")
        assert it.last().channel == "D1ASHA"


async def test_a_stranger_is_told_how_to_be_known(bench: Bench, tmp_path: Path) -> None:
    async with workspace(bench, tmp_path) as it:
        it.slack.join("U8", "Nobody")
        await it.does(it.slack.say, "U8", "all orders please")
        assert "Settings" in it.last("U8").words
        await asyncio.to_thread(it.slack.open_home, "U8")
        home = await asyncio.to_thread(it.slack.until, lambda: it.slack.homes.get("U8"))
        assert "do not know you" in home["blocks"][1]["text"]["text"]


async def test_a_file_is_fetched_with_our_token_and_kept(bench: Bench, tmp_path: Path) -> None:
    async with workspace(bench, tmp_path, Thought(text="A sheet.")) as it:
        it.slack.files["F7"] = {"name": "orders.csv", "data": b"order,total\n1042,799\n"}
        sent = [{"id": "F7", "name": "orders.csv", "mimetype": "text/csv", "mode": "hosted"}]
        await it.does(it.slack.say, USER, "read this in", files=sent)
        bench.session.rollback()
        kept = bench.session.scalars(
            select(MessageRow.body).where(
                MessageRow.shop_id == bench.shop.id, MessageRow.direction == "in"
            )
        ).one()
        assert [one["name"] for one in kept["attachments"]] == ["orders.csv"]


CLIP = {
    "id": "F8", "name": "audio_message.m4a", "mimetype": "audio/mp4", "mode": "hosted",
    "subtype": "slack_audio",
}  # fmt: skip


async def test_a_voice_clip_is_written_down_and_answered(bench: Bench, tmp_path: Path) -> None:
    ear = Ear()
    with serving(ear.app) as address:
        hears = f"{address}/v1"
        async with workspace(bench, tmp_path, Thought(text="Noted."), hears=hears) as it:
            it.slack.files["F8"] = {"name": CLIP["name"], "data": b"....ftypM4A"}
            await it.does(it.slack.say, USER, "", files=[CLIP])
            assert "Noted." in it.last(USER).words
    assert [one["sound"] for one in ear.asked] == [b"....ftypM4A"]
    bench.session.rollback()
    text, body = bench.session.execute(
        select(MessageRow.text, MessageRow.body).where(
            MessageRow.shop_id == bench.shop.id, MessageRow.direction == "in"
        )
    ).one()
    assert (text, body["transcribed"], body.get("attachments", [])) == ("ndr list dikhao", True, [])


async def test_a_voice_clip_that_nobody_listens_to_is_asked_for_in_words(
    bench: Bench, tmp_path: Path
) -> None:
    async with workspace(bench, tmp_path) as it:
        await it.does(it.slack.say, USER, "", files=[CLIP])
        assert "cannot listen to voice notes" in it.last(USER).words


async def test_a_customer_who_wants_a_person_is_answered_from_a_thread(
    bench: Bench, tmp_path: Path
) -> None:
    customer = bench.shop.customer("Asha Rao")
    asha = bench.knows(Role.CUSTOMER, name="Asha Rao", customer=customer)
    hers = Elsewhere(bench, asha, (Thought(text="Hello."),))
    async with workspace(bench, tmp_path) as it:
        await hers.says("hi")
        hers.wants_a_person()
        it.knows("U9", Role.OPERATOR, "Ravi")
        it.slack.members[DESK].add("U9")
        await it.looks()
        card = it.last(channel=DESK)
        assert "Asha Rao asks for a person." in card.words
        assert card.labels == ["Take over", "Show", "Close"]
        await it.does(it.slack.press, "U9", card, "Take over")
        await it.looks()
        assert card.labels == ["Show", "Close"]
        assert "Ravi answers Asha Rao now." in card.words
        await it.does(it.slack.say, USER, "shall I call her?", channel=DESK, thread=card.ts)
        await it.does(it.slack.say, "U9", "I am Ravi.", channel=DESK, thread=card.ts)
        assert hers.was_told() == [("Ravi", "I am Ravi.")]
        bench.clock.turn(minutes=1)
        await hers.says("my parcel is late")
        await it.looks()
        in_thread = [one for one in it.slack.seen_by(USER, DESK) if one.thread == card.ts]
        assert [one.words for one in in_thread] == ["Asha Rao: my parcel is late"]
        await it.does(it.slack.press, "U9", card, "Close")
        await it.looks()
        await it.looks()
        assert card.labels == ["Show"]
        assert "Closed" in card.words
        cards = [one for one in it.slack.seen_by(USER, DESK) if not one.thread]
        assert cards == [card]


def test_a_doctor_says_which_scope_is_missing_and_where_the_app_is_not() -> None:
    slack = SlackDouble()
    slack.open_channel(DESK, with_bot=False)
    slack.scopes = ", ".join(SCOPES - {"files:write"})
    with serving(slack.app) as vendor:
        settings = Settings(
            slack_bot_token=slack.token, slack_api_url=f"{vendor}/api/",
            slack_signing_secret="0" * 32, slack_handover_channel=DESK,
        )  # fmt: skip
        found = list(slack_findings(settings, ask=True))
    assert [(one.name, one.state, one.says) for one in found] == [
        ("slack", "fail", "lacks files:write"),
        ("slack hand-overs", "fail", "the app is not in C2DESK"),
        ("slack requests", "warn", "at an address that Slack cannot reach"),
    ]


def test_the_manifest_asks_for_exactly_what_the_doctor_looks_for() -> None:
    guide = (Path(__file__).parents[2] / "docs/channels/slack.md").read_text()
    _, _, rest = guide.partition("    bot:\n")
    listed = rest.partition("settings:")[0].split()
    assert {one for one in listed if one != "-"} == SCOPES


class Nowhere:
    """Looks nothing up."""

    def in_thread(self, said: SaidInThread) -> Tap | None:
        """Leave everything."""
        return None

    def command(self, said: Said, key: str) -> str:
        """Return it as it stands."""
        return f"{key}: {said.text}"

    def form(self, wants: WantsForm) -> Json:
        """Return none."""
        return {}

    def corrected(self, filled: FilledIn) -> Mapping[str, str]:
        """Find everything wrong."""
        return {"order": "No."}

    def home(self, sender: str) -> Json:
        """Return none."""
        return {}

    def direct(self, sender: str) -> str:
        """Return who they are."""
        return sender


async def test_over_a_socket_nothing_is_acknowledged_before_it_is_kept() -> None:
    slack = SlackDouble()
    slack.patience = 20.0
    slack.join(USER, "Asha")
    kept: list[str] = []

    async def keep(inbounds: Sequence[Inbound]) -> None:
        if inbounds[0].text == "the disk is full":
            raise OSError
        kept.extend(one.text for one in inbounds)

    with serving(slack.app, sockets=True) as vendor:
        api = f"{vendor}/api/"
        receiver = Receiver(
            client=WebClient(slack.token, base_url=api), secrets=(), keep=keep, desk=Nowhere(),
            clock=lambda: datetime.now(UTC),
        )  # fmt: skip
        listening = asyncio.create_task(listen(receiver, app_token=slack.app_token, base_url=api))
        await asyncio.to_thread(slack.until, lambda: slack.is_listened_to)
        said = await asyncio.to_thread(slack.say, USER, "good morning")
        asked = await asyncio.to_thread(slack.command, USER, "/report", "RTO")
        slack.patience = 0.5
        lost = await asyncio.to_thread(slack.say, USER, "the disk is full")
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
    assert (said.status_code, asked.status_code, lost.status_code) == (200, 200, 504)
    assert kept == ["good morning", "slack-command-report: RTO"]
