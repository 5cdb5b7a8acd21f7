"""Where words of a brief come from that no fact stands behind: lines of templates, and entries of the wording.

A document is the same whether anybody asks for these or not: they are told beside it.
"""

from __future__ import annotations

from briefgen.pipeline.word_sources.heard_entries import Heard, hearing
from briefgen.pipeline.word_sources.typed_words import TypedWords, typed_words

__all__ = ["Heard", "TypedWords", "hearing", "typed_words"]
