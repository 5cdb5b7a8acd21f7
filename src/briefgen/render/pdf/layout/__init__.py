"""Blocks as boxes, and boxes onto pages: the measuring half of the writer."""
