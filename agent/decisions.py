"""Deciding what waits for a yes, and taking back what was done."""

import asyncio
import re
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from agent import compose, telling
from agent.consent import Consent, calls_off, consent, objects, takes_back
from agent.llm import PastTurn
from agent.messages import Attachment, Reply
from agent.scope import House, TurnScope, scope_of
from agent.turn import Ended, Turns, tell
from commerce import approvals, conversations, people, words
from commerce.approvals import Approval, ApprovalStatus
from commerce.changes import Change
from commerce.db import begin_write
from commerce.errors import NotFound, Refused

_NAMED = re.compile(r"\bAP-[0-9A-F]{16}\b", re.IGNORECASE)
"""An approval's id, as its card and list say it."""

JUST_NOW = timedelta(minutes=5)
"""For so long a bare "undo" means what was done last; after it the person is asked."""

Told = tuple[Reply, PastTurn]
"""A reply, and what later turns remember of it."""


class Decisions:
    """Approvals and undo. Whoever decides acts: with their rights, checked again when it runs."""

    def __init__(self, house: House, turns: Turns) -> None:
        self._house = house
        self._turns = turns

    async def meant(self, scope: TurnScope) -> Told | None:
        """Take what is said as a decision on what was asked or done before, where it is one.

        A message that was edited is heard as it reads now: what it had asked for and still waits is
        declined. What was done by then stays as it is, and the person is told so.
        """
        if not scope.edits:
            return await self.consented(scope)
        if await asyncio.to_thread(self._was_done, scope):
            told = words.say(scope.language, "edited-after-done")
            return remembering(scope, compose.plain_reply(scope, told))
        for approval in await asyncio.to_thread(self._waiting_of, scope, scope.edits):
            await self.decide(scope, approval.id, yes=False)
        return None

    def _was_done(self, scope: TurnScope) -> bool:
        with self._house.sessions() as session:
            return conversations.did_anything(session, scope.actor.shop_id, scope.edits)

    def _waiting_of(self, scope: TurnScope, turn: str) -> list[Approval]:
        with self._house.sessions() as session:
            now = self._house.clock()
            waiting = approvals.pending(session, scope.actor.shop_id, scope.conversation, now)
        return [approval for approval in waiting if approval.turn_id == turn]

    async def consented(self, scope: TurnScope) -> Told | None:
        """Take a bare yes or no as the answer to what was asked last; `None` where it is neither.

        A yes counts only for the turn just before it. Where that asked nothing, or several things,
        the person is shown what waits and chooses: an old request must not run by a stray word.
        With its id, "approve AP-…", any request is decided, wherever it was made.
        """
        if (named := _NAMED.search(scope.text)) is not None:
            meant = consent(f"{scope.text[: named.start()]} {scope.text[named.end() :]}", "request")
            if meant is not None:
                return await self.decide(scope, named[0].upper(), yes=meant is Consent.YES)
        if takes_back(scope.text):
            return await asyncio.to_thread(self._take_back, scope)
        last = scope.past[-1] if scope.past else None
        if last is None or last.question is not None or not _something_waits(scope):
            return None
        with self._house.sessions() as session:
            now = self._house.clock()
            waiting = approvals.pending(session, scope.actor.shop_id, scope.conversation, now)
            just_asked = [approval for approval in waiting if approval.turn_id == last.turn]
            tool = just_asked[0].tool if len(just_asked) == 1 else ""
            meant = consent(scope.text, tool) if waiting else None
            if meant is None and waiting and calls_off(scope.text):
                if "cancel" in tool.split("_"):
                    return self._go_or_leave(scope, just_asked[0])
                meant = Consent.NO
            yes = meant is Consent.YES
            if meant is not None and len(just_asked) != 1:
                card = compose.which_approval(scope.context(session), waiting, yes=yes)
                asked = compose.plain_reply(scope, card.question)
                return remembering(scope, asked.model_copy(update={"cards": (card,)}))
        if meant is not None:
            return await self.decide(scope, just_asked[0].id, yes=yes)
        if objects(scope.text):
            # "No, the day after": what was asked is not wanted, and the brain hears the rest.
            for approval in just_asked:
                await self.decide(scope, approval.id, yes=False)
        return None

    def _take_back(self, scope: TurnScope) -> Told:
        """Undo the one thing that was done here last; ask which, where it may be several."""
        with self._house.sessions() as session:
            now = self._house.clock()
            waiting = approvals.pending(session, scope.actor.shop_id, scope.conversation, now)
            done = approvals.undoable(session, scope.actor.shop_id, scope.conversation, now)
            if scope.is_answer:
                turn = scope.past[-1].turn if scope.past else ""
                shown = conversations.receipts_shown(
                    session, scope.actor.shop_id, scope.conversation, turn
                )
                waiting = [one for one in waiting if one.turn_id == turn]
                done = [one for one in done if one.turn_id == turn or one.id in shown]
            together = [one for one in done if one.turn_id == done[0].turn_id]
            is_old = bool(done) and now - done[0].at > JUST_NOW and not scope.is_answer
            if waiting or len(together) != 1 or is_old:
                card = compose.what_to_undo(scope.context(session), waiting, done)
                asked = compose.plain_reply(scope, card.question)
                cards = (card,) if card.buttons else ()
                return remembering(scope, asked.model_copy(update={"cards": cards}))
        return self.undo(scope, done[0].id)

    def _go_or_leave(self, scope: TurnScope, approval: Approval) -> Told:
        """Ask whether a bare "cancel" goes ahead with a cancellation that waits, or leaves it."""
        with self._house.sessions() as session:
            card = compose.go_or_leave(scope.context(session), approval)
        asked = compose.plain_reply(scope, card.question)
        return remembering(scope, asked.model_copy(update={"cards": (card,)}))

    async def decide(self, scope: TurnScope, approval_id: str, *, yes: bool) -> Told:
        """Decide an approval as the actor of `scope`, and carry its run on.

        Raises:
            commerce.errors.NotFound, NotAllowed, Refused: As `approvals.check_decision`.
        """
        approval = await asyncio.to_thread(self._store_decision, scope, approval_id, yes)
        reply, memory = await self._carry_on(approval, yes=yes)
        if approval.conversation_id != scope.conversation:
            await asyncio.to_thread(self._tell_asker, approval, reply, yes)
        here = {"conversation": scope.conversation, "turn": scope.turn}
        outcomes = tuple(o for o in memory.outcomes if o.call.id == approval.call_id)
        told = PastTurn(turn=scope.turn, text=scope.text, reply=reply.text, outcomes=outcomes)
        return reply.model_copy(update=here), told

    def _store_decision(self, scope: TurnScope, approval_id: str, yes: bool) -> Approval:
        with self._house.sessions() as session:
            approval = approvals.find(session, scope.actor.shop_id, approval_id)
            if approval is None:
                raise NotFound("error-approval-not-found")
            now = self._house.clock()
            tool = self._house.catalogue[approval.tool]
            approvals.check_decision(approval, scope.actor, tool.needs, now)
            ctx = scope.context(session)
            # A no needs no limit: it changes nothing.
            absent = approvals.check_authority(ctx, approval).in_place_of if yes else None
            decided = replace(
                approval,
                status=ApprovalStatus.APPROVED if yes else ApprovalStatus.DECLINED,
                decided_by=scope.actor.person_id,
                decided_for=absent,
                decided_at=now,
            )
            moved = approvals.move(
                session,
                approval,
                was=ApprovalStatus.PENDING,
                becomes=decided.status,
                decided_by=decided.decided_by,
                decided_for=absent,
                decided_at=now,
            )
            if not moved:
                raise Refused("error-approval-approved")
            approvals.note(ctx, decided)
            telling.tell_standing(session, decided, now)
            session.commit()
            return decided

    async def _carry_on(self, approval: Approval, *, yes: bool) -> Told:
        scope = await asyncio.to_thread(self._scope_of, approval)
        ended = await self._turns.carry_on(scope, approval, yes=yes)
        return await asyncio.to_thread(self._close, scope, approval, ended)

    def _scope_of(self, approval: Approval) -> TurnScope:
        """Return the scope of the run that asked, to carry it on."""
        with self._house.sessions() as session:
            row = conversations.conversation_of(session, approval.conversation_id)
            turn = conversations.turn_of(session, approval.shop_id, approval.turn_id)
            if row is None or turn is None:
                raise NotFound("error-approval-not-found")
            actor = people.actor_by_id(session, row.shop_id, row.person_id)
            memory = turn.memory or {}
            text = memory.get("text", "")
            scope = scope_of(
                self._house,
                session,
                row,
                turn=turn.id,
                language=turn.language,
                actor=actor,
                text=text,
                attachments=tuple(map(Attachment.model_validate, memory.get("attachments", ()))),
            )
            calls = compose.calls_of(session, scope)
        told = frozenset(c.call_id for c in calls if c.status != "awaiting_approval")
        return replace(scope, again=True, told=told - {approval.call_id})

    def _close(self, scope: TurnScope, approval: Approval, ended: Ended) -> Told:
        """Tell of the decided call, and end the run's turn once nothing of it waits any more."""
        with self._house.sessions() as session:
            told = tell(session, scope, ended, only=approval.call_id)
            still = approvals.pending(
                session, approval.shop_id, approval.conversation_id, self._house.clock()
            )
            waits = any(other.turn_id == approval.turn_id for other in still)
            conversations.finish_turn(
                session,
                approval.shop_id,
                approval.turn_id,
                status="waiting" if waits else "done",
                memory=told[1].model_dump(mode="json"),
            )
            session.commit()
            return told

    def _tell_asker(self, approval: Approval, reply: Reply, yes: bool) -> None:
        """Let the conversation that asked know what was decided elsewhere, and by whom."""
        key = "approval-done-by" if yes else "approval-declined-by"
        with self._house.sessions() as session:
            name = telling.decided_by(session, approval, reply.language)
            text = f"{words.say(reply.language, key, name=name)} {reply.text}"
            told = reply.model_copy(update={"text": text, "conversation": approval.conversation_id})
            conversations.add_outbound(
                session,
                shop_id=approval.shop_id,
                conversation=approval.conversation_id,
                turn=f"{approval.turn_id}:{approval.call_id}",
                text=text,
                body=told.model_dump(mode="json"),
                at=self._house.clock(),
            )
            session.commit()

    async def finish_approved(self, approval: Approval) -> None:
        """Run what was approved before a worker died, and say so where it was asked."""
        reply, _ = await self._carry_on(approval, yes=True)
        await asyncio.to_thread(self._tell_asker, approval, reply, True)

    async def expire(self) -> None:
        """End what nobody decided in time, say so where it was asked, and forget its runs."""
        now = self._house.clock()
        with self._house.sessions() as session:
            ended = []
            for approval in approvals.overdue(session, now):
                late = replace(approval, status=ApprovalStatus.EXPIRED)
                if approvals.move(
                    session, approval, was=ApprovalStatus.PENDING, becomes=late.status
                ):
                    approvals.note_ended(session, late, now)
                    telling.tell_expired(session, late, now)
                    ended.append(late)
            for approval in approvals.left_open(session):
                if approval.status is ApprovalStatus.WITHDRAWN:
                    approvals.note_ended(session, approval, now)
                ended.append(approval)
            for approval in ended:
                telling.tell_standing(session, approval, now)
            done = [approval for approval in ended if not _others_wait(session, approval, now)]
            for approval in done:
                conversations.finish_turn(
                    session, approval.shop_id, approval.turn_id, status="done"
                )
            session.commit()
        for approval in done:
            await self._turns.forget(approval.turn_id)

    def undo(self, scope: TurnScope, receipt_id: str) -> Told:
        """Take back what a receipt proves, while nothing moved since.

        Raises:
            commerce.errors.NotFound: No such receipt, or the actor may not use its tool.
            commerce.errors.Refused: Too late, already undone, or never undoable.
        """
        with self._house.sessions() as session:
            begin_write(session, scope.actor.shop_id)
            ctx = scope.context(session)
            receipt = approvals.receipt(session, scope.actor.shop_id, receipt_id)
            tool = scope.tools.get(receipt.tool) if receipt else None
            if receipt is None or tool is None:
                raise NotFound("error-receipt-not-found")
            if receipt.undone_at is not None:
                raise Refused("error-undone-before")
            if tool.undo is None or receipt.undo_until is None:
                raise Refused("error-cannot-undo")
            if ctx.now > receipt.undo_until:
                raise Refused("error-undo-late")
            back = tool.undo(
                ctx,
                Change(
                    subject_kind=receipt.subject_kind,
                    subject=receipt.subject,
                    before=receipt.before,
                    after=receipt.after,
                ),
            )
            if not approvals.mark_undone(session, scope.actor.shop_id, receipt, ctx.now):
                raise Refused("error-undone-before")
            text = "\n".join((ctx.say("receipt-undone", subject=back.subject), *back.warnings))
            undone = replace(receipt, undone_at=ctx.now)
            card = compose.receipt_card(ctx, undone, None, text)
            session.commit()
        reply = compose.plain_reply(scope, text).model_copy(
            update={"cards": (card,), "receipts": (compose.receipt_record(undone),)}
        )
        return remembering(scope, reply)


def remembering(scope: TurnScope, reply: Reply) -> Told:
    """Return a reply with what is remembered of it: only its words."""
    return reply, PastTurn(
        turn=scope.turn, text=scope.text, reply=reply.text, attachments=scope.attachments
    )


def _others_wait(session: Session, ended: Approval, now: datetime) -> bool:
    """Tell whether something else of the same turn still waits."""
    waiting = approvals.pending(session, ended.shop_id, ended.conversation_id, now)
    return any(other.turn_id == ended.turn_id for other in waiting)


def _something_waits(scope: TurnScope) -> bool:
    return any(o.status == "awaiting_approval" for past in scope.past for o in past.outcomes)
