"""One believable card of every kind."""

from commerce.library import Passage
from knowledge.reading import Paper
from tools.cards import (
    ApprovalCard,
    BoardCard,
    BoardColumn,
    BoardItem,
    Button,
    Card,
    ChartCard,
    ChoiceCard,
    Column,
    Difference,
    FileCard,
    FlowBox,
    FlowCard,
    FlowLane,
    Line,
    Metric,
    MetricsCard,
    NdrCard,
    OrderCard,
    OrderItem,
    ParcelCard,
    ReceiptCard,
    Recommendation,
    Series,
    Step,
    TableCard,
    Tap,
    TextCard,
)

_DAYS = tuple(f"{day} Nov" for day in range(9, 23))


def order() -> OrderCard:
    return OrderCard(
        number="#1042",
        status="Confirmed",
        tone="good",
        total="₹2,847",
        lines=(
            Line(label="Customer", value="Asha Rao"),
            Line(label="Payment", value="Cash on delivery"),
            Line(label="Channel", value="Shopify"),
            Line(label="Ship to", value="12 MG Road, Pune 411001"),
        ),
        items=(
            OrderItem(title="Cotton Kurti, Blue, M", sku="KUR-BLU-M", quantity=2, amount="₹1,598"),
            OrderItem(title="Jhumka Earrings", sku="JHU-SIL", quantity=1, amount="₹1,249"),
        ),
        timeline=(
            Step(at="20 Nov, 6:05 pm", text="Placed on Shopify"),
            Step(at="20 Nov, 6:40 pm", text="Confirmed by phone"),
            Step(at="", text="Packing in Pune warehouse", state="now"),
            Step(at="by 24 Nov", text="Delivery to Pune", state="next"),
        ),
        buttons=(
            Button(label="Cancel order", says="cancel order #1042"),
            Button(label="Put on hold", says="hold order #1042"),
        ),
    )


def parcel() -> ParcelCard:
    return ParcelCard(
        awb="1490823456712",
        courier="Delhivery",
        order="#1037",
        status="Delivery failed",
        tone="bad",
        lines=(
            Line(label="To", value="Rohan Mehta, Nagpur 440010"),
            Line(label="COD to collect", value="₹1,299"),
            Line(label="Promised", value="21 Nov 2026"),
        ),
        timeline=(
            Step(at="18 Nov, 11:20 am", text="Picked up, Pune"),
            Step(at="20 Nov, 7:10 am", text="Reached Nagpur hub"),
            Step(at="21 Nov, 2:45 pm", text="Customer not available", state="failed"),
            Step(at="22 Nov, 9:00 am", text="Waiting for your instruction", state="now"),
            Step(at="", text="Second attempt", state="next"),
        ),
        buttons=(Button(label="Request reattempt", says="reattempt 1490823456712 tomorrow"),),
    )


def ndr() -> NdrCard:
    return NdrCard(
        awb="1490823456712",
        order="#1037",
        reason="Customer not available",
        value="₹1,299 COD",
        attempt="1 of 3",
        due="Today, 9:00 pm",
        tone="warn",
        lines=(
            Line(label="Customer", value="Rohan Mehta"),
            Line(label="Courier says", value="EOD-11, door locked"),
        ),
        recommendations=(
            Recommendation(
                text="Call the customer before 5 pm and agree on a slot",
                because="Two of his last three parcels were delivered after a call.",
            ),
            Recommendation(
                text="Ask Delhivery for a reattempt tomorrow, 4–7 pm",
                because="Evening attempts in 440010 succeed more often than mornings.",
            ),
            Recommendation(text="Send the payment link with 3% off for prepaying"),
        ),
        buttons=(
            Button(label="Reattempt tomorrow evening", says="reattempt tomorrow evening"),
            Button(label="Log a call", says="log a call"),
        ),
    )


def table() -> TableCard:
    names = ["Asha Rao", "Rohan Mehta", "Fatima Shaikh", "Gurpreet Singh", "Lakshmi Narayanan"]
    rows = tuple(
        (
            f"#{1042 - index}",
            names[index % 5],
            ["Pune", "Nagpur", "Mumbai", "Ludhiana", "Chennai"][index % 5],
            ["Pending", "Confirmed", "On hold"][index % 3],
            ["Shopify", "Amazon", "WhatsApp"][index % 3],
            f"₹{(index * 7919) % 9000 + 499:,}",
        )
        for index in range(18)
    )
    labels = ("Order", "Customer", "City", "Status", "Channel", "Total")
    return TableCard(
        title="COD orders waiting to be confirmed",
        columns=tuple(
            Column(label=label, align="end" if label == "Total" else "start") for label in labels
        ),
        rows=rows,
        taps=tuple(
            Button(
                label=row[0],
                says=f"Show order {row[0]}",
                tap=Tap(kind="call", tool="show_order", arguments={"order": row[0]}),
            )
            for row in rows
        ),
        note="18 of 46 orders, 16–22 Nov 2026",
        buttons=(Button(label="Show the next 18", says="more"),),
    )


def metrics() -> MetricsCard:
    return MetricsCard(
        title="Business summary",
        period="16–22 Nov 2026",
        metrics=(
            Metric(
                label="Revenue",
                value="₹12,48,350",
                change="+12.4% against the week before",
                tone="good",
                meaning="Order totals without cancelled orders, tax included, by day of order.",
                rows=Button(label="Show the orders", says="Show the orders behind revenue"),
                why=Button(label="Why?", says="Why did revenue change?"),
            ),
            Metric(label="Orders", value="1,362", change="+8.1%", tone="good"),
            Metric(label="Average order", value="₹917", change="+4.0%", tone="good"),
            Metric(
                label="RTO rate",
                value="17.2%",
                change="+2.3 points",
                tone="bad",
                meaning="Parcels returned to us, of parcels that ended, by day of end.",
            ),
            Metric(label="Open NDR", value="38", change="-6", tone="good"),
            Metric(label="COD share", value="61.5%", change="0.0%"),
        ),
    )


def line_chart() -> ChartCard:
    this = (82, 91, 88, 97, 104, 121, 133, 98, 102, 110, 108, 126, 148, 157)
    before = (78, 80, 85, 83, 99, 110, 118, 92, 95, None, 101, 109, 125, 131)
    return ChartCard(
        title="Revenue a day",
        shape="line",
        unit="money",
        labels=_DAYS,
        series=(
            Series(name="These two weeks", values=tuple(v * 1_500.0 for v in this)),
            Series(name="Before", values=tuple(v and v * 1_400.0 for v in before)),
        ),
        alt="Revenue a day rose from ₹1.2 lakh on 9 Nov to ₹2.4 lakh on 22 Nov.",
    )


def flow() -> FlowCard:
    def box(key: str, kind: str, text: str, *lanes: FlowLane) -> FlowBox:
        written = {"key": key, "kind": kind, "label": kind.upper(), "text": text, "lanes": lanes}
        return FlowBox.model_validate(written)

    return FlowCard(
        title="NDR follow-up",
        boxes=(
            box("when", "when", "A delivery fails (NDR)"),
            box(
                "0", "if", "The way of payment is COD and the order's total is over ₹1,000",
                FlowLane(label="yes", boxes=(box("0.then.0", "then", "Write by WhatsApp"),)),
                FlowLane(label="otherwise"),
            ),
            box("1", "wait", "Wait 4h, or until this happens: the customer writes"),
            box(
                "2", "each", "For each of the order's parcels, 50 at most",
                FlowLane(
                    label="once for each", is_loop=True,
                    boxes=(box("2.steps.0", "ask", "Ask who has least to do"),),
                ),
            ),
            box("3", "stop", "End here"),
        ),
        alt="Drawn: “NDR follow-up” in 6 boxes.",
    )  # fmt: skip


def bar_chart() -> ChartCard:
    return ChartCard(
        title="Failed deliveries by reason",
        shape="bar",
        unit="count",
        labels=("Not available", "Refused", "Wrong address", "No cash", "Reschedule"),
        series=(Series(name="Cases", values=(61.0, 38.0, 24.0, 12.0, 9.0)),),
        alt="Customer not available leads with 61 cases, then refused with 38.",
    )


def approval() -> ApprovalCard:
    return ApprovalCard(
        approval="APR-1",
        title="Cancel order #1042",
        differences=(
            Difference(label="Status", before="Confirmed", after="Cancelled"),
            Difference(label="Stock of KUR-BLU-M", before="12 free", after="14 free"),
        ),
        at_stake="₹2,847",
        reversible="Can be undone for 30 minutes.",
        expires="Waits until 22 Nov 2026, 6:30 pm.",
        warnings=("The customer confirmed this order by phone two days ago.",),
        buttons=(
            Button(
                label="Approve",
                says="Yes: Cancel order #1042",
                tap=Tap(kind="approve", id="APR-1"),
            ),
            Button(
                label="Decline",
                says="No: Cancel order #1042",
                tap=Tap(kind="decline", id="APR-1"),
            ),
        ),
    )


def receipt() -> ReceiptCard:
    return ReceiptCard(
        receipt="RCT-7F3K",
        title="Order #1042 cancelled",
        differences=(Difference(label="Status", before="Confirmed", after="Cancelled"),),
        at="Done 22 Nov 2026, 2:31 pm · RCT-7F3K",
        buttons=(Button(label="Undo", says="Undo #1042", tap=Tap(kind="undo", id="RCT-7F3K")),),
    )


def choice() -> ChoiceCard:
    return ChoiceCard(
        question="Which Rohan do you mean?",
        buttons=(
            Button(label="Rohan Mehta, Nagpur", says="Rohan Mehta, Nagpur"),
            Button(label="Rohan Das, Kolkata", says="Rohan Das, Kolkata"),
            Button(label="Rohan Kulkarni, Pune", says="Rohan Kulkarni, Pune"),
        ),
    )


def file() -> FileCard:
    return FileCard(
        file="f" * 32, name="orders-refused.csv", media_type="text/csv", size=2_140,
        title="Refused rows", note="With the line and the reason of each.",
    )  # fmt: skip


def note() -> TextCard:
    return TextCard(
        title="Handed over",
        body="Priya from the shop will answer here.\n\n- Today until **9 pm**\n- Or tomorrow",
    )


def quoted() -> TextCard:
    return TextCard(
        title="[1] Returns › How long", body="Kurtis come back for nine days.", marker="[1]",
        link="https://ops.example.in/knowledge/shop/4/12",
    )  # fmt: skip


def document() -> Paper:
    says = [
        ("Who pays", "The buyer pays for the courier. " * 12),
        ("How long", "Kurtis come back for nine days."),
        ("What not", "Nothing that was worn comes back. " * 12),
    ]
    return Paper(
        key="shop/4", title="Returns", of_shop=True, for_customers=True,
        passages=tuple(
            Passage(key=f"shop/4/{at}", title="Returns", heading=heading, text=text,
                    source="returns.md")
            for at, (heading, text) in enumerate(says, 11)
        ),
    )  # fmt: skip


def attack(text: str) -> tuple[Card, ...]:
    """Return every card that carries text from outside, each full of markup."""
    hostile = Line(label=text, value=text)
    step = Step(at=text, text=text)
    button = Button(label=text, says=text)
    return (
        OrderCard(
            number=text, status=text, total=text, lines=(hostile,), timeline=(step,),
            items=(OrderItem(title=text, sku=text, quantity=1, amount=text),), buttons=(button,),
        ),
        NdrCard(
            awb=text, order=text, reason=text, value=text, attempt=text, due=text,
            recommendations=(Recommendation(text=text, because=text),),
        ),
        TableCard(
            title=text, columns=(Column(label=text),), rows=((text,),), taps=(button,), note=text,
        ),
        ChartCard(
            title=text, shape="bar", unit="count", labels=(text,), alt=text,
            series=(Series(name=text, values=(1.0,)), Series(name=text, values=(2.0,))),
        ),
        FlowCard(
            title=text, alt=text,
            boxes=(FlowBox(key="when", kind="when", label=text, text=text),),
        ),
        FileCard(
            file=text, name=text, media_type="text/csv", size=1, title=text, note=text
        ),
        TextCard(title=text, body=text),
    )  # fmt: skip


def board() -> BoardCard:
    def item(awb: str, place: str, **more: str) -> BoardItem:
        open_it = Button(
            label=awb, says=f"advise on {awb}",
            tap=Tap(kind="call", tool="advise_on_ndr", arguments={"parcel": awb}),
        )  # fmt: skip
        return BoardItem.model_validate(
            {"id": awb, "title": place, "text": "Customer not available", "tap": open_it, **more}
        )

    return BoardCard(
        title="Undelivered parcels",
        columns=(
            BoardColumn(
                id="open", label="To do", count=14, value="₹18,400",
                items=(
                    item("1490823456712", "Rohan Mehta, Nagpur", value="₹1,299", due="today, 6 pm",
                         tone="bad", assignee="Imran Khan"),
                    item("1490823456713", "Asha Rao, Pune", value="₹799", due="tomorrow, 11 am"),
                ),
                more=Button(label="Show all 14", says="show all open NDR"),
            ),
            BoardColumn(
                id="waiting", label="Waiting for the courier", count=1, value="₹2,100",
                items=(item("1490823456714", "Neha Gupta, Patna", value="₹2,100", tone="warn"),),
            ),
            BoardColumn(id="rto", label="On the way back", count=0),
        ),
        note="All couriers, last 30 days",
    )  # fmt: skip


def tasks() -> TableCard:
    rows = (
        ("4", "Call Lakshmi Narayanan about order #1042 before the courier's second attempt",
         "Gurpreet Singh", "24 Nov, 5:30 pm"),
        ("5", "ऑर्डर #1041 का पता अधूरा है: ग्राहक से मकान नंबर और पिन कोड पूछें", "Anybody", ""),
    )  # fmt: skip
    labels = ("No.", "What", "Whose", "By")
    return TableCard(title="To do", columns=tuple(Column(label=label) for label in labels),
                     rows=rows)  # fmt: skip


def deliveries() -> TableCard:
    rows = (
        ("4711", "WhatsApp", "Lakshmi Narayanan",
         "Namaste Lakshmi ji, aapka order #1042 aaj deliver nahi ho paya. Kab bhejein?", "5", "",
         "More than 24 hours since they wrote: only an approved template may be sent (131047)"),
        ("4712", "E-mail", "fatima.shaikh.mumbai.andheri.west@customers.example",
         "आपका ऑर्डर #1041 रास्ते में है", "3", "24 Nov, 5:30 pm", "mailbox-unavailable-550-5.1.1"),
    )  # fmt: skip
    labels = ("No.", "By", "To", "Says", "Tries", "Next", "Why")
    return TableCard(
        title="Given up",
        columns=tuple(Column(label=label) for label in labels),
        rows=rows,
        taps=tuple(
            Button(
                label="Send again",
                says=f"Send message {row[0]} again",
                tap=Tap(kind="call", tool="resend_delivery", arguments={"number": int(row[0])}),
            )
            for row in rows
        ),
    )


BY_TOOL: dict[str, tuple[str, tuple[Card, ...]]] = {
    "search_knowledge": ("Kurtis come back for nine days. [1]", (quoted(),)),
    "find_orders": ("46 orders.", (table(),)),
    "my_orders": ("One order.", (order(),)),
    "show_order": ("Order #1042 is confirmed.", (order(),)),
    "track_parcel": ("The first attempt failed.", (parcel(),)),
    "advise_on_ndr": ("Call first.", (ndr(),)),
    "ndr_board": ("15 parcels wait.", (board(),)),
    "list_ndr": ("15 parcels wait.", (board(),)),
    "business_summary": ("Last 7 days.", (metrics(), line_chart())),
    "run_report": ("Last 7 days.", (line_chart(), bar_chart())),
    "list_approvals": ("One request waits.", (approval(),)),
    "list_tasks": ("Two things are to be done.", (tasks(),)),
    "list_deliveries": ("Two messages were given up.", (deliveries(),)),
}
"""What a look by a tool shows."""


BY_WORD: dict[str, tuple[str, tuple[Card, ...]]] = {
    "summary": (
        "Last 7 days: **₹12,48,350** from **1,362** orders, 12.4% more than the week before. "
        "RTO rose to 17.2%, mostly in Nagpur and Patna.",
        (metrics(), line_chart()),
    ),
    "waiting": ("46 COD orders wait for confirmation. Here are the latest 18.", (table(),)),
    "order": ("Order **#1042** is confirmed and being packed in Pune.", (order(),)),
    "parcel": ("The first attempt failed: the customer was not at home.", (parcel(),)),
    "board": ("Fifteen parcels wait.", (board(),)),
    "ndr": ("This case is due tonight. I would call first.", (ndr(),)),
    "returned": ("Nine days [1], worn or not [2].", (quoted(),)),
    "chart": ("Most failures are unanswered doors.", (bar_chart(),)),
    "which": ("I know three people of that name.", (choice(),)),
    "person": ("I have asked Priya to take over.", (note(),)),
    "everything": (
        "Everything at once.",
        (
            order(), parcel(), ndr(), table(), metrics(), line_chart(), bar_chart(),
            choice(), note(), board(), flow(),
        ),
    ),
}  # fmt: skip
"""The word that brings a reply, its text and its cards."""


EVERY_CARD: tuple[Card, ...] = (
    order(), parcel(), ndr(), board(), table(), metrics(), line_chart(), bar_chart(), flow(),
    approval(), receipt(), choice(), file(), note(),
)  # fmt: skip
"""One of each kind, as a channel's renderer must draw them all."""
