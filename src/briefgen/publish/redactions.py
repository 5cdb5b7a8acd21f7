"""The owner's record of what a brief leaves out: ids and reasons, never words; outside the folder of the briefs."""

from __future__ import annotations

import json
from json.encoder import encode_basestring as _quoted
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.model.facts.coverage import Coverage


REDACTIONS = ".redactions.json"
"""What the name of such a record ends in."""


def redactions(coverage: Coverage) -> bytes:
    """The record as JSON: a line for each field of a fact, in the order of the data."""
    # As `text_of` would write it; laid out by json itself, a record of thousands of facts takes ten times as long.
    head = text_of({"relation": coverage.relation, "audience": coverage.audience, "as_of": coverage.as_of, "facts": []})
    facts = ",\n".join(map(_laid_out, facts_of(coverage)))
    return (head.replace("[]\n}\n", f"[\n{facts}\n ]\n}}\n") if facts else head).encode()


def _laid_out(fact: Mapping[str, str]) -> str:
    fields = ",\n".join(f'   "{name}": {_quoted(said)}' for name, said in fact.items())
    return f"  {{\n{fields}\n  }}"


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
