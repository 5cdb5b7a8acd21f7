"""What the process that makes briefs says, as JSON and bytes.

It ran templates, so what it says is read as data: nothing in it can name a class or a function.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import Diagnostic, Place, Severity
from briefgen.model.formats import FORMATS
from briefgen.model.rendering import Rendering
from briefgen.pipeline.job import Fault, JobResult, Step, StepKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class OutOfMemory:
    """The step that was under way needed more memory than there is."""


@dataclass(frozen=True, slots=True)
class Done:
    """A product follows, in as many messages as it has parts."""

    product: dict[str, Any]
    parts: int


Said = Step | OutOfMemory | Done


def step_message(step: Step) -> bytes:
    """The step that is about to be taken."""
    return _written({"step": step.kind, "name": step.name})


def memory_message() -> bytes:
    """There is no memory left."""
    return _written({"memory": "none left"})


def product_messages(product: JobResult) -> tuple[bytes, ...]:
    """The product, then its sidecar and files."""
    head = {
        "diagnostics": [_diagnostic(diagnostic) for diagnostic in product.diagnostics],
        "facts": list(product.facts),
        "fallen": list(product.fallen),
        "printed": product.printed,
        "read": product.read,
        "files": [[name, file.pages] for name, file in product.files.items()],
        "fault": [product.fault.name, product.fault.traceback] if product.fault else None,
    }
    parts = (product.sidecar, *(file.data for file in product.files.values()))
    return (_written({"product": head, "parts": len(parts)}), *parts)


def read_message(data: bytes) -> Said:
    """What was said; raises ValueError, KeyError or TypeError where it is nothing of the kind."""
    record = json.loads(data)
    if "step" in record:
        return Step(StepKind(record["step"]), str(record["name"]))
    return OutOfMemory() if "memory" in record else Done(record["product"], int(record["parts"]))


def read_product(done: Done, parts: Sequence[bytes]) -> JobResult:
    """The product of its parts."""
    head, (sidecar, *files) = done.product, parts
    return JobResult(
        diagnostics=tuple(_read_diagnostics(head["diagnostics"])),
        facts=tuple(map(str, head["facts"])),
        fallen=tuple(map(str, head["fallen"])),
        printed=tuple((str(fact), str(field)) for fact, field in head["printed"]),
        read=tuple((str(fact), str(field)) for fact, field in head["read"]),
        files={
            FORMATS[name].name: Rendering(data, pages) for (name, pages), data in zip(head["files"], files, strict=True)
        },
        sidecar=sidecar,
        fault=Fault(*map(str, head["fault"])) if head["fault"] else None,
    )


def _written(record: dict[str, Any]) -> bytes:
    return json.dumps(record, separators=(",", ":")).encode("ascii")


def _diagnostic(said: Diagnostic) -> list[object]:
    place = said.place
    return [said.code, said.severity, place.path, place.line, place.column, said.message, said.hint, said.about]


def _read_diagnostics(rows: Sequence[Sequence[Any]]) -> Iterator[Diagnostic]:
    for code, severity, path, line, column, message, hint, about in rows:
        place = Place(str(path), int(line), int(column))
        yield Diagnostic(
            str(code), Severity(severity), place, str(message), None if hint is None else str(hint), about=str(about)
        )
