"""House files as teams keep them, made part by part: French ids with a letterhead, a template, one without styles."""

from __future__ import annotations

import io
import zipfile

from PIL import Image

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
PIC = 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PINK = (0xD0, 0x1C, 0x8B)
"""The colour of a picture unless another is asked for; no brief has it."""
PAGE = (
    '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1700" w:right="1134" w:bottom="1417" w:left="1417" '
    'w:header="709" w:footer="709" w:gutter="0"/>'
)
TYPES = {
    "styles": "styles", "settings": "settings", "header1": "header", "footer1": "footer", "footnotes": "footnotes",
    "numbering": "numbering", "comments": "comments",
}  # fmt: skip


def package(parts: dict[str, str], *, template: bool = False, extra: str = "") -> bytes:
    """A Word file of some parts of word/ without their ending; relations follow their names."""
    main = "template.main" if template else "document.main"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WML}.{TYPES[name]}+xml"/>'
        for name in parts
        if name in TYPES
    )
    theme = "theme/theme1" in parts
    if theme:
        kind = "application/vnd.openxmlformats-officedocument.theme+xml"
        overrides += f'<Override PartName="/word/theme/theme1.xml" ContentType="{kind}"/>'
    types = (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WML}.{main}+xml"/>{overrides}</Types>'
    )
    kinds = {name: TYPES.get(name, "theme") for name in parts if name != "document"}
    relations = "".join(
        f'<Relationship Id="{name.replace("/", "")}" Type="{_RELS}/{kind}" Target="{name}.xml"/>'
        for name, kind in kinds.items()
    )
    package_relations = f'<Relationship Id="rId1" Type="{_RELS}/officeDocument" Target="word/document.xml"/>'
    members = {
        "[Content_Types].xml": types,
        "_rels/.rels": _relations(package_relations),
        "word/_rels/document.xml.rels": _relations(relations + extra),
        **{f"word/{name}.xml": f"{HEAD}{xml}" for name, xml in parts.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


def _relations(inner: str) -> str:
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def style(kind: str, key: str, name: str, inner: str = "", *, default: bool = False, custom: bool = False) -> str:
    """One style."""
    flags = (' w:default="1"' if default else "") + (' w:customStyle="1"' if custom else "")
    return f'<w:style w:type="{kind}"{flags} w:styleId="{key}"><w:name w:val="{name}"/>{inner}</w:style>'


def looks(font: str = "", size: float = 0, colour: str = "", *, bold: bool = False) -> str:
    """Run properties."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    weight = "<w:b/>" if bold else ""
    ink = f'<w:color w:val="{colour}"/>' if colour else ""
    points = f'<w:sz w:val="{round(size * 2)}"/>' if size else ""
    return f"<w:rPr>{fonts}{weight}{ink}{points}</w:rPr>"


def slot(tag: str, words: str = "Here") -> str:
    """A block-level content control."""
    inner = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
    properties = f'<w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="{hash_of(tag)}"/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def hash_of(tag: str) -> int:
    """A number that stays."""
    return sum(ord(c) * n for n, c in enumerate(tag, 1))


def paragraph(words: str, key: str = "") -> str:
    """A paragraph of a style."""
    ppr = f'<w:pPr><w:pStyle w:val="{key}"/></w:pPr>' if key else ""
    return f"<w:p>{ppr}<w:r><w:t>{words}</w:t></w:r></w:p>"


def document(body: str, section: str = PAGE) -> str:
    """document.xml."""
    return f"<w:document {W} {R}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>"


def theme() -> str:
    """A theme with the ministry's colours and families."""
    colours = {
        "dk1": "222222", "lt1": "FFFFFF", "dk2": "004F45", "lt2": "EEF5F3", "accent1": "006B5E", "accent2": "B8860B",
        "accent3": "7A1F3D", "accent4": "3D5A80", "accent5": "888888", "accent6": "444444", "hlink": "006B5E",
        "folHlink": "444444",
    }  # fmt: skip
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    fonts = "".join(
        f'<a:{role}Font><a:latin typeface="{name}"/><a:ea typeface=""/><a:cs typeface=""/></a:{role}Font>'
        for role, name in (("major", "Calibri"), ("minor", "Cambria"))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line, effect = f"<a:ln>{fill}</a:ln>", "<a:effectStyle><a:effectLst/></a:effectStyle>"
    formats = (
        f'<a:fmtScheme name="M"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
    )
    return (
        f'<a:theme {A} name="M"><a:themeElements><a:clrScheme name="M">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="M">{fonts}</a:fontScheme>{formats}</a:themeElements></a:theme>'
    )


def french_styles() -> str:
    """Styles as a French Word saves them: English names, French ids."""
    themed = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    major = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
    based = '<w:basedOn w:val="Normal"/>'
    teal = '<w:color w:val="00504A" w:themeColor="text2"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{themed}<w:sz w:val="21"/><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    headings = "".join(
        style("paragraph", f"Titre{n}", f"heading {n}",
              f'{based}<w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="{360 - n * 60}" w:after="80"/>'
              f'<w:outlineLvl w:val="{n - 1}"/></w:pPr><w:rPr>{major}<w:b/>{teal}<w:sz w:val="{34 - n * 4}"/></w:rPr>')
        for n in (1, 2, 3)
    )  # fmt: skip
    room = "".join(f'<w:{side} w:w="{w}" w:type="dxa"/>' for side, w in
                   (("top", 80), ("left", 120), ("bottom", 60), ("right", 100)))  # fmt: skip
    table = (
        '<w:tblPr><w:tblStyleRowBandSize w:val="2"/><w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="99BBB5"/>'
        '<w:insideH w:val="single" w:sz="4" w:color="99BBB5"/></w:tblBorders>'
        f"<w:tblCellMar>{room}</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr>'
        '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="006B5E" w:themeFill="accent1"/></w:tcPr></w:tblStylePr>'
        '<w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EEF5F3" '
        'w:themeFill="background2"/></w:tcPr></w:tblStylePr>'
    )
    return f"<w:styles {W}>{defaults}" + "".join((
        style("paragraph", "Normal", "Normal", "<w:qFormat/>", default=True),
        style("character", "Policepardfaut", "Default Paragraph Font", default=True),
        style("table", "TableauNormal", "Normal Table", default=True),
        style("numbering", "Aucuneliste", "No List", default=True),
        headings,
        style("paragraph", "Titre", "Title", f'{based}<w:rPr>{major}{teal}<w:sz w:val="52"/></w:rPr>'),
        style("paragraph", "Sous-titre", "Subtitle", f'{based}<w:rPr><w:i/><w:sz w:val="26"/></w:rPr>'),
        style("paragraph", "Lgende", "caption", f'{based}<w:rPr><w:b/>{teal}<w:sz w:val="18"/></w:rPr>'),
        style("paragraph", "Listepuces", "List Bullet",
              f'{based}<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        style("paragraph", "Listenumros", "List Number", based),
        style("paragraph", "Notedebasdepage", "footnote text", f'{based}<w:rPr><w:sz w:val="18"/></w:rPr>'),
        style("paragraph", "En-tte", "header", based),
        style("table", "TableauMinistre", "Ministry Table", f'<w:basedOn w:val="TableauNormal"/>{table}', custom=True),
    )) + "</w:styles>"  # fmt: skip


def numbering() -> str:
    """A file's own bullets."""
    look = '<w:numFmt w:val="bullet"/><w:lvlText w:val="–"/><w:lvlJc w:val="left"/>'
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{look}</w:lvl>'
    kind = f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>{level}</w:abstractNum>'
    return f'<w:numbering {W}>{kind}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'


def french(*, template: bool = False) -> bytes:
    """A ministry's file: cover with slots, the body's slot, closing words, letterhead, its own note and lists."""
    body = (
        slot("briefgen:title", "Titre du document")
        + paragraph("Ministère des affaires étrangères")
        + "<w:p/>"
        + slot("briefgen:body", "Le texte vient ici")
        + paragraph("Contact: desk@example.org")
    )
    running = '<w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>'
    section = running + PAGE
    note = '<w:footnote w:type="{0}" w:id="{1}"><w:p><w:r><w:{0}/></w:r></w:p></w:footnote>'
    notes = note.format("separator", 0) + note.format("continuationSeparator", 1)
    own = '<w:footnote w:id="2"><w:p><w:r><w:t>Ancienne note</w:t></w:r></w:p></w:footnote>'
    parts = {
        "document": document(body, section),
        "styles": french_styles(),
        "settings": f'<w:settings {W}><w:footnotePr><w:footnote w:id="0"/><w:footnote w:id="1"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:rsids><w:rsidRoot w:val="00A1B2C3"/></w:rsids></w:settings>',
        "header1": f"<w:hdr {W}>{paragraph('République – Ministère', 'En-tte')}</w:hdr>",
        "footer1": f"<w:ftr {W}>{paragraph('www.example.org')}</w:ftr>",
        "footnotes": f"<w:footnotes {W}>{notes}{own}</w:footnotes>",
        "numbering": numbering(),
        "theme/theme1": theme(),
    }
    return package(parts, template=template)


def minimal() -> bytes:
    """A file with a body and almost no styles, as some tools write it: no ids that Word knows, no theme, no notes."""
    arial = '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/></w:rPr>'
    defaults = f"<w:docDefaults><w:rPrDefault>{arial}</w:rPrDefault></w:docDefaults>"
    styles = f"<w:styles {W}>{defaults}{style('paragraph', 'a', 'Normal', default=True)}</w:styles>"
    return package({"document": document(paragraph("Old words")), "styles": styles, "settings": f"<w:settings {W}/>"})


def picture(kind: str = "PNG", size: tuple[int, int] = (240, 80), colour: tuple[int, int, int] | str = PINK) -> bytes:
    """A plain picture."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind)
    return out.getvalue()


def drawing(key: str, width: float, height: float, *, alt: str = "", anchor: str = "", crop: str = "") -> str:
    """A picture in the line, or with `anchor` (its positions) anchored; sizes are points."""
    emu = f'cx="{round(width * 12700)}" cy="{round(height * 12700)}"'
    blip = f'<pic:blipFill><a:blip r:embed="{key}"/>{crop}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    shape = (
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {emu}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    )
    naming = '<pic:nvPicPr><pic:cNvPr id="7" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>'
    uri = PIC.split('"')[1]
    graphic = (
        f'<a:graphic><a:graphicData uri="{uri}"><pic:pic>{naming}{blip}{shape}</pic:pic></a:graphicData></a:graphic>'
    )
    about = f'<wp:docPr id="7" name="Logo" descr="{alt}"/>'
    near = 'distT="0" distB="0" distL="0" distR="0"'
    if not anchor:
        return f"<w:r><w:drawing><wp:inline {near}><wp:extent {emu}/>{about}{graphic}</wp:inline></w:drawing></w:r>"
    flags = 'simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"'
    inner = f'<wp:simplePos x="0" y="0"/>{anchor}<wp:extent {emu}/><wp:wrapNone/>{about}{graphic}'
    return f"<w:r><w:drawing><wp:anchor {flags}>{inner}</wp:anchor></w:drawing></w:r>"


def text_box() -> str:
    """A text box as Word writes one, with its old form beside it."""
    space = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    words = "<wps:txbx><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="228600"/>'
        f'</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>{words}<wps:bodyPr/></wps:wsp>'
    )
    graphic = f'<a:graphic><a:graphicData uri="{space}">{shape}</a:graphicData></a:graphic>'
    inline = f'<wp:inline><wp:extent cx="914400" cy="228600"/><wp:docPr id="8" name="Box"/>{graphic}</wp:inline>'
    choice = f'<mc:Choice Requires="wps"><w:drawing>{inline}</w:drawing></mc:Choice>'
    return f"<w:r><mc:AlternateContent>{choice}<mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>"


def headed(header: str, media: dict[str, bytes], first: str | None = None, *, size: str = PAGE) -> bytes:
    """The French file with other running heads: paragraphs, and the pictures they name by their file's stem."""
    spaces = f"{W} {R} {A} {PIC} {WP} {MC} {WPS}"
    kinds = {"png": "image/png", "jpg": "image/jpeg", "emf": "image/x-emf", "svg": "image/svg+xml"}
    relations = "".join(
        f'<Relationship Id="{name.split(".")[0]}" Type="{_RELS}/image" Target="media/{name}"/>' for name in media
    )
    with zipfile.ZipFile(io.BytesIO(french())) as old:
        members = {name: old.read(name) for name in old.namelist()}
    members["word/header1.xml"] = f"{HEAD}<w:hdr {spaces}>{header}</w:hdr>".encode()
    members["word/_rels/header1.xml.rels"] = _relations(relations).encode()
    types, document_, links = (
        members[name].decode() for name in ("[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels")
    )
    defaults = "".join(f'<Default Extension="{e}" ContentType="{k}"/>' for e, k in kinds.items())
    types = types.replace("<Default ", f"{defaults}<Default ", 1)
    if first is not None:
        members["word/header2.xml"] = f"{HEAD}<w:hdr {spaces}>{first}</w:hdr>".encode()
        members["word/_rels/header2.xml.rels"] = _relations(relations).encode()
        override = f'<Override PartName="/word/header2.xml" ContentType="{_WML}.header+xml"/></Types>'
        types = types.replace("</Types>", override)
        link = f'<Relationship Id="header2" Type="{_RELS}/header" Target="header2.xml"/></Relationships>'
        links = links.replace("</Relationships>", link)
        reference = '<w:headerReference w:type="first" r:id="header2"/>'
        document_ = document_.replace("<w:footerReference", f"{reference}<w:footerReference")
        document_ = document_.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    members |= {
        "[Content_Types].xml": types.encode(),
        "word/document.xml": document_.replace(PAGE, size).encode(),
        "word/_rels/document.xml.rels": links.encode(),
        **{f"word/media/{name}": data for name, data in media.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def letterhead() -> bytes:
    """The French file with its arms in the head of each page and the words beside them."""
    arms = f"<w:p>{drawing('arms', 120, 40, alt='Arms of the ministry')}<w:r><w:t>République</w:t></w:r></w:p>"
    return headed(arms, {"arms.png": picture()})


FILES = {"french.docx": french(), "template.dotx": french(template=True), "minimal.docx": minimal(),
         "letterhead.docx": letterhead()}  # fmt: skip
