"""The style sheet of a page, from the house style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import CalloutKind
from briefgen.render.callout_looks import callout_look
from briefgen.render.css import css_string, font_stack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.looks.style import Style

_SELECTORS = {
    "title": "h1", "subtitle": ".subtitle", "standfirst": ".standfirst",
    "meta": ".memo dt", "memo": ".memo dd", "heading1": "h2", "heading3": "h4", "body": "body",
    "heading2": "h3, .contents-title", "contents": ".contents li", "callout_title": ".callout > .callout-title",
    "caption": "figcaption, caption", "unit": ".unit-line", "source": ".source",
    "side": ".margin-note, .margin .memo :is(dt, dd)",
    "table": "tbody td, tbody th",
    "table_head": "thead th", "reference": ".references li", "card_value": ".card .value",
    "card_unit": ".card .unit", "card_label": ".card .label", "running": ".running", "note": ".notes li",
}  # fmt: skip
PRINTED_REM = 80 / 9
"""Points of the style's sizes to a rem: on a screen, where a rem is larger than so many points, so is all type."""
_MEASURE = 43.0
"""Of the column of text on a screen, in rem."""
_PER_REM = 9.0
"""Points of the style to a rem of the page."""


_BESIDE = """\
.contents ol{{list-style:none;padding:0}}
.contents .level-2{{padding-left:1.2em}}
.contents a{{color:inherit;text-decoration:none}}
.logos{{flex-basis:100%;display:flex;justify-content:space-between;flex-wrap:wrap;gap:1rem}}
.logos img{{height:auto;max-width:100%}}
"""
"""Contents and pictures of the head."""

_ROWS = """\
.row{{margin-top:1.7rem}}
.column.ruled{{border-top:1.2px solid {ink};padding-top:.55rem}}
.column.next{{margin-top:1.7rem}}
.column > :first-child,.margin-note > :first-child{{margin-top:0}}
.margin{{border-left:2px solid {hairline};padding-left:1rem;margin:1rem 0}}
.margin-note + .margin-note{{margin-top:.7rem}}
.margin-note > :last-child{{margin-bottom:0}}
.margin-note :is(ul,ol):not(.cards){{padding-left:1.2em}}
.margin-note .cards{{display:block;margin:0}}
.margin-note .card{{border-top:.5px solid {hairline};padding-top:.5rem;margin-top:.5rem}}
.margin-note .card:first-child{{border:0;padding:0;margin:0}}
"""
"""Rows: notes stand behind their row, indented behind a bar."""

_MARGIN = """\
@media (min-width:58rem){{
body{{max-width:{full:g}rem}}
.row{{display:grid;grid-template-columns:minmax(0,{column:g}fr) minmax(0,{margin:g}fr);column-gap:{gutter:g}rem}}
.row > .column{{grid-column:1;min-width:0}}
.row > .margin{{grid-column:2;border:0;border-top:1.2px solid {ink};padding:.55rem 0 0;margin:0;align-self:start}}
.margin-note + .margin-note{{border-top:.5px solid {hairline};padding-top:.5rem;margin-top:.6rem}}
h1,.subtitle,.standfirst,.notes{{max-width:{column_rem:g}rem}}
.margin .memo{{margin:0}}
}}
@media (min-width:58rem),print{{
.column .full{{width:calc(100% * {full:g} / {column_rem:g})}}
.contents .long{{columns:2;column-gap:{gutter:g}rem}}
{beside}{{margin-bottom:.9rem;display:grid;width:calc(100% * {full:g} / {column_rem:g})}}
{beside}{{grid-template:auto auto 1fr / {column_share:.3%} {margin_share:.3%};column-gap:{gutter_share:.3%}}}
{beside} > *{{grid-column:1;min-width:0}}
{beside} > .source{{grid-area:1 / 2 / 4;border-top:.5px solid {hairline};padding-top:.5rem;margin:0}}
.row.shared{{grid-template-rows:auto 1fr}}
.shared > .margin{{grid-row:1 / span 2}}
.margin .memo > div{{display:block}}
.margin .memo :is(dt,dd){{display:inline}}
.margin .memo dt{{font-weight:700}}
}}
"""
"""Where the page is wide enough, notes stand in a column of their own, and what is said of exhibits in rows without."""
_BESIDE_EXHIBITS = ".alone > .column > :is(.exhibit,figure):has(> .source)"

_MEMO = """\
.memo{{margin:0 0 1.6rem}}
.margin > .memo{{margin:0}}
.memo > div + div{{margin-top:.3rem}}
.memo > div{{display:grid;grid-template-columns:7em minmax(0,1fr);gap:.7rem;align-items:baseline}}
.memo :is(dt,dd){{margin:0}}
@media (max-width:40rem){{h1{{font-size:1.7rem;line-height:1.15}}}}
.memo.boxes > div + div{{margin-top:0}}
.memo.boxes{{border-top:1.2px solid {ink};border-bottom:.5px solid {hairline};padding:.6rem 0}}
@media (min-width:40rem){{.memo.boxes{{display:grid;grid-template-columns:repeat(var(--across),auto);gap:.5rem 1.8rem}}
.memo.boxes > div{{display:block}}}}
@media print{{.memo.boxes{{display:grid;grid-template-columns:repeat(var(--across),auto);gap:.5rem 1.8rem}}
.memo.boxes > div{{display:block}}.memo,h1,.standfirst,.subtitle{{break-inside:avoid;break-after:avoid}}}}
"""
"""The memo line: rows of label and value on a phone, boxes where the page is wide enough, and on paper."""

_NARROW = """\
.heard{{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}}
.outline{{margin:0 0 1.6rem}}
.outline summary{{cursor:pointer}}
@media screen and (max-width:40rem){{
.stacks,.stacks caption,.stacks tbody,.stacks tr,.stacks th,.stacks td{{display:block;text-align:left}}
.stacks thead{{position:absolute;left:-99rem}}
.stacks tbody tr{{border-bottom:.5px solid {hairline};padding:.4rem 0}}
.stacks tbody :is(th,td){{border:0;padding:.1rem 0}}
.stacks td[data-head]::before{{content:attr(data-head) ": ";color:{muted}}}
.stacks :is(td,th):empty{{display:none}}
td,th,.stacks .end{{overflow-wrap:break-word;white-space:normal}}
.stacks :is(td,th),.timeline td{{overflow-wrap:anywhere}}}}
@media (min-width:40.01rem){{.smaller{smaller}}}
@media print{{.smaller{smaller}}}
.timeline .empty td{{color:{muted}}}
"""
"""Words that are heard and not seen; headings to unfold; tables of many columns as entries, values with their heads."""

_FIGURES = """\
.scroll{overflow-x:auto}
figure{margin:1.2rem 0}
figure svg{display:block;width:100%;height:auto;overflow:visible}
figure svg.sign{display:inline;width:.92em;vertical-align:-.08em}
.narrow{display:none}
@media screen and (max-width:40rem){.wide{display:none}.narrow{display:block}}
.timeline th,.timeline td{border:0;padding:.3rem 0}
.timeline thead{position:absolute;left:-99rem}
.timeline tbody th{width:26%;font-weight:700;padding-right:.6rem}
.timeline td:nth-child(2){width:1.6rem;text-align:center;padding-right:.5rem}
.timeline-key{display:flex;flex-wrap:wrap;gap:.2rem 1rem}
"""
"""Tables that scroll sideways; figures in two widths; timelines as lists, whose heads are heard and not seen."""


def style_sheet(style: Style, beyond: Sequence[str] = ()) -> str:
    """CSS for screens, with families `beyond` for other scripts; what differs on paper stands in `print_sheet.py`."""
    palette = style.palette
    rules = [_rule(style, name, selector, beyond) for name, selector in _SELECTORS.items()]
    fixed = f"""
*{{box-sizing:border-box}}
html{{background:#fff;color:{palette.ink}}}
body{{margin:0 auto;max-width:46rem;padding:1.2rem 1.25rem 3rem;font-variant-numeric:lining-nums}}
body{{overflow-wrap:break-word}}
a{{color:{palette.accent};text-decoration-thickness:.06em;text-underline-offset:.15em}}
h1,h2,h3,h4{{text-wrap:balance}}
p,li,figcaption{{text-wrap:pretty}}
p,ul,ol,dl{{margin:0 0 .7em}}
ul,ol{{padding-left:1.4em}}
li{{margin:0 0 .3em}}
.skip{{position:absolute;left:-99rem}}
.skip:focus{{left:1rem;top:1rem;background:#fff;padding:.5rem}}
.running{{margin:0 0 1.6rem;display:flex;justify-content:space-between;gap:1rem;flex-wrap:wrap}}
.handling{{font-weight:700;letter-spacing:.12em}}
.callout{{padding:.9rem 1.2rem .5rem;margin:1rem 0}}
{_callouts(style)}
.callout > .callout-title{{margin:0 0 .4em}}
.cards{{display:flex;flex-wrap:wrap;gap:1rem;margin:1.1rem 0}}
.cards{{padding:0;list-style:none;overflow-wrap:anywhere}}
.card{{flex:1 1 9rem;min-width:0;border-top:1.5px solid {palette.ink};padding-top:.35rem;margin:0}}
.card span{{display:inline}}
.card .label{{display:block}}
.source{{margin:.4rem 0 1.2rem}}
.unit-line{{display:block}}
sup{{line-height:0}}
abbr{{text-decoration:none}}
"""
    kinds = (_tables(style), _bands(style), _FIGURES, _BESIDE.format(), _rows(style), _memo(style), _narrow(style))
    return "\n".join(rules) + fixed + "".join(kinds)


def _narrow(style: Style) -> str:
    size = style.text["table"].size / PRINTED_REM
    smaller = f" :is(td,th){{font-size:calc({size:.3f}rem*var(--letters))}}"
    return _NARROW.format(hairline=style.palette.hairline, muted=style.palette.muted, smaller=smaller)


def _rows(style: Style) -> str:
    """Rows, and their margin where the style has one."""
    page, ink, hairline = style.page, style.palette.ink, style.palette.hairline
    rules = _ROWS.format(ink=ink, hairline=hairline)
    if not page.margin_mm:
        return rules
    full = _MEASURE * page.full_mm / page.column_mm
    return rules + _MARGIN.format(
        ink=ink, hairline=hairline, full=round(full, 2), column=page.column_mm, margin=page.margin_mm,
        gutter=round(_MEASURE * page.gutter_mm / page.column_mm, 2), column_rem=_MEASURE, beside=_BESIDE_EXHIBITS,
        column_share=page.column_mm / page.full_mm, margin_share=page.margin_mm / page.full_mm,
        gutter_share=page.gutter_mm / page.full_mm,
    )  # fmt: skip


def _callouts(style: Style) -> str:
    looks = ((kind, callout_look(kind, style.palette)) for kind in CalloutKind)
    return "\n".join(
        f".callout.{kind}{{{f'background:{look.ground};' if look.ground else ''}"
        f"{f'border-left:3px solid {look.bar}' if look.bar else ''}}}"
        for kind, look in looks
    )


def _memo(style: Style) -> str:
    return _MEMO.format(ink=style.palette.ink, hairline=style.palette.hairline)


def watermark_rule(style: Style, words: str) -> str:
    """CSS for words behind the text of each page; they are decoration and never copied with it."""
    if not words:
        return ""
    family = style.families["sans"]
    return (
        f"body::before{{content:{css_string(words)};position:fixed;inset:0;display:grid;place-items:center;z-index:-1;"
        f"font:700 18vmin {font_stack(family)};color:{style.palette.tint};rotate:-35deg;"
        "pointer-events:none}\n"
    )


def _tables(style: Style) -> str:
    """A rule under the head, hairlines under rows; figures are of one width and do not break. Then lists of sources."""
    palette = style.palette
    return f"""\
table{{border-collapse:collapse;width:100%}}
tbody th{{font-weight:700}}
.end{{font-variant-numeric:lining-nums tabular-nums;white-space:nowrap}}
thead .end,.interval,.wraps{{white-space:normal}}
tbody .interval{{color:{palette.muted}}}
caption{{text-align:left}}
th,td{{text-align:left;vertical-align:top;padding:{_padding(style)};border-bottom:.5px solid {palette.hairline}}}
thead :is(th,td){{border-bottom:1.2px solid {palette.ink};vertical-align:bottom{_head(style)}}}
.end{{text-align:right}}
.centre{{text-align:center}}
.notes,.references{{padding-left:1.6em}}
.references.plain{{list-style:none;padding-left:0}}
.notes{{border-top:.5px solid {palette.hairline};padding-top:.8rem;margin-top:2rem}}
"""


def _head(style: Style) -> str:
    """The ground and ink of a table's head, where it has its own."""
    fill = style.palette.head_fill
    return f";background:{fill};color:{style.head_ink}" if fill else ""


def _padding(style: Style) -> str:
    """The room in cells: of the house file's table style, or the page's own."""
    cells = style.cells
    sides = (cells.top, cells.right, cells.bottom, cells.left) if cells else ()
    return (
        " ".join(f"{points / _PER_REM:.2f}rem" for points in sides)
        or f".3rem .7rem .3rem {'.4rem' if style.inset else '0'}"
    )


def _bands(style: Style) -> str:
    """The grounds of the rows of a table, band by band."""
    rows, rules = style.band_rows, ""
    for row in range(rows * 2) if style.palette.is_banded else ():
        fill = style.palette.band(row, rows)
        rules += f"tbody tr:nth-child({rows * 2}n+{row + 1}){{background:{fill}}}\n" if fill else ""
    return rules


def _rule(style: Style, name: str, selector: str, beyond: Sequence[str]) -> str:
    text = style.text[name]
    family = style.families[text.family]
    fonts = font_stack(family, beyond)
    size = text.size / PRINTED_REM
    weight = 700 if text.bold else 400
    slope = "font-style:italic;" if text.italic else ""
    space = (
        ""
        if name == "body"
        else f"margin-block:{text.space_before / _PER_REM:.2f}rem {text.space_after / _PER_REM:.2f}rem;"
    )
    return (
        f"{selector}{{font:{weight} {size:.3f}rem/{text.leading / text.size:.2f} {fonts};"
        f"{slope}color:{style.colour(text.colour)};{space}}}"
    )
