"""Every rule that asks how much, how long or how many is silent on one side of its edge and speaks on the other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pytest

from samples.relation_files import MINIMAL, diagnostics_of

ROWS = "id,period,exporter,importer,flow,value,half_unit,scale,currency,reporter,valuation,scheme,code,status,sources\n"
FLOWS = (
    f"{ROWS}a,2019,PAK,BLR,X,15.1,0.05,1000000,USD,,,,,,ref\nb,2019,BLR,PAK,X,35.1,0.05,1000000,USD,,,,,,ref\n"
    "c,2019,{flow},0.05,1000000,USD,,,,,,ref\n"
)
TWO_YEARS = f"{ROWS}a,2018,PAK,BLR,X,100,0,1,USD,,,,,,ref\nb,2019,PAK,BLR,X,{{}},0,1,USD,,,,,,ref\n"
MIRROR = f"{ROWS}a,2001,PAK,BLR,X,100,0,1,USD,PAK,FOB,,,,ref\nb,2001,PAK,BLR,X,{{}},0,1,USD,BLR,{{}},,,,ref\n"
GROUPS = (
    f"{ROWS}t,2019,PAK,BLR,X,3,0.5,1,USD,,,,,,ref\na,2019,PAK,BLR,X,{{}},0,1,USD,,,HS17,85,,ref\n"
    "b,2019,PAK,BLR,X,1,0,1,USD,,,HS17,87,,ref\n"
)
BODY = "- id: jc\n  kind: joint_commission\n  name: JC\n  sources: [{{ref: ref}}]\n"
TREATY = "- {{id: t, kind: treaty, title: T, sources: [{{ref: ref}}], {}}}\n"
STOCK = TREATY.format("signed: 2015").replace("{", "{{").replace("}", "}}") + (
    "- {{id: s, kind: stock, title: S, sources: [{{ref: ref}}], {}}}\n"
)
PAGE = '[{{"id": "ref", "type": "webpage", "title": "T", "author": [{{"family": "A"}}], "accessed": {}}}]'
RELATION = MINIMAL["data/x-y/relation.yaml"].replace("{", "{{").replace("}", "}}")
STEP = "- {{id: m, kind: other, title: M, sources: [{{ref: ref}}], {}}}\n"
TERM = (
    "- {{id: head, name: Head, sort_name: Head, "
    "terms: [{{title: M, party: BLR, level: minister, held: 2015-03/2018-05, {}}}]}}\n"
)


@dataclass(frozen=True, slots=True)
class Edge:
    """A rule's code, the file it looks at with a gap in it, and what fills the gap on each side."""

    code: str
    file: str
    text: str
    silent: tuple[str, ...]
    told: tuple[str, ...]
    as_of: str | None = None
    beside: dict[str, str] = field(default_factory=dict)
    severity: str = ""

    def said(self, filling: str) -> list[str]:
        """The severities of what the rule finds."""
        text = self.text.format(*filling.split("|"))
        found = diagnostics_of({self.file: text, **self.beside}, only=self.code, as_of=self.as_of)
        mine = [line for line in found if f"[{self.code}]" in line]
        assert found == mine, "the file is wrong in another way"
        return [match[1] for line in mine if (match := re.search(r"(\w+)\[BG", line))]


TURNOVER = FLOWS.format(flow="PAK,BLR,TURNOVER,{}")
BALANCE = FLOWS.format(flow="BLR,PAK,BALANCE,{}")
HEAD = {
    "data/people.yaml": "- {id: head, name: Head, sort_name: Head}\n- {id: tail, name: Tail, sort_name: Tail}\n",
}
EDGES = {
    "a sum touches its total": Edge("BG204", "trade.csv", TURNOVER, ("50.05", "50.35"), ("50.04", "50.36")),
    "a balance touches the difference": Edge("BG205", "trade.csv", BALANCE, ("19.85", "20.15"), ("19.84", "20.16")),
    "a flow is nothing": Edge(
        "BG244", "trade.csv", f"{ROWS}a,2019,PAK,BLR,X,{{}},0.05,1,USD,,,,,,ref\n", ("0", "0.1"), ("-0.1",)
    ),
    "a code has two, four or six digits": Edge(
        "BG217",
        "products.csv",
        "id,exporter,importer,label,hs_code,sources\np,PAK,BLR,dates,{},ref\n",
        ("08", "0804", "080410"),
        ("8", "804", "80410", "0804101", "08041010"),
    ),
    "a figure is ten times another": Edge("BG236", "trade.csv", TWO_YEARS, ("1000", "10", "0"), ("1001", "9.99")),
    "mirror figures are a quarter apart": Edge(
        "BG239",
        "trade.csv",
        MIRROR,
        ("125|FOB", "75|FOB", "132.5|CIF", "79.5|CIF"),
        ("125.1|FOB", "74.9|FOB", "132.6|CIF", "79.4|CIF"),
        severity="warning",
    ),
    "mirror figures are double": Edge("BG239", "trade.csv", MIRROR, (), ("200|FOB", "212|CIF"), severity="warning"),
    "mirror figures are more than double": Edge(
        "BG239", "trade.csv", MIRROR, (), ("200.1|FOB", "212.2|CIF"), severity="error"
    ),
    "groups add up to their total": Edge("BG243", "trade.csv", GROUPS, ("2.5",), ("2.6",)),
    "a year lies between two totals": Edge(
        "BG242", "trade.csv", TWO_YEARS.replace("2019", "{}", 1).replace("X,{},", "X,100,"), ("2019",), ("2020", "2024")
    ),
    "a session is two intervals old": Edge(
        "BG268",
        "mechanisms.yaml",
        BODY + "  cadence: {}\n  sessions: [{{number: 1, date: {}}}]\n",
        (
            "yearly|2019-04-23",
            "half_yearly|2020-04-23",
            "monthly|2021-02-23",
            "two_yearly|2017-04-23",
            "irregular|1999",
            "quarterly|2020-10-23",
        ),
        (
            "yearly|2019-03-23",
            "half_yearly|2020-03-23",
            "monthly|2021-01-23",
            "two_yearly|2017-03-23",
            "quarterly|2020-09-23",
        ),
        as_of="2021-04-23",
    ),
    "a page was read two years ago": Edge(
        "BG270",
        "references.json",
        PAGE,
        ('{"date-parts": [[2024, 11, 24]]}', '{"date-parts": [[2024, 10, 25]]}'),
        ('{"date-parts": [[2024, 10, 24]]}',),
        as_of="2026-11-24",
    ),
    "a treaty was signed five years ago": Edge(
        "BG267",
        "agreements.yaml",
        TREATY,
        ("signed: 2016-04-23", "signed: 2016-03-24"),
        ("signed: 2016-03-23",),
        as_of="2021-04-23",
    ),
    "a review is due today": Edge(
        "BG271",
        "relation.yaml",
        RELATION + "review_by: {}\n",
        ("2021-04-23", "2021-04", "2021"),
        ("2021-04-22", "2021-03"),
        as_of="2021-04-23",
    ),
    "a stock counts what is listed": Edge(
        "BG230",
        "agreements.yaml",
        STOCK,
        ("count: 1 document", "count: 2 documents", "count: '>= 2'", "count: 0..1", "count: 1, list_complete: true"),
        ("count: 0 documents", "count: '< 0'", "count: 2, list_complete: true", "count: 0..0"),
    ),
    "sessions held are as many as are listed": Edge(
        "BG212",
        "mechanisms.yaml",
        BODY + "  sessions_held: [{{value: {}}}]\n  sessions: [{{number: 1, date: 2015}}, {{number: 2, date: 2016}}]\n",
        ("2 sessions", "1..2", "2..3", "'>= 2'", "'<= 2'"),
        ("1 session", "3 sessions", "3..4", "'>= 3'", "'<= 1'"),
    ),
    "sessions are numbered without a gap": Edge(
        "BG233",
        "mechanisms.yaml",
        BODY + "  list_complete: true\n  sessions: [{{number: 1}}, {{number: {}}}]\n",
        ("2",),
        ("3",),
    ),
    "an anniversary is so many years later": Edge(
        "BG221",
        "milestones.yaml",
        "- {{id: rel, kind: other, title: M, date: 1994-02, sources: [{{ref: ref}}]}}\n"
        "- {{id: an, kind: anniversary, title: N, counts_from: rel, sources: [{{ref: ref}}], date: {}, years: {}}}\n",
        ("2019|25", "2019-12-31|25", "2019|'> 25'", "2019|24..25"),
        ("2018|25", "2020|25", "2019|26..27", "2019|23..24"),
    ),
    "a number of the treaty series has six digits": Edge(
        "BG229",
        "agreements.yaml",
        TREATY,
        ("unts: I-1", "unts: I-123456", "unts: II-5"),
        ("unts: I-1234567", "unts: I-", "unts: III-5"),
    ),
    "a treaty is in force on the day of its signature": Edge(
        "BG209",
        "agreements.yaml",
        TREATY,
        ("signed: 2015-08-10, in_force: 2015-08-10", "signed: 2015-08, in_force: 2015-08-01"),
        ("signed: 2015-08-10, in_force: 2015-08-09", "signed: 2015-08, in_force: 2015-07-31"),
    ),
    "a later session may be of the same day": Edge(
        "BG209",
        "mechanisms.yaml",
        BODY + "  sessions: [{{number: 1, date: 2015-08-10}}, {{number: 2, date: {}}}]\n",
        ("2015-08-10", "2015-08"),
        ("2015-08-09", "2015-07"),
    ),
    "an agreement is of the first day of relations": Edge(
        "BG210",
        "agreements.yaml",
        TREATY,
        ("signed: 1994-02-03", "signed: 1994-02"),
        ("signed: 1994-02-02", "signed: 1994-01"),
        beside={
            "milestones.yaml": "- {id: r, kind: diplomatic_relations, title: R, date: 1994-02-03,"
            " sources: [{ref: ref}]}\n"
        },
    ),
    "an event is of the day that the data are as of": Edge(
        "BG208",
        "milestones.yaml",
        STEP,
        ("date: 2021-04-23", "date: 2021-04", "date: 2021-04-23/2022"),
        ("date: 2021-04-24", "date: 2021-05"),
    ),
    "an office is over in its first month": Edge(
        "BG264",
        "data/people.yaml",
        TERM,
        ("over_by: 2015-03", "over_by: 2015-03-01"),
        ("over_by: 2015-02", "over_by: 2015-02-28"),
    ),
    "a chair is handed on": Edge(
        "BG262",
        "mechanisms.yaml",
        BODY + "  cochairs:\n    - {{party: BLR, person: head, during: 2015/2018-05-03}}\n"
        "    - {{party: {}, person: {}, during: {}/2021}}\n",
        ("BLR|tail|2018-05-04", "BLR|tail|2018-05-03", "PAK|tail|2018", "BLR|head|2018"),
        ("BLR|tail|2018-05-02", "BLR|tail|2018-05"),
        beside=HEAD,
    ),
    "a name is spelt much like another": Edge(
        "BG228",
        "milestones.yaml",
        "- {{id: m, kind: other, title: Day, text: '{} came.', date: 2015, sources: [{{ref: ref}}]}}\n",
        ("Abcde Fghij", "Abcde Fxyij", "Bbcde Fghij"),
        ("Abcde Fghjj", "Abcdd Fghij"),
        beside={"data/people.yaml": "- {id: a, name: Abcde Fghij, sort_name: F}\n"},
    ),
    "two sources give a cause": Edge(
        "BG254",
        "assessments.yaml",
        "- {{id: a, kind: causal, text: It grew., sources: [{}]}}\n",
        ("{ref: ref}, {ref: other}",),
        ("{ref: ref}", "{ref: ref}, {ref: ref, locator: p. 2}"),
        beside={
            "references.json": '[{"id": "ref", "type": "book", "title": "T", "author": [{"family": "A"}]},'
            ' {"id": "other", "type": "book", "title": "U", "author": [{"family": "B"}]}]'
        },
    ),
}


@pytest.mark.parametrize(
    ("edge", "filling"), [(name, filling) for name, edge in EDGES.items() for filling in edge.silent]
)
def test_a_rule_is_silent_up_to_its_edge(edge: str, filling: str) -> None:
    assert EDGES[edge].said(filling) == []


@pytest.mark.parametrize(
    ("edge", "filling"), [(name, filling) for name, edge in EDGES.items() for filling in edge.told]
)
def test_a_rule_speaks_beyond_its_edge(edge: str, filling: str) -> None:
    found = EDGES[edge].said(filling)

    assert len(found) == 1
    assert EDGES[edge].severity in {"", found[0]}
