"""How long a Word file takes, as ratios to docxtpl and docxtemplater, in one run and taking turns.

    pip install docxtpl
    npm install --prefix benchmarks docxtemplater@3.71 pizzip
    python benchmarks/word.py

The others fill a template with the headings, prose and tables alone; ours also writes two native charts, six notes,
references, anchors and the manifest, and a second row of ours has text and tables alone, too. All are warm; ours gets
new figures each time, so that nothing is spared by what it keeps of the last brief. The others get our own lean
package as a template, docxtpl also the template that python-docx brings.
"""

from __future__ import annotations

import gc
import io
import itertools
import json
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from word_document import (
    BOLD,
    COLUMNS,
    LEAD,
    PARAGRAPHS,
    ROWS,
    SECTIONS,
    TABLES,
    TAIL,
    full_brief,
    long_table,
    plain_brief,
)

from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render import render

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
TURNS = 40
FULL, PLAIN = "briefgen, full brief", "briefgen, text and tables alone"
SMALL, LARGE = 620, 6200


def main() -> None:
    """Measure in turns, then print a table for README.md."""
    numbers = itertools.count(1)
    ways: dict[str, Callable[[], float]] = {
        FULL: lambda: timed(partial(word, full_brief(next(numbers)))),
        PLAIN: lambda: timed(partial(word, plain_brief(next(numbers)))),
    }
    ways["docxtpl, text and tables, our lean template"] = docxtpl_way(lean_base())
    ways["docxtpl, text and tables, python-docx's template"] = docxtpl_way(usual_base())
    with tempfile.TemporaryDirectory() as folder:
        node = docxtemplater(Path(folder))
        ways["docxtemplater, text and tables, our lean template"] = lambda: ask(node)
        taken: dict[str, list[float]] = {name: [] for name in ways}
        for way in ways.values():
            for _ in range(5):
                way()
        for _ in range(TURNS):
            for name, way in ways.items():
                taken[name].append(way())
        node.terminate()
    best = {name: min(times) for name, times in taken.items()}
    print("| way | best, ms CPU | median, ms CPU | full brief / it | ours, text and tables / it |")
    print("|---|--:|--:|--:|--:|")
    for name, times in taken.items():
        ratios = " | ".join(f"{best[ours] / best[name]:.2f}" for ours in (FULL, PLAIN))
        print(f"| {name} | {min(times):.1f} | {statistics.median(times):.1f} | {ratios} |")
    small, large = (min(_rows(rows) for _ in range(5)) for rows in (SMALL, LARGE))
    print(f"\n{LARGE} rows take {large / small:.1f} times as long as {SMALL} ({large:.0f} and {small:.0f} ms).")


def word(document: Any) -> bytes:  # noqa: ANN401 - a Document
    """The document as a Word file."""
    return render(document, "docx", DEFAULT_STYLE).value.data


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of processor time that some work takes: what else the machine does counts less."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def _rows(rows: int) -> float:
    """Milliseconds for a table of so many rows; the garbage of what came before is not counted to it."""
    document = long_table(rows)
    gc.collect()
    return timed(partial(word, document))


# ---------------------------------------------------------------- the others


def content() -> dict[str, Any]:
    """The words and figures, for templates."""
    paragraphs = [{"a": LEAD, "b": BOLD, "c": TAIL} for _ in range(PARAGRAPHS // SECTIONS)]
    rows = [{f"c{n}": f"{row * n:,}" for n in range(1, COLUMNS + 1)} for row in range(ROWS)]
    return {
        "sections": [
            {"heading": f"Section {n + 1}", "paragraphs": paragraphs, "tables": [{"rows": rows}] if n < TABLES else []}
            for n in range(SECTIONS)
        ]
    }


def usual_base() -> bytes:
    """The template that python-docx brings, as an example of one that holds every style of Word."""
    import docx

    return (Path(docx.__file__).parent / "templates/default.docx").read_bytes()


def lean_base() -> bytes:
    """Our own empty package."""
    from briefgen.render.docx.package.base_package import empty_document, saved
    from briefgen.render.docx.package.numbering import numbering_xml

    return saved(empty_document(DEFAULT_STYLE, "en-GB", numbering_xml(())))


def template(marks: dict[str, str], base: bytes) -> bytes:
    """A template in the language of one of them, on a base."""
    from briefgen.render.docx.package.wordprocessingml import paragraph, run

    cells = "".join(
        f"<w:tc><w:tcPr/>{paragraph('TableText', run(marks['cell'].format(n)))}</w:tc>" for n in range(1, COLUMNS + 1)
    )
    first, last = (
        f"<w:tr><w:tc><w:tcPr/><w:p>{run(marks[end])}</w:p></w:tc></w:tr>" if marks[end] else ""
        for end in ("rows", "end rows")
    )
    if not marks["rows"]:
        cells = cells.replace("{c1}", "{#rows}{c1}").replace(f"{{c{COLUMNS}}}", f"{{c{COLUMNS}}}{{/rows}}")
    grid = '<w:gridCol w:w="1500"/>' * COLUMNS
    table = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{first}<w:tr>{cells}</w:tr>{last}</w:tbl><w:p/>"
    prose = run(marks["a"]) + run(marks["b"], "<w:b/>") + run(marks["c"])
    body = "".join((
        paragraph("BodyText", run(marks["sections"])), paragraph("Heading1", run(marks["heading"])),
        paragraph("BodyText", run(marks["paragraphs"])), paragraph("BodyText", prose),
        paragraph("BodyText", run(marks["end paragraphs"])), paragraph("BodyText", run(marks["tables"])), table,
        paragraph("BodyText", run(marks["end tables"])), paragraph("BodyText", run(marks["end sections"])),
    ))  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(base)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                start, end = data.index(b"<w:body>") + len("<w:body>"), data.rindex(b"<w:sectPr")
                data = data[:start] + body.encode() + data[end:]
            new.writestr(name, data)
    return out.getvalue()


def docxtpl_way(base: bytes) -> Callable[[], float]:
    """Docxtpl in this process."""
    from docxtpl import DocxTemplate

    source = template({
        "sections": "{%p for s in sections %}", "end sections": "{%p endfor %}", "heading": "{{ s.heading }}",
        "paragraphs": "{%p for p in s.paragraphs %}", "end paragraphs": "{%p endfor %}", "a": "{{ p.a }}",
        "b": "{{ p.b }}", "c": "{{ p.c }}", "tables": "{%p for t in s.tables %}", "end tables": "{%p endfor %}",
        "rows": "{%tr for r in t.rows %}", "end rows": "{%tr endfor %}", "cell": "{{{{ r.c{0} }}}}",
    }, base)  # fmt: skip
    values = content()

    def fill() -> None:
        made = DocxTemplate(io.BytesIO(source))
        made.render(values)
        made.save(io.BytesIO())

    return lambda: timed(fill)


def docxtemplater(folder: Path) -> subprocess.Popen[str]:
    """Docxtemplater in a Node process that fills the template once for each line it reads."""
    marks = {
        "sections": "{#sections}", "end sections": "{/sections}", "heading": "{heading}", "paragraphs": "{#paragraphs}",
        "end paragraphs": "{/paragraphs}", "a": "{a}", "b": "{b}", "c": "{c}", "tables": "{#tables}",
        "end tables": "{/tables}", "rows": "", "end rows": "", "cell": "{{c{0}}}",
    }  # fmt: skip
    (folder / "template.docx").write_bytes(template(marks, lean_base()))
    (folder / "content.json").write_text(json.dumps(content()), encoding="utf-8")
    arguments = ["node", str(HERE / "docxtemplater.js"), str(folder)]
    return subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def ask(node: subprocess.Popen[str]) -> float:
    """One turn of the Node process, in milliseconds."""
    reads: IO[str] | None = node.stdin
    writes: IO[str] | None = node.stdout
    if reads is None or writes is None:
        sys.exit("node has no streams")
    reads.write("\n")
    reads.flush()
    return float(writes.readline())


if __name__ == "__main__":
    main()
