"""Scripted users: they know what they want, answer what they are asked, and err in known ways."""

from dataclasses import dataclass, field

from agent.messages import Reply
from evals.cases import ScriptedUser, Turn
from tools.cards import Button, ChoiceCard

_AROUND = {
    "terse": "{}",
    "rambling": "haan to baat ye hai ki {} hai, customer do baar phone kar chuka hai, zara jaldi",
    "changes_mind": "{}",
    "wrong_facts": "{}",
}
"""How each manner says what it is asked for."""
_SORRY = "sorry galat bola, {}"


@dataclass(slots=True)
class Player:
    """One scripted user in one conversation."""

    user: ScriptedUser
    _untold: dict[str, str] = field(init=False)
    _mistaken: dict[str, str] = field(default_factory=dict)
    _turned: bool = False

    def __post_init__(self) -> None:
        self._untold = dict(self.user.knows)

    def next(self, reply: Reply | None, asked_for: str) -> Turn | None:
        """Return what they do after a reply; `None` once they are done or have no more to say.

        Args:
            reply: The last reply; `None` to open the conversation.
            asked_for: The argument the reply asks for, where the brain says which.
        """
        if reply is None:
            return Turn(say=self.user.opens)
        if reply.receipts:
            return None
        if reply.approval is not None:
            return self._decide()
        if self._mistaken:
            argument, right = self._mistaken.popitem()
            self._untold.pop(argument, None)
            return Turn(say=_SORRY.format(right))
        if (pressed := self._pressed(reply, asked_for)) is not None:
            return Turn(choose=pressed)
        return self._tell(asked_for)

    def _decide(self) -> Turn:
        if self.user.instead and not self._turned:
            self._turned = True
            return Turn(say=self.user.instead)
        return Turn(approve=True)

    def _pressed(self, reply: Reply, asked_for: str) -> int | None:
        """Return the place of the offered answer that is what they want, if one is.

        Who knows what is asked for presses only what names it: another day is not their day.
        """
        for place, button in enumerate(choices(reply)):
            shown = button.model_dump_json().casefold()
            named = [a for a, value in self.user.knows.items() if value.casefold() in shown]
            meant = button.tap is not None and button.tap.tool == self.user.wants
            if (named or meant) and (asked_for in named or asked_for not in self._untold):
                for argument in named:
                    self._untold.pop(argument, None)
                return place
        return None

    def _tell(self, asked_for: str) -> Turn | None:
        argument = asked_for if asked_for in self._untold else next(iter(self._untold), None)
        if argument is None:
            return None
        right = self._untold.pop(argument)
        said = self.user.wrong.get(argument, right)
        if said != right:
            self._mistaken[argument] = right
        return Turn(say=_AROUND[self.user.manner].format(said))


def choices(reply: Reply) -> tuple[Button, ...]:
    """Return the answers a reply offers to a question."""
    return tuple(
        button for card in reply.cards if isinstance(card, ChoiceCard) for button in card.buttons
    )
