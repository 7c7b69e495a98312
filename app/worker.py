"""What happens in the background: couriers are told, what a dead worker left is taken up."""

import asyncio
from contextlib import suppress

import structlog

from agent.assistant import Assistant
from agent.scope import House
from commerce import ndr, orders, records

log = structlog.get_logger()

TELL_EVERY = 1.0
"""Seconds between looks into the outbox."""
SETTLE_EVERY = 5.0
"""Seconds between looks at what the payment provider answered."""
SWEEP_EVERY = 30.0
"""Seconds between looks for what was left behind."""
SEAL_EVERY = 60.0
"""Seconds between looks for lines of the audit log to seal."""


async def work(rooms: House, assistant: Assistant) -> None:
    """Work until cancelled. Any number of processes may do so at once."""
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(_every(TELL_EVERY, _tell, rooms))
        tasks.create_task(_every(SETTLE_EVERY, _settle, rooms))
        tasks.create_task(_every(SWEEP_EVERY, _sweep, assistant))
        tasks.create_task(_every(SEAL_EVERY, _seal, rooms))


async def stop(background: asyncio.Task[None]) -> None:
    """End `work` and wait until it has let go."""
    background.cancel()
    with suppress(asyncio.CancelledError):
        await background


async def _every(seconds: float, step: object, *what: object) -> None:
    """Do a step again and again; one that fails is logged and tried next time."""
    assert callable(step)
    while True:
        try:
            await step(*what)
        except Exception as error:
            log.error("background step failed", step=getattr(step, "__name__", ""), exc_info=error)
        await asyncio.sleep(seconds)


async def _tell(rooms: House) -> None:
    await asyncio.to_thread(ndr.tell_couriers, rooms.sessions, rooms.ports, rooms.clock())


async def _settle(rooms: House) -> None:
    await asyncio.to_thread(orders.settle_payments, rooms.sessions, rooms.ports, rooms.clock())


async def _seal(rooms: House) -> None:
    await asyncio.to_thread(records.seal_all, rooms.sessions, rooms.clock())


async def _sweep(assistant: Assistant) -> None:
    await assistant.sweep()
