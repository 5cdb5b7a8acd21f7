"""The theme: the house colours and families under the names that Word's menus and charts use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.docx.package.wordprocessingml import NAMESPACES, attribute, colour

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style

ACCENTS = 6


def theme_xml(style: Style) -> str:
    """theme1.xml: accents are the series colours; headings take the sans, the text the serif family."""
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _colours(style).items())
    families = {role: style.families[name].name for role, name in (("major", "sans"), ("minor", "serif"))}
    fonts = "".join(
        f'<a:{role}Font><a:latin typeface="{attribute(name)}"/><a:ea typeface=""/><a:cs typeface=""/></a:{role}Font>'
        for role, name in families.items()
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    formats = (
        f'<a:fmtScheme name="House"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<a:theme xmlns:a="{NAMESPACES["a"]}" name="House"><a:themeElements>'
        f'<a:clrScheme name="House">{scheme}</a:clrScheme><a:fontScheme name="House">{fonts}</a:fontScheme>'
        f"{formats}</a:themeElements></a:theme>"
    )


def _colours(style: Style) -> dict[str, str]:
    palette = style.palette
    series = [palette.series[index % len(palette.series)] for index in range(ACCENTS)]
    named = {
        "dk1": palette.ink, "lt1": "#ffffff", "dk2": palette.accent, "lt2": palette.tint,
        **{f"accent{number}": value for number, value in enumerate(series, 1)},
        "hlink": palette.accent, "folHlink": palette.muted,
    }  # fmt: skip
    return {name: colour(value) for name, value in named.items()}
