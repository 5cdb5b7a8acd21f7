"""Texts of one name in several languages: which is for the briefs, and whether all say the same to the same readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale

from briefgen.model.facts.declarations import values_of
from briefgen.model.facts.fact import Status
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.values.prose_text import Untranslated
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefgen.diagnostics import Report
    from briefgen.model.kinds.prose import Prose
    from briefgen.model.values.date import Date
    from briefgen.model.values.prose_text import ProseLanguages, TextSpot
    from briefgen.model.values.sensitivity import Sensitivity

_TAKEN_OVER = frozenset({
    FieldRole.TITLE, FieldRole.TOPICS, FieldRole.SENSITIVITY, FieldRole.SOURCES, FieldRole.STATUS, FieldRole.EMBARGO,
    FieldRole.RECORDED,
})  # fmt: skip
"""What the head of a text in another language has from that of the default, where it does not say it itself."""
_OWN, _INSTEAD = 0, 1
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class TextInLanguage:
    """A text as it was read, and what its head says."""

    fact: Prose
    said: frozenset[str]
    """Names of fields."""

    @property
    def language(self) -> str:
        """Empty of the default text."""
        return self.fact.id.partition(".")[2]


def by_name(texts: Iterable[TextInLanguage]) -> Iterator[Sequence[TextInLanguage]]:
    """The texts of each name, the default first."""
    found: dict[str, list[TextInLanguage]] = {}
    for text in texts:
        found.setdefault(text.fact.stands_for, []).append(text)
    return (sorted(group, key=lambda text: text.language) for group in found.values())


@dataclass(frozen=True, slots=True)
class TextsOfOneName:
    """All texts of a name, none of them twice in a language."""

    read: Sequence[TextInLanguage]
    languages: ProseLanguages
    report: Report

    @property
    def name(self) -> str:
        """That sections ask for them by."""
        return self.read[0].fact.stands_for

    def texts(self, label: Callable[[Prose], Sensitivity], *, is_whole: bool) -> Iterator[Prose]:
        """Each with its label and its turn; one that more people may read than the first is told and left out.

        `label` gives that of a text that has none; `is_whole` says whether all its texts could be read.
        """
        first = self._first()
        head = first.fact if "sensitivity" in first.said else replace(first.fact, sensitivity=label(first.fact))
        others = [self._completed(one, head) for one in self.read if one is not first]
        kept = [head, *(one for one in others if not self._is_looser(one, head))]
        if is_whole:
            self._tell_missing(head)
            for one in others:
                self._tell_apart(one, head)
        return (replace(one, text=replace(one.text, language=self._marked(one), turn=self._turn(one))) for one in kept)

    def _first(self) -> TextInLanguage:
        """The default, else the one in the language of the briefs, else any."""
        own = (one for one in self.read if one.language == self.languages.briefs)
        return self.read[0] if not self.read[0].language else next(own, self.read[0])

    @staticmethod
    def _completed(one: TextInLanguage, head: Prose) -> Prose:
        of_head = {field.name: value for field, value in values_of(head) if field.role in _TAKEN_OVER}
        taken = {name: value for name, value in of_head.items() if name not in one.said}
        if "sources" in taken:
            taken["sources"] = tuple(dict.fromkeys((*head.sources, *one.fact.sources)))
        return replace(one.fact, **taken)

    # ------------------------------------------------------------ which one

    def _language_of(self, text: Prose) -> str:
        """What it is in; of a default that nobody says it of, what the briefs are in, unless another text is."""
        own = text.id.partition(".")[2] or self.languages.default
        has_own = any(one.language == self.languages.briefs for one in self.read)
        return own or ("" if has_own else self.languages.briefs)

    def _turn(self, text: Prose) -> int | None:
        if self._language_of(text) == self.languages.briefs:
            return _OWN
        is_shown = self.languages.untranslated is Untranslated.SHOW
        return _INSTEAD if text.id == text.stands_for and is_shown else None

    def _marked(self, text: Prose) -> str:
        """The language that the text is marked as, where it is not the brief's."""
        language = self._language_of(text)
        return "" if language == self.languages.briefs else language

    # ------------------------------------------------------------ what is told

    def _tell_missing(self, head: Prose) -> None:
        """BG151 where no text is in the language of the briefs; of two in one language, that there are."""
        folder, _, _ = head.place.path.rpartition("/")
        twice = [one for one in self.read if one.language and one.language == self.languages.default]
        if twice and twice[0].fact is not head and not self.read[0].language:
            message = f"'{self.name}' has two texts in {_name(twice[0].language)}"
            hint = f"{head.place.path} is in it too, as prose_language in briefgen.toml says: take one away"
            self.report.error("BG137", twice[0].fact.place, message, hint)
            return
        if any(self._language_of(one.fact) == self.languages.briefs for one in self.read):
            return
        message = f"'{self.name}' has no text in {_name(self.languages.briefs)}"
        wanted = f"write {folder}/{self.name}.{self.languages.briefs}.md"
        is_default = head.id == self.name
        match self.languages.untranslated:
            case Untranslated.REFUSE:
                self.report.error("BG151", head.place, f"{message}, which briefgen.toml asks for", wanted)
            case Untranslated.SHOW if is_default:
                told = f"{message}: the one in {_name(self._language_of(head))} stands in briefs"
                self.report.warning("BG151", head.place, told, f'{wanted}, or set untranslated = "omit"')
            case Untranslated.SHOW | Untranslated.OMIT:
                self.report.warning("BG151", head.place, f"{message}: it is left out of briefs", wanted)

    def _is_looser(self, one: Prose, head: Prose) -> bool:
        """BG150 where more people may read it than the first of its texts, or sooner."""
        loose = list(_looser(one, head))
        for name, message, hint in loose:
            told = f"'{one.id}' {message}, unlike {head.place.path}"
            self.report.error("BG150", one.at(name), told, f"{hint}, or take '{name}' out of this head")
        return bool(loose)

    def _tell_apart(self, one: Prose, head: Prose) -> None:
        """BG152 where the two do not lean on the same facts and references."""
        mine, theirs = _leant_on(one), _leant_on(head)
        missing = [name for name in theirs if name not in mine]
        added = [(name, spot) for name, spot in mine.items() if name not in theirs]
        if missing:
            message = f"'{one.id}' does not lean on {_listed(missing)}, as {head.place.path} does"
            self.report.warning("BG152", one.at("text"), message, "say the same in both texts")
        if added:
            names = _listed([name for name, _ in added])
            message = f"'{one.id}' leans on {names}, which {head.place.path} does not"
            self.report.warning("BG152", one.at_spot(*added[0][1]), message, "say the same in both texts")


def _looser(one: Prose, head: Prose) -> Iterator[tuple[str, str, str]]:
    """Field, what is wrong with it, and what to write."""
    if one.sensitivity < head.sensitivity:
        yield "sensitivity", f"is {one.sensitivity.word}", f"write sensitivity: {head.sensitivity.word}"
    if missing := [topic for topic in head.topics if topic not in one.topics]:
        yield "topics", f"has not the topic {missing[0]}", f"write topics: [{', '.join((*one.topics, *missing))}]"
    days = ("embargo_until", one.embargo_until, head.embargo_until), ("recorded", one.recorded, head.recorded)
    for name, own, day in days:
        if day is not None and _is_before(own, day):
            yield name, f"may be told before {day}", f"write {name}: {day}"
    if head.status is Status.RETRACTED is not one.status:
        yield "status", "is not retracted", "write status: retracted"


def _is_before(one: Date | None, other: Date) -> bool:
    return one is None or (other.upper is not None and (one.upper is None or one.upper < other.upper))


def _leant_on(text: Prose) -> dict[str, TextSpot]:
    """Id of each fact and reference → where it is first named."""
    found: dict[str, TextSpot] = {}
    for asked in text.text.asked:
        found.setdefault(asked.said, asked.spot)
    for cited in text.text.cited:
        found.setdefault(cited.ref, cited.spot)
    return found


def _listed(names: Sequence[str]) -> str:
    more = [f"{len(names) - _SHOWN} more"] if len(names) > _SHOWN else []
    return ", ".join([*(f"'{name}'" for name in names[:_SHOWN]), *more])


def _name(language: str) -> str:
    """`Russian` of `ru`."""
    return str(Locale("en").languages.get(language) or language or "another language")
