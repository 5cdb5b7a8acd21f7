"""Changes of lists and records in YAML files: what is written now, and that all that is the same stays as it stands."""

from __future__ import annotations

from itertools import permutations, product

import pytest

from briefgen.load.nodes.structure_edits import applied, edits_between
from briefgen.load.nodes.yaml_edits import CellEdit, edited, with_record
from briefgen.load.nodes.yaml_spans import flow_of, records_of, root_of

WRITTEN = {
    "on one line": "- id: r\n  tags: [a, 'b', \"c\"]  # why\n  note: n\n",
    "on one line with a comma at the end": "- id: r\n  tags: [a, b, c, ]\n",
    "in braces": "- {id: r, tags: [a, b, c], note: n}\n",
    "in brackets over lines": "- id: r\n  tags: [\n    a,  # of a\n    b,  # of b\n    c  # of c\n  ]\n  note: n\n",
    "in brackets over lines with commas": "- id: r\n  tags: [\n    a,  # of a\n    b,  # of b\n    c,  # of c\n  ]\n",
    "in brackets that close at once": "- id: r\n  tags: [a,\n         b,\n         c]\n  note: n\n",
    "by lines": "- id: r\n  tags:\n    # so\n    - a  # of a\n    - b  # of b\n    - 'c'  # of c\n  note: n  # of n\n",
    "by lines without a margin": "- id: r\n  tags:\n  - a  # of a\n  - b  # of b\n  - c  # of c\n",
    "by lines at the end": "- id: r\n  tags:\n    - a\n    - b\n    - c",
    "by lines that end otherwise": "- id: r\r\n  tags:\r\n    - a  # of a\r\n    - b\r\n    - c\r\n  note: n\r\n",
}


def now(text: str, tags: str) -> str:
    return edited(text, [CellEdit("r", "tags", tags, is_structure=True)])


@pytest.mark.parametrize("style", WRITTEN)
def test_whatever_a_list_becomes_it_says_so_and_the_rest_stays(style: str) -> None:
    text = WRITTEN[style]
    (before,) = records_of(text)
    for wanted in (*product("abcx"), *product("abcx", repeat=2), *product("abcx", repeat=3), *permutations("abcx")):
        made = now(text, f"[{', '.join(wanted)}]")
        (after,) = records_of(made)

        assert after.cells() == {**before.cells(), "tags": f"[{', '.join(wanted)}]"}, made
        assert ("# of n" in made) == ("# of n" in text)
        assert made.count("\r\n") == made.count("\n") or "\r\n" not in text


@pytest.mark.parametrize("style", WRITTEN)
def test_a_list_that_is_told_as_it_is_stays_as_it_is(style: str) -> None:
    assert now(WRITTEN[style], "[a, b, c]") == WRITTEN[style]


@pytest.mark.parametrize(
    ("style", "tags", "before", "after"),
    [
        ("on one line", "[a, b, c, d]", "[a, 'b', \"c\"]  # why", "[a, 'b', \"c\", d]  # why"),
        ("on one line", "[z, a, b, c]", "[a, 'b', \"c\"]", "[z, a, 'b', \"c\"]"),
        ("on one line", "[a, c]", "[a, 'b', \"c\"]", '[a, "c"]'),
        ("on one line", "[a, b, d e]", "[a, 'b', \"c\"]", "[a, 'b', \"d e\"]"),
        ("on one line with a comma at the end", "[a, b, c, d]", "[a, b, c, ]", "[a, b, c, d, ]"),
        ("in brackets over lines", "[a, b, c, d]", "    c  # of c\n", "    c,  # of c\n    d\n"),
        ("in brackets over lines", "[a, c]", "    b,  # of b\n", ""),
        ("in brackets over lines with commas", "[a, b, c, d]", "    c,  # of c\n", "    c,  # of c\n    d,\n"),
        ("in brackets over lines with commas", "[a, x, b, c]", "    b,  # of b\n", "    x,\n    b,  # of b\n"),
        ("in brackets that close at once", "[a, b, c, d]", "         c]\n", "         c,\n         d]\n"),
        ("by lines", "[a, b, c, d]", "    - 'c'  # of c\n", "    - 'c'  # of c\n    - d\n"),
        ("by lines", "[a, c]", "    - b  # of b\n", ""),
        ("by lines", "[b, c]", "    - a  # of a\n", ""),
        ("by lines", "[z, a, b, c]", "    - a  # of a\n", "    - z\n    - a  # of a\n"),
        ("by lines at the end", "[a, b]", "    - b\n    - c", "    - b"),
        ("by lines that end otherwise", "[a, b, c, d]", "    - c\r\n", "    - c\r\n    - d\r\n"),
    ],
)
def test_a_changed_list_keeps_its_form(style: str, tags: str, before: str, after: str) -> None:
    text = WRITTEN[style]

    assert before in text
    assert now(text, tags) == text.replace(before, after)


GROUPS = """\
- id: r
  sources:
    - ref: a  # the first
      locator: 'p. 1'  # where
    - ref: b
  note: n
"""


@pytest.mark.parametrize(
    ("sources", "before", "after"),
    [
        ("[{ref: a, locator: p. 2}, {ref: b}]", "'p. 1'", "'p. 2'"),
        ("[{ref: a}, {ref: b}]", "      locator: 'p. 1'  # where\n", ""),
        ("[{locator: p. 1}, {ref: b}]", "ref: a  # the first\n      ", ""),
        ("[{ref: a, locator: p. 1, quote: so}, {ref: b}]", "  # where\n", "  # where\n      quote: so\n"),
        ("[{ref: a, locator: p. 1}, {ref: b}, {ref: c, locator: 'x: y'}]", "    - ref: b\n",
         "    - ref: b\n    - ref: c\n      locator: 'x: y'\n"),
        ("[{ref: a, locator: p. 1}]", "    - ref: b\n", ""),
    ],
)  # fmt: skip
def test_what_changes_in_a_group_of_a_list_is_changed_alone(sources: str, before: str, after: str) -> None:
    assert before in GROUPS
    made = edited(GROUPS, [CellEdit("r", "sources", sources, is_structure=True)])

    assert made == GROUPS.replace(before, after)
    assert records_of(made)[0].cells()["sources"] == sources


@pytest.mark.parametrize(
    ("old", "new", "made"),
    [
        ("[{a: 1, b: 2}]", "[{a: 1, b: 3}]", "[{a: 1, b: 3}]"),
        ("[{a: 1,   'b': 2}]", "[{b: 2}]", "[{'b': 2}]"),
        ("[{a: 1,   b: 2}]", "[{a: 1, b: 2, c: 3}, {d: 4}]", "[{a: 1,   b: 2, c: 3}, {d: 4}]"),
        ("[[a,  b], c]", "[[a, b, d], c]", "[[a,  b, d], c]"),
        ("[{a: 1}]", "[{b: 1}]", "[{b: 1}]"),
        ("[a]", "[]", "[]"),
        ("[]", "[a]", "[a]"),
        ("- - a\n  - b\n- c\n", "[[b], c]", "- - b\n- c\n"),
        ("- - a\n  - b\n- c\n", "[[z, a, b], c]", "- - z\n  - a\n  - b\n- c\n"),
        ("- a: 1\n  b: 2\n- c\n", "[{a: 1}, c]", "- a: 1\n- c\n"),
        ("- q:\n  - a\n  - b\n", "[{q: z}]", "- q: z\n"),
        ("- q:  # why\n  - a\n", "[{q: z}]", "- q:  # why\n    z\n"),
        ("-   a: 1\n    b: 2\n", "[{a: 1, b: 2}, {a: 3, b: 4}]", "-   a: 1\n    b: 2\n-   a: 3\n    b: 4\n"),
        ("-   - b\n    -   - c\n        - d\n", "[[[c, d]]]", "-   -   - c\n        - d\n"),
    ],
)
def test_lists_in_lists_and_groups_of_groups(old: str, new: str, made: str) -> None:
    before, after = root_of(old), root_of(new)
    assert before
    assert after

    text = applied(old, list(edits_between(old, before, after, in_flow=False)))

    assert text == made
    assert flow_of(root_of(text) or before) == new


# ---------------------------------------------------------------- a record more

CELLS = {"id": "z", "title": "More: talks", "venue.city": "Minsk", "tags": "[x, y]"}
IN_BRACES = "{id: z, title: 'More: talks', venue: {city: Minsk}, tags: [x, y]}"
IN_LINES = "id: z\n  title: 'More: talks'\n  venue: {city: Minsk}\n  tags: [x, y]\n"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("[{id: a}]\n", f"[{{id: a}}, {IN_BRACES}]\n"),
        ("[{id: a}, ]  # all\n", f"[{{id: a}}, {IN_BRACES}, ]  # all\n"),
        ("[\n  {id: a},  # one\n  {id: b}  # two\n]\n",
         f"[\n  {{id: a}},  # one\n  {{id: b}},  # two\n  {IN_BRACES}\n]\n"),
        ("[{id: a},\n {id: b}]\n", f"[{{id: a}},\n {{id: b}},\n {IN_BRACES}]\n"),
        ("- {id: a}\n- {id: b}  # two\n", f"- {{id: a}}\n- {{id: b}}  # two\n- {IN_BRACES}\n"),
        ("- id: a\n- {id: b}\n", f"- id: a\n- {{id: b}}\n- {IN_LINES}"),
        ("  - id: a\n", "  - id: a\n  - " + IN_LINES.replace("\n  ", "\n    ")),
        ("-   id: a\n", "-   id: a\n-   " + IN_LINES.replace("\n  ", "\n    ")),
        ("- id: a", f"- id: a\n- {IN_LINES}"),
        ("- id: a\r\n", "- id: a\r\n- " + IN_LINES.replace("\n", "\r\n")),
        ("- id: a\n# the end\n", f"- id: a\n# the end\n- {IN_LINES}"),
        ("- id: a\n...\n", f"- id: a\n- {IN_LINES}...\n"),
        ("", f"- {IN_LINES}"),
        ("[]", f"- {IN_LINES}"),
        ("# what is here\n[]  # nothing yet\n", f"# what is here\n# nothing yet\n- {IN_LINES}"),
        ("# nothing yet\n", f"# nothing yet\n- {IN_LINES}"),
    ],
)  # fmt: skip
def test_a_record_more_is_written_as_those_before_it(text: str, made: str) -> None:
    now = with_record(text, CELLS, frozenset({"tags"}))

    assert now == made
    assert [one.cells()["id"] for one in records_of(now)] == [one.cells()["id"] for one in records_of(text)] + ["z"]
    assert records_of(now)[-1].cells() == CELLS
