"""A place in a TeX text, and what can be read from there: commands, groups, arguments."""

from __future__ import annotations

MAX_DEPTH = 60
"""Braces in one another; entries in use stay below ten."""


class DeepValueError(ValueError):
    """Braces nested deeper than anybody writes them."""


class TexCursor:
    """Reads a text from its start to its end; nothing that is written stops it."""

    def __init__(self, text: str, depth: int = 0) -> None:
        """A cursor at the start.

        Raises:
            DeepValueError: for a text in more than MAX_DEPTH braces.
        """
        if depth > MAX_DEPTH:
            raise DeepValueError(text[:1])
        self.text, self.depth, self.at = text, depth, 0

    @property
    def ahead(self) -> str:
        """The next character; nothing at the end."""
        return self.text[self.at : self.at + 1]

    def take(self, count: int = 1) -> str:
        """The next characters, passed over."""
        taken = self.text[self.at : self.at + count]
        self.at += count
        return taken

    def skip_blanks(self) -> None:
        """Pass over blanks."""
        while self.ahead.isspace():
            self.at += 1

    def command(self) -> str:
        """The name of the command whose backslash has been taken: letters, or one other character."""
        start = self.at
        while self.ahead.isascii() and self.ahead.isalpha():
            self.at += 1
        if self.at == start:
            return self.take()
        name = self.text[start : self.at]
        if self.ahead == "*":
            self.at += 1
        return name

    def group(self, opening: str = "{", closing: str = "}") -> str | None:
        """What stands in the braces that follow, or None; braces that nobody closes reach to the end."""
        before = self.at
        self.skip_blanks()
        if self.ahead != opening:
            self.at = before
            return None
        start, depth = self.at + 1, 0
        while self.ahead:
            character = self.take()
            if character == "\\":
                self.take()
            elif character == opening:
                depth += 1
            elif character == closing:
                depth -= 1
                if depth == 0:
                    return self.text[start : self.at - 1]
        return self.text[start:]

    def option(self) -> str | None:
        """What stands in square brackets that follow, or None."""
        return self.group("[", "]")

    def argument(self) -> str:
        """The argument that follows: a group, a command or a character; nothing at the end."""
        inner = self.group()
        if inner is not None:
            return inner
        self.skip_blanks()
        if self.ahead != "\\":
            return self.take()
        start = self.at
        self.take()
        self.command()
        return self.text[start : self.at]

    def until(self, mark: str) -> str | None:
        """What stands before a mark, which is passed over; None, and nothing passed over, where there is none."""
        end = self.at
        while (end := self.text.find(mark, end)) > 0 and self.text[end - 1] == "\\" and mark[0] != "\\":
            end += 1
        if end < 0:
            return None
        taken = self.text[self.at : end]
        self.at = end + len(mark)
        return taken
