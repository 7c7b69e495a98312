"""Plays stored conversations again, with other words or another brain, on a copy of the shop."""
