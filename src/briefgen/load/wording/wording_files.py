"""The files of words: briefgen's own, and what a workspace says anew for all its audiences, or for one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefgen.diagnostics import SHIPPED, Place, Report, did_you_mean, echo
from briefgen.load.nodes.decoding import read_text
from briefgen.load.nodes.file_names import names_in
from briefgen.load.nodes.node import Mapping, Scalar, Sequence, kind_of
from briefgen.load.nodes.yaml_nodes import parse_yaml
from briefgen.load.wording.kept_words import keep_words, kept_words, name_of_words
from briefgen.load.wording.wording_entries import TONES, EntryReader, WordsOfFacts
from briefgen.model.facts.own_fact import type_of
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.model.template_files import TemplateKind
from briefgen.model.worded_languages import WordedLanguage
from briefgen.model.wording.labels import BY_FIELD, LABELS, code_in, keys_by_field, words_of
from briefgen.model.wording.patterns import OTHER
from briefgen.model.wording.wordings import ANY_TONE, NEUTRAL, LanguageWords, Layer, Wordings
from briefgen.records import replace
from briefgen.world import packaged

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from collections.abc import Mapping as ReadOnly

    from briefgen.diagnostics import Diagnostic
    from briefgen.load.nodes.node import Node
    from briefgen.model.facts.kind import Kind
    from briefgen.model.wording.wordings import Path, Said
    from briefgen.world import World

_LIMIT = 1_000_000
"""Bytes of a packaged file."""


def read_wordings(world: World, audiences: Collection[str], kinds: Collection[Kind], report: Report) -> Wordings:
    """The words of every language; the kinds of facts say which labels and names of fields there are."""
    own, of_audiences = _own_files(world, audiences, report)
    of_facts = words_of(kinds) if own or of_audiences else {}
    as_written = _as_written([kind for kind in kinds if kind.name not in SHIPPED_KINDS])
    found = {}
    for language in WordedLanguage:
        base, tones, told = _base(language)
        report.extend(told)
        tones = dict(tones)
        for root in (own.get(language), *(root for _, root in of_audiences.get(language, ()))):
            tones |= _tones(root, tones, report)
        found[language] = LanguageWords(
            base=replace(base, said={**as_written, **base.said}),
            tones=tones,
            own=_layer(own.get(language), tones, of_facts, report),
            of_audiences={
                audience: _layer(root, tones, of_facts, report) for audience, root in of_audiences.get(language, ())
            },
        )
    _tell_unworded(kinds, found.values(), report)
    return Wordings(found)


def _as_written(kinds: Collection[Kind]) -> dict[Path, Said]:
    """What facts say stands for itself where no file has it, and a record for what its kind says that it is."""
    named = {type_of(kind.made_of): kind.what.partition(" ")[2] or kind.what for kind in kinds}
    return {
        (group, code): {(ANY_TONE, OTHER): named.get(code, code)}
        for group, codes in (words_of(kinds) if kinds else {}).items()
        if group != BY_FIELD
        for code in codes
    }


def _tell_unworded(kinds: Iterable[Kind], languages: Collection[LanguageWords], report: Report) -> None:
    """BG175 for what a team's own kinds choose from, where it has underscores and nobody says how it is read.

    So too where a field of shipped kinds is called the same, and means something else by the word.
    """
    own = [kind for kind in kinds if kind.name not in SHIPPED_KINDS]
    for kind, key in [(one, key) for one in own for key in keys_by_field(one.made_of)]:
        told = next(filter(None, (_unworded(key, words) for words in languages)), None)
        if told:
            message, hint = told
            hint = f"say it in {TemplateKind.WORDING.path('en')}: 'labels: {{{hint}}}'"
            report.info("BG175", Place(f"kinds/{kind.name}.yaml"), f"'{echo(code_in(key))}' {message}", hint)


def _unworded(key: str, words: LanguageWords) -> tuple[str, str] | None:
    """What is wrong with how a word of an own kind is printed, and the entry that mends it."""
    code = code_in(key)
    if words.own.said.keys() & {(LABELS, key), (LABELS, code)}:
        return None
    shipped = words.base.said.get((LABELS, key))
    if shipped:
        return f"is printed as '{next(iter(shipped.values()))}', as a shipped kind means it", f"{key}: {code}"
    if "_" in code and (LABELS, code) not in words.base.places:
        return "is printed as it is written here", f"{code}: {code.replace('_', ' ')}"
    return None


@cache
def _base(language: WordedLanguage) -> tuple[Layer, ReadOnly[str, str], tuple[Diagnostic, ...]]:
    """What briefgen says in a language of its own kinds too, and its tones: the file is a part of the program."""
    path, report = TemplateKind.WORDING.path(language.value), Report()
    data = packaged().read(path, _LIMIT)
    name = name_of_words(data)
    if words := kept_words(name, f"{SHIPPED}{path}"):
        return *words, ()
    root = parse_yaml(data.decode(), f"{SHIPPED}{path}", report)
    tones = _tones(root, {}, report)
    kinds = SHIPPED_KINDS.values()
    layer = _layer(root, tones, words_of(kinds), report)
    layer = replace(layer, said={**_as_written(kinds), **layer.said})
    if not report.diagnostics:
        keep_words(name, (layer, tones))
    return layer, tones, report.diagnostics


def _own_files(
    world: World, audiences: Collection[str], report: Report
) -> tuple[dict[WordedLanguage, Node], dict[WordedLanguage, list[tuple[str, Node]]]]:
    """What the workspace has of its own: for all audiences, and for one, by language."""
    own: dict[WordedLanguage, Node] = {}
    of_audiences: dict[WordedLanguage, list[tuple[str, Node]]] = {}
    kind = TemplateKind.WORDING
    for name in names_in(world, kind.folder, kind.endings[0], report):
        path = kind.path(name)
        if world.is_shipped(path):
            continue
        text = read_text(world, path, report)
        audience, _, tag = name.rpartition(".")
        language = next((one for one in WordedLanguage if one.value == tag), None)
        if text is None or not _is_of_somebody(audience, language, tag, audiences, Place(path), report):
            continue
        if not audience and text.encode() == packaged().read(path, _LIMIT):
            continue
        root = parse_yaml(text, path, report)
        if root is not None and language is not None:
            if audience:
                of_audiences.setdefault(language, []).append((audience, root))
            else:
                own[language] = root
    return own, of_audiences


def _is_of_somebody(
    audience: str, language: WordedLanguage | None, tag: str, audiences: Collection[str], place: Place, report: Report
) -> bool:
    """Whether a file's name says a language that briefs have, and no audience or one that is there."""
    if language is None:
        hint = did_you_mean(tag, [one.value for one in WordedLanguage])
        report.error("BG170", place, f"briefs have no words in '{echo(tag)}'", hint)
        return False
    if audience and audience not in audiences:
        hint = did_you_mean(audience, audiences)
        report.error("BG170", place, f"words for the audience '{echo(audience)}', which is not there", hint)
        return False
    return True


def _layer(root: Node | None, tones: Collection[str], of_facts: WordsOfFacts, report: Report) -> Layer:
    if root is None:
        return Layer()
    if not isinstance(root, Mapping):
        hint = "write 'ENTRY: words', one a line"
        report.error("BG171", root.place, f"a file of words holds entries, and here {kind_of(root)}", hint)
        return Layer()
    reader = EntryReader(report, (NEUTRAL, *tones), of_facts)
    declared = root.items.get(TONES)
    places = dict(declared.keys) if isinstance(declared, Mapping) else {}
    return Layer(reader.read(root), reader.places, reader.toned, places)


def _tones(root: Node | None, known: ReadOnly[str, str], report: Report) -> dict[str, str]:
    """The tones that a file declares, each with the one that speaks for it where it has no words.

    One whose declaration is wrong is told once, and is a tone all the same: `neutral` speaks for it.
    """
    node = root.items.get(TONES) if isinstance(root, Mapping) else None
    if node is None:
        return {}
    if not isinstance(node, Mapping):
        message = f"tones are a group of fields, and here {kind_of(node)}"
        report.error("BG173", node.place, message, "write 'warm: plain'")
        listed = node.items if isinstance(node, Sequence) else (node,)
        return {one.text: NEUTRAL for one in listed if isinstance(one, Scalar)}
    after = {**known, **{tone: below.text for tone, below in node.items.items() if isinstance(below, Scalar)}}
    for tone, below in node.items.items():
        fault = _fault_of_tone(tone, below, {**dict.fromkeys(node.items, NEUTRAL), **after})
        if fault:
            report.error("BG173", below.place, *fault)
            after[tone] = NEUTRAL
    return {tone: after[tone] for tone in node.items if tone != NEUTRAL}


def _fault_of_tone(tone: str, below: Node, after: ReadOnly[str, str]) -> tuple[str, str | None] | None:
    """What is wrong with a tone's declaration, and the next step."""
    said = f"the tone '{echo(tone)}' falls back on"
    if not isinstance(below, Scalar):
        return f"{said} one tone, and here {kind_of(below)}", f"write '{echo(tone)}: neutral'"
    if below.text != NEUTRAL and below.text not in after:
        return f"{said} '{echo(below.text)}', which is none", did_you_mean(below.text, (*after, NEUTRAL))
    if tone == NEUTRAL or tone in _chain(below.text, after):
        return f"{said} itself", "let it end in 'neutral'"
    return None


def _chain(tone: str, tones: ReadOnly[str, str]) -> Collection[str]:
    """The tones that a tone falls back on, itself first; a circle is walked once."""
    found: list[str] = []
    while tone and tone not in found:
        found.append(tone)
        tone = tones.get(tone, "")
    return found
