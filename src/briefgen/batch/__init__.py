"""Who makes the briefs of a run: walled processes that know views alone, and helpers that know facts.

Each is loaded when it is asked for first: a run in which nothing has changed needs none of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.batch.many_cores.crew_of_run import CrewOfRun
    from briefgen.batch.nursery import Nursery
    from briefgen.batch.own_process import OwnProcess

__all__ = ["CrewOfRun", "Nursery", "OwnProcess"]

_WHERE = {"CrewOfRun": "many_cores.crew_of_run", "Nursery": "nursery", "OwnProcess": "own_process"}


def __getattr__(name: str) -> object:
    """What makes briefs, or brings it forth."""
    if name in _WHERE:
        return getattr(import_module(f"briefgen.batch.{_WHERE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
