"""Who makes the briefs of a run: walled processes that know views alone, and helpers that know facts."""

from briefgen.batch.crew_of_run import CrewOfRun
from briefgen.batch.nursery import Nursery
from briefgen.batch.own_process import OwnProcess

__all__ = ["CrewOfRun", "Nursery", "OwnProcess"]
