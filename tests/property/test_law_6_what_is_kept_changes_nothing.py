"""Law 6: a process that keeps what it read makes what a fresh one does, whatever was edited in between."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefgen.pipeline import Order, make
from briefgen.world import READ_AFRESH, Disk, Memory, MemoryOutputs, Overlay, ReadBefore, shipped_root
from samples.small_workspace import FILES, FOLDER, READER, SECTION

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic
    from briefgen.world import Recollection

PROSE = f"{FOLDER}/prose/past.md"
ANOTHER = "data/pak-ind/relation.yaml"
OTHERWISE: dict[str, tuple[str | None, ...]] = {
    "briefgen.toml": ('author = "Another"\n', 'language = "cs-CZ"\n', "author = 1\n", None),
    "data/people.yaml": (FILES["data/people.yaml"].replace("A Head", "Another Head"), "- id: head\n", None),
    "data/organisations.yaml": (f"# a line above\n{FILES['data/organisations.yaml']}", "[\n"),
    f"{FOLDER}/relation.yaml": (
        FILES[f"{FOLDER}/relation.yaml"].replace("public", "official"),
        FILES[f"{FOLDER}/relation.yaml"].replace("2021-04-23", "2015-01-01"),
        "title: Half\n",
        None,
    ),
    f"{FOLDER}/milestones.yaml": (
        f"# a line above\n{FILES[f'{FOLDER}/milestones.yaml']}",
        FILES[f"{FOLDER}/milestones.yaml"].replace("began.", "began again.").replace("1994", "1995"),
        FILES[f"{FOLDER}/milestones.yaml"].replace("  kind:", "  sensitivity: restricted\n  kind:"),
        FILES[f"{FOLDER}/milestones.yaml"].replace("title", "titel"),
        None,
    ),
    f"{FOLDER}/trade.csv": (FILES[f"{FOLDER}/trade.csv"].replace("15.1", "16.2"), "id,period\nx,2019\n", None),
    f"{FOLDER}/references.json": ("[]", "{", FILES[f"{FOLDER}/references.json"].replace("A book", "Another book")),
    PROSE: ("---\ntitle: Past\nsources: [book]\n---\nIt was so.\n", "no head\n"),
    ANOTHER: (FILES[f"{FOLDER}/relation.yaml"].replace("BLR", "IND"),),
    READER: (
        FILES[READER].replace("clearance: public", "clearance: restricted"),
        FILES[READER].replace("limit: 5", "limit: 1"),
        FILES[READER].replace("[defence]", "[nonsense]"),
        None,
    ),
    "templates/audiences/other.yaml": (FILES[READER].replace("the reader", "the other"),),
    SECTION: (
        f"{FILES[SECTION]}\nMore words.\n",
        FILES[SECTION].replace("limit: 0", "least: 0"),
        FILES[SECTION].replace("event.title", "event.titel"),
        FILES[SECTION].replace("{% endfor %}", "", 1),
        None,
    ),
    "templates/partials/rows.md.j2": ("{% macro one() %}x{% endmacro %}", None),
    "templates/wording/en.yaml": ("mark:\n  edition: Issue\n", "nonsense: {a: b}\n"),
    "templates/wording/reader.en.yaml": ("tones: {}\n",),
    "templates/styles/house.yaml": ("sizes: {body: 9}\n", "nonsense: 1\n"),
    "kinds/treaties.yaml": ("a: [treaty\n",),
}
"""Path → what else may come to stand there; None for nothing."""
EDITS = st.sampled_from([(path, text) for path, texts in OTHERWISE.items() for text in (FILES.get(path), *texts)])
Edit = tuple[str, str | None]


@cache
def shipped() -> Disk:
    return Disk(shipped_root())


def made(
    files: dict[str, bytes], kept: Recollection, *, discreet: bool
) -> tuple[tuple[Diagnostic, ...], dict[str, bytes]]:
    """What a run says, and what it puts in place."""
    outputs = MemoryOutputs({})
    order = Order(relations=("pak-blr",), audiences=("reader",), formats=("html", "md"), discreet=discreet, force=True)
    result = make(Overlay(Memory(files), shipped()), order, outputs=outputs, kept=kept)
    return result.report.diagnostics, outputs.files


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(edits=[(SECTION, f"{FILES[SECTION]}\nMore words.\n"), (SECTION, FILES[SECTION])], discreet=True)
@example(
    edits=[("data/organisations.yaml", "[\n"), (f"{FOLDER}/trade.csv", None), (READER, FILES[READER])], discreet=False
)
@example(edits=[(SECTION, None), (SECTION, FILES[SECTION].replace("limit: 0", "least: 0"))], discreet=True)
@given(edits=st.lists(EDITS, min_size=2, max_size=7), discreet=st.booleans())
def test_edits_come_to_what_a_fresh_process_makes_of_them(edits: list[Edit], discreet: bool) -> None:  # noqa: FBT001 - hypothesis hands it over
    files = {path: text.encode() for path, text in FILES.items()}
    kept = ReadBefore()
    assert made(files, kept, discreet=discreet)[1]
    for path, text in edits:
        if text is None:
            files.pop(path, None)
        else:
            files[path] = text.encode()

        assert made(files, kept, discreet=discreet) == made(files, READ_AFRESH, discreet=discreet)
