"""What each code is about, made from the register, the rules' own texts, and the advice for the rest."""

from __future__ import annotations

import sys

from briefgen.diagnostics import CODES
from briefgen.diagnostics.advice import ADVICE
from briefgen.diagnostics.consequences import CONSEQUENCES
from briefgen.records import dataclass
from briefgen.validate.rulebook import DATED_RULES, RULES, WORKSPACE_RULES

STAGES = {
    "1": "load",
    "2": "validate",
    "3": "view",
    "4": "compose",
    "5": "render",
    "6": "publish",
    "8": "what briefgen runs on",
    "9": "our own fault",
}
"""The hundreds digit of a code → the stage that finds it."""
_PARTS = ("What it checks", "Why it matters", "Example", "How to fix")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code is about."""

    code: str
    name: str
    """The short name: `TRD-SUM`."""
    line: str
    """What is wrong, in one line."""
    title: str
    """What should hold, for a rule."""
    parts: tuple[tuple[str, str], ...]
    """Heading and text: what it checks, why it matters, an example, how to fix."""

    @property
    def stage(self) -> str:
        """The stage that finds it."""
        return STAGES[self.code[2]]


def explanation(code: str) -> Explanation:
    """What a registered code is about."""
    name, line = CODES[code]
    title, *paragraphs = (_rule_texts().get(code) or _text_of(code)).split("\n\n")
    texts = (" ".join(paragraph.split()).partition(": ") for paragraph in paragraphs)
    parts = tuple((head, text) for head, _, text in texts if head in _PARTS and text)
    return Explanation(code, name, line, title.strip(), parts)


def _text_of(code: str) -> str:
    """The same parts for what no rule finds."""
    return f"\n\nWhy it matters: {CONSEQUENCES.get(code, '')}\n\nHow to fix: {ADVICE.get(code, '')}"


def _rule_texts() -> dict[str, str]:
    """Code → the text at the head of its rule's module; a rule's own first word is its code."""
    rules = (rule for book in (RULES, DATED_RULES, WORKSPACE_RULES) for rule in book)
    return {(rule.__doc__ or "-").split()[0]: sys.modules[rule.__module__].__doc__ or "" for rule in rules}
