"""A relation in which everything has a time, and which has nothing in common with the shipped one.

Its people, bodies and documents are made up. The days at which tests look at it stand in `DAYS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.world import Disk, Memory, Overlay, shipped_root
from samples.composing import loaded

if TYPE_CHECKING:
    from briefgen.model.workspace import Workspace

FOLDER = "data/brazil-india"
DAYS = ("2016-01-01", "2019-12-31", "2022-08-31", "2023-08-10", "2027-05-12", "2027-05-13")
"""The data are of the fourth. On the last but one a planned visit is due; the day after, its time is over."""
FILES = {
    f"{FOLDER}/relation.yaml": """\
title: Brazil–India relations
parties:
  - {id: BRA, name: Brazil, adjective: Brazilian}
  - {id: IND, name: India, adjective: Indian}
as_of: 2023-08-10
default_sensitivity: public
""",
    f"{FOLDER}/references.json": """\
[{"id": "book", "type": "book", "title": "Two federations", "author": [{"family": "Rao"}], "issued": {"date-parts": [[2012]]}},
 {"id": "report", "type": "report", "title": "A report", "author": [{"family": "Lima"}], "issued": {"date-parts": [[2022, 3]]}},
 {"id": "release", "type": "article-newspaper", "title": "A release", "author": [{"family": "Desk"}],
  "issued": {"date-parts": [[2023, 8, 1]]}}]
""",  # noqa: E501 - a record is one line
    "data/people.yaml": """\
- id: ana
  name: Ana Prado
  sort_name: Prado, Ana
  terms:
    - {title: Minister of Trade of Brazil, party: BRA, level: minister, held: 2018/2022-08-31, over_by: 2022-09-01}
- id: bruno
  name: Bruno Sales
  sort_name: Sales, Bruno
  terms:
    - {title: Minister of Trade of Brazil, party: BRA, level: minister, held: 2022-09-01/..}
- id: chitra
  name: Chitra Iyer
  sort_name: Iyer, Chitra
  terms:
    - {title: Minister of Commerce of India, party: IND, level: minister, held: ../2021}
- id: dev
  name: Dev Nair
  sort_name: Nair, Dev
  terms:
    - {title: Minister of Commerce of India, party: IND, level: minister, held: 2022}
""",
    "data/organisations.yaml": "- {id: pact, name: Pact of the South, short: Pact}\n",
    f"{FOLDER}/visits.yaml": """\
- {id: first-visit, kind: official, title: Visit of the trade minister, date: 2019-06-03, visitor: {party: BRA, person: ana}, host: IND, major: true, sources: [{ref: report}]}
- {id: second-visit, kind: official, title: Return visit of the commerce minister, date: 2022-05, visitor: {party: IND, person: dev}, counterparts: [{party: BRA, person: ana}], host: BRA, major: true, sources: [{ref: report}]}
- {id: summit-visit, kind: state, title: Visit of the Prime Minister of India, date: 2027-05-12, planned: true, recorded: 2023-08-01, host: BRA, venue: {city: Brasília, country: BRA}, major: true, sources: [{ref: release}]}
""",  # noqa: E501 - a record is one line
    f"{FOLDER}/agreements.yaml": """\
- {id: treaty, kind: treaty, title: Treaty on investment, signed: 2015-11, in_force: 2019-12-31, state: in_force, sources: [{ref: book}], ratifications: [{party: BRA, date: 2016-03}, {party: IND, date: 2019-10}]}
- {id: programme, kind: protocol, title: Programme of exchanges 2015–2017, signed: 2015-01, in_force: 2015-02, ended: 2017-12-31, state: expired, sources: [{ref: book}]}
- {id: pause, kind: agreement, title: Agreement on meat, signed: 2018-04, in_force: 2019, state: suspended, sources: [{ref: report}]}
- {id: talks, kind: agreement, title: Agreement on pensions, state: negotiating, recorded: 2022, sources: [{ref: report}]}
- {id: next-deal, kind: mou, title: Memorandum on biofuels, signed: 2023-12, planned: true, recorded: 2023-08-01, sources: [{ref: release}]}
- {id: early-stock, kind: stock, title: Documents between the two states, count: 17 documents, count_as_of: 2018-10, sources: [{ref: report}]}
- {id: late-stock, kind: stock, title: Documents between the two states, count: 21 documents, count_as_of: 2023-08, sources: [{ref: release}]}
""",  # noqa: E501 - a record is one line
    f"{FOLDER}/mechanisms.yaml": """\
- id: commission
  kind: joint_commission
  name: Joint Commission on Trade
  created: 2010
  sources: [{ref: report}]
  sessions: [{number: 1, date: 2011-02}, {number: 7, date: 2023-08-07}, {number: 8, date: 2024-09, planned: true, recorded: 2023-08-07, sources: [{ref: release}]}]
  sessions_held: [{value: 4 sessions, as_of: 2015}, {value: 6 sessions, as_of: ../2021}, {value: 7 sessions, as_of: 2023-08-07}]
  cochairs:
    - {party: BRA, person: ana, during: 2022}
    - {party: BRA, person: bruno, during: 2023}
    - {party: IND, person: chitra, during: ../2021}
    - {party: IND, person: dev, recorded: 2022}
""",  # noqa: E501 - a record is one line
    f"{FOLDER}/memberships.yaml": """\
- {id: brazil-in-pact, parties: [BRA], organisation: pact, role: member, during: 2014/2022, sources: [{ref: report}]}
- {id: india-in-pact, parties: [IND], organisation: pact, role: observer, during: 2020/.., sources: [{ref: report}]}
""",
    f"{FOLDER}/milestones.yaml": """\
- {id: relations, kind: diplomatic_relations, title: Diplomatic relations, date: 1948, major: true, sources: [{ref: book}]}
- {id: consulate, kind: consulate, title: India opens a consulate, date: ../2021, sending: IND, host: BRA, major: true, sources: [{ref: report}]}
""",  # noqa: E501 - a record is one line
    "templates/audiences/desk.yaml": """\
name: Desk
brief_for: brief for the desk
subtitle: Day by day
clearance: public
citations: {style: gost, markers: numbers}
sections:
  - summary
  - key_figures
  - ahead: {if_empty: drop}
  - timeline: {planned: true}
  - politics
  - agreements
  - mechanisms: {cochairs: true}
  - people: {if_empty: drop}
  - connectivity
  - questions: {if_empty: drop}
  - sources
""",
}


def dated_workspace() -> Workspace:
    """The relation with the shipped templates."""
    own = Memory({name: text.encode() for name, text in FILES.items()})
    return loaded(Overlay(own, Disk(shipped_root())))
