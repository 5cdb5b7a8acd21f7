"""Names that mean something in every section template: a kind of facts cannot be called so."""

from __future__ import annotations

VALUES = ("title", "as_of", "review_by", "perspective", "parties", "trade", "trade_periods", "planned",
          "endings", "references", "audience", "changes", "since")  # fmt: skip
"""What of a view has a name."""
FUNCTIONS = ("events", "facts", "find", "organisation", "party", "people", "periods", "series")
"""What looks things up."""
BLOCKS = ("table", "callout", "key_figures", "chart", "timeline", "reference_list", "cite", "note", "ref",
          "margin", "margin_note", "side_notes", "typed", "picture", "locator_map", "prose")  # fmt: skip
"""What places something."""
OF_THE_LANGUAGE = ("options", "loop", "caller", "range", "namespace")
"""What a section, a loop or a macro brings along."""
FILTERS_AND_TESTS = frozenset({
    "actor", "address", "adjective", "at_most", "beside", "capital", "cited", "compared", "computed",
    "computed_earlier", "converted", "count", "d", "date", "dated", "default", "field", "first", "fitted",
    "groupby", "growth", "growth_since", "joined", "label", "last", "last_years", "latest", "length", "list", "map",
    "max", "measure", "min", "money", "name", "newest", "news", "number", "other_claims", "parts", "percent", "place",
    "plural", "quantity", "reasons", "reject", "rejectattr", "reverse", "sayable", "says", "seen", "select",
    "selectattr", "sort", "sums", "title_at", "total", "uncomputed", "unique", "unless_in", "when",
    "defined", "divisibleby", "eq", "equalto", "even", "ge", "gt", "in", "le", "lt", "ne", "none", "odd",
    "shortened", "undefined",
})  # fmt: skip
"""What stands behind `|` or `is`."""
KEYWORDS = frozenset({
    "and", "as", "autoescape", "block", "break", "call", "clause_", "context", "continue", "debug", "do", "elif",
    "else", "endautoescape", "endblock", "endcall", "endfilter", "endfor", "endif", "endmacro", "endraw", "endset",
    "endtrans", "endwith", "extends", "false", "filter", "for", "from", "if", "ignore", "import", "in", "include",
    "is", "kwargs", "macro", "missing", "none", "not", "or", "pluralize", "print", "raw", "recursive", "required",
    "scoped", "self", "set", "super", "trans", "true", "varargs", "with", "without",
})  # fmt: skip
"""Words of Jinja2."""
TAKEN = frozenset({*VALUES, *FUNCTIONS, *BLOCKS, *OF_THE_LANGUAGE}) | FILTERS_AND_TESTS | KEYWORDS
