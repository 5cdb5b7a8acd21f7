"""Who reads: what they may know, in which order, in which words."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from briefgen.model.audience_choices import (
    CitationPlace,
    ClaimChoice,
    DateOrder,
    DecimalSign,
    EmptyPolicy,
    GroupSign,
    MarkerChoice,
    NoteChoice,
    OpeningChoice,
    PdfStandard,
    WhenStale,
)
from briefgen.model.facts.clearings import UNCLEARED
from briefgen.model.looks.citation_style import PLAIN, CitationStyle
from briefgen.model.ranks import UNRANKED, Ranks
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.diagnostics import Place
    from briefgen.model.editions.following import Follow
    from briefgen.model.facts.clearings import BriefState
    from briefgen.model.facts.fact import Status
    from briefgen.model.values.sensitivity import Sensitivity
    from briefgen.model.values.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionChoice:
    """One section in an audience's order."""

    name: str
    options: Mapping[str, OptionValue]
    place: Place
    if_empty: EmptyPolicy = EmptyPolicy.UNSAID
    ranks: Ranks = UNRANKED
    """What goes first where the brief has more pages than its audience takes."""


OptionValue = str | int | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberOptions:
    """How figures are printed."""

    digits: int | None = None
    """Significant digits; None prints what the source wrote."""
    intervals: bool = False
    """Whether the interval stands beside a doubtful figure."""
    percent_decimals: int = 1
    """Decimals of changes in per cent."""
    decimal: DecimalSign = DecimalSign.LANGUAGE
    """What stands before decimals, whatever the language."""
    thousands: GroupSign = GroupSign.LANGUAGE
    """What stands between thousands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationOptions:
    """How sources are shown."""

    style: CitationStyle = PLAIN
    """How an entry is written."""
    markers: MarkerChoice = MarkerChoice.NUMBERS
    where: CitationPlace = CitationPlace.LIST
    locators: bool = False
    """Whether a marker names the page or section."""
    quotes: bool = False
    """Whether templates show the sources' own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LengthLimits:
    """How long a brief may be, and how hard to read."""

    pages: int | None = None
    words: int | None = None
    grade: float | None = None
    """Years at school that its running text may ask for."""
    sentence_words: int | None = None
    """Words of one sentence."""
    acronyms: int | None = None
    """How many acronyms may stand there that the brief does not spell out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pdf:
    """What an audience's PDF keeps to."""

    standard: PdfStandard = PdfStandard.UA1


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How old the newest fact of a kind may be."""

    months: int
    then: WhenStale = WhenStale.WARN
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Presentation:
    """How an audience's brief looks: all of an audience that its templates and writers know."""

    id: str
    name: Text
    """`Minister`."""
    brief_for: Text
    """`brief for the minister`: for the running head."""
    subtitle: Text
    opening: OpeningChoice = OpeningChoice.PLAIN
    """What the first page begins with."""
    to: Text | None = None
    """Whom the brief is to: `The Minister`."""
    sender: Text | None = None
    """Whom it is from; None for the desk that owns the relation."""
    purpose: Text | None = None
    """What it is for: `For the talks in Minsk`."""
    contact: Text | None = None
    """Whom to ask; None for the relation's."""
    headline: Text | None = None
    """What stands largest on the first page; None for the title."""
    standfirst: Text | None = None
    """What stands under it in larger type, in place of the subtitle."""
    handling: str = ""
    """Printed at the head and the foot of each page."""
    portions: bool = False
    """Whether each paragraph, row and caption is marked by the strictest label of what it tells."""
    watermark: str = ""
    """A word of its own, printed large and light behind the text of a brief that is not cleared; empty for that of the
    state."""
    contents: bool = False
    """Whether a table of contents stands before the text."""
    pdf: Pdf = field(default_factory=Pdf)
    sections: tuple[SectionChoice, ...] = ()
    numbers: NumberOptions = field(default_factory=NumberOptions)
    citations: CitationOptions = field(default_factory=CitationOptions)
    limits: LengthLimits = field(default_factory=LengthLimits)
    notes: NoteChoice = NoteChoice.ALL
    """Which notes of facts are printed."""
    dates: DateOrder = DateOrder.LANGUAGE
    """In which order dates stand, whatever the language."""
    tone: str = "neutral"
    style: str = ""
    """A house style of its own: a name or a path under templates/styles/; empty for the workspace's."""
    body_size: float | None = None
    """The size of running text in points; None for the house style's."""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience(Presentation):
    """An audience, checked before anything is made for it: its presentation, and what its readers may know."""

    clearance: Sensitivity
    hide_topics: frozenset[str] = frozenset()
    hide_kinds: frozenset[str] = frozenset()
    """Collections that are not shown at all: `recommendations`, `positions`."""
    hide_statuses: frozenset[Status] = frozenset()
    """Statuses of claims that are not shown: `contested`."""
    leaves_out_topics: Mapping[str, str] = field(default_factory=dict)
    """Topics of which its brief need not tell all that readers of a lower clearance are told, each with the reason."""
    leaves_out_kinds: Mapping[str, str] = field(default_factory=dict)
    """The same of collections: `forums`."""
    state: BriefState | None = None
    """What its briefs are until they are cleared; None for the workspace's."""
    watermarked: tuple[BriefState, ...] = UNCLEARED
    """The states whose briefs carry the wording's watermark."""
    follow: tuple[Follow, ...] | None = None
    """What stands beside its briefs for those who follow them; None for what the workspace says."""
    claims: ClaimChoice = ClaimChoice.PREFERRED
    hide_embargoed: bool = True
    """Whether a fact under embargo on the as-of date is left out."""
    require_source: bool = False
    """Leaves out facts without a source."""
    stale_after: Mapping[str, Freshness] = field(default_factory=dict)
    """Kind of facts → how old its newest may be."""

    @property
    def presentation(self) -> Presentation:
        """The audience without its contract: what is hidden from it is not named."""
        return Presentation(**{part.name: getattr(self, part.name) for part in fields(Presentation)})
