"""A workspace of one relation and one audience, every kind of file a line or two, to spoil in one place at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FOLDER = "data/pak-blr"
READER = "templates/audiences/reader.yaml"
SECTION = "templates/sections/story.md.j2"
FILES = {
    "briefgen.toml": 'author = "Desk"\nlanguage = "en-GB"\n',
    "data/people.yaml": """\
- id: head
  name: A Head
  sort_name: Head, A
  terms:
    - {title: President of Belarus, party: BLR, level: head_of_state, held: 2010-01-01/2024-12-31}
""",
    "data/organisations.yaml": "- id: oic\n  name: An Organisation\n  short: OIC\n",
    f"{FOLDER}/relation.yaml": """\
title: Pakistan and Belarus
parties:
  - {id: PAK, name: Pakistan, adjective: Pakistani}
  - {id: BLR, name: Belarus, adjective: Belarusian}
as_of: 2021-04-23
default_sensitivity: public
""",
    f"{FOLDER}/milestones.yaml": """\
- id: ties
  kind: diplomatic_relations
  title: Diplomatic relations
  date: 1994-02-03
  text: Relations began.
  sources:
    - {ref: book, quote: relations began on 3 February 1994}
""",
    f"{FOLDER}/visits.yaml": """\
- id: visit
  kind: official
  title: The head visits
  date: 2015-05-29
  visitor: {party: BLR, person: head}
  host: PAK
  sources:
    - {ref: book}
""",
    f"{FOLDER}/mechanisms.yaml": """\
- id: jc
  kind: joint_commission
  name: Joint commission
  sessions:
    - {number: 1, date: 2016}
  sources:
    - {ref: book}
""",
    f"{FOLDER}/trade.csv": """\
id,period,exporter,importer,flow,value,scale,currency,sources,note
t-a,2019,PAK,BLR,X,15.1,1000000,USD,book,as told
t-b,2019,BLR,PAK,X,35.1,1000000,USD,book,
""",
    f"{FOLDER}/products.csv": "id,exporter,importer,label,hs_code,sources\np-a,BLR,PAK,tractors,8701,book\n",
    f"{FOLDER}/references.json": """\
[
  {"id": "book", "type": "book", "title": "A book", "author": [{"family": "Author"}], "publisher": "Press",
   "issued": {"date-parts": [[2020]]}, "URL": "https://example.org/book"}
]
""",
    READER: """\
name: Reader
brief_for: brief for the reader
subtitle: What is known
clearance: public
hide:
  topics: [defence]
citations: {markers: numbers}
sections:
  - story: {limit: 5}
  - sources
""",
    SECTION: """\
---
about: The story.
options:
  limit: 0
---
## Story

{% for event in events() %}
- {{ event.title }}, {{ event.date|date }}{{ cite(event) }}
{% endfor %}

{% call table("Trade") %}
| Period | Exports |
| --- | --: |
{% for row in trade %}
| {{ row.period|date("short") }} | {{ row.exports["PAK"]|money("sign") }} |
{% endfor %}
{% endcall %}
""",
    "templates/sections/sources.md.j2": "## Sources\n\n{{ reference_list() }}\n",
}
"""Path → text; `briefgen check` has nothing to say about them."""


def write(folder: Path, files: Mapping[str, str] = FILES) -> Path:
    """Put files into a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
