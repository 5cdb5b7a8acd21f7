"""The last gate: a made file is taken apart and searched for what its audience may not see.

It knows nothing of how the file was written, and so finds what slipped past every stage before it. Blanks, case and
marks are taken out on both sides (`squeezed`): a line end, a run or a hyphen in the middle of a word hides nothing.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.facts.secret import squeezed
from briefgen.reading import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.model.facts.secret import Secret
    from briefgen.model.formats import Format

_LOOK = "look for them in templates, in texts of visible facts and in names"
_NOT_WRITTEN = f"{_LOOK}; this brief was not written"
_WITHDRAW = f"the file is in place: withdraw it and every copy that went out; {_LOOK}"


def leaks_in(
    form: Format, path: str, data: bytes, secrets: Sequence[Secret], *, is_in_place: bool = False
) -> tuple[Diagnostic, ...]:
    """BG604 for each record whose words stand in a file; the words themselves are not repeated.

    A file that is in place already has gone out, maybe: that is told.
    """
    return leaks_among(path, parts_of(form, data), secrets, is_in_place=is_in_place) if secrets else ()


def leaks_among(
    path: str, said: Iterable[tuple[str, str]], secrets: Sequence[Secret], *, is_in_place: bool = False
) -> tuple[Diagnostic, ...]:
    """The same of a file that is taken apart, by the names of its parts."""
    said = chain([("its name", path)], said)
    parts = [(name, squeezed(text)) for name, text in said]
    # One search of the whole for each secret, then for the part of those few that are there. Reversed, so that of
    # several pieces of a record the first one stays, and back, so that records are told in the order of the data.
    whole = "\n".join(text for _, text in parts)
    found = {secret.item: (secret, _where(parts, secret)) for secret in reversed(secrets) if secret.probe in whole}
    hint = _WITHDRAW if is_in_place else _NOT_WRITTEN
    return tuple(_leak(path, secret, where, hint) for secret, where in reversed(found.values()))


def _where(parts: Sequence[tuple[str, str]], secret: Secret) -> str:
    return next(name for name, text in parts if secret.probe in text)


def _leak(path: str, secret: Secret, where: str, hint: str) -> Diagnostic:
    message = f"{path} holds words of '{secret.item}', which its audience may not see (in {where})"
    return Diagnostic("BG604", Severity.ERROR, secret.place, message, hint, is_quotable=False)
