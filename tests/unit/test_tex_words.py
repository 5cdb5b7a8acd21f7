"""TeX in a library of references: its letters, quotation marks, commands and plain mathematics."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.load.references.tex_cursor import DeepValueError
from briefgen.load.references.tex_words import TexWords


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (r"Pattern [01]\{20\} in \LaTeX", "Pattern [01]{20} in LaTeX"),
        (r"\TeX{} and \LaTeX{}", "TeX and LaTeX"),
        ("``quoted'' and `single'", "“quoted” and ‘single’"),
        ("the students' o'Brien", "the students’ o'Brien"),
        ("1990--1995 --- a study", "1990–1995 — a study"),
        (r"{\"U}ber \'Etat \v{S}koda \c{C}a {\ss} \aa \O re", "Über État Škoda Ça ß åØre"),
        (r"\L\'od\'z, na{\"\i}ve, \k{a}, \H{o}, \d{h}, \u{g}", "Łódź, naïve, ą, ő, ḥ, ğ"),
        (r"J.~R. 5\,000 a\ b", "J. R. 5 000 a b"),
        (r"50\% \& \#1 \$5 a\_b", "50% & #1 $5 a_b"),
        (r"a \textgreater{} b \textless{} c", "a > b < c"),
        (r"\foreignlanguage{german}{Außenhandel} heute", "Außenhandel heute"),
        (r"\textit{In vivo} \emph{so} \textbf{it} \textsc{is}", "In vivo so it is"),
        (r"\enquote{Trade} \mkbibquote{Law}", "“Trade” “Law”"),
        (r"\MakeUppercase{oecd} \lowercase{ABC}", "OECD abc"),
        (r"the 21\textsuperscript{st} century, m\textsuperscript{2}", "the 21st century, m²"),
        (r"\textcolor{red}{warm} \url{https://x.org/a_b~c}", "warm https://x.org/a_b~c"),
        (r"\verb|x_y| \texorpdfstring{$x$}{ex}", "x_y ex"),
        (r"?`Qu\'e? !`Vale!", "¿Qué? ¡Vale!"),
        (r"{\em Trade} {\bf law}", "Trade law"),
        (r"a\~{} b\^{}", "a~ b^"),
        ("CO$_2$ at 10$^{-6}$ and $x^2$", "CO₂ at 10⁻⁶ and x²"),
        (r"$E=mc^2$, $n\times m$, $\alpha\beta$, $\frac{1}{2}$, 5$^\circ$", "E=mc², n×m, αβ, 1/2, 5°"),
        ("US$5 million and US$6 million", "US$5 million and US$6 million"),
        ("costs $5", "costs $5"),
        ("", ""),
    ],
)
def test_what_has_a_plain_form_is_read(typed: str, read: str) -> None:
    words = TexWords()

    assert words.plain(typed) == read
    assert list(words.lost) == []


@pytest.mark.parametrize(
    ("typed", "read", "lost"),
    [
        ("$x^2_i$", "x²_i", "$x^2_i$"),
        (r"$\sqrt[3]{x}$", "√x", r"$\sqrt[3]{x}$"),
        (r"\href{https://x.org}{text}", "text", r"\href{https://x.org}"),
        (r"\foo{bar}{baz} x", "bar baz x", r"\foo"),
        (r"\includegraphics[width=1cm]{a.png}", "a.png", r"\includegraphics"),
        (r"see \cite{smith}", "see smith", r"\cite"),
        (r"\TUB 5", "TUB 5", r"\TUB"),
        (r"\unheard of", "of", r"\unheard"),
        (r"\d", "", r"\d"),
        (r"$\weird$", "weird", r"$\weird$"),
    ],
)
def test_what_has_none_keeps_its_words_and_is_told(typed: str, read: str, lost: str) -> None:
    words = TexWords()

    assert words.plain(typed) == read
    assert list(words.lost) == [lost]


def test_braces_too_deep_are_refused() -> None:
    with pytest.raises(DeepValueError):
        TexWords().plain("{" * 100 + "x" + "}" * 100)


_PIECES = st.sampled_from(
    [r"\href{", r"\sqrt", r"\sqrt[", r"\verb", r"\frac", r"\url{", r"\'", r"\"", r"\^", r"\i", r"\foo", r"\(", r"\[",
     "$", "$$", "{", "}", "[", "]", "~", "`", "'", "-", "_", "^", "x", " ", "é", "\\", r"\textsuperscript{",
     r"\char`\~"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=20))
def test_no_text_stops_the_reading(pieces: list[str]) -> None:
    words = TexWords().plain("".join(pieces))

    assert "\ue01a" not in words
    assert words == " ".join(words.split())


@given(st.text(alphabet=st.characters(exclude_characters="\\{}$~`'-!?", exclude_categories=["C", "Z", "M"])))
def test_a_text_without_tex_stays_as_it_is(text: str) -> None:
    import unicodedata

    assert TexWords().plain(text) == unicodedata.normalize("NFC", text)
