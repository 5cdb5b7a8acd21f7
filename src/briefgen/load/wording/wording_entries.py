"""The entries of one file of words, checked against what entries there are and what each is handed."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping as ReadOnly
from typing import TYPE_CHECKING, TypeAlias

from briefgen.diagnostics import did_you_mean, echo
from briefgen.late_patterns import late_pattern
from briefgen.load.nodes.node import Mapping, Scalar, Sequence, kind_of
from briefgen.model.wording.declared_entries import Entries, Entry, ListOf, OfFacts
from briefgen.model.wording.labels import BY_FIELD, LABELS
from briefgen.model.wording.patterns import CATEGORIES, OTHER, slots_in, stray_brace
from briefgen.model.wording.phrases import declarations
from briefgen.model.wording.wordings import ANY_TONE
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from briefgen.diagnostics import Place, Report
    from briefgen.load.nodes.node import Node
    from briefgen.model.wording.patterns import Handed
    from briefgen.model.wording.wordings import Path, Said

TONES = "tones"
"""The one field that is no entry."""

_FORMS_OF_GRAMMARS = frozenset({"singular", "plural"})
"""What grammars call the forms that are `one` and `other` here."""
_BRACED = late_pattern(r"\{+\s*(\w+)\s*\}+")
"""A place as it may be typed: `{ estimate }`, `{{estimate}}`."""

WordsOfFacts: TypeAlias = ReadOnly[str, Collection[str]]
"""Group of entries → its keys, which the kinds of facts give: their codes, and the names of their fields."""


def keys_of(group: str, of_facts: WordsOfFacts) -> Collection[str]:
    """All keys that a group may have: those that each language says, and for labels those of single fields."""
    return (*of_facts[group], *(of_facts[BY_FIELD] if group == LABELS else ()))


@dataclass(slots=True)
class EntryReader:
    """Reads the entries of a file."""

    report: Report
    tones: Collection[str]
    of_facts: WordsOfFacts
    found: dict[Path, Said] = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    """Where each entry stands."""
    toned: dict[tuple[Path, str], Place] = field(default_factory=dict)
    """Where its words for a tone stand."""
    told_tones: set[str] = field(default_factory=set)
    """Words that were told to be no tone: each is told where it first stands."""

    def read(self, root: Mapping) -> dict[Path, Said]:
        """Path → what is said there, of every entry that is sound."""
        known = declarations()
        for name, node in root.items.items():
            if name == TONES:
                continue
            declared = known.get(name)
            match declared:
                case None:
                    message = f"the wording has no entry '{echo(name)}'"
                    hint = self._below(name) or did_you_mean(name, (*known, TONES))
                    self.report.error("BG171", root.keys[name], message, hint)
                case Entry():
                    self._entry((name,), node, declared.handed)
                case Entries():
                    self._group(name, node, declared.keys)
                case OfFacts():
                    self._group(name, node, dict.fromkeys(keys_of(name, self.of_facts), declared.handed))
                case ListOf():
                    self._list(name, node, declared)
        return self.found

    def _below(self, key: str) -> str | None:
        """The next step for a key that stands below a group, and here beside it."""
        groups: dict[str, Collection[str]] = {**self.of_facts}
        groups |= {name: one.keys for name, one in declarations().items() if isinstance(one, Entries)}
        found = [name for name in declarations() if key in groups.get(name, ())]
        return f"write it below {' or '.join(found)}: '{found[0]}: {{{key}: ...}}'" if found else None

    def _group(self, name: str, node: Node, keys: ReadOnly[str, Handed]) -> None:
        if not isinstance(node, Mapping):
            self._wrong(node, f"'{name}' has several entries, and is {kind_of(node)}", "write each below it by its key")
            return
        for key, below in node.items.items():
            if key in keys:
                self._entry((name, key), below, keys[key])
            else:
                message = f"'{name}' has no entry '{echo(key)}'"
                self.report.error("BG171", node.keys[key], message, did_you_mean(key, keys))

    def _list(self, name: str, node: Node, declared: ListOf) -> None:
        items = node.items if isinstance(node, Sequence) else ()
        if len(items) != declared.length or not all(isinstance(item, Scalar) for item in items):
            self._wrong(node, f"'{name}' is a list of {declared.length} words", "write them all, in their order")
            return
        for at, item in enumerate(items):
            if isinstance(item, Scalar):
                self.found[name, str(at)] = {(ANY_TONE, OTHER): item.text}
                self.places[name, str(at)] = self.toned[(name, str(at)), ANY_TONE] = item.place

    def _entry(self, path: Path, node: Node, handed: Handed) -> None:
        """An entry: words, or words by tone, by plural category, or by both, tone first."""
        said: dict[tuple[str, str], str] = {}
        if isinstance(node, Mapping) and handed.by and _FORMS_OF_GRAMMARS & set(node.items):
            message = f"{_named(path)} has forms that are no plural categories: {', '.join(map(echo, node.items))}"
            self.report.error("BG171", node.place, message, "write 'one' for the singular and 'other' for the plural")
        elif isinstance(node, Mapping) and (not handed.by or not set(node.items) & set(CATEGORIES)):
            for tone, below in node.items.items():
                if tone in self.tones:
                    said |= self._forms(path, below, handed, tone)
                elif tone not in self.told_tones:
                    self.told_tones.add(tone)
                    hint = did_you_mean(tone, (*self.tones, *(CATEGORIES if handed.by else ())))
                    message = f"{_named(path)} has words for '{echo(tone)}', which is no tone"
                    self.report.error("BG173", node.keys[tone], message, hint)
        else:
            said = self._forms(path, node, handed, ANY_TONE)
        if said:
            self.found[path], self.places[path] = said, node.place

    def _forms(self, path: Path, node: Node, handed: Handed, tone: str) -> dict[tuple[str, str], str]:
        """Words, or a form for each plural category."""
        self.toned[path, tone] = node.place
        if isinstance(node, Scalar):
            return {(tone, OTHER): node.text} if self._is_sound(path, node, handed, node.place) else {}
        if not isinstance(node, Mapping) or not handed.by:
            what = "words, or a form for each plural category" if handed.by else "words, or words for each tone"
            step = "write the words" if handed.by else "write words alone: they do not differ by a number here"
            self._wrong(node, f"{_named(path)} is {what}, and here {kind_of(node)}", step)
            return {}
        said: dict[tuple[str, str], str] = {}
        for category, form in node.items.items():
            if category not in CATEGORIES or not isinstance(form, Scalar):
                hint = did_you_mean(category, CATEGORIES)
                message = f"{_named(path)} has a form '{echo(category)}', which is no plural category"
                self.report.error("BG171", node.keys[category], message, hint)
            elif self._is_sound(path, form, handed, form.place, is_special=category != OTHER):
                said[tone, category] = form.text
        if OTHER not in node.items and set(node.items) <= set(CATEGORIES):
            hint = "add it: every language has numbers that take it"
            self.report.error("BG171", node.place, f"{_named(path)} has no form 'other'", hint)
        return said if OTHER in node.items else {}

    def _is_sound(self, path: Path, node: Scalar, handed: Handed, place: Place, *, is_special: bool = False) -> bool:
        """Whether words fill their places: a form for one number need not say the number."""
        at = stray_brace(node.text)
        if at is not None:
            meant = next((slot for slot in _BRACED.findall(node.text) if slot in handed.slots), None)
            step = f"write {{{meant}}}: one brace on each side, and no blanks" if meant else _listed(handed)
            self.report.error("BG172", place, f"{_named(path)} has a brace that belongs to no place", step)
            return False
        slots = slots_in(node.text)
        unknown = next((slot for slot in slots if slot not in handed.slots), None)
        if unknown is not None:
            message = f"{_named(path)} is not handed {{{unknown}}}"
            hint = did_you_mean(unknown, handed.slots) if handed.slots else _listed(handed)
            self.report.error("BG172", place, message, hint)
            return False
        needed = [among for among in handed.needed if not (is_special and among == (handed.by,))]
        lost = next((among for among in needed if not {*among} & {*slots}), None)
        if lost is not None:
            named = " or ".join(f"{{{slot}}}" for slot in lost)
            message = f"{_named(path)} leaves out {named}, which would be lost"
            self.report.error("BG172", place, message, f"write {named} where it is to stand")
        return lost is None

    def _wrong(self, node: Node, message: str, hint: str | None) -> None:
        self.report.error("BG171", node.place, message, hint)


def _named(path: Path) -> str:
    return f"'{'.'.join(path)}'"


def _listed(handed: Handed) -> str:
    """What an entry is handed, for a hint."""
    if not handed.slots:
        return "it is handed nothing: write plain words"
    return f"it is handed {', '.join(f'{{{slot}}}' for slot in handed.slots)}"
