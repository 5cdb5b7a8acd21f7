"""templates/copied.toml: what shipped files were when they were copied."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.diagnostics import Report, Severity
from briefgen.load import load
from briefgen.load.settings.audience_list import with_audiences
from briefgen.load.settings.copy_record import PATH, digest, read_record, record_text
from briefgen.model.workspace import CopyState
from briefgen.world import Memory, Overlay
from samples.relation_files import MINIMAL

SECTION = "templates/sections/empty.md.j2"
A, B = "a" * 64, "b" * 64


def read(text: str) -> tuple[dict[str, str], list[tuple[str, Severity]]]:
    """What a record says, and what is said of it."""
    report = Report()
    record = read_record(Memory({PATH: text.encode()}), report)
    return record, [(f"{d.place}: {d.code}", d.severity) for d in report.diagnostics]


paths = st.from_regex(r"templates/(sections|audiences)/[a-z][a-z0-9_-]{0,9}\.(yaml|md\.j2)", fullmatch=True)


@given(st.dictionaries(paths, st.from_regex(r"[0-9a-f]{64}", fullmatch=True)))
def test_what_is_written_is_read_again_and_a_line_is_a_file(record: dict[str, str]) -> None:
    text = record_text(record)
    lines = [line for line in text.splitlines() if not line.startswith("#")]

    assert read(text) == (record, [])
    assert lines == sorted(lines)
    assert len(lines) == len(record)


def test_the_order_of_copying_leaves_no_trace() -> None:
    first, second = {"templates/a": A, "templates/b": B}, {"templates/b": B, "templates/a": A}

    assert record_text(first) == record_text(second)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<<<<<<< HEAD\n", f"{PATH}:1:1: BG104"),
        (f'"sections/a.md.j2" = "{A}"\n"sections/a.md.j2" = "{B}"\n', f"{PATH}:2:88: BG104"),
        ('"sections/a.md.j2" = "new"\n', f"{PATH}: BG108"),
        ('"sections/a.md.j2" = 5\n', f"{PATH}: BG108"),
        (f'[sections]\n"a.md.j2" = "{A}"\n', f"{PATH}: BG108"),
        ("a = " + "[" * 10_000, f"{PATH}: BG103"),
        (f"a = {'9' * 5000}", f"{PATH}: BG104"),
        ("a = '\x00'", f"{PATH}:1:6: BG102"),
        ("#" * 300_000, f"{PATH}: BG103"),
    ],
)
def test_a_fault_is_a_warning_since_no_brief_hangs_on_it(text: str, said: str) -> None:
    assert read(text) == ({}, [(said, Severity.WARNING)])


def test_one_faulty_line_spares_the_others() -> None:
    assert read(f'"a" = "{A}"\n"b" = ""\n')[0] == {"templates/a": A}


def test_the_digest_is_that_of_the_text_whatever_its_line_ends() -> None:
    assert digest(b"a\r\nb\r\n") == digest(b"a\nb\n") != digest(b"a\nb")
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(
    ("own", "shipped", "copied", "state"),
    [
        ("a", "a", None, CopyState.SAME),
        ("a", "a", "b", CopyState.SAME),
        ("a\r\n", "a\n", None, CopyState.SAME),
        ("a", "b", None, CopyState.CHANGED),
        ("a", "b", "b", CopyState.CHANGED),
        ("a", "b", "a", CopyState.UNTOUCHED),
        ("a", "b", "c", CopyState.OUTDATED),
    ],
)
def test_how_a_copy_stands_to_what_is_shipped(own: str, shipped: str, copied: str | None, state: CopyState) -> None:
    files = {path: text.encode() for path, text in MINIMAL.items()} | {SECTION: own.encode()}
    if copied is not None:
        files[PATH] = record_text({SECTION: digest(copied.encode())}).encode()
    workspace = load(Overlay(Memory(files), Memory({SECTION: shipped.encode()}))).value

    assert [(copy.path, copy.state) for copy in workspace.copies] == [(SECTION, state)]


# ---------------------------------------------------------------- the list of audiences in briefgen.toml


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'audiences = ["a"]\n'),
        ('author = "x"', 'author = "x"\naudiences = ["a"]\n'),
        ('# Who.\nauthor = "x"  # us\n', '# Who.\nauthor = "x"  # us\naudiences = ["a"]\n'),
        ("[limits]\nmemory_mb = 9\n", 'audiences = ["a"]\n[limits]\nmemory_mb = 9\n'),
        ('author = "x"\r\n\r\n[limits]\r\n', 'author = "x"\r\n\r\naudiences = ["a"]\r\n[limits]\r\n'),
        ('author = """\n[limits]\n"""\n', 'author = """\n[limits]\n"""\naudiences = ["a"]\n'),
        ("author = '''\n[a]\n'''\n[limits]\n", "author = '''\n[a]\n'''\naudiences = [\"a\"]\n[limits]\n"),
    ],
)
def test_the_list_is_added_and_all_else_stays(before: str, after: str) -> None:
    assert with_audiences(before, ["a"]) == after


@pytest.mark.parametrize("text", ['audiences = ["b"]\n', "no toml", "[audiences]\n"])
def test_what_cannot_take_the_list_is_left_alone(text: str) -> None:
    assert with_audiences(text, ["a"]) is None
