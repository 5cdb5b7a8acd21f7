"""Patterns that are compiled when they are first used are those that `re.compile` makes at once."""

from __future__ import annotations

import re

import pytest

from briefgen import late_patterns
from briefgen.late_patterns import late_pattern


def test_a_late_pattern_answers_as_one_that_was_compiled_at_once() -> None:
    said, text = r"(?P<word>[a-z]+)(\d)?", "one 2 THREE4 five5"
    now, late = re.compile(said, re.IGNORECASE), late_pattern(said, re.IGNORECASE)

    for ask in ("search", "match", "fullmatch"):
        for each in (text, "seven7", "8"):
            asked, found = getattr(now, ask)(each), getattr(late, ask)(each)
            assert (found and (found.span(), found.groupdict())) == (asked and (asked.span(), asked.groupdict()))
    assert late.findall(text) == now.findall(text)
    assert [one.span() for one in late.finditer(text, 3)] == [one.span() for one in now.finditer(text, 3)]
    assert late.sub("-", text, count=1) == now.sub("-", text, count=1)
    assert (late.subn("-", text), late.split(text)) == (now.subn("-", text), now.split(text))
    assert (late.pattern, late.flags, late.groupindex) == (now.pattern, now.flags, now.groupindex)
    assert late_pattern(rb"\d").findall(b"1a2") == [b"1", b"2"]


def test_a_late_pattern_is_compiled_once_and_not_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[object] = []

    def counted(*said: object) -> object:
        compiled.append(said)
        return re.compile(*said)  # type: ignore[call-overload]

    monkeypatch.setattr(late_patterns, "_compiled", counted)
    late = late_pattern("a")
    assert late.pattern == "a"
    assert compiled == []

    assert late.match("a")
    assert late.sub("b", "a") == "b"
    assert len(compiled) == 1


def test_one_that_is_not_well_formed_says_so_when_it_is_used() -> None:
    with pytest.raises(re.error):
        late_pattern("(").match("a")


def test_what_others_declare_while_they_are_loaded_is_compiled_when_it_is_used() -> None:
    with late_patterns.patterns_of_others():
        broken, used = re.compile("a("), re.compile("b")
        assert used.search("abc")

    with pytest.raises(re.error):
        broken.search("a")
    with pytest.raises(re.error):
        re.compile("a(")
