"""Words of a workspace's own without which every brief would say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from briefgen.model.wording.declared_entries import ListOf
from briefgen.model.wording.labels import LABELS, code_in
from briefgen.model.wording.phrases import declarations
from briefgen.model.wording.wordings import NEUTRAL, choice_of
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from briefgen.diagnostics import Place, Report
    from briefgen.model.wording.wordings import Choice, LanguageWords, Layer, Path, Said, Wordings

_SINGLY = 5
"""As many are told one by one; more, as in a copy of the whole file, are told at the first of them."""
_FOR_ALL = ""
"""The file for all audiences, beside those that are called by one."""


def tell_idle_words(wording: Wordings, tones: Mapping[str, str], report: Report) -> None:
    """BG176 for what can go from a workspace's files of words, all of it together, and no brief says another word.

    `tones` are those of all audiences by their id.
    """
    for words in wording.languages.values():
        _Files(words, tones).tell(report)


@dataclass(frozen=True, slots=True)
class _Whole:
    """Words that are taken out together: an entry in one tone."""

    paths: tuple[Path, ...]
    """That of the entry, or those of all words of a list."""
    tone: str
    place: Place
    named: str


_Idle: TypeAlias = tuple[_Whole, str, str]
"""Words, what is idle about them, and the next step."""


class _Files:
    """The files of one language, less what was found to be idle."""

    def __init__(self, words: LanguageWords, tones: Mapping[str, str]) -> None:
        self._of = {**words.of_audiences, _FOR_ALL: words.own}
        self._base = words.base.said
        self._said: dict[str, dict[Path, Said]] = {name: dict(layer.said) for name, layer in self._of.items()}
        self._in_turn = {audience: tuple(words.in_turn(tone)) for audience, tone in tones.items()}
        self._by_code: dict[str, list[Path]] = {}
        """A word of a list → itself, and as each field means it."""
        for group, key in dict.fromkeys(
            path for said in (*self._said.values(), self._base) for path in said if path[0] == LABELS
        ):
            self._by_code.setdefault(code_in(key), []).append((group, key))
        self._declared = {tone for layer in self._of.values() for tone in layer.tones}

    def tell(self, report: Report) -> None:
        """Each file's, those for one audience first: they stand above that for all."""
        for name, layer in self._of.items():
            self._tell_tones(layer.tones, report)
            idle: list[_Idle] = []
            for one in _whole(layer):
                if one.tone in self._declared - self._spoken(_FOR_ALL):
                    continue  # told where the tone is declared
                heard = self._is_heard(name, one)
                if not self._can_go(name, one):
                    continue
                if heard:
                    idle.append((one, f"{one.named} says what would be said without it", "take it out"))
                else:
                    idle.append((one, *_unheard(one.named, has_tone=one.tone in self._spoken(name))))
            _tell(idle, report)

    def _tell_tones(self, declared: Mapping[str, Place], report: Report) -> None:
        for tone, place in declared.items():
            if tone not in {*self._spoken(_FOR_ALL), NEUTRAL}:
                hint = f"let an audience say 'tone: {tone}', or take it out with its words"
                report.info("BG176", place, f"no audience has the tone '{tone}'", hint)

    def _hearers(self, file: str) -> Collection[str]:
        """The audiences that a file is for."""
        return self._in_turn if file == _FOR_ALL else (file,)

    def _spoken(self, file: str) -> set[str]:
        """Every tone that one of them is spoken to in; words that hold for any tone are among them."""
        return {tone for audience in self._hearers(file) for tone in self._in_turn[audience]}

    def _choices(self, file: str, path: Path) -> list[Choice | None]:
        """What each of them is told wherever the entry may be taken."""
        keys = [path]
        if path[0] == LABELS and path[1] == code_in(path[1]):
            keys = self._by_code[path[1]]
        return [
            choice_of(key, (self._said.get(audience, {}), self._said[_FOR_ALL], self._base), self._in_turn[audience])
            for audience in self._hearers(file)
            for key in keys
        ]

    def _is_heard(self, file: str, one: _Whole) -> bool:
        here = [(1 if file == _FOR_ALL else 0, path, one.tone) for path in one.paths]
        told = (choice for path in one.paths for choice in self._choices(file, path) if choice)
        return any((choice.layer, choice.key, choice.tone) in here for choice in told)

    def _can_go(self, file: str, one: _Whole) -> bool:
        """Whether all are told the same without these words; then they are gone from now on."""
        words, said = self._words(file, one), self._said[file]
        less = {path: {of: words for of, words in said[path].items() if of[0] != one.tone} for path in one.paths}
        self._said[file] = {**said, **less}
        if self._words(file, one) == words:
            return True
        self._said[file] = said
        return False

    def _words(self, file: str, one: _Whole) -> list[Mapping[str, str] | None]:
        return [choice.forms if choice else None for path in one.paths for choice in self._choices(file, path)]


def _whole(layer: Layer) -> Iterator[_Whole]:
    """What a file says, in its order: a list is taken out whole or not at all."""
    known, done = declarations(), set()
    for (path, tone), place in layer.toned.items():
        of_list = isinstance(known[path[0]], ListOf)
        entry = path[:1] if of_list else path
        if path in layer.said and (entry, tone) not in done:
            done.add((entry, tone))
            paths = tuple(one for one in layer.said if one[0] == path[0]) if of_list else (path,)
            yield _Whole(paths, tone, place, f"'{'.'.join(entry)}'" + (f" in the tone '{tone}'" if tone else ""))


def _unheard(named: str, *, has_tone: bool) -> tuple[str, str]:
    if not has_tone:
        return f"no brief says {named}: nobody who is told these words has that tone", "take it out, or give it to one"
    return f"no brief says {named}: other words go before it", "take it out, or those for one audience or a nearer tone"


def _tell(idle: Sequence[_Idle], report: Report) -> None:
    if len(idle) > _SINGLY:
        first = idle[0][0]
        message = f"{len(idle)} entries, such as {first.named}, can go: every brief says the same without them"
        report.info("BG176", first.place, message, "keep what you say otherwise: the rest keeps upgrades out")
        return
    for one, message, hint in idle:
        report.info("BG176", one.place, message, hint)
