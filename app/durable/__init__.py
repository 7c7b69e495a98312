"""Workflows at work: what happened is heard, runs are carried on, waits end when they should.

The business keeps each run whole in its own tables (`commerce.workflows`); what is here only
brings a run back at the right moment. `DbosTimers` does so on the durable engine, `PlainTimers` by
looking.
"""

from app.durable.timers import PlainTimers, Timers
from app.durable.work import WorkflowWork

__all__ = ["PlainTimers", "Timers", "WorkflowWork"]
