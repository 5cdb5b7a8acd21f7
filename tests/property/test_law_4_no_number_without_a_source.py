"""Law 4: each figure printed from data leads back to file, line and reference, each derived one to its inputs."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.document import TextRun
from briefgen.model.traversal import inlines_in
from briefgen.view import SharedWork, places_of
from briefgen.world import Memory
from samples.composing import BASE, FOLDER, composed, loaded

HEADER = "id,period,exporter,importer,flow,value,op,half_unit,scale,currency,sources\n"
TEMPLATE = """\
## Trade

{% for year in trade %}
{{ year.period|date }}: {{ year.turnover|money }}, {% for party in parties %}{{ year.exports[party.id]|money("sign") }},
{{ year.shares[party.id]|percent }}{% endfor %}; {% if year.balance %}{{ year.balance|money }}{% endif %}.
{% for party in parties if year.changes[party.id] is defined %}
{{ year.changes[party.id]|growth }}
{% endfor %}

{% endfor %}
"""
_VALUE = st.integers(1, 99_999).map(lambda n: f"{n / 10:.1f}")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_VALUE, _VALUE), min_size=1, max_size=4))
def test_every_figure_leads_to_its_rows_and_their_reference(years: list[tuple[str, str]]) -> None:
    rows = ""
    for index, (one, other) in enumerate(years):
        rows += f"p{index},{2015 + index},PAK,BLR,X,{one},about,0.05,1000000,USD,ref\n"
        rows += f"b{index},{2015 + index},BLR,PAK,X,{other},eq,0.05,1000000,USD,other\n"
    files = {**BASE, f"{FOLDER}/trade.csv": HEADER + rows, "templates/sections/one.md.j2": TEMPLATE}
    workspace = loaded(Memory({name: text.encode() for name, text in files.items()}))
    document, said = composed(workspace, "reader")
    places = places_of(workspace.relations[0], SharedWork(workspace.relations[0]).contract(workspace.audiences[0]))

    assert said == []
    figures = [i for i in inlines_in(document.blocks) if isinstance(i, TextRun) and any(c.isdigit() for c in i.text)]
    assert len(figures) >= 5 * len(years)
    for figure in figures:
        assert figure.origin, figure.text
        for fact in figure.origin.facts:
            assert fact.place.path == f"{FOLDER}/trade.csv"
            assert fact.place.line == 0  # no view knows where a fact stands; the owner does
            assert places["fact", fact.fact].line == 2 + 2 * int(fact.fact[1:]) + (fact.fact[0] == "b")
            assert fact.refs == (("ref",) if fact.fact[0] == "p" else ("other",))
    derived = [figure for figure in figures if figure.origin and figure.origin.formula]
    assert len(derived) >= 3 * len(years)
    assert all(figure.origin and len(figure.origin.facts) >= 2 for figure in derived)
