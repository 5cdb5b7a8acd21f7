"""Workspaces of ranked sections with lists, of whatever length: what falls of their briefs can be told by its words."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_lowercase
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from briefgen.load import load
from briefgen.pipeline import Job
from briefgen.view import Request, view
from briefgen.world import Memory
from samples.composing import BASE, FOLDER

if TYPE_CHECKING:
    from collections.abc import Sequence

KINDS = ("recognition", "independence", "consulate", "anniversary", "upgrade", "downgrade", "crisis", "context")
"""Kinds of milestones: each section tells of one."""
_FILLER = "What is said here fills a line of the page and half of the next one, so that sections have a length."
NAMES = tuple(f"part{number}" for number in range(len(KINDS)))


@dataclass(frozen=True, slots=True)
class Part:
    """One section between the bottom line and the sources."""

    rank: str = ""
    """As an audience writes it; empty where it says nothing."""
    item_rank: str = ""
    items: int = 0
    least: int = 1
    paragraphs: int = 1
    leads_to: int = -1
    """The number of a section that it refers to; below 0 for none."""
    newest: bool = False
    """Whether the last members of its list are the most important ones."""


@st.composite
def ranked_parts(draw: st.DrawFn) -> list[Part]:
    """Two to six sections."""
    many = draw(st.integers(2, 6))
    rank = st.sampled_from(["", "", "keep", *"123456789"])
    return [
        Part(
            rank=draw(rank), item_rank=draw(rank), items=draw(st.integers(0, 12)), least=draw(st.integers(0, 3)),
            paragraphs=draw(st.integers(0, 16)),
            leads_to=draw(st.one_of(st.just(-1), st.just(-1), st.integers(0, many - 1))), newest=draw(st.booleans()),
        )
        for _ in range(many)
    ]  # fmt: skip


def word(section: int, item: int) -> str:
    """Stands in that item alone."""
    return f"s{section}i{item}x"


def opening(section: int) -> str:
    """Stands in that section alone, before its list."""
    return f"s{section}openx"


def files_of(parts: Sequence[Part], pages: int, hidden: int = 0) -> dict[str, str]:
    """The files; `hidden` more milestones of each kind are kept from the reader."""
    sections = ["summary", *(_choice(number, part) for number, part in enumerate(parts)), "sources"]
    steps = [
        f"- {{id: {word(number, item)}, kind: {KINDS[number]}, title: {word(number, item)}, date: {1950 + item}, "
        "sources: [{ref: ref}]}\n"
        for number, part in enumerate(parts)
        for item in range(part.items)
    ]
    kept_back = [
        f"- {{id: secret{number}, kind: {KINDS[number % len(parts)]}, title: Secret words {number}, date: 1949, "
        "sensitivity: restricted, sources: [{ref: ref}]}\n"
        for number in range(hidden)
    ]
    return {
        **BASE,
        f"{FOLDER}/milestones.yaml": "".join((*kept_back[1::2], *steps, *kept_back[::2])) or "[]\n",
        f"{FOLDER}/positions.yaml": "- {id: both, parties: [PAK, BLR], statement: Both agree, "
        "sources: [{ref: ref}, {ref: other}]}\n",
        "templates/audiences/reader.yaml": BASE["templates/audiences/reader.yaml"].replace(
            "[one]", f"[{', '.join(sections)}]"
        )
        + f"limits: {{pages: {pages}}}\nhandling: FOR READERS\n",
        "templates/sections/summary.md.j2": '{% call callout("Bottom line") %}\nbottomlinex'
        " {% for one in positions %}{{ one.statement }}{{ cite(one) }}{% endfor %}.\n{% endcall %}\n",
        "templates/sections/sources.md.j2": "## Sources\n\n{{ reference_list() }}\n",
        **{f"templates/sections/{NAMES[n]}.md.j2": _template(n, part) for n, part in enumerate(parts)},
    }


def _choice(number: int, part: Part) -> str:
    ranks = {"rank": part.rank, "item_rank": part.item_rank}
    return f"{NAMES[number]}: {{{', '.join(f'{name}: {rank}' for name, rank in ranks.items() if rank)}}}"


def _filler(section: int, place: int) -> str:
    """A paragraph as long as any other, and none that stands twice."""
    letters = (section, place // 26, place % 26)
    return _FILLER.replace("here", "-".join(ascii_lowercase[letter] for letter in letters))


def _template(number: int, part: Part) -> str:
    order = ", order=mine|reverse|list" if part.newest else ""
    lead = f'See {{{{ ref("{NAMES[part.leads_to]}") }}}}.\n\n' if part.leads_to >= 0 else ""
    return (
        f"## {NAMES[number].capitalize()}\n\n{opening(number)}\n\n{lead}"
        + "".join(f"{_filler(number, place)}\n\n" for place in range(part.paragraphs))
        + f'{{% set mine = milestones|selectattr("kind", "equalto", "{KINDS[number]}")|list %}}\n'
        f"{{% set shown = mine|fitted(least={part.least}{order}) %}}\n"
        f"{{% for fact in shown %}}\n- {{{{ fact.title }}}} {_FILLER}\n{{% endfor %}}\n\n"
        "{% if shown is shortened %}\nMore are on record.\n{% endif %}\n"
    )


def job_of(files: dict[str, str], formats: tuple[str, ...] = (), *, fit: bool = True) -> Job:
    """The reader's brief."""
    workspace = load(Memory({name: text.encode() for name, text in files.items()})).value
    reader = next(audience for audience in workspace.audiences if audience.id == "reader")
    seen = view(workspace.relations[0], reader, Request()).value
    return Job(
        view=seen,
        sections=dict(workspace.sections),
        partials=dict(workspace.partials),
        phrases=workspace.wording.of(seen),
        style=workspace.style,
        formats=formats,
        fit=fit,
    )
