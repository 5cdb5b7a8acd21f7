"""Who makes the briefs of a run: a process of its own, which knows views and templates and is held to limits."""

from briefgen.batch.nursery import Nursery
from briefgen.batch.own_process import OwnProcess

__all__ = ["Nursery", "OwnProcess"]
