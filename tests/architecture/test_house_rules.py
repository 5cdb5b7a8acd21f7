"""The shape of the code, as tests: layers, doors, room sizes, registered codes, plain words."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from importlinter.cli import lint_imports

from briefgen.diagnostics import CODES
from briefgen.validate import DATED_RULES, RULES, WORKSPACE_RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
LONGEST_MODULE, LONGEST_FUNCTION = 400, 45


def test_layers_and_doors_hold(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    code = lint_imports()
    said = capsys.readouterr()

    assert code == 0, said.out + said.err
    assert "0 broken" in said.out


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT / "src").as_posix())
def test_a_module_is_one_room(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    functions = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]

    assert text.count("\n") <= LONGEST_MODULE
    assert [n.name for n in functions if (n.end_lineno or n.lineno) - n.lineno > LONGEST_FUNCTION] == []
    assert not {"utils", "util", "helpers", "common", "misc", "manager"} & set(path.stem.split("_"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT / "src").as_posix())
def test_dataclasses_are_those_that_cost_nothing_to_declare(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {(n.module, a.name) for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) for a in n.names}
    of_modules = [ast.unparse(n) for n in ast.walk(tree) if isinstance(n, ast.Attribute)]

    if path.name not in {"records.py", "record_methods.py"}:
        assert not imported & {("dataclasses", "dataclass"), ("dataclasses", "replace")}
        assert not {"dataclasses.dataclass", "dataclasses.replace"} & {*of_modules}


MOST_ROOMS = 20
CATALOGUES = {Path("validate/rules"), Path("model/kinds")}


def folders() -> dict[Path, list[Path]]:
    """Folder of the package → its modules, without `__init__`."""
    found: dict[Path, list[Path]] = {}
    for path in SOURCES:
        if path.name != "__init__.py":
            found.setdefault(path.parent.relative_to(ROOT / "src/briefgen"), []).append(path)
    return found


@pytest.mark.parametrize("folder", folders(), ids=str)
def test_a_folder_has_walls_and_says_what_is_inside(folder: Path) -> None:
    """Past twenty modules nobody finds one; rules and kinds are catalogues, where a file's name is what it holds."""
    path = ROOT / "src/briefgen" / folder

    assert len(folders()[folder]) <= MOST_ROOMS or folder in CATALOGUES
    assert ast.get_docstring(ast.parse((path / "__init__.py").read_text(encoding="utf-8")))


def test_a_file_name_means_one_thing() -> None:
    """The halves of formats have the same thing per format; a command is named as it is typed."""
    rooms: dict[str, set[Path]] = {}
    for folder, modules in folders().items():
        if folder.parts[:2] not in {("cli", "commands"), ("validate", "rules")}:
            room = Path(*folder.parts[:1]) if folder.parts[:1] in {("render",), ("reading",)} else folder
            for module in modules:
                rooms.setdefault(module.stem, set()).add(room)

    assert {name: sorted(map(str, found)) for name, found in rooms.items() if len(found) > 1} == {}


def test_public_classes_have_one_name_each() -> None:
    named: dict[str, list[str]] = {}
    for path in SOURCES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                named.setdefault(node.name, []).append(path.relative_to(ROOT).as_posix())

    assert {name: paths for name, paths in named.items() if len(paths) > 1} == {}


def used_codes() -> dict[str, set[str]]:
    """Code → the modules that name it."""
    found: dict[str, set[str]] = {}
    for path in SOURCES:
        if path.name not in {"codes.py", "advice.py"}:
            for code in re.findall(r"\bBG\d{3}\b", path.read_text(encoding="utf-8")):
                found.setdefault(code, set()).add(path.stem)
    return found


def test_every_code_that_is_used_is_registered_and_every_registered_code_is_used() -> None:
    assert set(used_codes()) == set(CODES)


def test_every_rule_has_its_own_module_code_and_test() -> None:
    rules = {path.stem for path in (ROOT / "src/briefgen/validate/rules").glob("[a-z]*.py")}
    tests = {path.stem.removeprefix("test_") for path in (ROOT / "tests/rules").glob("test_*.py")}

    listed = [rule.__name__ for book in (RULES, DATED_RULES, WORKSPACE_RULES) for rule in book]

    assert rules == tests == set(listed)
    assert len(listed) == len(set(listed))
    for rule in listed:
        source = (ROOT / f"src/briefgen/validate/rules/{rule}.py").read_text(encoding="utf-8")
        assert len(set(re.findall(r"\bBG2\d\d\b", source))) == 1
        for part in ("What it checks:", "Why it matters:", "Example:", "How to fix:"):
            assert part in source, f"{rule} does not say {part}"


def named(requirement: str) -> str:
    """The package of a requirement, as registries spell it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~; ]", requirement)[0]).lower()


def test_every_dependency_says_why() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]

    for requirement in project["dependencies"]:
        line = next(line for line in text.splitlines() if requirement in line)
        assert re.search(r"# .+\(.+\)$", line), f"{requirement} needs its reason and licence beside it"


def test_the_program_imports_only_what_it_declares() -> None:
    """What comes with another package, or with the tests, is not there for everybody."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    of_users = (
        *project["dependencies"],
        *extras["bib"],
        *extras["cluster"],
        *extras["preview"],
        *extras["store"],
        *extras["tables"],
    )
    declared = {named(wanted) for wanted in of_users}
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    absolute = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level]
    modules = [*absolute, *(name.name for node in nodes if isinstance(node, ast.Import) for name in node.names)]
    outside = {module.split(".")[0] for module in modules} - {*sys.stdlib_module_names, "briefgen"}
    owners = packages_distributions()

    assert {top for top in outside if declared.isdisjoint(map(named, owners.get(top, [])))} == set()


def test_what_one_system_alone_wants_is_imported_there_alone() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    marked = [re.fullmatch(r"(.+); sys_platform == '(\w+)'", one) for one in project["dependencies"] if ";" in one]
    for wanted in marked:
        assert wanted, "a marker of another form than `; sys_platform == 'NAME'`"
        (package, system) = wanted.groups()
        named_by = {top for top, owners in packages_distributions().items() if named(package) in map(named, owners)}
        importing = [path for path in SOURCES if imported(path, lambda _: True) & named_by]

        assert importing, f"nothing imports {package}"
        elsewhere = f"sys.platform == '{system}'"
        for path in importing:
            assert not imported(path, elsewhere.__ne__) & named_by, path


def imported(path: Path, is_entered: Callable[[str], bool]) -> set[str]:
    """The packages that a module imports, but below a condition that is not entered."""

    def nodes(of: ast.AST) -> Iterator[ast.AST]:
        leads_elsewhere = isinstance(of, ast.If) and not is_entered(ast.unparse(of.test))
        for node in of.orelse if isinstance(of, ast.If) and leads_elsewhere else ast.iter_child_nodes(of):
            yield from (node, *nodes(node))

    found = list(nodes(ast.parse(path.read_text(encoding="utf-8"))))
    names = [name.name for node in found if isinstance(node, ast.Import) for name in node.names]
    names += [node.module or "" for node in found if isinstance(node, ast.ImportFrom) and not node.level]
    return {name.split(".")[0] for name in names}


def test_pins_fit_the_requirements_and_name_no_address() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    pins = dict(line.split("==") for line in text.splitlines() if "==" in line)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(r for extra in project["optional-dependencies"].values() for r in extra)]

    assert {named(requirement) for requirement in wanted} <= set(pins)
    assert "://" not in text
