"""No name of the code is left that nobody reads: what only tests use counts as unused.

vulture compares all names that are written with all that are read, wherever they stand: it knows methods, fields and
arguments, and is blind where two things share a name. The second look is the other way round: by module and import,
for what stands at the top of a module, where sharing a name hides nothing.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

from vulture import Vulture

from briefgen.model.formats import FORMATS
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.reading.reading_half import TraceReadingHalf
from briefgen.render.writing_half import PagedHalf

SRC = Path(__file__).parents[2] / "src"
PACKAGE = SRC / "briefgen"
LISTED = Path(__file__).with_name("unused_names.txt")
LEAST_SURE = 60
"""Per cent: what vulture is as sure of about a function or field that nothing names."""


def allowed() -> dict[str, str]:
    """`module:name` → the reason why it stays."""
    lines = (line for line in LISTED.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return {name.strip(): reason.strip() for name, _, reason in (line.partition("#") for line in lines)}


@cache
def unused_by_name() -> frozenset[str]:
    """What vulture finds in the sources alone."""
    found = Vulture()
    found.scavenge([str(PACKAGE)])
    items = found.get_unused_code(min_confidence=LEAST_SURE)
    return frozenset(f"{Path(item.filename).relative_to(PACKAGE).as_posix()}:{item.name}" for item in items)


@cache
def trees() -> dict[Path, ast.Module]:
    """Every file of the package → its syntax tree."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


def module_of(path: Path) -> str:
    """What others import a file as."""
    parts = path.relative_to(SRC).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def read_elsewhere() -> set[tuple[str, str]]:
    """Module and name of all that some other module imports, or asks of a module that it imported."""
    read: set[tuple[str, str]] = set()
    for tree in trees().values():
        modules: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                read |= {(node.module, name.name) for name in node.names}
                modules |= {name.asname or name.name: f"{node.module}.{name.name}" for name in node.names}
        read |= {
            (modules[node.value.id], node.attr)
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules
        }
    return read | read_by_the_registry() | {(kind.made_of.__module__, "KIND") for kind in SHIPPED_KINDS.values()}


def read_by_the_registry() -> set[tuple[str, str]]:
    """What the halves of formats must have: they are found by the name of their format."""
    demanded = {"render": dir(PagedHalf), "reading": dir(TraceReadingHalf)}
    halves = [(f"briefgen.{floor}.{name}", parts) for floor, parts in demanded.items() for name in FORMATS]
    return {(half, part) for half, parts in halves for part in parts}


def read_here(tree: ast.Module) -> set[str]:
    """Names that a module reads outside the thing of that name; what calls only itself is read by nobody."""
    return {
        node.id
        for statement in tree.body
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id != getattr(statement, "name", "")
    }


def defined(tree: ast.Module) -> set[str]:
    """What stands at the top of a module; what a decorator hands to a library is read by that library."""
    named = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    own = {s.name for s in tree.body if isinstance(s, named) and not (s.decorator_list and _is_command(s))}
    targets = [t for s in tree.body if isinstance(s, ast.Assign) for t in s.targets]
    targets += [s.target for s in tree.body if isinstance(s, ast.AnnAssign)]
    return own | {node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name)}


def _is_command(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> bool:
    return any(".command" in ast.unparse(decorator) for decorator in node.decorator_list)


def unused_by_import() -> set[str]:
    """What stands at the top of a module and is read neither there nor by a module that imports it."""
    elsewhere, found = read_elsewhere(), set()
    for path, tree in trees().items():
        found |= {
            f"{path.relative_to(PACKAGE).as_posix()}:{name}"
            for name in defined(tree) - read_here(tree) - {"__all__", "__version__"}
            if (module_of(path), name) not in elsewhere
        }
    return found


def members_of_vocabularies() -> set[str]:
    """Members of enumerations of words: a file or template names them by their words."""
    return {
        f"{path.relative_to(PACKAGE).as_posix()}:{node.id}"
        for path, tree in trees().items()
        for named in ast.walk(tree)
        if isinstance(named, ast.ClassDef) and any(ast.unparse(base).endswith("StrEnum") for base in named.bases)
        for statement in named.body
        if isinstance(statement, ast.Assign)
        for node in statement.targets
        if isinstance(node, ast.Name)
    }


def declared_fields() -> set[str]:
    """Fields of records: whoever reads them asks for their roles."""
    return {
        f"{path.relative_to(PACKAGE).as_posix()}:{node.target.id}"
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
        if "Declared(" in ast.unparse(node.annotation)
    }


def test_no_name_is_written_that_nobody_reads() -> None:
    assert sorted(unused_by_name() - set(allowed()) - members_of_vocabularies() - declared_fields()) == []


def test_nothing_at_the_top_of_a_module_is_read_by_nobody() -> None:
    assert sorted(unused_by_import() - set(allowed())) == []


def test_the_list_of_exceptions_has_no_line_too_many_and_every_line_a_reason() -> None:
    listed = [pattern.split(":") for pattern in allowed()]
    gone = [name for file, name in listed if name not in (PACKAGE / file).read_text(encoding="utf-8")]

    assert gone == []
    assert [name for name, reason in allowed().items() if not reason] == []
