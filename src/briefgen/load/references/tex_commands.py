"""The commands of TeX that a bibliography uses, by what becomes of their words. What stands in no list is told."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "h": "\u0309", "r": "\u030a", "H": "\u030b", "v": "\u030c", "U": "\u030e", "G": "\u030f",
    "d": "\u0323", "c": "\u0327", "k": "\u0328", "b": "\u0331", "t": "\u0361",
}  # fmt: skip
"""Command → the mark that it sets on the letter that follows."""
ESCAPED = frozenset("&%$#_{}<>|")
"""Characters that a backslash keeps from being read as TeX."""
BLANKS = frozenset(" ,;:\\>\n\t") | _names(
    "newline space quad qquad par linebreak thinspace enspace enskip nobreakspace"
)
"""Commands that part words."""
NOTHING = frozenset("/-@!+*()[]") | _names(
    "relax protect noindent bgroup egroup em it bf rm sc tt sl sf up itshape bfseries rmfamily scshape ttfamily "
    "slshape sffamily upshape mdseries normalfont tiny scriptsize footnotesize small normalsize large Large LARGE huge "
    "Huge "
    "allowbreak nobreak break hfill isdot nopunct unspace nocorr limits left right displaystyle textstyle boldmath "
    "unboldmath sloppy null nolinebreak ignorespaces emergencystretch"
)
"""Commands that say how words look, and of which nothing is lost."""
WITHOUT_ARGUMENT = _names(
    "begin end hspace vspace color noopsort label selectlanguage language SortNoop phantom hphantom vphantom NOOP "
    "fontfamily fontseries fontshape"
)
"""Commands that take their argument away with them: it says how something looks, or where it is sorted."""
WORDS = _names(
    "acro "
    "textit emph textbf textsc textrm textsf texttt textup textmd textsl textnormal textlf underline mbox hbox text "
    "fbox uline mkbibemph mkbibbold mkbibitalic mkbibacro mkbibparens mkbibbrackets textcyr textgreek textlatin "
    "textrussian textgerman textfrench textenglish autocap nocase "
    "mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak mathscr mathnormal operatorname boldsymbol bm pmb "
    "ensuremath bibinfo makefirstuc capitalisewords"
)
"""Commands whose one argument is their words."""
LAST_OF_TWO = _names("textcolor href foreignlanguage texorpdfstring colorbox hyperref textlang scalebox")
"""Commands whose words are the second of two arguments."""
QUOTES = {"enquote": ("“", "”"), "mkbibquote": ("“", "”"), "textquote": ("“", "”")}
"""Commands that set their words in quotation marks."""
ADDRESSES = _names("url path nolinkurl")
"""Commands whose argument is no TeX but an address."""
CASES: dict[str, Callable[[str], str]] = {
    "MakeUppercase": str.upper, "uppercase": str.upper, "MakeLowercase": str.lower, "lowercase": str.lower,
    "MakeTextUppercase": str.upper, "MakeTextLowercase": str.lower,
}  # fmt: skip
"""Commands that set their words in capitals or small letters."""
FUNCTIONS = _names(
    "sin cos tan cot sec csc sinh cosh tanh log ln exp min max sup inf lim det dim ker deg gcd arg Pr mod bmod pmod "
    "arcsin arccos arctan liminf limsup hom"
)
"""Names of functions in mathematics."""
_SYMBOLS = {
    "LaTeX": "LaTeX", "dash": "–", "Dash": " — ", "TeX": "TeX", "LaTeXe": "LaTeX2e", "BibTeX": "BibTeX",
    "XeTeX": "XeTeX", "LuaTeX": "LuaTeX",
    "textgreater": ">", "textless": "<", "textbar": "|", "textbackslash": "\\", "backslash": "\\", "textdollar": "$",
    "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_", "textbraceleft": "{", "textbraceright": "}",
    "lbrace": "{", "rbrace": "}", "textquotesingle": "'", "textquotedbl": '"', "textasciigrave": "`", "textasciiacute":
    "´", "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»", "guilsinglleft":
    "‹", "guilsinglright": "›", "quotedblbase": "„", "quotesinglbase": "‚", "glqq": "„", "grqq": "“", "glq": "‚",
    "grq": "‘", "flqq": "«", "frqq": "»", "lq": "‘", "rq": "’", "S": "§", "P": "¶", "copyright": "©", "pounds": "£",
    "slash": "/", "euro": "€", "EUR": "€", "textnumero": "№", "No": "№", "textsterling": "£", "ng": "ŋ", "NG": "Ŋ",
    "dj": "đ", "DJ": "Đ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "SS": "ẞ", "textmu": "µ", "textdegree": "°",
    "degree": "°", "textcelsius": "°C", "adddot": ".", "addcomma": ",", "addcolon": ":", "addsemicolon": ";",
    "addspace": " ", "addnbspace": " ", "bibrangedash": "–", "hyphen": "-", "textperiodcentered": "·",
    "textordmasculine": "º", "textordfeminine": "ª", "ordinal": "º", "textonehalf": "½",
    "textonequarter": "¼", "textthreequarters": "¾",
    "textquestiondown": "¿", "textexclamdown": "¡", "textinterrobang": "‽", "textasteriskcentered": "*", "ast": "*",
    "textprime": "′", "prime": "′", "textellipsis": "…", "dots": "…", "ldots": "…", "cdots": "⋯", "colon":
    ":", "lbrack": "[", "rbrack": "]", "lt": "<", "gt": ">", "hbar": "ħ", "ell": "ℓ", "circ": "°", "textcopyleft": "🄯",
    "sim": "~", "vert": "|", "mid": "|", "textendash": "–", "textemdash": "—", "textsection": "§", "textpilcrow": "¶",
    "textschwa": "ə", "textturnh": "ɥ", "textquoteright": "’", "textquoteleft": "‘", "permil": "‰", "textperthousand":
    "‰", "texttrademark": "™", "textmacron": "¯",
}  # fmt: skip


@cache
def symbol(name: str) -> str | None:
    """The letter or sign that a command without arguments prints, or None where it prints none that is known."""
    if name in _SYMBOLS:
        return _SYMBOLS[name]
    from pylatexenc.latex2text import get_default_latex_context_db

    found = get_default_latex_context_db().get_macro_spec(name)
    said = getattr(found, "simplify_repl", None)
    return said if isinstance(said, str) and said and "%" not in said and len(said) <= _LONGEST_SIGN else None


_LONGEST_SIGN = 3
"""Characters; what is longer describes a thing, such as a picture, and is no sign for it."""
