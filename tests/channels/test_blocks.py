"""What every messenger draws is first put into the same few blocks."""

from channels.blocks import Document, Grid, Passage, Picture, blocks_of
from channels.buttons import choices_of, pressed, token_of
from tests.channels.cards import EVERY_CARD
from tools.cards import Button, ChoiceCard, Column, Metric, MetricsCard, TableCard, TextCard


def test_every_card_becomes_a_block_that_is_not_empty() -> None:
    for block in blocks_of(EVERY_CARD):
        match block:
            case Passage(lines=lines):
                assert all(any(span.text for span in line) for line in lines)
            case Grid() | Picture() | Document():
                pass


def test_a_question_that_was_already_said_is_not_asked_twice() -> None:
    card = ChoiceCard(question="Which one?", buttons=())
    assert not list(blocks_of((card,), "Which one?"))


def test_rows_can_be_pressed_after_the_buttons_under_the_cards() -> None:
    row = Button(label="#1001", says="show #1001")
    more = Button(label="More", says="more")
    why = Button(label="Why?", says="why")
    table = TableCard(
        title="Orders", columns=(Column(label="Order"),), rows=(("#1001",),), taps=(row,),
        buttons=(more,),
    )  # fmt: skip
    figures = MetricsCard(
        title="Today", period="today", metrics=(Metric(label="Orders", value="3", why=why),)
    )
    choices = choices_of((table, figures))
    assert [choice.button for choice in choices] == [more, row, why]
    assert [choice.row for choice in choices] == [False, True, True]
    assert pressed(token_of(7, 1), choices) == row
    assert pressed(token_of(7, 3), choices) is None


def test_a_quoted_passage_is_linked_where_the_shop_has_an_address() -> None:
    card = TextCard(title="[1] Returns", body="Nine days.", link="/knowledge/shop/4/12")
    public = card.model_copy(update={"link": f"https://ops.example.in{card.link}"})
    here, there = blocks_of((card, public))
    assert isinstance(here, Passage)
    assert isinstance(there, Passage)
    assert [line[0].text for line in here.lines] == ["[1] Returns", "Nine days."]
    assert there.lines[-1][0].text == "https://ops.example.in/knowledge/shop/4/12"
