"""A brief that runs from left to right in a file whose styles run the other way: it says so at each paragraph."""

from __future__ import annotations

from typing import Any

from briefgen.records import dataclass
from briefgen.render.docx.package.wordprocessingml import NAMESPACES

_W = f"{{{NAMESPACES['w']}}}"
_OFF = {"0", "false", "off"}
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_BEHIND_BIDI = tuple(f"{_W}{tag}" for tag in (
    "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr",
    "pPrChange",
))  # fmt: skip
_BEHIND_RTL = tuple(f"{_W}{tag}" for tag in ("cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"))
_BEFORE_VISUAL = tuple(f"{_W}{tag}" for tag in ("tblStyle", "tblpPr", "tblOverlap"))
"""Order of elements: ISO/IEC 29500-1, 17.3.1.26, 17.3.2.28 and 17.4.59."""


@dataclass(frozen=True, slots=True)
class WritingDirection:
    """The styles of a file whose paragraphs, words or tables run from right to left; of a brief that does, none."""

    paragraphs: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    default: str = ""
    """The style of a paragraph that names none."""

    @classmethod
    def of(cls, styles: Any, language: str) -> WritingDirection:  # noqa: ANN401 - an lxml element
        """What has to be turned round for a brief in a language."""
        if language.partition("-")[0].lower() in _RIGHT_TO_LEFT:
            return cls()
        by_id = {style.get(f"{_W}styleId"): style for style in styles.iter(f"{_W}style")}
        found = {
            toggle: frozenset(key for key in by_id if _is_on(styles, by_id, key, toggle))
            for toggle in ("pPr/bidi", "rPr/rtl", "tblPr/bidiVisual")
        }
        default = next((k for k, s in by_id.items() if s.get(f"{_W}type") == "paragraph" and s.get(f"{_W}default")), "")
        return cls(found["pPr/bidi"], found["rPr/rtl"], found["tblPr/bidiVisual"], default or "")

    def turn(self, root: Any) -> None:  # noqa: ANN401 - an lxml element
        """Say at each paragraph, run and table of ours in such a style that it runs from left to right."""
        if not self.paragraphs | self.words | self.tables:
            return
        for paragraph in root.iter(f"{_W}p"):
            properties = _first(paragraph, "pPr")
            named = properties.find(f"{_W}pStyle")
            style = self.default if named is None else named.get(f"{_W}val")
            if style in self.paragraphs:
                _put_off(properties, "bidi", _BEHIND_BIDI)
            if style in self.words:
                for run in paragraph.iter(f"{_W}r"):
                    _put_off(_first(run, "rPr"), "rtl", _BEHIND_RTL)
        for properties in root.iter(f"{_W}tblPr"):
            named = properties.find(f"{_W}tblStyle")
            if named is not None and named.get(f"{_W}val") in self.tables:
                behind = tuple(child.tag for child in properties if child.tag not in _BEFORE_VISUAL)
                _put_off(properties, "bidiVisual", behind)


def _is_on(styles: Any, by_id: dict[str, Any], key: str | None, toggle: str) -> bool:  # noqa: ANN401 - lxml elements
    """What the style or the nearest that it is based on says, else the file's defaults."""
    group, name = toggle.split("/")
    seen: set[str | None] = set()
    while key in by_id and key not in seen:
        seen.add(key)
        found = by_id[key].find(f"{_W}{group}/{_W}{name}")
        if found is not None:
            return found.get(f"{_W}val") not in _OFF
        based = by_id[key].find(f"{_W}basedOn")
        key = based.get(f"{_W}val") if based is not None else None
    found = styles.find(f"{_W}docDefaults/{_W}{group}Default/{_W}{group}/{_W}{name}")
    return found is not None and found.get(f"{_W}val") not in _OFF


def _first(element: Any, tag: str) -> Any:  # noqa: ANN401 - lxml elements
    """The properties of an element, put in where it has none."""
    found = element.find(f"{_W}{tag}")
    if found is None:
        found = element.makeelement(f"{_W}{tag}")
        element.insert(0, found)
    return found


def _put_off(properties: Any, tag: str, behind: tuple[str, ...]) -> None:  # noqa: ANN401 - an lxml element
    made = properties.makeelement(f"{_W}{tag}", {f"{_W}val": "0"})
    before = next((child for child in properties if child.tag in behind), None)
    properties.append(made) if before is None else before.addprevious(made)
