"""Puts a mutant in a module's place when it is imported: no file is changed."""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ast
    from collections.abc import Sequence
    from types import CodeType, ModuleType


class _Loader(SourceFileLoader):
    """Reads the module from a tree instead of its file; its compiled form is kept nowhere."""

    def __init__(self, name: str, path: str, tree: ast.Module) -> None:
        super().__init__(name, path)
        self.tree = tree

    def get_code(self, fullname: str) -> CodeType:
        """The code of the mutant, with the file's name and lines."""
        code = compile(self.tree, self.get_filename(fullname), "exec", dont_inherit=True)
        return code  # noqa: RET504 - typed by its name


class MutantFinder:
    """Finds one module as its mutant, and leaves all others to the rest of the path."""

    def __init__(self, name: str, tree: ast.Module) -> None:
        self.name, self.tree = name, tree

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module with the mutant's code."""
        spec = PathFinder.find_spec(name, path) if name == self.name else None
        if spec and spec.origin:
            spec.loader = _Loader(name, spec.origin, self.tree)
        return spec


def install(name: str, tree: ast.Module) -> None:
    """From here on, importing the module gives the mutant; it must not be there yet."""
    if name in sys.modules:
        raise RuntimeError(f"{name} is imported already")
    sys.meta_path.insert(0, MutantFinder(name, tree))


def module_name(path: str) -> str:
    """The dotted name of `src/package/module.py`."""
    return path.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")
