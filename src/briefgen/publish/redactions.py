"""The owner's record of what a brief leaves out: ids and reasons, never words; outside the folder of the briefs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.facts.coverage import Coverage


REDACTIONS = ".redactions.json"
"""What the name of such a record ends in."""


def redactions(coverage: Coverage) -> bytes:
    """The record as JSON: a line for each fact, in the order of the data."""
    return text_of({
        "relation": coverage.relation,
        "audience": coverage.audience,
        "as_of": coverage.as_of,
        "facts": facts_of(coverage),
    }).encode()  # fmt: skip


def facts_of(coverage: Coverage) -> list[dict[str, str]]:
    """Id, collection, place and the reason why it is left out, or `shown`."""
    return [
        {
            "id": verdict.fact,
            "collection": verdict.collection,
            "place": str(verdict.place),
            "reason": verdict.reason.value if verdict.reason else "shown",
        }
        for verdict in coverage.verdicts
    ]


def text_of(value: object) -> str:
    """Readable JSON with a line end."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
