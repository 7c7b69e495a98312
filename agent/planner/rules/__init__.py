"""From a sentence to a workflow, without an LLM: "when …, if …, do …, wait …".

A sentence is tagged by the words of `prompts/lexicon/rule_words.toml` and by the recognisers that
every other tool uses; what is tagged becomes the trigger, the conditions and the steps of a typed
definition. Whatever the sentence leaves open is asked for, one thing at a time, and whatever no
recogniser knows is asked about: no condition is guessed, and none is lost.
"""

from agent.planner.rules.automating import Automating

__all__ = ["Automating"]
