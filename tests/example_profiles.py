"""How hypothesis draws its examples: the same ones in every run, new ones in a search.

A red test is to be red for everybody; `--hypothesis-profile search` draws new examples. Both start from hypothesis's
own defaults by name: where `CI` is set, others hold, which never draw anything new. How long a machine takes over an
example says nothing of the code.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

_ANYWHERE = settings(settings.get_profile("default"), deadline=None, suppress_health_check=[HealthCheck.too_slow])


def register() -> None:
    """Make both known, and draw the same examples in every run unless a search is asked for."""
    settings.register_profile("steady", _ANYWHERE, derandomize=True, database=None)
    settings.register_profile("search", _ANYWHERE, max_examples=1000, print_blob=True)
    settings.load_profile("steady")
