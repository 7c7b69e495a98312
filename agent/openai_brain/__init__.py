"""The brain that is an LLM behind any OpenAI-compatible server."""

from agent.openai_brain.brain import Limits, OpenAIBrain
from agent.openai_brain.breaker import Breaker
from agent.openai_brain.thoughts import MALFORMED

__all__ = ["MALFORMED", "Breaker", "Limits", "OpenAIBrain"]
