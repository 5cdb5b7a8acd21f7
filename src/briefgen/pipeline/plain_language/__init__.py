"""Plain language: how hard the running text of a brief is to read, held against what its audience asks for."""

from briefgen.pipeline.plain_language.plain_words import told_of_language

__all__ = ["told_of_language"]
