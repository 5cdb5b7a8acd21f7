"""View to Document: section templates are run, their Markdown is read, references are numbered.

Example:
    >>> from briefgen.load import load
    >>> from briefgen.view import Request, view
    >>> from briefgen.world import laid_over_shipped, shipped_root
    >>> workspace = load(laid_over_shipped(shipped_root())).value
    >>> seen = view(workspace.relations[0], workspace.audiences[0], Request()).value
    >>> made_of = Ingredients(seen, workspace.sections, workspace.partials, workspace.wording.of(seen))
    >>> document = compose(made_of).value
    >>> document.front.title
    'Pakistan–Belarus relations: brief for business'
    >>> document.front.edition[:10]
    '2021-04-23'
"""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING

from briefgen.compose import late_libraries  # noqa: F401 - which stands before all that uses them
from briefgen.compose.brief_state import Brief
from briefgen.compose.citations.empty_lists import without_reference_lists
from briefgen.compose.citations.uncited import uncited
from briefgen.compose.first_page import tell_of_opening
from briefgen.compose.freshness_line import latest_available
from briefgen.compose.front_matter import front_matter
from briefgen.compose.heard_words import spoken_words
from briefgen.compose.markdown.markdown_reader import MarkdownReader
from briefgen.compose.markdown.wide_tables import fitted, with_notes_in_order
from briefgen.compose.numbered_copy import as_copy
from briefgen.compose.portion_marks import PortionMarks
from briefgen.compose.source.kept_readings import keep_readings_in
from briefgen.compose.source.source_map import take_markers
from briefgen.compose.source.template_problems import Problems
from briefgen.compose.state_line import in_its_state, with_room_for_its_state
from briefgen.compose.structure.block_keys import Keys, anchors_of
from briefgen.compose.structure.edition_mark import edition_of
from briefgen.compose.structure.heading_levels import tell_low_beginning, without_gaps
from briefgen.compose.structure.ranked_parts import RankedList, RankedParts, RankedSection
from briefgen.compose.structure.rows import joined, rows_of
from briefgen.compose.template.argument_checks import check_calls
from briefgen.compose.template.block_functions import Blocks
from briefgen.compose.template.fields_in_loops import tell_unknown_fields
from briefgen.compose.template.filters import Filters
from briefgen.compose.template.namespace import context_of, functions_of, known_everywhere, known_names
from briefgen.compose.template.prose_texts import Texts, texts_of
from briefgen.compose.template.sandbox import SectionEnvironment
from briefgen.compose.template.section_runner import render_section
from briefgen.compose.template.template_checks import checked, read_template
from briefgen.compose.typography.typographic_runs import typographic, typographic_front
from briefgen.compose.values.field_use import FieldUse
from briefgen.compose.wording.introduced_acronyms import introduced_in, is_acronym
from briefgen.diagnostics import Outcome, Place, Report
from briefgen.model.audience_choices import EmptyPolicy
from briefgen.model.document import Block, Callout, Document, Heading, MarginNote, Paragraph, Row, TextRun
from briefgen.model.traversal import in_rows, note_units, plain_text, refs_in, text_units
from briefgen.model.workspace import Ingredients
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from briefgen.compose.markdown.wide_tables import Shares
    from briefgen.diagnostics import Diagnostic
    from briefgen.model.audience import SectionChoice
    from briefgen.model.workspace import SectionTemplate

__all__ = [
    "FieldUse",
    "Ingredients",
    "RankedList",
    "RankedParts",
    "RankedSection",
    "as_copy",
    "compose",
    "in_its_state",
    "introduced_in",
    "is_acronym",
    "keep_readings_in",
    "sources_of",
    "template_faults",
    "uncited",
    "with_room_for_its_state",
]  # fmt: skip


def compose(
    of: Ingredients,
    begin: Callable[[str], None] = lambda _: None,
    use: FieldUse | None = None,
    shares: Shares | None = None,
    ranked: RankedParts | None = None,
    *,
    is_marked: bool = True,
) -> Outcome[Document]:
    """The brief of a view, from the sections that its audience names, in their order.

    `begin` is told the name of a section before it runs, and an empty one before what is done when all have run. What
    templates print of the facts is noted in `use`. With `shares`, which say how wide columns are, tables that no page
    can hold are turned or told in parts. `ranked` says what the brief is composed without, and is told what of it may
    fall. The edition bears its mark, and its blocks their anchors, where it is laid out.
    """
    report, use, view = Report(), use or FieldUse(), of.view
    sources = sources_of(of.sections, of.partials)
    problems = Problems(report, sources, known_names(view.items), of.unread)
    brief = Brief(view, problems, use, of.phrases, of.pictures, ranked)
    environment = _environment(brief, sources, of.limits.section_seconds)
    context = context_of(brief)
    made = _made(brief, environment, context, begin, shares)
    keys = Keys()
    shown = _shown(brief, made, keys)
    brief.ranked.found(shown, brief.notes, brief.crossrefs)
    rows = [*keys.keyed("latest", rows_of(latest_available(brief))), *chain.from_iterable(kept for _, kept in shown)]
    ordered, numbered = with_notes_in_order(without_gaps(joined(rows)), brief.notes)
    settled = brief.citations.settled(ordered, numbered, refs_in((*text_units(ordered), *note_units(numbered))))
    filled, notes = typographic(*brief.crossrefs.filled(*settled), view.language, of.phrases.bracketed)
    brief.crossrefs.tell_unmentioned()
    marks = PortionMarks(view.portions, of.phrases)
    filled, notes = marks.in_blocks(filled), keys.keyed_notes(marks.in_notes(notes))
    fallen = brief.ranked.fallen(view.audience.sections)
    anchors = anchors_of(filled, notes) if is_marked else ()
    front = marks.in_front(typographic_front(front_matter(brief)))
    front = replace(front, spoken=spoken_words(brief, front, filled, notes))
    document = Document(front, filled, notes, anchors, fallen)
    if is_marked:
        document = replace(document, front=replace(document.front, edition=edition_of(document, view.as_of)))
    tell_of_opening(document.front, view, report)
    environment.let_go()
    brief.slots.let_go()
    return Outcome(document, report.diagnostics)


def _environment(brief: Brief, sources: Mapping[str, str], section_seconds: int) -> SectionEnvironment:
    """What the sections of a brief run in, with its filters and functions."""
    environment = SectionEnvironment(sources, brief.slots, brief.problems, brief.use, section_seconds)
    environment.print_shown = brief.printed
    environment.add_filters(Filters(brief).table())
    environment.globals.update(Blocks(brief).functions() | functions_of(brief))
    check_calls(environment, brief)
    return environment


def sources_of(sections: Mapping[str, SectionTemplate], partials: Mapping[str, str]) -> dict[str, str]:
    """Path under templates/ → text of all that templates can name."""
    return {**partials, **{f"sections/{name}.md.j2": section.source for name, section in sections.items()}}


def template_faults(
    names: Collection[str], sections: Mapping[str, SectionTemplate], partials: Mapping[str, str],
    unread: frozenset[str], kinds: Iterable[str],
) -> tuple[Diagnostic, ...]:  # fmt: skip
    """What is wrong with these sections as they are written: for those that no brief is made with."""
    report = Report()
    problems = Problems(report, sources_of(sections, partials), known_names(kinds), unread)
    for name in names:
        checked(f"sections/{name}.md.j2", problems, known_everywhere(kinds))
    problems.tell_doubts()
    return report.diagnostics


def _made(
    brief: Brief, environment: SectionEnvironment, context: Mapping[str, object], begin: Callable[[str], None],
    shares: Shares | None,
) -> list[tuple[int, tuple[Row, ...]]]:  # fmt: skip
    """The rows of every section that could be made, by its place; then texts that none places are looked through."""
    made: list[tuple[int, tuple[Row, ...]]] = []
    for place, choice in enumerate(brief.view.audience.sections):
        if environment.budgets.are_spent:
            break
        if place in brief.ranked.cut.sections:
            continue
        begin(choice.name)
        brief.ranked.begin(place)
        brief.crossrefs.begin(place)
        section = _section(brief, environment, context, choice)
        if section is not None:
            made.append((place, fitted(section, shares, brief.wording.phrases) if shares else section))
    begin("")
    _check_unplaced(brief)
    return made


def _shown(brief: Brief, made: Sequence[tuple[int, tuple[Row, ...]]], keys: Keys) -> list[tuple[int, tuple[Row, ...]]]:
    """The sections that have something to show, with their keys; a list of references only where anything is cited."""
    has_sources = brief.citations.is_needed(ref for _, section in made for ref in refs_in(text_units(section)))
    choices = brief.view.audience.sections
    shown: list[tuple[int, tuple[Row, ...]]] = []
    for place, section in made:
        left = section if has_sources else without_reference_lists(section)
        kept = left if not _is_empty(left) else rows_of(_empty(brief, choices[place]))
        if kept:
            shown.append((place, keys.keyed(choices[place].name, kept)))
    return shown


def _section(
    brief: Brief, environment: SectionEnvironment, context: Mapping[str, object], choice: SectionChoice
) -> tuple[Row, ...] | None:
    """The rows of a section, or None where its template failed or has nothing left but what it did wrong."""
    report = brief.problems.report
    said = len(report.diagnostics)
    environment.budgets.begin_section()
    brief.section_level = 1
    rendered = render_section(environment, choice.name, {**context, "options": dict(choice.options)})
    if rendered is None:
        return None
    path = f"sections/{choice.name}.md.j2"
    asked = read_template(brief.problems.sources[path], environment.known).sound.asked
    tell_unknown_fields(brief.problems, path, asked, brief.view.fields)
    start, above = Place(f"templates/sections/{choice.name}.md.j2", 1, 1), brief.heading_level
    blocks = MarkdownReader(brief, take_markers(brief.standing(rendered), start)).blocks()
    _check_boxes(brief, blocks)
    tell_low_beginning(blocks, above, start, report)
    rows = rows_of(blocks)
    return None if _is_empty(rows) and len(report.diagnostics) > said else rows


def _check_boxes(brief: Brief, blocks: Sequence[Block]) -> None:
    """BG447 for text that goes on behind a titled box: to who goes by headings it belongs to the box."""
    for box, behind in pairwise(block for block in blocks if not isinstance(block, MarginNote)):
        if isinstance(box, Callout) and box.id and not isinstance(behind, Heading | Callout):
            message = (
                f"what follows the box '{plain_text(box.title)}' has no heading: to who hears it, it is of the box"
            )
            hint = "put a heading behind the box, or the box at the end of its section"
            brief.problems.report.info("BG447", brief.boxes[box.id], message, hint)


def _check_unplaced(brief: Brief) -> None:
    """What is wrong with texts that no section of this brief places; nothing of them is kept."""
    unplaced = [item for key, item in texts_of(brief.view).items() if key not in brief.placed]
    if unplaced:
        aside = Texts(Brief(brief.view, brief.problems, FieldUse(), brief.wording.phrases))
        for item in unplaced:
            aside.blocks(item)


def _is_empty(rows: Sequence[Row]) -> bool:
    """A heading without anything under it is no content."""
    return all(isinstance(block, Heading) for block in in_rows(rows)) and not any(row.notes for row in rows)


def _empty(brief: Brief, choice: SectionChoice) -> tuple[Paragraph, ...]:
    match choice.if_empty:
        case EmptyPolicy.DROP:
            return ()
        case EmptyPolicy.ERROR:
            hint = "add data, or let the section fall away with if_empty: drop"
            brief.problems.report.error("BG407", choice.place, f"section '{choice.name}' has nothing to show", hint)
            return ()
        case EmptyPolicy.UNSAID if not any(brief.view.items.values()):
            return ()  # told of the whole brief already
        case EmptyPolicy.UNSAID:
            message = f"section '{choice.name}' has nothing to show for '{brief.view.audience.id}' and is left out"
            brief.problems.report.info("BG409", choice.place, message, "add data, or say so: {if_empty: drop}")
            return ()
        case EmptyPolicy.PLACEHOLDER:
            words = TextRun(f"{choice.name.replace('_', ' ').capitalize()}: {brief.wording.phrases.unstated}.")
            return (Paragraph((words,)),)
