"""Whether a call gives as many arguments as there are, by names that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.template.argument_kinds import Wrong
from briefgen.diagnostics import did_you_mean
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.compose.template.parameters import Signature


@dataclass(frozen=True, slots=True)
class Call:
    """How a function, filter or test is called."""

    name: str
    signature: Signature
    count: int
    """Arguments without a name; the value before the bar is one."""
    named: tuple[str, ...]
    before: int
    """1 where the first argument stands before the bar, and nobody counts it."""
    is_around: bool
    """Whether it is given a text."""

    def check(self) -> None:
        """Raises `Wrong` for a call that cannot be made."""
        if self.signature.is_around is not self.is_around:
            told = "a text, and none is given" if self.signature.is_around else "no text"
            raise Wrong(f"'{self.name}' stands around {told}")
        if not (self.signature.is_open and self.count >= len(self.signature.in_a_row)):
            self._no_unknown_name()
            self._not_too_many()
        filled = {parameter.name for parameter in self.signature.in_a_row[: self.count]}
        if twice := sorted(filled & set(self.named)):
            raise Wrong(f"'{twice[0]}' of '{self.name}' is given twice", near=twice[0])
        given, needed = filled | set(self.named), self.signature.at_least_one
        if missing := [p.name for p in self.signature.parameters if p.is_needed and p.name not in given]:
            raise Wrong(f"'{self.name}' is called without {_listed(missing, 'and')}")
        if needed and not given & set(needed):
            raise Wrong(f"'{self.name}' is called without {_listed(needed, 'or')}")

    def _no_unknown_name(self) -> None:
        known = [parameter.name for parameter in self.signature.parameters[self.before :]]
        unknown = [key for key in self.named if key not in known]
        if unknown:
            hint = did_you_mean(unknown[0], known) or ""
            raise Wrong(f"'{self.name}' has no argument '{unknown[0]}'", hint, unknown[0])

    def _not_too_many(self) -> None:
        row = self.signature.in_a_row
        if self.count <= len(row) or any(parameter.is_many for parameter in row):
            return
        by_name = [parameter.name for parameter in self.signature.parameters if parameter.is_named]
        given, most = self.count - self.before, len(row) - self.before
        takes = {0: "no argument", 1: "one argument"}.get(most, f"{most} arguments")
        message = f"'{self.name}' takes {takes}{' without a name' if by_name else ''}, and {given} "
        hint = f"write {self.signature.example}" + (f"; by name: {', '.join(by_name)}" if by_name else "")
        raise Wrong(f"{message}{'is' if given == 1 else 'are'} given", hint)


def _listed(names: Sequence[str], last: str) -> str:
    quoted = [f"'{name}'" for name in names]
    return f" {last} ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
