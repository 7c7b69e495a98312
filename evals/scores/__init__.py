"""Scores held against what the demo shop was really drawn from."""
