"""Texts that run from right to left, whole or in part, and a document of them."""

from __future__ import annotations

from briefgen.model.document import (
    Align,
    Cell,
    CrossRef,
    Document,
    Emphasis,
    Heading,
    Paragraph,
    Strong,
    Table,
    TextRun,
)
from samples.sample_document import cell, document, text

TEXTS = {
    "Hebrew": "שלום עולם",
    "Hebrew with figures": "שלום (2015), 1,234 ו-2020–2021.",
    "Hebrew with Latin words": "שלום ABC Ltd. עולם",
    "Arabic": "الصداقة والتجارة بين البلدين",
    "Arabic with its own figures": "في عام ٢٠١٥ ٣٫٥٪",
    "Urdu with a name": "پاکستان اور بیلاروس (BRICS) کے درمیان 2020 میں معاہدہ، 12.5٪ اضافہ۔",
    "Persian with a joiner": "می\u200cخواهم",
    "Latin with Hebrew": "The word שלום עולם (peace) and more",
    "Latin with Arabic at its end": "Treaty of الصداقة",
    "a figure before": "2015 שלום",
    "brackets around": "(שלום [עולם])",
    "marks upon letters": "שָׁלוֹם",
    "an address": "שלום https://example.org/a-b?c=1 עולם",
    "Syriac": "ܪܚܡܘܬܐ ܫܠܡܐ",
    "Thaana": "ރަހުމަތް 12",
}


def right_to_left() -> Document:
    """Such texts as title, heading, paragraph among other words, cell, and reference; long enough for many lines."""
    paragraphs = [
        Paragraph((TextRun("Before "), TextRun(words, language="ar"), TextRun(" 2015, after. More cooperation.")))
        for words in TEXTS.values()
    ]
    long = TextRun(" ".join([TEXTS["Urdu with a name"]] * 12))
    rows = tuple((cell(words), Cell((TextRun(words), Strong((TextRun(" and "),))))) for words in TEXTS.values())
    return document(
        Heading(1, text(TEXTS["Hebrew with figures"]), "first"),
        Paragraph((long,)),
        *paragraphs,
        Paragraph((Emphasis((TextRun(TEXTS["Arabic"]),)), TextRun(" in "), CrossRef("first", TEXTS["Hebrew"]))),
        Table("table-1", (Align.START, Align.END), (cell("A"), cell(TEXTS["Hebrew"])), rows),
        title=TEXTS["Arabic with its own figures"],
        contents="Contents",
    )
