from __future__ import annotations

import ast
import importlib
import sys
from typing import TYPE_CHECKING

import mutation
import pytest
from mutants import imports
from mutants.children import Ended
from mutants.judging import BrokenRunError, Fate, Verdict, fate_of
from mutants.recording import Suite
from mutants.running import Ran
from mutants.selection import Selection
from mutants.settings import Equivalent, Settings, SettingsError
from mutants.sources import mutants_of, mutated, sampled
from mutants.telling import diff

if TYPE_CHECKING:
    from pathlib import Path


def faults_in(source: str) -> set[str]:
    """What the whole of a module of one statement may become."""
    found = {ast.unparse(mutated(source, mutant.index)) for mutant in mutants_of(source, "m.py")}
    assert ast.unparse(ast.parse(source)) not in found
    return found


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ("a < b", {"a <= b"}),
        ("a >= b == c", {"a > b == c", "a >= b != c"}),
        ("a is b", {"a is not b"}),
        ("a in b", {"a not in b"}),
        ("a not in b", {"a in b"}),
        ("a and b", {"a or b"}),
        ("a or b", {"a and b"}),
        ("not a", {"a"}),
        ("-a", {"a"}),
        ("a + b", {"a - b"}),
        ("a // b", {"a * b"}),
        ("a % b", {"a * b"}),
        ("a += b", {"a -= b"}),
        ("a = 5", {"a = 6"}),
        ("a = True", {"a = False"}),
        ("a = 'word'", {"a = 'wordXX'"}),
        ("a = '1.06'", {"a = '2.06'"}),
        ("a = f'<{b}>'", {"a = f'<XX{b}>'", "a = f'<{b}>XX'"}),
        ("a = b if c else d", {"a = b if True else d", "a = b if False else d"}),
        ("if a: b", {"if True:\n    b", "if False:\n    b"}),
        ("while a: b", {"while False:\n    b"}),
        ("[a for a in b if c]", {"[a for a in b if True]", "[a for a in b if False]"}),
        ("def f(): return a", {"def f():\n    return None"}),
        ("f(a, b=c, **d)", {"f(a, **d)"}),
        ("min(a)", {"max(a)"}),
        ("all(a)", {"any(a)"}),
    ],
)
def test_an_operator_makes_these_faults_and_no_others(source: str, faults: set[str]) -> None:
    assert faults_in(source) == faults


def test_a_guard_of_a_case_may_hold_always_or_never() -> None:
    found = faults_in("match a:\n    case 1 if b:\n        c")

    assert found == {f"match a:\n    case 1 if {said}:\n        c" for said in ("True", "False")}


@pytest.mark.parametrize(
    "source",
    [
        '"""What a module is."""',
        'a: int\n"""What a field is."""',
        "def f(a: 'Date') -> 'Date': '''What it is.'''",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    a = 5",
        "__all__ = ['a']",
        "@cache(size=5)\ndef f(): ...",
        "T = TypeVar('T', bound=str)",
        "cast('Date', a)",
        "Block = Heading | Paragraph | None",
        "def f(): return None",
        "match a:\n    case 'word': b",
        "a = f'{b:.2f}'",
    ],
)
def test_what_no_test_could_notice_is_left_alone(source: str) -> None:
    assert mutants_of(source, "m.py") == []


SOURCE = '''\
"""Counts."""

LEAST = 3


def kept(values):
    """Those that count."""
    return [
        value
        for value in values
        if value > LEAST
    ]
'''


def test_a_mutant_knows_its_function_line_and_statement() -> None:
    by_words = {(mutant.before, mutant.after): mutant for mutant in mutants_of(SOURCE, "m.py")}

    condition, number = by_words["value > LEAST", "False"], by_words["3", "4"]
    assert (condition.function, condition.line, condition.lines) == ("kept", 11, (8, 12))
    assert not condition.is_run_on_import
    assert (number.function, number.line, number.is_run_on_import) == ("", 3, True)


def test_a_default_is_run_on_import_and_a_body_is_not() -> None:
    default, body = mutants_of("def f(a=1):\n    return 2 and a", "m.py")[0], mutants_of("f = lambda: 2", "m.py")[0]

    assert default.is_run_on_import
    assert not body.is_run_on_import


def test_a_survivor_is_shown_as_a_line_of_a_diff() -> None:
    source = "Ω = 1\nlong = a < (b and c)\n"
    told = [diff(source, mutant.index) for mutant in mutants_of(source, "m.py")]

    assert ("- Ω = 1", "+ Ω = 2") in told
    assert ("- long = a < (b and c)", "+ long = a <= (b and c)") in told
    assert ("- long = a < (b and c)", "+ long = a < (b or c)") in told


# ---------------------------------------------------------------- the sample

MANY = "\n".join(f"def f{n}(a):\n    return a + {n} if a > {n} else 'word {n}'" for n in range(20))


def test_a_seed_draws_the_same_mutants_again_and_another_draws_others() -> None:
    mutants = mutants_of(MANY, "m.py")

    assert sampled(mutants, "one", 9) == sampled(list(reversed(mutants)), "one", 9)
    assert sampled(mutants, "one", 9) != sampled(mutants, "two", 9)
    assert len(sampled(mutants, "one", 9)) == 9
    assert sampled(mutants, "one", None) == mutants


def test_the_draw_of_a_module_does_not_change_with_its_name_or_with_lines_elsewhere() -> None:
    before = [mutant.key for mutant in sampled(mutants_of(MANY, "m.py"), "one", 9)]
    after = [mutant.key for mutant in sampled(mutants_of(f"import z\n\n{MANY}", "moved/n.py"), "one", 9)]

    assert before == after


# ---------------------------------------------------------------- the run


def test_a_mutant_is_what_an_import_gives_while_the_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "briefgen_trial.py"
    path.write_text(SOURCE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    index = next(mutant.index for mutant in mutants_of(SOURCE, "m.py") if mutant.after == "value >= LEAST")

    imports.install("briefgen_trial", mutated(SOURCE, index))
    try:
        assert importlib.import_module("briefgen_trial").kept([2, 3, 4]) == [3, 4]
        with pytest.raises(RuntimeError, match="imported already"):
            imports.install("briefgen_trial", ast.parse(SOURCE))
    finally:
        del sys.modules["briefgen_trial"]
    assert path.read_text(encoding="utf-8") == SOURCE
    assert list(tmp_path.rglob("*.pyc")) == []


def test_the_name_of_a_module_follows_from_its_file() -> None:
    assert imports.module_name("src/briefgen/view/access.py") == "briefgen.view.access"
    assert imports.module_name("src/briefgen/view/__init__.py") == "briefgen.view"


def test_tests_that_run_the_line_come_first_then_those_of_their_files() -> None:
    suite = Suite(
        seconds={"a.py::slow": 2.0, "a.py::fast": 0.1, "a.py::mate": 0.01, "b.py::other": 0.01},
        lines={"a.py::slow": {"src/m.py": 1 << 9}, "a.py::fast": {"src/m.py": 1 << 8}, "b.py::other": {"src/m.py": 2}},
        mates={"a.py": ("a.py::slow", "a.py::fast", "a.py::mate"), "b.py": ("b.py::other",)},
    )
    mutant = next(m for m in mutants_of(SOURCE, "src/m.py") if m.after == "value >= LEAST")

    assert Selection(suite, {"src/m.py": SOURCE}, 30).batches(mutant) == [["a.py::fast", "a.py::slow", "a.py::mate"]]
    assert Selection(suite, {"src/m.py": SOURCE}, 1).batches(mutant) == [["a.py::fast"]]


def test_a_test_that_is_fast_or_runs_little_else_comes_before_one_that_is_neither() -> None:
    suite = Suite(
        seconds={"a.py::all": 0.2, "b.py::fast": 0.01, "c.py::near": 0.5},
        lines={
            "a.py::all": {"src/m.py": 1 << 9, "src/n.py": (1 << 90) - 1},
            "b.py::fast": {"src/m.py": 1 << 9, "src/n.py": (1 << 30) - 1},
            "c.py::near": {"src/m.py": 1 << 9},
        },
    )
    mutant = next(m for m in mutants_of(SOURCE, "src/m.py") if m.after == "value >= LEAST")

    assert Selection(suite, {"src/m.py": SOURCE}, 30).batches(mutant) == [["b.py::fast", "c.py::near", "a.py::all"]]


def test_what_stands_at_the_top_of_a_module_is_felt_where_functions_speak_of_it() -> None:
    suite = Suite(
        seconds={"a.py::direct": 0.1, "b.py::through": 0.1, "c.py::else": 0.1},
        lines={"a.py::direct": {"src/m.py": 1 << 11}, "b.py::through": {"src/n.py": 1 << 3}, "c.py::else": {}},
        mates={"a.py": ("a.py::direct",), "b.py": ("b.py::through",), "c.py": ("c.py::else",)},
    )
    other = "MOST = LEAST * 2\ndef f(a):\n    return a < MOST\n"
    mutant = next(m for m in mutants_of(SOURCE, "src/m.py") if m.after == "4")

    batches = Selection(suite, {"src/m.py": SOURCE, "src/n.py": other}, 30).batches(mutant)

    assert batches == [["a.py::direct", "b.py::through"]]


def test_what_stands_behind_a_field_of_a_class_is_felt_through_the_class() -> None:
    suite = Suite(seconds={"a.py::through": 0.1, "b.py::else": 0.1}, lines={"a.py::through": {"src/n.py": 1 << 2}})
    source = "WORDS = ('a', 'b')\nclass C:\n    field: list[WORDS]\ndef g(a: WORDS) -> WORDS: ...\n"
    mutant = next(m for m in mutants_of(source, "src/m.py") if m.after == "'aXX'")

    batches = Selection(suite, {"src/m.py": source, "src/n.py": "def f():\n    return C()\n"}, 30).batches(mutant)

    assert batches == [["a.py::through"]]


def test_witnesses_are_heard_of_declarations_alone_and_last() -> None:
    suite = Suite(
        seconds={"a.py::runs": 0.1, "w.py::all": 99.0},
        lines={"a.py::runs": {"src/m.py": 1 << 11 | 1 << 9}},
        mates={"a.py": ("a.py::runs",), "w.py": ("w.py::all",)},
    )
    chosen = Selection(suite, {"src/m.py": SOURCE}, 30, ["w.py::*"])
    declared = next(m for m in mutants_of(SOURCE, "src/m.py") if m.after == "4")
    done = next(m for m in mutants_of(SOURCE, "src/m.py") if m.after == "value >= LEAST")

    assert chosen.batches(declared) == [["a.py::runs"], ["w.py::all"]]
    assert chosen.batches(done) == [["a.py::runs"]]


@pytest.mark.parametrize(
    ("ended", "fate"),
    [
        (Ended(Ran(0)), Fate.SURVIVED),
        (Ended(Ran(1, "a.py::test")), Fate.KILLED),
        (Ended(Ran(2)), Fate.KILLED),
        (Ended(is_late=True), Fate.LATE),
        (Ended(fault="ended with -11"), Fate.KILLED),
    ],
)
def test_the_end_of_a_child_tells_the_fate_of_its_mutant(ended: Ended, fate: Fate) -> None:
    assert fate_of(ended) is fate


@pytest.mark.parametrize("code", [3, 4, 5])
def test_a_run_in_which_no_test_was_run_says_nothing_of_the_mutant(code: int) -> None:
    with pytest.raises(BrokenRunError):
        fate_of(Ended(Ran(code)))


# ---------------------------------------------------------------- what is told


def settings_at(folder: Path, *equivalent: Equivalent) -> Settings:
    (folder / "m.py").write_text(SOURCE, encoding="utf-8")
    return Settings(folder, "m", ("tests",), ("tests",), {"all": ("m.py",)}, equivalent)


def verdicts_of(settings: Settings, killed: int) -> list[Verdict]:
    mutants = mutants_of((settings.project / "m.py").read_text(encoding="utf-8"), "m.py")
    return [Verdict(m, Fate.KILLED if n < killed else Fate.SURVIVED, tests=7) for n, m in enumerate(mutants)]


def test_one_survivor_too_many_ends_the_run_with_1_and_is_told_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = settings_at(tmp_path)
    total = len(mutants_of(SOURCE, "m.py"))

    assert mutation.told(verdicts_of(settings, total - 1), {"all": ["m.py"]}, settings, 100) == 1
    said = capsys.readouterr().out
    assert f"| m.py | {total} | {total - 1} | 0 | 1 | 80 % |" in said
    assert "m.py:11: comparison, survived, 7 tests\n    - if value > LEAST\n    + if value >= LEAST\n" in said
    assert "all: 80 % is below the floor of 100 %" in said
    assert mutation.told(verdicts_of(settings, total - 1), {"all": ["m.py"]}, settings, 80) == 0
    assert mutation.told(verdicts_of(settings, total), {"all": ["m.py"]}, settings, 100) == 0


def test_a_fault_that_is_none_is_left_out_and_a_note_of_one_that_is_gone_is_an_error(tmp_path: Path) -> None:
    options = mutation.options_of(["--all"])
    listed = Equivalent("", "3", "4", "because")

    drawn = mutation.drawn(settings_at(tmp_path, listed), ["m.py"], options)

    assert [mutant.after for mutant in drawn] == [m.after for m in mutants_of(SOURCE, "m.py") if m.after != "4"]
    with pytest.raises(SettingsError, match="no such mutant"):
        mutation.drawn(settings_at(tmp_path, Equivalent("", "7", "8", "because")), ["m.py"], options)


def test_a_pattern_that_finds_no_module_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"no module 'gone/\*\*'"):
        Settings(tmp_path, "m", (), (), {"all": ("gone/**",)}, ()).modules()
