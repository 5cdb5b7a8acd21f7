"""A situation as facts: the least that a relation must hold so that its briefs have to say something of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLES = ("trade", "products", "series")
"""Kinds whose rows stand in a table; those of others are records."""
_FILLED = {
    "trade": {"flow": "X", "scale": "1000000", "currency": "USD"},
    "products": {"exporter": "KEN", "importer": "NOR"},
    "series": {},
}
"""What a row says where its columns do not."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What is so, in a few words, and the facts that say it."""

    title: str
    facts: Mapping[str, str]
    """Kind → its records, a line each, without id and source: `kind: treaty, title: Treaty on fish`."""
    relation: Mapping[str, str] = field(default_factory=dict)
    """What its relation.yaml says otherwise."""
    hides: tuple[str, ...] = ()
    """Codes of problems that belong to the situation."""

    def files(self, folder: str) -> dict[str, str]:
        """Path → text of a relation's files."""
        said = {
            "title": "Kenya–Norway relations", "as_of": "2026-05-20", "default_sensitivity": "public",
            "parties": PARTIES, **self.relation,
        }  # fmt: skip
        found = {f"{folder}/relation.yaml": "".join(f"{name}: {value}\n" for name, value in said.items())}
        found[f"{folder}/references.json"] = _REFERENCES
        for kind, lines in self.facts.items():
            written = _table(kind, lines) if kind in TABLES else _records(kind, lines)
            found[f"{folder}/{kind}.{'csv' if kind in TABLES else 'yaml'}"] = written
        return found


_REFERENCES = (
    '[{"id": "ref", "type": "report", "title": "A report", "author": [{"family": "Otieno"}], '
    '"issued": {"date-parts": [[2026]]}}]'
)
PARTIES = """
  - {id: KEN, name: Kenya, adjective: Kenyan, fiscal_year_begins: 07-01}
  - {id: NOR, name: Norway, adjective: Norwegian, fiscal_year_begins: 01-01}"""


def _records(kind: str, lines: str) -> str:
    """Each line a record with an id and a source, unless it says its own."""
    return "".join(
        f"- {{id: {kind.replace('_', '-')}-{number}, sources: [{{ref: ref}}], {line.strip()}}}\n"
        if not line.strip().startswith("id:")
        else f"- {{sources: [{{ref: ref}}], {line.strip()}}}\n"
        for number, line in enumerate(lines.strip().splitlines(), 1)
    )


def _table(kind: str, lines: str) -> str:
    """The rows with an id, a source and what goes without saying."""
    head, *rows = (line.strip() for line in lines.strip().splitlines())
    more = {name: value for name, value in _FILLED[kind].items() if name not in head.split(",")}
    table = [",".join((head, "id", *(["sources"] if "sources" not in head.split(",") else []), *more))]
    for number, row in enumerate(rows, 1):
        filled = [*row.split(","), f"{kind}-{number}", *(["ref"] if "sources" not in head.split(",") else [])]
        table.append(",".join((*filled, *more.values())))
    return "\n".join(table) + "\n"
