"""A minimal workspace in memory, with one relation whose files a test replaces."""

from __future__ import annotations

from briefgen.diagnostics import print_short
from briefgen.load import load
from briefgen.model.values.date import parse_date
from briefgen.validate import validate
from briefgen.world import Memory, Overlay

FOLDER = "data/x-y"
UNNAMED = "BG283"
"""The people and organisations stand ready for tests, and need not be named: it is said only where it is asked for."""
MINIMAL = {
    f"{FOLDER}/relation.yaml": """\
title: Relations
parties:
  - {id: PAK, name: Pakistan, adjective: Pakistani}
  - {id: BLR, name: Belarus, adjective: Belarusian}
as_of: 2021-04-23
default_sensitivity: public
""",
    f"{FOLDER}/references.json": '[{"id": "ref", "type": "book", "title": "T", "author": [{"family": "A"}]}]',
    "data/people.yaml": """\
- id: head
  name: Head
  sort_name: Head
  terms:
    - {title: President, party: BLR, level: head_of_state, held: 2015}
""",
    "data/organisations.yaml": "- {id: oic, name: OIC, short: OIC}\n",
    "templates/audiences/all.yaml": """\
name: All
brief_for: brief
subtitle: Everything
clearance: restricted
sections: [empty]
""",
    "templates/sections/empty.md.j2": "Nothing.\n",
}
TRADE = "id,period,exporter,importer,flow,value,scale,currency,sources\n"
PRODUCTS = "id,exporter,importer,label,hs_code,sources\n"


def world(files: dict[str, str], pictures: dict[str, bytes] | None = None) -> Memory:
    """The minimal workspace with files of the relation (bare names) or of the workspace (paths) laid over it."""
    placed = {name if "/" in name else f"{FOLDER}/{name}": text for name, text in files.items()}
    return Memory({name: text.encode() for name, text in {**MINIMAL, **placed}.items()} | (pictures or {}))


def diagnostics_of(
    files: dict[str, str],
    only: str = "",
    as_of: str | None = None,
    shipped: dict[str, str] | None = None,
    pictures: dict[str, bytes] | None = None,
) -> list[str]:
    """What loading and checking say, a line each, in order; places are relative to the relation's folder.

    With `only`, what the rule of that code says; the loader is heard in any case. `shipped`: what briefgen has.
    """
    loaded = load(
        Overlay(world(files, pictures), Memory({path: text.encode() for path, text in (shipped or {}).items()}))
    )
    found = [*loaded.diagnostics, *validate(loaded.value, parse_date(as_of) if as_of else None)]
    return [
        print_short(d).removeprefix(f"{FOLDER}/")
        for d in sorted(found, key=lambda d: (d.place, d.code))
        if d.code.startswith(("BG1", only)) and (d.code != UNNAMED or only == UNNAMED)
    ]
