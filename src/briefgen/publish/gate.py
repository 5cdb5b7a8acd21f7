"""The last gate: a made file is taken apart and searched for what its audience may not see.

It knows nothing of how the file was written, and so finds what slipped past every stage before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.facts.secret import squeezed
from briefgen.reading.docx.package_parts import parts_of_package
from briefgen.reading.markup import texts_of_markup
from briefgen.reading.pdf.object_texts import parts_of_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.facts.secret import Secret

__all__ = ["leaks_in", "parts_of"]


def leaks_in(path: str, data: bytes, secrets: Sequence[Secret]) -> tuple[Diagnostic, ...]:
    """BG604 for each record whose words stand in a file; the words themselves are not repeated."""
    if not secrets:
        return ()
    parts = [(name, squeezed(text)) for name, text in parts_of(path, data)]
    whole = "\n".join(text for _, text in parts)
    found = {secret.item: (secret, _where(parts, secret)) for secret in reversed(secrets) if secret.probe in whole}
    return tuple(_leak(path, secret, where) for secret, where in reversed(found.values()))


def parts_of(path: str, data: bytes) -> Iterator[tuple[str, str]]:
    """The name and text of every part of a file that can hold words, its own name among them."""
    yield "its name", path
    match path.rsplit(".", 1)[-1]:
        case "pdf":
            yield from parts_of_pdf(data)
        case "docx":
            yield from parts_of_package(data)
        case _:
            yield "its text", texts_of_markup(data)


def _where(parts: Sequence[tuple[str, str]], secret: Secret) -> str:
    return next(name for name, text in parts if secret.probe in text)


def _leak(path: str, secret: Secret, where: str) -> Diagnostic:
    message = f"{path} holds words of '{secret.item}', which its audience may not see (in {where})"
    hint = "look for them in templates, in texts of visible facts and in names; this brief was not written"
    return Diagnostic("BG604", Severity.ERROR, secret.place, message, hint, is_quotable=False)
