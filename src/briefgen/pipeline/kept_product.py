"""The product of an earlier run, where making the brief again would give the same files to the byte.

It goes the way of any product: what is said of it is said again, its files in place are searched for what is hidden
today, and the owner's records are made anew. Only composing and writing are saved.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from briefgen.model.rendering import Rendering
from briefgen.pipeline.product_json import product_json, product_of
from briefgen.publish import digest_of
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.model.facts.secret import Secret
    from briefgen.pipeline.job import JobResult
    from briefgen.publish import BriefRecord
    from briefgen.world import Outputs

PRODUCT = ".product.json"
"""What the name of such a record ends in."""


@dataclass(frozen=True, slots=True)
class KeptProduct:
    """What came of the same job before."""

    product: JobResult
    searched: str
    """Which words its files were searched for."""
    record: bytes
    """All of it, as it was kept."""


def searched_again(kept: KeptProduct, secrets: Iterable[Secret]) -> bytes:
    """The record of a product whose files were searched for what is hidden today."""
    said = {**json.loads(kept.record), "searched": searched_for(secrets)}
    return _written(said)


def product_record(product: JobResult, made_from: str, secrets: Iterable[Secret]) -> bytes:
    """The record of a product for the next run."""
    said = {
        "made_from": made_from,
        "searched": searched_for(secrets),
        "pages": {name: file.pages for name, file in product.files.items()},
        "product": product_json(product),
        "sidecar": product.sidecar.decode("ascii"),
    }
    return _written(said)


def _written(said: dict[str, Any]) -> bytes:
    return (json.dumps(said, separators=(",", ":")) + "\n").encode("ascii")


def searched_for(secrets: Iterable[Secret]) -> str:
    """Which words the gate looks for."""
    words = "\0".join(f"{secret.item}\0{secret.probe}" for secret in secrets)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def kept_product(
    record: BriefRecord | None, formats: Sequence[str], made_from: str, outputs: Outputs
) -> KeptProduct | None:
    """The product of an earlier run, if all its files stand in the output as they were made; else None."""
    if record is None or not made_from or record.fingerprint != made_from or not formats:
        return None
    path = next((file.path for file in record.records if file.path.endswith(PRODUCT)), "")
    try:
        kept = outputs.read(path)
        said = json.loads(kept)
        if said["made_from"] != made_from:
            return None
        files: dict[str, Rendering] = {}
        for name in formats:
            placed = record.files[name]
            data = outputs.read(placed.path)
            if placed.made_from != made_from or digest_of(data) != placed.sha256:
                return None
            files[name] = Rendering(data, said["pages"][name])
        product = product_of(said["product"], said["sidecar"].encode("ascii"), files)
        return KeptProduct(product, str(said["searched"]), kept)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # whatever is wrong with what was kept, the brief is made anew
