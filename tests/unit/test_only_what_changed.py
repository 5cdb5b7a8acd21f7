"""A second run makes what has changed, touches nothing else, and tells and searches everything all the same."""

from __future__ import annotations

import dataclasses
import errno
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from briefgen.pipeline import Job, JobResult, Order, Result, here, make
from briefgen.world import Memory, MemoryOutputs
from samples.fingerprints import fingerprint
from samples.relation_files import FOLDER, world

if TYPE_CHECKING:
    from collections.abc import Callable

READER, MINISTER = (
    f"name: Somebody\nbrief_for: brief\nsubtitle: All\nclearance: {clearance}\nsections: [steps]\n"
    for clearance in ("public", "official")
)
FILES = {
    "milestones.yaml": """\
- {id: shown, kind: other, title: The bridge opens, date: 2015}
- {id: hidden, kind: other, title: The tunnel caves in, date: 2016, sensitivity: restricted}
- {id: half, kind: other, title: The ferry stops, date: 2017, sensitivity: official}
""",
    "templates/sections/steps.md.j2": "{% for step in milestones %}{{ step.title }}. {% endfor %}\n\nThe end.\n",
    "templates/audiences/reader.yaml": READER,
    "templates/audiences/minister.yaml": MINISTER,
}
DATA, STEPS = f"{FOLDER}/milestones.yaml", "templates/sections/steps.md.j2"
OUT = "output/x-y"


@dataclass
class Desk:
    """A workspace in which runs follow each other."""

    world: Memory
    asked: list[str] = dataclasses.field(default_factory=list)
    """Audiences whose briefs were really made, in the last run."""
    moved: list[str] = dataclasses.field(default_factory=list)
    """Files that were put in place, in the last run."""

    def make(self, **order: Any) -> Result:  # noqa: ANN401 - whatever an order holds
        """One run."""
        self.asked.clear()
        self.moved.clear()
        asked = Order(**{"formats": ("html", "md"), **order})
        return make(self.world, asked, lambda _: None, self._executor, self._outputs)

    def change(self, path: str, old: str, new: str) -> None:
        """Replace a text that must be there."""
        text = self.world.files[path].decode()
        assert old in text
        self.world.files[path] = text.replace(old, new).encode()

    @property
    def _outputs(self) -> MemoryOutputs:
        moved = self.moved

        class ToldMark(MemoryOutputs):
            def move(self, source: str, target: str) -> None:
                moved.append(target)
                super().move(source, target)

        return ToldMark(self.world.files)

    def _executor(self, job: Job) -> Callable[[], JobResult]:
        self.asked.append(job.view.audience.id)
        return here(job)

    @property
    def for_readers(self) -> list[str]:
        """Files that were put in place for readers."""
        return [path for path in self.moved if path.startswith(OUT)]


@pytest.fixture
def desk() -> Desk:
    """With both briefs made."""
    made = world(FILES)
    del made.files["templates/audiences/all.yaml"]
    desk = Desk(made)
    assert codes(desk.make()) == []
    assert desk.asked == ["minister", "reader"]
    return desk


def codes(result: Result) -> list[str]:
    """Codes of what a run says of briefs and their files; the rules for the data are heard elsewhere."""
    return [d.code for d in result.report.diagnostics if d.code[:3] in ("BG4", "BG6", "BG9")]


def test_a_second_run_makes_and_touches_nothing(desk: Desk) -> None:
    before = dict(desk.world.files)
    result = desk.make()

    assert (desk.asked, desk.moved) == ([], [])
    assert desk.world.files == before
    assert [(brief.is_current, brief.failed) for brief in result.briefs] == [(True, False), (True, False)]


def test_a_full_disk_is_no_matter_where_nothing_has_changed(desk: Desk) -> None:
    class Full(MemoryOutputs):
        def create(self, path: str, data: bytes) -> None:  # noqa: ARG002 - as it is declared
            raise OSError(errno.ENOSPC, "No space left on device", path)

    before = dict(desk.world.files)
    result = make(desk.world, Order(formats=("html", "md")), outputs=Full(desk.world.files))

    assert codes(result) == []
    assert all(brief.is_current for brief in result.briefs)
    assert desk.world.files == before


def test_a_changed_fact_remakes_the_briefs_whose_view_holds_it(desk: Desk) -> None:
    desk.change(DATA, "The ferry stops", "The ferry is lost")
    desk.make()

    assert desk.asked == ["minister"]
    assert desk.for_readers == [f"{OUT}/minister.html", f"{OUT}/minister.md"]


def test_a_hidden_fact_changes_no_file_of_a_reader_and_the_owners_records_always(desk: Desk) -> None:
    last = {path: data for path, data in desk.world.files.items() if path.startswith(OUT)}
    more = "- {id: more, kind: other, title: A well, sensitivity: restricted}"
    desk.change(DATA, "- {id: hidden", f"# Somebody told us more.\n{more}\n- {{id: hidden")
    desk.make()

    assert desk.asked == []
    assert desk.for_readers == []
    assert {path: data for path, data in desk.world.files.items() if path.startswith(OUT)} == last
    assert b'"more"' in desk.world.files[".briefgen/output/x-y/reader.redactions.json"]


def test_what_is_hidden_since_is_looked_for_in_the_files_that_are_in_place(desk: Desk) -> None:
    desk.change(DATA, "The tunnel caves in", "The bridge opens. The ferry")
    result = desk.make()

    found = [d for d in result.report.diagnostics if d.code == "BG604"]
    assert found
    assert all("is in place: withdraw it" in str(d.hint) for d in found)
    assert desk.asked == []
    assert {brief.audience: brief.failed for brief in result.briefs} == {"minister": True, "reader": False}


@pytest.mark.parametrize(
    ("path", "old", "new", "made"),
    [
        (STEPS, "The end.", "The very end.", ["minister", "reader"]),
        ("templates/audiences/reader.yaml", "subtitle: All", "subtitle: Everything", ["reader"]),
        (f"{FOLDER}/relation.yaml", "title: Relations", "title: The relation", ["minister", "reader"]),
    ],
)
def test_what_a_brief_is_made_from_remakes_it(desk: Desk, path: str, old: str, new: str, made: list[str]) -> None:
    desk.change(path, old, new)
    desk.make()

    assert desk.asked == made
    assert {path.rpartition("/")[2].partition(".")[0] for path in desk.for_readers} == set(made)


def test_what_was_said_of_a_brief_is_said_again() -> None:
    words = {**FILES, STEPS: "{% for step in milestones %}" + "word " * 50 + "{% endfor %}\n"}
    words["templates/audiences/reader.yaml"] = READER + "limits: {words: 10}\n"
    desk = Desk(world(words))
    first = desk.make(audiences=("reader",))
    second = desk.make(audiences=("reader",))

    assert codes(first) == codes(second) == ["BG408"]
    assert first.report.diagnostics == second.report.diagnostics
    assert desk.asked == []


@pytest.mark.parametrize("lost", [f"{OUT}/reader.html", ".briefgen/output/x-y/reader.product.json"])
def test_a_file_that_is_gone_is_made_again(desk: Desk, lost: str) -> None:
    was = desk.world.files.pop(lost)
    desk.make()

    assert desk.asked == ["reader"]
    assert desk.world.files[lost] == was


@pytest.mark.parametrize("said", [b"", b"{}", b'{"made_from": 1}\n', b"\xff", b"[]"])
def test_a_kept_product_that_cannot_be_read_is_none(desk: Desk, said: bytes) -> None:
    desk.world.files[".briefgen/output/x-y/reader.product.json"] = said

    assert codes(desk.make()) == []
    assert desk.asked == ["reader"]


def test_what_somebody_changed_is_told_kept_and_made_again(desk: Desk) -> None:
    was = desk.world.files[f"{OUT}/reader.html"]
    desk.world.files[f"{OUT}/reader.html"] = b"finished by hand"
    result = desk.make()

    [told] = [d for d in result.report.diagnostics if d.code == "BG610"]
    copy = told.message.rpartition(" ")[2]
    assert desk.world.files[copy] == b"finished by hand"
    assert desk.world.files[f"{OUT}/reader.html"] == was


def test_all_is_made_where_that_is_asked_for_and_the_same_bytes_are_not_touched(desk: Desk) -> None:
    desk.make(force=True)

    assert desk.asked == ["minister", "reader"]
    assert desk.moved == []


def test_a_format_alone_is_current_too(desk: Desk) -> None:
    desk.make(formats=("md",))
    assert desk.asked == []
    desk.make()
    assert desk.asked == []


# ---------------------------------------------------------------- what is left over


def test_a_format_that_is_not_made_again_is_told_and_pruned(desk: Desk) -> None:
    desk.change(DATA, "The bridge opens", "The bridge is built")
    result = desk.make(formats=("md",), audiences=("reader",))

    assert [d.place.path for d in result.report.diagnostics if d.code == "BG609"] == [f"{OUT}/reader.html"]
    assert codes(desk.make(formats=("md",), audiences=("reader",), prune=True)) == []
    assert f"{OUT}/reader.html" not in desk.world.files
    assert f"{OUT}/minister.html" in desk.world.files


@pytest.mark.parametrize("gone", ["templates/audiences/reader.yaml", FOLDER])
def test_what_nobody_makes_any_more_is_told_and_pruned_with_the_owners_records(desk: Desk, gone: str) -> None:
    others = {path.replace(FOLDER, "data/z-y"): data for path, data in desk.world.files.items() if FOLDER in path}
    desk.world.files |= others
    for path in [path for path in desk.world.files if path.startswith(gone)]:
        del desk.world.files[path]
    result = desk.make()
    told = [d.place.path for d in result.report.diagnostics if d.code == "BG608"]

    assert told == (["x-y/reader"] if "reader" in gone else ["x-y/minister", "x-y/reader"])
    desk.make(prune=True)
    made = [path for path in desk.world.files if path.startswith((OUT, ".briefgen/output/x-y"))]
    assert [path for path in made if "reader" in path] == []
    assert "BG608" not in codes(desk.make())


def without_records(desk: Desk) -> None:
    """As in a fresh clone: the output came along, the owner's folder did not."""
    for path in [path for path in desk.world.files if path.startswith(".briefgen/")]:
        del desk.world.files[path]


@pytest.mark.parametrize("is_recorded", [True, False])
def test_a_brief_of_an_audience_that_is_not_listed_is_told_to_be_listed(desk: Desk, *, is_recorded: bool) -> None:
    desk.world.files["briefgen.toml"] = desk.world.files.get("briefgen.toml", b"") + b'\naudiences = ["minister"]\n'
    if not is_recorded:
        without_records(desk)
    (told,) = (d for d in desk.make().report.diagnostics if d.code == "BG608")

    files = ", ".join(f"{OUT}/reader.{ending}" for ending in ("html", "md"))
    assert told.message == f"is in the output, and made only where '-a reader' asks for it: {files}"
    assert told.hint is not None
    assert told.hint.startswith("list 'reader' under audiences in briefgen.toml, so that each run makes it; or ")


@pytest.mark.parametrize("ending", ["pdf", "docx", "html", "md"])
def test_an_older_format_is_told_and_pruned_where_no_record_of_it_is_kept(desk: Desk, ending: str) -> None:
    desk.make(audiences=("reader",), formats=(ending,))
    edition = edition_of(desk, "reader")
    made = "md" if ending != "md" else "html"
    desk.change(DATA, "The bridge opens", "The bridge is built")
    without_records(desk)
    result = desk.make(audiences=("reader",), formats=(made,))
    told = {d.place.path: d.message for d in result.report.diagnostics if d.code == "BG609"}

    assert f"is of edition {edition}; the brief was made as {edition_of(desk, 'reader')} since" in told.pop(
        f"{OUT}/reader.{ending}"
    )
    assert set(told) <= {f"{OUT}/reader.html"}
    assert codes(desk.make(audiences=("reader",), formats=(made,), prune=True)) == []
    assert [path for path in desk.world.files if path.startswith(f"{OUT}/reader")] == [f"{OUT}/reader.{made}"]
    assert edition_of(desk, "reader") != edition


def test_a_format_of_the_same_edition_is_not_called_older_though_no_record_of_it_is_kept(desk: Desk) -> None:
    desk.make(audiences=("reader",), formats=("pdf", "docx", "html", "md"))
    without_records(desk)

    assert codes(desk.make(audiences=("reader",), formats=("md",))) == []


def edition_of(desk: Desk, reader: str) -> str:
    """The mark of a brief's last edition."""
    briefs = json.loads(desk.world.files[".briefgen/output/manifest.json"])["briefs"]
    return next(str(brief["edition"]) for brief in briefs if brief["audience"] == reader)


@pytest.mark.parametrize("gone", ["templates/audiences/reader.yaml", FOLDER])
@pytest.mark.parametrize("manifests", [False, True])
def test_what_nobody_makes_any_more_is_told_and_pruned_where_no_record_of_it_is_kept(
    desk: Desk, gone: str, *, manifests: bool
) -> None:
    desk.make(manifests=manifests)
    others = {path.replace(FOLDER, "data/z-y"): data for path, data in desk.world.files.items() if FOLDER in path}
    desk.world.files |= others
    for path in [path for path in desk.world.files if path.startswith(gone)]:
        del desk.world.files[path]
    without_records(desk)
    told = [d for d in desk.make().report.diagnostics if d.code == "BG608"]
    names = ["reader"] if "reader" in gone else ["minister", "reader"]
    endings = ("html", "manifest.json", "md") if manifests else ("html", "md")

    assert [d.place.path for d in told] == [f"x-y/{name}" for name in names]
    for name, said in zip(names, told, strict=True):
        assert said.message.endswith(f": {', '.join(f'{OUT}/{name}.{ending}' for ending in endings)}")
    desk.make(prune=True)
    left = [path for path in desk.world.files if path.startswith(OUT)]
    assert [path for path in left if any(f"/{name}." in path for name in names)] == []
    assert any("/minister." in path for path in left) == ("minister" not in names)
    assert "BG608" not in codes(desk.make())


FOREIGN = {
    "output/x-y/letter.md": b"# A letter\n",
    "output/x-y/page.html": b"<!doctype html><title>A page</title>",
    "output/elsewhere/report.pdf": b"%PDF-1.7\n",
    "output/elsewhere/report.docx": b"PK\x03\x04 no package",
    "output/elsewhere/list.manifest.json": b'{"format": "of-others-1"}',
    "output/elsewhere/table.csv": b"1,2\n",
    "output/elsewhere/deeper/public.html": b"<p>deeper</p>",
    "output/reader.html": b"<p>at the top</p>",
    "output/.hidden/reader.html": b"<p>hidden</p>",
    "output/elsewhere/.reader.html": b"<p>hidden</p>",
}


@pytest.mark.parametrize("path", FOREIGN)
def test_what_others_laid_into_the_output_is_left_alone(desk: Desk, path: str) -> None:
    desk.world.files[path] = FOREIGN[path]
    without_records(desk)

    assert codes(desk.make()) == []
    assert codes(desk.make(prune=True)) == []
    assert desk.world.files[path] == FOREIGN[path]


def test_a_brief_that_is_made_is_nobodys_surplus_though_no_record_of_it_is_kept(desk: Desk) -> None:
    without_records(desk)

    assert codes(desk.make(audiences=("minister",), formats=("md",), prune=True)) == []
    assert {path for path in desk.world.files if path.startswith(OUT)} == {
        f"{OUT}/{name}.{ending}" for name in ("minister", "reader") for ending in ("html", "md")
    }


def test_what_cannot_be_read_now_is_not_called_nobodys(desk: Desk) -> None:
    desk.world.files["templates/audiences/reader.yaml"] = b"{"
    desk.world.files[DATA] = b"{"

    assert "BG608" not in codes(desk.make(prune=True))
    assert f"{OUT}/reader.html" in desk.world.files


# ---------------------------------------------------------------- the fingerprint


def job(**changed: Any) -> Job:  # noqa: ANN401 - whatever a job holds
    """The job of one brief, and how it would be with other fields."""
    kept: list[Job] = []

    def keep(given: Job) -> Callable[[], JobResult]:
        kept.append(given)
        return here(given)

    make(world(FILES), Order(audiences=("reader",), formats=("md",)), executor=keep)
    return replace(kept[0], **changed)


def test_it_is_the_same_for_the_same_and_never_empty() -> None:
    assert fingerprint(job()) == fingerprint(job()) != ""


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(Job) if field.name != "formats"])
def test_every_field_of_a_job_counts(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = job()
    seen: list[object] = []

    def told(_: object, value: object) -> str:
        seen.append(value)
        return ""

    monkeypatch.setattr("briefgen.pipeline.fingerprint._Told.of", told)
    fingerprint(whole)

    assert any(value is getattr(whole, name) for value in seen)


def test_formats_do_not_count_and_what_is_unknown_has_none() -> None:
    assert fingerprint(job(formats=("pdf",))) == fingerprint(job())
    assert fingerprint(job(partials={"a": object()})) == ""


VALUES: list[Any] = [
    "a", "b", "", b"a", b"b", 1, 2, True, None, 1.5, (), ("a",), ("a", "b"), ("ab",), (("a",), "b"), ("a", ("b",)),
    {"a": "b"}, {"b": "a"}, frozenset({"a"}), frozenset({"a", "b"}), Order(), Order(strict=True),
]  # fmt: skip


def test_values_that_differ_in_type_or_place_differ() -> None:
    base = job()
    found = [fingerprint(replace(base, partials={"a": value})) for value in VALUES]

    assert len(set(found)) == len(VALUES)
    assert "" not in found
