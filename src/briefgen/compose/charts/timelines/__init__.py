"""Timelines: their events, words and forms, and the one that is placed."""
