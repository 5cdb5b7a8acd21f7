"""What is tried against templates, laid into prose: it ends in diagnostics, and prints nothing that it should not."""

from __future__ import annotations

import pytest

from briefgen.diagnostics import Severity
from briefgen.pipeline import Order, check
from briefgen.world import Memory
from samples.attacks import BOMBS, ESCAPES
from samples.broken_prose import FILES, HEAD, PATH

ATTACKS = {**BOMBS, **{escape: escape for escape in ESCAPES}}
WAYS_OUT = (
    'fact("ties").__class__', 'fact("ties").title.__class__', 'fact("ties").title.raw', 'fact("ties").origin.facts',
    'fact("ties").place', 'fact("ties").sensitivity', 'fact("ties").fields', 'fact("ties").date.__init__',
    'fact("../../etc/passwd").title', 'fact("__class__").mro', 'fact("ties")|attr("__class__")',
    'fact("ties").title|map("upper")', 'fact("ties").visitor', 'fact("text").text', 'fact("text").text.pieces',
)  # fmt: skip
"""Ways to Python behind a value, to labels, and to the text itself."""


def errors(body: str) -> list[str]:
    world = Memory({path: text.encode() for path, text in {**FILES, PATH: f"{HEAD}{body}\n"}.items()})
    return [d.code for d in check(world, Order()).report.diagnostics if d.severity is Severity.ERROR]


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_on_templates_ends_in_diagnostics_of_prose(name: str) -> None:
    found = errors(ATTACKS[name])

    assert found, name
    assert set(found) <= {"BG103", "BG138", "BG292", "BG406", "BG422", "BG423"}


@pytest.mark.parametrize("asked", WAYS_OUT)
def test_no_way_leads_out_of_the_fields_of_facts(asked: str) -> None:
    assert errors(f"Words {{{{ {asked} }}}}.")
