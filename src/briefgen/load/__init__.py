"""Files to a Workspace: every value with its place, all problems of all files at once."""

from __future__ import annotations

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
from briefgen.load.styles.style_lookup import read_default, read_named
from briefgen.load.wording.idle_words import tell_idle_words
from briefgen.load.wording.wording_files import read_wordings
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.template_files import TEMPLATES, TemplateKind
from briefgen.model.workspace import Workspace
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from briefgen.load.kinds.kind_files import Kinds
    from briefgen.load.shapes.shape import Shape
    from briefgen.load.shapes.value_schemas import JsonSchema
    from briefgen.load.word.word_house_style import HouseReading, describe_house
    from briefgen.model.audience import Audience
    from briefgen.model.facts.kind import Kind
    from briefgen.model.facts.relation import Relation
    from briefgen.model.looks.citation_style import CitationStyle
    from briefgen.model.looks.style import Style
    from briefgen.model.values.prose_text import ProseLanguages
    from briefgen.model.workspace import SectionTemplate
    from briefgen.world import World

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
    from briefgen.load.json_schemas import json_schemas as made

    return made(sections, kinds, citation_styles)


def load(world: World, only: Collection[str] = ()) -> Outcome[Workspace]:
    """The workspace; what cannot be read is reported and left out.

    With `only` some relations, no file of another is read: all that is known of it is that it is there.

    Example:
        >>> from briefgen.world import laid_over_shipped, shipped_root
        >>> loaded = load(laid_over_shipped(shipped_root()))
        >>> [audience.id for audience in loaded.value.audiences]
        ['business', 'minister', 'parliament', 'public', 'researcher']
        >>> loaded.diagnostics
        ()
    """
    report = Report()
    workspace = _loaded(world, only, report)
    return Outcome(workspace, report.diagnostics)


def _loaded(world: World, only: Collection[str], report: Report) -> Workspace:
    config, style_place = read_config(world, report)
    kinds = read_kinds(world, report)
    unread: set[str] = set()
    sections = _sections(world, unread, report)
    citation_styles = CitationStyles(world, report)
    names = names_in(world, TemplateKind.AUDIENCE.folder, ".yaml", report)
    known = KnownSections(sections, frozenset(unread))
    wording = read_wordings(world, names, kinds.known.values(), report)
    shape, tones = audience_shape(kinds.names), wording.tones
    audiences, named, briefs = _audiences(world, names, tones, shape, known, citation_styles, report)
    left = unmade(world, names, config.audiences, report)
    if 0 < len(audiences) == len(names):  # else somebody may be told what nobody seems to be
        tell_idle_words(wording, {audience.id: audience.tone for audience in audiences}, report)
    tell_alike([(audience, place) for audience, place in briefs if audience.id not in left], report)
    relations, passed_over = _relations(world, kinds, config.prose, only, report)
    for relation in relations:
        tell_of_cleared(relation.cleared, names, report)
    tell_unknown_audiences(relations, names, report)
    tell_unread_templates(world, report)
    return Workspace(
        relations=relations,
        passed_over=passed_over,
        kinds=kinds.known,
        unread_kinds=kinds.refused,
        audiences=audiences,
        unmade=left,
        shipped=_shipped(world),
        copies=template_copies(world, read_record(world, report)),
        sections=sections,
        partials=_partials(world, unread, report),
        pictures=template_pictures(world, report),
        unread=frozenset(unread),
        wording=wording,
        citation_styles=citation_styles.sound,
        style=_style(world, config.style, style_place, report),
        styles=_styles(world, named, report),
        author=config.author,
        language=config.language,
        limits=config.limits,
        on_stale=config.on_stale,
        state=config.state,
        editions=config.editions,
    )


def _style(world: World, name: str, place: Place, report: Report) -> Style:
    """The workspace's style: the one it names, or the one it has, or ours."""
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
    world: World, kinds: Kinds, languages: ProseLanguages, only: Collection[str], report: Report
) -> tuple[tuple[Relation, ...], frozenset[str]]:
    """The relations, and the names of those that were not asked for."""
    shared = Report()
    people = by_id(read_list(PERSON, yaml_of(world, f"data/{_PEOPLE}", shared), shared), shared)
    organisations = by_id(read_list(ORGANISATION, yaml_of(world, f"data/{_ORGANISATIONS}", shared), shared), shared)
    indicators = by_id(read_list(INDICATOR, yaml_of(world, f"data/{_INDICATORS}", shared), shared), shared)
    told_wrongly(indicators.values(), shared)
    beside = Shared(people, organisations, indicators, shared_references(world, shared), languages)
    report.extend(shared.diagnostics)
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
        relation = report.keep(read_relation(world, name, kinds, beside))
        if relation:
            found.append(replace(relation, is_whole=relation.is_whole and not shared.has_errors))
    if not folders:
        report.error("BG101", Place("data"), "holds no relation", "begin one: briefgen new relation IND-BRA")
    return tuple(found), passed_over


def _sections(world: World, unread: set[str], report: Report) -> dict[str, SectionTemplate]:
    found: dict[str, SectionTemplate] = {}
    for name, path, text in _templates(world, TemplateKind.SECTION, unread, report):
        of_head = Report()
        section = read_section(name, text, path, of_head)
        report.extend(of_head.diagnostics)
        if section:
            found[name] = section
        if of_head.has_errors:  # its options are not known, so that what audiences say of them cannot be judged
            unread.add(path.removeprefix(f"{TEMPLATES}/"))
    if not found and not unread:
        report.error(
            "BG101",
            Place(TemplateKind.SECTION.folder),
            "holds no section",
            "run 'briefgen init' in a new folder and copy them",
        )
    return found


def _partials(world: World, unread: set[str], report: Report) -> dict[str, str]:
    kind = TemplateKind.PARTIAL
    return {path.removeprefix(f"{TEMPLATES}/"): text for _, path, text in _templates(world, kind, unread, report)}


def _templates(world: World, kind: TemplateKind, unread: set[str], report: Report) -> list[tuple[str, str, str]]:
    """Name, path and text of every template of a kind; those that cannot be read are kept in mind."""
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


def _audiences(
    world: World,
    names: Sequence[str],
    tones: Collection[str],
    shape: Shape,
    sections: KnownSections,
    styles: Mapping[str, CitationStyle | None],
    report: Report,
) -> tuple[tuple[Audience, ...], dict[str, list[Place]], list[tuple[Audience, Place]]]:
    """The audiences, where each house style is named, and where each says for whom its brief is."""
    found: list[Audience] = []
    named: dict[str, list[Place]] = {}
    briefs: list[tuple[Audience, Place]] = []
    for name in names:
        path = TemplateKind.AUDIENCE.path(name)
        root = yaml_of(world, path, report, "write who it is for and what it may see")
        audience = read_audience(name, shape, root, sections, styles, report)
        tell_tone(root, tones, report)
        if audience:
            found.append(audience)
        if audience and audience.style and isinstance(root, MappingNode):
            named.setdefault(audience.style, []).append(root.items["style"].place)
        if audience and isinstance(root, MappingNode):
            briefs.append((audience, root.items["brief_for"].place))
    return tuple(found), named, briefs


def _shipped(world: World) -> frozenset[str]:
    """The templates that are briefgen's own here."""
    return frozenset(path for path in shipped_paths(world) if world.is_shipped(path))
