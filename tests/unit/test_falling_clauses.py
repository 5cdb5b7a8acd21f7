"""Clauses fall away where one of their values is missing; a wrong name in them stays an error."""
# ruff: noqa: E501 - a case is a line

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from briefgen.compose import compose
from briefgen.compose.values.field_use import FieldUse
from briefgen.model.document import BulletList, Paragraph, Table
from briefgen.model.traversal import every_block, plain_text
from briefgen.model.workspace import Ingredients
from briefgen.view import Request, view
from briefgen.world import Memory
from samples.composing import BASE, FOLDER, composed, loaded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Inline

VISITS = """
- {id: full, kind: state, title: A full visit, date: 2015-05-28, venue: {city: Minsk}, note: Words.,
   sources: [{ref: ref}]}
- {id: bare, kind: state, title: A bare visit, date: 2016, sources: [{ref: ref}]}
"""
TRADE = """
id,period,exporter,importer,flow,value,op,scale,currency,sources
t,2015,PAK,BLR,X,30,about,1000000,USD,ref
"""


def blocks_of(text: str, **more: str) -> tuple[list[Paragraph | BulletList | Table], list[tuple[str, str, str]]]:
    """The blocks that a section's text makes, and what was said of it as place, code and message."""
    files = {**BASE, f"{FOLDER}/visits.yaml": VISITS, **more, "templates/sections/one.md.j2": f"## S\n\n{text}\n"}
    document, said = composed(loaded(Memory({path: words.encode() for path, words in files.items()})), "reader")
    found = [block for block in every_block(document.blocks) if isinstance(block, Paragraph | BulletList | Table)]
    return found, [(f"{d.place.line}:{d.place.column}", d.code, d.message) for d in said]


def lines_of(text: str, **more: str) -> list[str]:
    """The paragraphs and members of lists that a section's text makes, with nothing said of it."""
    found, said = blocks_of(text, **more)
    assert not [one for one in said if one[1] != "BG418"]
    return [_plain(block.inlines) for block in found if isinstance(block, Paragraph)]


def _plain(inlines: Sequence[Inline]) -> str:
    """Words without markers of sources, and with blanks for those that no line ends at."""
    return re.sub("\N{NO-BREAK SPACE}(?=[ .;])", "", plain_text(inlines)).replace("\N{NO-BREAK SPACE}", " ")


EACH = "{% each v in visits %}"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (f"{EACH}- {{{{ v.title }}}}[[ in {{{{ v.venue.city }}}}]].", ["A full visit in Minsk.", "A bare visit."]),
        (f"{EACH}- {{{{ v.title }}}}[[ at {{{{ v.venue|place }}}}]].", ["A full visit at Minsk.", "A bare visit."]),
        (f"{EACH}- {{{{ v.title }}}}[[: {{{{ v.note }}}}]]", ["A full visit: Words.", "A bare visit"]),
        (f"{EACH}- {{{{ v.title }}}}[[ ({{{{ v.venue.city|capital }}}}[[, {{{{ v.host|name }}}}]])]]",
         ["A full visit (Minsk)", "A bare visit"]),
        (f"{EACH}- [[{{{{ v.note }}}} ?? {{{{ v.venue|place }}}} ?? {{{{ v.title }}}}]]", ["Words.", "A bare visit"]),
        (f"{EACH}- [[{{{{ v.note }}}}??none]]", ["Words.", "none"]),
        (f"{EACH}- {{{{ v.title }}}}{{% if v.note %}}, told{{% endif %}}", ["A full visit, told", "A bare visit"]),
        (f"{EACH}- [[{{% if v.note %}}{{{{ v.note }}}}{{% else %}}{{{{ v.title }}}}{{% endif %}}]]",
         ["Words.", "A bare visit"]),
        (f"{EACH}{{% each p in parties %}}- {{{{ v.title }}}}, {{{{ p.name }}}}",
         ["A full visit, Pakistan", "A full visit, Belarus", "A bare visit, Pakistan", "A bare visit, Belarus"]),
        ("{% each v in visits if v.note %}- {{ v.title }}", ["A full visit"]),
        ("[[{{ visits[0].note }}]]\n[[{{ visits[1].note }}]]\n[[So much for {{ visits[1].title }}.]]",
         ["Words. So much for A bare visit."]),
        ("[[The third is {{ visits[2].title }}.]]\n\nEnd.", ["End."]),
        ("[[The first is {{ (visits|selectattr('kind', 'equalto', 'working')|first).title }}.]]\n\nEnd.", ["End."]),
        ("[[They met in {{ visits|map(attribute='note')|select|joined }} and {{ []|joined }}.]]\n\nEnd.", ["End."]),
        ("[[Led by {{ organisation('none').name }}.]]\n\nEnd.", ["End."]),
        ("[[{{ visits[1].note|default('no words', true) }}]]", ["no words"]),
        ("{{ visits[0].title }}\n  [[ in {{ visits[0].venue.city }}]]\n  [[, {{ visits[1].note }}]].",
         ["A full visit in Minsk."]),
        ("So[[: {{ visits[0].title }}[[, {{ visits[0].note }}]]]], [[[{{ visits[0].note }}]]]",
         ["So: A full visit, Words., [Words.]"]),
        ("- \n  {% for v in visits %}\n  [[{{ v.host|name }}]]\n  [[{{ v.note }}]]\n  {% endfor %}\n  So {{ as_of }}.",
         ["Words. So 23 April 2021."]),
        ("A\n  [[, {{ visits[1].note }}\n  ?? ({{ visits[1].title }})]].", ["A(A bare visit)."]),
        ("- {{ visits[0].title }}\n  [[, {{ visits[0].note }}\n  ?? never]]\n- So.", ["A full visit, Words.", "So."]),
        ("A[[, {{ visits[1].note }}]][[, {{ visits[0].note }}]]{{ cite(visits[0]) }} end.", ["A, Words. end."]),
        ("{% raw %}[[ as such ]]{% endraw %} and \\[\\[ so ]] {# [[ #}", ["[[ as such ]] and [[ so ]]"]),
    ],
)  # fmt: skip
def test_what_is_missing_falls_away_alone(text: str, printed: list[str]) -> None:
    assert lines_of(text) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (f"{EACH}- {{{{ v.title }}}}\n  [[in {{{{ v.venue.city }}}}]]\n  [[({{{{ v.note }}}})]]",
         ["A full visit in Minsk (Words.)", "A bare visit"]),
        (f"{EACH}- {{{{ v.title }}}}\n  [[, in {{{{ v.venue.city }}}}]]\n  [[; {{{{ v.note }}}}]]\n  {{{{ cite(v) }}}}\n\nEnd.",
         ["A full visit, in Minsk; Words.", "A bare visit", "End."]),
        (f"{EACH}- {{{{ v.title }}}}\n[[End of {{{{ visits[0].title }}}}.]]",
         ["A full visit", "A bare visit End of A full visit."]),
        (f"{EACH}- {{{{ v.title }}}}\n  {{% each p in parties %}}- {{{{ p.name }}}}\n- End",
         ["A full visit", "Pakistan", "Belarus", "A bare visit", "Pakistan", "Belarus", "End"]),
        (f"{EACH}- {{{{ v.title }}}}\n  {{% each p in parties %}}- {{{{ p.name }}}}\n    [[of {{{{ v.note }}}}]]\n  [[in {{{{ v.note }}}}]]\n\nEnd.",
         ["A full visit", "Pakistan of Words.", "Belarus of Words. in Words.", "A bare visit", "Pakistan", "Belarus", "End."]),
        (f"{EACH}- {{{{ v.title }}}}[[\n  in {{{{ v.venue.city }}}}]]\n\nEnd.", ["A full visit in Minsk", "A bare visit", "End."]),
        (f"{EACH}- {{{{ v.title }}}}\n  {{% if v.note %}}with words{{% endif %}}\n\nEnd.",
         ["A full visit with words", "A bare visit", "End."]),
        ("{% for v in visits %}\n- {{ v.title }}\n  [[, {{ v.note }}]]\n{% endfor %}", ["A full visit, Words.", "A bare visit"]),
        (f"{EACH}- {{{{ v.title }}}}\n  [[, {{{{ v.note }}}}\n  ?? , {{{{ v.date|date('short') }}}}\n  ?? so]]\n  {{{{ cite(v) }}}}{{{{ '' }}}}",
         ["A full visit, Words.", "A bare visit, 2016"]),
        (f"{EACH}- {{{{ v.title }}}}\n  {{{{ note(v.host) }}}}\n  {{{{ '' }}}}\n\nEnd.", ["A full visit", "A bare visit", "End."]),
        ("[[{{ (visits[0].title if visits[1].note) }} ?? {{ (visits[0].nothing if visits[1].note)|capital }} ?? none]]", ["none"]),
        ("{% for v in visits %}\n{{ v.title }}\n{{ '' }}\nend\n{% endfor %}", ["A full visit", "end A bare visit", "end"]),
        (f"{EACH}- {{{{ v.title }}}}\n  [[in {{{{ v.venue.city }}}}]]\n  {{% each p in parties if v.note %}}; {{{{ p.name }}}}\n  {{% if v.note %}}so{{% endif %}}\n",
         ["A full visit in Minsk; Pakistan; Belarus so", "A bare visit"]),
        (f"{EACH}- {{{{ v.title }}}}\n  {{% each p in parties if v.note %}}; {{{{ p.name }}}}\n  {{% each p in parties if v.note %}}; {{{{ p.name }}}}\n",
         ["A full visit; Pakistan; Belarus; Pakistan; Belarus", "A bare visit"]),
        ("{% for v in visits %}\n{% set w = v %}\n  [[{{ v.note }} so.\n  ?? {{ v.title }} is.]]\n{% endfor %}", ["Words. so. A bare visit is."]),
        ("- a.\n  {%- for v in visits %}\n  [[{{ v.note }} so.\n  ?? {{ v.title }} is.]]\n  {% endfor %}", ["a. Words. so. A bare visit is."]),
        ("[[{{ visits[0].title }}[[, {{ visits[0].note }}]]]]", ["A full visit, Words."]),
        ("[[{{ visits[1].title }}[[, {{ visits[1].note }}[[ ({{ visits[0].note }})]]]]]].", ["A bare visit."]),
        ("[[{{ {'a': [visits[0].title]}['a'][0] }}]]", ["A full visit"]),
        (f"{EACH}- {{{{ v.title }}}}[[ ([[{{{{ v.note }}}}]][[, {{{{ v.venue.city }}}}]])]]", ["A full visit (Words., Minsk)", "A bare visit"]),
        (f"{EACH}- {{{{ v.title }}}}[[ ([[{{{{ v.host|name }}}}]][[, {{{{ v.venue.city }}}}]])]]", ["A full visit (Minsk)", "A bare visit"]),
        (f"{EACH}- [[([[{{{{ v.host|name }}}}]][[; {{{{ v.venue.city }}}}]]) ?? none]]", ["(Minsk)", "none"]),
        (f"{EACH}- [[{{{{ v.host|name }}}}]][[, {{{{ v.title }}}}]]", ["A full visit", "A bare visit"]),
        (f"{EACH}- [[{{{{ v.note }}}}]][[; {{{{ v.title }}}}]][[, {{{{ v.venue.city }}}}]]{{{{ cite(v) }}}}",
         ["Words.; A full visit, Minsk", "A bare visit"]),
        (f"{EACH}- {{{{ v.title }}}}[[ with [[[[{{{{ v.note }}}}]] ?? [[{{{{ v.host|name }}}}]]]]]]", ["A full visit with Words.", "A bare visit"]),
        (f"{EACH}- {{{{ v.title }}}}[[ with {{% if v.note %}}[[{{{{ v.note }}}}]]{{% endif %}}{{{{ cite(v) }}}}]]", ["A full visit with Words.", "A bare visit"]),
        (f"{EACH}- {{{{ v.title }}}}[[, {{{{ v.date|date('short') }}}} [[{{{{ v.note }}}}]]]]", ["A full visit, 28 May 2015 Words.", "A bare visit, 2016"]),
        ("{{ visits[0].title }}\n; {{ visits[0].venue.city }}\n: so\n. End", ["A full visit; Minsk: so. End"]),
    ],
)  # fmt: skip
def test_what_is_said_of_one_may_take_several_lines(text: str, printed: list[str]) -> None:
    assert lines_of(text) == printed


def test_a_list_below_a_repeated_line_is_one_in_its_list() -> None:
    found, _ = blocks_of(f"{EACH}- {{{{ v.title }}}}\n  {{% each p in parties %}}- {{{{ p.name }}}}")

    (outer,) = (block for block in found if isinstance(block, BulletList) and len(block.items[0]) > 1)
    assert [len(item) for item in outer.items] == [2, 2]
    assert all(isinstance(item[1], BulletList) for item in outer.items)


def test_a_line_that_comes_out_empty_sets_in_none_behind_it() -> None:
    text = (
        f"{EACH}- {{{{ v.title }}}}\n  [[in {{{{ v.host|name }}}}]]\n"
        "  {% each p in parties if not visits %}; {{ p.name }}\n  {% if not visits %}so{% endif %}\n  {{ cite(v) }}\n\nEnd."
    )
    found, _ = blocks_of(text)

    (one,) = (block for block in found if isinstance(block, BulletList))
    assert [len(item) for item in one.items] == [1, 1]


def test_a_figure_that_a_year_lacks_falls_away() -> None:
    text = (
        "{% set year = trade|last %}{% for p in parties %}\n"
        "{{ p.name }} sold[[ goods worth {{ year.exports[p.id]|money }}]]"
        "[[, a share of {{ year.shares[p.id]|percent(0) }}]][[; {{ year.changes[p.id]|growth }}]]"
        "[[; {{ year.changes.turnover|growth }} against {{ year.against|date }}]][[; {{ year.balance|money }}]].\n\n"
        "{% endfor %}"
    )

    first, second = lines_of(text, **{f"{FOLDER}/trade.csv": TRADE.lstrip()})

    assert first == "Pakistan sold goods worth about US$30 million."
    assert second == "Belarus sold."


@pytest.mark.parametrize(
    ("text", "place", "code", "message"),
    [
        ("[[{{ visits[0].titel }}]]", "3:16", "BG402", "a visit has no field 'titel'"),
        ("[[{{ visits[1].venue.cty }} ?? x]]", "", "", ""),
        ("[[{{ visits[0].venue.cty }}]]", "3:22", "BG402", "a venue has no field 'cty'"),
        ("[[{{ vists }}]]", "3:6", "BG402", "there is no value or function 'vists'"),
        ("[[{{ visits[0].date|dat }}]]", "3:21", "BG402", "there is no filter 'dat'"),
        ("[[{{ (trade|last).changes.turnvr|growth }} ?? x]]", "", "", ""),
        ("[[{{ visits[0].title|money }}]]", "3:22", "BG404", "'money' cannot print text"),
        ("[[ never closed {{ visits[0].title }}", "3:1", "BG401", "'[[' is never closed"),
        ("{% if visits %}[[{% endif %}{{ visits[0].title }}]]", "3:16", "BG401",
         "'[[' is not closed before '{% endif %}'"),
        ("[[{% if visits %}{{ visits[0].title }}]]{% endif %}", "3:39", "BG401",
         "']]' stands in another block than its '[['"),
        ("[[without a value]]", "3:1", "BG401",
         "nothing in '[[' ... ']]' can be missing, so that it never falls away"),
        ("[[so or\n?? {{ visits[0].title }}]]", "3:1", "BG401",
         "nothing in front of '??' can be missing, so that what follows is never printed"),
        ("So {% each v in visits %}- {{ v.title }}", "3:4", "BG401", "'{% each %}' stands in the middle of a line"),
        ("{% each v in visits %}\n- {{ v.title }}", "3:1", "BG401",
         "nothing stands behind '{% each %}' on its line"),
        ("{% each v in visits %}- [[{{ v.title }}\nand more]]", "3:25", "BG401",
         "'[[' is not closed on the line that '{% each %}' repeats"),
        ("{% if visits %}\n{% each v in visits %}- {{ v.title }}{% endif %}", "4:1", "BG401",
         "the line that '{% each %}' repeats is not over before '{% endif %}'"),
        ("{% each v of visits %}- {{ v.title }}", "3:11", "BG401", "'of' cannot stand behind 'v'"),
        ("{% each v in visits %}- {{ v.titel }}", "3:30", "BG402", "a visit has no field 'titel'"),
        ("{% ecah v in visits %}- {{ v.title }}", "3:4", "BG401", "there is no tag 'ecah'"),
    ],
)  # fmt: skip
def test_a_slip_in_them_is_told_at_its_place(text: str, place: str, code: str, message: str) -> None:
    _, said = blocks_of(text)

    assert [one for one in said if one[1].startswith("BG40")] == ([(place, code, message)] if code else [])


TABLE = """{% call(v) table("Visits", rows=visits) %}
| What | Where | When | Which |
| --- | --- | --- | --: |
| {{ v.title }} | in {{ v.venue|place }} | {{ v.date|date("short") }}[[, {{ v.note }}]] | {{ v.host|name }} |
{% endcall %}"""


def test_a_row_is_written_for_each_and_its_cells_fall_away() -> None:
    found, said = blocks_of(TABLE)

    (table,) = (block for block in found if isinstance(block, Table))
    rows = [[_plain(cell.inlines) for cell in row] for row in (table.header, *table.rows)]
    assert rows == [
        ["What", "Where", "When"],
        ["A full visit", "in Minsk", "28 May 2015, Words."],
        ["A bare visit", "–", "2016"],
    ]
    assert table.caption
    assert "Which" in plain_text(table.caption.note)
    assert not said


def test_a_column_whose_head_falls_is_left_out_and_rows_have_numbers() -> None:
    text = """{% call(v, number) table("Visits", rows=visits) %}
| No. | {{ "Where"|when(not visits) }} | What | {{ "Kind"|when(visits) }} | {{ "Which"|when(visits[2]) }} |
| --- | --- | --- | --- | --- |
| {{ number }}
| {{ v.venue|place }}
| {{ v.title }} | {{ v.kind|label }}
| {{ v.note }}
|
{% endcall %}"""
    found, said = blocks_of(text)

    (table,) = (block for block in found if isinstance(block, Table))
    assert [[_plain(cell.inlines) for cell in row] for row in (table.header, *table.rows)] == [
        ["No.", "What", "Kind"],
        ["1", "A full visit", "state"],
        ["2", "A bare visit", "state"],
    ]
    assert table.caption
    assert not table.caption.note
    assert not said


@pytest.mark.parametrize(
    "pattern",
    [
        "| {{ v.title }}\n| in {{ v.venue|place }}\n| {{ v.date|date('short') }}[[, {{ v.note }}]]\n| {{ v.host|name }}\n|",
        "| {{ v.title }}\n  | in {{ v.venue|place }}\n  | {{ v.date|date('short') }}\n  [[, {{ v.note }}]]\n  | {{ v.host|name }} |",
        "| {{ v.title }} | in {{ v.venue|place }} | {{ v.date|date('short') }}[[, {{ v.note }}]]\n| {{ v.host|name }} |",
        "| {{ v.title }} | in\n{{ v.venue|place }} | {{ v.date|date('short') }}\n    [[, {{ v.note }}]] | {{ v.host|name }} |",
        "| {{ v.title }}\n| in {{ v.venue|place }}\n| [[{{ v.date|date('short') }}[[, {{ v.note }}]]]]\n| [[{{ v.host|name }}]]\n|",
        "| {{ v.title }}\n| [[in {{ v.venue|place }}]]\n| {{ v.date|date('short') }}[[, {{ v.note }}]]\n| [[{{ v.host|name }}]] |",
    ],
)
def test_a_row_may_take_several_lines(pattern: str) -> None:
    begin, _, behind = TABLE.partition("| --- | --- | --- | --: |\n")
    text = f"{begin}| --- | --- | --- | --: |\n{pattern}\n{behind.partition(chr(10))[2]}"
    found, said = blocks_of(text)

    (table,) = (block for block in found if isinstance(block, Table))
    assert [[_plain(cell.inlines) for cell in row] for row in (table.header, *table.rows)] == [
        ["What", "Where", "When"],
        ["A full visit", "in Minsk", "28 May 2015, Words."],
        ["A bare visit", "–", "2016"],
    ]
    assert not said


def test_a_table_of_no_rows_is_not_placed() -> None:
    found, _ = blocks_of(TABLE.replace("rows=visits", "rows=milestones") + "\n\nEnd.")

    assert [plain_text(block.inlines) for block in found if isinstance(block, Paragraph)] == ["End."]


@pytest.mark.parametrize(
    ("opened", "message"),
    [
        ('{% call table("Visits", rows=visits) %}', "a table that is given rows has no name for each"),
        ('{% call(v) table("Visits") %}', "a table has a name for its rows, and none are given"),
    ],
)
def test_rows_and_their_name_go_together(opened: str, message: str) -> None:
    _, said = blocks_of(f"{opened}\n| A |\n| --- |\n| b |\n{{% endcall %}}")

    assert ("3:9" if "rows" in opened else "3:12", "BG404", message) in said


def test_facts_are_listed_with_their_sources() -> None:
    assert lines_of("On record: {{ visits|cited }}; {{ visits|cited('date') }}.") == [
        "On record: A full visit and A bare visit; 28 May 2015 and 2016."
    ]


def test_a_field_that_falls_is_not_printed() -> None:
    """What stands in a clause that falls away counts as not shown: else a check would take it for told."""
    _, said = blocks_of("[[{{ visits[0].title }} {{ visits[1].note }}]]\n\nWords.")

    assert not [one for one in said if one[1] in {"BG402", "BG412"}]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (f"{EACH}- {{{{ v.title }}}}[[, {{{{ v.date|when(v.kind == 'state')|date }}}}]]",
         ["A full visit, 28 May 2015", "A bare visit, 2016"]),
        (f"{EACH}- {{{{ v.title }}}}[[, {{{{ v.date|when(v.kind == 'working')|date }}}}]]",
         ["A full visit", "A bare visit"]),
        (f"{EACH}- {{{{ v.title }}}}[[, {{{{ 'with words'|when(v.note) }}}}]]",
         ["A full visit, with words", "A bare visit"]),
        (f"{EACH}- {{{{ v.title }}}}[[, {{{{ 'full'|unless_in(v.title) }}}}]]", ["A full visit", "A bare visit, full"]),
        (f"{EACH}- {{{{ v.title }}}}[[, {{{{ 'FULL'|unless_in(v.title) }}}}]]", ["A full visit", "A bare visit, FULL"]),
        (f"{EACH}- {{{{ v.title }}}}[[, {{{{ v.venue.city|unless_in(v.host|name) }}}}]]", ["A full visit, Minsk", "A bare visit"]),
        (f"{EACH}- {{{{ v.title }}}}[[, {{{{ v.date|date|unless_in(v.date) }}}}]]", ["A full visit", "A bare visit"]),
        (f"{EACH}- {{{{ v.title }}}}[[, {{{{ v.title|unless_in(v.note) }}}}]]", ["A full visit, A full visit", "A bare visit, A bare visit"]),
        ("{{ visits|count }} {{ visits|count|plural('visit', 'visits') }}, {{ 'here'|when(false) }}done",
         ["2 visits, done"]),
        ("{{ (visits|at_most(1))|count }} {{ visits|at_most(1)|count|plural('visit', 'visits') }}", ["1 visit"]),
        ("{% each v in visits|at_most(0) %}- {{ v.title }}", ["A full visit", "A bare visit"]),
        ("{% each v in visits|at_most(1) %}- {{ v.title }}", ["A full visit"]),
    ],
)  # fmt: skip
def test_a_value_may_stand_under_a_condition(text: str, printed: list[str]) -> None:
    assert lines_of(text) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            '{% call(v) table("T", rows=visits) %}\n| A | B |\n| -- | -- |\n| {{ v.title }} | {{ v.note }} |\n{% endcall %}',
            {"title"},
        ),
        (f"{EACH}- {{{{ v.id }}}}[[, {{{{ v.title|unless_in('A bare visit')}}}}]]", {"title", "id"}),
        ("{% each v in visits|unique(attribute='kind') %}- {{ v.title }}", {"kind"}),
        (f"{EACH}- [[{{{{ v.title }}}} {{{{ v.note }}}}]]", set()),
        (f"{EACH}- [[{{{{ v.title }}}}[[ {{{{ v.note }}}}]]]]", {"title"}),
    ],
)
def test_what_stands_beside_a_missing_value_is_shown(text: str, printed: set[str]) -> None:
    files = {**BASE, f"{FOLDER}/visits.yaml": VISITS, "templates/sections/one.md.j2": f"## S\n\n{text}\n"}
    workspace = loaded(Memory({path: words.encode() for path, words in files.items()}))
    chosen = next(audience for audience in workspace.audiences if audience.id == "reader")
    seen, use = view(workspace.relations[0], chosen, Request()).value, FieldUse()
    compose(Ingredients(seen, workspace.sections, workspace.partials, workspace.wording.of(seen)), use=use)

    assert {name for fact, name in use.printed if fact == "bare"} == printed
