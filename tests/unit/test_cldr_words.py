"""What CLDR has of a language: kept for the next command as it was read, and read anew where nothing sound is kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from babel import Locale, UnknownLocaleError
from babel.numbers import get_currency_name, get_currency_symbol

from briefgen.compose.values import kept_cldr_words as module
from briefgen.compose.values.cldr_words import CurrencyWords
from briefgen.compose.values.kept_cldr_words import cldr_words, read_words, written_words
from briefgen.compose.values.words_out_of_babel import words_out_of_babel
from briefgen.model.values.countries import ALPHA_2

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COUNTS = (0, 1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 101, 111, 112)


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the words are kept: another folder for each test, and a process that asked for none."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cldr_words.cache_clear()
    yield tmp_path / "briefgen" / "languages"
    cldr_words.cache_clear()


def refuse(*_: object) -> None:
    raise AssertionError("Babel was asked")


@pytest.mark.parametrize("language", ["en", "en-GB", "en-US", "en-IN", "ru", "ar"])
def test_what_is_kept_says_what_babel_says(language: str) -> None:
    locale, words = Locale.parse(language, sep="-"), read_words(written_words(words_out_of_babel(language)))
    codes = [str(code) for code in locale.currencies]

    assert {code: words.territories.get(code) for code in ALPHA_2.values()} == {
        code: locale.territories.get(code) for code in ALPHA_2.values()
    }
    assert {code: words.currency(code) for code in codes} == {
        code: CurrencyWords(
            get_currency_name(code, count=1, locale=locale),
            get_currency_name(code, count=2, locale=locale),
            get_currency_symbol(code, locale=locale),
        )
        for code in codes
    }
    assert [words.plural(count) for count in COUNTS] == [locale.plural_form(count) for count in COUNTS]
    assert [words.ordinal(count) for count in COUNTS] == [locale.ordinal_form(count) for count in COUNTS]
    assert list(words.months.wide) == [locale.months["format"]["wide"][month] for month in range(1, 13)]
    assert list(words.months.letters) == [locale.months["stand-alone"]["narrow"][month] for month in range(1, 13)]


def test_the_next_command_does_not_ask_babel(monkeypatch: pytest.MonkeyPatch) -> None:
    first = cldr_words("en-GB")
    cldr_words.cache_clear()
    monkeypatch.setattr(module, "_out_of_babel", refuse)
    again = cldr_words("en-GB")

    assert written_words(again) == written_words(first)
    assert again.currency("USD") == CurrencyWords("US dollar", "US dollars", "US$")


@pytest.mark.parametrize("damaged", [b"", b"{}", b"[1]", b'{"months": 3}', b"\xff"])
def test_what_is_damaged_is_read_anew_and_written_anew(kept: Path, damaged: bytes) -> None:
    cldr_words("en-US")
    (file,) = kept.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damaged)
    cldr_words.cache_clear()

    assert cldr_words("en-US").long_date == "MMMM d, y"
    assert file.read_bytes() == whole


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("decimal", 3), ("plural", ["one"]), ("plural", {"one": "nonsense"}), ("territories", {"DE": 1}),
        ("currencies", [1]), ("currencies", {"USD": ["dollar", "dollars"]}), ("months", [["January"]] * 4),
        ("months", [["January"] * 12] * 3), ("other", "x"),
    ],
)  # fmt: skip
def test_what_says_something_else_is_not_taken_for_words(kept: Path, name: str, value: object) -> None:
    cldr_words("en-US")
    (file,) = kept.iterdir()
    whole = file.read_bytes()
    file.write_text(json.dumps({**json.loads(whole), name: value}), encoding="ascii")
    cldr_words.cache_clear()

    assert cldr_words("en-US").currency("USD").many == "US dollars"
    assert file.read_bytes() == whole


def test_another_babel_is_asked_itself(monkeypatch: pytest.MonkeyPatch, kept: Path) -> None:
    cldr_words("en-GB")
    cldr_words.cache_clear()
    monkeypatch.setattr(module, "installed_version", lambda _: "999.0")
    cldr_words("en-GB")

    assert len(list(kept.iterdir())) == 2


def test_of_a_language_that_no_brief_is_in_nothing_is_kept(kept: Path) -> None:
    assert cldr_words("ur").months.wide[0] == "جنوری"
    assert not kept.exists()


def test_a_currency_that_cldr_does_not_know_is_called_by_its_code() -> None:
    assert cldr_words("en-GB").currency("QQQ") == CurrencyWords("QQQ", "QQQ", "QQQ")


def test_a_language_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownLocaleError):
        cldr_words("xx")
