"""A word behind the text of each page, as Word's own command inserts it: WordArt in the header (VML)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.docx.package.wordprocessingml import attribute

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style

_VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_WIDTH, _HEIGHT = 440, 110
"""Points; the words are stretched to this box."""
_PLACE = (
    "position:absolute;margin-left:0;margin-top:0;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)


def watermark_xml(words: str, style: Style) -> str:
    """The run that holds the watermark; it belongs into a header."""
    shape_type = (
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
        '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
        '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
        '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
        'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/><v:handles>'
        '<v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" '
        'shapetype="t"/></v:shapetype>'
    )
    family = attribute(style.families["sans"].name)
    shape = (
        f'<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" alt="{attribute(words)}" '
        f'style="{_PLACE};width:{_WIDTH}pt;height:{_HEIGHT}pt" o:allowincell="f" '
        f'fillcolor="{style.palette.tint}" stroked="f">'
        f'<v:textpath style="font-family:&quot;{family}&quot;;font-weight:bold" string="{attribute(words)}"/></v:shape>'
    )
    return f"<w:r><w:rPr><w:noProof/></w:rPr><w:pict {_VML}>{shape_type}{shape}</w:pict></w:r>"
