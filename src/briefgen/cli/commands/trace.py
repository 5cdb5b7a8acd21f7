"""`briefgen trace`: where each figure in a published brief came from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.guidance.folder_options import folder_options
from briefgen.cli.kept_traces import KeptTraces, beside
from briefgen.cli.trace_impact import ids_in, impact_json, leaning_on, print_impact
from briefgen.cli.trace_output import Found, matching, print_found, print_json, print_summary, print_uncounted
from briefgen.cli.workspace_option import current_folder, fail, nearest_workspace, workspace_option
from briefgen.diagnostics import Report, did_you_mean
from briefgen.load import load
from briefgen.model.facts.relation import every_fact
from briefgen.model.formats import FORMATS, format_of
from briefgen.pipeline.obsolete_briefs import made_by_nobody
from briefgen.reading import read_trace
from briefgen.trace import SUFFIX, is_sidecar, with_places
from briefgen.world import laid_over_shipped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.cli.kept_traces import KeptBrief
    from briefgen.diagnostics import Place
    from briefgen.model.facts.relation import Relation
    from briefgen.trace import Cause, Trace
    from briefgen.world import Disk, Overlay

_LARGEST = 64_000_000
_TRACED = tuple(form for form in FORMATS.values() if form.holds_trace)


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.argument("words", required=False)
@click.option("--summary", is_flag=True, help="Only count figures and origins; without FILE, of every brief.")
@click.option("--fact", "fact", metavar="ID", help="Which briefs lean on a fact, or on a source, and where.")
@click.option("--all", "everything", is_flag=True, help="All text with an origin, not figures alone.")
@click.option("--format", "style", type=click.Choice(["human", "json"]), default="human", show_default=True)
@folder_options("Where the briefs are.")
@workspace_option
def trace(
    file: Path | None,
    words: str | None,
    fact: str | None,
    summary: bool,  # noqa: FBT001 - click gives flags by name
    everything: bool,  # noqa: FBT001 - likewise
    style: str,
    output: str,
    internal: str,
    workspace: Path | None,
) -> None:
    """Tell where each figure of FILE came from; WORDS narrows to figures that hold them, such as "50.2"."""
    world = laid_over_shipped(workspace) if workspace else nearest_workspace()
    kept = KeptTraces(world, internal) if world else None
    if fact is not None:
        if file is not None:
            fail("--fact looks through all briefs", f"leave the file out: briefgen trace --fact {fact}")
        raise SystemExit(_impact(fact, kept, output, style))
    if file is None and not summary:
        fail("name the file to trace", "for all briefs at once: briefgen trace --summary, or --fact ID")
    if file is None:
        raise SystemExit(_summary(kept, output))
    path, (found, own) = file, _placed(file, kept)
    if summary:
        raise SystemExit(print_summary({str(path): found}))
    pieces = matching(found, words, everything=everything)
    if style == "json":
        raise SystemExit(print_json(found, pieces))
    raise SystemExit(print_found(Found(str(path), found, words, is_of_this_edition=own), pieces))


def _summary(kept: KeptTraces | None, output: str) -> int:
    """Print what every brief that is made counts, and what stands beside them; the exit code."""
    briefs = _kept(kept, output)
    gone = _made_by_nobody(kept.world, briefs) if kept else []
    counted = [brief for brief in briefs if brief.name not in gone]
    code = print_summary({str(_from_here(brief.sidecar)): _read(brief.sidecar, kept) for brief in counted})
    print_uncounted(["/".join(name) for name in gone], [path for brief in counted for path in brief.older])
    return code


def _made_by_nobody(world: Overlay[Disk], briefs: Sequence[KeptBrief]) -> list[tuple[str, str]]:
    loaded, report = load(world), Report()
    report.extend(loaded.diagnostics)
    return made_by_nobody([brief.name for brief in briefs], loaded.value, report)


def _impact(fact: str, kept: KeptTraces | None, output: str, style: str) -> int:
    """Print what leans on a record; the exit code."""
    briefs = [(brief, _read(brief.sidecar, kept)) for brief in _kept(kept, output)]
    ids = ids_in(load(kept.world).value.relations) if kept else {}
    found = leaning_on(fact, briefs)
    if fact not in ids and not found:
        fail(f"there is no fact or source '{fact}'", did_you_mean(fact, ids) or "look its id up in data/")
    if style == "json":
        click.echo(impact_json(fact, ids.get(fact, ()), found))
    else:
        print_impact(fact, ids.get(fact, ()), found, len(briefs))
    return 0


def _kept(kept: KeptTraces | None, output: str) -> list[KeptBrief]:
    """Every brief of an output folder whose sidecar is kept, in order."""
    if kept is None:
        fail("this is not a briefgen workspace", "name a file, or go to the folder that holds output/")
    found = kept.of_output(output)
    if not found:
        fail(f"there are no briefs in {output}/", "run 'briefgen make' first")
    return found


def _from_here(path: Path) -> Path:
    """A path as it is typed in the current folder, where it lies in it."""
    here = current_folder()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _placed(path: Path, kept: KeptTraces | None) -> tuple[Trace, bool]:
    """The trace of a file with its lines, and whether they are those of its own edition."""
    found = _read(path, kept)
    records = _Records(kept.world if kept else None)
    if is_sidecar(path.name):
        return with_places(found, found, records.place)
    known = next((read_trace(own.name, _bytes(own)) for own in _own_sidecars(path, kept)), None)
    return with_places(found, known, records.place)


def _own_sidecars(path: Path, kept: KeptTraces | None) -> list[Path]:
    """The sidecars of a brief that are here: that of the owner's records, and one beside it."""
    candidates = (kept.of_brief(path) if kept else None, beside(path))
    return [own for own in candidates if own is not None and own.is_file()]


def _read(path: Path, kept: KeptTraces | None) -> Trace:
    if not path.is_file():
        fail(f"there is no file {path}", "name a brief, such as output/pakistan-belarus/minister.pdf")
    form = format_of(path.name)
    if form is None and not is_sidecar(path.name):
        endings = (*(form.ending for form in _TRACED), SUFFIX)
        fail(f"{path} is no brief", f"name a file that ends in {_either(endings)}")
    if form and not form.holds_trace:
        fail(f"{path}: no origins travel in {form.title}", f"trace {_instead(path, kept)} of the same edition")
    found = read_trace(path.name, _bytes(path))
    if found is None:
        hint = "it was made by another program, or its origins were lost; trace the sidecar that was made with it"
        fail(f"{path} does not say where its figures came from", hint)
    return found


def _instead(path: Path, kept: KeptTraces | None) -> str:
    """What can be asked in place of a brief without a trace: its sidecar, by its path if it is here, or a file."""
    here = (str(_from_here(own)) for own in _own_sidecars(path, kept))
    sidecar = next(here, f"its sidecar ({path.stem}{SUFFIX})")
    return f"{sidecar}, or the {_either([form.title for form in _TRACED])}"


def _either(words: Sequence[str]) -> str:
    """One of some words: `PDF, DOCX or HTML`."""
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except OSError as error:
        fail(f"{path} cannot be read: {error.strerror}", "look at its permissions")


class _Records:
    """The data of today by id; read when first asked."""

    def __init__(self, world: Overlay[Disk] | None) -> None:
        self._world = world
        self._places: Mapping[tuple[str, str, str], Place] | None = None

    def place(self, cause: Cause) -> Place | None:
        """Where a record stands now; None where it is not there any more, or there is no data here."""
        if self._places is None:
            relations = load(self._world).value.relations if self._world else ()
            self._places = {key: place for relation in relations for key, place in _places(relation)}
        folder = cause.file.rpartition("/")[0]
        return self._places.get((folder, cause.kind, cause.id)) or self._places.get(("data", cause.kind, cause.id))


def _places(relation: Relation) -> list[tuple[tuple[str, str, str], Place]]:
    folder = f"data/{relation.slug}"
    shared = relation.shared.items()
    return [
        *(((folder, "fact", fact.id), fact.at("value")) for fact in every_fact(relation)),
        *(((folder, "reference", record.id), record.place) for record in relation.references.values()),
        *(((folder, "party", party.id), party.place) for party in relation.parties),
        *((("data", kind, record.id), record.place) for kind, of in shared for record in of.values()),
        ((folder, "relation", relation.slug), relation.place),
    ]
