"""The words of the Citation Style Language 1.0.2 that a style may use; what else it holds is told."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NAMESPACE = "http://purl.org/net/xbiblio/csl"

RENDERING = _words(
    "choose date date-part else else-if et-al group if key label layout name name-part names number sort substitute "
    "text"
)
"""Elements that print something, or say what is printed."""
ELEMENTS = RENDERING | _words("bibliography citation info locale macro multiple single style style-options term terms")
ATTRIBUTES = _words(
    "after-collapse-delimiter and citation-format cite-group-delimiter class collapse date-parts default-locale "
    "delimiter delimiter-precedes-et-al delimiter-precedes-last demote-non-dropping-particle disambiguate "
    "disambiguate-add-givenname disambiguate-add-names disambiguate-add-year-suffix display entry-spacing et-al-min "
    "et-al-subsequent-min et-al-subsequent-use-first et-al-use-first et-al-use-last font-style font-variant "
    "font-weight form gender gender-form givenname-disambiguation-rule hanging-indent initialize initialize-with "
    "initialize-with-hyphen is-numeric is-uncertain-date limit-day-ordinals-to-day-1 line-spacing locator macro match "
    "name name-as-sort-order name-delimiter name-form names-delimiter names-min names-use-first names-use-last "
    "near-note-distance page-range-format plural position prefix punctuation-in-quote quotes range-delimiter "
    "second-field-align sort sort-separator strip-periods subsequent-author-substitute "
    "subsequent-author-substitute-rule suffix term text-case text-decoration type value variable version "
    "vertical-align year-suffix-delimiter"
)
VARIABLES = _words(
    "abstract accessed annote archive archive-place archive_collection archive_location author authority "
    "available-date call-number chair chapter-number citation-key citation-label citation-number collection-editor "
    "collection-number collection-title compiler composer container-author container-title container-title-short "
    "contributor curator dimensions director division DOI edition editor editor-translator editorial-director event "
    "event-date event-place event-title executive-producer first-reference-note-number genre guest host illustrator "
    "interviewer ISBN ISSN issue issued jurisdiction keyword language license locator medium narrator note number "
    "number-of-pages number-of-volumes organizer original-author original-date original-publisher "
    "original-publisher-place original-title page page-first part-number part-title performer PMCID PMID "
    "printing-number producer publisher publisher-place recipient references reviewed-author reviewed-genre "
    "reviewed-title scale script-writer section series-creator source status submitted supplement-number title "
    "title-short translator URL version volume volume-title year-suffix"
)
NAMES = _words(
    "author chair collection-editor compiler composer container-author contributor curator director editor "
    "editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer "
    "original-author performer producer recipient reviewed-author script-writer series-creator translator"
)
"""Variables that hold names."""
DATES = _words("accessed available-date event-date issued original-date submitted")
"""Variables that hold dates."""

_TRUTH = frozenset({"true", "false"})
VALUES = {
    "and": frozenset({"text", "symbol"}),
    "class": frozenset({"in-text", "note"}),
    "date-parts": frozenset({"year-month-day", "year-month", "year"}),
    "delimiter-precedes-et-al": frozenset({"contextual", "after-inverted-name", "always", "never"}),
    "delimiter-precedes-last": frozenset({"contextual", "after-inverted-name", "always", "never"}),
    "demote-non-dropping-particle": frozenset({"never", "sort-only", "display-and-sort"}),
    "et-al-use-last": _TRUTH,
    "font-style": frozenset({"normal", "italic", "oblique"}),
    "font-variant": frozenset({"normal", "small-caps"}),
    "font-weight": frozenset({"normal", "bold", "light"}),
    "match": frozenset({"all", "any", "none", "last-digit", "last-two-digits", "whole-number"}),
    "name-as-sort-order": frozenset({"first", "all"}),
    "page-range-format": frozenset({"chicago", "chicago-15", "chicago-16", "expanded", "minimal", "minimal-two"}),
    "punctuation-in-quote": _TRUTH,
    "quotes": _TRUTH,
    "sort": frozenset({"ascending", "descending"}),
    "strip-periods": _TRUTH,
    "text-case": frozenset({"lowercase", "uppercase", "capitalize-first", "capitalize-all", "sentence", "title"}),
    "text-decoration": frozenset({"none", "underline"}),
    "vertical-align": frozenset({"baseline", "sup", "sub"}),
}
"""Attribute → what it may say."""
WHOLE_NUMBERS = _words(
    "et-al-min et-al-use-first et-al-subsequent-min et-al-subsequent-use-first names-min names-use-first"
)
"""Attributes that are a whole number."""
NEEDS = {
    "text": _words("variable macro term value"), "names": _words("variable"), "number": _words("variable"),
    "date": _words("variable form"), "macro": _words("name"), "key": _words("variable macro"),
    "date-part": _words("name"), "term": _words("name"),
    "if": _words("disambiguate is-numeric is-uncertain-date locator position type variable"),
    "else-if": _words("disambiguate is-numeric is-uncertain-date locator position type variable"),
}  # fmt: skip
"""Element → attributes of which it needs one, else it says nothing and citeproc may fail on it."""
FORMS = {
    "date": frozenset({"text", "numeric"}),
    "name": frozenset({"long", "short", "count"}),
    "number": frozenset({"numeric", "ordinal", "long-ordinal", "roman"}),
    "date-part": frozenset({"numeric", "numeric-leading-zeros", "ordinal", "long", "short"}),
}
"""Element → what its `form` may say."""
