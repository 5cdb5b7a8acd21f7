from __future__ import annotations

import pytest

from samples.relation_files import FOLDER, diagnostics_of


def test_tags_lists_and_comments_pass() -> None:
    found = diagnostics_of(
        {
            "templates/sections/empty.md.j2": """\
---
options:
  limit: 5
---
{% if 3 > 2 %}
1. {{ 12|number }}
{# 50.2 #}
{% endif %}
Trade&#160;of&#xA0;goods in the G20.
""",
        },
        only="BG275",
    )

    assert found == []


def test_a_typed_figure_is_told_at_its_place() -> None:
    found = diagnostics_of(
        {
            "templates/sections/empty.md.j2": """\
---
options:
  limit: 5
---
Trade came to 52.5 million.
""",
        },
        only="BG275",
    )

    assert found == ["templates/sections/empty.md.j2:5:15: warning[BG275] the figure 52.5 is typed into the template"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Signed on 3 June 2015.", ["1:11: date 3 June 2015"]),
        ("Signed on June 3, 2015, and in May 2016.", ["1:11: date June 3, 2015", "1:36: figure 2016"]),
        ("The 13th session was held in 2019.", ["1:5: figure 13", "1:30: figure 2019"]),
        ("On 9 May, 12 of them.", ["1:4: date 9 May", "1:11: figure 12"]),
    ],
)
def test_a_date_is_told_once_as_one(words: str, told: list[str]) -> None:
    found = diagnostics_of({"templates/sections/empty.md.j2": f"{words}\n"}, only="BG275")
    place = "templates/sections/empty.md.j2:"

    assert [one.removeprefix(place).replace("warning[BG275] the ", "") for one in found] == [
        f"{one} is typed into the template" for one in told
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Signed on 3 June 2015, in force since May 2016.", ["date 3 June 2015"]),
        ("In May 12 of them met, 15.1 million in 2015.", ["figure 12", "figure 15.1"]),
    ],
)
def test_in_prose_a_date_is_told_and_a_year_is_not(words: str, told: list[str]) -> None:
    text = f"---\ntitle: T\nsensitivity: public\nsources: [{{ref: ref}}]\n---\n{words}\n"
    found = diagnostics_of({f"{FOLDER}/prose/one.md": text}, only="BG275")

    assert [one.partition("BG275] the ")[2].partition(" is typed")[0] for one in found] == told
