"""Jinja2 and markdown-it, loaded before all that asks for them: their patterns are compiled as they are used.

They declare some eighty, and a brief uses the fifth part: to compile all took 4 ms.
"""

from __future__ import annotations

from briefgen.late_patterns import patterns_of_others

with patterns_of_others():
    import mdit_py_plugins.footnote  # noqa: F401 - for what it loads
    from jinja2 import meta, sandbox  # noqa: F401 - for what they load
