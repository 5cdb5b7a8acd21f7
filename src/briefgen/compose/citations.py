"""Reference numbers in the order of the text, and the words of a reference entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import Cite, Emphasis, Inline, Link, ReferenceItem, ReferenceList, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefgen.compose.wording import Wording
    from briefgen.model.named import Reference


_MOST_NAMED = 2


class Citations:
    """Numbers references as they are first cited; computed per brief, after filtering."""

    def __init__(self, references: Mapping[str, Reference], wording: Wording) -> None:
        self._references, self._wording = references, wording
        self._numbers: dict[str, int] = {}

    def cite(self, refs: Iterable[str]) -> Cite | None:
        """A marker for some references, or None when the brief knows none of them."""
        known = dict.fromkeys(ref for ref in refs if ref in self._references)
        if not known:
            return None
        numbers = tuple(sorted(self._number(ref) for ref in known))
        return Cite(numbers, f"[{', '.join(map(str, numbers))}]")

    def names(self, refs: Iterable[str]) -> str:
        """Short names of references, for source lines of audiences that see no numbers."""
        known = dict.fromkeys(ref for ref in refs if ref in self._references)
        for ref in known:
            self._number(ref)
        return "; ".join(short_name(self._references[ref]) for ref in known)

    def reference_list(self, *, numbered: bool) -> ReferenceList:
        """Every reference that was cited or named, in order."""
        rising = sorted(self._numbers.items(), key=lambda pair: pair[1])
        items = (ReferenceItem(number, self._entry(self._references[ref])) for ref, number in rising)
        return ReferenceList(tuple(items), numbered)

    def _number(self, ref: str) -> int:
        return self._numbers.setdefault(ref, len(self._numbers) + 1)

    def _entry(self, reference: Reference) -> tuple[Inline, ...]:
        """Author. Title. Container, publisher, date. Address. Access date; parts that are not known fall away."""
        authors = "; ".join(", ".join(part for part in author if part) for author in reference.authors)
        parts: list[Inline] = [Text(f"{authors}. ")] if authors else []
        parts.append(Emphasis((Text(reference.title),)))
        parts.append(Text(f". {self._imprint(reference).removesuffix('.')}."))
        if reference.url:
            parts += [Text(" "), Link(reference.url, (Text(reference.url),)), Text(".")]
        if reference.accessed:
            accessed = self._wording.date(reference.accessed)
            parts.append(Text(f" {self._wording.phrases.accessed.format(date=accessed)}."))
        return tuple(parts)

    def _imprint(self, reference: Reference) -> str:
        issued = self._wording.phrases.undated
        if reference.issued:
            issued = self._wording.date(reference.issued, "short")
            issued = f"[{issued}]" if reference.issued_inferred else issued
        return ", ".join(part for part in (reference.container, reference.publisher, issued) if part)


def short_name(reference: Reference) -> str:
    """Who says it, in a few words: the authors' family names and the year, else the site."""
    families = [family for family, _ in reference.authors]
    if not families:
        return reference.container or reference.publisher or reference.title
    who = " and ".join(families) if len(families) <= _MOST_NAMED else f"{families[0]} et al."
    return f"{who} ({reference.issued.year})" if reference.issued and reference.issued.year else who
