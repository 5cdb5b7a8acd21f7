"""What every field of a setting is, in a sentence, for editors; records of the data declare their own."""

from __future__ import annotations

_OF_SETTINGS: dict[str, dict[str, str]] = {
    "a relation": {
        "title": "What the relation is called.",
        "parties": "The two parties.",
        "as_of": "The day whose knowledge the data shows.",
        "perspective": "The party that briefs are written from; the first where absent.",
        "default_sensitivity": "The sensitivity of facts that name none; restricted where absent.",
        "file_sensitivity": "The sensitivity of facts that name none, file by file.",
        "owner": "Who keeps the data, and whom briefs are from: a desk or office.",
        "contact": "Whom readers of any brief may ask, and how: an office, a mailbox.",
        "review_by": "When the data is to be looked through again.",
        "cleared": "The editions of its briefs that were cleared, by their marks; another edition is not.",
    },
    "a cleared edition": {
        "audience": "The audience whose brief it is.",
        "edition": "The mark of the edition that was cleared, from its memo line or properties.",
        "by": "Who cleared it, as the brief is to say it: a name or an office.",
        "on": "The day on which it was cleared.",
    },
    "an audience": {
        "name": "What the audience is called.",
        "brief_for": "What title and running head say: brief for the minister.",
        "subtitle": "The line under the title.",
        "opening": "What the first page begins with: memo (a line of boxes: to, from, as of), standfirst (larger type "
        "under the headline) or plain, as where it is absent.",
        "to": "Whom the brief is to; its name where absent and the opening is memo.",
        "from": "Whom the brief is from; the relation's owner where absent.",
        "purpose": "What the brief is for, in a few words: For the talks in Minsk.",
        "contact": "Whom its readers may ask, and how; the relation's where absent.",
        "headline": "What stands largest on the first page; relation and brief_for where absent.",
        "standfirst": "A few sentences in larger type under the headline, in place of the subtitle.",
        "clearance": "The most sensitive facts that it may know.",
        "hide": "Topics, kinds and statuses of facts that are kept from it.",
        "leaves_out": "What it is not told though readers of a lower clearance are, each with the reason.",
        "claims": "What is shown where sources differ on a figure of trade: all, preferred, range or none.",
        "require_source": "Whether facts without a source are left out.",
        "handling": "The handling mark, such as OFFICIAL: on each page, and in the text of the first.",
        "portions": "Whether each paragraph, row, caption, note and source is marked by the strictest label of what it "
        "tells, such as (O) for official.",
        "style": "A house style of its own: a name or a file under templates/styles/.",
        "body_size": "The size of running text, in points; the house style's where absent.",
        "state": "What its briefs are until they are cleared: draft or for_clearance.",
        "follow": "What stands beside its briefs for those who follow them: changes (Markdown), atom (a feed); what "
        "briefgen.toml says where absent.",
        "watermark": "What stands large and light behind the text of each page of a brief that is not cleared: a word "
        "of your own, or a list of the states that carry the word of the wording.",
        "contents": "Whether a table of contents stands before the text.",
        "pdf": "What the PDF is to be.",
        "tone": "How things are said: a tone of the wording, such as neutral, plain or hedged.",
        "notes": "Which notes of facts are printed: all (where absent), or the essential ones, for which a figure or "
        "statement is read otherwise.",
        "dates": "In which order dates stand; without it as the language of the brief has it.",
        "numbers": "How figures are printed.",
        "citations": "How sources are shown.",
        "limits": "How long a brief may be, and how hard to read.",
        "stale_after": "How old the newest facts of a kind may be, in months, and what happens when they are older.",
        "sections": "The sections, in order.",
    },
    "hide": {
        "topics": "Facts of these topics.",
        "kinds": "These kinds of facts, whole.",
        "statuses": "Claims of these statuses.",
        "embargoed": "Whether facts under embargo on the as-of date are kept back; true where absent.",
    },
    "leaves_out": {
        "topics": "By topic: trade: why.",
        "kinds": "By kind of facts: forums: why.",
    },
    "numbers": {
        "decimal": "What stands before decimals; without it what the language has.",
        "thousands": "What stands between thousands; without it what the language has.",
        "digits": "Significant digits; as the source wrote them where absent.",
        "percent_decimals": "Decimals of changes in per cent, 0 to 3; 1 where absent.",
        "intervals": "Whether the interval stands beside a doubtful figure.",
    },
    "citations": {
        "style": "A style in templates/citations/, without .csl; or plain, or names.",
        "markers": "numbers or author-date in the text, exhibits (only under tables and charts), or none.",
        "place": "What a marker leads to: an entry of the list, or a note in footnotes or endnotes.",
        "locators": "Whether pages and sections are shown.",
        "quotes": "Whether the words of sources are shown.",
    },
    "pdf": {"standard": "The standard that the PDF claims and is checked against."},
    "an age": {
        "months": "Months before the date that the brief is as of.",
        "then": "When they are older: warn (where absent), mark (the brief says what the latest is), or fail.",
    },
    "limits": {
        "pages": "Pages at most.",
        "words": "Words at most.",
        "grade": "Years at school that the running text may ask for at most (Flesch-Kincaid).",
        "sentence_words": "Words of a sentence at most.",
        "acronyms": "How many acronyms may stand there that the brief does not spell out: 0 for none.",
    },
    "a style": {
        "page": "The page and its margins, in millimetres.",
        "palette": "Colours, as #rrggbb.",
        "families": "Type families.",
        "text": "How each kind of text is set.",
        "logos": "Pictures at the head of pages: a letterhead, a sign; of templates/pictures/.",
    },
    "a logo": {
        "file": "A PNG or JPEG in templates/pictures/.",
        "alt": "What it shows, for those who do not see it.",
        "height_mm": "Height, in millimetres; 12 where absent.",
        "side": "Where it stands between the outer margins; left where absent.",
        "pages": "Which pages show it; the first where absent.",
    },
    "the page": {
        "width_mm": "Width, in millimetres.",
        "height_mm": "Height, in millimetres.",
        "top_mm": "Upper margin, in millimetres.",
        "bottom_mm": "Lower margin, in millimetres.",
        "left_mm": "Left margin, in millimetres.",
        "right_mm": "Right margin, in millimetres.",
        "margin_mm": "Width of the column of notes beside the text, in millimetres; 0 for none.",
        "gutter_mm": "Room between the text and the column of notes, in millimetres.",
    },
    "the palette": {
        "ink": "Text and rules.",
        "muted": "Text that stands back: captions, sources.",
        "accent": "Headings, links and bars of boxes; the ink where absent.",
        "tint": "The ground of the box that is read first.",
        "edge": "Lines of a drawing that must be seen: zero, a rail, a break.",
        "hairline": "Thin lines.",
        "head_fill": "The ground of a table's head; none where it is left out.",
        "head_ink": "The words of a table's head, where it has a ground.",
        "odd_fill": "The ground of a table's first, third ... row; none where it is left out.",
        "even_fill": "The ground of a table's second, fourth ... row; none where it is left out.",
        "caution": "The bar of boxes that warn; the ink where absent.",
        "series": "The two parties, then what is neither; they differ in lightness, so that a page prints in grey.",
    },
    "the group of families": {"sans": "For headings, tables and figures.", "serif": "For running text."},
    "a family": {
        "name": "As Word knows it.",
        "source": "The family that the PDF embeds.",
        "fallback": "On the web, and in Word where the family is not installed.",
        "embed": "Whether its faces travel in Word files, where it is FiraGO or Source Serif 4; yes where absent.",
    },
    "the group of text styles": {
        "title": "The headline, largest on the first page; a long one is set smaller.",
        "subtitle": "The line under the title.",
        "standfirst": "The sentences in larger type under a headline.",
        "meta": "The labels of the memo line: to, from, as of.",
        "memo": "What the memo line says beside its labels.",
        "heading1": "The heading of a section.",
        "heading2": "A heading in a section.",
        "heading3": "Headings below that.",
        "body": "Running text.",
        "list": "Items of lists.",
        "callout": "The words of a box.",
        "callout_title": "The title of a box.",
        "caption": "What stands over a table, chart, timeline or picture.",
        "unit": "The unit under a caption.",
        "source": "The source line under a table, chart, timeline or picture.",
        "side": "Notes in the column beside the text, or behind their row.",
        "contents": "The table of contents.",
        "table": "Cells of tables.",
        "table_head": "The heads of a table's columns.",
        "figure": "Words and numbers in charts and timelines.",
        "note": "Notes at the foot of a page, or at the end.",
        "reference": "Entries of the list of sources.",
        "card_value": "The figure on a card.",
        "card_unit": "The unit of a figure on a card.",
        "card_label": "What a figure on a card is.",
        "running": "The head and the foot of each page.",
    },
    "a text style": {
        "family": "Which of the two families.",
        "size": "In points.",
        "leading": "From line to line, in points.",
        "bold": "Whether it is bold.",
        "italic": "Whether it is italic.",
        "colour": "Its colour, by a name of the palette.",
        "space_before": "Above it, in points.",
        "space_after": "Below it, in points.",
    },
}
"""What a shape is called → field → what it is there."""
_STALE_AFTER = "stale_after"
_LEFT_OUT = frozenset({"left-out topics", "left-out kinds"})
_FILE_LABELS = "the sensitivity of files"


def description(what: str, field: str) -> str:
    """What a field of a shape is; raises KeyError where nobody has said it."""
    if what == _STALE_AFTER:
        return f"How old the newest of the {field} may be."
    if what in _LEFT_OUT:
        return f"Why facts of {field} that others are shown are left out here."
    if what == _FILE_LABELS:
        return f"Of the records of {field} that name none."
    return _OF_SETTINGS[what][field]
