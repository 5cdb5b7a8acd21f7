"""A workspace with two kinds of its own: enterprises in YAML with parts, loans as a table."""

from __future__ import annotations

ENTERPRISES = """\
what: an enterprise
about: Money that companies of one party put into the other.
fields:
  title: {role: title, required: true, about: What it is called.}
  amount: {role: money, about: How much was announced.}
  investor: {role: party}
  announced: {role: happened, required: true, about: When it was announced.}
  agreement: {role: link, to: [agreements]}
  form: {role: one-of, choices: [greenfield, merger, joint_venture]}
  site: {role: venue}
  stages:
    role: parts
    each: a stage
    fields:
      name: {role: line, required: true}
      opened: {role: happened}
      capacity: {role: quantity}
  major: {role: major}
"""
LOANS = """\
what: a loan
about: Credit that one party or its bank gave to the other.
table: true
fields:
  lender: {role: party, required: true}
  purpose: {role: line, required: true}
  amount: {role: money, required: true}
  signed: {role: happened, required: true}
  rate: {role: rate}
  sectors: {role: one-of, choices: [energy, roads, water], many: true}
  enterprise: {role: link, to: [enterprises]}
"""
RECORDS = """\
- id: wind-park
  title: Lake wind park
  amount: about 25000000 USD
  investor: NOR
  announced: 2014
  agreement: tax-treaty
  form: greenfield
  site: {city: Marsabit, country: KEN}
  stages:
    - {name: First turbines, opened: 2017-03, capacity: 50 MW}
    - {name: Quiet second field, opened: 2018, capacity: 6173 MW, sensitivity: restricted}
    - {name: Third field, opened: 2020-05, capacity: 70 MW}
  major: true
  sources: [{ref: embassy}]
- id: drone-plant
  title: A plant for quiet drones
  amount: 8642 USD
  announced: 2015
  sensitivity: restricted
  sources: [{ref: fund}]
- id: solar-farm
  title: Solar farm
  investor: NOR
  announced: 2020-11
  agreement: quiet-deal
  sources: [{ref: fund}]
"""
ROWS = """\
id,lender,purpose,amount,scale,currency,signed,rate,sectors,enterprise,sources,sensitivity
loan-1,NOR,Grid to the wind park,12.5,1000000,USD,2015-02,about 3.5 %,energy,wind-park,embassy,
loan-2,NOR,Water for Kisumu,4,1000000,EUR,2020-12,,water;roads,,fund,
loan-3,NOR,A quiet loan for drones,9753,1000000,EUR,2016,,energy,drone-plant,fund,restricted
"""
AUDIENCE = """\
name: {name}
brief_for: brief for the {name}
subtitle: What is known
clearance: {clearance}
stale_after: {{enterprises: {{months: 240}}, loans: {{months: 240}}}}
sections: [money]
"""
MONEY = """\
---
about: Enterprises and loans.
---
{% for x in enterprises %}
- {{ x.title }} ({{ x.announced|date }}{% if x.investor %}, {{ x.investor|name }}{% endif %}): {{ x.amount|money if x.amount else "no amount stated" }}{% if x.form %}, {{ x.form|label }}{% endif %}{% if x.site %}, {{ x.site|place }}{% endif %}{% if x.agreement %}, under {{ find(x.agreement).title }}{% endif %}{{ cite(x) }}
{% for stage in x.stages %}
  - {{ stage.name }}, {{ stage.opened|date }}, {{ stage.capacity }}
{% endfor %}
{% endfor %}

{% for x in loans %}
- {{ x.purpose }}: {{ x.amount|money }} of {{ x.lender|name }}, {{ x.signed|date }}{% if x.rate %}, at {{ x.rate }}{% endif %}{% for sector in x.sectors %}, {{ sector|label }}{% endfor %}{% if x.enterprise %}, for {{ find(x.enterprise).title }}{% endif %}{{ cite(x) }}
{% endfor %}

{% for x in agreements %}
- {{ x.title }}, {{ x.kind|label }}, {{ x.signed|date }}{% if x.state %}, {{ x.state|label }}{% endif %}{{ cite(x) }}
{% endfor %}

{{ ref("money") }} puts it in order.

{{ timeline("Money in time", events(major=true), name="money") }}

{% for x in facts() %}
- {{ x.id }}: {{ x.type|label }}
{% endfor %}

{{ reference_list() }}
"""  # noqa: E501 - a paragraph is one line
DATA = "data/kenya-norway"
FILES = {
    "kinds/enterprises.yaml": ENTERPRISES,
    "kinds/loans.yaml": LOANS,
    f"{DATA}/relation.yaml": """\
title: Kenya–Norway relations
parties:
  - {id: KEN, name: Kenya, adjective: Kenyan}
  - {id: NOR, name: Norway, adjective: Norwegian}
as_of: 2021-04-23
default_sensitivity: public
file_sensitivity: {loans: public}
""",
    f"{DATA}/references.json": """\
[{"id": "embassy", "type": "report", "title": "Norway in Kenya", "author": [{"family": "Embassy"}], "publisher": "E",
  "issued": {"date-parts": [[2020]]}},
 {"id": "fund", "type": "report", "title": "Annual report", "author": [{"family": "Fund"}], "publisher": "F",
  "issued": {"date-parts": [[2021]]}}]""",
    f"{DATA}/agreements.yaml": """\
- {id: tax-treaty, kind: treaty, title: Tax treaty, signed: 2012, state: in_force, sources: [{ref: embassy}]}
- {id: quiet-deal, kind: mou, title: A quiet deal, signed: 2019, sensitivity: restricted, sources: [{ref: embassy}]}
""",
    f"{DATA}/enterprises.yaml": RECORDS,
    f"{DATA}/loans.csv": ROWS,
    "templates/audiences/reader.yaml": AUDIENCE.format(name="reader", clearance="public"),
    "templates/audiences/ministry.yaml": AUDIENCE.format(name="ministry", clearance="restricted"),
    "templates/sections/money.md.j2": MONEY,
}
HIDDEN = ("quiet", "drone", "8642", "8,642", "9753", "9,753", "6173", "6,173", "loan-3")
"""What stands in records that the reader may not know alone."""


def memory(**others: str) -> dict[str, bytes]:
    """The files in memory."""
    return {name: text.encode() for name, text in {**FILES, **others}.items()}
