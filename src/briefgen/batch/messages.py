"""What the process that makes briefs says, as JSON and bytes.

It ran templates, so what it says is read as data: nothing in it can name a class or a function.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from briefgen.model.formats import FORMATS
from briefgen.model.rendering import Rendering
from briefgen.pipeline.job import Step, StepKind
from briefgen.pipeline.product_json import product_json, product_of
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.pipeline.job import JobResult


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
        **product_json(product),
        "files": [[name, file.pages] for name, file in product.files.items()],
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
    head, (sidecar, *made) = done.product, parts
    files = {
        FORMATS[name].name: Rendering(data, pages) for (name, pages), data in zip(head["files"], made, strict=True)
    }
    return product_of(head, sidecar, files)


def _written(record: dict[str, Any]) -> bytes:
    return json.dumps(record, separators=(",", ":")).encode("ascii")
