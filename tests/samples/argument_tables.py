"""The table of docs/templates.md that says what functions and filters take, from their declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.template.parameters import FILTERS, FUNCTIONS, Signature, stock_filters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.compose.template.parameters import Parameter


def arguments_table() -> str:
    """Functions, filters, and the filters of the template language."""
    stock = {name: signature for name, signature in stock_filters((), ()).items() if name != "d"}
    every = [*_rows(FUNCTIONS), *_rows({**FILTERS, **stock}, bar="|")]
    return "\n".join(["| name | takes | as in |", "|---|---|---|", *every])


def _rows(signatures: Mapping[str, Signature], bar: str = "") -> Iterator[str]:
    for name, signature in signatures.items():
        told = [_told(parameter) for parameter in signature.parameters]
        example = signature.example.replace("|", "\\|")
        yield f"| `{bar and chr(92)}{bar}{name}` | {'; '.join(told) or 'nothing'} | `{example}` |"


def _told(parameter: Parameter) -> str:
    """One argument."""
    what = ", ".join(f"`{word}`" for word in parameter.one_of) or parameter.told
    default = "" if parameter.is_needed else f" (`{parameter.default}`)"
    several = ", one or more" if parameter.is_many else ""
    return f"`{parameter.name}{'=' if parameter.is_named else ''}` {what}{default}{several}"
