"""No stage keeps a list of names of fields: whoever does not know a fact's kind asks for roles."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src/briefgen"
THE_ONE_ACCESS = "model/facts/declarations.py"
STAGES = (
    "model/facts",
    "model/kinds",
    "load/facts",
    "load/kinds",
    "load/shapes",
    "validate",
    "view",
    "compose/template",
    "compose/charts",
)
"""Where facts, or items made of them, are at hand."""
OF_OTHER_THINGS = {
    ("view/secrets.py", "_parts_with_words"): "of a view and all that it is made of",
    ("model/kinds/__init__.py", "_found"): "of a module",
    ("load/shapes/usual_values.py", "usual_of"): "of what classes declare, and of settings",
    ("view/withheld_prose.py", "holds"): "of figures that were computed, as prose names them",
}
"""File and function → what the asking is of, which is no fact of unknown kind."""
SOURCES = [path for top in STAGES for path in sorted((PACKAGE / top).rglob("*.py")) if path != PACKAGE / THE_ONE_ACCESS]


def asking(path: Path) -> list[tuple[str, str]]:
    """Every function of a file that asks a record for fields by a name that it computes."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    name = path.relative_to(PACKAGE).as_posix()
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return sorted({
        (name, function.name)
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and _called(node) in {"getattr", "fields", "dataclasses.fields", "vars", "asdict"}
    })  # fmt: skip


def _called(node: ast.Call) -> str:
    return ast.unparse(node.func)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_field_is_asked_for_by_a_computed_name(path: Path) -> None:
    assert [found for found in asking(path) if found not in OF_OTHER_THINGS] == []


def test_the_exceptions_are_there() -> None:
    assert set(OF_OTHER_THINGS) <= {found for path in SOURCES for found in asking(path)}


def test_no_kind_is_called_as_something_else_in_templates() -> None:
    from briefgen.compose.template.namespace import known_names
    from briefgen.model.kinds import SHIPPED_KINDS

    collections = [kind.collection for kind in SHIPPED_KINDS.values()]

    assert len(collections) == len(set(collections))
    assert set(collections) & set(known_names(())) == set()
