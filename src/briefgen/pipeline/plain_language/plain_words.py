"""What is said of a brief that is harder to read than its audience asks for, or says a thing twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.compose import sources_of
from briefgen.diagnostics import NOWHERE, Diagnostic, Place, Severity
from briefgen.model.document import TextRun
from briefgen.model.facts.secret import squeezed
from briefgen.model.origin import OriginKind
from briefgen.model.template_files import TemplateKind
from briefgen.pipeline.plain_language.sentences import sentences_of, words_of
from briefgen.pipeline.plain_language.worded_sentences import entry_of
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.model.document import Document
    from briefgen.model.view import View
    from briefgen.model.wording.phrases import Phrases
    from briefgen.pipeline.job import Job
    from briefgen.pipeline.plain_language.sentences import Sentence

_QUOTED, _HARDEST, _TWICE_FROM = 8, 3, 5
"""Words of a sentence that a message quotes; sentences that are named beside a grade; words of one that is told to
stand there twice."""
_TEMPLATES = "templates/"
_WORDING = TemplateKind.WORDING.path("en")
"""Whoever knows the files tells which of them says it, and on which line."""


def told_of_language(document: Document, job: Job) -> Iterator[Diagnostic]:
    """All that is to be said of the running text of a brief."""
    limits, reader = job.view.audience.limits, job.view.audience.id
    sentences = [sentence for sentence in sentences_of(document) if sentence.is_translated]
    where = _Where(sources_of(job.sections, job.partials), job.phrases)
    if limits.grade is not None:
        yield from _hard(sentences, limits.grade, job, where)
    if limits.sentence_words is not None:
        for sentence in sentences:
            if (words := len(sentence.words)) > limits.sentence_words:
                message = f"a sentence of the brief for '{reader}' has {words} words, its limit is "
                hint = "make two of it, or leave out what another sentence says"
                yield where.told("BG326", f"{message}{limits.sentence_words}: {_quoted(sentence)}", hint, sentence)
    if limits.acronyms is not None:
        from briefgen.pipeline.plain_language.acronyms import unexplained

        found = list(unexplained(document, _bodies(job.view)))
        for short, sentence in found if len(found) > limits.acronyms else ():
            message = f"the brief for '{reader}' does not say what {short} stands for: {_quoted(sentence)}"
            yield where.told(
                "BG327", message, f"spell it out where it first stands: its words, then ({short})", sentence
            )
    yield from _twice(sentences, reader, where)


def _hard(sentences: Sequence[Sentence], limit: float, job: Job, where: _Where) -> Iterator[Diagnostic]:
    """BG325 for a brief that asks for more years at school, with the sentences that do."""
    from briefgen.pipeline.plain_language.reading_grade import NameWords, grade

    names = NameWords.of(sentences, _names_in(job.view))
    found = grade(sentences, names)
    if round(found, 1) <= limit:
        return
    audience = job.view.audience
    hardest = sorted(sentences, key=lambda sentence: -len(sentence.words) * grade([sentence], names))[:_HARDEST]
    listed = "; ".join(f"{where.named(one)} (grade {grade([one], names):.0f}) {_quoted(one)}" for one in hardest)
    message = f"the brief for '{audience.id}' reads at grade {found:.1f}, its limit is {limit:g}"
    yield Diagnostic("BG325", Severity.WARNING, audience.place, message, f"begin with what weighs most: {listed}")


def _twice(sentences: Sequence[Sentence], reader: str, where: _Where) -> Iterator[Diagnostic]:
    """BG328 for a sentence that stands there a second time; the bottom line may say what the text says."""
    first: dict[tuple[bool, str], Sentence] = {}
    told: set[tuple[bool, str]] = set()
    for sentence in sentences:
        key = sentence.sums_up, squeezed(sentence.text)
        if len(sentence.words) < _TWICE_FROM or key in told:
            continue
        if key in first and not _is_remark(first[key], sentence) and not _is_of_others(first[key], sentence):
            told.add(key)
            before = where.named(first[key])
            message = f"the brief for '{reader}' says twice: {_quoted(sentence)}"
            hint = f"leave it out here, or where it stands before: {before}"
            if before == where.named(sentence):
                hint = "let one of the sections that print it leave it out"
            yield where.told("BG328", message, hint, sentence)
        first.setdefault(key, sentence)


def _is_remark(one: Sentence, other: Sentence) -> bool:
    """Whether a template's own words stand behind each of several items."""
    runs = (*one.runs, *other.runs)
    return all(run.origin is None and run.typed == runs[0].typed for run in runs)


def _is_of_others(one: Sentence, other: Sentence) -> bool:
    """Whether words of the wording say it of other facts each time: why these figures are not compared, and those."""
    if one.writer() is not None or other.writer() is not None:
        return False
    of, others = _facts_of(one), _facts_of(other)
    return bool(of and others) and of.isdisjoint(others)


def _facts_of(sentence: Sentence) -> set[str]:
    origins = (run.origin for run in sentence.runs if run.origin)
    return {fact.fact for origin in origins for fact in origin.facts}


def _quoted(sentence: Sentence) -> str:
    words = sentence.text.split()
    return f"'{' '.join(words[:_QUOTED])}{' ...' if len(words) > _QUOTED else ''}'"


def _names_in(view: View) -> set[str]:
    """The words of all names that the view knows."""
    tongue = view.language.partition("-")[0]
    bodies = (body.name.in_language(tongue) for body in view.organisations.values())
    people = (person.name for person in view.people.values())
    parties = (text.in_language(tongue) for party in view.parties for text in (party.name, party.adjective))
    return {word for name in (*bodies, *people, *parties) for word in words_of(name) if word[0].isupper()}


def _bodies(view: View) -> dict[str, str]:
    tongue = view.language.partition("-")[0]
    return {body.short: body.name.in_language(tongue) for body in view.organisations.values()}


@dataclass(frozen=True, slots=True)
class _Where:
    """Where sentences were written."""

    sources: Mapping[str, str]
    """Path under templates/ → text."""
    phrases: Phrases

    def told(self, code: str, message: str, hint: str, sentence: Sentence) -> Diagnostic:
        """A warning at the place of a sentence."""
        place, about = self.of(sentence)
        return Diagnostic(code, Severity.WARNING, place, message, hint, about=about)

    def of(self, sentence: Sentence) -> tuple[Place, str]:
        """The line of the template or text that most of its words come from, or the file and the id of the record."""
        match sentence.writer():
            case None:
                path = entry_of(sentence.text, self.phrases)
                return (Place(_WORDING), ".".join(path)) if path else self._of_first_record(sentence)
            case TextRun() as run:
                return self._in_template(run), ""
            case origin if origin.kind is OriginKind.PROSE:
                line = origin.fact.rpartition("/")[2]
                return Place(origin.place.path, int(line) if line.isdigit() else 0, 1), ""
            case origin:
                return origin.place, origin.fact

    def named(self, sentence: Sentence) -> str:
        """The same in words, for a message that has another place."""
        place, about = self.of(sentence)
        if place.path == _WORDING:  # which of its files says it, knows who knows the files
            return f"the wording's '{about}'"
        return f"{place} '{about}'" if about else str(place)

    @staticmethod
    def _of_first_record(sentence: Sentence) -> tuple[Place, str]:
        """Of words that lean on several records, the first: that is whose words they are, where they are somebody's."""
        origins = (run.origin for run in sentence.runs if run.origin)
        record = next((origin.facts[0] for origin in origins if origin.facts), None)
        return (record.place, record.fact) if record else (NOWHERE, "")

    def _in_template(self, run: TextRun) -> Place:
        """The word of the template that its first own words begin with, from the line that the paragraph begins on."""
        start = run.typed or NOWHERE
        source = self.sources.get(start.path.removeprefix(_TEMPLATES), "")
        begin = sum(len(line) + 1 for line in source.split("\n")[: max(start.line - 1, 0)])
        words = [re.escape(word) for word in words_of(run.text)[:4]]
        found = re.compile(r"\W+".join(words)).search(source, begin) if words else None
        if found is None:
            return start
        line = source.count("\n", 0, found.start())
        return replace(start, line=line + 1, column=found.start() - source.rfind("\n", 0, found.start()))
