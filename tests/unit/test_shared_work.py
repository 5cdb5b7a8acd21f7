"""What views of a relation share changes none of them, in whatever order they are made."""

from __future__ import annotations

from functools import cache
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from briefgen.load import load
from briefgen.view import Request, Searched, SharedWork, fields_shown, view
from briefgen.world import Memory, Overlay, laid_over_shipped, shipped_root
from samples.second_relation import SHIPPED, files

if TYPE_CHECKING:
    from briefgen.model.workspace import Workspace


@cache
def workspace(name: str) -> Workspace:
    """The shipped workspace, or that of the second relation."""
    world = laid_over_shipped(shipped_root()) if name == "shipped" else Overlay(Memory(files()), SHIPPED)
    return load(world).value


@pytest.mark.parametrize("name", ["shipped", "second"])
@pytest.mark.parametrize("turned", [False, True])
def test_each_view_is_the_one_that_is_made_by_itself(name: str, *, turned: bool) -> None:
    found = workspace(name)
    [relation] = found.relations
    work, searched = SharedWork(relation), Searched(relation)
    for audience in found.audiences[::-1] if turned else found.audiences:
        alone, shared = view(relation, audience, Request()), view(relation, audience, Request(), work)

        assert shared == alone, audience.id
        assert searched.secrets(shared.value) == Searched(relation).secrets(alone.value)
        own = SharedWork(relation)
        assert fields_shown(work, audience, {("x", "y")}, ()) == fields_shown(own, audience, {("x", "y")}, ())


def test_what_one_audience_may_see_does_not_reach_the_next() -> None:
    found = workspace("second")
    [relation] = found.relations
    readers = [next(a for a in found.audiences if a.id == name) for name in ("researcher", "public", "minister")]
    alone = {reader.id: view(relation, reader, Request()).value for reader in readers}
    for order in permutations(readers):
        work = SharedWork(relation)
        for reader in order:
            assert view(relation, reader, Request(), work).value == alone[reader.id]
