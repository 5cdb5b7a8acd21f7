"""Briefs made a second time, in memory, and held against those in the output."""

from __future__ import annotations

from contextlib import suppress
from itertools import groupby
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Place, Report, Severity
from briefgen.model.values.date import parse_day
from briefgen.pipeline import make
from briefgen.pipeline.run_order import Order
from briefgen.publish import Manifest, edition_files, manifest_bytes, recorded
from briefgen.records import replace
from briefgen.world import MemoryOutputs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.pipeline.job import Executor
    from briefgen.publish import BriefRecord, Places
    from briefgen.world import World


def rebuilt(world: World, manifest: Manifest, places: Places, executor: Executor) -> Report:
    """BG612 for each file that would be another one now, or none; each brief is made as of the day that it shows."""
    report = Report()
    records = sorted(manifest.briefs.values(), key=_asked)
    for _, group in groupby(records, key=_asked):
        of_group = list(group)
        first = of_group[0]
        order = Order(
            relations=(first.relation,),
            audiences=tuple(record.audience for record in of_group),
            formats=_last_made(first),
            fit=first.is_fitted,
            state=first.asked_state,
            cleared=first.asked_cleared,
            as_of=parse_day(first.asked_as_of) if first.asked_as_of else None,
            output=places.of_original(first.copy.name).output if first.copy else places.output,
            copy=first.copy,
            internal=places.internal,
        )
        report.extend(_differences(world, order, of_group, executor))
    return report


def _asked(record: BriefRecord) -> tuple[str, str, bool, tuple[str, ...], str, str, str]:
    """What briefs that can be made in one run have in common."""
    state, cleared = record.asked_state or "", repr(record.asked_cleared)
    made = _last_made(record)
    return record.relation, record.asked_as_of, record.is_fitted, made, state, cleared, str(record.copy or "")


def _last_made(record: BriefRecord) -> tuple[str, ...]:
    return tuple(sorted(record.without_older().files))


def _differences(
    world: World, order: Order, records: Sequence[BriefRecord], executor: Executor
) -> Iterable[Diagnostic]:
    elsewhere = MemoryOutputs(what_is_kept(world, order, records))
    result = make(world, order, executor=executor, outputs=elsewhere)
    yield from (told for told in result.report.diagnostics if told.severity is Severity.ERROR)
    made = recorded(order.places.owners, elsewhere).value[0].briefs
    for record in records:
        now = made.get(record.name)
        for name in order.formats:
            file = record.files[name]
            if now is None or name not in now.files:
                yield _differs(file.path, "cannot be made any more")
            elif now.files[name].sha256 != file.sha256:
                yield _differs(file.path, f"would be made otherwise now, as edition {now.edition}")
        followed = now.followed if now else {}
        for name, file in record.without_older().followed.items():
            if name not in followed or followed[name].sha256 != file.sha256:
                yield _differs(file.path, "would tell something else now")


def what_is_kept(world: World, order: Order, records: Iterable[BriefRecord]) -> dict[str, bytes]:
    """What the editions of these briefs knew, which says what is new in them; nothing of their files."""
    editions = {record.name: tuple(file for _, file in edition_files(record)) for record in records}
    bare = {record.name: replace(record, files={}, followed={}, records=editions[record.name]) for record in records}
    kept = {order.places.manifest: manifest_bytes(Manifest(bare))}
    if order.copy is not None:  # what is new in it, its original says
        kept |= _of_original(world, order)
    for file in (file for files in editions.values() for file in files):
        with suppress(OSError):  # then the brief says nothing of it either, and differs
            kept[file.path] = world.outputs.read(file.path)
    return kept


def _of_original(world: World, order: Order) -> dict[str, bytes]:
    manifest, _ = recorded(order.original.owners, world.outputs).value
    return what_is_kept(world, replace(order, copy=None), manifest.briefs.values())


def _differs(path: str, message: str) -> Diagnostic:
    hint = "data, templates, style or briefgen changed since: make it anew with briefgen make"
    return Diagnostic("BG612", Severity.ERROR, Place(path), message, hint)
