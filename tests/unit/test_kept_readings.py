"""That a template is sound, kept as data: the same is told with it as without, and nothing is run because of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.compose.source import kept_readings
from briefgen.compose.template import template_checks
from briefgen.compose.template.known_words import Known
from briefgen.compose.template.template_checks import read_template

if TYPE_CHECKING:
    from collections.abc import Iterator

KNOWN = Known(("money",), ("defined",), ("visits", "title"))
SOUND = "{% include 'partials/a.md.j2' %}\n{{ 5 }} {{ title|money }}{% for v in visits %}{{ v.date }}{% endfor %}\n"


class Files(dict[str, bytes]):
    """Kept in memory."""

    def read(self, name: str) -> bytes | None:
        """What is kept under a name."""
        return self.get(name)

    def keep(self, name: str, data: bytes) -> None:
        """Keep it."""
        self[name] = data


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> Iterator[Files]:
    found = Files()
    monkeypatch.setattr(kept_readings._Place, "files", found)
    read_template.cache_clear()
    yield found
    read_template.cache_clear()


def test_what_is_kept_of_a_sound_template_is_what_was_found(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_template(SOUND, KNOWN)
    read_template.cache_clear()
    monkeypatch.setattr(template_checks, "_read_anew", lambda *_: None)

    assert len(files) == 1
    assert read_template(SOUND, KNOWN) == first
    assert first.sound.others
    assert first.sound.typed
    assert [asked.field for asked in first.sound.asked] == ["date"]


@pytest.mark.parametrize("source", ["{{ titel }}", "{{ title", "{{ title|mony }}"])
def test_nothing_is_kept_of_one_with_a_fault(source: str, files: Files) -> None:
    assert read_template(source, KNOWN).faults
    assert not files


def test_other_words_or_another_text_are_looked_at_anew(files: Files) -> None:
    assert not read_template("{{ title }}", KNOWN).faults
    assert read_template("{{ title }}", Known(("money",), ("defined",), ("visits",))).faults
    assert not read_template("{{ title }}.", KNOWN).faults
    assert len(files) == 2


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"others": 1, "typed": [], "asked": []}', b"\xff"])
def test_what_is_no_reading_is_passed_over(data: bytes, files: Files) -> None:
    first = read_template(SOUND, KNOWN)
    files.update(dict.fromkeys(files, data))
    read_template.cache_clear()

    assert read_template(SOUND, KNOWN) == first
