"""One slip in a template gives one message, wherever it stands: what knows the cause speaks, and others are silent."""

from __future__ import annotations

import pytest

from samples.composing import told

HERE = "@"
"""Where the slip stands."""
TABLE = "| a | b |\n|---|---|\n"
AROUND = {
    "text": HERE,
    "bold": f"**{HERE}**",
    "underscored bold": f"__{HERE}__",
    "emphasis": f"*{HERE}*",
    "bold emphasis": f"***{HERE}***",
    "bold within words": f"Some **words {HERE}** more.",
    "the words of a link": f"[{HERE}](https://example.org)",
    "bold words of a link": f"[**{HERE}**](https://example.org)",
    "an address": f"[words]({HERE})",
    "the end of an address": f"[words](https://example.org/{HERE})",
    "an item": f"- {HERE}",
    "a bold item": f"- **{HERE}**",
    "a numbered item": f"1. *{HERE}*",
    "a cell": f"{TABLE}| {HERE} | y |",
    "a bold cell": f"{TABLE}| **{HERE}** | y |",
    "the head of a table": f"| **{HERE}** | b |\n|---|---|\n| x | y |",
    "a heading": f"### {HERE}\n\nText.",
    "a bold heading": f"### **{HERE}**\n\nText.",
    "a box": f'{{% call callout("T") %}}\n{HERE}\n{{% endcall %}}',
    "a box, bold": f'{{% call callout("T") %}}\n**{HERE}**\n{{% endcall %}}',
    "a margin note": f'Text.\n\n{{% call margin("L") %}}\n{HERE}\n{{% endcall %}}',
    "a margin note, bold": f'Text.\n\n{{% call margin("L") %}}\n**{HERE}**\n{{% endcall %}}',
    "a table that is called": f'{{% call table("T") %}}\n{TABLE}| **{HERE}** | y |\n{{% endcall %}}',
    "the rows of a table that is called": f'{{% call table("T") %}}\n{TABLE}{HERE}\n{{% endcall %}}',
    "a key figure": f"{{% call key_figures() %}}\n- **{HERE}** visits\\\n  by now\n{{% endcall %}}",
    "a note at a side": f'{{% call side_notes(timeline("T", milestones)) %}}\n**{HERE}**\n{{% endcall %}}',
    "a footnote": f"Text[^1].\n\n[^1]: **{HERE}**",
    "a footnote in its sentence": f"Text^[**{HERE}**].",
    "a caption": f"{{% call table({HERE}) %}}\n{TABLE}| x | y |\n{{% endcall %}}",
    "a joined bold caption": f'{{% call table("**" ~ {HERE} ~ "**") %}}\n{TABLE}| x | y |\n{{% endcall %}}',
    "the note of a table": f'{{% call table("T", note="*" ~ {HERE} ~ "*") %}}\n{TABLE}| x | y |\n{{% endcall %}}',
    "the title of a box": f'{{% call callout("_" ~ {HERE} ~ "_") %}}\nwords\n{{% endcall %}}',
    "the lead of a margin note": f"Text.\n\n{{% call margin({HERE}) %}}\nwords\n{{% endcall %}}",
    "the title of a timeline": f'{{{{ timeline("**" ~ {HERE} ~ "**", milestones) }}}}',
    "a text that is kept": f"{{% set x %}}{HERE}{{% endset %}}\n\n**{{{{ x }}}}**",
    "a macro": f"{{% macro m() %}}{HERE}{{% endmacro %}}\n\n**{{{{ m() }}}}**",
}
"""What stands around a slip; in an argument it is an expression alone."""
SLIPS = {
    "a field": ("as_of.nam", "BG402"),
    "a field of a member": ("parties[0].nam", "BG402"),
    "a name": ("absent", "BG402"),
    "a filter": ("(visits|nofilter)", "BG402"),
    "a sum of nothing": ("(1 + absent)", "BG402"),
    "a member": ("visits[9]", "BG412"),
    "a member by a name": ("parties[absent]", "BG402"),
    "a field of a list": ("visits.nam", "BG402"),
    "a list": ("visits", "BG404"),
    "a filter for others": ("(title|money)", "BG404"),
    "words that are added": ('("a" + title)', "BG404"),
}


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("where", AROUND)
def test_a_wrong_value_is_told_once_wherever_it_stands(where: str, slip: str) -> None:
    expression, code = SLIPS[slip]
    around = AROUND[where]
    in_argument = (f"({HERE})" in around and "](" not in around) or f"~ {HERE} ~" in around
    source = around.replace(HERE, expression if in_argument else f"{{{{ {expression} }}}}")
    said = told({"templates/sections/one.md.j2": f"## One\n\nBegin.\n\n{source}\n\nEnd.\n"})

    if slip == "a list" and in_argument:  # what an argument takes is told by the call
        code = said[0].code if said else code
    assert [one.code for one in said] == [code], [(str(one.place), one.message) for one in said]
    assert said[0].place.line >= 5
    assert said[0].hint


BODIES = {
    "by itself": HERE,
    "in an item": f"- {HERE}",
    "in a box": f'{{% call callout("T") %}}\n{HERE}\n{{% endcall %}}',
    "in the margin": f'Text.\n\n{{% call margin("L") %}}\n{HERE}\n{{% endcall %}}',
    "called": f'{{% call table("T") %}}\n{HERE}\n{{% endcall %}}',
    "called in a box": f'{{% call callout("B") %}}\n{{% call table("T") %}}\n{HERE}\n{{% endcall %}}\n{{% endcall %}}',
    "for key figures": f"{{% call key_figures() %}}\n{HERE}\n{{% endcall %}}",
    "at a side": f'{{% call side_notes(timeline("T", milestones)) %}}\n{HERE}\n{{% endcall %}}',
}
BROKEN = {
    "no line under its head": ("| a | b |\n| x | y |", "BG403", 1),
    "dots for dashes": ("| a | b |\n|...|...|\n| x | y |", "BG403", 1),
    "signs for dashes": ("| a | b |\n|===|===|\n| x | y |", "BG403", 1),
    "a blank line under its head": ("| a | b |\n\n|---|---|\n| x | y |", "BG403", 1),
    "two blank lines under its head": ("| a | b |\n\n\n|---|---|\n| x | y |", "BG403", 1),
    "a short line": ("| a | b |\n|---|---|\n| x |", "BG403", 2),
    "a long line": ("| a | b |\n|---|---|\n| x | y | z |", "BG403", 2),
    "a short line of dashes": ("| a | b |\n|---|\n| x | y |", "BG403", 1),
    "words right behind it": ("| a | b |\n|---|---|\n| x | y |\nwords", "BG403", 3),
    "in a fence": ("```\n| a | b |\n| x | y |\n```", "BG406", 0),
    "in a fence, whole": ("~~~\n| a | b |\n|---|---|\n| x | y |\n~~~", "BG406", 0),
}


@pytest.mark.parametrize("fault", BROKEN)
@pytest.mark.parametrize("where", BODIES)
def test_a_broken_table_is_told_once_at_its_line(where: str, fault: str) -> None:
    table, code, below = BROKEN[fault]
    if where == "in an item":
        table = table.replace("\n", "\n  ")
    source = BODIES[where].replace(HERE, table)
    said = told({"templates/sections/one.md.j2": f"## One\n\nBegin.\n\n{source}\n"})
    first = 5 + source.split(table)[0].count("\n")

    if where in {"in the margin", "at a side", "for key figures"} and not said:
        raise AssertionError(f"nothing was told of {source}")
    assert [(one.code, one.place.line) for one in said] == [(code, first + below)], [one.message for one in said]


@pytest.mark.parametrize(
    "source",
    [
        "- | a | b |\n  |---|---|\n  | x | y |",
        "1. | a | b |\n   |---|---|\n   | x | y |",
        "a | b\n---|---\nx | y",
        "| a | b |\n|---|---|\n| x | y |\n\nwords",
        "| a | b |\n|---|---|\n| x | y |\n\n| c | d |\n|---|---|\n| x | y |",
        "| a | b |\n|---|---|\n| x | y |\n- item",
        "**{{ title }}** and [{{ title }}](https://example.org)",
    ],
)
def test_what_is_sound_is_not_told(source: str) -> None:
    assert told({"templates/sections/one.md.j2": f"## One\n\nBegin.\n\n{source}\n"}) == []


def test_two_slips_are_two_messages() -> None:
    source = "**{{ as_of.nam }}** and **{{ as_of.day_of }}**, [a](ftp://b.org)"
    said = told({"templates/sections/one.md.j2": f"## One\n\nBegin.\n\n{source}\n"})

    assert sorted(one.code for one in said) == ["BG402", "BG402", "BG406"]
