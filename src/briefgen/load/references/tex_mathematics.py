"""Mathematics of a title in plain letters: `x^2` is x²; what has no such form is said so."""

from __future__ import annotations

from briefgen.late_patterns import late_pattern
from briefgen.load.references.tex_commands import ACCENTS, BLANKS, ESCAPED, FUNCTIONS, NOTHING, WORDS, symbol
from briefgen.load.references.tex_cursor import TexCursor

_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_FORMS = {"^": (_RAISED, frozenset(map(chr, _RAISED))), "_": (_LOWERED, frozenset(map(chr, _LOWERED)))}
_ORDINALS = frozenset({"st", "nd", "rd", "th", "e", "er", "o", "a"})
_STANDS_RAISED = frozenset("°′*†‡®™")
"""Signs that are high by themselves."""
_OVER = {"hat": "^", "bar": "=", "tilde": "~", "dot": ".", "ddot": '"', "acute": "'", "grave": "`", "check": "v"}
"""Accent of mathematics → that of words."""
_QUOTED_AMOUNT = late_pattern(r"\d[^\\^_]*\s[A-Za-z]{2,}|[^\\^_]*[A-Za-z]{2,}\s+[A-Za-z]{2,}")


def is_amount(inner: str) -> bool:
    """Whether what stands between two dollar signs is words between two amounts of money, and no mathematics."""
    return _QUOTED_AMOUNT.match(inner) is not None


class Mathematics:
    """Reads one formula."""

    def __init__(self) -> None:
        self.whole = True
        """Whether all of it has a plain form."""

    def words(self, text: str, depth: int) -> str:
        """A formula as words and signs."""
        cursor, out = TexCursor(text, depth), ""
        while cursor.ahead:
            character = cursor.take()
            match character:
                case "\\":
                    out += self._command(cursor, out)
                case "{":
                    cursor.at -= 1
                    out += self.words(cursor.group() or "", depth + 1)
                case "^" | "_":
                    out += self._moved(character, out, self.words(cursor.argument(), depth + 1))
                case "-":
                    out += "−"
                case "'":
                    out += "′"
                case "~":
                    out += " "
                case "&" | "}":
                    self.whole = False
                case _:
                    out += character
        return out

    def _moved(self, mark: str, before: str, moved: str) -> str:
        table, able = _FORMS[mark]
        if moved and set(moved) <= able:
            return moved.translate(table)
        if mark == "^" and (set(moved) <= _STANDS_RAISED or moved in _ORDINALS):
            return moved
        self.whole = self.whole and not before
        return f"{mark}{moved}" if len(moved) <= 1 else f"{mark}({moved})"

    def _command(self, cursor: TexCursor, before: str) -> str:
        name = cursor.command()
        if name in ESCAPED:
            return name
        if name in BLANKS:
            return "" if before.endswith(" ") else " "
        if name in NOTHING:
            return ""
        return self._named(name, cursor)

    def _named(self, name: str, cursor: TexCursor) -> str:
        inside = cursor.depth + 1
        if name in {"frac", "tfrac", "dfrac"}:
            above, below = (self.words(cursor.argument(), inside) for _ in "ab")
            return f"{_held(above)}/{_held(below)}"
        if name == "sqrt":
            root = cursor.option()
            self.whole = self.whole and root is None
            return f"√{_held(self.words(cursor.argument(), inside))}"
        if name in WORDS:
            return self.words(cursor.argument(), inside)
        if name in _OVER:
            return self.words(cursor.argument(), inside) + ACCENTS[_OVER[name]]
        cursor.skip_blanks()
        if name in FUNCTIONS:
            return f"{name} " if cursor.ahead.isalnum() else name
        sign = symbol(name)
        if sign is None:
            self.whole = False
            return name
        return sign


def _held(part: str) -> str:
    """A part of a fraction or root, in brackets where it is more than a name or number."""
    return part if part.isalnum() else f"({part})"
