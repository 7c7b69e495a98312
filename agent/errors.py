"""What can go wrong in the conversation itself.

* AgentError
  - BrainFailed         the LLM's provider did not give an answer (down, slow, refused, cut off)
"""


class AgentError(Exception):
    """Base of the agent's errors."""


class BrainFailed(AgentError):
    """The provider did not give an answer; the message says why, without secrets."""
