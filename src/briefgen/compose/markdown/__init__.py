"""Markdown with tokens to blocks and inlines; data are never in it."""
