"""Patterns that are compiled when they are first used are well-formed before anybody uses one."""

from __future__ import annotations

import gc
import re
from importlib import import_module
from pathlib import Path

from briefgen import late_patterns

SOURCE = Path(late_patterns.__file__).parent


def test_each_pattern_that_a_module_declares_can_be_compiled() -> None:
    declaring = [path for path in SOURCE.rglob("*.py") if "late_pattern(" in path.read_text(encoding="utf-8")]
    for path in declaring:
        import_module(".".join(["briefgen", *path.relative_to(SOURCE).with_suffix("").parts]).removesuffix(".__init__"))

    declared = [one._declared for one in gc.get_objects() if type(one) is late_patterns._Later]
    assert len(declared) > len(declaring)
    for pattern, flags in declared:
        re.compile(pattern, flags)  # type: ignore[call-overload]
