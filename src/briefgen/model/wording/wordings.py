"""The words of a workspace: for each language a base, and over it what the workspace and its audiences say anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeAlias

from briefgen.model.worded_languages import WordedLanguage, worded_language
from briefgen.model.wording.declared_entries import Entries, ListOf, OfFacts
from briefgen.model.wording.labels import LABELS, code_in
from briefgen.model.wording.patterns import Pattern
from briefgen.model.wording.phrases import Phrases, declarations, made_of_patterns, name_of
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.diagnostics import Place
    from briefgen.model.view import View

NEUTRAL = "neutral"
"""The tone that speaks where another one has no words of its own."""
ANY_TONE = ""
"""Of words that are the same in every tone."""
Path: TypeAlias = tuple[str, ...]
"""Where an entry stands in its file: `("up",)`, `("labels", "treaty")`, `("ordinals", "0")`, and of a word of a list as
one field means it `("labels", "binding.yes")`."""
Said: TypeAlias = Mapping[tuple[str, str], str]
"""Tone and plural category → words."""


@dataclass(frozen=True, slots=True)
class Layer:
    """What one file says."""

    said: Mapping[Path, Said] = field(default_factory=dict)
    places: Mapping[Path, Place] = field(default_factory=dict)
    """Where each entry stands, for messages."""
    toned: Mapping[tuple[Path, str], Place] = field(default_factory=dict)
    """Where its words for a tone stand; those for any tone too."""
    tones: Mapping[str, Place] = field(default_factory=dict)
    """Where each tone is declared."""


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """The words of one language."""

    base: Layer
    """Of every entry; a team's own words of facts as they are written."""
    tones: Mapping[str, str]
    """Tone → the one that speaks for it where it has no words; `neutral` has none."""
    own: Layer = field(default_factory=Layer)
    """What the workspace says for all its audiences."""
    of_audiences: Mapping[str, Layer] = field(default_factory=dict)
    """What it says for one."""

    def in_turn(self, tone: str) -> Iterator[str]:
        """The tones whose words are taken, the nearest first."""
        while tone and tone != NEUTRAL:
            yield tone
            tone = self.tones.get(tone, NEUTRAL)
        yield from (NEUTRAL, ANY_TONE)

    def layers(self, audience: str) -> tuple[Layer, Layer, Layer]:
        """What speaks to an audience, the uppermost first."""
        return (self.of_audiences.get(audience, Layer()), self.own, self.base)


@dataclass(frozen=True, slots=True)
class Wordings:
    """The words of every language that briefs can be written in."""

    languages: Mapping[WordedLanguage, LanguageWords] = field(default_factory=dict)
    _found: dict[tuple[str, str, str], Phrases] = field(default_factory=dict, compare=False, repr=False)
    """What was asked for: briefs of one audience ask for the same words again and again."""

    @property
    def tones(self) -> tuple[str, ...]:
        """The tones that an audience can name: those of every language."""
        return tuple(dict.fromkeys((NEUTRAL, *(tone for words in self.languages.values() for tone in words.tones))))

    @property
    def has_own(self) -> bool:
        """Whether the workspace says anything of its own: an entry, or a tone."""
        own = (layer for words in self.languages.values() for layer in (words.own, *words.of_audiences.values()))
        return any(layer.toned or layer.tones for layer in own)

    def of(self, view: View) -> Phrases:
        """The words for a brief: in its language, in the tone of its audience."""
        return self.phrases(view.language, view.audience.tone, view.audience.id)

    def place_of(self, path: Path, view: View) -> Place | None:
        """Where the entry stands that a brief takes; None of one that no file has."""
        spoken = worded_language(view.language)
        layers = self.languages[spoken].layers(view.audience.id) if spoken else ()
        return next((layer.places[path] for layer in layers if path in layer.places), None)

    def phrases(self, language: str, tone: str = NEUTRAL, audience: str = "") -> Phrases:
        """The words for a BCP 47 tag, a tone and an audience.

        Raises:
            ValueError: for a language without words, which the settings do not let through.
        """
        asked = language, tone, audience
        if asked not in self._found:
            self._found[asked] = self._phrases(language, tone, audience)
        return self._found[asked]

    def _phrases(self, language: str, tone: str, audience: str) -> Phrases:
        spoken = worded_language(language)
        if spoken is None:
            raise ValueError(f"briefs have no words in {language}")
        words = self.languages[spoken]
        layers = tuple(layer.said for layer in words.layers(audience))
        tones = tuple(words.in_turn(tone))
        values: dict[str, Any] = {one.name: _value(one.name, layers, tones) for one in fields(Phrases)}
        return Phrases(**values)


def _value(attribute: str, layers: tuple[Mapping[Path, Said], ...], tones: tuple[str, ...]) -> object:
    """The value of an attribute of `Phrases`: words, a pattern, or several of them."""
    name, as_pattern = name_of(attribute), attribute in made_of_patterns()

    def found(path: Path) -> Pattern | str:
        choice = choice_of(path, layers, tones)
        if choice is None:
            raise KeyError(path)
        return Pattern(choice.forms) if as_pattern else Pattern(choice.forms).text

    match declarations()[name]:
        case ListOf(length=length):
            return tuple(str(found((name, str(at)))) for at in range(length))
        case Entries(keys=keys):
            return {key: found((name, key)) for key in keys}
        case OfFacts():
            return {path[1]: found(path) for layer in layers for path in layer if path[0] == name}
        case _:
            return found((name,))


@dataclass(frozen=True, slots=True)
class Choice:
    """What is said where an entry is asked for."""

    layer: int
    """Which of the layers has it, the uppermost being 0."""
    key: Path
    """The entry there: of a word of a list as one field means it, perhaps that of the word for all fields."""
    tone: str
    forms: Mapping[str, str]
    """Plural category → words."""


def choice_of(path: Path, layers: Sequence[Mapping[Path, Said]], tones: Sequence[str]) -> Choice | None:
    """What the uppermost layer says that has the entry, in the nearest tone; None where no layer has it.

    A layer that says a word of a list for all its fields says it for each that a layer below says it of alone.
    """
    keys = dict.fromkeys((path, (LABELS, code_in(path[1])))) if path[0] == LABELS else (path,)
    for at, layer in enumerate(layers):
        for key in (one for one in keys if one in layer):
            for tone in tones:
                forms = {category: words for (of, category), words in layer[key].items() if of == tone}
                if forms:
                    return Choice(at, key, tone, forms)
    return None
