"""The embedded brain: chooses tools and fills their arguments from words, without a key.

It learns from the tools themselves: their example sentences train the choice (`choose`), and the
type of each argument tells how to find it in a sentence (`recognise`). Nothing is written for one
sentence. The same words in the same conversation always give the same thought.
"""

from agent.planner.planner import Planner

__all__ = ["Planner"]
