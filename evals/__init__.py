"""Scripted conversations and figures that grade the whole product."""
