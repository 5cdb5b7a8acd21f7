"""The coverage matrix as lines for people, as a page, and as JSON."""

from __future__ import annotations

import json
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

import click

from briefgen.cli.table import print_table
from briefgen.diagnostics import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.model.facts.coverage import Coverage, Verdict

SHOWN = "shown"
_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Who sees which fact</title>
<style>
body{{font:15px/1.5 sans-serif;margin:2rem;color:#1c2430}}
table{{border-collapse:collapse;margin:1rem 0 2.5rem}}
th,td{{text-align:left;padding:.25rem .9rem .25rem 0;border-bottom:1px solid #c9d0d6;vertical-align:top}}
thead th{{position:sticky;top:0;background:#fff}}
td.hidden{{color:#8a4a12}}
</style>
</head>
<body>
<h1>Who sees which fact</h1>
<p>For the owner of the data: this page names hidden facts.</p>
{tables}
</body>
</html>
"""


def print_matrix(found: Sequence[Coverage]) -> None:
    """A table for each relation: a line for each fact, a column for each audience."""
    for relation, coverages in _by_relation(found):
        click.echo(visible(relation))
        rows = [(fact.fact, fact.collection, *row) for fact, row in _rows(coverages)]
        print_table(_heads(coverages), rows)
        click.echo(_counts(coverages))


def matrix_page(found: Sequence[Coverage]) -> str:
    """The tables as one HTML page."""
    return _PAGE.format(tables="\n".join(_table(relation, coverages) for relation, coverages in _by_relation(found)))


def matrix_json(found: Sequence[Coverage]) -> str:
    """Relation, as-of date and, for each fact, the reason by audience."""
    relations = [
        {
            "relation": relation,
            "as_of": coverages[0].as_of,
            "facts": [
                {
                    "id": fact.fact,
                    "collection": fact.collection,
                    "place": str(fact.place),
                    "audiences": dict(zip((c.audience for c in coverages), row, strict=True)),
                }
                for fact, row in _rows(coverages)
            ],
        }
        for relation, coverages in _by_relation(found)
    ]
    return json.dumps(relations, ensure_ascii=False, indent=1)


def _by_relation(found: Iterable[Coverage]) -> Iterator[tuple[str, list[Coverage]]]:
    for relation, coverages in groupby(found, key=lambda coverage: coverage.relation):
        yield relation, list(coverages)


def _heads(coverages: Sequence[Coverage]) -> tuple[str, ...]:
    return ("fact", "collection", *(coverage.audience for coverage in coverages))


def _rows(coverages: Sequence[Coverage]) -> Iterator[tuple[Verdict, list[str]]]:
    """Each fact with its words for every audience."""
    for verdicts in zip(*(coverage.verdicts for coverage in coverages), strict=True):
        yield verdicts[0], [_words(verdict) for verdict in verdicts]


def _words(verdict: Verdict) -> str:
    return verdict.reason.value if verdict.reason else SHOWN


def _counts(coverages: Sequence[Coverage]) -> str:
    parts = []
    for coverage in coverages:
        shown = sum(verdict.reason is None for verdict in coverage.verdicts)
        parts.append(f"{coverage.audience} {shown}")
    return f"shown, of {len(coverages[0].verdicts)} facts and parts: {', '.join(parts)}"


def _table(relation: str, coverages: Sequence[Coverage]) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in _heads(coverages))
    lines = [_line(fact, row) for fact, row in _rows(coverages)]
    title = f"<h2>{escape(relation)}</h2>\n<p>{escape(_counts(coverages))}</p>"
    return "\n".join([title, f"<table><thead><tr>{head}</tr></thead><tbody>", *lines, "</tbody></table>"])


def _line(fact: Verdict, row: Sequence[str]) -> str:
    name = f'<th scope="row" title="{escape(str(fact.place))}">{escape(fact.fact)}</th>'
    cells = "".join(f"<td{'' if words == SHOWN else ' class=hidden'}>{escape(words)}</td>" for words in row)
    return f"<tr>{name}<td>{escape(fact.collection)}</td>{cells}</tr>"
