from __future__ import annotations

import hashlib

import pytest

from samples.relation_files import diagnostics_of

PATH = "templates/sections/empty.md.j2"
OLD, NEW, OWN = "Nothing.\n", "Nothing at all.\n", "Nothing of ours.\n"


def record(text: str) -> dict[str, str]:
    """What is kept of a file that was copied when it said that."""
    return {"templates/copied.toml": f'"sections/empty.md.j2" = "{hashlib.sha256(text.encode()).hexdigest()}"\n'}


def test_a_changed_copy_of_what_is_shipped_still_passes() -> None:
    assert diagnostics_of({PATH: OWN, **record(OLD)}, only="BG278", shipped={PATH: OLD}) == []


def test_a_changed_copy_of_what_has_changed_since_is_told() -> None:
    assert diagnostics_of({PATH: OWN, **record(OLD)}, only="BG278", shipped={PATH: NEW}) == [
        f"{PATH}:1:1: info[BG278] the shipped file has changed since it was copied"
    ]


def test_a_copy_that_was_never_changed_is_told_as_that() -> None:
    assert diagnostics_of({PATH: OLD, **record(OLD)}, only="BG278", shipped={PATH: NEW}) == [
        f"{PATH}:1:1: info[BG278] the shipped file has changed since it was copied, and the copy has not"
    ]


def test_a_copy_that_says_what_is_shipped_now_passes() -> None:
    assert diagnostics_of({PATH: NEW, **record(OLD)}, only="BG278", shipped={PATH: NEW}) == []


@pytest.mark.parametrize("shipped", [{}, {PATH: NEW}])
def test_a_file_of_which_nothing_is_kept_passes(shipped: dict[str, str]) -> None:
    assert diagnostics_of({PATH: OWN}, only="BG278", shipped=shipped) == []


def test_other_line_ends_are_no_change() -> None:
    files = {PATH: OWN, **record(OLD)}

    assert diagnostics_of(files, only="BG278", shipped={PATH: OLD.replace("\n", "\r\n")}) == []
