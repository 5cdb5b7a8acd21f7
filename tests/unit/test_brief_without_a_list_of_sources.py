"""A brief whose audience shows markers of sources and no list of them."""

from __future__ import annotations

import pytest

from briefgen.model.formats import FORMATS
from briefgen.pipeline import Order, make
from briefgen.world import Memory
from samples.composing import BASE, FOLDER

FILES = {
    **BASE,
    f"{FOLDER}/milestones.yaml": "- {id: m, kind: other, title: T, date: 2015, sources: [{ref: ref}]}\n",
    "templates/sections/one.md.j2": "{% for m in milestones %}\n{{ m.title }}{{ cite(m) }}\n{% endfor %}\n",
}


@pytest.mark.parametrize("ending", FORMATS)
def test_it_is_made_in_every_format(ending: str) -> None:
    world = Memory({name: text.encode() for name, text in FILES.items()})
    result = make(world, Order(formats=(ending,)))

    assert [d.message for d in result.report.diagnostics if d.severity == "error"] == []
    assert f"output/x-y/reader.{ending}" in world.files
