"""What a package defines is not called as one of its modules: loading that module later would take its place."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src/briefgen"
PACKAGES = sorted(SOURCE.rglob("__init__.py"))


def defined(source: str) -> set[str]:
    """The functions and classes that a module defines itself."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return {node.name for node in ast.parse(source).body if isinstance(node, kinds)}


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: str(path.parent.relative_to(SOURCE)))
def test_no_function_of_a_package_is_called_as_its_module(package: Path) -> None:
    modules = {path.stem for path in package.parent.iterdir() if path.suffix == ".py" or path.is_dir()}

    assert defined(package.read_text(encoding="utf-8")) & modules == set()


def test_one_that_is_would_be_noticed() -> None:
    assert defined("def load() -> None: ...\nclass World: ...\nx = 1\n") == {"load", "World"}
