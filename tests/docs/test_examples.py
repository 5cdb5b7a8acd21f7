"""The examples in the docstrings of the code do what they say."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src"
WITH_EXAMPLES = sorted(
    ".".join(path.relative_to(SRC).with_suffix("").parts).removesuffix(".__init__")
    for path in SRC.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)
ENTRIES = ("load.load", "view.view", "compose.compose", "render.render", "pipeline.make")
"""Where a program begins that uses briefgen as a library."""


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_an_example_gives_what_it_shows(name: str) -> None:
    failed, tried = doctest.testmod(importlib.import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE)

    assert tried > 0
    assert failed == 0


@pytest.mark.parametrize("entry", [*ENTRIES, "model.values.quantity.Quantity", "model.values.date.Date"])
def test_who_uses_the_code_as_a_library_finds_an_example(entry: str) -> None:
    module, _, name = f"briefgen.{entry}".rpartition(".")
    room = importlib.import_module(module)

    assert ">>> " in f"{room.__doc__} {getattr(room, name).__doc__}"
