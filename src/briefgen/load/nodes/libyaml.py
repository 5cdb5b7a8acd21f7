"""PyYAML, whose scanner and parser alone are used: the patterns of the rest are never compiled, which took 5 ms."""

from __future__ import annotations

from briefgen.late_patterns import patterns_of_others

with patterns_of_others():
    import yaml

__all__ = ["yaml"]
