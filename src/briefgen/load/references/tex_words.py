"""A TeX text as words: letters for accents, quotation marks, plain mathematics; what is lost on the way is said."""

from __future__ import annotations

import re
import unicodedata

from briefgen.late_patterns import late_pattern
from briefgen.load.references.tex_commands import (
    ACCENTS,
    ADDRESSES,
    BLANKS,
    CASES,
    ESCAPED,
    LAST_OF_TWO,
    NOTHING,
    QUOTES,
    WITHOUT_ARGUMENT,
    WORDS,
    symbol,
)
from briefgen.load.references.tex_cursor import TexCursor
from briefgen.load.references.tex_mathematics import Mathematics, is_amount

OPEN_NAME, CLOSE_NAME = "\ue01a", "\ue01b"
"""Around what braces protect; the loader has refused both characters in the file."""
_LIGATURES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("?`", "¿"), ("!`", "¡"), ("`", "‘"), ("~", " "))
_APOSTROPHE = late_pattern(r"(?<!\w)'|'(?!\w)")
_DOTLESS = {"ı": "i", "ȷ": "j"}
_STANDING = {"\u0300": "`", "\u0301": "´", "\u0302": "^", "\u0303": "~", "\u0308": "¨", "\u0327": "¸"}
"""Accent → how it stands without a letter; the others are nothing by themselves."""
_FORMULAS = {"(": "\\)", "[": "\\]"}


class TexWords:
    """Reads texts of one record, and remembers what could not be kept of them."""

    def __init__(self) -> None:
        self.lost: dict[str, None] = {}
        """Commands and formulas that have no words, as they stand; in their order."""
        self._in_name = False
        """Whether the words stand inside of braces that protect them."""

    def plain(self, text: str) -> str:
        r"""A text without TeX: `{\"U}ber Trade \& Tariffs` is Über Trade & Tariffs.

        Raises:
            DeepValueError: for braces nested too deeply.
        """
        plain = self.marked(text).replace(OPEN_NAME, "").replace(CLOSE_NAME, "")
        return " ".join(unicodedata.normalize("NFC", plain).split())

    def marked(self, text: str) -> str:
        """The same, with marks around what braces of the first level protect."""
        self._in_name = False
        words = _APOSTROPHE.sub("’", self._words(text, 0))
        return " ".join(unicodedata.normalize("NFC", words).split())

    def _words(self, text: str, depth: int) -> str:
        cursor, out = TexCursor(text, depth), []
        while cursor.ahead:
            out.append(self._piece(cursor))
        return "".join(out)

    def _piece(self, cursor: TexCursor) -> str:
        """The next piece of a text as words."""
        for typed, meant in _LIGATURES:
            if cursor.text.startswith(typed, cursor.at):
                cursor.take(len(typed))
                return meant
        character = cursor.take()
        match character:
            case "\\":
                return self._command(cursor)
            case "{":
                cursor.at -= 1
                return self._group(cursor)
            case "}":
                return ""
            case "$":
                return self._formula(cursor)
            case _:
                return character

    def _group(self, cursor: TexCursor) -> str:
        inner = cursor.group() or ""
        # A group that begins with a command is TeX's own way to write a letter or a type, and protects nothing.
        is_name = not self._in_name and inner[:1] not in {"", "\\"}
        if not is_name:
            return self._words(inner, cursor.depth + 1)
        self._in_name = True
        words = self._words(inner, cursor.depth + 1)
        self._in_name = False
        return f"{OPEN_NAME}{words}{CLOSE_NAME}"

    def _inside(self, cursor: TexCursor) -> str:
        """The words of the argument that follows."""
        return self._words(cursor.argument(), cursor.depth + 1)

    # ------------------------------------------------------------ mathematics

    def _formula(self, cursor: TexCursor) -> str:
        mark = "$$" if cursor.ahead == "$" else "$"
        before = cursor.at
        cursor.take(len(mark) - 1)
        inner = cursor.until(mark)
        if inner is None or (mark == "$" and is_amount(inner)):
            cursor.at = before
            return "$"
        return self._mathematics(inner, cursor.depth, f"{mark}{inner}{mark}")

    def _mathematics(self, inner: str, depth: int, written: str) -> str:
        formula = Mathematics()
        words = formula.words(inner, depth + 1)
        if not formula.whole:
            self.lost[written] = None
        return words

    # ------------------------------------------------------------ commands

    def _command(self, cursor: TexCursor) -> str:
        start = cursor.at - 1
        name = cursor.command()
        if name in ESCAPED:
            return name
        if name in ACCENTS:
            return self._accented(name, cursor)
        if name in _FORMULAS:
            inner = cursor.until(_FORMULAS[name])
            return "" if inner is None else self._mathematics(inner, cursor.depth, cursor.text[start : cursor.at])
        if name in BLANKS:
            return " "
        if name in NOTHING:
            cursor.skip_blanks() if name.isalpha() else None
            return ""
        return self._with_words(name, cursor, start)

    def _with_words(self, name: str, cursor: TexCursor, start: int) -> str:
        """A command that has arguments, or that is a sign."""
        if name in WITHOUT_ARGUMENT:
            cursor.argument()
            return ""
        if name in WORDS:
            return self._inside(cursor)
        if name in LAST_OF_TWO:
            return self._last_of_two(name, cursor)
        if name in QUOTES:
            before, after = QUOTES[name]
            return f"{before}{self._inside(cursor)}{after}"
        if name in CASES:
            return CASES[name](self._inside(cursor))
        if name in ADDRESSES:
            return re.sub(r"\\([_%&#$~{}])", r"\1", cursor.argument())
        if name in {"textsuperscript", "textsubscript", "sup", "sub"}:
            mark = "_" if name in {"textsubscript", "sub"} else "^"
            return Mathematics().words(f"{mark}{{{cursor.argument()}}}", cursor.depth).lstrip("^_").strip("()")
        if name in {"sqrt", "frac"}:
            return self._root_or_fraction(name, cursor, start)
        if name in {"verb", "lstinline"}:
            return cursor.until(cursor.take() or "|") or ""
        return self._sign(name, cursor)

    def _last_of_two(self, name: str, cursor: TexCursor) -> str:
        if cursor.option() is not None and name == "hyperref":
            return self._inside(cursor)  # hyperref[label]{words}
        first = cursor.argument()
        if cursor.ahead != "{":
            return self._words(first, cursor.depth + 1)
        if name == "href":
            self.lost[f"\\href{{{first}}}"] = None
        return self._inside(cursor)

    def _root_or_fraction(self, name: str, cursor: TexCursor, start: int) -> str:
        option = cursor.option()
        arguments = "".join(f"{{{cursor.argument()}}}" for _ in range(1 if name == "sqrt" else 2))
        shown = f"\\{name}{'' if option is None else f'[{option}]'}{arguments}"
        return self._mathematics(shown, cursor.depth, cursor.text[start : cursor.at])

    def _sign(self, name: str, cursor: TexCursor) -> str:
        sign = symbol(name) if name else ""
        if sign is None:
            return self._unknown(name, cursor)
        if len(sign) == 1 and sign.isalpha():
            cursor.skip_blanks()  # TeX: blanks behind the name only end it
        return sign

    def _unknown(self, name: str, cursor: TexCursor) -> str:
        """A command that nobody knows: the words of its arguments stay, or its name where that reads like a word."""
        self.lost[f"\\{name}"] = None
        cursor.option()
        if cursor.ahead != "{":
            return name if name != name.lower() else ""
        words = []
        while cursor.ahead == "{":
            words.append(self._inside(cursor))
        return " ".join(filter(None, words))

    def _accented(self, name: str, cursor: TexCursor) -> str:
        base, mark = self._inside(cursor), ACCENTS[name]
        if not base.strip():
            self.lost |= {} if mark in _STANDING else {f"\\{name}": None}
            return _STANDING.get(mark, "")
        return unicodedata.normalize("NFC", f"{_DOTLESS.get(base[0], base[0])}{mark}{base[1:]}")
