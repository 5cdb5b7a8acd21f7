"""Converters for the values of docs/data.md."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import did_you_mean, echo
from briefgen.late_patterns import late_pattern
from briefgen.load.nodes.file_names import name_fault
from briefgen.load.nodes.node import Mapping, Node, Scalar
from briefgen.load.shapes.language_codes import LANGUAGE
from briefgen.load.shapes.number_hints import number_hint, plainly
from briefgen.load.shapes.quotation_marks import without_quotation_marks
from briefgen.load.shapes.shape import BAD, Converter, from_text, scalar
from briefgen.load.shapes.value_schemas import LONGEST_LINE, MAX_DECIMALS, MAX_QUOTE_WORDS, named, within, words
from briefgen.model.facts.fact import TOPICS, Sensitivity, Status, Suppression
from briefgen.model.values.address import parse_address
from briefgen.model.values.date import parse_date, parse_day
from briefgen.model.values.period import meant_period, parse_period, parse_year_begins
from briefgen.model.values.picture_file import PictureFile
from briefgen.model.values.quantity import parse_quantity
from briefgen.model.values.text import Text
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.diagnostics import Report

_ID = late_pattern(r"[a-z0-9](?:[a-z0-9-]|[/.](?=[a-z0-9]))*", re.ASCII)
_LONGEST_ID = 100
_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_WORDY = late_pattern(r"(?:(\d{1,2})(?:st|nd|rd|th)?[ .-]+)?([A-Za-z]{3,9})\.?,? +(\d{4})")
_NUMERIC = late_pattern(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_SLASHED = late_pattern(r"(\d{4})[./](\d{1,2})[./](\d{1,2})")


def _date_hint(text: str) -> str:
    """How to write what was probably meant."""
    return _meant_by(text) or "write 2015-05-29, 2015-05, 2015, 2019~, 2020?, 2017/.. or ../2021"


def _period_hint(text: str) -> str:
    meant = meant_period(text)
    known = "2023, 2023-03, 2023-Q1, 2023-H1, FY2022-23 or 2015/2018"
    return f"write {meant}" if meant else _meant_by(text) or f"write {known}"


def _day_hint(text: str) -> str:
    return _meant_by(text) or "write 2015-05-29, 2015-05 or 2015"


def _meant_by(text: str) -> str | None:
    if found := _WORDY.fullmatch(text.strip()):
        month = _MONTHS.get(found[2][:3].lower())
        if month:
            day = f"-{int(found[1]):02d}" if found[1] else ""
            return f"write {found[3]}-{month:02d}{day}"
    if found := _NUMERIC.fullmatch(text.strip()):
        return f"write {found[3]}-{int(found[2]):02d}-{int(found[1]):02d} (year, month, day)"
    if found := _SLASHED.fullmatch(text.strip()):
        return f"write {found[1]}-{int(found[2]):02d}-{int(found[3]):02d}"
    return None


def _no_hint(_: str) -> None:
    return None


def _quantity_hint(text: str) -> str:
    from briefgen.load.shapes.amount_hints import amount_hint  # for a slip alone

    known = "'5 sessions', 'more than 80 documents', 'about 2.5 %' or '2..4 groups'"
    return amount_hint(text) or number_hint(text) or f"write {known}"


def _identifier(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError("an id is lower-case letters, digits and hyphens")
    if len(text) > _LONGEST_ID:
        raise ValueError(f"an id has at most {_LONGEST_ID} characters, this one has {len(text)}")
    return text


def _whole(text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise ValueError("not a whole number")
    return int(text)


def _at_least_one(text: str) -> int:
    if not _whole(text):
        raise ValueError("leaves room for nothing")
    return _whole(text)


def _decimals(text: str) -> int:
    if (number := _whole(text)) > MAX_DECIMALS:
        raise ValueError(f"more than {MAX_DECIMALS}")
    return number


def _truth(text: str) -> bool:
    if text not in {"true", "false"}:
        raise ValueError("write true or false")
    return text == "true"


def _picture_file(text: str) -> PictureFile:
    if "/" in text or "\\" in text:
        raise ValueError("this is a path, and the name alone is wanted")
    if fault := name_fault(text):
        raise ValueError(fault)
    return PictureFile(text)


def _picture_hint(text: str) -> str:
    name = re.split(r"[/\\]", text.strip())[-1]
    return f"put the file into pictures/ beside this one, and write {name or 'its name'}"


def _quote(text: str) -> str:
    text = without_quotation_marks(text)
    length = len(text.split())
    if length > MAX_QUOTE_WORDS:
        raise ValueError(f"a quote has at most {MAX_QUOTE_WORDS} words, this one has {length}")
    return text


def _address(text: str) -> str:
    """As it is written: a mailbox goes without its scheme."""
    written = text.strip().removeprefix("mailto:")
    parse_address(f"mailto:{written}" if _is_mailbox(written) else written)
    return written


def _is_mailbox(text: str) -> bool:
    return "@" in text and "/" not in text


def _address_hint(text: str) -> str:
    is_bare = "." in text and " " not in text.strip() and "://" not in text and "@" not in text
    return f"write https://{text.strip()}" if is_bare else "write https://example.org or desk@example.org"


DAY = from_text("a day such as 2021-04-23", "BG110", parse_day, _day_hint, named("day"))
DATE = from_text("a date such as 2015-05", "BG110", parse_date, _date_hint, named("date"))
PERIOD = from_text("a period such as 2023, 2023-03 or FY2022-23", "BG110", parse_period, _period_hint, named("period"))
YEAR_BEGINS = from_text(
    "a day of the year such as 07-01", "BG108", parse_year_begins, lambda _: "write the month and the day: 07-01",
    named("year_begins"),
)  # fmt: skip
QUANTITY = from_text(
    "a quantity such as '5 sessions'",
    "BG111",
    lambda text: parse_quantity(plainly(text)),
    _quantity_hint,
    named("quantity"),
)
ID = from_text("an id", "BG108", _identifier, lambda t: f"write {_slug(t)}" if _slug(t) else None, named("id"))
WORDS = from_text("a text", "BG108", str, _no_hint, named("words"))
ADDRESS = from_text("an address", "BG108", _address, _address_hint, named("address"))
WHOLE = from_text("a whole number", "BG108", _whole, lambda _: "write digits alone, such as 3", named("whole"))
FROM_ONE = from_text(
    "a whole number from 1 up", "BG108", _at_least_one, lambda _: "write 1 or more, or leave the field out",
    named("from_one"),
)  # fmt: skip
DECIMALS = from_text(
    "a number of decimals, 0 to 3", "BG108", _decimals, lambda _: "write 0, 1, 2 or 3", named("decimals")
)
FILE = from_text("the name of a picture", "BG108", _picture_file, _picture_hint, named("picture_file"))
TRUTH = from_text(
    "true or false", "BG108", _truth, lambda _: "in small letters, without quotation marks", named("truth")
)
QUOTE = from_text("a quote", "BG108", _quote, lambda _: "shorten it to the words that matter", named("quote"))


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def one_of(choices: Iterable[str]) -> Converter:
    """A word from a list, or a member of an enumeration by its word."""
    known = {str(choice): choice for choice in choices}

    def read(node: Node, report: Report) -> Any:  # noqa: ANN401 - a word or a member
        text = scalar(node, report, "one word")
        if text is None:
            return BAD
        if text not in known:
            report.error(
                "BG109", node.place, f"'{echo(text)}' is not one of the known words", did_you_mean(text, known)
            )
            return BAD
        return known[text]

    return Converter(f"one of {', '.join(known)}", read, words(known))


def _read_text(node: Node, report: Report) -> Any:  # noqa: ANN401 - a Text or BAD
    if isinstance(node, Scalar):
        return Text.plain(node.text)
    if not isinstance(node, Mapping):
        report.error(
            "BG108", node.place, "this is a list, not a text", "write one text, or one per language: {en: ...}"
        )
        return BAD
    wordings: list[tuple[str, str]] = []
    for language, value in node.items.items():
        wording = scalar(value, report, "a text")
        if not LANGUAGE.fullmatch(language):
            report.error(
                "BG108",
                node.keys[language],
                f"'{echo(language)}' is not a language",
                "write {en: ...}; put a text that holds a comma in quotes",
            )
        elif wording:
            wordings.append((language, wording))
    if not any(isinstance(value, Scalar) and value.text for value in node.items.values()):
        report.error("BG108", node.place, "this text holds no wording", "write one text, or {en: ...}")
    return Text(tuple(wordings)) if wordings else BAD


TEXT = Converter("a text, or one per language", _read_text, named("text"))


def _in_a_line(inner: Converter, definition: str) -> Converter:
    """A converter for what stands in a heading, a label or a running head: its layout has no bound but this one."""

    def read(node: Node, report: Report) -> Any:  # noqa: ANN401 - whatever the inner one gives
        parts = node.items.values() if isinstance(node, Mapping) else (node,)
        long = next((p for p in parts if isinstance(p, Scalar) and len(p.text) > LONGEST_LINE), None)
        if long is None:
            return inner.read(node, report)
        message = f"this has {len(long.text)} characters, a title or name at most {LONGEST_LINE}"
        report.error("BG103", long.place, message, "shorten it, and put the rest into a text or note")
        return BAD

    return replace(inner, read=read, accepts=named(definition))


LINE, TITLE = _in_a_line(WORDS, "line"), _in_a_line(TEXT, "title")


def _read_sensitivity(node: Node, report: Report) -> Any:  # noqa: ANN401 - a Sensitivity or BAD
    word = one_of([s.word for s in Sensitivity]).read(node, report)
    return BAD if word is BAD else Sensitivity[word.upper()]


SENSITIVITY = Converter("public, official or restricted", _read_sensitivity, words(s.word for s in Sensitivity))
STATUS = one_of(Status)
TOPIC = replace(one_of(TOPICS), accepts=named("topic"))


def _read_suppression(node: Node, report: Report) -> Any:  # noqa: ANN401 - a Suppression or BAD
    code = scalar(node, report, "the code of a check")
    return BAD if code is None or not isinstance(node, Scalar) else Suppression(code, node.remark, node.place)


SUPPRESSION = Converter("the code of a check such as MEC-COUNT", _read_suppression, named("words"))
PARTY = from_text("a country code such as PAK", "BG108", str.strip, _no_hint, named("party"))
PARTY_OR_WORLD = replace(PARTY, accepts=named("party_or_world"))


def number_within(low: float, high: float, unit: str) -> Converter:
    """A number that a page can be set with."""

    def parse(text: str) -> float:
        if not re.fullmatch(r"\d{1,4}(\.\d{1,3})?", text, re.ASCII) or not low <= float(text) <= high:
            raise ValueError(f"not a number from {low:g} to {high:g} ({unit})")
        return float(text)

    return from_text(
        f"a number of {unit}", "BG117", parse, lambda _: "write a number within these bounds", within(low, high)
    )
