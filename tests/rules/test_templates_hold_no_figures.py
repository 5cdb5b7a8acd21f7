from __future__ import annotations

from samples.relation_files import diagnostics_of


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
