from __future__ import annotations

import pytest

from rules.records import milestone
from samples.relation_files import FOLDER, diagnostics_of

HEAD = "---\nabout: Words.\n---\n"


@pytest.mark.parametrize(
    "words", ["See [the page](https://example.org/@ref).", r"Write \[@ref].", "Mail a@b.org.", "[@]"]
)
def test_what_is_no_citation_is_left_alone(words: str) -> None:
    found = diagnostics_of(
        {
            "templates/sections/empty.md.j2": f"{HEAD}{words} {{# [@ref] #}}\n",
            "milestones.yaml": milestone(title=f"'{words}'"),
        },
        only="BG200",
    )

    assert found == []


def test_prose_may_cite() -> None:
    text = "---\ntitle: T\nsensitivity: public\n---\nWords [@ref].\n"

    assert diagnostics_of({f"{FOLDER}/prose/one.md": text}, only="BG200") == []


def test_a_citation_in_a_template_is_told_at_its_place() -> None:
    found = diagnostics_of({"templates/sections/empty.md.j2": f"{HEAD}Words [@ref, p. 3].\n"}, only="BG200")

    assert len(found) == 1
    assert found[0].startswith("templates/sections/empty.md.j2:4:7: warning[BG200] the citation '[@ref, p. 3]'")


def test_a_citation_in_the_words_of_a_fact_is_told_at_its_field() -> None:
    found = diagnostics_of({"milestones.yaml": milestone(title="'Opened [@ref]'")}, only="BG200")

    assert len(found) == 1
    assert found[0].startswith("milestones.yaml:")
    assert "the citation '[@ref]' is typed into" in found[0]
