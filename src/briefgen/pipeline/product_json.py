"""What making a brief came to, as JSON: between two processes, and between two runs.

What made it ran templates, so what it says is read as data: nothing in it can name a class or a function.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import Diagnostic, Place, Severity
from briefgen.pipeline.job import Fault, JobResult

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.model.rendering import Rendering


def product_json(product: JobResult) -> dict[str, Any]:
    """All of a product but the bytes of its sidecar and files."""
    return {
        "diagnostics": diagnostics_json(product.diagnostics),
        "facts": list(product.facts),
        "fallen": list(product.fallen),
        "printed": [list(pair) for pair in product.printed],
        "read": [list(pair) for pair in product.read],
        "answers": [list(answer) for answer in product.answers],
        "typed": [list(said) for said in product.typed],
        "worded": [list(said) for said in product.worded],
        "edition": product.edition,
        "fault": [product.fault.name, product.fault.traceback] if product.fault else None,
    }


def product_of(said: Mapping[str, Any], sidecar: bytes, files: Mapping[str, Rendering]) -> JobResult:
    """The product of its parts; raises KeyError, TypeError or ValueError where it is none."""
    return JobResult(
        diagnostics=tuple(diagnostics_of(said["diagnostics"])),
        facts=tuple(map(str, said["facts"])),
        fallen=tuple(map(str, said["fallen"])),
        printed=tuple((str(fact), str(field)) for fact, field in said["printed"]),
        read=tuple((str(fact), str(field)) for fact, field in said["read"]),
        answers=tuple((str(path), int(at), bool(holds)) for path, at, holds in said["answers"]),
        typed=tuple((str(words), str(path), int(line)) for words, path, line in said.get("typed", ())),
        worded=tuple((str(entry), str(words)) for entry, words in said.get("worded", ())),
        files=files,
        edition=str(said["edition"]),
        sidecar=sidecar,
        fault=Fault(*map(str, said["fault"])) if said["fault"] else None,
    )


def diagnostics_json(found: Sequence[Diagnostic]) -> list[list[object]]:
    """Diagnostics as rows."""
    return [_row(diagnostic) for diagnostic in found]


def _row(said: Diagnostic) -> list[object]:
    place = said.place
    return [
        said.code,
        said.severity,
        place.path,
        place.line,
        place.column,
        said.message,
        said.hint,
        said.about,
        said.is_quotable,
    ]


def diagnostics_of(rows: Sequence[Sequence[Any]]) -> Iterator[Diagnostic]:
    """Diagnostics of their rows; raises TypeError or ValueError where they are none."""
    for code, severity, path, line, column, message, hint, about, is_quotable in rows:
        place = Place(str(path), int(line), int(column))
        yield Diagnostic(
            str(code),
            Severity(severity),
            place,
            str(message),
            None if hint is None else str(hint),
            is_quotable=bool(is_quotable),
            about=str(about),
        )
