"""Names that mean something in every section template, each with what it is; a kind of facts cannot be called so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

VALUES: Mapping[str, str] = {
    "title": "The title of the relation.",
    "as_of": "The day whose state of the world the brief shows.",
    "review_by": "The day by which the data are to be looked through again.",
    "perspective": "The code of the party that the brief is written from.",
    "parties": "The two parties, the perspective's first.",
    "trade": "An entry for each year of trade, rising; where no year is on record, for each of other periods.",
    "trade_periods": "The same for the periods that are no years: months, quarters, half-years.",
    "planned": "What is yet to happen, of any kind, in order of time.",
    "endings": "What ends on a day that lies ahead, in order of time.",
    "references": "The references that the facts of the brief lean on.",
    "audience": "Who reads, and how the brief is to look.",
    "changes": "What is new since the edition before.",
    "since": "The day that the edition before showed.",
}
"""What of a view has a name."""
FUNCTIONS: Mapping[str, str] = {
    "events": "Milestones, visits, agreements and other events with a date, in order of time.",
    "facts": "Every fact with its parts, for a register.",
    "find": "The fact behind an id, or a list of the facts behind several.",
    "organisation": "An organisation or initiative, by its id.",
    "party": "A party of the relation, by its code.",
    "people": "Who took part in dated facts, each with the offices held on those days.",
    "periods": "The last periods of trade: years, or the parts of years that are asked for.",
    "series": "The series of figures beyond trade: all, or those of some indicators or of one side.",
}
"""What looks things up."""
BLOCKS: Mapping[str, str] = {
    "table": "The pipe table inside it, with caption, number, source line and note.",
    "callout": "A box.",
    "key_figures": "Cards, from a list of figures with their labels.",
    "chart": "A chart of trade or of series.",
    "timeline": "Dated facts in order of time, each with a sign for how finely its date is known.",
    "reference_list": "The references of the whole brief.",
    "cite": "A marker for the references behind values, as the audience cites.",
    "note": "A footnote; nothing where there is no text.",
    "ref": "A link to an exhibit by the name it was given, or to a heading: Table 2.",
    "margin": "A note in the margin: paragraphs, lists or key figures.",
    "margin_note": "A note in the margin of a sentence or two.",
    "side_notes": "An exhibit, with each paragraph inside as a note beside it.",
    "typed": "Words with a figure that no data hold, such as the year in a programme's name.",
    "picture": "A picture of the relation, or of templates/pictures/.",
    "locator_map": "A map on which the two parties stand out.",
    "prose": "Prose of the relation, by the name of its file.",
}
"""What places something."""
OF_THE_LANGUAGE: Mapping[str, str] = {
    "options": "The options of the section, as its audience sets them.",
    "loop": "In a loop: how far it is.",
    "caller": "In a macro: the text that its call stands around.",
    "range": "Whole numbers in order, within bounds.",
    "namespace": "Values that a loop may change.",
}
"""What a section, a loop or a macro brings along."""
FILTERS: Mapping[str, str] = {
    "actor": "Name and office at a date.",
    "address": "What a link to a page or a mailbox leads to.",
    "adjective": "Pakistani, for the code of a party.",
    "at_most": "The first members of a list; all where the number is 0.",
    "beside": "The event that a meeting stood beside.",
    "capital": "The words with a capital first letter.",
    "cited": "Facts by their titles, each with the marker of its sources: a [1] and b [2].",
    "compared": "A change behind a figure, with what it is held against.",
    "computed": "The indicators that the last of some periods has.",
    "computed_earlier": "The indicators that earlier periods have, and the last has not.",
    "converted": "An amount of money in another currency, at the rate of its very period.",
    "count": "How many there are.",
    "d": "The same as default.",
    "date": "A date, as finely as it is known.",
    "dated": "Values that hold for a time, each with that time.",
    "default": "Another value, where there is none.",
    "field": "The name of a field of facts, in words.",
    "first": "The first member of a list.",
    "fitted": "The members of a list that the pages of the brief have room for.",
    "groupby": "The members of a list in groups, by what a field of them says.",
    "growth": "A change in words, with no direction where its interval holds zero.",
    "growth_since": "The periods from which growth a year is counted.",
    "joined": "The members of a list as words: a, b and c.",
    "label": "The words for a kind, role or state: joint commission.",
    "last": "The last member of a list.",
    "last_years": "The periods that begin within so many years before the end of the newest.",
    "latest": "The newest of several facts.",
    "length": "How many there are.",
    "list": "The same as a list.",
    "map": "A field of each member of a list, or what a filter makes of each.",
    "max": "The largest member of a list.",
    "measure": "An indicator with its interval.",
    "min": "The smallest member of a list.",
    "money": "An amount of money.",
    "name": "The name behind a code or id, or of an actor.",
    "newest": "The period of trade that ends last.",
    "news": "What an entry of what is new says, in the audience's tone.",
    "number": "A count without its unit.",
    "other_claims": "What other sources claim, where the audience is shown one claim of several.",
    "parts": "The parts of several facts in one list.",
    "percent": "A share in per cent.",
    "place": "City and country of a venue.",
    "planned": "When something that is yet to happen is planned for.",
    "plural": "Of two words the one for a count.",
    "quantity": "A figure of any unit, with the unit.",
    "reasons": "Why periods are not compared with earlier ones, each reason once.",
    "reject": "The members of a list for which a test does not hold.",
    "rejectattr": "The members of a list for a field of which a test does not hold.",
    "reverse": "A list from its end.",
    "sayable": "Of facts those that may be said to anybody.",
    "says": "What a fact says in its own words, whatever its kind.",
    "seen": "What a chart shows, for its headline.",
    "select": "The members of a list for which a test holds.",
    "selectattr": "The members of a list for a field of which a test holds.",
    "sort": "A list in order, by a field of its members.",
    "sums": "The sums of an amount, one for each unit.",
    "title_at": "The office that a person held at a date.",
    "total": "The sum of several quantities of one unit.",
    "uncomputed": "The indicators that no period has, each with the reason.",
    "unique": "A list without what comes back.",
    "unless_in": "The value, unless the words beside it say it already.",
    "when": "The value where a condition holds; else it is missing.",
}
"""What stands behind `|`, and what it gives."""
TESTS: Mapping[str, str] = {
    "defined": "Whether there is such a field or name.",
    "divisibleby": "Whether a whole number can be divided so.",
    "eq": "Whether both are the same.",
    "equalto": "Whether both are the same.",
    "even": "Whether a whole number is even.",
    "ge": "Whether it is as much or more.",
    "gt": "Whether it is more.",
    "in": "Whether a list holds it.",
    "le": "Whether it is as much or less.",
    "lt": "Whether it is less.",
    "ne": "Whether the two differ.",
    "none": "Whether there is nothing.",
    "odd": "Whether a whole number is odd.",
    "shortened": "Whether fitted has left out members of a list.",
    "undefined": "Whether there is no such field or name.",
}
"""What stands behind `is`."""
FILTERS_AND_TESTS = frozenset({*FILTERS, *TESTS})
KEYWORDS = frozenset({
    "and", "as", "autoescape", "block", "break", "call", "clause_", "context", "continue", "debug", "do", "elif",
    "else", "endautoescape", "endblock", "endcall", "endfilter", "endfor", "endif", "endmacro", "endraw", "endset",
    "endtrans", "endwith", "extends", "false", "filter", "for", "from", "if", "ignore", "import", "in", "include",
    "is", "kwargs", "macro", "missing", "none", "not", "or", "pluralize", "print", "raw", "recursive", "required",
    "scoped", "self", "set", "super", "trans", "true", "varargs", "with", "without",
})  # fmt: skip
"""Words of Jinja2."""
TAKEN = frozenset({*VALUES, *FUNCTIONS, *BLOCKS, *OF_THE_LANGUAGE}) | FILTERS_AND_TESTS | KEYWORDS
OF_CONTRACT = frozenset({"audience", "options"})
"""What is settled for a section before anything is known of the data."""
