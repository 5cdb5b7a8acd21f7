"""Files to a Workspace: every value with its place, all problems of all files at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefgen.diagnostics import Outcome, Place, Report
from briefgen.load.facts.cleared_editions import tell_of_cleared
from briefgen.load.facts.named_audiences import tell_unknown_audiences
from briefgen.load.facts.people_organisations import INDICATOR, ORGANISATION, PERSON, by_id, read_list
from briefgen.load.facts.relation_folder import REFERENCE_FILES, read_relation, shared_references
from briefgen.load.facts.series_units import told_wrongly
from briefgen.load.facts.shared_files import Shared
from briefgen.load.facts.unread_files import tell_unread
from briefgen.load.kinds.kind_files import read_kinds
from briefgen.load.nodes.decoding import read_text
from briefgen.load.nodes.file_names import can_be_listed, folders_in, names_in
from briefgen.load.nodes.node import Mapping as MappingNode
from briefgen.load.nodes.part_readings import PartReading
from briefgen.load.nodes.yaml_files import yaml_of
from briefgen.load.pictures.picture_files import template_pictures
from briefgen.load.references.csl_styles import CitationStyles
from briefgen.load.settings.audience_choice import unmade
from briefgen.load.settings.audience_files import KnownSections, audience_shape, read_audience, tell_tone
from briefgen.load.settings.copy_record import read_record
from briefgen.load.settings.section_files import read_section
from briefgen.load.settings.template_copies import shipped_paths, template_copies
from briefgen.load.settings.titles_of_briefs import tell_alike
from briefgen.load.settings.unread_templates import tell_unread_templates
from briefgen.load.settings.workspace_toml import read_config
from briefgen.load.styles.idle_looks import tell_idle_looks
from briefgen.load.styles.style_lookup import read_default, read_named
from briefgen.load.wording.wording_files import read_wordings
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.template_files import TEMPLATES, TemplateKind
from briefgen.model.workspace import Workspace
from briefgen.records import dataclass
from briefgen.world import READ_AFRESH

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from briefgen.load.kinds.kind_files import Kinds
    from briefgen.load.shapes.value_schemas import JsonSchema
    from briefgen.load.word.word_house_style import HouseReading, describe_house
    from briefgen.model.audience import Audience
    from briefgen.model.facts.kind import Kind
    from briefgen.model.facts.relation import Relation
    from briefgen.model.looks.style import Style
    from briefgen.model.values.prose_text import ProseLanguages
    from briefgen.model.wording.wordings import Wordings
    from briefgen.model.workspace import SectionTemplate
    from briefgen.world import Recollection, World

_PEOPLE, _ORGANISATIONS, _INDICATORS = "people.yaml", "organisations.yaml", "indicators.yaml"
_BELOW = "data of one relation stand in its folder, data/NAME; people, organisations, indicators and rates stand here"

__all__ = ["HouseReading", "describe_house", "json_schemas", "load"]


def __getattr__(name: str) -> object:
    """What reads a house style out of a Word file, with lxml: most commands meet none."""
    if name in {"HouseReading", "describe_house"}:
        from briefgen.load.word import word_house_style

        return getattr(word_house_style, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def json_schemas(
    sections: Mapping[str, SectionTemplate],
    kinds: Mapping[str, Kind] = SHIPPED_KINDS,
    citation_styles: Collection[str] = (),
) -> dict[str, JsonSchema]:
    """File name → JSON Schema of each kind of file that people write; loaded when asked for, which is seldom."""
    from briefgen.load.schemas_of_files import json_schemas as made

    return made(sections, kinds, citation_styles)


def load(world: World, only: Collection[str] = (), kept: Recollection = READ_AFRESH) -> Outcome[Workspace]:
    """The workspace; what cannot be read is reported and left out.

    With `only` some relations, no file of another is read: all that is known of it is that it is there. What is `kept`
    of a reading before is given again where the files are as they were.

    Example:
        >>> from briefgen.world import laid_over_shipped, shipped_root
        >>> loaded = load(laid_over_shipped(shipped_root()))
        >>> [audience.id for audience in loaded.value.audiences]
        ['business', 'minister', 'parliament', 'public', 'researcher']
        >>> loaded.diagnostics
        ()
    """
    report = Report()
    workspace = _loaded(PartReading(world, report, kept), only)
    return Outcome(workspace, report.diagnostics)


def _loaded(reading: PartReading, only: Collection[str]) -> Workspace:
    world, report, kept = reading.world, reading.report, reading.kept
    config, style_place = reading.part("settings", lambda of: read_config(of.world, of.report))
    kinds = reading.part("kinds", lambda of: read_kinds(of.world, of.report))
    unread: set[str] = set()
    sections = _sections(reading, unread)
    citation_styles = CitationStyles.of_workspace(reading)
    names = names_in(world, TemplateKind.AUDIENCE.folder, ".yaml", report)
    wording = _wording(reading, names, kinds)
    known = KnownSections(sections, frozenset(unread))
    read = [_audience(reading, name, kinds, wording, known, citation_styles) for name in names]
    audiences = [one for one in read if one]
    left = unmade(world, names, config.audiences, report)
    _tell_of_audiences(audiences, names, left, wording, report)
    if 0 < len(audiences) == len(names):
        tell_idle_looks(world, [one.audience for one in audiences], config.style, report)
    languages = kept.worked_out("languages of prose", lambda: config.prose, config)
    relations, passed_over = _relations(reading, kinds, languages, only)
    _tell_of_names(relations, names, reading)
    return Workspace(
        relations=relations,
        passed_over=passed_over,
        kinds=kinds.known,
        unread_kinds=kinds.refused,
        audiences=tuple(one.audience for one in audiences),
        unmade=left,
        shipped=_shipped(world),
        copies=reading.part("copies", lambda of: template_copies(of.world, read_record(of.world, of.report))),
        sections=sections,
        partials=_partials(reading, unread),
        pictures=reading.part("pictures", lambda of: template_pictures(of.world, of.report)),
        unread=frozenset(unread),
        wording=wording,
        citation_styles=citation_styles.sound,
        style=reading.part("style", lambda of: _style(of, config.style, style_place), config.style, style_place),
        styles=_styles(world, _named_styles(audiences), report),
        author=config.author,
        language=config.language,
        limits=config.limits,
        on_stale=config.on_stale,
        state=config.state,
        editions=config.editions,
    )


def _wording(reading: PartReading, names: Collection[str], kinds: Kinds) -> Wordings:
    """The words of every language; files of words are named after audiences."""
    said = "\n".join(names)
    return reading.part(
        "wording", lambda of: read_wordings(of.world, names, kinds.known.values(), of.report), said, kinds
    )


def _tell_of_audiences(
    read: Sequence[_ReadAudience], names: Sequence[str], unmade: Collection[str], wording: Wordings, report: Report
) -> None:
    """Words that no audience is told, and briefs that are called the same."""
    if wording.has_own and 0 < len(read) == len(names):  # else somebody may be told what nobody seems to be
        from briefgen.load.wording.idle_words import tell_idle_words  # for teams with words of their own

        tell_idle_words(wording, {one.audience.id: one.audience.tone for one in read}, report)
    tell_alike([(one.audience, one.names_brief) for one in read if one.audience.id not in unmade], report)


def _tell_of_names(relations: Collection[Relation], audiences: Collection[str], reading: PartReading) -> None:
    """What names audiences that there are none of, and files that nobody reads."""
    for relation in relations:
        tell_of_cleared(relation.cleared, audiences, reading.report)
    tell_unknown_audiences(relations, audiences, reading.report)
    tell_unread_templates(reading.world, reading.report)


def _style(reading: PartReading, name: str, place: Place) -> Style:
    """The workspace's style: the one it names, or the one it has, or ours."""
    world, report = reading.world, reading.report
    found = read_named(world, name, place, report) if name else read_default(world, report)
    return found or DEFAULT_STYLE


def _styles(world: World, named: Mapping[str, Sequence[Place]], report: Report) -> dict[str, Style]:
    """The styles that audiences name, each read once; one that is not there is told to all who name it."""
    found: dict[str, Style] = {}
    for name, (first, *others) in named.items():
        style = read_named(world, name, first, report)
        if style:
            found[name] = style
            continue
        for place in others:
            read_named(world, name, place, report)
    return found


def _relations(
    reading: PartReading, kinds: Kinds, languages: ProseLanguages, only: Collection[str]
) -> tuple[tuple[Relation, ...], frozenset[str]]:
    """The relations, and the names of those that were not asked for."""
    world, report = reading.world, reading.report
    beside = reading.part("shared", lambda of: _shared(of, languages), languages)
    of_kinds = (kind.file for kind in kinds.known.values() if kind.is_shared)
    tell_unread(world, "data", (_PEOPLE, _ORGANISATIONS, _INDICATORS, *of_kinds, *REFERENCE_FILES), report, _BELOW)
    found: list[Relation] = []
    folders = folders_in(world, "data", report)
    passed_over = frozenset(folders).difference(only) if only else frozenset()
    for name in folders:
        if name in passed_over:
            continue
        if not world.is_there(f"data/{name}/relation.yaml"):
            hint = "add relation.yaml with the title, the two parties and the as-of date"
            report.error("BG101", Place(f"data/{name}/relation.yaml"), "is missing", hint)
            continue
        relation = reading.part(
            ("relation", name), partial(read_relation, slug=name, kinds=kinds, shared=beside), kinds, beside
        )
        found += [relation] if relation else []
    if not folders:
        report.error("BG101", Place("data"), "holds no relation", "begin one: briefgen new relation IND-BRA")
    return tuple(found), passed_over


def _shared(reading: PartReading, languages: ProseLanguages) -> Shared:
    """What stands beside the relations' folders."""
    world, report = reading.world, reading.report
    people = by_id(read_list(PERSON, yaml_of(world, f"data/{_PEOPLE}", report), report), report)
    organisations = by_id(read_list(ORGANISATION, yaml_of(world, f"data/{_ORGANISATIONS}", report), report), report)
    indicators = by_id(read_list(INDICATOR, yaml_of(world, f"data/{_INDICATORS}", report), report), report)
    told_wrongly(indicators.values(), report)
    references = shared_references(world, report)
    return Shared(people, organisations, indicators, references, languages, is_whole=not report.has_errors)


def _sections(reading: PartReading, unread: set[str]) -> dict[str, SectionTemplate]:
    found: dict[str, SectionTemplate] = {}
    for name, path, text in _templates(reading, TemplateKind.SECTION, unread):
        section, is_known = reading.part(("section", name), partial(_section, name=name, path=path, text=text), text)
        if section:
            found[name] = section
        if not is_known:
            unread.add(path.removeprefix(f"{TEMPLATES}/"))
    if not found and not unread:
        reading.report.error(
            "BG101",
            Place(TemplateKind.SECTION.folder),
            "holds no section",
            "run 'briefgen init' in a new folder and copy them",
        )
    return found


def _section(reading: PartReading, name: str, path: str, text: str) -> tuple[SectionTemplate | None, bool]:
    """A section, and whether its options are known: else what audiences say of them cannot be judged."""
    section = read_section(name, text, path, reading.report)
    return section, not reading.report.has_errors


def _partials(reading: PartReading, unread: set[str]) -> dict[str, str]:
    kind = TemplateKind.PARTIAL
    return {path.removeprefix(f"{TEMPLATES}/"): text for _, path, text in _templates(reading, kind, unread)}


def _templates(reading: PartReading, kind: TemplateKind, unread: set[str]) -> list[tuple[str, str, str]]:
    """Name, path and text of every template of a kind; those that cannot be read are kept in mind."""
    world, report = reading.world, reading.report
    found: list[tuple[str, str, str]] = []
    if not can_be_listed(world, kind.folder):
        unread.add(kind.below)
    for name in names_in(world, kind.folder, kind.endings[0], report):
        path = kind.path(name)
        text = read_text(world, path, report)
        if text is None:
            unread.add(path.removeprefix(f"{TEMPLATES}/"))
        else:
            found.append((name, path, text))
    return found


@dataclass(frozen=True, slots=True)
class _ReadAudience:
    audience: Audience
    names_style: Place | None
    """Where it names a house style."""
    names_brief: Place
    """Where it says for whom its brief is."""


def _audience(
    reading: PartReading,
    name: str,
    kinds: Kinds,
    wording: Wordings,
    sections: KnownSections,
    styles: CitationStyles,
) -> _ReadAudience | None:
    """An audience; None for one with a fault that keeps it from being used."""
    path = TemplateKind.AUDIENCE.path(name)
    shape = reading.kept.worked_out("shape of audiences", lambda: audience_shape(kinds.names), kinds)

    def read(of: PartReading) -> _ReadAudience | None:
        root = yaml_of(of.world, path, of.report, "write who it is for and what it may see")
        audience = read_audience(name, shape, root, sections, styles.read_through(of), of.report)
        tell_tone(root, wording.tones, of.report)
        if not audience or not isinstance(root, MappingNode):
            return None
        named = root.items["style"].place if audience.style else None
        return _ReadAudience(audience, named, root.items["brief_for"].place)

    return reading.part(("audience", name), read, shape, wording, sections.said, "\n".join(styles))


def _named_styles(audiences: Iterable[_ReadAudience]) -> dict[str, list[Place]]:
    """Where each house style is named."""
    named: dict[str, list[Place]] = {}
    for one in audiences:
        if one.names_style:
            named.setdefault(one.audience.style, []).append(one.names_style)
    return named


def _shipped(world: World) -> frozenset[str]:
    """The templates that are briefgen's own here."""
    return frozenset(path for path in shipped_paths(world) if world.is_shipped(path))
