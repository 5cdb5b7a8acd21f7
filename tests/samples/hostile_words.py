"""Words that some parser on the way of data into a brief would take for markup."""

from __future__ import annotations

MARKUP = [
    "*a* | b", "**x**", "<b>AT&T</b>", "{{ 7*7 }}", "{% if x %}", "[a](http://b)", "![a](b)", "# h", "- item",
    "| a | b |", "`code`", "a\\|b", "&amp;", "<undefined>", "=1+1", "^[note]", "[^1]", "[^1]: x", "---", "1. x",
    "&#x41;", "    code", "> q", "a  ", "$x$", "~~x~~", "http://example.org", "<!-- x -->", "\\", "%s {0}", "]]>",
]  # fmt: skip
"""What reads as Markdown, Jinja2, HTML or a formula."""
TAGS = [
    *MARKUP,
    '<span class="nocase">x</span>',
    "<i>a</i>",
    "<sc>x</sc>",
    "..",
    "a.. b,, c",
    "Wait...",
    "x  y",
    "'a' \"b\"",
]
"""The same, and what citation styles read."""
